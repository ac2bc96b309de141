"""What is typed and chosen: fields with and without an error, drop-downs, checks, the calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.calendar import Calendar
from inspector_app.ui.controls.fields.date_box import DateBox, set_day
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.field import Field, secret_box
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.look import sizes, theme

_KINDS = ("Document", "Focus group", "Interview", "Meeting", "Observation", "Survey")


def fields() -> Card:
    """At rest, wrong, read only, off, secret, several lines; what is ticked."""
    card, grid = Card("Fields"), QGridLayout()
    grid.setSpacing(theme.px(sizes.CLOSE))
    wrong, read, off = Field("Began", QLineEdit("31/02/2025")), QLineEdit("23 Sep 2024"), QLineEdit("Trafford")
    wrong.set_wrong("February has no day 31")
    read.setReadOnly(True)
    read.setProperty("reads", True)
    off.setEnabled(False)
    secret, hint = secret_box(), QLineEdit()
    secret.setText("copper lantern")
    hint.setPlaceholderText("Your reasons")
    held = (
        Field("Service", QLineEdit("Trafford")), wrong, Field("Began, read only", read), Field("Service, off", off),
        Field("Passphrase", secret), Field("Reasons", hint), Field("Source", QLineEdit(), "A hint under the label."),
        Field("Kind", _kinds()),
    )  # fmt: skip
    for place, field in enumerate(held):
        grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    card.body.addLayout(grid)
    note = QPlainTextEdit("A note of several lines.")
    note.setAccessibleName("Note")
    note.setTabChangesFocus(True)
    note.setFixedHeight(theme.px(2 * sizes.FIELD))
    card.body.addWidget(note)
    mine, every = QCheckBox("Mine"), QRadioButton("All")
    mine.setChecked(True)
    every.setChecked(True)
    card.body.addLayout(Flow(mine, QCheckBox("Thin"), every, QRadioButton("None")))
    return card


def _kinds() -> DropDown:
    box = DropDown()
    box.addItems(_KINDS)
    box.setCurrentText("Meeting")
    return box


def drop_down() -> Card:
    """The list that opens from a box: what is chosen has a tick, and the row one is on another ground."""
    card = Card("Drop-down")
    box, view = _kinds(), theme.role(QListView(card), "popup")
    box.setParent(card)
    box.hide()  # its list alone is looked at, and here it stays open
    view.setAccessibleName("Kind")
    view.setModel(box.model())
    view.setItemDelegate(box.itemDelegate())
    view.setCurrentIndex(box.model().index(len(_KINDS) - 2, 0))
    view.setFixedHeight(len(_KINDS) * theme.px(sizes.POPUP_ROW) + 2 * sizes.EDGE)
    card.body.addWidget(view)
    return card


def calendar(today: date) -> Card:
    """A box for a day and the month that opens from it."""
    card, host = Card("Calendar"), QWidget()
    monday = today - timedelta(days=today.weekday())

    def fieldwork(day: date) -> bool:
        return monday <= day < monday + timedelta(days=5)

    box = DateBox(host, fieldwork)
    set_day(box, today)
    month = Calendar(fieldwork)
    month.setAccessibleName("Day")
    month.setSelectedDate(QDate(today.year, today.month, today.day))
    month.setFixedSize(month.minimumSize())
    card.stack(Field("Day", box), month)
    return card
