"""The lines of a case in the order of its pack, each with what is answered and what stood there before."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.documents.paper import PaperLine
from inspector_app.ui.words.answers import WORDS

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole  # the PaperLine
WAS = Qt.ItemDataRole.UserRole + 1  # "was Yes", or ""


class PaperLines(QAbstractListModel):
    """Holds PaperLines. What an answer replaced is said beside it until the case is shown anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PaperLine] = []
        self._was: dict[int, str] = {}  # by place

    def show_case(self, rows: Sequence[PaperLine]) -> None:
        """Show another case."""
        self.beginResetModel()
        self.rows, self._was = list(rows), {}
        self.endResetModel()

    def take(self, rows: Sequence[PaperLine]) -> None:
        """Show the same case as it is stored now."""
        for place, row in enumerate(rows):
            if self.rows[place] != row:
                self.rows[place] = row
                self._was.pop(place, None)
                self._tell(place)

    def answer(self, place: int, answer: Answer | None) -> None:
        """Show what was just answered on a line; what it replaced is said beside it."""
        before = self.rows[place]
        self._was.pop(place, None)
        if before.contested or (before.answer is not None and before.answer is not answer):
            self._was[place] = f"was {'contested' if before.contested else WORDS[before.answer]}"
        self.rows[place] = replace(before, answer=answer, contested=False)
        self._tell(place)

    def write(self, place: int, note: str, at: str) -> None:
        """Show that a note was written at `at` (ISO 8601, UTC)."""
        self.rows[place] = replace(self.rows[place], note=note, saved=at)
        self._tell(place)

    def place_of(self, number: int) -> int:
        """Where the line of that number is; -1 when there is none."""
        return number - 1 if 1 <= number <= len(self.rows) else -1

    def answered(self) -> int:
        """How many lines have an answer."""
        return sum(row.answer is not None for row in self.rows)

    def next_gap(self, here: int) -> int:
        """The next line after that one that is not answered, from the last round to the first; itself where none is."""
        order = [*range(here + 1, len(self.rows)), *range(here)]
        return next((place for place in order if self.rows[place].answer is None), here)

    def differing(self) -> list[tuple[int, str]]:
        """The places of the lines that say something else than before they were keyed in, each with what it was."""
        return [(place, said) for place, said in sorted(self._was.items()) if self.rows[place].answer is not None]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, what it replaced, and the line in words for those who hear the screen."""
        row, was = self.rows[index.row()], self._was.get(index.row(), "")
        if role == LINE:
            return row
        if role == WAS:
            return was
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row, was)
        return row.words if role == Qt.ItemDataRole.ToolTipRole else None

    def _tell(self, place: int) -> None:
        index = self.index(place, 0)
        self.dataChanged.emit(index, index)


def subject(row: PaperLine) -> str:
    """What a line is about: 2.1.1 a, or 2.1.1 judgement."""
    return f"{row.question} {row.prompt or 'judgement'}"


def spoken(row: PaperLine, was: str = "") -> str:
    """A line in words."""
    state = "contested" if row.contested else WORDS[row.answer]
    parts = [f"{row.code}, {subject(row)}, {state}", was, "with a note" if row.note else "", row.words]
    return ", ".join(part for part in parts if part)
