"""Brings the full-text index up to date in a quiet moment, so that a search need not."""

from PySide6.QtCore import QObject, QTimer

from inspector_app.core.services.search import finding
from inspector_app.core.services.ticket import Ticket
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.window.desk import Desk

_QUIET = 3000  # milliseconds without an edit


class Indexing(QObject):
    """Works for one desk, off the UI thread, and stops as soon as somebody writes again."""

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__(desk)
        self._desk, self._jobs = desk, jobs
        self._ticket: Ticket | None = None
        self._timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._timer.timeout.connect(self._index)
        desk.changed.connect(self._wait)
        self._timer.start()  # an import or an older program may have left something

    def _wait(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._timer.start()

    def _index(self) -> None:
        workspace = self._desk.workspace
        self._ticket = self._jobs.run(
            self._desk,
            lambda ticket: finding.catch_up(workspace, ticket),
            done=lambda _: None,
            failed=lambda _error: None,  # whoever searches is told
        )
