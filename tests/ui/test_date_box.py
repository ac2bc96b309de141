"""A day is typed into a box for one as it is everywhere, and what a box says of itself goes when it is chosen anew."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.fields.date_box import DateBox, day_field, day_of, set_day
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.field import Field


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[DateBox]:
    host = QWidget()
    qtbot.addWidget(host)
    made = DateBox(host)
    set_day(made, date(2026, 12, 4))
    yield made
    host.hide()


def write(box: DateBox, text: str, *, over: bool = True) -> None:
    if over:
        box.lineEdit().selectAll()
    QTest.keyClicks(box, text)


@pytest.mark.parametrize(
    "text", ["11/12/2026", "11 Dec 2026", "11.12.26", "2026-12-11", "11/12", "Friday 11 December 2026"]
)
def test_a_day_is_typed_over_the_one_that_stands_there(box: DateBox, text: str) -> None:
    write(box, text)
    assert day_of(box) == date(2026, 12, 4)  # half a day is another day
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (day_of(box), box.text()) == (date(2026, 12, 11), "Fri 11 December 2026")


def test_a_part_of_it_is_written_anew_and_today_is_a_day(box: DateBox) -> None:
    box.lineEdit().setSelection(4, 1)
    write(box, "11", over=False)
    assert box.take()
    assert day_of(box) == date(2026, 12, 11)
    before = date.today()
    write(box, "today")
    assert box.take()
    assert before <= day_of(box) <= date.today()


@pytest.mark.parametrize("text", ["4/12/2126", "31/2/2026", "soon"])
def test_what_is_no_day_is_refused_with_a_sentence_and_stays_to_be_mended(box: DateBox, text: str) -> None:
    field = day_field("Last day", box)
    write(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not box.take()
    assert text in field.wrong
    assert day_of(box) == date(2026, 12, 4)
    assert text in [line.text() for line in box.findChildren(QLineEdit) if not line.isHidden()]
    assert box.lineEdit().isHidden()  # one text at a time
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.take(), field.wrong, box.lineEdit().isHidden()) == (True, "", False)


def test_what_is_wrong_with_a_choice_goes_once_another_is_chosen(qtbot: QtBot) -> None:
    role = DropDown()
    role.addItems(["Lead inspector", "Inspector"])
    role.setCurrentIndex(-1)
    field = Field("Role", role)
    qtbot.addWidget(field)
    field.set_wrong("Choose your role.")
    role.setCurrentIndex(1)
    assert field.wrong == ""


def test_who_is_led_to_it_by_a_page_has_the_whole_day_chosen(box: DateBox, qtbot: QtBot) -> None:
    """Qt chooses the first part alone: what was typed then stood in front of the rest, and could not be read."""
    qtbot.present(box.window(), 300, 60)
    box.setFocus()
    assert box.lineEdit().selectedText() == box.text()


@pytest.mark.parametrize("place", [QPoint(2, 15), QPoint(80, 1)])
def test_a_press_on_the_edge_chooses_the_day_then_writes_there_and_changes_none(
    box: DateBox, qtbot: QtBot, place: QPoint
) -> None:
    """Qt has a button there that nobody sees, which made it the same day of the next year."""
    qtbot.present(box.window(), 300, 60)
    box.resize(200, 32)
    box.clearFocus()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: box.lineEdit().selectedText() == box.text())
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=place)  # a second press puts the cursor
    assert box.lineEdit().selectedText() == ""
    QTest.keyClicks(box, "x")
    assert not box.take()
    assert day_of(box) == date(2026, 12, 4)


def test_a_year_that_nobody_means_is_said_to_be_one(box: DateBox) -> None:
    field = day_field("Last day", box)
    write(box, "24.3.2125")
    assert not box.take()
    assert field.wrong == "“24.3.2125” is before 1900 or after 2100."


def test_what_is_typed_after_a_press_into_it_is_another_day(box: DateBox, qtbot: QtBot) -> None:
    qtbot.present(box.window(), 300, 60)
    box.clearFocus()
    QTest.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: box.lineEdit().selectedText() == box.text())
    QTest.keyClicks(box, "11/12")
    assert box.take()
    assert day_of(box) == date(2026, 12, 11)
