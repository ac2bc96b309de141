"""A line that saves nothing by itself: undo and redo are of what was typed in it, and then of the page."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from inspector_app.ui.controls.page_keys import code_of


class PlainLine(QLineEdit):
    """Qt's own keeps the keys of undo for itself, also where it has nothing to undo."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page have undo and redo once nothing of them is left here."""
        code = code_of(event)
        if (code == "undo" and not self.isUndoAvailable()) or (code == "redo" and not self.isRedoAvailable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def empty(self) -> None:
        """What was typed was used: it is no longer there, nor for undo, as it would be once cleared."""
        self.setText("")
