"""What is painted alike in several places: the shape of each state of an answer, so that none is told by colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.look import theme


def answer_colour(answer: Answer | None) -> str:
    """The colour of an answer; None is the edge of what can still be answered."""
    c = theme.colours()
    return {Answer.YES: c.yes, Answer.NO: c.no, Answer.NA: c.na, None: c.border}[answer]


def paint_answer(
    painter: QPainter, box: QRectF, answer: Answer | None, *, contested: bool = False, ink: str = ""
) -> None:
    """Paint into the square `box`: a full disc (Yes), a cross (No), a dash (n/a), a ring, or a diamond.

    The shape has the answer's own colour, or `ink` where it stands on that colour.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = box.adjusted(1, 1, -1, -1)
    if contested:
        _diamond(painter, box)
    else:
        _PAINTERS[answer](painter, box, ink or answer_colour(answer))
    painter.restore()


def _pen(painter: QPainter, colour: str, width: float) -> None:
    painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))


def _yes(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(box)


def _no(painter: QPainter, box: QRectF, colour: str) -> None:
    _pen(painter, colour, box.width() / 5)
    inner = box.adjusted(1, 1, -1, -1)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


def _na(painter: QPainter, box: QRectF, colour: str) -> None:
    _pen(painter, colour, box.width() / 5)
    middle = box.center().y()
    painter.drawLine(QPointF(box.left() + 1, middle), QPointF(box.right() - 1, middle))


def _ring(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _pen(painter, colour, max(1.0, box.width() / 8))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _diamond(painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().contested))
    x, y = box.center().x(), box.center().y()
    painter.drawPolygon(
        QPolygonF([QPointF(x, box.top()), QPointF(box.right(), y), QPointF(x, box.bottom()), QPointF(box.left(), y)])
    )


_PAINTERS = {Answer.YES: _yes, Answer.NO: _no, Answer.NA: _na, None: _ring}
