"""Setting up, step 1: nation and fieldwork, and the dates to draw cases from that follow."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from inspector_app.core.domain.days import spoken
from inspector_app.core.domain.framework import ALL_CASES, Status
from inspector_app.core.errors import Expected
from inspector_app.core.services import setting_up
from inspector_app.core.services.setting_up import CaseWindow
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import theme
from inspector_app.ui.places.setup.step import CONTESTED, NATIONS, DateBox, Mark, StepCard, day_of, line, put_day

_SETTLES = 600  # milliseconds after the last key in a date
_HOW_SURE = {
    Status.PRINTED: "Printed in", Status.DERIVED: "Worked out from", Status.ASSUMED: "Assumed; see",
}  # fmt: skip
_WORDS = {"nation": "the nation", "start": "the first day", "end": "the last day"}


class DatesCard(StepCard):
    """Signals `failed` with an Expected when a date could not be saved."""

    failed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(1, "Dates and nation")
        self._workspace = workspace
        self._nations = QButtonGroup(self)
        self.nation = QWidget(self)
        self.start, self.end = DateBox(self), DateBox(self)
        self._end_field = Field("Last day of fieldwork", self.end)
        self._contested, self._length = line(self, role="error"), line(self, role="quiet")
        self._windows = QVBoxLayout()
        self._timer = QTimer(self, singleShot=True, interval=_SETTLES)
        self._pending = False  # the boxes hold what is not stored yet
        self._shown: tuple[CaseWindow, ...] | None = None
        self._lay_out()
        self._timer.timeout.connect(self.flush)
        self.start.dateChanged.connect(self._on_start)
        self.end.dateChanged.connect(self._on_dates)
        self._nations.idClicked.connect(self._on_nation)

    def flush(self) -> bool:
        """Save dates that were just changed, unless they are the wrong way round; False when no disk takes them."""

        self._timer.stop()
        start, end = day_of(self.start), day_of(self.end)
        if not self._pending or end < start:
            return True
        self._pending = False  # before it is shown anew
        self._pending = not self._try(lambda: setting_up.set_fieldwork(self._workspace, start, end))
        return not self._pending

    def show_setting(self) -> None:
        """Show what is stored now."""

        held = setting_up.setting(self._workspace)
        if not self._pending:  # else somebody is typing a date
            put_day(self.start, held.start)
            put_day(self.end, held.end)
        self._apart = held.end - held.start
        contested = [words for field, words in _WORDS.items() if field in held.contested]
        self._contested.setText(CONTESTED.format(what=" and ".join(contested)))
        self._contested.setVisible(bool(contested))
        self.nation.setEnabled("nation" not in held.contested)
        self.start.setEnabled("start" not in held.contested)
        self.end.setEnabled("end" not in held.contested)
        for place, (code, _) in enumerate(NATIONS):
            self._nations.button(place).setChecked(code == held.nation)
        self._show_length()
        self._show_windows(setting_up.case_windows(self._workspace.framework, held.start))
        if contested:
            self.say(Mark.CONTESTED, "contested")
        else:
            self.say(*((Mark.DONE, "done") if held.nation else (Mark.OPEN, "choose the nation")))

    def _lay_out(self) -> None:
        nations = Flow()
        for place, (_, name) in enumerate(NATIONS):
            radio = QRadioButton(name, self.nation)
            self._nations.addButton(radio, place)
            nations.addWidget(radio)
        self.nation.setLayout(nations)
        boxes = Flow(middle=False)
        boxes.setSpacing(theme.px(3 * theme.GRID))
        for field in (Field("Nation", self.nation), Field("First day of fieldwork", self.start), self._end_field):
            boxes.addWidget(field)
        self.body.addLayout(boxes)
        self.stack(self._length, self._contested, line(self, "Which cases to draw", "label"))
        self._windows.setSpacing(theme.px(2))
        self.body.addLayout(self._windows)

    def _on_nation(self, place: int) -> None:

        self._try(lambda: setting_up.set_nation(self._workspace, NATIONS[place][0]))

    def _on_start(self) -> None:
        """Another first day moves the last one along."""
        put_day(self.end, day_of(self.start) + self._apart)
        self._on_dates()

    def _on_dates(self) -> None:
        backwards = day_of(self.end) < day_of(self.start)
        self._end_field.set_wrong("It is before the first day, and is not saved." if backwards else "")
        self._show_length()
        self._pending = True
        self._timer.start()

    def _show_length(self) -> None:
        days = (day_of(self.end) - day_of(self.start)).days
        usual = self._workspace.framework.weeks
        said = f"{_weeks(days // 7 + 1)} on site; the framework says {_weeks(usual).lower()}." if days >= 0 else ""
        if day_of(self.start).weekday():
            said += " Fieldwork usually starts on a Monday; the dates below are counted from the Monday of its week."
        self._length.setText(said)

    def _show_windows(self, found: tuple[CaseWindow, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        empty(self._windows)
        for text, role in _window_lines(found):
            self._windows.addWidget(line(self, text, role))

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Expected as error:
            self.failed.emit(error)
            return False
        return True


def _window_lines(found: Sequence[CaseWindow]) -> list[tuple[str, str]]:
    """What to say of each window, and the role of the line: the dates, then how sure they are and since when."""
    lines = []
    for one in found:
        of = one.sample.title if one.window.applies_to == ALL_CASES else f"{one.sample.title}, {one.window.applies_to}"
        lines.append((f"{of}: began from {spoken(one.first)} to {spoken(one.last)}.", ""))
        lines.append((f"{_HOW_SURE[one.window.basis.status]} {one.window.basis.source}.", "small"))
    return lines or [("The framework publishes no dates.", "")]


def _weeks(number: int) -> str:
    return {1: "One week", 2: "Two weeks"}.get(number, f"{number} weeks")
