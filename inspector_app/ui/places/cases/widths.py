"""How wide the columns of the table of cases want to be."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFontMetrics

from inspector_app.ui.places.cases.case_filter import CaseFilter
from inspector_app.ui.places.cases.model import CasesColumn, CaseTable

_NEARLY = 2  # px: of words so nearly as wide as the widest the view itself says which is


def widest(shown: CaseFilter, table: CaseTable, column: CasesColumn, metrics: QFontMetrics) -> Iterator[QModelIndex]:
    """The cells that can be the widest of a column: of those that say the same one, and those with the longest words.

    To let a view measure every cell of a column took a third of the first showing of the page.
    """
    cells: dict[tuple[str, bool, str], int] = {}  # how it is drawn, its words -> a place
    for place, row in enumerate(table.rows):
        if shown.filterAcceptsRow(place, QModelIndex()):
            sample = row.sample if column is CasesColumn.QUESTIONS else ""
            cells[(sample, row.id in table.concerns, table.words(row, column))] = place
    wide = {words: metrics.horizontalAdvance(words) for _, _, words in cells}
    most = {flagged: max((wide[w] for _, f, w in cells if f is flagged), default=0) for flagged in (False, True)}
    long = (place for (_, flagged, words), place in cells.items() if wide[words] >= most[flagged] - _NEARLY)
    return (shown.mapFromSource(table.index(place, column)) for place in long)
