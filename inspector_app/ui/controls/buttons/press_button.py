"""A button that Enter presses as well as Space, and the second half of a double click on another one does not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton

from inspector_app.ui.look import sizes, theme


class PressButton(QPushButton):
    """Qt gives buttons Space alone outside dialogs; people expect Enter to do what the button says."""

    _pressed_at: int | None = None  # by the mouse's own clock, in ms

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note when."""
        self._pressed_at = event.timestamp()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A press like any other, but for one whose first half was for what stood here before."""
        first = self._pressed_at
        if first is not None and event.timestamp() - first <= QApplication.doubleClickInterval():
            super().mouseDoubleClickEvent(event)

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
