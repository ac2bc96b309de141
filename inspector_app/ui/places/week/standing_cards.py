"""What the cards beside the days are told: what waits, what is to check, how the cases stand, how old colleagues' work is."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.services.fieldwork import concerns, due, week
from inspector_app.core.services.results import panel
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.page import Known
from inspector_app.ui.places.week.board import Board

COUNTED_BY = frozenset({"case", "person", "judgement", "prompt", "review", "rating", "panel", "totals", *WHO_SEES})
_COUNT_AFTER = 300  # ms: what is counted may wait for the end of a burst of edits


class StandingCards(QObject):
    """Counts when it is told that something changed."""

    def __init__(self, workspace: Workspace, board: Board, refs: Mapping[str, str]) -> None:
        """`refs` are references of cases by id."""
        super().__init__(board)
        self._workspace, self._board, self._refs = workspace, board, refs
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self.count)
        self.count()
        self.show_concerns()
        self.show_due()

    def refresh(self, kinds: set[str], refs: Mapping[str, str]) -> None:
        """Things of these kinds changed."""
        self._refs = refs
        if kinds & COUNTED_BY:
            self._counting.start()
        if kinds & {"concern", "informed", "case"}:
            self.show_concerns()
        if kinds & {"event", "recommendation"}:
            self.show_due()

    def know(self, known: Known) -> None:
        """Say how old the work of colleagues is, and which of the safeguards are overdue."""
        now = datetime.now().astimezone()
        self._board.to_check.set_safeguards(known.second_copy, known.rehearsal, now)
        self._board.waiting.set_without(
            [row.name for row in known.ledger if row.has_card and not row.me and row.ungiven and not row.last_sent]
        )
        self._board.team.set_rows(known.ledger, known.second_copy, now)
        self._board.order()

    def count(self) -> None:
        """Count the cases as they stand now."""
        self._counting.stop()
        standing = week.standing(self._workspace)
        self._board.cases.set_standing(standing)
        self._board.team.set_standing(standing)
        self._board.waiting.set_cases(week.waiting(self._workspace, standing), self._refs)
        self._board.to_check.set_ratings(panel.unknown_ratings(self._workspace))
        self._board.order()

    def show_concerns(self) -> None:
        """Name those that are open now."""
        rows = [row for row in concerns.rows(self._workspace) if row.open]
        self._board.waiting.set_concerns(rows, datetime.now().astimezone())
        self._board.order()

    def show_due(self) -> None:
        """Name what is due by when."""
        self._board.due.set_dates(due.dates(self._workspace), datetime.now().astimezone().date())
        self._board.order()
