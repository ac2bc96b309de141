"""The page a case is judged on: by keyboard, one key question at a time, with the ratings of all cases below."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.errors import Bug, Expected
from inspector_app.core.services.ratings import LiveRatings
from inspector_app.ui import theme
from inspector_app.ui.pages.assessment_keys import HINT, code_of
from inspector_app.ui.widgets.answer_row import AnswerRow, text_label
from inspector_app.ui.widgets.case_header import CaseHeader
from inspector_app.ui.widgets.note_box import Target
from inspector_app.ui.widgets.note_field import clock
from inspector_app.ui.widgets.question_list import QuestionList
from inspector_app.ui.widgets.question_view import QuestionView
from inspector_app.ui.widgets.ratings_strip import RatingsStrip

if TYPE_CHECKING:  # they bring the database along, which the first page must not wait for
    from inspector_app.core.services.editor import Done
    from inspector_app.core.services.workspace import Workspace

_RATED_BY = frozenset({"judgement", "rating", "panel", "totals", "case"})  # what the strip shows comes from these
_SHOWN = _RATED_BY | {"prompt", "person"}
_NOTHING = "Nothing to judge here yet. Choose a case on the Cases page; some frameworks judge no key questions by case."


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was. `prompt` None: the judgement. `position` and `anchor` are the cursor in its note."""

    case: str
    question: str
    prompt: str | None
    in_note: bool
    position: int
    anchor: int
    scroll: int


