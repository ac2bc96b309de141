"""Setting up, step 4: whose case is whose, with the load of each inspector in view."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.text.unbroken import unbroken
from inspector_app.core.errors import Expected
from inspector_app.core.services.cases import allocation, sharing
from inspector_app.core.services.cases.allocation import Load
from inspector_app.core.services.cases.sharing import Allocated, Given
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.telling import Offer, refuse, tell
from inspector_app.ui.last_done import LastDone
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup.case_table import CaseTable
from inspector_app.ui.places.setup.load import LoadRow
from inspector_app.ui.places.setup.step import Mark, StepCard
from inspector_app.ui.words import giving

_ABOUT = (
    "Tick who takes cases. Those that nobody has yet can be shared out so that everybody has about the same "
    "number of judgements to make."
)


class AllocationStep(StepCard):
    """The load of each person, the cases with their inspectors, and what gives them to somebody."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(4, "Allocation", _ABOUT, parent)
        self._workspace = workspace
        self._last = LastDone[Given]()
        self._left_out: set[str] = set()  # people who take no cases
        self.rows: list[Allocated] = []
        self._loads = QGridLayout()
        self._people: list[Person | None] | None = None
        self._rows: list[LoadRow] = []
        self.takes: dict[str, QCheckBox] = {}
        self.share = theme.role(PressButton("", self), "primary")
        self.table = CaseTable(self)
        self.person = DropDown(self)
        self.give = PressButton("Give", self)
        self._lay_out()
        self._connect()

    def show_allocation(self) -> None:
        """Read loads and cases again."""
        self._show_loads(allocation.loads(self._workspace))
        rows = sharing.cases(self._workspace)
        if rows != self.rows:
            self.rows = rows
            titles = {sample.code: sample.title for sample in self._workspace.framework.samples}
            self.table.show_rows(rows, titles)
        open_ = sum(not row.inspector for row in rows)
        self.share.setText(_to_share(open_, len(rows)))
        self.share.setEnabled(bool(open_ and self._takers()))
        if not rows:
            self.say(Mark.OPEN, "no cases yet")
        else:
            self.say(*((Mark.OPEN, f"{open_} with nobody") if open_ else (Mark.DONE, "done")))
        self._follow_selection()

    def _lay_out(self) -> None:
        self._loads.setHorizontalSpacing(theme.px(2 * theme.GRID))
        self._loads.setVerticalSpacing(theme.px(sizes.TIGHT))
        self._loads.setColumnStretch(3, 1)
        self.person.setAccessibleName("Give the selected cases to")
        self.body.addLayout(self._loads)
        self.body.addLayout(Flow(self.share))
        self.body.addWidget(self.table)
        self.body.addLayout(Flow(plain_label("The selected cases go to", self), self.person, self.give))

    def _connect(self) -> None:
        self.share.clicked.connect(self._share)
        self.give.clicked.connect(self._give_selected)
        self.table.itemSelectionChanged.connect(self._follow_selection)
        self.table.enter_pressed.connect(self.person.setFocus)

    def _show_loads(self, loads: Sequence[Load]) -> None:
        if loads and loads[-1].person is not None:
            loads = [*loads, Load(None, 0, 0)]  # its line stays when the last case is given: nothing moves
        people = [load.person for load in loads]
        if people != self._people:
            self._people = people
            self._show_people(people)
        most = max((load.gaps for load in loads), default=0)
        for load, row in zip(loads, self._rows, strict=True):
            row.show_load(load, most)

    def _show_people(self, people: "Sequence[Person | None]") -> None:
        """A line a person, and one for the cases that nobody has; the ticks stay as they were."""
        empty(self._loads)
        self.takes = {}
        self._rows = [LoadRow(person, self) for person in people]
        for place, row in enumerate(self._rows):
            for column, part in enumerate(row.parts):
                self._loads.addWidget(part, place, column)
            if row.person and isinstance(row.who, QCheckBox):
                row.who.setChecked(row.person.id not in self._left_out)
                row.who.toggled.connect(partial(self._on_takes, row.person.id))
                self.takes[row.person.id] = row.who
        chosen = self.person.currentData()
        self.person.clear()
        for person in filter(None, people):
            self.person.addItem(person.name, person.id)
        self.person.addItem("nobody", "")
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))

    @property
    def stops(self) -> list[QWidget]:
        """Who takes cases, sharing them out, the cases, and whose they become."""
        return [*self.takes.values(), self.share, self.table, self.person, self.give]

    def _on_takes(self, person: str, takes: bool) -> None:
        (self._left_out.discard if takes else self._left_out.add)(person)
        self.share.setEnabled(bool(self._takers()) and any(not row.inspector for row in self.rows))

    def _takers(self) -> list[str]:
        return [person for person, box in self.takes.items() if box.isChecked()]

    def _share(self) -> None:
        try:
            given = sharing.share_out(self._workspace, self._takers())
        except Expected as error:
            refuse(self, error)
            return
        self._tell(self._given_words(given), given)
        self.share.setFocus()

    def _given_words(self, given: Given) -> str:
        """Who got which cases: "Given to Ann: C01, C03. To Bob: C02."."""
        names = {person: box.text() for person, box in self.takes.items()}
        refs = {row.id: row.ref for row in self.rows}
        parts = []
        for person in dict.fromkeys(given.now.values()):
            cases = [unbroken(refs.get(case, "")) for case, owner in given.now.items() if owner == person]
            parts.append(f"{names.get(person, 'Nobody')}: {', '.join(cases)}.")
        return " ".join(["Given to", *parts]) if parts else "Nothing was given; the rest is contested or marked blind."

    def invert(self, code: str) -> bool:
        """Undo or redo what was given last on this page. False where there is none."""
        given = self._last.of(code)
        if given is not None:
            (self._take_back if code == "undo" else self._give_again)(given)
        return given is not None

    def _take_back(self, given: Given) -> None:
        try:
            number = sharing.take_back(self._workspace, given)
        except Expected as error:
            refuse(self, error)
            return
        self._last.did(given)  # which may be one before the last: its message stays a while
        self._last.turned()
        redo = [Offer(actions.command("redo").text, lambda: self._give_again(given))] if number else []
        tell(self, giving.taken_back(number, len(given.now)), *redo)
        self.share.setFocus()

    def _give_again(self, given: Given) -> None:
        try:
            number = sharing.give_again(self._workspace, given)
        except Expected as error:
            refuse(self, error)
            return
        self._tell(count(number, "Given again: {n} case.", "Given again: {n} cases."), given)
        self.share.setFocus()

    def _give_selected(self) -> None:
        chosen = self.table.chosen()
        try:
            given = sharing.give(self._workspace, chosen, self.person.currentData() or "")
        except Expected as error:
            refuse(self, error)
            return
        name = self.person.currentText()
        contested = sum(row.contested for row in self.rows if row.id in chosen)
        before = giving.taken_from({case: given.before[case] for case in given.now}, self._names())
        words = (giving.given_to(name, len(given.now)), before, _left_contested(contested))
        self._tell(" ".join(part for part in words if part), given)
        if given.now:
            self.table.clearSelection()  # the next choice begins anew
            self.person.setFocus()  # nearer than the table, to which the page would have to scroll

    def _names(self) -> dict[str, str]:
        return {person.id: person.name for person in filter(None, self._people or [])}

    def _follow_selection(self) -> None:
        number = len(self.table.chosen())
        self.give.setText(count(number, "Give {n} case", "Give {n} cases") if number else say("Give"))
        self.give.setEnabled(number > 0)

    def _tell(self, words: str, given: Given) -> None:
        self._last.did(given) if given.now else self._last.forget()
        undo = Offer(actions.command("undo").text, lambda: self._take_back(given))
        tell(self, words, *([undo] if given.now else []))


def _to_share(open_: int, cases: int) -> str:
    if open_:
        return count(open_, "Share {n} case out evenly", "Share {n} cases out evenly")
    return say("Every case has an inspector") if cases else say("No cases to share out yet")


def _left_contested(number: int) -> str:
    if not number:
        return ""
    return count(
        number,
        "{n} case contested: settle that at the conflict desk.",
        "{n} cases contested: settle that at the conflict desk.",
    )
