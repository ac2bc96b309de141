"""Setting up, step 5: the linked return visit, where the framework has one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.days import when
from inspector_app.core.domain.framework import ReturnVisit
from inspector_app.core.errors import Expected
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.fieldwork.setting_up import Days, Setting
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, listed, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.date_box import day_of
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.look import theme
from inspector_app.ui.places.setup.day_pair import DayPair
from inspector_app.ui.places.setup.step import CONTESTED, Mark, StepCard, line


class ReturnStep(StepCard):
    """Signals `failed` with an Expected when a date could not be saved."""

    failed = Signal(object)
    sets = frozenset({"return_start", "return_end"})

    def __init__(self, workspace: Workspace, visit: ReturnVisit, parent: QWidget) -> None:
        super().__init__(5, "Return visit", _about(visit), parent)
        self._workspace, self._visit = workspace, visit
        self.plan, self.drop = PressButton("Plan a return visit", self), PressButton("No return visit", self)
        labels = ("It begins", "It ends")
        self._days = DayPair("return_start", labels, partial(setting_up.set_return, workspace), self)
        self.start, self.end = self._days.start, self._days.end
        self.said, self._contested = line(self), line(self, role="error")
        self._planned = False
        boxes = Flow(self._days.start_field, self._days.end_field, middle=False)
        boxes.setSpacing(theme.px(3 * theme.GRID))
        self.body.addLayout(boxes)
        self.stack(self.said, self._contested)
        self.body.addLayout(Flow(self.plan, self.drop))
        self._days.changed.connect(lambda: self._say_when(setting_up.setting(self._workspace)))
        self._days.failed.connect(self.failed)
        self.plan.clicked.connect(self._plan)
        self.drop.clicked.connect(self._drop)

    def flush(self) -> bool:
        """Save dates that were just changed, unless they are the wrong way round; False when no disk takes them."""
        return self._days.flush()

    def show_setting(self) -> None:
        """Show what is stored now."""
        held = setting_up.setting(self._workspace)
        contested = bool(held.contested & {"return_start", "return_end"})
        self._planned = held.return_start is not None
        self._contested.setText(CONTESTED.say(what=say("the return visit")))
        self._contested.setVisible(contested)
        self._show_parts(self._planned and not contested, contested)
        if held.return_start is not None:
            self._days.show_days(held.return_start, held.return_end)
        self._say_when(held)
        if contested:
            self.say(Mark.CONTESTED, "contested")
        else:
            self.say(*((Mark.DONE, "planned") if self._planned else (Mark.OPEN, "not planned")))

    def _show_parts(self, planned: bool, contested: bool) -> None:
        for part in (self._days.start_field, self._days.end_field, self.drop):
            part.setVisible(planned)
        self.plan.setVisible(not planned and not contested)

    def _say_when(self, held: Setting) -> None:
        """Between which days it usually begins, and whether it does."""
        first, last = setting_up.return_between(self._visit, held.end)
        said = [_usual(self._visit, when.span(first, last))]
        start = day_of(self.start)
        if self._planned and start < first:
            said.append(say("This visit begins earlier than that."))
        elif self._planned and start > last:
            said.append(say("This visit begins later than that."))
        self.said.setText(" ".join(said))

    def _plan(self) -> None:
        if self._set(setting_up.suggested_return(self._visit, setting_up.setting(self._workspace).end), (None, None)):
            self.start.setFocus()

    def _drop(self) -> None:
        self._days.forget()
        if self._set((None, None), self._days.stored):
            self.plan.setFocus()

    def _set(self, days: Days, over: Days) -> bool:
        try:
            setting_up.set_return(self._workspace, *days, over)
        except Expected as error:
            self.failed.emit(error)
            return False
        return True


def _about(visit: ReturnVisit) -> str:
    rated = say("It belongs to this inspection: {refs} can then be rated in it.", refs=listed(visit.standards))
    return f"{visit.text} ({visit.basis.source}.) {rated}"


def _usual(visit: ReturnVisit, days: str) -> str:
    """Between which days it usually begins."""
    if visit.from_weeks == visit.to_weeks:
        return count(
            visit.to_weeks,
            "{n} week after fieldwork ends is {days}.",
            "{n} weeks after fieldwork ends is {days}.",
            days=days,
        )
    return count(
        visit.to_weeks,
        "{least} to {n} week after fieldwork ends is {days}.",
        "{least} to {n} weeks after fieldwork ends is {days}.",
        least=visit.from_weeks,
        days=days,
    )
