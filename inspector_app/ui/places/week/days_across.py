"""The days of the board beside one another."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.week.day_column import DayColumn


class DaysAcross(QScrollArea):
    """The days beside one another, as high as the fullest of them needs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setAccessibleName("Days")
        self._inside = theme.role(QWidget(), "page")
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(sizes.CLOSE))
        self._columns: list[DayColumn] = []
        self._row.addStretch()  # what few days leave
        self._inside.installEventFilter(self)
        self.setWidget(self._inside)
        down = self.verticalScrollBar()  # as high as its days, it scrolls down only before it is: the heads would hide
        down.valueChanged.connect(lambda _at: down.setValue(0))

    def set_columns(self, columns: Sequence[DayColumn]) -> None:
        """Show these and no others."""
        for gone in [column for column in self._columns if column not in columns]:
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._columns = list(columns)
        for place, column in enumerate(columns):
            if self._row.indexOf(column) != place:
                self._row.insertWidget(place, column, 1)
                column.show()
        self.fit()

    def show_only(self, columns: Sequence[DayColumn]) -> None:
        """Of those that it has, let these be seen."""
        for column in self._columns:
            column.setVisible(column in columns)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is on the days."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width. Fitted later: a height set here, Qt would not give to the viewport."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Be as high as the fullest day at least."""
        self._row.activate()
        width = max(self.viewport().width(), self._row.minimumSize().width())
        high = self._row.heightForWidth(width) if self._row.hasHeightForWidth() else self._row.sizeHint().height()
        bar = self.horizontalScrollBar()
        across = bar.sizeHint().height() if width > self.viewport().width() else 0
        self.setMinimumHeight(high + across)
