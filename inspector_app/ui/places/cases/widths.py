"""How wide the columns of the table of cases want to be."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFontMetrics

from inspector_app.ui.places.cases.case_filter import CaseFilter
from inspector_app.ui.places.cases.model import CasesColumn, CaseTable

_ANY_FIGURE = str.maketrans(dict.fromkeys("123456789", "0"))
_NEARLY = 2  # px: of words so nearly as wide as the widest the view itself says which is


def widest(shown: CaseFilter, table: CaseTable, column: CasesColumn, metrics: QFontMetrics) -> Iterator[QModelIndex]:
    """The cells that can be the widest of a column: of those that say the same one, and those with the longest words.

    Words that differ in their figures alone, as days do, are the same here: of them the longest stands for all. To let a view
    measure every cell of a column took a third of the first showing of the page.
    """
    cells: dict[tuple[str, bool, str], tuple[int, int]] = {}  # how it is drawn, its words -> how wide they are, a place
    for place, row in enumerate(table.rows):
        if shown.filterAcceptsRow(place, QModelIndex()):
            sample, words = row.sample if column is CasesColumn.QUESTIONS else "", table.words(row, column)
            alike = (sample, row.id in table.concerns, words.translate(_ANY_FIGURE))
            cells[alike] = max((metrics.horizontalAdvance(words), place), cells.get(alike, (0, 0)))
    most = {
        flagged: max((wide for (_, f, _), (wide, _) in cells.items() if f is flagged), default=0)
        for flagged in (False, True)
    }
    long = (place for (_, flagged, _), (wide, place) in cells.items() if wide >= most[flagged] - _NEARLY)
    return (shown.mapFromSource(table.index(place, column)) for place in long)
