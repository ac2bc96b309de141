"""A list or a table whose Enter goes on from the line one is on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from inspector_app.ui.controls.lists.sought import Sought


class Entered(Sought):
    """Named before Qt's own class. Qt's `activated` comes with a double click too, or a click, as the system has it."""

    def enter(self) -> None:
        """Go on, to what the list says."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; the rest is the list's own, which leaves Esc to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        else:
            super().keyPressEvent(event)
