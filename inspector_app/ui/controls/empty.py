"""What stands where there is nothing yet: why, and how something comes here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from inspector_app.ui.look import sizes, theme

_WIDEST = 34 * sizes.APART  # about 70 letters: longer lines are hard to read


class Empty(QLabel):
    """Sentences in the quiet colour, never wider than they can be read."""

    def __init__(self, parent: QWidget, text: str = "") -> None:
        super().__init__(text, parent)
        theme.role(self, "empty")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)  # its padding would set it off from what is above
        self.setAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )  # by the head, which has what to press
        self.setMaximumWidth(theme.px(_WIDEST))
