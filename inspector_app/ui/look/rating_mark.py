"""A rating as a word, a colour and a length: steps filled, or stars."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rating_rules import Scale
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.hatch import hatch

_STEP, _GAP = sizes.SIGN - sizes.HAIR, sizes.HAIR


def steps_width(framework: Framework) -> float:
    """How wide the steps of a framework's words are, at 100%."""
    return len(framework.rating.words) * (_STEP + _GAP) - _GAP


def paint_steps(
    painter: QPainter,
    left: float,
    middle: float,
    framework: Framework,
    word: str | None,
    *,
    provisional: bool = False,
    off: bool = False,
) -> None:
    """Paint a word's place among the framework's words: that many steps (or stars) filled, the others in outline.

    What can still change is hatched; `off`: what cannot be chosen, in grey.
    """
    rules = framework.rating
    place = next((i + 1 for i, w in enumerate(rules.words) if w.word == word), 0)
    colour = QColor(theme.rating_colour(max(0, place - 1), len(rules.words) - 1) if place else theme.colours().border)
    colour = QColor(theme.colours().border) if off else colour
    side, filled = theme.px(_STEP), hatch(colour.name(), theme.zoom()) if provisional else QBrush(colour)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in range(len(rules.words)):
        box = QRectF(left + step * theme.px(_STEP + _GAP), middle - side / 2, side, side)
        painter.setPen(QPen(colour, sizes.EDGE))
        painter.setBrush(filled if step < place else Qt.BrushStyle.NoBrush)
        if rules.scale is Scale.STARS:
            painter.drawPolygon(_star(box.adjusted(-0.5, -0.5, 0.5, 0.5)))
        else:
            painter.drawRect(box.adjusted(0.5, 1.5, -0.5, -1.5))
    painter.restore()


def _star(box: QRectF) -> QPolygonF:
    points = []
    for corner in range(10):
        radius = box.width() / (2 if corner % 2 == 0 else 4.6)
        angle = corner * pi / 5
        points.append(QPointF(box.center().x() + radius * sin(angle), box.center().y() - radius * cos(angle)))
    return QPolygonF(points)


class RatingMark(QWidget):
    """The steps, then the word. Without a rating: empty steps and what is said instead."""

    def __init__(self, framework: Framework, size: int = theme.BODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework, self._size = framework, size
        self.word: str | None = None
        self._text = ""
        self._provisional = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_rating(self, word: str | None, text: str = "", *, provisional: bool = False) -> None:
        """Show a word of the framework, or none; `text` is what stands beside the steps, if not the word.

        What is `provisional` can still change.
        """
        self.word, self._text, self._provisional = word, text or word or "", provisional
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The steps and the words on one line."""
        font = theme.font(self._size, bold=True)
        metrics = QFontMetrics(font)
        width = theme.px(steps_width(self._framework) + sizes.CLOSE) + metrics.horizontalAdvance(self._text)
        return QSize(width + theme.px(sizes.TIGHT), metrics.height() + theme.px(sizes.TIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Steps, then the word."""
        painter, c = QPainter(self), theme.colours()
        paint_steps(painter, 1, self.height() / 2, self._framework, self.word, provisional=self._provisional)
        painter.setFont(theme.font(self._size, bold=self.word is not None and not self._provisional))
        painter.setPen(QColor(c.text if self.word else c.quiet))
        left = theme.px(steps_width(self._framework) + sizes.CLOSE)
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
