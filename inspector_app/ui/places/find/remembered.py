"""What is searched for again and again: the kept searches with how much each finds now, and what was looked for today."""

from datetime import date

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.finding.search import Query
from inspector_app.core.services.search import looked
from inspector_app.core.services.ticket import Ticket
from inspector_app.ui.controls.telling import tried
from inspector_app.ui.page import Shared
from inspector_app.ui.places.find.asking import Asking
from inspector_app.ui.places.find.kept_pane import KeptPane
from inspector_app.ui.places.find.kept_searches import KeptSearches

_STAYS = 3000  # milliseconds for which somebody reads what was found: then it was looked for


class Remembered(QObject):
    """Has them shown beside what is found, and remembers what one stays with."""

    def __init__(self, page: QWidget, shared: Shared, asking: Asking, *, kept: KeptSearches, pane: KeptPane) -> None:
        super().__init__(page)
        self._page, self._workspace, self._jobs = page, shared.workspace, shared.jobs
        self._asking, self._kept, self._pane = asking, kept, pane
        self._query = Query()
        self._looked: list[Query] = []
        self._counting: Ticket | None = None
        self._stays = QTimer(self, singleShot=True, interval=_STAYS)
        self._stays.timeout.connect(self.note)
        kept.changed.connect(self.count)

    def show(self, query: Query, *, found: bool) -> None:
        """This is searched for now; `found`: there is something to stay with."""
        self._query = query
        self._kept.set_query(query)
        self._show_these()
        if found:
            self._stays.start()

    def read(self) -> None:
        """Read what was looked for today, and count what the kept searches find."""
        self._looked = looked.today(self._workspace, date.today())
        self.count()

    def note(self) -> None:
        """Remember what is searched for, for today."""
        if tried(self._page, lambda: looked.note(self._workspace, self._query, date.today())):
            self._looked = looked.today(self._workspace, date.today())
            self._show_these()

    def count(self) -> None:
        """Say beside each kept search how much it finds, once that is known."""
        self._show_these()
        if self._counting is not None:
            self._counting.cancel()
        if not self._kept.held or not self._page.isVisible():
            return
        self._counting = self._jobs.run(
            self._page,
            lambda ticket: looked.counts(self._workspace, self._asking.finder, ticket),
            done=lambda counts: self._pane.set_counts(counts, self._kept.held, self._looked),
            failed=lambda _: None,
        )

    def _show_these(self) -> None:
        self._pane.show_these(self._kept.held, self._looked, self._query)
