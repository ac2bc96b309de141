"""A message that lies over the foot of the window: nothing on the page makes room for it, so nothing moves."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme

GOES_AFTER = 8000  # milliseconds
_WIDEST = 640  # px at 100%: some 80 characters
_BELOW = 6  # px at 100% between it and the foot


class Offer(NamedTuple):  # no dataclass: what makes them would cost the first screen its time
    """What a message offers to do: what its button says, and what that does."""

    words: str
    act: Callable[[], object]


class Message(QFrame):
    """Shows one at a time. It goes by itself, unless it has the pointer or the keyboard, or is to stay until it is closed.

    `left` gives how far from the left edge of what it lies over it begins.
    """

    def __init__(self, over: QWidget, left: Callable[[], int]) -> None:
        super().__init__(over)
        theme.role(self, "message")
        self._left = left
        self._act: Callable[[], object] = bool
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.offer, self.close_it = (
            theme.role(QPushButton(self), "message"),
            theme.role(QPushButton(self), "message-close"),
        )
        self.offer.clicked.connect(self._do)
        self.close_it.setText("×")
        self.close_it.setAccessibleName(say("Close this message"))
        self.close_it.clicked.connect(self.hide)
        self._across = QHBoxLayout(self)
        for part, stretch in ((self.words, 1), (self.offer, 0), (self.close_it, 0)):
            self._across.addWidget(part, stretch)
        self._going = QTimer(self, singleShot=True, interval=GOES_AFTER)
        self._going.timeout.connect(self._go)
        self.hide()

    def tell(self, words: str, offer: Offer | None, *, stays: bool) -> None:
        """Show this message in place of the one before."""
        self.words.setText(words)
        self.offer.setText(offer.words if offer else "")
        self.offer.setAccessibleName(self.offer.text())
        self.offer.setVisible(offer is not None)
        self._act = offer.act if offer else bool
        self.lie()
        self.show()
        self.raise_()
        if stays:
            self._going.stop()
        else:
            self._going.start()

    def lie(self) -> None:
        """Take its place at the foot: one line high where that is enough, and never over what is at its left."""
        over = self.parentWidget()
        if over is None:
            return
        near, left = theme.px(sizes.NEAR), self._left() + theme.px(sizes.APART)
        self._across.setContentsMargins(near, theme.px(sizes.TIGHT), theme.px(sizes.TIGHT), theme.px(sizes.TIGHT))
        self._across.setSpacing(theme.px(sizes.CLOSE))
        self.words.setWordWrap(False)
        room = max(over.width() - left - near, 1)
        wanted = self.sizeHint().width()
        if wanted > min(room, theme.px(_WIDEST)):
            self.words.setWordWrap(True)
            wanted = min(room, theme.px(_WIDEST))
        needed = self._across.totalHeightForWidth(wanted) if self.words.wordWrap() else self.sizeHint().height()
        high = max(theme.px(sizes.MESSAGE), needed)
        self.setGeometry(left, over.height() - high - theme.px(_BELOW), wanted, high)

    def take_keyboard(self) -> bool:
        """Give the keyboard to what it offers; False where nothing is offered now."""
        if self.isHidden() or self.offer.isHidden():
            return False
        self.offer.setFocus()
        return True

    def _do(self) -> None:
        self.hide()
        self._act()

    def _go(self) -> None:
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._going.start()
        else:
            self.hide()
