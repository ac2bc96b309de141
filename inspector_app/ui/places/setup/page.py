"""Setting up an inspection: a few steps on one page, each saved at once and always reachable again."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.workspace import INSPECTION
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import Page, Shared
from inspector_app.ui.places.setup.allocation import AllocationStep
from inspector_app.ui.places.setup.cases import CasesStep
from inspector_app.ui.places.setup.dates import DatesCard
from inspector_app.ui.places.setup.importing import Opened
from inspector_app.ui.places.setup.last_inspection import LastStep
from inspector_app.ui.places.setup.return_visit import ReturnStep
from inspector_app.ui.places.setup.step import StepCard
from inspector_app.ui.places.setup.steps_beside import StepsBeside
from inspector_app.ui.places.setup.team import TeamStep

_ANSWERS = frozenset({"judgement", "prompt", "totals", *WHO_SEES})  # of these only what is left to judge is shown here


class SetupPage(Page):
    """The steps of setting up."""

    code = "setup"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace = shared.workspace
        self._sheets = QStackedWidget(self)  # the steps, or the list of cases that is being looked at
        self._beside = StepsBeside(self.title, self._sheets)
        column = self._beside.column
        self.dates, self.team = DatesCard(workspace, column), TeamStep(workspace, column)
        self.cases = CasesStep(workspace, shared.jobs, column)
        self.allocation = AllocationStep(workspace, column)
        visit = workspace.framework.return_visit
        self.return_ = ReturnStep(workspace, visit, column) if visit is not None else None
        self.last = LastStep(workspace, shared.jobs, 5 if self.return_ is None else 6, column)
        every = (self.dates, self.team, self.cases, self.allocation, self.return_, self.last)
        self.steps: tuple[StepCard, ...] = tuple(step for step in every if step is not None)
        self._beside.hold(self.steps)
        self._scroll, self.ways = self._beside.area, self._beside.ways
        self._sheets.addWidget(self._beside)
        self.fill(self._sheets)
        hand_on(self, self.ways[0])
        self._connect()
        self._show(frozenset({"inspection", "person", "case", "previous"}))

    def flush(self) -> bool:
        """Save the dates in the boxes."""
        written = [self.dates.flush(), self.return_ is None or self.return_.flush()]
        return all(written)  # each is written, whatever became of the other

    def refresh(self, touched: Touched) -> None:
        """Show what changed. What is typed in stays in view while the page grows above it."""
        self._show(frozenset(entity for entity, _ in touched))
        QTimer.singleShot(0, self, self._stay)

    def in_hand(self) -> tuple[str, str] | None:
        """The inspection's own dates, nation and return visit, where the focus is there."""
        focus = QApplication.focusWidget()
        here = (step for step in self.steps if focus is not None and step.isAncestorOf(focus))
        return ("inspection", INSPECTION) if any(step.sets for step in here) else None

    def undo(self, code: str) -> None:
        """In the team, the cases and the allocation undo and redo are of what was done there last; else as on every page."""
        focus = QApplication.focusWidget()
        doing = (self.team, self.cases, self.allocation)
        step = next((s for s in doing if focus is not None and s.isAncestorOf(focus)), None)
        if step is None or not step.invert(code):
            super().undo(code)

    def invert(self, code: str, entity: str, entity_id: str) -> bool:
        """Undo or redo what was set here; what another page wrote of the inspection last is not touched."""
        try:
            step = self._moved(code)
        except Expected as error:
            self.failed.emit(error)
            return False
        done = super().invert(code, entity, entity_id)
        focus = QApplication.focusWidget()
        if done and (focus is None or focus.isHidden() or not step.isAncestorOf(focus)):
            step.enter()
        return done

    def _moved(self, code: str) -> StepCard:
        """The step that undo or redo is of. Expected: NOTHING_TO_UNDO, NOTHING_TO_REDO, CHANGED_SINCE."""
        fields = {moved.field for moved in self._moves(code, "inspection", INSPECTION)}
        found = next((step for step in self.steps if fields <= step.sets), None)
        if found is None:
            raise Expected(Code.NOTHING_TO_UNDO if code == "undo" else Code.NOTHING_TO_REDO)
        return found

    def _stay(self, *_range: int) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._scroll.viewport().isAncestorOf(focus):
            if self.team.isAncestorOf(focus):  # people are added one after another, and each makes the step higher
                self._scroll.ensureWidgetVisible(self.team.add, 0, theme.px(sizes.CLOSE))
            self._scroll.ensureWidgetVisible(focus, 0, theme.px(2 * sizes.PAGE))

    def _show_cases(self) -> None:
        """What came of an import stays in view: the focus had gone to a step below while the list could not be used."""
        QTimer.singleShot(0, self, lambda: self.go_to(self.cases))  # the heights are known only then

    def _show_list(self, wanted: bool) -> None:
        """A list that is being looked at has the page; put away, the steps are there again."""
        sheet = self.cases.import_list.sheet if wanted else self._beside
        if self._sheets.indexOf(sheet) < 0:
            self._sheets.addWidget(sheet)
        self._sheets.setCurrentWidget(sheet)
        hand_on(self, self.cases.import_list.sheet.lines.boxes["ref"] if wanted else self.ways[0])

    def place(self) -> object:
        """How far it is scrolled."""
        return self._scroll.verticalScrollBar().value()

    def return_to(self, place: object) -> None:
        """Scroll back."""
        if isinstance(place, int):
            self._scroll.verticalScrollBar().setValue(place)

    def held(self) -> object:
        """The list that is looked at. It has names that never come into an inspection, so that it is written nowhere."""
        return self.cases.import_list.looked_at_now

    def hold_on(self, held: object) -> None:
        """Look at it again."""
        if isinstance(held, Opened):
            self.cases.import_list.look_again(held)

    def go_to(self, step: StepCard) -> None:
        """Bring a step to the top, and the focus to its first box."""
        self._scroll.verticalScrollBar().setValue(step.y())
        step.enter()

    def _connect(self) -> None:
        self._scroll.verticalScrollBar().rangeChanged.connect(self._stay)  # as soon as it has grown
        self.cases.import_list.imported.connect(self._show_cases)
        self._beside.wanted.connect(self.go_to)
        self.cases.import_list.looked_at.connect(self._show_list)
        self.dates.failed.connect(self.failed)
        self.last.failed.connect(self.failed)
        self.last.texts_wanted.connect(lambda: self.want_page("findings"))
        if self.return_ is not None:
            self.return_.failed.connect(self.failed)
        self.team.handoff_wanted.connect(lambda: self.want_page("handoff"))
        self.cases.list_wanted.connect(lambda: self.want_page("cases"))

    def _show(self, kinds: frozenset[str]) -> None:
        shows: tuple[tuple[set[str], Callable[[], None]], ...] = (
            ({"inspection"}, self.dates.show_setting),
            ({"person"}, self.team.show_team),
            ({"case"}, self.cases.show_sizes),
            ({"previous"}, self.last.show_previous),
            ({"person", "case", *_ANSWERS}, self.allocation.show_allocation),
        )
        for entities, show in shows:
            if kinds & entities:
                show()
        if self.return_ is not None and "inspection" in kinds:
            self.return_.show_setting()
        tab_through([*self.ways, *(stop for step in self.steps for stop in step.stops)])
        self._beside.show_states(self.steps)
