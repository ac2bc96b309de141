"""Which cases are asked for: mine, to review, with gaps; by words, sample, stage; or some alone that another page named."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.cases.asked import CasesAsked
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.fields.filter_segments import FilterSegments
from inspector_app.ui.places.cases import asked
from inspector_app.ui.places.cases.filter import CaseFilter
from inspector_app.ui.places.cases.filter_boxes import sample_box, search_box, stage_box, which_box
from inspector_app.ui.places.cases.place import CasesPlace


class CaseFilters(QObject):
    """The boxes over the list, and what they let through. Signals `changed` when somebody chose or typed in one.

    Sample and stage are chosen behind "…", and have a box while they keep something out.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, shown: CaseFilter, page: QWidget) -> None:
        super().__init__(shown)
        self._workspace, self._shown = workspace, shown
        self._asked_by: CasesAsked | None = None
        self.sample, self.stage, self.search = sample_box(workspace.framework), stage_box(), search_box()
        self.asked = FilterSegments(which_box(), page, all_stand=True)
        self.only, self._which = PressButton(""), ""  # which cases alone are shown, and the way back to all
        self.only.setToolTip("Show all cases again")
        self.only.hide()
        for box in (self.sample, self.stage, self.asked.box):
            box.currentIndexChanged.connect(self._choose)
        self.search.textChanged.connect(self._choose)
        self.asked.asked.connect(self._leave_those)
        self.make_room(low=False, narrow=False)

    @property
    def boxes(self) -> tuple[QWidget, ...]:
        """In the order in which they stand."""
        return self.only, self.sample, self.stage, self.search, self.asked

    @property
    def behind(self) -> tuple[DropDown, ...]:
        """What is chosen behind "…": of one sample alone there is no choice."""
        return (self.sample, self.stage) if self._workspace.framework.has_several_samples else (self.stage,)

    def count(self) -> None:
        """Say anew how many cases each button would show."""
        self.asked.set_numbers(self._shown.numbers())

    def make_room(self, *, low: bool, narrow: bool) -> None:
        """In a `low` window sample and stage have no box, and in a `narrow` one the joined buttons are a drop-down."""
        for box in (self.sample, self.stage):
            box.setHidden(low or not box.currentIndex())
        self.asked.set_joined(joined=not narrow)

    def place(self, case: str, chosen: Sequence[str]) -> CasesPlace:
        """What is asked for now, as a place with the case one is on and those chosen."""
        return CasesPlace(
            case=case,
            sample=self.sample.currentData(),
            asked=self.asked.box.currentData(),
            text=self.search.text(),
            stage=self.stage.currentData(),
            only=tuple(sorted(self._shown.only or ())),
            which=self._which,
            chosen=tuple(chosen),
            asked_by=self._asked_by,
        )

    def take(self, place: CasesPlace) -> None:
        """Ask for what was asked for at a place."""
        self.sample.setCurrentIndex(max(0, self.sample.findData(place.sample)))
        self.stage.setCurrentIndex(max(0, self.stage.findData(place.stage)))
        self.asked.box.setCurrentIndex(self.asked.box.findData(place.asked))
        self.search.setText(place.text)
        self._asked_by = place.asked_by
        self._show_only(self._now() if self._asked_by else place.only, place.which)

    def follow(self) -> None:
        """Show the cases that by now stand as they were asked for."""
        if self._asked_by and (now := frozenset(self._now())) != self._shown.only:
            self._shown.choose_only(now)

    def show_all(self) -> None:
        """Not some cases alone any more."""
        self._asked_by = None
        self._show_only((), "")

    def _leave_those(self) -> None:
        """A button over the list says how many cases it shows: those that another page named go, so that this is so."""
        if self._which:
            self.show_all()
            self.changed.emit()

    def _now(self) -> tuple[str, ...]:
        return asked.now(self._workspace, self._asked_by) if self._asked_by else ()

    def _show_only(self, cases: Sequence[str], words: str) -> None:
        """Of what else is asked for these cases (ids) alone, which `words` name; "" for all."""
        self._which = words
        self.only.setText(as_it_stands(f"✕  {words}"))
        self.only.setAccessibleName(say("Shown are {cases}: show all again", cases=words))
        self.only.setVisible(bool(words))
        self._shown.choose_only(frozenset(cases) if words else None)

    def _choose(self) -> None:
        asked = self.asked.box.currentData()
        self._shown.choose(self.sample.currentData(), asked, self.search.text(), self.stage.currentData())
        self.changed.emit()
