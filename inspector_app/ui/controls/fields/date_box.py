"""A box for a day, with its calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from inspector_app.ui.controls.fields.calendar import BRITISH, Calendar, python_day
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.fields.typed_day import TypedDay, no_day, read
from inspector_app.ui.controls.page_keys import code_of

_TAKES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DateBox(QDateEdit):
    """The wheel scrolls the page and changes no day, here too where one has just typed.

    What is typed is read at Enter and when the box is left, as in every other box for a day: 24/3, 24 Mar, today. What
    cannot be read stays as it was typed, and `said` has the sentence on it, or "" once it can be; the day is as it was.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget, tinted: Callable[[date], bool] = lambda _day: False) -> None:
        """`tinted` says of a day whether it is fieldwork, which the calendar shows."""
        super().__init__(parent)
        self.setLocale(BRITISH)
        self.setDisplayFormat("ddd d MMMM yyyy")
        self.setCalendarPopup(True)
        self._tinted = tinted
        self._calendar: Calendar | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed = TypedDay(self)
        self.dateChanged.connect(self._typed.hide)

    def take(self) -> bool:
        """Read what was typed, if anything was. False when it cannot be read: it stays, and `said` has why."""
        if self._typed.isHidden():
            return True
        text = self._typed.text().strip()
        day = read(text, day_of(self)) if text else day_of(self)
        if day is None:
            self.said.emit(no_day(text))
            return False
        self._typed.hide()
        self.said.emit("")
        if day == day_of(self):
            self.dateChanged.emit(self.date())  # what is said of the days is said again
        set_day(self, day)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The calendar is made when it is first wanted."""
        if self._calendar is None:
            self._calendar = Calendar(self._tinted, self)
            self.setCalendarWidget(self._calendar)
        if event.position().x() > self.lineEdit().geometry().right():
            super().mousePressEvent(event)  # on its arrow
        else:  # on the edge round the words: Qt finds a button there that nobody sees, and changes the year
            self._write_at(event.position().toPoint())
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo are the page's: a day is chosen whole. Letters and figures are typed."""
        if code_of(event) in ("undo", "redo"):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and not self._typed.isHidden():
            self._typed.hide()
            self.said.emit("")
            self.dateChanged.emit(self.date())
        elif (event.key() in _TAKES and self.take()) or not self._typed.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leaves it: Qt's own goes through day, month and year first."""
        return QWidget.focusNextPrevChild(self, forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes has all of it chosen, to write another day over it; a press puts the cursor once one is here."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.lineEdit().selectAll()
        elif self._typed.isHidden():
            QTimer.singleShot(0, self.lineEdit(), self.lineEdit().selectAll)  # the press itself chooses nothing

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it reads what was typed."""
        super().focusOutEvent(event)
        self.take()

    def _write_at(self, place: QPoint) -> None:
        """Put the cursor where somebody pressed, as a press on the words themselves does."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        line = self.lineEdit() if self._typed.isHidden() else self._typed
        line.setCursorPosition(line.cursorPositionAt(line.mapFrom(self, place)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()


def day_field(label: str, box: DateBox) -> Field:
    """A box for a day with its label; what cannot be read is said under it."""
    field = Field(label, box)
    box.said.connect(field.set_wrong)
    return field


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
