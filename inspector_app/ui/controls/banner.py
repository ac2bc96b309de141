"""A sentence over a page or a part of one that stays until it no longer holds: what is so, and what one can do about it."""

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon


class Weight(Enum):
    """How much a banner matters; its value is the role it is dressed by."""

    INFO = "told"
    WARN = "warned"
    ERROR = "refused"


class Banner(QFrame):
    """A sign, the sentence, and buttons at the right."""

    def __init__(self, weight: Weight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, weight.value)
        self._weight = weight
        self._sign, self._words = plain_label(parent=self), text_label(self)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*(theme.px(sizes.CLOSE),) * 4)
        self._row.setSpacing(theme.px(sizes.CLOSE))
        # In the middle: a button beside one line is higher than that.
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words, 1)

    def text(self) -> str:
        """The sentence."""
        return self._words.text()

    def set_text(self, text: str) -> None:
        """Say this."""
        self._words.setText(text)
        if text and self._sign.pixmap().isNull():  # drawings are loaded when there is something to say
            self._sign.setPixmap(self._drawing())

    def add(self, button: QPushButton) -> None:
        """What one can do about it."""
        self._row.addWidget(button)

    def _drawing(self) -> QPixmap:
        c, side = theme.colours(), theme.px(sizes.PICTURE)
        ink = {Weight.INFO: c.accent, Weight.WARN: c.warn, Weight.ERROR: c.error}[self._weight]
        name = "info" if self._weight is Weight.INFO else "warning"
        return icon(name, ink, side, self.devicePixelRatioF()).pixmap(QSize(side, side))
