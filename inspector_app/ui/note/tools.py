"""Small buttons beside a note: bold, and the five marks. One stop of Tab; arrows go from one to the next."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.core.words import Later, later
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.mark_shapes import paint_mark
from inspector_app.ui.note.keys import MARK_CODES

SIDE = 24  # px at 100%: the least a target may measure (WCAG 2.2, 2.5.8)
_SHAPE = 11
_BRIEF: dict[str, Later] = {  # what a tool with room for a word says
    "mark-strength": later("Strength"), "mark-area-for-improvement": later("Area"), "mark-quotation": later("Quote"),
    "mark-follow-up": later("Follow up"),
}  # fmt: skip
_CODES = (*MARK_CODES, "bold")  # in the order in which they stand
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Tool(PressButton):
    """A button with a letter, or with the shape of a mark and perhaps a word. A click leaves the focus in the note."""

    def __init__(self, code: str, parent: "NoteTools", word: str) -> None:
        super().__init__("B" if code == "bold" else "", parent)
        self._mark, self._tools, self._word, self._brief = MARK_CODES.get(code), parent, word, False
        command = actions.command(code)
        theme.role(self, "tool")
        self.set_brief(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(f"{command.text} ({actions.keys(code)})")
        self.setAccessibleName(f"{word} ({command.text})" if word else command.text)
        self.setAccessibleDescription(f"{command.tip} ({actions.keys(code)})")

    def set_brief(self, brief: bool) -> None:
        """Show the shape alone, or the word too."""
        self._brief = brief or not self._word
        self.setFixedSize(theme.px(SIDE) if self._brief else self.width_with_word, theme.px(SIDE))

    @property
    def width_with_word(self) -> int:
        """How wide it is with the word that it has."""
        if not self._word:
            return theme.px(SIDE)
        words = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(self._word)
        return theme.px(_SHAPE + sizes.TIGHT + sizes.CLOSE) + words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the row of buttons; Qt would go to whatever it thinks comes next."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then the shape, then the word."""
        super().paintEvent(event)
        if self._mark is None:
            return
        painter, side = QPainter(self), theme.px(_SHAPE)
        before = 0 if not self._brief else (theme.px(SIDE) - side) / 2
        paint_mark(painter, QRectF(before, (self.height() - side) / 2, side, side), self._mark)
        if not self._brief:
            painter.setFont(theme.font(theme.SMALL))
            painter.setPen(QColor(theme.colours().text))
            words = self.rect().adjusted(round(before) + side + theme.px(sizes.TIGHT), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._word)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The row of buttons may have been left."""
        super().focusOutEvent(event)
        self._tools.left.emit()


class NoteTools(QWidget):
    """The buttons. `wanted` says which command of the note was asked for."""

    wanted = Signal(str)
    left = Signal()  # the focus has gone from one of them, perhaps to the next
    back = Signal()  # Escape: into the note again

    def __init__(self, parent: QWidget, *, words: bool = False) -> None:
        """`words`: the usual ones say what they are, beside their shape."""
        super().__init__(parent)
        brief = {code: said.say() for code, said in _BRIEF.items()} if words else {}
        self.buttons = [_Tool(code, self, brief.get(code, "")) for code in _CODES]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for code, button in zip(_CODES, self.buttons, strict=True):
            button.clicked.connect(partial(self._on_clicked, code))
            layout.addWidget(button)
        layout.addStretch(1)
        self.stop = self.buttons[0]
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_brief(self, brief: bool) -> None:
        """Show shapes alone, where there is no room for words."""
        for button in self.buttons:
            button.set_brief(brief)

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

    def _step(self, by: int) -> None:
        at = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), 0)
        before, now = self.buttons[at], self.buttons[(at + by) % len(self.buttons)]
        now.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(before, now)
        now.setFocus(Qt.FocusReason.OtherFocusReason)
        before.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stop = now

    def _on_clicked(self, code: str, _checked: bool = False) -> None:
        self.wanted.emit(code)
