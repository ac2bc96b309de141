"""What the window says of the whole inspection: what is contested, which concerns are open, whose work is here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.errors import Expected
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.help import about
from inspector_app.core.services.people import roles_given
from inspector_app.core.services.safekeeping import backups, rehearsing
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import opening
from inspector_app.ui.bridge import Touched
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.page import Known
from inspector_app.ui.words.handoffs.ledger import colleagues

_COUNT_AFTER = 400  # milliseconds after the last edit


class Counting(QObject):
    """Counts for one desk after its edits; `known` is what it found last."""

    counted = Signal()  # `known` is different now
    failed = Signal(object)  # Expected: whose work is here could not be read

    def __init__(self, desk: QWidget, workspace: Workspace, jobs: Jobs) -> None:
        super().__init__(desk)
        self._desk, self._workspace, self._jobs = desk, workspace, jobs
        self._reading = self._again = False
        self.colleagues = ""  # how old their work is, in words
        self._later = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._later.timeout.connect(self._count_contested)
        self.known = self._with_safeguards(Known(contested=conflicts.count(workspace)))
        self.about = about.about(workspace)
        self.role = roles_given.own(workspace)
        self._count_concerns()

    def edited(self, touched: Touched) -> None:
        """Count again what these edits may have changed: now, or between two keys where hardly ever anything has."""
        kinds = {entity for entity, _ in touched}
        if kinds & {"concern", "informed"}:
            self._count_concerns()
        if "person" in kinds:
            self.role = roles_given.own(self._workspace)
            self.read_ledger()
        if "inspection" in kinds:
            self.about = about.about(self._workspace)
        if self.known.contested or len(touched) > 1:
            self._count_contested()
        else:
            self._later.start()

    def read_ledger(self) -> None:
        """Read in a job whose work is here; once more when something changed meanwhile."""
        self._again = self._reading
        if self._reading:
            return
        self._reading = True
        self._jobs.run(
            self._desk,
            lambda _: opening.ledger(self._workspace),
            done=self._take_ledger,
            failed=self.failed.emit,
            ended=self._on_read,
        )

    def read_safeguards(self) -> None:
        """Read when the second copy was last made, and a restore last rehearsed."""
        self.known = self._with_safeguards(self.known)
        self.counted.emit()

    def _with_safeguards(self, known: Known) -> Known:
        here = self._workspace
        return replace(known, second_copy=backups.second_copy(here), rehearsal=rehearsing.last(here.laptop, here.id))

    def _on_read(self) -> None:
        self._reading = False
        if self._again:
            self.read_ledger()

    def _take_ledger(self, rows: list[LedgerRow]) -> None:
        self.colleagues = colleagues(rows, datetime.now().astimezone())
        self.known = replace(self.known, ledger=rows)
        self.counted.emit()  # even where the rows are the same: they are older now

    def _count_contested(self) -> None:
        self._count(lambda: replace(self.known, contested=conflicts.count(self._workspace)))

    def _count_concerns(self) -> None:
        self._count(self._with_concerns)

    def _with_concerns(self) -> Known:
        number, by_case = concerns.count_open(self._workspace), concerns.open_cases(self._workspace)
        return replace(self.known, open_concerns=number, concern_cases=by_case)

    def _count(self, counted: Callable[[], Known]) -> None:
        try:
            self._take(counted())
        except Expected as error:  # another program spoilt the file meanwhile
            self.failed.emit(error)

    def _take(self, known: Known) -> None:
        if known != self.known:
            self.known = known
            self.counted.emit()
