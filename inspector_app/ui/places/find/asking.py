"""Asks what a query finds, off the UI thread: first what fills the view, and the rest once nobody types."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.finding.search import Found, FoundRow, Query
from inspector_app.core.errors import Expected
from inspector_app.core.services.search import finding
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs

Text = tuple[str, tuple[tuple[int, int], ...]]
_REST_AFTER = 120  # ms without a key, after which the rest is read


class Asking(QWidget):
    """Signals `found` with the first of an answer, `filled` with all of it, and `told` with what there is to say meanwhile.

    An answer that is overtaken by the next question is abandoned and never shown. It shows nothing itself: it is a widget
    so that its jobs end with the page.
    """

    found = Signal(object)
    filled = Signal(object)
    told = Signal(str)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self.finder = jobs, finding.Finder(workspace)
        self._query, self._opened = Query(), frozenset[str]()
        self._ticket: Ticket | None = None
        self._next: Callable[[], None] | None = None  # what to do when the question under way has ended
        self._rest = QTimer(self, singleShot=True, interval=_REST_AFTER)
        self._rest.timeout.connect(self._ask_for_the_rest)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether something is asked that is not answered whole."""
        return self._ticket is not None or self._next is not None or self._rest.isActive()

    def prepare(self) -> None:
        """Put what is there in order, before the first key. What cannot be read is said when one searches."""
        self._jobs.run(self, lambda _: self.finder.prepare(), done=lambda _: None, failed=lambda _: None)

    def whole(self, row: FoundRow, query: Query, done: Callable[[Text], None]) -> None:
        """Read all that is written in what the query found (`Finder.whole`)."""
        self._jobs.run(self, lambda _: self.finder.whole(row, query), done=done, failed=self._failed)

    def ask(self, query: Query, opened: frozenset[str] = frozenset(), most: int | None = None) -> None:
        """Ask for this; whatever else was asked is abandoned. `most`: at first so many lines, which fill the view."""
        self._query, self._opened = query, opened
        self._rest.stop()
        if self.busy:
            self._next = lambda: self._begin(most, self._answered)
        if self._ticket is not None:
            self._ticket.cancel()
        elif self._next is None:
            self._begin(most, self._answered)

    def _begin(self, most: int | None, answered: Callable[[Found], None]) -> None:
        query, opened = self._query, self._opened
        if query.empty:
            self.found.emit(Found(query))
            return
        self._ticket = self._jobs.run(
            self,
            lambda ticket: self.finder.find(query, opened, ticket, most=most),
            done=answered,
            failed=self._failed,
            ended=self._ended,
            progressed=lambda done, of, what: self.told.emit(f"{what}: {done:,} of {of:,}"),
        )

    def _answered(self, found: Found) -> None:
        self.found.emit(found)
        if not found.whole:
            self._rest.start()

    def _failed(self, error: Expected) -> None:
        self.told.emit(sentence(error))

    def _ask_for_the_rest(self) -> None:
        self._begin(None, self.filled.emit)

    def _ended(self) -> None:
        self._ticket = None
        if self._next is not None:
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        then, self._next = self._next, None
        if then is not None:
            then()
