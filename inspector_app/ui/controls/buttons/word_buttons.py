"""The rating words side by side, to choose one: by mouse, by Tab and Space, or by the keys 1, 2, 3, 4."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import paint_steps, steps_width
from inspector_app.ui.words.rating import word_of

_LEFT = sizes.NEAR  # before the steps
_CLEARING, _KEYPAD = "0", Qt.KeyboardModifier.KeypadModifier


class WordButton(QPushButton):
    """One word with its length. Chosen: thick edge, bold, tinted."""

    def __init__(self, framework: Framework, word: str, parent: QWidget) -> None:
        super().__init__(word, parent)
        self.word, self.size_of_text = word, theme.SMALL
        self._framework = framework
        self._place = [w.word for w in framework.rating.words].index(word)
        self.setCheckable(True)
        self.setToolTip(f"{word_of(framework, word)} ({self._place + 1})")

    def nextCheckState(self) -> None:
        """What is chosen is said by `WordButtons.set_word`, never by the click itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses; the other keys belong to the group."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """The steps and the bold word."""
        width = QFontMetrics(theme.font(self.size_of_text, bold=True)).horizontalAdvance(self.word)
        return QSize(width + theme.px(steps_width(self._framework) + _LEFT + 2 * sizes.CLOSE), theme.px(sizes.BUTTON))

    def minimumSizeHint(self) -> QSize:
        """The same: words never shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A thin box; the chosen one thick-edged and bold; grey where it cannot be pressed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        left = theme.px(_LEFT)
        paint_steps(painter, left, self.height() / 2, self._framework, self.word, off=not self.isEnabled())
        painter.setFont(theme.font(self.size_of_text, bold=self.isChecked()))
        painter.setPen(QColor(theme.colours().text if self.isEnabled() else theme.colours().quiet))
        rest = self.rect().adjusted(left + theme.px(steps_width(self._framework) + sizes.CLOSE), 0, 0, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.word)

    def _paint_box(self, painter: QPainter) -> None:
        c = theme.colours()
        if not self.isEnabled():
            _box(painter, self.rect(), QColor(c.line), QColor(c.raised), float(sizes.EDGE))
            return
        most = len(self._framework.rating.words) - 1
        edge, fill, width = QColor(c.border), QColor(c.raised if self.underMouse() else c.surface), float(sizes.EDGE)
        if self.isChecked():
            edge, width = QColor(theme.rating_colour(self._place, most)), float(sizes.STRESS)
            fill = QColor(edge)
            fill.setAlpha(34)
        _box(painter, self.rect(), edge, fill, width)


class WordButtons(QWidget):
    """Every word of a framework, lowest first. Choosing the chosen one again clears it, as do Delete and 0."""

    chosen = Signal(object)  # the word, or None: cleared

    def __init__(self, framework: Framework, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word: str | None = None
        self.buttons = {w.word: WordButton(framework, w.word, self) for w in framework.rating.words}
        self._keys = SingleKeys(self, self._meant)
        self._keys.pressed.connect(lambda word: self._choose(word or None))
        self._keys.sentence.connect(self._take_back)
        self._in_row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(sizes.CLOSE))
        for place, (word, button) in enumerate(self.buttons.items()):
            button.setObjectName(f"{subject}/{place + 1}")
            button.setAccessibleName(f"{subject}: {word_of(framework, word)}")
            button.setAccessibleDescription(f"Key {place + 1}. Press again to clear.")
            button.clicked.connect(self._on_clicked)
            self._keys.guard(button)
        self._arrange(len(self.buttons))

    def set_word(self, word: str | None) -> None:
        """Show this word as chosen; None shows none."""
        self.word = word
        for of, button in self.buttons.items():
            button.setChecked(of == word)

    def set_size_of_text(self, size: int) -> None:
        """Write the words in another of the four sizes, or in one of panel mode (px at 100%)."""
        if any(button.size_of_text != size for button in self.buttons.values()):
            for button in self.buttons.values():
                button.size_of_text = size
                button.updateGeometry()
                button.update()
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """The widest word; where there is no more room they stand below one another."""
        sizes = [button.sizeHint() for button in self.buttons.values()]
        return QSize(max(s.width() for s in sizes), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside one another as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths, room = [b.sizeHint().width() for b in self.buttons.values()], self.width()
        fits = next((n for n in (len(widths), 2) if _width(widths, n) <= room), 1)
        self._arrange(fits)

    def _arrange(self, in_row: int) -> None:
        if in_row == self._in_row:
            return
        self._in_row = in_row
        self._grid.setColumnStretch(len(self.buttons), 1)
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, place // in_row, place % in_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 choose, Delete and 0 clear, arrows move; a sentence chooses nothing, and all other keys go up."""
        if self._keys.take(event):
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers() & ~_KEYPAD:
            self._move(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            event.ignore()

    def _meant(self, typed: str) -> str | None:
        """The word a digit stands for; "" clears."""
        if typed == _CLEARING:
            return ""
        places = {str(place): word for place, word in enumerate(self.buttons, start=1)}
        return places.get(typed)

    def _take_back(self, before: tuple[str | None, ...]) -> None:
        if before:
            self.chosen.emit(before[-1])  # what stood there before the first key
        tell(self, say("Those letters look like a sentence and not a rating: they changed nothing."))

    def _move(self, by: int) -> None:
        buttons = list(self.buttons.values())
        here = next((i for i, b in enumerate(buttons) if b.hasFocus()), 0)
        buttons[max(0, min(len(buttons) - 1, here + by))].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, WordButton):
            self._choose(None if button.word == self.word else button.word)

    def _choose(self, word: str | None) -> None:
        before = self.word
        self.chosen.emit(word)
        if self.word != before:
            self._keys.gave(before)


def _box(painter: QPainter, room: QRect, edge: QColor, fill: QColor, width: float) -> None:
    painter.setPen(QPen(edge, width))
    painter.setBrush(fill)
    box = QRectF(room).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(box, theme.px(sizes.ROUND), theme.px(sizes.ROUND))


def _width(widths: Sequence[int], in_row: int) -> int:
    """The width of a grid with that many columns."""
    return sum(max(widths[column::in_row]) for column in range(in_row)) + (in_row - 1) * theme.px(sizes.CLOSE)
