"""Buttons of one width in whole rows: what acts on one thing stands as a block, not ragged."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

from inspector_app.ui.controls.flow import Flow, Part
from inspector_app.ui.look import sizes, theme


class Even(Flow):
    """All as wide as the widest, as many in a row as there is room for while every row is full, over the whole width.

    But no row is broader than a column: each button would be as broad as a page beside a broad list.
    """

    def _lines(self, width: int) -> list[list[Part]]:
        shown = self._shown()
        across = self._across(width)
        return [shown[at : at + across] for at in range(0, len(shown), across)]

    def _across(self, width: int) -> int:
        """How many stand in a row."""
        shown = self._shown()
        widest = max((part.wide for part in shown), default=0)
        room = max(1, (_within(width) + self.spacing()) // max(1, widest + self.spacing()))
        return next((many for many in range(min(room, len(shown)), 1, -1) if len(shown) % many == 0), 1)

    def _place(self, line: Sequence[Part], room: QRect) -> None:
        each = _within(room.width()) + self.spacing()
        for place, part in enumerate(line):
            left, right = (each * at // len(line) for at in (place, place + 1))
            at = QPoint(room.left() + left, room.top())
            part.item.setGeometry(QRect(at, QSize(right - left - self.spacing(), room.height())))


def _within(width: int) -> int:
    return min(width, theme.px(sizes.COLUMN))
