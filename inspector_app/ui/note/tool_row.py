"""A row of small buttons for a text. One stop of Tab; arrows go from one to the next; a click leaves the focus there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.look import sizes, theme

SIDE = 24  # px at 100%: the least a target may measure (WCAG 2.2, 2.5.8)
_SHAPE = 11
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}

Paint = Callable[[QPainter, QRectF], None]  # into that square


class Tool(PressButton):
    """A button with a letter, or with a shape and perhaps a word."""

    def __init__(self, letter: str, paint: Paint | None, word: str, shape: int = _SHAPE) -> None:
        """`paint` draws the shape of one that has no letter, `shape` px wide at 100%."""
        super().__init__(letter)
        self._paint, self._word, self._brief, self._shape = paint, word, False, shape
        self._key, self._keyed = "", True
        self.row: ToolRow | None = None
        theme.role(self, "tool")
        self.set_brief(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def with_key(self, key: str) -> "Tool":
        """Show the key that does the same after the word, quietly, and return this."""
        self._key = key
        self.set_brief(self._brief)
        return self

    def set_brief(self, brief: bool, *, keyed: bool = True) -> None:
        """Show the shape alone, or the word too, with its key or without."""
        self._brief, self._keyed = brief or not self._word, keyed
        wide = self.width_with_word + (self.key_width if keyed else 0)
        self.setFixedSize(theme.px(SIDE) if self._brief else wide, theme.px(SIDE))

    @property
    def width_with_word(self) -> int:
        """How wide it is with the word that it has."""
        if not self._word:
            return theme.px(SIDE)
        return theme.px(self._shape + sizes.TIGHT + sizes.HAIR + sizes.CLOSE) + self._advance(self._word)

    @property
    def key_width(self) -> int:
        """How much wider its key makes it."""
        return self._advance(self._key) + theme.px(sizes.CLOSE) if self._key else 0

    @staticmethod
    def _advance(words: str) -> int:
        return QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the row of buttons; Qt would go to whatever it thinks comes next."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then the shape, then the word."""
        super().paintEvent(event)
        if self._paint is None:
            return
        painter, side = QPainter(self), theme.px(self._shape)
        before = 0 if not self._brief else (theme.px(SIDE) - side) / 2
        self._paint(painter, QRectF(before, (self.height() - side) / 2, side, side))
        if not self._brief:
            painter.setFont(theme.font(theme.SMALL))
            painter.setPen(QColor(theme.colours().text))
            words = self.rect().adjusted(round(before) + side + theme.px(sizes.TIGHT + sizes.HAIR), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._word)
            if self._keyed:
                painter.setPen(QColor(theme.colours().quiet))
                after = words.adjusted(self._advance(self._word) + theme.px(sizes.CLOSE), 0, 0, 0)
                painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, self._key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The row of buttons may have been left."""
        super().focusOutEvent(event)
        if self.row is not None:
            self.row.left.emit()


class ToolRow(QWidget):
    """The buttons. `wanted` says which was pressed."""

    wanted = Signal(str)
    left = Signal()  # the focus has gone from one of them, perhaps to the next
    back = Signal()  # Escape: into the text again

    def __init__(self, parent: QWidget, tools: Sequence[tuple[str, Tool]]) -> None:
        """`tools`: what each is called in `wanted`, in the order in which they stand."""
        super().__init__(parent)
        self.buttons = [tool for _, tool in tools]
        self.inside = QHBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(0)
        for code, button in tools:
            button.row = self
            button.clicked.connect(partial(self._on_clicked, code))
            self.inside.addWidget(button)
        self.inside.addStretch(1)
        self.stop = self.buttons[0]
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_brief(self, brief: bool, *, keyed: bool = True) -> None:
        """Show shapes alone, where there is no room for words; or words without keys."""
        for button in self.buttons:
            button.set_brief(brief, keyed=keyed)

    @property
    def width_with_words(self) -> int:
        """How wide all of them are that say what they are."""
        return sum(button.width_with_word for button in self.buttons)

    @property
    def focused(self) -> bool:
        """Whether one of the buttons has the focus."""
        return any(button.hasFocus() for button in self.buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along, Escape goes back; letters do nothing here, least of all to the row around."""
        if event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        elif event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            swallow(self, event)

    def _step(self, by: int) -> None:
        there = [button for button in self.buttons if not button.isHidden()]
        at = next((n for n, button in enumerate(there) if button.hasFocus()), 0)
        before, now = there[at], there[(at + by) % len(there)]
        now.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(before, now)
        now.setFocus(Qt.FocusReason.OtherFocusReason)
        before.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stop = now

    def _on_clicked(self, code: str, _checked: bool = False) -> None:
        self.wanted.emit(code)
