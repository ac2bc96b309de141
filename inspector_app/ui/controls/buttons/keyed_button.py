"""A button that shows the key that does the same: after its words, in small. It is heard in the tip."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector_app.ui.controls.buttons.drawn import ink
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.look import sizes, theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class KeyedButton(PressButton):
    """Words, and behind them a key for as long as there is room for it (`show_key`)."""

    def __init__(self, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._key, self._shown = key, bool(key)

    @property
    def key(self) -> str:
        """The key that it shows; "" for none."""
        return self._key

    def set_key(self, key: str) -> None:
        """It is another key, or "" for none."""
        self._key, self._shown = key, bool(key)
        self.updateGeometry()
        self.update()

    def show_key(self, shown: bool) -> None:
        """Whether there is room for the key."""
        if shown != self._shown:
            self._shown = shown
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The key beside the words."""
        return super().sizeHint() + QSize(self._more, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button without its words, then drawing, words and key in its middle."""
        if not self._shown:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.paint_without_words(painter)
        self._write(painter)

    def _write(self, painter: QPainter) -> None:
        gap = theme.px(sizes.TIGHT)
        drawn = 0 if self.icon().isNull() else self.iconSize().width() + gap
        said = self.text().replace("&&", "&")  # a name has its own, and no key is signed by one
        words = self.fontMetrics().horizontalAdvance(said)
        left = (self.width() - drawn - words - self._more) // 2
        if drawn:
            top = (self.height() - self.iconSize().height()) // 2
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            painter.drawPixmap(QPoint(left, top), self.icon().pixmap(self.iconSize(), mode))
        painter.setPen(QColor(ink(self)))
        painter.setFont(self.font())
        painter.drawText(QRect(left + drawn, 0, words + gap, self.height()), _LEFT, said)
        painter.setFont(theme.font(theme.SMALL))
        beyond = left + drawn + words + theme.px(sizes.CLOSE)
        painter.drawText(QRect(beyond, 0, self._more, self.height()), _LEFT, self._key)

    @property
    def _more(self) -> int:
        """How much wider it is for the key."""
        if not self._shown:
            return 0
        return theme.px(sizes.CLOSE) + QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(self._key)
