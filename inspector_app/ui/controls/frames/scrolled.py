"""A page that scrolls down, of which what stands side by side comes below one another where there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.look import sizes, theme


class Scrolled(QScrollArea):
    """What the page holds is added to `body`, and what stands side by side as a row of `add_row`."""

    def __init__(self, narrow: int, parent: QWidget | None, *, part: bool = False) -> None:
        """`narrow`: px at 100%; below it rows stand below one another. A `part` of a page has no edge of its own."""
        super().__init__(parent)
        self._narrow = narrow
        self._rows: list[QBoxLayout] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is on it has it
        page = theme.role(QWidget(), "page")
        self.body = QVBoxLayout(page)
        if part:
            self.body.setContentsMargins(0, 0, 0, 0)
        else:
            frame(self, self.body)
        self.body.setSpacing(theme.px(sizes.APART))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(page)

    def add_row(self, stretch: int = 0, into: QBoxLayout | None = None) -> QBoxLayout:
        """A row, of the page or `into` a part of it, that is filled by the caller; of the room left it takes `stretch`."""
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(sizes.APART))
        self._rows.append(row)
        (into or self.body).addLayout(row, stretch)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the rows to what there is room for."""
        across = QBoxLayout.Direction
        narrow = self.viewport().width() < theme.px(self._narrow)
        for row in self._rows:
            row.setDirection(across.TopToBottom if narrow else across.LeftToRight)
        super().resizeEvent(event)
