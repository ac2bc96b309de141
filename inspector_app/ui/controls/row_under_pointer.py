"""In a table whose rows are chosen whole, the row under the pointer is tinted whole: Qt tints one cell of it."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QTableView

from inspector_app.ui.look import theme


def tint_row_under_pointer(view: QTableView) -> None:
    """Let that be so in this table; what is drawn in its cells lies over the tint."""
    _Tint(view)


class _Tint(QObject):
    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view, self._row = view, -1
        view.setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the pointer, and paint first."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._go_to(self._view.rowAt(event.position().toPoint().y()))
        elif event.type() == QEvent.Type.Leave:
            self._go_to(-1)
        elif event.type() == QEvent.Type.Paint and self._row >= 0:
            self._paint()
        return False

    def _go_to(self, row: int) -> None:
        was, self._row = self._row, row
        if was != row:
            for changed in (was, row):
                self._view.viewport().update(self._place(changed))

    def _place(self, row: int) -> QRect:
        view = self._view
        if row < 0:
            return QRect()
        return QRect(0, view.rowViewportPosition(row), view.viewport().width(), view.rowHeight(row))

    def _paint(self) -> None:
        view = self._view
        if view.columnSpan(self._row, 0) < view.horizontalHeader().count():  # the head of a group is no row
            painter = QPainter(view.viewport())
            painter.fillRect(self._place(self._row), QColor(theme.colours().raised))
            painter.end()
