"""Widgets beside one another over the whole width: one of them takes the room that is left of its line."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from inspector_app.ui.controls.flow import Flow, Part


class Filled(Flow):
    """Lines as of a Flow, each at its top. `wide` is never under its hint, which in one line of Qt's it might be."""

    def __init__(self, *widgets: QWidget, wide: QWidget) -> None:
        """`wide`: which of them takes the room that is left."""
        super().__init__(*widgets, middle=False)
        self._wide = wide

    def _place(self, line: Sequence[Part], room: QRect) -> None:
        widths = [min(part.wide, room.width()) for part in line]
        spare = room.width() - sum(widths) - self.spacing() * (len(line) - 1)
        at = room.left()
        for part, width in zip(line, widths, strict=True):
            wide = width + spare if part.item.widget() is self._wide else width
            part.item.setGeometry(QRect(QPoint(at, room.top()), QSize(wide, part.high_at(wide))))
            at += wide + self.spacing()
