"""The week, or a day of it, as pages to print: saved where somebody says, by the program that shows them then printed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from inspector_app.core.domain.days.week import Day
from inspector_app.core.services.fieldwork import timetable
from inspector_app.core.services.results import reports
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui import ask
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.words import saved
from inspector_app.ui.words import week as week_words


class ToPrint(NamedTuple):
    """What can be printed now: the days of the week that is shown, and whose events (Person.id; "" everybody's)."""

    days: Sequence[Day]
    whose: str


class Printing(QMenu):
    """Offers the whole week that is shown, and each day of it."""

    saved = Signal(str)  # what to say of it
    failed = Signal(object)  # Expected

    def __init__(self, workspace: Workspace, jobs: Jobs, shown: Callable[[], ToPrint], parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._shown = workspace, jobs, shown

    def offer(self, under: QPushButton) -> None:
        """Open under a button."""
        self.clear()
        days = self._shown().days
        self.addAction(say("The whole week…")).triggered.connect(lambda: self.save(days))
        self.addSeparator()
        for day in days:
            self.addAction(f"{week_words.head(day)}…").triggered.connect(lambda _=False, one=day: self.save([one]))
        self.popup(under.mapToGlobal(QPoint(0, under.height())))

    def save(self, days: Sequence[Day]) -> None:
        """Ask where, and write the PDF there in a job. Only its owner may read it."""
        named = say("Week of {day}", day=week_words.head(days[0])) if len(days) > 1 else week_words.head(days[0])
        path = ask.save_file(self, say("Save the pages"), "PDF (*.pdf)", ask.in_documents(f"{named}{reports.ENDING}"))
        if path is None:
            return
        codes, whose, as_at = {day.code for day in days}, self._shown().whose, datetime.now().astimezone()

        def work(_ticket: Ticket) -> None:
            reports.save(timetable.pdf(self._workspace, codes, whose, as_at), path, self._workspace.laptop)

        said = saved.open_to_all(path)
        self._jobs.run(self, work, done=lambda _: self.saved.emit(said), failed=self.failed.emit, asked=path.name)
