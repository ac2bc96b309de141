"""The recommendations of the last inspection, taken from its document: read in a job."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.inspection import Recommendation
from inspector_app.core.errors import Expected
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui import ask
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.jobs import Jobs


class FromDocument(JobLine):
    """Signals `taken` with what to say, once they are added. Why a document is refused is said by itself."""

    taken = Signal(str)

    def __init__(self, jobs: Jobs, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(jobs, say("Recommendations of the last inspection"), parent)
        self._workspace = workspace

    def choose(self) -> None:
        """Ask for the document, and take from it."""
        path = ask.open_file(self, say("The document of the last inspection"), say("Inspection documents (*.json)"))
        if path is not None:
            self._take_from(path)

    def _take_from(self, path: Path) -> None:
        workspace = self._workspace
        self.run(say("Reading"), lambda ticket: findings.recommended_in(workspace, path, ticket), self._add)

    def _add(self, made: Sequence[Recommendation]) -> None:
        try:
            taken = findings.take_previous(self._workspace, made)
        except Expected as error:
            self.refuse(error)
            return
        self.taken.emit(count(taken, "{n} recommendation was added.", "{n} recommendations were added."))
