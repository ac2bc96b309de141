"""What is said of words that are typed where nothing takes them: they are gone, and who looks at a page does not see it."""

import time
from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.core.words import Later, later, say
from inspector_app.ui.controls.buttons.burst import Burst
from inspector_app.ui.controls.buttons.single_keys import writes

_WORD = 3  # letters one after the other: fewer were a key that somebody missed
_WAY = later("Click where the words belong, or press Tab until the cursor is in that place.")


class LostTyping:
    """Counts the letters that went nowhere, and says so once a burst, at the third of it, or at what was to be pasted."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst, self._lost = Burst(clock), ""
        self._where: QWidget | None = None

    def pressed(self, event: QKeyEvent, where: QWidget | None) -> str:
        """The sentence on a key that nobody took; "" for none."""
        if event.matches(QKeySequence.StandardKey.Paste):
            return _words(where)
        return self.typed(event.text(), where) if writes(event) and event.text().isprintable() else ""

    def typed(self, letter: str, where: QWidget | None) -> str:
        """The sentence on a letter that nobody took; "" while it may have been a slip, and once it was said."""
        before = self._lost if self._burst.key() and where is self._where else ""
        self._where, self._lost = where, (before + letter).lstrip()
        return _words(where) if len(before) < _WORD <= len(self._lost) else ""


def _words(where: QWidget | None) -> str:
    """Where the keyboard is, and how one comes to where one writes: as the part says it that has it (`way_to_write`)."""
    place, way = "", _WAY
    while where is not None and not where.isWindow():
        place = place or where.accessibleName() or (_called(where) if isinstance(where, QAbstractButton) else "")
        found = getattr(where, "way_to_write", None)
        way = found if way is _WAY and isinstance(found, Later) else way
        where = where.parentWidget()
    at = say("Nothing was typed. The keyboard is at: {place}.", place=place) if place else say("Nothing was typed.")
    return f"{at} {way.say()}"


def _called(button: QAbstractButton) -> str:
    """A button by its words: its sign, and what says that it asks for more, are no part of its name in a sentence."""
    return button.text().removeprefix("+").removesuffix("…").strip()
