"""A box for a day, with its calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from inspector_app.ui.controls.fields.calendar import BRITISH, Calendar, python_day
from inspector_app.ui.controls.page_keys import code_of


class DateBox(QDateEdit):
    """The wheel scrolls the page and changes no day, here too where one has just typed."""

    def __init__(self, parent: QWidget, tinted: Callable[[date], bool] = lambda _day: False) -> None:
        """`tinted` says of a day whether it is fieldwork, which the calendar shows."""
        super().__init__(parent)
        self.setLocale(BRITISH)
        self.setDisplayFormat("ddd d MMMM yyyy")
        self.setCalendarPopup(True)
        self._tinted = tinted
        self._calendar: Calendar | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The calendar is made when it is first wanted."""
        if self._calendar is None:
            self._calendar = Calendar(self._tinted, self)
            self.setCalendarWidget(self._calendar)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo are the page's: a day is chosen whole."""
        if code_of(event) in ("undo", "redo"):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()


def day_of(box: QDateEdit) -> date:
    """The day in a box."""
    return python_day(box.date())


def set_day(box: QDateEdit, day: date) -> None:
    """Change the day in a box."""
    box.setDate(QDate(day.year, day.month, day.day))


def put_day(box: QDateEdit, day: date) -> None:
    """Show a day without telling anybody."""
    was = box.blockSignals(True)
    set_day(box, day)
    box.blockSignals(was)
