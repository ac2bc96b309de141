"""What is said of keys that write, in a box that is only read: what one types there would be gone without a word."""

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from inspector_app.core.words import later
from inspector_app.ui.controls.buttons.burst import Burst
from inspector_app.ui.controls.buttons.single_keys import writes
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.note.door import Target

ONLY_READ = later("Nothing was typed: this is read only here. It can be selected and copied.")
_CHANGING = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut)


@runtime_checkable
class SaysWhy(Protocol):
    """What a box stands on that knows why nobody writes there, and what can be done."""

    def say_kept_out(self, target: Target | None) -> None:
        """Say it of the field that the box shows."""


class KeptOut:
    """Takes the keys that would write in a box that is only read, and has it said, once a burst."""

    def __init__(self, box: QWidget) -> None:
        self._box, self._burst = box, Burst()

    def take(self, event: QKeyEvent, target: Target | None) -> bool:
        """Take a key that would write; False for one that only reads."""
        if not writes(event) and not any(event.matches(key) for key in _CHANGING):
            return False
        self.said(target)
        return True

    def said(self, target: Target | None) -> None:
        """Something was to be written here: it is said why it cannot be."""
        if self._burst.key():
            return
        part = self._box.parentWidget()
        while part is not None and not isinstance(part, SaysWhy):
            part = part.parentWidget()
        if isinstance(part, SaysWhy):
            part.say_kept_out(target)
        else:
            tell(self._box, ONLY_READ.say())
