"""What every page of an open inspection can do, and the few ways in which it speaks to what is round it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.asked import CasesAsked
from inspector_app.core.domain.finding.search import Query
from inspector_app.core.domain.ids import case_of
from inspector_app.core.domain.live_figures import to_read
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_work
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.people import standing
from inspector_app.core.services.safekeeping.backups import NO_SECOND_COPY, SecondCopy
from inspector_app.core.services.safekeeping.rehearsing import NO_REHEARSAL, Rehearsal
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import actions, pages
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.focus import give_to_next, gone_with_the_keyboard
from inspector_app.ui.controls.page_keys import code_of
from inspector_app.ui.controls.telling import Offer, tell
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.door import Target
from inspector_app.ui.note.in_hand import item_in_hand
from inspector_app.ui.note.kept_out import ONLY_READ
from inspector_app.ui.note.only_of import only_of
from inspector_app.ui.note.saving import Saving
from inspector_app.ui.note.taking_back import note_in_hand, stands, walk
from inspector_app.ui.words import undone

_UNDOING = ("undo", "redo")
_OTHER = {"undo": "redo", "redo": "undo"}


@dataclass(frozen=True, slots=True)
class CaseAt:
    """A case: at its first gap, at that of a key question, or at a prompt (or JUDGEMENT) of one.

    `words`: what was looked for (as it was typed), which its note is to be seen at. `commenting`: to write a comment there.
    """

    case: str
    question: str = ""
    prompt: str = ""
    words: str = ""
    commenting: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A thing of the inspection: a concern, a source, a finding, an event and the like; `title`: to be in its title."""

    entity: str
    id: str
    title: bool = False


@dataclass(frozen=True, slots=True)
class TheseCases:
    """Some of the cases (ids), and in words which they are. `asked`: by what, where others may be that after more work."""

    ids: tuple[str, ...]
    words: str
    asked: CasesAsked | None = None


@dataclass(frozen=True, slots=True)
class NewConcern:
    """A concern that is begun now, about a case (id) or with "" about none."""

    case: str = ""


