"""A line that saves nothing by itself: undo and redo are of what was typed in it, and then of the page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from inspector_app.ui.controls.page_keys import code_of

_LETTERS = 17  # so many x are what a line of Qt's asks room for


def with_hint(line: QLineEdit, asked: QSize) -> QSize:
    """The size that a line asks for, where it shows a hint: with room for all of it, which Qt's own does not count."""
    edges = asked.width() - _LETTERS * line.fontMetrics().horizontalAdvance("x")
    return asked.expandedTo(QSize(edges + line.fontMetrics().horizontalAdvance(f"{line.placeholderText()} "), 0))


class PlainLine(QLineEdit):
    """Qt's own keeps the keys of undo for itself, also where it has nothing to undo."""

    def sizeHint(self) -> QSize:
        """With room for its hint."""
        return with_hint(self, super().sizeHint())

    def setText(self, text: str | None) -> None:
        """What was not typed here and is too long for the line is seen from its first words on."""
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

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
