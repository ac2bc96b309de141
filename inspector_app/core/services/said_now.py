"""What cases say now, as digests, to be held against what they said when they were handed on (services/cases/reviews.py)."""

from collections.abc import Collection
from threading import Lock

from inspector_app.core.domain.cases import review
from inspector_app.core.domain.ids import case_of
from inspector_app.core.services.editor import Editor, Touched
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.reading import read_said


class SaidNow:
    """The digests of one open file, each kept until something of its case is written: to make one its notes are read."""

    def __init__(self, editor: Editor) -> None:
        self._kept: dict[str, str] = {}
        self._news, self._lock = 0, Lock()
        editor.listeners.append(self._forget)

    @property
    def moment(self) -> int:
        """To be asked before a reading transaction begins, and given to `of` in it."""
        return self._news

    def of(self, connection: Connection, cases: Collection[str], moment: int) -> dict[str, str]:
        """The digest of each of these cases. What was written since that moment is not kept: it may be of before."""
        kept = self._kept
        wanted = [case for case in cases if case not in kept]
        found = {case: review.digest(said) for case, said in read_said.said(connection, wanted).items()}
        with self._lock:
            if moment == self._news:
                self._kept = self._kept | found
        return {case: kept.get(case) or found[case] for case in cases}

    def _forget(self, touched: Touched) -> None:
        """Something was written by this program, or found to have been by another (`OpenFile.news`)."""
        cases = {case_of(entity_id) for _, entity_id in touched}
        with self._lock:
            self._news += 1
            self._kept = {case: digest for case, digest in self._kept.items() if case not in cases}
