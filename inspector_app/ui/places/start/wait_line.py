"""A wait that ends by itself: a bar that fills and the seconds that are left. Its room is kept while there is none."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from inspector_app.core.words import count
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme

_BAR = 120  # px at 100%
_SECOND = 1000  # milliseconds


class WaitLine(QWidget):
    """Signals `over` when the wait is at its end."""

    over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.left = 0  # seconds
        self.bar, self.words = QProgressBar(textVisible=False), plain_label()
        self.bar.setFixedWidth(theme.px(_BAR))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(sizes.NEAR))
        across.addWidget(self.bar)
        across.addWidget(self.words)
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)
        self._tick = QTimer(self, interval=_SECOND)
        self._tick.timeout.connect(lambda: self._say(self.left - 1))
        self.words.setText(_words(300))  # the longest there is: so much room is kept
        self.hide()

    def begin(self, seconds: int) -> None:
        """Wait so long; 0 for not at all."""
        self.bar.setRange(0, max(seconds, 1))
        self._say(seconds)
        if seconds:
            self._tick.start()

    def _say(self, left: int) -> None:
        self.left = max(left, 0)
        self.bar.setValue(self.bar.maximum() - self.left)
        self.words.setText(_words(self.left))
        self.bar.setAccessibleName(self.words.text())
        self.setVisible(self.left > 0)
        if not self.left:
            self._tick.stop()
            self.over.emit()


def _words(seconds: int) -> str:
    return count(seconds, "Again in {n} second", "Again in {n} seconds")
