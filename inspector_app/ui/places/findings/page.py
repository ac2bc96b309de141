"""The Findings page: what the draft findings say, standard by standard, the recommendations, and the PDF."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from inspector_app.core.domain import inspected, live_figures
from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.draft.disagreement import CUT
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.rated import Rated
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.errors import Expected
from inspector_app.core.services.cases import case_work
from inspector_app.core.services.editor import Done
from inspector_app.core.services.fieldwork import due, setting_up
from inspector_app.core.services.results import findings, reports, sealing
from inspector_app.core.services.results.ratings import rate
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.from_document import FromDocument
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.cursor import put_cursor, select_words
from inspector_app.ui.note.door import Door, Target, edit
from inspector_app.ui.page import Destination, Item, Page, Shared
from inspector_app.ui.places.findings import offered_back
from inspector_app.ui.places.findings.carrying import Carrying
from inspector_app.ui.places.findings.desk import FindingsDesk
from inspector_app.ui.places.findings.moving import Moving
from inspector_app.ui.places.findings.phrasing import Phrasing
from inspector_app.ui.places.findings.report_preview import ReportPreview
from inspector_app.ui.places.findings.section_list import OWNED, RECOMMENDATIONS, Texts
from inspector_app.ui.places.findings.summarizing import Summarizing
from inspector_app.ui.places.findings.texts.text_item import TextItem
from inspector_app.ui.places.findings.tooling import INTO_ONE, Tooling
from inspector_app.ui.words import undone

T = TypeVar("T")
_OFFERS = (
    *("draft", "figure", "freeze", "carry", "summary", "phrase"),
    *("text-up", "text-down", "text-delete", "undo", "redo"),
)
_SHOWN = frozenset({"finding", "recommendation", "previous", "support", "summary"})
_CHANGING = ("phrase", "text-up", "text-down", "text-delete")  # a text, or what is kept of it
_FIGURES = frozenset({"judgement", "prompt", "case", "totals", "rating", "panel", "inspection", *WHO_SEES})


@dataclass(frozen=True, slots=True)
class FindingsPlace:
    """Where somebody was: the section, the text and the cursor in it, how far it was scrolled, whether in the PDF.

    `beside`: which pane was open there (places/findings/side.py).
    """

    section: str
    item: str
    position: int
    scroll: int
    preview: bool
    beside: str = ""


class FindingsPage(Page):
    """Edits the findings and recommendations, and shows the draft findings as a PDF."""

    code = "findings"
    offers = _OFFERS

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace = shared.workspace
        self._typing = False
        self._touched: set[str] = set()
        self._section = _first(workspace)
        self._rated: Rated | None = None
        self._door = Door(self._write, workspace.editor.stands, workspace.editor, partial(_keep_typed, workspace))
        self._stack = QStackedWidget(self)
        self.desk = FindingsDesk(workspace.framework, self._rename, self._stack)
        self._carrying = Carrying(workspace, self.desk, shared.jobs, self._try)
        self._summarizing = Summarizing(workspace, self.desk, self._try, self._writing)
        self._reading = FromDocument(shared.jobs, workspace, self.desk.sheet)
        self.desk.sheet.set_reading(self._reading)
        self._moving = Moving(self, self.desk, self._try)
        self._phrasing = Phrasing(workspace, self.desk.sheet, self._try)
        Tooling(self.desk, self.do, self._add)
        self._own: dict[str, Callable[[], object]] = {
            "draft": self.draft, "figure": self.desk.side.enter_figures, "freeze": self.desk.side.enter_freezing,
            "carry": self._carrying.enter, "summary": self._summarizing.enter, "phrase": self._phrasing.keep,
            "text-up": lambda: self._moving.move(self._item_in_hand(), -1),
            "text-down": lambda: self._moving.move(self._item_in_hand(), 1),
            "text-delete": self._delete_here,
        }  # fmt: skip
        self._tallying = QTimer(self, singleShot=True, interval=0)  # once the page is seen
        self._tallying.timeout.connect(lambda: self.desk.figures.prompts.read(workspace, self._section))
        self._preview: ReportPreview | None = None
        self._stack.addWidget(self.desk)
        self.fill(self._stack)
        self._connect()
        self._read()

    def _connect(self) -> None:
        self.desk.section_chosen.connect(self._show_section)
        self.desk.pdf_asked.connect(self.draft)
        self.desk.sheet.restore_asked.connect(self._restore)
        self.desk.sheet.add_asked.connect(self._add)
        self.desk.more.wanted.connect(self.want_page)
        self.desk.failed.connect(self.failed)
        self.desk.sheet.take_asked.connect(self._reading.choose)
        self._reading.taken.connect(self._reading.say)
        self._reading.busy_changed.connect(self.desk.sheet.take.setDisabled)
        for code in self._own:
            actions.make(self, code, partial(self._act, code), here=True)

    @property
    def preview(self) -> ReportPreview:
        """The draft as a PDF, made when it is first wanted."""
        if self._preview is None:
            self._preview = made = ReportPreview(self._workspace, self._shared.jobs, self._stack)
            made.left.connect(self._go_on_writing)
            made.text_asked.connect(self._show_text)
            self._stack.addWidget(made)
        return self._preview

    # what the window says

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be; it stays in its box and is tried again."""
        return self.desk.flush()

    def refresh(self, touched: Touched) -> None:
        """Take edits: at once when the page is seen, otherwise when it next is."""
        told = any(entity != "allowed" for entity, _ in touched)  # why words may leave is not in the draft
        if told and self._preview is not None:
            self._preview.note_change()
        if not self._typing:
            self._touched |= {entity for entity, _ in touched} & (_SHOWN | _FIGURES)
            if self.isVisible():
                self._take_touched()
        else:
            self.desk.sections.note(self._section, self.desk.sheet.words())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited elsewhere."""
        super().showEvent(event)
        self._take_touched()

    def hideEvent(self, event: QHideEvent) -> None:
        """One comes back to the texts: the key of the page is for them, and the draft has its own."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._stack.setCurrentWidget(self.desk)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page has nothing to do with the focus itself: the sections or the PDF do."""
        super().focusInEvent(event)
        (self._stack.currentWidget() or self.desk).setFocus(event.reason())

    def place(self) -> FindingsPlace:
        """Where the person is."""
        box = self.desk.sheet.last_box
        item = box.objectName() if box is not None else ""
        position = box.textCursor().position() if box is not None else 0
        return FindingsPlace(
            section=self._section,
            item=item,
            position=position,
            scroll=self.desk.sheet.scroll_value(),
            preview=self._stack.currentIndex() == 1,
            beside=self.desk.side.current,
        )

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if not isinstance(place, FindingsPlace):
            return
        self._show_section(place.section)
        if place.beside:
            self.desk.side.open(place.beside)
        self.desk.show_texts()  # they are what one comes for, where the two take turns
        box = self.desk.findChild(NoteBox, place.item) if place.item else None
        if isinstance(box, NoteBox):
            put_cursor(box, place.position)
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.desk.sheet.scroll_to(place.scroll))
        if place.preview:
            self.draft()

    def arrive(self, at: Destination) -> None:
        """Show a finding or recommendation, with the cursor in it."""
        if isinstance(at, Item):
            sections = {row.id: row.group for row in self._workspace.findings()}
            owned = next((section for section, entity in OWNED.items() if entity == at.entity), "")
            self.leave_preview()
            self._show_section(owned or sections.get(at.id, self._section))
            self.desk.sheet.enter(at.id)

    def _show_text(self, entity: str, text: str, said: str) -> None:
        """Go to the words that the draft points at in a text; what the panel says is on Ratings."""
        if entity in _SHOWN:
            self.arrive(Item(entity, text))
            if (box := self.desk.sheet.enter_words(text)) is not None:
                select_words(box, said.removesuffix(CUT), box.highlighter.figures)
        elif entity == "panel":
            self.want_page("ratings", Item(entity, text))
        else:
            tell(self, say("That text is not on this page: its line says where it is."))

    def draft(self) -> None:
        """Make the draft findings PDF and show it."""
        if self.flush():
            self._stack.setCurrentWidget(self.preview)
            self.preview.make()

    # showing

    def _take_touched(self) -> None:
        if self._touched:
            self._touched.clear()
            self._read()

    def _read(self) -> None:
        inspection = self._workspace.rated_from()
        self._rated = rate(self._workspace.framework, inspection)
        self.desk.set_marking(inspection.marking, self._door)
        self._show_section(self._section)

    def _show_section(self, section: str) -> None:
        if self._rated is None or not self.desk.leave(section):
            return
        self._section = section
        work = self._workspace
        texts = Texts(work.findings(), due.with_typed(work, work.recommendations()), work.previous())
        self.desk.sections.set_counts(texts, {s.ref for s in self._rated.standards})
        saved = findings.saved(self._workspace)
        for shown in offered_back.before(self._workspace, section, texts, here=self.desk.sheet.section):
            self.desk.show_section(section, shown, lambda entity, text: saved.get((entity, text), ""), self._door)
        sealed = sealing.figures(self._workspace)
        self.desk.set_live(live_figures.figures(self._rated.standards) | sealed)
        self._carrying.read(section, _rows_of(section, texts), texts)
        self._summarizing.read(section)
        self.desk.sheet.set_drafted(_drafted(self._workspace, section))
        standard = section in self._workspace.framework.by_ref
        of_section = [s for s in self._rated.standards if s.ref == section or not standard]
        self.desk.figures.set_standards(self._workspace.framework, of_section)
        self._tallying.start()

    def leave_preview(self) -> None:
        """Go back from the PDF to the texts."""
        self._stack.setCurrentWidget(self.desk)
        self.desk.setFocus()

    come_again = leave_preview

    def _go_on_writing(self) -> None:
        self.leave_preview()
        self.desk.back_to_text()

    def _act(self, code: str) -> None:
        """Do one of its own. From the PDF it leads to the texts first, and changes none that one did not see."""
        unseen = self._stack.currentWidget() is not self.desk
        if unseen and code != "draft":
            self.leave_preview()
            if self.desk.sheet.item_in_hand() is not None:
                self.desk.back_to_text()
        if not (unseen and code in _CHANGING):
            self._own[code]()

    # writing

    def _write(self, target: Target, value: Value, amend: ChangeId | None) -> Done:
        if target.field == "due":
            return self._writing(lambda w: due.set_deadline(w, target.id, str(value or ""), amend, target.over))
        return self._writing(lambda w: edit(w, target, value, amend))

    def _rename(self, entity: str, ids: Sequence[str], owner: Value, over: Value) -> Done:
        done = self._writing(lambda w: findings.rename_owner(w, ids, str(owner), over, entity=entity))
        return replace(done, value=owner)

    def _writing(self, write: Callable[[Workspace], Done]) -> Done:
        """Write what is being typed; the box that holds it is not filled again from what comes back."""
        self._typing = True
        try:
            return write(self._workspace)
        finally:
            self._typing = False

    def _add(self, entity: str, group: str, kind: str) -> str:
        """A new empty text at the end of its list, with the cursor in it, or where nobody should act yet there; its id."""
        if not self.flush():
            return ""
        made = self._try(lambda w: _made(w, entity, group, kind))
        if made:
            self.desk.sheet.enter(made)
        return made or ""

    def as_read(self, text: str) -> str:
        """With the figures as the boxes show them."""
        return self.desk.in_words(text)

    def invert(self, code: str, entity: str, entity_id: str) -> bool:
        """A text whose first step is undone is deleted: without that step it would be an empty one that stands nowhere.
        One is where a text came back, or where it went again.
        """
        with suppress(Expected):  # which is told as everywhere
            moved = self._moves(code, entity, entity_id)
            if code == "undo" and undone.is_made(moved, again=False):
                self._delete(entity, entity_id)
                said = undone.step(moved, again=False, read=self.as_read)
                again = self.redo_of(entity, entity_id, partial(self._restore, entity, entity_id))
                self._tell_undone(said, (entity, entity_id), again)
                return True
        back = self.desk.sheet.offers(entity_id)
        done = super().invert(code, entity, entity_id)
        (self.desk.sheet.enter if back else self.desk.sheet.offer)(entity_id)
        return done

    def _restore(self, entity: str, text: str) -> None:
        if self.flush():
            if case_work.took_away(self._workspace, entity, text):
                self.invert("undo", entity, text)
            else:
                self._try(lambda w: case_work.bring_back(w, entity, text))
            self.desk.sheet.enter(text)

    def _delete(self, entity: str, text: str) -> None:
        """Delete a text; in its place it is offered back, and one is there."""
        if self.flush() and self._try(lambda w: findings.delete(w, entity, text)) is not None:
            self.desk.sheet.offer(text)

    def _delete_here(self) -> None:
        if (item := self._item_in_hand()) is not None:
            self._delete(item.entity, item.row.id)

    def _item_in_hand(self) -> TextItem | None:
        """The text that a command is for; where there is none, what to do first is told."""
        item = self.desk.sheet.item_in_hand()
        if item is None:
            tell(self, INTO_ONE.say())
        return item

    def _try(self, do: Callable[[Workspace], T]) -> T | None:
        """Do something to the texts; None where it was refused, which is told."""
        try:
            return do(self._workspace)
        except Expected as error:
            self.failed.emit(error)
            return None

    def do(self, code: str) -> None:
        """Make the PDF, go to figures or evidence, or undo or redo on the text that has the focus (one of `offers`)."""
        if code in self._own:
            self._act(code)
        else:
            super().do(code)


