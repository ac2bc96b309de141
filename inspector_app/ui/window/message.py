"""A message that lies over the foot of the window: nothing on the page makes room for it, so nothing moves."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import HeldLabel
from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.look import early, sizes, theme, wrapping
from inspector_app.ui.look.layout import layout_of

GOES_AFTER = 8000  # milliseconds
_WIDEST = 640  # px at 100%, of its words: some 80 characters
_SHORTEST = 28  # characters in a line: where so many have no room beside its buttons, these stand below
_BELOW = sizes.Height(6, 1)  # px at 100% between it and the foot: it reaches up to what stands above the ratings


class Message(QFrame):
    """Shows one at a time. It goes by itself, unless it has the pointer or the keyboard, or is to stay until it is closed.

    `left` gives how far from the left edge of what it lies over it begins.
    """

    left_alone = Signal()  # it goes and had the keyboard, which nothing it came from can take back
    lies = Signal(QRect)  # where it lies now, in pixels of the screen; nowhere (an empty one) where it does not

    def __init__(self, over: QWidget, left: Callable[[], int]) -> None:
        super().__init__(over)
        theme.role(self, "message")
        self._left = left
        self._below: Callable[[], int] = int
        self._answers: Callable[[], Iterable[QWidget]] = tuple
        self._came_from: QWidget | None = None  # what had the keyboard before a button of the message took it
        self.words = HeldLabel(self)
        self.offers: list[QPushButton] = []
        self._acts: list[Callable[[], object]] = []  # what each of them does
        self.close_it = self._button("message-close")
        self.close_it.setText("×")
        self.close_it.setAccessibleName(say("Close this message"))
        self.close_it.clicked.connect(self.leave)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.addWidget(self.words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(0)
        self._buttons.addWidget(self.close_it)
        self._across.addLayout(self._buttons)
        self._going = QTimer(self, singleShot=True, interval=GOES_AFTER)
        self._going.timeout.connect(self._go)
        self.hide()

    def tell(self, words: str, offers: Sequence[Offer], *, stays: bool) -> None:
        """Show this message in place of the one before."""
        self._give_back()
        self.words.setText(words)
        if [button.text() for button in self.offers] != [offer.words for offer in offers]:
            self._make_buttons(offers)  # after each answer the same one is offered
        self._acts = [offer.act for offer in offers]
        self.show()
        self.lie()
        self.raise_()
        if stays:
            self._going.stop()
        else:
            self._going.start()

    def keep_free(self, below: Callable[[], int], answers: Callable[[], Iterable[QWidget]]) -> None:
        """Lie above so much of the foot, and over none of what answers."""
        self._below, self._answers = below, answers

    @property
    def passes(self) -> bool:
        """Whether it goes by itself."""
        return self._going.isActive()

    @property
    def offered(self) -> list[Offer]:
        """What it offers."""
        return [Offer(button.text(), act) for button, act in zip(self.offers, self._acts, strict=True)]

    def _button(self, role: str) -> QPushButton:
        made = theme.role(PressButton(self), role)
        made.setProperty("focusPolicy", early.TAB_FOCUS)  # a click leaves the keyboard where one works
        return made

    def _make_buttons(self, offers: Sequence[Offer]) -> None:
        for button in self.offers:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = [self._offer(place, offer.words) for place, offer in enumerate(offers)]
        for place, button in enumerate(self.offers):
            self._buttons.insertWidget(place, button)

    def _offer(self, place: int, words: str) -> QPushButton:
        made = self._button("message")
        made.setText(words)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self._do(self._acts[place]))
        made.show()
        return made

    def lie(self) -> None:
        """Take its place at the foot: one line high where that is enough, and never over what is at its left."""
        over = self.parentWidget()
        if over is None:
            return
        near, left = theme.px(sizes.NEAR), self._left() + theme.px(sizes.APART)
        self._across.setContentsMargins(near, theme.px(sizes.TIGHT), theme.px(sizes.TIGHT), theme.px(sizes.TIGHT))
        for layout in (self._across, self._buttons):
            layout.setSpacing(theme.px(sizes.CLOSE))
        short = layout_of(over.window().size()).short
        foot = over.height() - self._below() - theme.px(_BELOW.short if short else _BELOW.usual)
        wide, high = self._sized(max(over.width() - left - near, 1))
        covered = self._covered(over, QRect(left, foot - high, wide, high))
        if covered and self._fits(room := min(covered) - near - left):
            wide, high = self._sized(room)
        elif covered and not self._covered(over, QRect(right := over.width() - near - wide, foot - high, wide, high)):
            left = right
        self.setGeometry(left, foot - high, wide, high)
        self._say_where()

    def _say_where(self) -> None:
        self.lies.emit(QRect() if self.isHidden() else QRect(self.mapToGlobal(QPoint()), self.size()))

    def _covered(self, over: QWidget, place: QRect) -> list[int]:
        """Where what answers begins, from the left, that it would lie over there."""
        lies = [(one, QRect(one.mapTo(over, QPoint()), one.size())) for one in self._answers() if one.isVisible()]
        return [at.x() for one, at in lies if at.intersects(place) and not one.visibleRegion().isEmpty()]

    def _fits(self, room: int) -> bool:
        """Whether the longest of its words and its buttons have room in so much width, one below the other."""
        needed = max(wrapping.longest(self.words.text(), self.words.font()), self._buttons.minimumSize().width())
        return needed <= room - self._edges()

    def _edges(self) -> int:
        edges = self._across.contentsMargins()
        return edges.left() + edges.right()

    def _sized(self, room: int) -> tuple[int, int]:
        """Its size in so much width: one line high where that is enough, else in lines that are long enough to be read."""
        self._across.setDirection(QBoxLayout.Direction.LeftToRight)
        self.words.setWordWrap(False)
        alone, line = self.sizeHint(), self.words.sizeHint().width()
        least, beside = theme.px(sizes.MESSAGE), alone.width() - line
        words = min(theme.px(_WIDEST), room - beside)
        if line <= words:
            return alone.width(), max(least, alone.height())
        self.words.setWordWrap(True)
        wide = words + beside
        if words < self.words.fontMetrics().averageCharWidth() * _SHORTEST:
            self._across.setDirection(QBoxLayout.Direction.TopToBottom)
            wide = min(room, theme.px(_WIDEST) + self._edges())
        return wide, max(least, self._across.totalHeightForWidth(wide))

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self.lie)  # by then its words have the new letters

    def hideEvent(self, event: QHideEvent) -> None:
        """What it lay over is free again."""
        super().hideEvent(event)
        self._say_where()

    def take_keyboard(self) -> bool:
        """Give the keyboard to what it offers; False where nothing is offered now."""
        if self.isHidden() or not self.offers:
            return False
        self._came_from = QApplication.focusWidget()
        self.offers[0].setFocus()
        return True

    def leave(self) -> None:
        """Go; the keyboard, if it has it, goes back to where it came from."""
        self._give_back()
        self.hide()

    def _give_back(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self.left_alone.emit()

    def _do(self, act: Callable[[], object]) -> None:
        self.leave()
        act()

    def _go(self) -> None:
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._going.start()
        else:
            self.hide()
