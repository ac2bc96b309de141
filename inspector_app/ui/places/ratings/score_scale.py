"""The score as a scale of points under the words of its bands: what there is, and what is still possible."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import Rated
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.hatch import hatch

_CELL, _LINE = 14, 20  # px at 100%
_LEAST, _USUAL = 5, 40  # of one point


class ScoreScale(QWidget):
    """One cell a point, in groups by band."""

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework = framework
        self._rated: Rated | None = None
        self.worded = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_worded(self, *, worded: bool) -> None:
        """Whether there is a line for the words of the bands."""
        self.worded = worded
        self.updateGeometry()

    def set_rated(self, rated: Rated) -> None:
        """Show this score."""
        self._rated = rated
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide cells, and a line of words."""
        return QSize(theme.px(_USUAL) * self._most, theme.px(_CELL) + (theme.px(_LINE) if self.worded else 0))

    def minimumSizeHint(self) -> QSize:
        """Narrow cells."""
        return QSize(theme.px(_LEAST) * self._most + 3 * theme.px(sizes.CLOSE), self.sizeHint().height())

    @property
    def _most(self) -> int:
        return (self._rated.score_max if self._rated else None) or 1

    def _groups(self) -> list[tuple[str, int, int]]:
        """The word of each band that has points of its own, with the left edge and the width of its cells."""
        gap = theme.px(sizes.CLOSE)
        bands = self._framework.rating.overall
        starts = [max(1, band.lower) for band in bands] + [self._most + 1]
        each = (self.width() - gap * (len(bands) - 1)) / self._most
        lefts = [round(each * (starts[i] - 1) + gap * i) for i in range(len(bands))]
        rights = [round(each * (starts[i + 1] - 1) + gap * i) for i in range(len(bands))]  # none past the edge
        return [(band.word, left, right - left) for band, left, right in zip(bands, lefts, rights, strict=True)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cells, then the words."""
        rated = self._rated
        if rated is None or not rated.score_max:
            return
        painter, point = QPainter(self), 0
        for place, (_, left, width) in enumerate(self._groups()):
            ends = [max(1, band.lower) for band in self._framework.rating.overall] + [self._most + 1]
            cells = ends[place + 1] - ends[place]
            for cell in range(cells):
                point += 1
                box = QRectF(left + width * cell / cells, 0, width / cells - 1, theme.px(_CELL) - 1)
                self._paint_cell(painter, box, point, rated)
        if self.worded:
            self._paint_words(painter, rated.overall)

    def _paint_words(self, painter: QPainter, here: str | None) -> None:
        """The words of the bands under their cells; where not all have room, the one of the score alone."""
        groups, gap = self._groups(), theme.px(sizes.CLOSE)
        wide = {
            word: QFontMetrics(theme.font(theme.SMALL, bold=word == here)).horizontalAdvance(word)
            for word, _, _ in groups
        }
        all_fit = all(wide[word] <= width for word, _, width in groups)
        for word, left, width in groups:
            if all_fit or word == here:
                room = max(width + gap, wide[word])
                under = QRect(max(0, min(left, self.width() - wide[word])), theme.px(_CELL), room, theme.px(_LINE))
                colour = theme.colours().text if word == here else theme.colours().quiet
                font = theme.font(theme.SMALL, bold=word == here)
                wrapping.draw(painter, under, word, font, colour, Qt.AlignmentFlag.AlignBottom)

    def _paint_cell(self, painter: QPainter, box: QRectF, point: int, rated: Rated) -> None:
        c, words = theme.colours(), self._framework.rating.words
        colour = QColor(c.quiet)
        if rated.overall:
            place = next(i for i, word in enumerate(words) if word.word == rated.overall)
            colour = QColor(theme.rating_colour(place, len(words) - 1))
        if point <= (rated.score or 0):
            painter.fillRect(box, QColor(c.hatch))
            painter.setPen(QPen(colour, sizes.EDGE))
            painter.setBrush(hatch(colour.name(), theme.zoom()) if rated.provisional else QBrush(colour))
        elif rated.provisional and rated.bounds and point <= rated.bounds.best_score:
            painter.setPen(QPen(colour, sizes.EDGE, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(QPen(QColor(c.border if theme.name() == "contrast" else c.track), sizes.EDGE))
            painter.setBrush(QColor(c.track))
        painter.drawRect(box)