Destination = CaseAt | Item | TheseCases | NewConcern | Query


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the inspection as a whole, beyond what any one page reads."""

    contested: int = 0  # fields that wait for somebody to settle them
    open_concerns: int = 0
    concern_cases: Mapping[str, int] = field(default_factory=dict)  # case id -> how many of them are about it
    ledger: Sequence[LedgerRow] = ()  # whose work is here up to when
    second_copy: SecondCopy = NO_SECOND_COPY
    rehearsal: Rehearsal = NO_REHEARSAL


def _nothing() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Shared:
    """What all pages of one open inspection have in common."""

    workspace: Workspace
    jobs: Jobs
    flush: Callable[[], bool] = _nothing  # write what is typed on any page; False when some of it could not be
    read_ledger: Callable[[], object] = _nothing  # read anew whose work is here; pages are told by `know`
    read_safeguards: Callable[[], object] = _nothing  # and how old the second copy and the rehearsal are
    inside: QWidget | None = None  # what pages are made in: each widget of one that is put there later is visited again


class Page(QWidget):
    """A page, made for one open inspection and for no other.

    The desk calls its methods and listens to its signals, never the other way round, so that nothing is left of a page once
    the desk has let go of it. What a page connects to and does not own, it connects by a method of its own.
    """

    code: ClassVar[str]  # as in the table of pages
    whole: ClassVar[bool] = False  # whether it has all of the screen, without rail and strip

    case_wanted = Signal(object)  # CaseAt: open this case
    page_wanted = Signal(str, object)  # code; Destination, or None for the page as it was left
    put_back = Signal(object)  # Path: close the inspection, and put the whole of it back from this backup
    failed = Signal(object)  # Expected: something was refused, and nothing was changed
    named = Signal(str)  # what is in view has this name, in place of the page's own

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared.inside)
        if shared.inside is not None:
            self.resize(shared.inside.size())
        self._shared, self._workspace = shared, shared.workspace
        self.answers: Callable[[], Iterable[QWidget]] = tuple  # what answers on it, to be kept free before all else
        self.give_way: Callable[[QRect], object] = bool  # to nothing by half, under a message there on the screen
        self.title = pages.page(self.code).title
        self.setAccessibleName(self.title)

    def kept_free(self) -> list[QWidget]:
        """What no message is to lie over: what answers, else the filled buttons, which are what is pressed next."""
        filled = (button for button in self.findChildren(QPushButton) if button.property("role") == "primary")
        return [*self.answers()] or [*filled]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt asks for the next stop when what has the keyboard goes, too: then it is one of the page, never of the strip."""
        lost = gone_with_the_keyboard(self)
        return give_to_next(self, lost) if lost is not None else super().focusNextPrevChild(forward)

    def fill(self, inside: QWidget) -> None:
        """Let one widget take all of the page."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside)

    # what the desk asks of it

    def flush(self) -> bool:
        """Write any pending typed text now. False when it could not be written and is still in its box."""
        return True

    def refresh(self, touched: Touched) -> None:
        """Show what changed of these entities."""

    def know(self, known: Known) -> None:
        """Take what is known of the whole inspection: once when the page is made, and whenever it is different."""

    def arrive(self, at: Destination) -> None:
        """Show what somebody came for."""

    def follow(self, at: Destination) -> None:
        """Be on what the page one comes from has in hand (`at`), where this page is about such; else as it was left."""

    def come_again(self) -> None:
        """The page was asked for while one is on it."""
        self.setFocus()

    def place(self) -> object:
        """Where the person is on the page; None for nowhere."""
        return None

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""

    def held(self) -> object:
        """What is looked at on it and is nowhere of ours yet, such as a file: kept over a change of look, never written."""
        return None

    def hold_on(self, held: object) -> None:
        """Look again at what `held` of the page before gave."""

    @property
    def at(self) -> Destination | None:
        """What is in hand, which other pages follow: a case with key question and prompt, what is rated; or None."""
        return None

    @property
    def asked(self) -> CaseAt | None:
        """The prompt, or judgement of a key question, in hand, which *Case by case* is about; of whichever case."""
        return self.at if isinstance(self.at, CaseAt) and self.at.question else None

    @property
    def in_words(self) -> str:
        """The words of the prompt in hand, which anybody may read, on the page that has one."""
        return ""

    @property
    def offers(self) -> tuple[str, ...]:
        """The commands that the palette can ask of `do` now."""
        return ()

    def do(self, code: str) -> None:
        """Do one of `offers`."""
        if code in _UNDOING:
            self.undo(code)

    def leave(self) -> None:
        """Do nothing more: the page, or the inspection, is about to go."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        for saving in self.findChildren(Saving):
            saving.let_go()

    @property
    def foot(self) -> int:
        """How high what it keeps in view at its foot is, px: no message is to lie over it."""
        return 0

    # undo and redo

    @staticmethod
    def offer_undo(act: Callable[[], object]) -> Offer:
        """Undo of what a message tells, as it offers it: never of what is in hand by then, for messages stay."""
        return _offer("undo", act)

    def undo_of(self, entity: str, entity_id: str, act: Callable[[], object] | None = None) -> Offer:
        """Undo (by `act`) of that item's last step, as a message offers it: of that one alone, for messages stay."""
        return self.offer_undo(self._only_of("undo", entity, entity_id, act))

    def redo_of(self, entity: str, entity_id: str, act: Callable[[], object] | None = None) -> Offer:
        """The same for what was undone last of it."""
        return _offer("redo", self._only_of("redo", entity, entity_id, act))

    def _only_of(
        self, code: str, entity: str, entity_id: str, act: Callable[[], object] | None
    ) -> Callable[[], object]:
        def stands() -> object:
            return self.flush() and self._workspace.editor.stands_at(entity, entity_id)

        return only_of(self, code, stands, act or partial(self.invert, code, entity, entity_id))

    def in_hand(self) -> tuple[str, str] | None:
        """Entity and id of the item that undo and redo are about now; what is typed there next is a step of its own."""
        return item_in_hand(self)

    def undo(self, code: str) -> None:
        """Undo or redo ("undo", "redo"): inside a note what was typed there, a burst at a time; else of the item in hand.

        What is typed is saved first, and what was done is told.
        """
        box = note_in_hand()
        if box is not None and self.isAncestorOf(box) and self._walk(box, code):
            return
        if not self.flush():
            return
        item = self.in_hand()
        if item is None:  # a key that does nothing says why
            self.failed.emit(Expected(Code.NOTHING_TO_UNDO if code == "undo" else Code.NOTHING_TO_REDO))
        elif self.invert(code, *item) and box is not None:
            box.bursts.beyond = max(0, box.bursts.beyond + (1 if code == "undo" else -1))

    def _walk(self, box: NoteBox, code: str) -> bool:
        if said := walk(box, code, self):
            target, other = box.saving.target, _OTHER[code]
            of = (target.entity, target.id) if target is not None else ("", "")
            self._tell_undone(
                said, of, _offer(other, only_of(self, other, partial(stands, box), partial(self._walk, box, other)))
            )
        return bool(said)

    def invert(self, code: str, entity: str, entity_id: str) -> bool:
        """Undo or redo the last step of an item, and tell what that was; False when it was refused, which is told."""
        try:
            moved = self._moves(code, entity, entity_id)
            (case_work.undo if code == "undo" else case_work.redo)(self._workspace, entity, entity_id)
        except Expected as error:
            self.failed.emit(error)
            return False
        said = undone.step(moved, again=code == "redo", read=self.as_read)
        back = self.redo_of if code == "undo" else self.undo_of
        self._tell_undone(said, (entity, entity_id), back(entity, entity_id))
        return True

    def as_read(self, text: str) -> str:
        """A text as it reads on this page, where live figures say what they say now."""
        return to_read(text)

    def _moves(self, code: str, entity: str, entity_id: str) -> list[undone.Moved]:
        editor, verb = self._workspace.editor, Verb.UNDO if code == "undo" else Verb.REDO
        return [
            undone.Moved(edit.entity, edit.field, editor.held(edit.entity, edit.id, edit.field).value, edit.value)
            for edit in editor.inverted(entity, entity_id, verb)
        ]

    def _tell_undone(self, said: str, of: tuple[str, str], back: Offer) -> None:
        """Tell it, of an item of a case with which that is: it may be read when one is elsewhere."""
        entity, item = of
        case = self._workspace.case_ref(case_of(item)) if item else ""
        seen = undone.where(case, entity, item, said)
        tell(self, seen, back, heard=said)

    def next_undone(self, entity: str, entity_id: str) -> tuple[Edit, ...]:
        """What undo of the item would write. Expected: as Editor.undo."""
        return self._workspace.editor.inverted(entity, entity_id, Verb.UNDO)

    def take_back_step(self, entity: str, entity_id: str) -> None:
        """Undo the item's last step, without a word. Expected: as case_work.undo."""
        case_work.undo(self._workspace, entity, entity_id)

    def do_step_again(self, entity: str, entity_id: str) -> None:
        """Redo the item's last step, without a word. Expected: as case_work.redo."""
        case_work.redo(self._workspace, entity, entity_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of undo and redo, from anywhere on the page."""
        code = code_of(event)
        if code in _UNDOING:
            self.undo(code)
        else:
            event.ignore()

    def say_kept_out(self, target: Target | None) -> None:
        """Say why nothing can be typed in a box of the page that is only read."""
        try:
            if target is not None:
                standing.require_work(self._workspace, target.entity, target.id)
        except Expected as error:
            self.refuse(error)
        else:
            tell(self, ONLY_READ.say())

    def refuse(self, error: Expected) -> None:
        """Say that something was refused, with what can be done about it on the page."""
        self.failed.emit(error)

    # what it asks of the desk

    def want_case(self, case: str, question: str = "", prompt: str = "") -> None:
        """Ask for a case to be opened."""
        self.case_wanted.emit(CaseAt(case, question, prompt))

    def want_page(self, code: str, at: Destination | None = None) -> None:
        """Ask for a page, and what to show there."""
        self.page_wanted.emit(code, at)


def _offer(code: str, act: Callable[[], object]) -> Offer:
    return Offer(actions.command(code).text, act)


class FollowingPage(Page):
    """A page that follows what others edit: now while it is seen, otherwise when it next is."""

    read_by: ClassVar[frozenset[str]]  # the kinds of entities that it is made of
    is_written_on: ClassVar[bool] = (
        False  # then a box may still be writing when the page hears of it, and it reads later
    )

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._stale = True

    def refresh(self, touched: Touched) -> None:
        """Show what changed of these entities."""
        if any(entity in self.read_by for entity, _ in touched):
            self._stale = True
            if self.isVisible() and self.is_written_on:
                QTimer.singleShot(0, self, self._read)
            elif self.isVisible():
                self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited elsewhere."""
        super().showEvent(event)
        self._read()

    def _read_anew(self) -> None:
        """Read and show it after an edit of the page's own."""
        self._stale = True
        self._read()

    def _read(self) -> None:
        """Read and show it, where `_stale` says so."""
        raise NotImplementedError
