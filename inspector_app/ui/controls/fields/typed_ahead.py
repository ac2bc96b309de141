"""What letters typed on a box to choose from choose; a sentence that was meant for a note chooses nothing."""

import time
from collections.abc import Callable

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from inspector_app.ui.controls.buttons.burst import Burst
from inspector_app.ui.controls.buttons.single_keys import writes
from inspector_app.ui.controls.telling import nowhere

_PAUSE = 1.0  # s without a key, after which the next begins anew; boxes of the systems wait about as long


class TypedAhead:
    """Letters choose what begins with them, one letter again and again each such row in turn.

    Where nothing begins with what was typed, it is no name of a row: what was chosen before it is chosen again.
    """

    def __init__(self, box: QComboBox, clock: Callable[[], float] = time.monotonic) -> None:
        self._box, self._burst = box, Burst(clock, _PAUSE)
        self._typed, self._before = "", -1

    def take(self, event: QKeyEvent) -> bool:
        """Take a key that writes; False where it is for the box, as a blank is that nothing was typed before."""
        letter = event.text()
        if not writes(event) or not letter.isprintable() or letter == "":
            return False
        if not self._burst.goes_on:
            if letter.isspace():
                return False
            self._typed, self._before = "", self._box.currentIndex()
        self._burst.key()
        self._typed += letter
        place = self._row()
        self._choose(place)
        if not self._begins(place, self._typed):
            nowhere(self._box, letter)
        return True

    def _row(self) -> int:
        letters = set(self._typed.casefold())
        again = len(letters) == 1 and len(self._typed) > 1
        wanted, first = (self._typed[:1], self._box.currentIndex() + 1) if again else (self._typed, 0)
        rows = [place for place in range(self._box.count()) if self._begins(place, wanted)]
        return next((place for place in rows if place >= first), rows[0] if rows else self._before)

    def _begins(self, place: int, wanted: str) -> bool:
        return self._box.itemText(place).casefold().startswith(wanted.casefold())

    def _choose(self, place: int) -> None:
        if place != self._box.currentIndex():
            self._box.setCurrentIndex(place)
            self._box.activated.emit(place)