class Assessment(QWidget):
    """Judges the cases of the open workspace. Nothing is ever asked, and nothing has to be saved by hand.

    Moving on from a note that cannot be written (a full disk) does not happen: the text stays and says why.
    """

    back_requested = Signal()
    case_changed = Signal(str)  # case id
    saved = Signal(str)  # time as shown
    failed = Signal(object)  # Expected

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._live: LiveRatings | None = None
        self._case = self._question = ""
        self._row: AnswerRow | None = None
        self._in_note = self._writing = False
        self._touched: set[tuple[str, str]] = set()
        self.header = CaseHeader(self)
        self.questions = QuestionList(self)
        self.view = QuestionView(self)
        self.strip = RatingsStrip(self)
        self._heading = theme.role(text_label(self), "heading")
        self._nothing = theme.role(QLabel(_NOTHING, self), "quiet")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._show_body(False)
        self.header.asked.connect(self.do)
        self.questions.question_chosen.connect(self._on_question_chosen)
        self.view.answered.connect(self._on_answered)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._on_focus_changed)

    def _lay_out(self) -> None:
        self.questions.setFixedWidth(theme.px(212))
        body = QHBoxLayout()
        body.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        body.setSpacing(theme.px(4))
        body.addWidget(self.questions)
        centre = QVBoxLayout()
        centre.setSpacing(theme.px(6))
        centre.addWidget(self._heading)
        centre.addWidget(self.view, 1)
        body.addLayout(centre, 1)
        body.addWidget(self._nothing, 1)
        hint = theme.role(QLabel(HINT, self), "small")
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        hint.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(4))
        self.header.setContentsMargins(theme.px(8), theme.px(8), theme.px(12), 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self.header)
        layout.addLayout(body, 1)
        layout.addWidget(hint)
        layout.addWidget(self.strip)

    # what the window says

    def open(self, workspace: "Workspace") -> None:
        """Take an open workspace; no case is shown yet."""
        self._workspace = workspace
        self._case = self._question = ""
        self._row = None
        self._show_body(False)
        self._touched.clear()
        self._live = LiveRatings(workspace.framework, workspace.inspection())
        self.strip.open(workspace.framework)
        self.strip.set_rated(self._live.rated)

    def show_case(self, case_id: str, question: str | None = None, prompt: str | None = None) -> bool:
        """Show a case, at a prompt, or else at the first gap of the key question, or of the case.

        False when what was typed before could not be saved (the page stays) or the case is not there.
        """
        if not self._show(case_id, question):
            return False
        self._focus(self.view.find(prompt) if prompt else self.view.first_gap())
        return True

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be; it stays in its box and is tried again."""
        return self.view.flush()

    def refresh(self, touched: frozenset[tuple[str, str]]) -> None:
        """Take edits made elsewhere: at once when the page is seen, otherwise when it next is."""
        if self._workspace is None or self._writing:
            return
        self._touched |= {item for item in touched if item[0] in _SHOWN}
        if self.isVisible():
            self._take_touched()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited elsewhere."""
        super().showEvent(event)
        self._take_touched()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row one is on stays in sight."""
        super().resizeEvent(event)
        if self._row is not None:
            self.layout().activate()
            self.view.bring_into_view(self._row)

    def place(self) -> Place | None:
        """Where the person is; None before any case."""
        if self._row is None:
            return None
        cursor, scroll = self._row.note.box.textCursor(), self.view.verticalScrollBar().value()
        prompt = getattr(self._row, "ref", None)
        return Place(self._case, self._question, prompt, self._in_note, cursor.position(), cursor.anchor(), scroll)

    def return_to(self, place: Place) -> bool:
        """Go back to a place, with the cursor where it was. False as for `show_case`."""
        if not self._show(place.case, place.question):
            return False
        row = self.view.find(place.prompt)
        self._focus(row)
        if place.in_note:
            row.enter_note()
            cursor, end = row.note.box.textCursor(), row.note.box.document().characterCount() - 1
            cursor.setPosition(min(place.anchor, end))
            cursor.setPosition(min(place.position, end), QTextCursor.MoveMode.KeepAnchor)
            row.note.box.setTextCursor(cursor)
        self.view.scroll_to(place.scroll)
        return True

    # showing

    def _show(self, case_id: str, question: str | None) -> bool:
        if self._workspace is None or not self.flush():
            return False
        try:
            row = self._workspace.case_row(case_id)
            if not row.marks:
                return self._show_nothing(row)
            known = [m.question for m in row.marks]
            open_ = (m.question for m in row.marks if m.answer is None or m.prompts_answered < m.prompts)
            chosen = question if question in known else next(open_, known[0])
            page = self._workspace.question_page(case_id, chosen)
        except Expected as error:
            self.failed.emit(error)
            return False
        changed, self._case, self._question = self._case != case_id, case_id, chosen
        self.header.set_row(row)
        self.questions.set_marks(self._workspace.framework, row.marks)
        self.questions.select(chosen)
        self._heading.setText(f"{page.ref}  {page.text}")
        self.view.set_page(page, self._write)
        self._show_body(True)
        self.strip.bring_into_view(page.standard)
        if changed:
            self.case_changed.emit(case_id)
        return True

    def _show_nothing(self, row: CaseRow) -> bool:
        self._case, self._question, self._row = row.id, "", None
        self.header.set_row(row)
        self._show_body(False)
        return False

    def _show_body(self, shown: bool) -> None:
        self.questions.setVisible(shown)
        self.view.setVisible(shown)
        self._heading.setVisible(shown)
        self._nothing.setVisible(not shown)

    def _take_touched(self) -> None:
        if self._workspace is None or not self._touched:
            return
        kinds = {entity for entity, _ in self._touched}
        self._touched.clear()
        if self._live is not None and kinds & _RATED_BY:
            self.strip.set_rated(self._live.replace(self._workspace.inspection()))
        if self._question:
            self._read_again()

    def _read_again(self) -> None:
        """Show what is stored now, in the same widgets; text not yet saved stays."""
        if self._workspace is None:
            return
        try:
            row = self._workspace.case_row(self._case)
            page = self._workspace.question_page(self._case, self._question)
        except Expected as error:  # the case was deleted elsewhere
            self.failed.emit(error)
            self.back_requested.emit()
            return
        self.header.set_row(row)
        self.questions.set_marks(self._workspace.framework, row.marks)
        self.view.set_page(page, self._write)

    def _focus(self, row: AnswerRow) -> None:
        self._set_row(row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.layout().activate()
        self.view.bring_into_view(row)

    def _set_row(self, row: AnswerRow) -> None:
        if self._row is not None and self._row is not row:
            self._row.set_current(False)
        self._row, self._in_note = row, False
        row.set_current(True)

    def _on_focus_changed(self, now: object) -> None:
        row = self.view.row_of(now) if isinstance(now, QWidget) else None
        if row is not None:  # elsewhere, the row stays the one that undo and `place` are about
            self._set_row(row)
            self._in_note = now is row.note.box

    # what the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's own keys, from anywhere on it."""
        code = code_of(event)
        if code is None:
            super().keyPressEvent(event)
        else:
            self.do(code)

    def do(self, code: str) -> None:
        """Do what a key, a button or the palette asks for (the codes of assessment_keys and case_header)."""
        match code:
            case "back":
                self.back_requested.emit()
            case "up" | "down":
                self._step(-1 if code == "up" else 1)
            case "previous-question" | "next-question":
                self._step_question(-1 if code == "previous-question" else 1, from_top=True)
            case "previous-case" | "next-case":
                self._step_case(-1 if code == "previous-case" else 1)
            case "next-gap":
                self._next_gap()
            case "undo" | "redo":
                self._go_back_or_on(code)

    def _step(self, by: int) -> None:
        rows = self.view.rows
        at = rows.index(self._row) + by if self._row in rows else 0
        if 0 <= at < len(rows):
            self._focus(rows[at])
        else:
            self._step_question(by, from_top=by > 0)

    def _step_question(self, by: int, *, from_top: bool) -> None:
        known = [m.question for m in self.questions.marks()]
        at = known.index(self._question) + by if self._question in known else -1
        if 0 <= at < len(known) and self._show(self._case, known[at]):
            self._focus(self.view.rows[0 if from_top else -1])

    def _step_case(self, by: int) -> None:
        known = [row.id for row in self._workspace.case_rows()] if self._workspace else []
        at = known.index(self._case) + by if self._case in known else -1
        if 0 <= at < len(known):
            self.show_case(known[at])

    def _next_gap(self) -> None:
        if self._workspace is None or self._row is None:
            return
        prompt = getattr(self._row, "ref", None)
        found = self._workspace.next_gap(self._case, self._question, prompt)
        if found is not None and self._show(found[0], found[1]):
            self._focus(self.view.find(found[2]))

    def _on_question_chosen(self, question: str) -> None:
        if self._show(self._case, question):
            self._set_row(self.view.first_gap())  # the focus stays in the list, to go on choosing
        else:
            self.questions.select(self._question)

    def _on_answered(self, entity_id: str, answer: Answer | None) -> None:
        row = next(row for row in self.view.rows if row.id == entity_id)
        try:
            self._write(Target(row.entity, row.id, "answer"), answer.value if answer else None, None)
        except Expected as error:
            self.failed.emit(error)
            return
        self._show_answered(row, answer)
        if row is self.view.judgement:
            self._focus(row)  # stays, to be seen and given its reasons
        elif answer is not None:
            self._step(1)
        else:
            self._focus(row)

    def _show_answered(self, row: AnswerRow, answer: Answer | None) -> None:
        if row.is_contested:
            self._read_again()  # two notes may still stand beside the one answer
        else:
            row.show_answer(answer)
        if row is self.view.judgement and self._live is not None:
            self.strip.set_rated(self._live.answer(self._case, self._question, answer))
        done = sum(prompt.answer is not None for prompt in self.view.prompts)
        mark = self.questions.mark(self._question)
        own = self.view.judgement.answer
        self.questions.set_mark(replace(mark, answer=own, prompts_answered=done, contested=self.view.contested))
        marks = self.questions.marks()
        self.header.set_gaps(sum(m.prompts - m.prompts_answered + (m.answer is None) for m in marks))

    def _go_back_or_on(self, code: str) -> None:
        """Undo or redo on the item in focus; what is typed there is saved first, and is the first to be undone."""
        row = self._row
        if self._workspace is None or row is None or not self.flush():
            return
        row.note.box.end_session()
        editor = self._workspace.editor
        self._writing = True
        try:
            done = (editor.undo if code == "undo" else editor.redo)(row.entity, row.id)
        except Expected as error:
            self.failed.emit(error)
            return
        finally:
            self._writing = False
        self._read_again()
        if row is self.view.judgement and self._live is not None:
            self.strip.set_rated(self._live.answer(self._case, self._question, row.answer))
        self.saved.emit(clock(done.at))

    def _write(self, target: Target, value: Value, amend: ChangeId | None) -> "Done":
        if self._workspace is None:
            raise Bug("something was typed before a workspace was open")
        self._writing = True
        try:
            done = self._workspace.editor.set(target.entity, target.id, target.field, value, amend=amend)
        finally:
            self._writing = False
        self.saved.emit(clock(done.at))
        return done
