"""A button that Enter presses as well as Space."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton


class PressButton(QPushButton):
    """Qt gives buttons Space alone outside dialogs; people expect Enter to do what the button says."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter clicks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """One that is chosen says so in semi-bold, which is wider: room for it is there before."""
        hint = super().sizeHint()
        if self.isCheckable():
            plain, chosen = QFont(self.font()), QFont(self.font())
            plain.setWeight(QFont.Weight.Normal)
            chosen.setWeight(QFont.Weight.DemiBold)
            more = QFontMetrics(chosen).horizontalAdvance(self.text()) - QFontMetrics(plain).horizontalAdvance(
                self.text()
            )
            hint.setWidth(hint.width() + max(0, more))
        return hint
