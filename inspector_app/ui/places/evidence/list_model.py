"""The sources of an inspection as a list, and which of them a filter lets through."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from inspector_app.core.domain.evidence import SourceRow
from inspector_app.core.words import count, say
from inspector_app.ui.words import evidence as evidence_words

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole  # the SourceRow itself
LINKS = Qt.ItemDataRole.UserRole + 1  # on how many subjects it bears


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown: a kind, what bears on a standard, a text in title, date or who; "" is all."""

    kind: str = ""
    standard: str = ""
    text: str = ""

    def sources(self, rows: Iterable[SourceRow], standards: Mapping[str, set[str]]) -> list[SourceRow]:
        """The sources it lets through; `standards` are those each bears on, by its id."""
        return [row for row in rows if self.shows(row) and self._bears(standards.get(row.id, set()))]

    def shows(self, row: SourceRow) -> bool:
        """Whether it lets a source through, whatever that bears on."""
        words = f"{evidence_words.name(row)} {evidence_words.about(row)}".casefold()
        return (not self.kind or row.kind == self.kind) and all(w in words for w in self.text.casefold().split())

    def _bears(self, standards: set[str]) -> bool:
        return not self.standard or self.standard in standards


class SourceModel(QAbstractListModel):
    """Holds SourceRows. Only where others come or go is the list made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SourceRow] = []
        self._links: dict[str, int] = {}
        self._year = 0

    def set_rows(self, rows: Sequence[SourceRow], links: Mapping[str, int], year: int) -> None:
        """Show these; `links` says on how many subjects each bears, and a date of another year than `year` says its own."""
        same = [row.id for row in rows] == [row.id for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self._links, self._year = list(rows), dict(links), year
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def place_of(self, source: str) -> int:
        """Where a source is in the list; -1 for one that is not in it."""
        return next((place for place, row in enumerate(self.rows) if row.id == source), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Rows; none below a row."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title to be drawn, and everything in words for a screen reader and the tip."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == LINKS:
            return self._links.get(row.id, 0)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            called, about = self.name(row), evidence_words.about(row, self._year)
            said = (called, about, self.bears(row), evidence_words.state(row))
            return ", ".join(part for part in said if part)
        return None

    def below(self, row: SourceRow) -> str:
        """What stands under the title."""
        day = evidence_words.day(row.day, self._year)
        parts = (evidence_words.kind(row), day, self.bears(row))
        return " · ".join(part for part in parts if part)

    def name(self, row: SourceRow) -> str:
        """What a source is called, with its year where that is another than that of the fieldwork."""
        return evidence_words.name(row, self._year)

    def bears(self, row: SourceRow) -> str:
        """On how much a source bears, in words."""
        links = self._links.get(row.id, 0)
        return count(links, "{n} link", "{n} links") if links else say("not linked yet")
