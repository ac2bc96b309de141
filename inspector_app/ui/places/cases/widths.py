"""How wide the columns of the tables of cases want to be."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFontMetrics

from inspector_app.ui.places.cases.filter import CaseFilter
from inspector_app.ui.places.cases.model import CasesColumn, CaseTable

_ANY_FIGURE = str.maketrans(dict.fromkeys("123456789", "0"))
_NEARLY = 2  # px: of words so nearly as wide as the widest the view itself says which is


def longest(cells: Iterable[tuple[Hashable, str, int]], metrics: QFontMetrics) -> Iterator[int]:
    """The places of the cells of a column that can be its widest; a cell is how it is drawn, its words and its place.

    Of those that say the same one, and of each way of drawing those with the longest words. Words that differ in their
    figures alone, as days do, are the same here: of them the longest stands for all. To let a view measure every cell of
    a column took a third of the first showing of the page.
    """
    wide = cache(metrics.horizontalAdvance)
    found: dict[tuple[Hashable, str], tuple[int, int]] = {}
    most: dict[Hashable, int] = {}
    for drawn, words, place in cells:
        alike, here = (drawn, words.translate(_ANY_FIGURE)), (wide(words), place)
        found[alike] = max(here, found.get(alike, here))
        most[drawn] = max(here[0], most.get(drawn, 0))
    return (place for (drawn, _), (width, place) in found.items() if width >= most[drawn] - _NEARLY)


def widest(
    shown: CaseFilter, table: CaseTable, rows: Sequence[int], column: CasesColumn, metrics: QFontMetrics
) -> Iterator[QModelIndex]:
    """The cells of the table of cases that can be the widest of a column; `rows`: the places of those that are shown."""
    by_sample = column is CasesColumn.QUESTIONS
    cells = (
        ((row.sample if by_sample else "", row.id in table.concerns), table.words(row, column), place)
        for place in rows
        for row in (table.rows[place],)
    )
    return (shown.mapFromSource(table.index(place, column)) for place in longest(cells, metrics))
