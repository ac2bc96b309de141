"""A month to choose a day from: weeks from Monday, one colour, the days of fieldwork tinted, today edged."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)  # as `when` says a date

_DAYS = 7  # of a week; weeks shown and the two heads are as many and one


class Calendar(QCalendarWidget):
    """`tinted` says of a day whether it is fieldwork."""

    def __init__(self, tinted: Callable[[date], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tinted = tinted
        self.setLocale(BRITISH)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # its edge, in the popup
        self.setContentsMargins(*(sizes.EDGE,) * 4)
        self._dress()

    def _dress(self) -> None:
        """Qt has weekends red and arrows of its own."""
        c, plain = theme.colours(), QTextCharFormat()
        plain.setForeground(QColor(c.quiet))
        plain.setBackground(QColor(c.surface))
        plain.setFont(theme.font(theme.SMALL))
        self.setHeaderTextFormat(plain)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        side = theme.px(sizes.PICTURE)
        for name, drawing in (("qt_calendar_prevmonth", "before"), ("qt_calendar_nextmonth", "after")):
            for button in self.findChildren(QToolButton, name):
                button.setIconSize(QSize(side, side))
                button.setIcon(icon(drawing, c.text, side, self.devicePixelRatioF()))
        for button in self.findChildren(QToolButton):
            theme.role(button, "plain")
        rows = QSize(theme.px(_DAYS * sizes.FIELD), theme.px((_DAYS + 1) * sizes.FIELD))
        self.setMinimumSize(self.minimumSizeHint().expandedTo(rows))

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | date) -> None:
        """One day. Those of other months are quiet; the chosen one is filled."""
        day = date if isinstance(date, QDate) else QDate(date.year, date.month, date.day)
        c, chosen = theme.colours(), day == self.selectedDate()
        fieldwork = self._tinted(python_day(day))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(c.accent_soft if fieldwork else c.surface))
        box = QRectF(rect).adjusted(sizes.EDGE, sizes.EDGE, -sizes.EDGE, -sizes.EDGE)
        painter.setPen(QPen(QColor(c.text), sizes.STRESS) if day == QDate.currentDate() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent) if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(sizes.ROUND), theme.px(sizes.ROUND))
        ours = day.month() == self.monthShown() and self.minimumDate() <= day <= self.maximumDate()
        painter.setFont(theme.font(bold=chosen))
        painter.setPen(QColor(c.on_accent if chosen else c.text if ours else c.quiet))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()


def python_day(day: QDate) -> date:
    """Qt's day as Python's."""
    return date(day.year(), day.month(), day.day())
