"""A button that Enter presses as well as Space; the second half of a double click on another one, and a sentence, do not."""

import time
from collections.abc import Iterable
from functools import cached_property

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QPushButton

from inspector_app.ui.controls.buttons.burst import Burst
from inspector_app.ui.controls.buttons.single_keys import writes
from inspector_app.ui.look import early, sizes, theme

_ENTER = (early.RETURN, early.ENTER)
_PRESSING = (*_ENTER, early.SPACE)
_PLAIN, _CHOSEN = QFont.Weight.Normal, QFont.Weight.DemiBold


class PressButton(QPushButton):
    """Qt gives buttons Space alone outside dialogs; people expect Enter to do what the button says."""

    _pressed_at: int | None = None  # by the mouse's own clock, in ms
    clock = staticmethod(time.monotonic)
    _chosen: tuple[str, QFont, int] | None = None  # words, font, and how much wider they are once it is chosen

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
        """Enter clicks. A blank or an end of line in the course of a sentence does nothing: it was meant for a note."""
        pressing = event.key() in _PRESSING
        if pressing and self._written.goes_on:
            self._written.key()
            return
        if not pressing and writes(event):
            self._written.key()
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @cached_property
    def _written(self) -> Burst:
        """Of letters that are for no button."""
        return Burst(self.clock)

    def paint_without_words(self, painter: QPainter) -> None:
        """Paint its ground and edge alone, for who puts words and drawing there in another way."""
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QtGui.QIcon()
        self.style().drawControl(QtWidgets.QStyle.ControlElement.CE_PushButton, option, painter, self)

    def sizeHint(self) -> QSize:
        """One that is chosen says so in semi-bold and with a wider edge: room for both is there before."""
        hint = super().sizeHint()
        if self.isCheckable():
            edges = 2 * (theme.px(sizes.STRESS) - sizes.EDGE)
            hint.setWidth(hint.width() + self._wider_when_chosen() + edges)
        return hint

    def _wider_when_chosen(self) -> int:
        """Measured once for words and font: layouts ask many times over."""
        words, font = self.text(), self.font()
        if self._chosen is None or self._chosen[:2] != (words, font):
            self._chosen = words, font, max(0, _wide(words, font, _CHOSEN) - _wide(words, font, _PLAIN))
        return self._chosen[2]


def as_wide_as(button: QPushButton, sayings: Iterable[str]) -> None:
    """Let a button have the room of the widest of what it may come to say: then nothing beside it moves."""
    said = button.text()
    button.setMinimumWidth(0)
    widest = 0
    for words in sayings:
        button.setText(words)
        widest = max(widest, button.sizeHint().width())
    button.setText(said)
    button.setMinimumWidth(widest)


def _wide(words: str, font: QFont, weight: QFont.Weight) -> int:
    of_weight = QFont(font)
    of_weight.setWeight(weight)
    return QFontMetrics(of_weight).horizontalAdvance(words)
