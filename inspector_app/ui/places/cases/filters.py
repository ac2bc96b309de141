"""Which cases are asked for: by sample, stage, inspector and words, or some alone that another page named."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox

from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.places.cases.case_filter import CaseFilter
from inspector_app.ui.places.cases.filter_boxes import SearchBox, sample_box, search_box, stage_box
from inspector_app.ui.places.cases.place import CasesPlace


class CaseFilters(QObject):
    """The boxes over the list, and what they let through. Signals `changed` when somebody chose or typed in one."""

    changed = Signal()

    def __init__(self, framework: Framework, me: str, shown: CaseFilter) -> None:
        super().__init__(shown)
        self._me, self._shown = me, shown
        self.sample, self.stage, self.search = sample_box(framework), stage_box(), search_box()
        self.mine = QCheckBox("Only &mine")
        self.only, self._which = PressButton(""), ""  # which cases alone are shown, and the way back to all
        self.only.setToolTip("Show all cases again")
        self.only.hide()
        chosen = (self.sample.currentIndexChanged, self.stage.currentIndexChanged)
        for signal in (*chosen, self.mine.toggled, self.search.textChanged):
            signal.connect(self._choose)

    @property
    def boxes(self) -> tuple[PressButton, DropDown, DropDown, QCheckBox, SearchBox]:
        """In the order in which they stand."""
        return self.only, self.sample, self.stage, self.mine, self.search

    def place(self, case: str, chosen: Sequence[str]) -> CasesPlace:
        """What is asked for now, as a place with the case one is on and those chosen."""
        return CasesPlace(
            case=case,
            sample=self.sample.currentData(),
            mine=self.mine.isChecked(),
            text=self.search.text(),
            stage=self.stage.currentData(),
            only=tuple(sorted(self._shown.only)),
            which=self._which,
            chosen=tuple(chosen),
        )

    def take(self, place: CasesPlace) -> None:
        """Ask for what was asked for at a place."""
        self.sample.setCurrentIndex(max(0, self.sample.findData(place.sample)))
        self.stage.setCurrentIndex(max(0, self.stage.findData(place.stage)))
        self.mine.setChecked(place.mine)
        self.search.setText(place.text)
        self.show_only(place.only, place.which)

    def show_only(self, cases: Sequence[str], words: str) -> None:
        """Of what else is asked for these cases (ids) alone, which `words` name; none of them for all."""
        self._which = words
        self.only.setText(as_it_stands(f"✕  {words}"))
        self.only.setAccessibleName(say("Shown are {cases}: show all again", cases=words))
        self.only.setVisible(bool(cases))
        self._shown.choose_only(frozenset(cases))

    def _choose(self) -> None:
        mine = self._me if self.mine.isChecked() else ""
        self._shown.choose(self.sample.currentData(), mine, self.search.text(), self.stage.currentData())
        self.changed.emit()
