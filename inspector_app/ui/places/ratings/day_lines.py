"""How each rating moved from day to day, as a small line for each: drawn on one scale of days, and heard in words."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from inspector_app.core.domain.days import when
from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.results.day_by_day import RatedDay
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.words import later, say
from inspector_app.ui.controls.card import Card
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import days_rated as words
from inspector_app.ui.words.days_rated import RatedOn

_ABOUT = later("As it stood at the end of each day. A hollow point was still provisional.")
_LINE, _FOOT, _DOT = 36, 20, 8  # px at 100%: a rating's row, the days under them, a point


class DayCard(Card):
    """Nothing of it is to be seen before there are two days. `read` gives the days as they are by now."""

    def __init__(
        self, framework: Framework, read: Callable[[], Sequence[RatedDay]], jobs: Jobs, parent: QWidget
    ) -> None:
        super().__init__(say("Day by day"), _ABOUT.say(), parent)
        self._read, self._jobs = read, jobs
        self._reading: Ticket | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_beside)
        self.lines = DayLines(framework, self)
        self.body.addWidget(self.lines)

    def show_soon(self) -> None:
        """Show it once what is more urgent was shown, read beside it: the whole log of what is rated is walked for it."""
        self._soon.start()

    def show_now(self) -> None:
        """Show how the ratings moved up to now."""
        self._show(self._read())

    def _read_beside(self) -> None:
        if self._reading is not None:
            self._reading.cancel()  # what it reads is older than what is wanted now
        self._reading = self._jobs.run(
            self,
            lambda _: self._read(),
            done=self._show,
            failed=lambda _: None,  # as it was shown last; the page says what cannot be read
        )

    def _show(self, days: Sequence[RatedDay]) -> None:
        self.lines.show_days(days)
        self.setVisible(len(days) > 1)


class DayLines(QWidget):
    """A row for each rating; the days, which all rows share, at their foot. What a point is stands in its tip."""

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework = framework
        self._days: tuple[date, ...] = ()
        self.rows: tuple[tuple[RatedOn, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[RatedDay]) -> None:
        """Show these, of which the last is how it stands now."""
        self._days = tuple(one.day for one in days)
        self.rows = words.moved(self._framework, days)
        self.setAccessibleName(" ".join(words.how_moved(row) for row in self.rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Rows as high as lines of text, and one for the days."""
        return QSize(1, theme.px(_LINE) * len(self.rows) + theme.px(_FOOT))

    def event(self, event: QEvent) -> bool:
        """Over a point, what it is."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        for point, at in self._points():
            if self._around(at).contains(QPointF(event.pos())):
                QToolTip.showText(event.globalPos(), words.on_its_day(point), self)
                return True
        QToolTip.hideText()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rows, then the days."""
        painter, c = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL, bold=True))
        for place, row in enumerate(self.rows):
            top = place * theme.px(_LINE)
            painter.setPen(QColor(c.line))
            painter.drawLine(self._left, top + theme.px(_LINE) - 1, self.width(), top + theme.px(_LINE) - 1)
            painter.setPen(QColor(c.quiet))
            beside = QRect(0, top, self._left, theme.px(_LINE))
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, row[0].called)
        self._paint_lines(painter)
        self._paint_days(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        before: tuple[RatedOn, QPointF] | None = None
        placed = list(self._points())
        for point, at in placed:
            if before is not None and before[0].subject == point.subject and before[0].step and point.step:
                painter.setPen(QPen(QColor(theme.colours().border), sizes.STRESS))
                painter.drawLine(before[1], at)
            before = point, at
        for point, at in placed:
            self._paint_point(painter, point, at)

    def _paint_point(self, painter: QPainter, point: RatedOn, at: QPointF) -> None:
        """Filled once it was final; an edge alone while it could still change; without a rating a short dash."""
        c, half = theme.colours(), theme.px(_DOT) / 2
        if not point.step:
            painter.setPen(QPen(QColor(c.border), sizes.STRESS))
            painter.drawLine(at - QPointF(half, 0), at + QPointF(half, 0))
            return
        colour = QColor(theme.rating_colour(point.step - 1, len(self._framework.rating.words) - 1))
        painter.setPen(QPen(colour, sizes.STRESS))
        painter.setBrush(QColor(c.surface) if point.provisional else colour)
        painter.drawEllipse(at, half, half)

    def _paint_days(self, painter: QPainter) -> None:
        """Each day by as much of its name as has room."""
        font = theme.font(theme.SMALL)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().quiet))
        wide, foot = QFontMetrics(font).horizontalAdvance, self.height() - theme.px(_FOOT)
        names = self.names(lambda name: wide(name) <= self._room)
        for place, name in enumerate(names):
            box = QRectF(self._left + place * self._room, foot, self._room, theme.px(_FOOT))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def names(self, fits: Callable[[str], bool]) -> list[str]:
        """What the days are called where each `fits`: no two of them alike, as two Fridays would be, if that can be."""
        ways = ([name(day) for day in self._days] for name in (when.short_weekday, when.short_name, _number))
        fitting = [way for way in ways if all(map(fits, way))]
        return next((way for way in fitting if len({*way}) == len(way)), fitting[-1] if fitting else [])

    # places

    @property
    def _left(self) -> int:
        """Where the first day begins, behind what the rows are called."""
        metrics = QFontMetrics(theme.font(theme.SMALL, bold=True))
        widest = max((metrics.horizontalAdvance(row[0].called) for row in self.rows), default=0)
        return widest + theme.px(sizes.CLOSE)

    @property
    def _room(self) -> float:
        """How wide a day is."""
        return (self.width() - self._left) / max(1, len(self._days))

    def _points(self) -> Iterator[tuple[RatedOn, QPointF]]:
        high, half, most = theme.px(_LINE), theme.px(_DOT), max(1, len(self._framework.rating.words) - 1)
        for place, row in enumerate(self.rows):
            for number, point in enumerate(row):
                up = (point.step - 1) / most if point.step else 0
                y = place * high + (high - half) - up * (high - 2 * half)
                yield point, QPointF(self._left + (number + 0.5) * self._room, y)

    def _around(self, at: QPointF) -> QRectF:
        """What of the row belongs to a point."""
        side = theme.px(sizes.TARGET)
        return QRectF(at.x() - side / 2, at.y() - side / 2, side, side)


def _number(day: date) -> str:
    """The least that a day is called."""
    return str(day.day)
