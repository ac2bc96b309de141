"""A box for a day, typed as people write one or chosen in its calendar."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from inspector_app.core.domain.days import typed
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.calendar import BRITISH, Calendar, python_day
from inspector_app.ui.controls.page_keys import code_of

_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+", re.IGNORECASE)
_K = Qt.Key
_BY_DAYS = (_K.Key_Up, _K.Key_Down, _K.Key_PageUp, _K.Key_PageDown)
_OPENS = (_K.Key_F4,)
_ENTERS = (_K.Key_Return, _K.Key_Enter)


class DateBox(QDateEdit):
    """Takes a day in any way of writing it, when one leaves the box or presses Enter; the arrows go from day to day.

    Signals `unread` with what to say of a text that is no day, "" once that is over. Qt's own box takes day, month and year
    apart, each by keys of its own, and does nothing with "18 Dec". The wheel scrolls the page and changes no day, here too
    where one has just typed.
    """

    unread = Signal(str)

    def __init__(self, parent: QWidget, tinted: Callable[[date], bool] = lambda _day: False) -> None:
        """`tinted` says of a day whether it is fieldwork, which the calendar shows."""
        super().__init__(parent)
        self.setLocale(BRITISH)
        self.setDisplayFormat("ddd d MMMM yyyy")
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.lineEdit().cursorPositionChanged.disconnect()  # Qt would lead the cursor from part to part of the day
        self._tinted = tinted
        self._calendar: Calendar | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def take_typed(self) -> None:
        """Take what was typed as the day; one that cannot be read changes nothing, and `unread` says so."""
        text, shown = self.lineEdit().text(), self.textFromDateTime(self.dateTime())
        if text == shown:
            return
        read = _read(text, day_of(self, typed_too=False))
        self.lineEdit().setText(shown)
        self.unread.emit("" if read else say("“{typed}” is no day: it stays {day}.", typed=text.strip(), day=shown))
        if read:
            set_day(self, read)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Anything may be typed; it is read as a whole."""
        return QValidator.State.Acceptable, text, place

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The calendar is made when it is first wanted."""
        self.take_typed()
        if self._calendar is None:
            self._calendar = Calendar(self._tinted, self)
            self.setCalendarWidget(self._calendar)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Text is the line's; undo and redo are the page's, for a day is chosen whole."""
        if code_of(event) in ("undo", "redo"):
            event.ignore()
        elif event.key() in (*_BY_DAYS, *_OPENS, *_ENTERS):
            self.take_typed()
            super().keyPressEvent(event)
        else:
            self.lineEdit().event(event)  # sent, it would come back from there

    def stepBy(self, days: int) -> None:
        """Go on by days, into the next month too."""
        self.setDate(self.date().addDays(days))
        self.selectAll()

    def stepEnabled(self) -> QDateEdit.StepEnabledFlag:
        """Both ways."""
        return QDateEdit.StepEnabledFlag.StepUpEnabled | QDateEdit.StepEnabledFlag.StepDownEnabled

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed takes the place of the day that stands there."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._select)  # after the press that brought the focus, which sets the cursor

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """One has done with it."""
        self.take_typed()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leaves it."""
        return QWidget.focusNextPrevChild(self, forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()

    def _select(self) -> None:
        if self.hasFocus() and self.lineEdit().text() == self.textFromDateTime(self.dateTime()):
            self.selectAll()


def _read(text: str, now: date) -> date | None:
    """The day of a text, which may begin with the day of the week; without a year the one nearest to `now`."""
    text = _WEEKDAY.sub("", text.strip())
    near = date.today() if typed.written(text) is None else now
    return typed.stored(typed.day(text, near) or "")


def day_of(box: QDateEdit, *, typed_too: bool = True) -> date:
    """The day in a box; with what was just typed into it, unless not `typed_too`."""
    if typed_too and isinstance(box, DateBox):
        box.take_typed()
    return python_day(box.date())


def set_day(box: QDateEdit, day: date) -> None:
    """Change the day in a box."""
    box.setDate(QDate(day.year, day.month, day.day))


def put_day(box: QDateEdit, day: date) -> None:
    """Show a day without telling anybody."""
    was = box.blockSignals(True)
    set_day(box, day)
    box.blockSignals(was)
