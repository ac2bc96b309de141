"""A list and, beside it, what one is on; where there is no room for both side by side the list stands above."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QWidget

from inspector_app.ui.look import sizes, theme

_NARROW, _LOW_LIST = 640, 96  # px at 100%: the width below which the list stands above, and how high it is there


class BesideList(QWidget):
    """`parts` share what the list leaves; of them those that are not needed are hidden by their page."""

    def __init__(self, held: QAbstractItemView, *parts: QWidget, width: int = sizes.SIDE_LIST) -> None:
        """`width` of the list beside them: px at 100%."""
        super().__init__()
        self._list, self._width = held, width
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.px(sizes.APART))
        self._across.addWidget(held)
        for part in parts:
            self._across.addWidget(part, 1)
        self._fit()

    @property
    def above(self) -> bool:
        """Whether the list stands above."""
        return self._across.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn to what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        across, narrow = QBoxLayout.Direction, self.width() < theme.px(_NARROW)
        self._across.setDirection(across.TopToBottom if narrow else across.LeftToRight)
        wide, high = theme.px(self._width), theme.px(_LOW_LIST)
        self._list.setMinimumSize(1 if narrow else wide, 1)
        self._list.setMaximumSize(_MOST if narrow else wide, high if narrow else _MOST)


_MOST = 16_777_215  # Qt's own limit to a size
