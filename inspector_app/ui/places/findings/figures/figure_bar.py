"""The percentage of a key question as a length against the bands, beside its figure."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import RatedQuestion
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.band_bar import paint_band_bar


class FigureBar(QWidget):
    """Says nothing that the figure beside it does not say."""

    def __init__(self, framework: Framework, question: RatedQuestion, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework, self._question = framework, question
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the ticks of its bands."""
        return QSize(theme.px(sizes.BOX_SHORT), theme.px(sizes.PICTURE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar, hatched while a case is open."""
        rules, question = self._framework.rating, self._question
        most = max((word.points for word in rules.words), default=0)
        colour = theme.rating_colour(rules.points(question.band), most) if question.band else theme.colours().na
        lowers = [band.lower for band in rules.bands]
        still_open = question.tally.unanswered > 0
        paint_band_bar(QPainter(self), QRectF(self.rect()), question.percent, lowers, colour, provisional=still_open)
