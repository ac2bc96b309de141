"""The initial of a person's name in a disc, beside the name or in its place where there is no room for it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import heading


def paint_initial(painter: QPainter, box: QRectF, name: str, *, mine: bool, listed: bool = False) -> None:
    """Paint into the square `box`: oneself in the accent, others quiet, and in a list (`listed`) as a ring."""
    c = theme.colours()
    ring, ground = listed and not mine, QColor(c.accent if mine else c.quiet)
    edge = theme.px(sizes.EDGE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ground, edge))
    painter.setBrush(Qt.BrushStyle.NoBrush if ring else ground)
    painter.drawEllipse(box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))
    painter.setPen(QColor(c.quiet if ring else c.on_accent if mine else c.surface))
    font = theme.font(theme.SMALL, bold=True)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, heading.initial(name))
    painter.restore()


class Initial(QWidget):
    """A disc beside a name that stands there in words: it says nothing that they do not."""

    def __init__(self, name: str, parent: QWidget, *, mine: bool, side: int = sizes.CHIP) -> None:
        """`mine`: it is oneself. `side`: in pixels at 100%."""
        super().__init__(parent)
        self._name, self._mine, self._side = name, mine, theme.px(side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc."""
        paint_initial(QPainter(self), QRectF(0, 0, self._side, self._side), self._name, mine=self._mine)
