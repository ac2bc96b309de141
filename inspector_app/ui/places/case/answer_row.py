"""What a prompt and a key question's own judgement have in common: an answer, a text, and the keys for both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QWidget

from inspector_app.core.domain.cases.verified import ItemRow
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.text.marks import marked, place
from inspector_app.ui.controls.buttons.answer_buttons import AnswerButtons
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.controls.labels import ContestedLabel
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Layout
from inspector_app.ui.look.ring import paint_inner_edge
from inspector_app.ui.note.bare import BareNote
from inspector_app.ui.note.door import Door, Target, over_answer
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.keys import MARK_CODES, code_of
from inspector_app.ui.words.answers import WORDS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerRow(QFrame):
    """A focusable row that is answered by Y, N and -, cleared by Delete, and written about after Enter (Escape comes back).

    Its text (`note`) is its own for as long as the row shows the item, and has its place beside the prompts (NotePane).
    """

    answered = Signal(str, object)  # entity id; Answer, or None: cleared
    note_wanted = Signal(object)  # the row: its note is to be seen, to go into it
    answered_last_wanted = Signal()  # the note on what was answered last, to go into it

    def __init__(self, parent: QWidget, keys: SingleKeys, *, large: bool = False) -> None:
        """`keys` are those of all rows of the page: a sentence goes on from row to row. `large`: its answers."""
        super().__init__(parent)
        self._keys = keys
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ref: str | None = None  # the prompt's letter; None for the judgement
        self.entity = ""
        self.id = ""
        self.answer: Answer | None = None
        self.is_contested = False
        self._current = self._opened = False
        self.buttons = AnswerButtons(self, large=large)
        self.buttons.chosen.connect(self._answer_with)
        for button in self.buttons.buttons.values():
            keys.guard(button)
        self.contested = ContestedLabel(self)
        self.note = BareNote(self)
        self.note.box.fill()
        self.beside: list[QWidget] = [self.note]  # what is the row's and lies elsewhere

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self, *self.buttons.buttons.values(), self.note.box]

    def holds(self, widget: QWidget) -> bool:
        """Whether a widget is the row, or lies in it or in what is its own beside the prompts."""
        return any(part is widget or part.isAncestorOf(widget) for part in (self, *self.beside))

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

    def show_verified(self, item: ItemRow | None) -> None:
        """Show how somebody who reviews verified what is answered here; None: nobody did."""
        raise NotImplementedError

    @property
    def target(self) -> Target:
        """Where an answer given now goes, over the one that is shown."""
        return Target(self.entity, self.id, "answer", over_answer(self.answer, contested=self.is_contested))

    def set_open(self, opened: bool) -> None:
        """Whether one may answer here and write in the note; else both are read."""
        self._opened = opened
        self.buttons.set_open(opened)
        self.note.set_open(opened)
        self.update()

    def set_layout(self, layout: Layout) -> None:
        """Be as high as a window of that layout has room for."""
        self.buttons.set_short(layout.short)

    def subject(self) -> str:
        """What a screen reader calls this row."""
        raise NotImplementedError

    def _bind(self, target: Target, name: str, text: str, at: str, door: Door) -> None:
        other = not self.note.box.saving.is_bound(target, door)
        self.note.show_value(target, name, text, at, door)
        if other:
            self.entity, self.id = target.entity, target.id
            for part in (self, *self.beside):
                hold(part, self.entity, self.id)
            self.buttons.set_subject(self.subject())

    def keep_beside(self, widget: QWidget) -> None:
        """Take something as the row's own that lies beside the prompts."""
        self.beside.append(widget)
        hold(widget, self.entity, self.id)

    def set_current(self, current: bool) -> None:
        """Mark the row that the keys act on."""
        if current != self._current:
            self._current = current
            self.update()

    def ground(self) -> str:
        """The colour behind the words."""
        c = theme.colours()
        return c.accent_soft if self._current else c.surface if self._opened else c.sunken

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The current one has a soft ground and a bar at its left, and an inner edge while the row itself has the focus."""
        painter, c = QPainter(self), theme.colours()
        painter.fillRect(self.rect(), QColor(self.ground()))
        painter.fillRect(0, self.height() - sizes.EDGE, self.width(), sizes.EDGE, QColor(c.line))
        if self._current:
            painter.fillRect(0, 0, theme.px(sizes.HERE), self.height(), QColor(c.accent))
        if self.hasFocus():
            paint_inner_edge(painter, self.rect())

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys answer while the row itself has the focus, not a button in it; all others go up to the page."""
        if self._keys.take(event, answers=self.window().focusWidget() is self):
            return
        code = code_of(event) if self._opened else None
        if code in MARK_CODES:
            self._mark(code)
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not held:
            self.enter_note()
        elif event.key() in _ENTER and held == Qt.KeyboardModifier.ShiftModifier:
            self.answered_last_wanted.emit()
        else:
            event.ignore()

    def _mark(self, code: str) -> None:
        """The key of a mark: put it behind the text and go on there, for what is typed next; or take it away."""
        box = self.note.box
        before = len(marked(box.text()))
        if not self._is_marked(code):
            box.moveCursor(QTextCursor.MoveOperation.End)
            if box.textCursor().block().text().strip():
                box.textCursor().insertText("\n")  # what stands there was written without the mark
        box.do(code)
        if len(marked(box.text())) >= before:
            self.enter_note()

    def _is_marked(self, code: str) -> bool:
        """Whether the paragraph that one was in has the mark already."""
        found = place(self.note.box.textCursor().block().text())
        return found is not None and found[0] is MARK_CODES[code]

    def _answer_with(self, answer: Answer | None) -> None:
        self.answered.emit(self.id, answer)

    def enter_note(self) -> None:
        """Go into the note, wherever it lies: where one was in it, or behind what stands there."""
        self.note_wanted.emit(self)
        if not self.note.box.textCursor().position():
            self.note.box.moveCursor(QTextCursor.MoveOperation.End)
        self.note.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_note(self) -> None:
        """Back to the row; its text is saved by leaving."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
