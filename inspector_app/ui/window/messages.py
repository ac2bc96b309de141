"""What the window said: shown over its foot, said aloud, and kept to be read again until the inspection is closed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.window.announcer import Announcer
from inspector_app.ui.window.message import Message

_KEPT = 200
_JUST_NOW = timedelta(seconds=2)


class Said(NamedTuple):
    """A message, and when it was said."""

    at: datetime
    words: str


class Messages(QObject):
    """One is shown at a time, the last one that was said."""

    def __init__(self, over: QWidget, left: Callable[[], int]) -> None:
        super().__init__(over)
        self.shown = Message(over, left)
        self._announcer = Announcer(over)
        self.said: list[Said] = []
        self._heard = ""  # what was said aloud of what is shown
        self.source: QWidget | None = None  # the part that said what is shown

    def tell(
        self, words: str, *offers: Offer, stays: bool = False, source: QWidget | None = None, heard: str = ""
    ) -> None:
        """Say this; it `stays` until it is closed where somebody has to know of it. "" takes away what is shown.

        `source`: the part that says it, where it is about no other page. `heard`: what is said of it aloud, if not all.
        """
        self.source = source
        if not words:
            self._announcer.forget_that(self._heard)
            self.shown.leave()
            return
        self.said = [*self.said, Said(datetime.now(), words)][-_KEPT:]
        self.shown.tell(words, offers, stays=stays)
        self._heard = heard or words
        self._announcer.say(self._heard)

    def stands(self, words: str) -> bool:
        """Whether this is what is shown now, be it below what was said since."""
        return self.shown.isVisible() and f"\n{self.shown.words.text()}".endswith(f"\n{words}")

    def tell_before(self, words: str) -> None:
        """Say this, and with it what is shown until it is closed, which keeps what it offers. "" says nothing."""
        shown = self.shown
        if words and shown.isVisible() and not shown.passes:
            stays = shown.words.text().removeprefix(f"{words}\n")
            self.tell(f"{words}\n{stays}", *shown.offered, stays=True, source=self.source, heard=words)
        elif words:
            self.tell(words)

    def leave_behind(self, page: QWidget) -> None:
        """Take away what a part of this page said: it would lie over another.

        What was said just now and goes by itself stays: what one does on a page may lead to the next.
        """
        source, shown = self.source, self.shown
        just_now = shown.passes and bool(self.said) and datetime.now() - self.said[-1].at < _JUST_NOW
        if source is not None and isValid(source) and page.isAncestorOf(source) and shown.isVisible() and not just_now:
            self.tell("")
        shown.lie()  # what it is not to lie over is another page's

    def speak(self, words: str, about: str) -> None:
        """Say aloud alone, in place of what waits to be said `about` the same thing."""
        self._announcer.say(words, about)

    def forget(self) -> None:
        """Nothing that was said of an inspection outlives it."""
        self.tell("")
        self._announcer.forget()
        self.said = []
