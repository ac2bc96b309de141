"""A figure beside the findings: what it is of, the figure, its length against the bands, and the way into the text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import said_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words.rating import Quotable

_ONE_LINE = 300  # px at 100%
_LONGEST = "00 of 00 (00%)"


class FigureLine(QWidget):
    """On one line where there is room, else what it is of, the figure and the bar under one another."""

    def __init__(self, figure: Quotable, bar: QWidget | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self._one: bool | None = None
        self.of, self.said = theme.role(text_label(self), "label"), said_label(self, figure.figure)
        self.of.setText(figure.of)
        self.insert = small(PressButton(say("Insert"), self))
        called = f"Insert {figure.figure}, the figure of {figure.of}"
        self.insert.setAccessibleName(", ".join(filter(None, (called, figure.still_open))))
        self.still_open = theme.role(text_label(self), "small")
        self.still_open.setText(figure.still_open)
        self.still_open.setVisible(bool(figure.still_open))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(sizes.CLOSE))
        self._grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its words: the bar gives way."""
        return QSize(0, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        one = self.width() >= theme.px(_ONE_LINE)
        if one is self._one:
            return
        self._one = one
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self.of, 0, 0, 1, 1 if one else 4, middle)
        self._grid.addWidget(self.said, 0 if one else 1, 1 if one else 0, 1, 1 if one else 3, middle)
        least = self.fontMetrics().horizontalAdvance(_LONGEST) if one else 0  # so that bars begin under one another
        self.said.setMinimumWidth(least)
        self._grid.addWidget(self.insert, 0 if one else 1, 3, middle | Qt.AlignmentFlag.AlignRight)
        if self._bar is not None:
            self._grid.addWidget(self._bar, 0 if one else 2, 2 if one else 0, 1, 1 if one else 4)
        self._grid.addWidget(self.still_open, 3, 0, 1, 4)
        self._grid.setColumnStretch(2, 1)
