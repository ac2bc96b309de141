"""A key question as the panel sees it from across a table: its words, its figure, and a broad bar against the bands."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import RatedQuestion, RatedStandard
from inspector_app.core.words import say
from inspector_app.ui.controls.labels import plain_label, show_marked, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.band_bar import paint_band_bar
from inspector_app.ui.words import rating as rating_words

_BAR, _UNDER = 24, 20  # px at 100%: the bar with its ticks, and the figures under them


class PanelQuestion(QWidget):
    """One key question; nothing in it acts."""

    def __init__(
        self, framework: Framework, rated: RatedQuestion, standard: RatedStandard, close: int, parent: QWidget
    ) -> None:
        """`standard`: which it is one of; `close`: how many of its cases were close calls."""
        super().__init__(parent)
        words, figure = text_label(self), theme.role(text_label(self), "quiet")
        ref = f'<span style="color: {theme.colours().accent}; font-weight: {sizes.STRONG}">{escape(rated.ref)}</span>'
        show_marked(words, f"{ref}&nbsp; {escape(rated.text)}")
        figure.setText(_figure(framework, rated, rating_words.lowest(rated, standard), close))
        percent = theme.role(plain_label(parent=self), "title")
        percent.setText("–" if rated.percent is None else say("{percent}%", percent=rated.percent))
        percent.setVisible(not rated.by_people)
        if rated.band:
            ink = theme.rating_colour(framework.rating.points(rated.band), len(framework.rating.words) - 1)
            show_marked(percent, f'<span style="color: {ink}">{escape(percent.text())}</span>')
        across = QHBoxLayout()
        across.setSpacing(theme.px(sizes.APART))  # else the words run into the share
        across.addWidget(words, 1)
        across.addWidget(percent, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(sizes.TIGHT), 0, theme.px(sizes.TIGHT))
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addLayout(across)
        layout.addWidget(figure)
        if not rated.by_people:
            layout.addWidget(_Bar(framework, rated, self))
        self.setAccessibleName(f"{rated.ref}: {figure.text()}")


def _figure(framework: Framework, rated: RatedQuestion, lowest: str, close: int) -> str:
    if rated.by_people:
        return rated.given or say("no rating yet")
    said = [rating_words.judged(rated), rated.band or "", lowest]
    said += rating_words.notes(framework, rated, close=close)
    return " · ".join(dict.fromkeys(part for part in said if part))


class _Bar(QWidget):
    def __init__(self, framework: Framework, rated: RatedQuestion, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework, self._rated = framework, rated
        self._lowers = [band.lower for band in framework.rating.bands if 0 < band.lower < 100]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The bar, and the bounds of the bands under it."""
        return QSize(1, theme.px(_BAR + _UNDER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Solid where nothing is open."""
        painter, rules = QPainter(self), self._framework.rating
        box = QRectF(0, 0, self.width(), theme.px(_BAR))
        most, band = len(rules.words) - 1, self._rated.band
        colour = theme.rating_colour(rules.points(band), most) if band else theme.colours().quiet
        open_ = self._rated.tally.unanswered > 0
        paint_band_bar(painter, box, self._rated.percent, self._lowers, colour, provisional=open_)
        painter.setFont(theme.font(sizes.SMALL))
        painter.setPen(QColor(theme.colours().quiet))
        for lower in self._lowers:
            middle, half = self.width() * lower / 100, theme.px(sizes.PAGE)
            under = QRectF(middle - half, theme.px(_BAR), 2 * half, theme.px(_UNDER))
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, str(lower))
