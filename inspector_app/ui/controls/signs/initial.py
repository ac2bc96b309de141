"""The initials of a person's name in a disc, beside the name or in its place where there is no room for it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import heading

_WITHIN = 0.82  # of the width of a disc: what letters in the middle of it may take


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
    write_initial(painter, box, name)
    painter.restore()


def write_initial(painter: QPainter, box: QRectF, name: str) -> None:
    """Write the letters of a name in the middle of its disc, in the painter's colour and no wider than the disc is."""
    told, font = heading.initial(name), theme.font(theme.SMALL, bold=True)
    wide, room = QFontMetricsF(font).horizontalAdvance(told), box.width() * _WITHIN
    if wide > room:
        font.setPixelSize(int(font.pixelSize() * room / wide))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)


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
