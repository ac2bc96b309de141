"""What a prompt and a key question's own judgement have in common: an answer, a text, and the keys for both."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.controls.answer_buttons import AnswerButtons
from inspector_app.ui.controls.labels import ContestedLabel
from inspector_app.ui.controls.single_keys import SingleKeys
from inspector_app.ui.look import theme
from inspector_app.ui.note.door import Door, Target, over_answer
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.words.answers import WORDS

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class AnswerRow(QFrame):
    """A focusable row that is answered by Y, N and -, cleared by Delete, and written in by Enter (Escape comes back)."""

    answered = Signal(str, object)  # entity id; Answer, or None: cleared

    def __init__(self, parent: QWidget, keys: SingleKeys) -> None:
        """`keys` are those of all rows of the page: a sentence goes on from row to row."""
        super().__init__(parent)
        self._keys = keys
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ref: str | None = None  # the prompt's letter; None for the judgement
        self.entity = ""
        self.id = ""
        self.answer: Answer | None = None
        self.is_contested = False
        self._current = False
        self.buttons = AnswerButtons(self)
        self.buttons.chosen.connect(self._answer_with)
        for button in self.buttons.buttons.values():
            keys.guard(button)
        self.contested = ContestedLabel(self)
        self.note = NoteField(self)
        self.note_button = theme.role(QPushButton("+ Note", self), "plain")
        self.note_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = self.note_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the answers of all rows stay below one another
        self.note_button.setSizePolicy(policy)
        self.note_button.clicked.connect(self.enter_note)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self, *self.buttons.buttons.values(), self.note_button, self.note.box]

    # shown

    def _show(self, subject: str, answer: Answer | None, contested: bool) -> None:
        self.setAccessibleName(f"{subject}, {'contested' if contested else WORDS[answer]}")
        self.is_contested = contested
        self.contested.setVisible(contested)
        self.answer = answer
        self.buttons.set_answer(answer)

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was just answered here; one answer stands now."""
        self._show(self.subject(), answer, contested=False)

    @property
    def target(self) -> Target:
        """Where an answer given now goes, over the one that is shown."""
        return Target(self.entity, self.id, "answer", over_answer(self.answer, contested=self.is_contested))

    def set_open(self, opened: bool) -> None:
        """Whether one may answer here and write in the note; else both are read."""
        self.buttons.set_open(opened)
        self.note.set_open(opened)
        self.note_button.setEnabled(opened)

    def subject(self) -> str:
        """What a screen reader calls this row."""
        raise NotImplementedError

    def add_below(self, widget: QWidget) -> None:
        """Put a widget of the row's under its text."""
        raise NotImplementedError

    def _bind(self, target: Target, name: str, text: str, at: str, door: Door) -> None:
        other = not self.note.box.saving.is_bound(target, door)
        self.note.show_value(target, name, text, at, door)
        if other:
            self.entity, self.id = target.entity, target.id
            hold(self, self.entity, self.id)
            self.buttons.set_subject(self.subject())
            self.note_button.setAccessibleName(f"{self.subject()}: note")

    def set_current(self, current: bool) -> None:
        """Mark the row that the keys act on."""
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card; the current one has a bar at its left, and an edge while the row itself has the focus."""
        painter, c = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(c.focus if focused else c.line), theme.ring() if focused else 1))
        painter.setBrush(QColor(c.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))
        if self._current:
            painter.fillRect(QRectF(0, theme.px(8), theme.px(4), self.height() - theme.px(16)), QColor(c.focus))

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys answer while the row itself has the focus, not a button in it; all others go up to the page."""
        if self._keys.take(event, answers=self.hasFocus()):
            return
        if event.modifiers() & ~_PLAIN:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_note()
        elif event.key() == Qt.Key.Key_Escape and self.note.box.hasFocus():
            self.leave_note()
        else:
            event.ignore()

    def _answer_with(self, answer: Answer | None) -> None:
        self.answered.emit(self.id, answer)

    def enter_note(self) -> None:
        """Open the note and go into it."""
        self.note_button.hide()
        self.note.show()
        self.note.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_note(self) -> None:
        """Back to the row; its text is saved by leaving."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
