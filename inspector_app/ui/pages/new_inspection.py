"""A new inspection: which framework, which service, when."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.domain.framework import Framework
from inspector_app.ui import theme
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.field import Field


def next_monday(today: date) -> date:
    """The Monday on which fieldwork is likely to start: today if it is one, else the next."""
    return today + timedelta(days=-today.weekday() % 7)


def last_day(start: date, weeks: int) -> date:
    """The last day of fieldwork: four days after the start of its last week (a Friday, when it starts on a Monday)."""
    return start + timedelta(days=7 * weeks - 3)


class NewInspection(Column):
    """Signals `wanted` with framework id, service, first and last day of fieldwork; `left` when it is not wanted."""

    wanted = Signal(str, str, object, object)
    left = Signal()

    def __init__(self, today: date, frameworks: Sequence[Framework], preferred: str = "") -> None:
        """`preferred` is the id of the framework that is chosen already: that of the inspection opened last."""
        super().__init__("New inspection")
        self.setWindowTitle("New inspection")
        # The newest first; their ids end with the year. None is chosen for somebody: it cannot be changed later.
        self._frameworks = tuple(sorted(frameworks, key=lambda f: f.id.rpartition("-")[2], reverse=True))
        self._choices = QButtonGroup(self)
        self._radios = QWidget()
        self._radio_layout = QVBoxLayout(self._radios)
        self._radio_layout.setContentsMargins(0, 0, 0, 0)
        self._offer_frameworks(preferred)  # first, for Tab goes in the order in which things are made
        self._service = QLineEdit()
        self._framework_field = Field("Framework", self._radios)
        self._service_field = Field("&Service", self._service, "The youth justice service inspected, such as Trafford.")
        monday = next_monday(today)
        self._start = QDateEdit(QDate(monday.year, monday.month, monday.day))
        self._start.setDisplayFormat("dddd d MMMM yyyy")
        self._start.setCalendarPopup(True)
        self._end = theme.role(QLabel(), "quiet")
        self._create = theme.role(QPushButton("&Create"), "primary")
        self._back = QPushButton("&Back")
        self._lay_out()
        self._connect()
        self._show_end()
        self.setFocusProxy(self._choices.button(0) if self._choices.checkedId() < 0 else self._service)

    def set_busy(self, busy: bool) -> None:
        """Say that the file is being made."""
        self._create.setEnabled(not busy)
        self._create.setText("Creating…" if busy else "&Create")

    def set_wrong(self, sentence: str) -> None:
        """Say why the inspection could not be made."""
        self._service_field.set_wrong(sentence)
        self._service.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter creates the inspection from wherever one is on the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        else:
            super().keyPressEvent(event)

    def _offer_frameworks(self, preferred: str) -> None:
        for place, framework in enumerate(self._frameworks):
            radio = _Choice(framework.title)
            self._choices.addButton(radio, place)
            self._radio_layout.addWidget(radio)
            radio.setChecked(framework.id == preferred)

    def _lay_out(self) -> None:
        self.add(self._framework_field, self._service_field)
        self.add(Field("First &day of fieldwork", self._start), self._end)
        self.add_row(self._create, self._back)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._start.dateChanged.connect(self._show_end)
        self._choices.idToggled.connect(self._show_end)
        for box in (self._service, self._start.lineEdit()):
            box.returnPressed.connect(self._give)
        self._create.clicked.connect(self._give)
        self._back.clicked.connect(self.left)

    def _first_day(self) -> date:
        chosen = self._start.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _show_end(self) -> None:
        if self._choices.checkedId() < 0:
            self._end.setText("The framework says how long fieldwork is.")
            return
        self._framework_field.set_wrong("")
        weeks = self._frameworks[self._choices.checkedId()].weeks
        end = last_day(self._first_day(), weeks)
        length = "one week" if weeks == 1 else f"{weeks} weeks"
        said = f"Fieldwork of {length}, to {QDate(end.year, end.month, end.day).toString('dddd d MMMM yyyy')}."
        if self._first_day().weekday():
            said += " Fieldwork usually starts on a Monday."
        self._end.setText(said)

    def _give(self) -> None:
        if not self._create.isEnabled():
            return
        if self._choices.checkedId() < 0:
            self._framework_field.set_wrong("Choose the framework; it cannot be changed later.")
            self._choices.button(0).setFocus()
            return
        service, framework = self._service.text().strip(), self._frameworks[self._choices.checkedId()]
        if service:
            self.wanted.emit(framework.id, service, self._first_day(), last_day(self._first_day(), framework.weeks))
        else:
            self.set_wrong("Type the name of the service.")


class _Choice(QRadioButton):
    """Arrows choose, also while nothing is chosen; Qt would only move the focus then."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose what an arrow has led to."""
        super().keyPressEvent(event)
        now = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and isinstance(now, _Choice):
            now.setChecked(True)
