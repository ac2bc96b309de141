"""How any part says something to the person: over the foot of the window, where no page makes room for it, or aloud alone.

What is said goes up to the window that the part is in, as an event: no part needs to know who shows it, and a part that is in
no window any more is not heard.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from inspector_app.core.errors import Expected
from inspector_app.ui.errors import sentence

Given = TypeVar("Given")


class Offer(NamedTuple):  # no dataclass: what makes them would cost the first screen its time
    """What a message offers to do: what its button says, and what that does."""

    words: str
    act: Callable[[], object]


class Told(QEvent):
    """A sentence to be shown, with what one may do about it; it `stays` where somebody has to know of it.

    What a part of a page (`source`) said goes all the same when another page is shown. `heard`: what a screen reader says.
    `refused`: what the sentence is of, where something could not be done.
    """

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(
        self, source: QWidget, words: str, offers: tuple[Offer, ...], *, stays: bool, heard: str = "",
        refused: Expected | None = None,
    ) -> None:  # fmt: skip
        super().__init__(self.KIND)
        self.source, self.words, self.offers, self.stays, self.heard = source, words, offers, stays, heard or words
        self.refused = refused


class Aloud(QEvent):
    """What a screen reader says and nothing shows in passing: how something stands now that is `about` one thing."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, words: str, about: str) -> None:
        super().__init__(self.KIND)
        self.words, self.about = words, about


class Nowhere(QEvent):
    """A letter was typed where nobody takes it: its window says so once it is clear that it was one of a word."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, source: QWidget, letter: str) -> None:
        super().__init__(self.KIND)
        self.source, self.letter = source, letter


def nowhere(source: QWidget, letter: str) -> None:
    """Let the window know that this was typed at `source`, and went nowhere."""
    QCoreApplication.sendEvent(source.window(), Nowhere(source, letter))


def tell(source: QWidget, words: str, *offers: Offer, stays: bool = False, heard: str = "") -> None:
    """Say this in the window that `source` is in. It goes after a while, unless it `stays` until it is closed.

    `heard`: fewer words for who hears it at once, where those on the screen may be read when one is elsewhere.
    """
    QCoreApplication.sendEvent(source.window(), Told(source, words, offers, stays=stays, heard=heard))


def refuse(source: QWidget, error: Expected, *offers: Offer) -> None:
    """Say why something could not be done; it stays until it is closed.

    Where that is the file, which was moved or written into, what there is to do about that is said instead.
    """
    QCoreApplication.sendEvent(source.window(), Told(source, sentence(error), offers, stays=True, refused=error))


def unsay(source: QWidget) -> None:
    """Take away what `source` itself said last, even if it was to stay: it holds no longer."""
    QCoreApplication.sendEvent(source.window(), Told(source, "", (), stays=True))


def gives(source: QWidget, act: Callable[[], Given]) -> Given | None:
    """What it gives that is done; None where it is refused, which is said."""
    try:
        return act()
    except Expected as error:
        refuse(source, error)
        return None


def tried(source: QWidget, act: Callable[[], object]) -> bool:
    """Do it. False where it is refused, which is said."""
    return gives(source, lambda: (act(),)) is not None


def speak(source: QWidget, words: str, about: str) -> None:
    """Let a screen reader say this, in place of what waits to be said `about` the same thing; "" for nothing of it."""
    QCoreApplication.sendEvent(source.window(), Aloud(words, about))
