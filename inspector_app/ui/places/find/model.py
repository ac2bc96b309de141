"""What was found as one list: the head of each group, its rows, and the row that opens the rest of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector_app.core.domain.finding.search import Found, FoundRow, Group
from inspector_app.ui.words import found as found_words

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole  # the Head, FoundRow or More


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group."""

    group: Group


@dataclass(frozen=True, slots=True)
class More:
    """Opens the rest of a group."""

    group: Group


Line = Head | FoundRow | More


def key(line: Line) -> tuple[str, str]:
    """What tells a line from the others, whatever list it is in."""
    if isinstance(line, FoundRow):
        return line.entity, line.id
    return type(line).__name__, line.group.code


def _lines(found: Found) -> list[Line]:
    lines: list[Line] = []
    for group in found.groups:
        lines += [Head(group), *group.rows]
        if found.whole and group.count > len(group.rows):
            lines.append(More(group))
    return lines


def _said(line: Line) -> object:
    """What is shown in a line."""
    return line if isinstance(line, FoundRow) else (*key(line), line.group.count)


def _within(some: Iterable[object], every: Iterable[object]) -> bool:
    """Whether all of one list stands in another in its order."""
    rest = iter(every)
    return all(one in rest for one in some)


class FoundList(QAbstractListModel):
    """Holds the lines of one Found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def set_found(self, found: Found) -> None:
        """Show this answer in place of the one before."""
        self.beginResetModel()
        self.lines = _lines(found)
        self.endResetModel()

    def fill(self, found: Found) -> None:
        """Put in what this answer has more of than the one that is shown, between the lines that stand."""
        lines = _lines(found)
        if not _within(map(_said, self.lines), map(_said, lines)):
            self.set_found(found)  # something was written meanwhile
            return
        for place, line in enumerate(lines):
            if place < len(self.lines) and _said(self.lines[place]) == _said(line):
                continue
            self.beginInsertRows(QModelIndex(), place, place)
            self.lines.insert(place, line)
            self.endInsertRows()

    def place_of(self, wanted: tuple[str, str]) -> int:
        """Where the line of that key is; -1 where it is not."""
        return next((place for place, line in enumerate(self.lines) if key(line) == wanted), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Lines; none below a line."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """One cannot go to the head of a group."""
        if index.isValid() and isinstance(self.lines[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself for the delegate; words for a screen reader and for going to a line by its first letters."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(line, FoundRow):
            if role == Qt.ItemDataRole.DisplayRole:
                return found_words.where(line)
            return found_words.spoken(line, datetime.now().astimezone())
        if isinstance(line, Head):
            return f"{found_words.heading(line.group)}, {line.group.count}"
        return f"{found_words.more(line.group)} in {found_words.heading(line.group)}"