def _keep_typed(workspace: Workspace, target: Target, text: str) -> None:
    """A deadline, which alone is read once one has left its box."""
    due.keep_typed(workspace, target.id, text)


def _drafted(workspace: Workspace, section: str) -> list[str]:
    part = workspace.framework.sections.get(section)
    if part is None or not part.drafted:
        return []  # before anything is read: a standard is left and come back to all day
    return reports.drafted(workspace.framework, workspace.inspection(), part)


def _first(workspace: Workspace) -> str:
    """The first standard that has findings, or the first that is inspected."""
    with_findings = {row.group for row in workspace.findings()}
    returning = setting_up.setting(workspace).return_start is not None
    refs = [s.ref for s in inspected.standards(workspace.framework, returning=returning, said_of=with_findings)]
    return next((ref for ref in refs if ref in with_findings), refs[0] if refs else RECOMMENDATIONS)


def _rows_of(section: str, texts: Texts) -> Sequence[TextRow]:
    """The texts of a section that evidence carries."""
    if section == RECOMMENDATIONS:
        return texts.recommendations
    return [row for row in texts.findings if row.group == section]


def _made(workspace: Workspace, entity: str, group: str, kind: str) -> str:
    if entity == "finding":
        return findings.add_finding(workspace, group, kind)
    if entity == "previous":
        return findings.add_previous(workspace, group)
    return findings.add_recommendation(workspace, group)
