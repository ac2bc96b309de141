"""Opens one inspection at a time, by a job: the one that was asked for last is shown, and no other stays open unseen."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import opening
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.window.desk import PagePlaces


class Fetching(QObject):
    """Signals what came of it."""

    fetched = Signal(object, object)  # Workspace, and the PagePlaces to be at (None: where one was)
    refused = Signal(object, object)  # path, Expected

    def __init__(self, laptop: Laptop, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._laptop, self._jobs = laptop, jobs
        self._path: Path | None = None  # what is being opened
        self._places: PagePlaces | None = None
        self._ticket: Ticket | None = None

    def fetch(self, path: Path, places: PagePlaces | None = None) -> None:
        """Open it. What is being opened is not opened twice: the second would be told that another window has it."""
        self._places = places
        if path == self._path:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self._path = path
        ticket = self._ticket = self._jobs.run(
            self,
            lambda _: opening.workspace(self._laptop, path),
            ended=lambda: self._end(ticket),
            done=lambda workspace: self.fetched.emit(workspace, self._places),
            dropped=close,
            failed=lambda error: self._refuse(ticket, path, error),
        )

    def _end(self, ticket: Ticket) -> None:
        if ticket is self._ticket:
            self._path = self._ticket = None

    def _refuse(self, ticket: Ticket, path: Path, error: Expected) -> None:
        if not ticket.cancelled:
            self.refused.emit(path, error)


def close(workspace: Workspace) -> None:
    """Close what nobody waits for any more: else this program would have it, unseen, until it ends."""
    workspace.close()
