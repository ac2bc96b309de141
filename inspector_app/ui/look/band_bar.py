"""A percentage as a length against the bands."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.hatch import hatch

_HATCH_EDGE = 1.5  # px


def paint_band_bar(
    painter: QPainter,
    box: QRectF,
    percent: int | None,
    lowers: Sequence[int],
    colour: str,
    *,
    provisional: bool = False,
    possible: tuple[int, int] | None = None,
) -> None:
    """Paint `percent` (0 to 100, None: an empty track) into `box`, with a tick at each band's lower bound.

    What can still change is hatched, with an edge; a bracket over it goes from the lowest to the highest percent `possible`.
    """
    c = theme.colours()
    painter.save()
    track = box.adjusted(0, box.height() / 6, 0, -box.height() / 6)
    painter.setPen(QPen(QColor(c.border), sizes.EDGE) if theme.name() == "contrast" else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(c.track))
    painter.drawRect(track)
    if percent:
        _fill(
            painter,
            QRectF(track.left(), track.top(), track.width() * percent / 100, track.height()),
            colour,
            provisional,
        )
    for lower in lowers:
        if 0 < lower < 100:
            _tick(painter, box, round(box.left() + box.width() * lower / 100))
    if possible:
        paint_bracket(painter, box, *(box.left() + box.width() * percent / 100 for percent in possible))
    painter.restore()


def paint_bracket(painter: QPainter, box: QRectF, left: float, right: float) -> None:
    """A bracket over a bar, from `left` to `right`: what is still possible."""
    painter.setPen(QPen(QColor(theme.colours().text), sizes.EDGE))
    top, foot = box.top(), box.top() + box.height() / 5
    ends = [QPointF(left, foot), QPointF(left, top), QPointF(right, top), QPointF(right, foot)]
    painter.drawPolyline(ends)


def _fill(painter: QPainter, part: QRectF, colour: str, provisional: bool) -> None:
    if not provisional:
        painter.fillRect(part, QColor(colour))
        return
    painter.fillRect(part, QColor(theme.colours().hatch))
    painter.fillRect(part, hatch(colour, theme.zoom()))
    painter.setPen(QPen(QColor(colour), _HATCH_EDGE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))


def _tick(painter: QPainter, box: QRectF, x: int) -> None:
    """Two pixels, with one of the ground on each side, so that it is seen on any bar."""
    c = theme.colours()
    for colour, width in ((c.surface, sizes.STRESS + 2 * sizes.EDGE), (c.text, sizes.STRESS)):
        painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
