"""Parts that are as high as their place has them, and never as what is in them: nothing around them moves.

Qt asks any layout with words that wrap how high it is in a width, and gives it that whatever its policy says.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class GivenRoom(QWidget):
    """Has the share of the height that its layout gives it; what is in it scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(1)

    def hasHeightForWidth(self) -> bool:
        """Not higher for a longer text."""
        return False


class GivenStack(QStackedWidget):
    """The same of several parts, one of which is shown: they fit themselves to their room, and would give none back."""

    def hasHeightForWidth(self) -> bool:
        """Not higher for a longer text."""
        return False

    def sizeHint(self) -> QSize:
        """Alike for all of them."""
        return QSize(self.minimumSizeHint().width(), 1)
