"""Setting up, step 1: service, nation and fieldwork, and the dates to draw cases from that follow."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from inspector_app.core.domain.days import spans, when
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import ALL_CASES
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.rating_rules import Status
from inspector_app.core.services.editor import Done
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.fieldwork.setting_up import CaseWindow
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, later, listed, say
from inspector_app.ui.controls.fields.date_box import day_of, put_day
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import one_stop
from inspector_app.ui.controls.layouts import column, empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.saving import Chosen
from inspector_app.ui.places.setup.day_pair import DayPair
from inspector_app.ui.places.setup.gap_weeks import GapWeeks
from inspector_app.ui.places.setup.nation_button import NationButton
from inspector_app.ui.places.setup.service_name import ServiceName
from inspector_app.ui.places.setup.sourced_line import SourcedLine
from inspector_app.ui.places.setup.step import CONTESTED, NATIONS, Mark, StepCard, line

_HOW_SURE = {
    Status.PRINTED: "Printed in", Status.DERIVED: "Worked out from", Status.ASSUMED: "Assumed; see",
}  # fmt: skip
_WEEKS = {1: later("One week"), 2: later("Two weeks")}
_WORDS = {
    "service": later("the service"),
    "nation": later("the nation"), "start": later("the first day"), "end": later("the last day"), "gaps": later("the gaps"),
}  # fmt: skip


class DatesCard(StepCard):
    """Signals `failed` with an Expected when a date could not be saved."""

    failed = Signal(object)
    sets = frozenset(_WORDS)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(1, "Dates and nation", parent=parent)
        self._workspace = workspace
        self.service = ServiceName(workspace, self)
        self._nations = QButtonGroup(self)
        self.nation = QWidget(self)
        self._nation = Chosen(self.nation, self._show_nation)
        self._nation_door = Door(self._set_nation, workspace.editor.stands)
        labels = ("First day of fieldwork", "Last day of fieldwork")
        self.gaps = GapWeeks(self)
        write = partial(setting_up.set_fieldwork, workspace)
        self._days = DayPair("start", labels, write, self, lambda: self.gaps.gaps)
        self.start, self.end = self._days.start, self._days.end
        self._gaps_field = Field("Gap weeks", self.gaps, "Weeks in which nobody is on site.")
        self._gaps, self._gaps_door = Chosen(self.gaps, self._show_gaps), Door(self._set_gaps, workspace.editor.stands)
        self._contested, self._length = line(self, role="error"), line(self, role="quiet")
        self._windows = QVBoxLayout()
        self._shown: tuple[CaseWindow, ...] | None = None
        self._lay_out()
        self._days.changed.connect(self._on_dates)
        self._nations.idClicked.connect(lambda place: self._nation.choose(NATIONS[place][0]))
        self.gaps.chosen.connect(lambda: self._gaps.choose(spans.stored(self.gaps.gaps)))
        for part in (self._days, self._nation, self._gaps, self.service.line):
            part.failed.connect(self.failed)

    def flush(self) -> bool:
        """Save what was just changed, but dates that are the wrong way round; False when no disk takes it."""
        return all([self.service.line.flush(), self._days.flush()])

    def show_setting(self) -> None:
        """Show what is stored now."""
        held = setting_up.setting(self._workspace)
        self._days.show_days(held.start, held.end)
        self._apart = held.end - held.start
        contested = [str(words) for field, words in _WORDS.items() if field in held.contested]
        self._contested.setText(CONTESTED.say(what=listed(contested)))
        self._contested.setVisible(bool(contested))
        self.service.show_name(held.service, contested="service" in held.contested)
        self.nation.setEnabled("nation" not in held.contested)
        self.start.setEnabled("start" not in held.contested)
        self.end.setEnabled("end" not in held.contested)
        self.gaps.setEnabled("gaps" not in held.contested)
        self._nation.show_value(Target("inspection", "inspection", "nation"), held.nation, self._nation_door)
        self._gaps.show_value(Target("inspection", "inspection", "gaps"), spans.stored(held.gaps), self._gaps_door)
        self._show_length()
        self._show_windows(setting_up.case_windows(self._workspace.framework, held.start))
        if contested:
            self.say(Mark.CONTESTED, "contested")
        else:
            self.say(*((Mark.DONE, "done") if held.nation else (Mark.OPEN, "choose the nation")))

    def _lay_out(self) -> None:
        nations = Flow()
        for place, (_, name) in enumerate(NATIONS):
            radio = NationButton(name, self.nation)
            self._nations.addButton(radio, place)
            nations.addWidget(radio)
        self.nation.setLayout(nations)
        one_stop(self._nations)
        boxes = Flow(middle=False)
        boxes.setSpacing(theme.px(3 * theme.GRID))
        for field in (Field("Nation", self.nation), self._days.start_field, self._days.end_field):
            boxes.addWidget(field)
        self.body.addLayout(boxes)
        self.body.addWidget(self._gaps_field)
        self.body.addLayout(column(self.service))
        self.stack(self._length, self._contested, line(self, "Which cases to draw", "label"))
        self._windows.setSpacing(theme.px(sizes.HAIR))
        self.body.addLayout(self._windows)

    def _set_nation(self, target: Target, nation: Value, _amend: ChangeId | None) -> Done:
        return setting_up.set_nation(self._workspace, str(nation), target.over)

    def _set_gaps(self, target: Target, gaps: Value, _amend: ChangeId | None) -> Done:
        return setting_up.set_gaps(self._workspace, spans.read(str(gaps or "")), target.over)

    def _show_gaps(self, gaps: Value) -> None:
        start, end = day_of(self.start), day_of(self.end)
        self._gaps_field.setVisible(self.gaps.show_gaps(start, end, spans.read(str(gaps or ""))))
        self._show_length()

    def _show_nation(self, nation: Value) -> None:
        for place, (code, _) in enumerate(NATIONS):
            self._nations.button(place).setChecked(code == nation)

    def _on_dates(self, box: QWidget) -> None:
        if box is self.start:  # another first day moves the last one along
            put_day(self.end, day_of(self.start) + self._apart)
        self._show_length()

    def _show_length(self) -> None:
        start, end = day_of(self.start), day_of(self.end)
        usual = self._workspace.framework.weeks
        gaps = sum(spans.is_gap_week(monday, self.gaps.gaps) for monday in spans.weeks_between(start, end))
        said = [_on_site((end - start).days // 7 + 1 - gaps, usual)] if end >= start else []
        if start.weekday():
            said.append(
                say("Fieldwork usually starts on a Monday; the dates below are counted from the Monday of its week.")
            )
        self._length.setText(" ".join(said))

    def _show_windows(self, found: tuple[CaseWindow, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        empty(self._windows)
        for one in found:
            self._windows.addWidget(SourcedLine(_dates(one), _source(one), self))
        if not found:
            self._windows.addWidget(line(self, say("The framework publishes no dates.")))


def _dates(one: CaseWindow) -> str:
    """Which cases are drawn from between which days."""
    of = one.sample.title if one.window.applies_to == ALL_CASES else f"{one.sample.title}, {one.window.applies_to}"
    return _between(of, one.window.what, when.span(one.first, one.last))


def _source(one: CaseWindow) -> str:
    """How sure the dates are, and where they stand."""
    return f"{_HOW_SURE[one.window.basis.status]} {one.window.basis.source}."


def _between(cases: str, what: str, days: str) -> str:
    if what:  # contact with a victim is undertaken, and no case of theirs begins
        return say("{cases}, from {days}: {what}.", cases=cases, what=what, days=days)
    return say("{cases}: those that began from {days}.", cases=cases, days=days)


def _on_site(weeks: int, usual: int) -> str:
    return say("{weeks} on site; the framework says {usual}.", weeks=_weeks(weeks), usual=_weeks(usual).lower())


def _weeks(number: int) -> str:
    return str(_WEEKS[number]) if number in _WEEKS else count(number, "{n} week", "{n} weeks")
