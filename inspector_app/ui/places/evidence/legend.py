"""What the shapes in the grid mean, and the keys that work in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.evidence import Cell
from inspector_app.core.words import say
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.evidence.grid import paint_cell

_SHOWN = (
    (Cell("", "", bears=True, has_note=True, contested=False), "linked, with a note"),
    (Cell("", "", bears=True, has_note=False, contested=False), "linked, no note yet"),
    (Cell("", "", bears=False, has_note=True, contested=False), "a note, not linked"),
    (Cell("", "", bears=False, has_note=False, contested=True), "contested"),
)


class _Shown(QWidget):
    def __init__(self, cell: Cell, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell, self._words = cell, words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(theme.SMALL))
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self._words) + theme.px(sizes.PICTURE + 3 * sizes.TIGHT),
            theme.px(sizes.CHIP),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), theme.px(sizes.PICTURE)
        paint_cell(painter, QRectF(0, (self.height() - side) / 2, side, side), self._cell)
        painter.setPen(QColor(theme.colours().quiet))
        words = self.rect().adjusted(side + theme.px(sizes.TIGHT), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)


class Legend(QWidget):
    """The shapes with their words, and the keys, on a line that wraps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        keys = theme.role(text_label(self), "small")
        keys.setWordWrap(False)
        keys.setText(say("Space links or unlinks · Enter writes the note"))
        line = Flow(*(_Shown(cell, words, self) for cell, words in _SHOWN))
        line.add_gap()
        line.addWidget(keys)
        self.setLayout(line)
