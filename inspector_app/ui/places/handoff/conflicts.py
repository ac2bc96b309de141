"""The conflict desk: each contested field with every value, until somebody settles it. The program never does."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from inspector_app.core.domain.cases.second_marking import place_of
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId, case_of
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import things_called
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.cases.conflicts import Conflict, Settled
from inspector_app.core.services.editor import Done
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import later, say
from inspector_app.ui import letters
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.controls.lists.lined import CONTESTED, Line, LinedList
from inspector_app.ui.controls.telling import Offer, refuse, tell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.taking_back import note_in_hand
from inspector_app.ui.page import Page, Shared
from inspector_app.ui.places.handoff.conflict_view import ConflictView
from inspector_app.ui.places.handoff.left_draft import LeftDraft
from inspector_app.ui.words import conflict as words

_NOTHING = (
    later("Nothing is contested"),
    later(
        "When two people have written different things in one field, both are kept, and are shown here side by side "
        "after a hand-off. Ratings count a contested judgement as unanswered until somebody settles it."
    ),
)
_LAST = later("Nothing else is contested. Give a package, so that colleagues have it too.")
_LAST_YOURS = later("Nothing else is yours to settle. Give a package, so that colleagues have it too.")
_NOT_TOGETHER = later(
    "These cannot be combined as they stand: keep one of them, or settle with what you choose or write."
)
_NUMBERS = ("1", "2", "3")


class ConflictsPage(Page):
    """Lists what is contested and settles what somebody decides."""

    code = "conflicts"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace = shared.workspace
        self._found: list[Conflict] = []  # what this person settles first
        self._theirs: dict[str, str] = {}  # name of a field that others settle -> whose case it is on
        self._settled: dict[str, Settled] = {}  # today, on this laptop, the last first
        self._drafts: dict[str, str] = {}
        self._called: dict[str, str] = {}  # as of things_called
        self._current = ""  # name of the field shown, as of its draft
        self.back = way_back("handoff", self)
        self.to_case = PressButton(say("Open the case"), self)
        self.standing = theme.role(plain_label(parent=self), "quiet")
        self.list = LinedList(say("What is contested"), self)
        self.view = ConflictView(workspace.framework, self)
        self.left = LeftDraft(self)
        self.nothing = Empty(self, *_NOTHING)
        self._lay_out()
        self._connect()
        self._read()

    # what the window says

    def flush(self) -> bool:
        """Keep what is being written anew. False when it could not be; it stays in its box."""
        return self.view.flush()

    def refresh(self, touched: Touched) -> None:
        """Show what is contested now; a text being written stays."""
        if touched:
            self._read()

    def place(self) -> object:
        """Which field is shown."""
        return self._current

    def return_to(self, place: object) -> None:
        """Show that field again, if it is still contested."""
        names = self._names()
        if place in names and self.flush():
            self._current = str(place)
            self.list.setCurrentRow(names.index(self._current))
            self._show()
            self._body.show_parts(True)

    # parts

    def _lay_out(self) -> None:
        self.list.installEventFilter(self)
        self._body = BesideList(self.list, self.view, self.left, back=say("All of them"), on=say("This one"))
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"), self.standing)
        head.add_gap()
        head.addWidget(self._body.turn)
        head.addWidget(self.to_case)
        tab_through([self.back, self.to_case])
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addLayout(head)
        layout.addWidget(self.nothing)
        layout.addWidget(self._body, 1)
        layout.addStretch(0)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.want_page("handoff"))
        self.to_case.clicked.connect(self._go_to_case)
        self.list.currentRowChanged.connect(self._choose)
        self.view.settled.connect(self._settle)
        self.left.forgotten.connect(self._forget)

    # showing

    def _read(self) -> None:
        """Read what is contested. The field shown stays, or the one now in its place comes."""
        if not self.flush():
            return  # what is being written stays in view, with the reason why it could not be kept
        was = self.list.currentRow()
        found = conflicts.conflicts(self._workspace)
        kinds = {_of(conflict): conflict for conflict in found}  # what is alike in who settles it is asked once
        whose = {of: conflicts.who_settles(self._workspace, one) for of, one in kinds.items()}
        self._theirs = {_name(one): person for one in found if (person := whose[_of(one)]) is not None}
        self._found = sorted(found, key=lambda conflict: _name(conflict) in self._theirs)
        self._drafts = drafts.kept(self._workspace)
        self._called = things_called.names(self._workspace)  # once for all lines
        self._settled = {_name(one.conflict): one for one in conflicts.settled(self._workspace, today_began())}
        names = self._names()
        if self._current not in names:
            self._current = names[max(0, min(was, len(names) - 1))] if names else ""
        self._list(names)
        self.standing.setText(
            words.standing(len(self._found) - len(self._theirs), len(self._theirs), len(self._settled))
        )
        self._show()

    def _names(self) -> list[str]:
        """The fields in the list: those contested, those settled elsewhere with a draft left, those settled here today."""
        contested = [_name(conflict) for conflict in self._found]
        left = [name for name in self._drafts if name not in contested and name not in self._settled]
        return [*contested, *left, *(name for name in self._settled if name not in contested)]

    def _list(self, names: Sequence[str]) -> None:
        by_name, head = {_name(conflict): conflict for conflict in self._found}, ""
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            text, line = self._line(name, by_name)
            self.list.add(text, line if line.head != head else line._replace(head=""))
            head = line.head
        self.list.setCurrentRow(names.index(self._current) if self._current in names else -1)
        self.list.blockSignals(False)

    def _line(self, name: str, contested: Mapping[str, Conflict]) -> tuple[str, Line]:
        """What a line says in one sentence, and as it is shown, with the head of its group."""
        if name in contested:
            head = say("For others to settle") if name in self._theirs else say("To settle")
            return words.place(contested[name]), _as_line(contested[name], head, CONTESTED)
        if name in self._settled:
            conflict = self._settled[name].conflict
            return say("Settled: {field}", field=words.place(conflict)), _as_line(
                conflict, say("Settled today"), "saved"
            )
        about = self._about(name)
        return say("Draft left: {field}", field=about), Line(about, "", say("Drafts left"))

    def _whose(self, conflict: Conflict, theirs: str | None) -> str:
        """Whose the case is by now, which may be neither of those who differ, and who settles, where this person does not.

        "" for what is of no case.
        """
        if theirs is not None:
            said = words.others_settle_record if conflicts.is_of_record(conflict) else words.others_settle
            return said(theirs)
        if not conflict.case_ref:
            return ""
        row = self._workspace.case_row(self._workspace.case_id(conflict.case_ref))
        return words.whose_case(row.inspector_name, mine=row.inspector == self._workspace.me)

    def _why(self, conflict: Conflict) -> str:
        """What is written on the prompt or key question whose answer is contested; "" of anything else."""
        if conflict.entity not in ("prompt", "judgement") or words.is_prose(conflict):
            return ""
        found = self._workspace.question_page(self._workspace.case_id(conflict.case_ref), conflict.question)
        notes = {prompt.ref: prompt.note for prompt in found.prompts}
        return notes.get(conflict.prompt, found.rationale).strip()

    def _shown(self) -> tuple[Conflict | None, Settled | None]:
        """The field in view: contested, or settled here today."""
        conflict = next((c for c in self._found if _name(c) == self._current), None)
        was = self._settled.get(self._current) if conflict is None else None
        return (was.conflict if was else conflict), was

    def _show(self) -> None:
        conflict, was = self._shown()
        left = conflict is None and bool(self._current)
        self.nothing.setVisible(conflict is None and not left)  # over what was settled it would move that down
        self.to_case.setVisible(conflict is not None and bool(conflict.case_ref))
        self.list.setVisible(bool(self.list.count()))
        self.view.setVisible(conflict is not None)
        self.left.setVisible(left)
        if conflict is not None:
            draft = self._drafts.get(self._current, "")
            self.view.show_conflict(conflict, self._called, draft, Door(self._keep), was)
            self.view.say_why(self._why(conflict))
            whose = conflicts.who_settles(self._workspace, conflict)
            self.view.say_whose(self._whose(conflict, whose), settles=whose is None)
            tab_through([self.list, *self.view.stops])
        elif left:
            self.left.show_draft(self._about(self._current), self._drafts.get(self._current, ""))
        hand_on(self, self.list if self.list.count() else self.back)

    def _about(self, name: str) -> str:
        """Where the field of a left draft is."""
        entity, _, rest = name.partition(" ")
        entity_id, _, field = rest.rpartition(" ")
        return words.left(entity, place_of(entity_id), field, self._called)

    def _choose(self, row: int) -> None:
        names = self._names()
        if not 0 <= row < len(names) or names[row] == self._current:
            return
        if self.flush():
            self._current = names[row]
        self._read()

    # settling

    def _settle(self, value: Value) -> None:
        conflict, was = self._shown()
        if conflict is None or not self.flush():
            return
        name, then = _name(conflict), self._after(_name(conflict))
        try:
            conflicts.settle(self._workspace, conflict, value, was.change if was else None)
            drafts.keep(self._workspace, name, "")
        except Expected as error:
            refuse(self, error, *self._ways_on(error, conflict))
            self._read()  # another value may have come meanwhile
            return
        self._tell_settled(conflict, value, name)
        self._current = then
        self._read()
        self._to_list()

    def _after(self, name: str) -> str:
        """Which field comes into view once this one is settled: the next that is contested, or this one still."""
        contested = [_name(conflict) for conflict in self._found if _name(conflict) not in self._theirs]
        at = contested.index(name) if name in contested else len(contested)
        return next(iter([*contested[at + 1 :], *contested[:at]]), name) if name in contested else name

    def _tell_settled(self, conflict: Conflict, value: Value, name: str) -> None:
        chosen = (
            ": the text you chose" if words.is_prose(conflict) else f" is {words.value(conflict, value, self._called)}"
        )
        said = f"Settled: {words.place(conflict)}{chosen}. What stood before is in its history."
        if all(_name(other) == name or _name(other) in self._theirs for other in self._found):
            rest = _LAST_YOURS if self._theirs else _LAST
            said = f"{said}\n{rest.say()}"
        tell(self, said, Offer(say("Look at it again"), lambda: self.return_to(name)))

    def undo(self, code: str) -> None:
        """What was settled last comes back into view, to be settled otherwise; in a box undo is of what is typed there."""
        last = next(iter(self._settled), "")
        if code != "undo" or note_in_hand() is not None or not last:
            super().undo(code)
        else:
            self.return_to(last)
            keep = say("This is what you settled last. Keep another value to settle it again.")
            tell(self, keep if self.view.settles else self.view.whose.text())

    def _go_to_case(self) -> None:
        conflict, _ = self._shown()
        if conflict is not None:
            self.want_case(case_of(conflict.id), conflict.question, conflict.prompt)

    def _ways_on(self, error: Expected, conflict: Conflict) -> list[Offer]:
        """What can be done first is done on the case: to reopen it, or to take it over."""
        if error.code not in (Code.CASE_ACCEPTED, Code.CASE_NOT_YOURS):
            return []
        case = case_of(conflict.id)
        return [Offer(say("Open the case"), lambda: self.want_case(case, conflict.question, conflict.prompt))]

    def _keep(self, target: Target, value: Value, _amend: ChangeId | None) -> Done:
        name = drafts.name_of(target.entity, target.id, target.field)
        at = drafts.keep(self._workspace, name, str(value or ""))
        self._drafts = drafts.kept(self._workspace)
        return Done(None, at, frozenset(), value=value)

    def _forget(self) -> None:
        try:
            drafts.keep(self._workspace, self._current, "")
        except Expected as error:
            refuse(self, error)
            return
        self._read()
        self._to_list()

    def _to_list(self) -> None:
        self._body.show_parts(False)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 take a value; Escape leads out of the box, then back to the hand-off page."""
        if event.key() != Qt.Key.Key_Escape:
            if not self._takes(event):
                super().keyPressEvent(event)
        elif self.list.hasFocus() or self.back.hasFocus():
            self.want_page("handoff")
        else:
            self._to_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list would look for a line that begins with the figure."""
        pressed = watched is self.list and event.type() == QEvent.Type.KeyPress
        taken = pressed and isinstance(event, QKeyEvent) and self._takes(event)
        return taken or super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a figure took a value: not while single keys are switched off, nor while it is held down."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not event.isAutoRepeat()
        if not (plain and letters.all_shown() and event.text() in _NUMBERS and self.view.isVisible()):
            return False
        if not self.view.settles:
            tell(self, self.view.whose.text())
        elif not self.view.take(int(event.text())):
            tell(self, _NOT_TOGETHER.say())
        return True


def today_began() -> str:
    """Midnight of this laptop's own time, as moments are stored."""
    midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight.astimezone(UTC).isoformat()


def _as_line(conflict: Conflict, head: str, sign: str) -> Line:
    where, about = words.in_list(conflict)
    return Line(where, about, head, sign=sign, colour=theme.colours().yes)


def _of(conflict: Conflict) -> tuple[str, str, bool]:
    return conflict.entity, case_of(conflict.id), conflicts.is_of_record(conflict)


def _name(conflict: Conflict) -> str:
    return drafts.name_of(conflict.entity, conflict.id, conflict.field)
