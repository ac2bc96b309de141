"""A button that Enter presses as well as Space."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton

from inspector_app.ui.look import sizes, theme


class PressButton(QPushButton):
    """Qt gives buttons Space alone outside dialogs; people expect Enter to do what the button says."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter clicks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """One that is chosen says so in semi-bold and with a wider edge: room for both is there before."""
        hint = super().sizeHint()
        if self.isCheckable():
            plain, chosen = QFont(self.font()), QFont(self.font())
            plain.setWeight(QFont.Weight.Normal)
            chosen.setWeight(QFont.Weight.DemiBold)
            words = self.text()
            more = QFontMetrics(chosen).horizontalAdvance(words) - QFontMetrics(plain).horizontalAdvance(words)
            edges = 2 * (theme.px(sizes.STRESS) - sizes.EDGE)
            hint.setWidth(hint.width() + max(0, more) + edges)
        return hint
