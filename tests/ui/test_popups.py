"""Lists and calendars that open: whole, in every theme and size."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import inspector_app.ui
from inspector_app.ui.controls.fields.calendar import Calendar
from inspector_app.ui.controls.fields.date_box import DateBox, set_day
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.colours import THEMES
from tests.ui.conftest import usual_look

LOOKS = [(name, zoom) for name in THEMES for zoom in (100, 150, 200)]
FIELDWORK = (date(2025, 3, 24), date(2025, 3, 28))


@pytest.fixture(autouse=True)
def _usual_look_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    usual_look(qapp)


def put(qtbot: QtBot, held: QWidget) -> QWidget:
    host = QWidget()
    QVBoxLayout(host).addWidget(held)
    qtbot.present(host, 220, 100)
    return host


@pytest.mark.parametrize(("name", "zoom"), LOOKS)
@pytest.mark.parametrize("many", [3, 12, 60])
def test_a_list_shows_whole_rows_and_leaves_the_screen_to_the_page(
    qapp: QApplication, qtbot: QtBot, name: str, zoom: int, many: int
) -> None:
    theme.apply(qapp, name, zoom)
    box = DropDown()
    box.setMaximumWidth(120)
    box.addItems([f"Meeting {n} of the board" for n in range(many)])
    host = put(qtbot, box)
    box.showPopup()
    view, row = box.view(), theme.px(sizes.POPUP_ROW)
    rows, rest = divmod(view.viewport().height(), row)
    assert rest == 0
    assert 1 <= rows <= sizes.POPUP_ROWS
    assert rows == many or view.verticalScrollBar().maximum() > 0
    screen = box.screen().availableGeometry()
    assert screen.contains(view.window().geometry())
    assert view.window().height() < screen.height()
    assert view.viewport().width() >= view.sizeHintForColumn(0)  # no word is cut
    box.hidePopup()
    host.close()


def test_a_list_in_which_nothing_is_chosen_shows_from_where_its_arrows_go(qtbot: QtBot) -> None:
    """The first row was passed over: Down came to the second, and none was marked before."""
    box = DropDown()
    box.addItems(["Lead inspector", "Inspector"])
    box.setCurrentIndex(-1)
    host = put(qtbot, box)
    box.showPopup()
    marked = box.view().selectionModel().selectedIndexes
    assert [index.data() for index in marked()] == ["Lead inspector"]
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    assert [index.data() for index in marked()] == ["Inspector"]
    box.hidePopup()
    assert box.currentIndex() == -1
    host.hide()


def test_every_box_with_a_list_is_that_one() -> None:
    """One that is Qt's own covers the screen with its list and cuts the last row."""
    root, raw = Path(inspector_app.ui.__file__).parent, []
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("QComboBox", "QDateEdit", "QCalendarWidget"):
                raw.append(f"{path.name}:{node.lineno}")
    assert raw == []


def calendar_of(qtbot: QtBot, host: QWidget) -> Calendar:
    box = DateBox(host, lambda day: FIELDWORK[0] <= day <= FIELDWORK[1])
    set_day(box, date(2025, 3, 27))
    QVBoxLayout(host).addWidget(box)
    qtbot.present(host, 320, 100)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - theme.px(sizes.NEAR), box.height() // 2))
    made = box.calendarWidget()
    assert isinstance(made, Calendar)
    return made


def cell(calendar: Calendar, day: date) -> QImage:
    table = calendar.findChild(QTableView)
    first = QDate(2025, 2, 24)  # Monday of the week in which March begins
    at = first.daysTo(QDate(day.year, day.month, day.day))
    rect: QRect = table.visualRect(table.model().index(1 + at // 7, at % 7))
    return table.viewport().grab(rect).toImage()


@pytest.mark.parametrize(("name", "zoom"), LOOKS)
def test_the_calendar_is_whole_and_says_what_is_fieldwork(
    qapp: QApplication, qtbot: QtBot, name: str, zoom: int
) -> None:
    theme.apply(qapp, name, zoom)
    c, host = theme.colours(), QWidget()
    calendar = calendar_of(qtbot, host)
    table = calendar.findChild(QTableView)
    words = table.fontMetrics()
    for column in range(7):
        head = table.model().index(0, column)
        assert table.visualRect(head).width() > words.horizontalAdvance(str(head.data()))
    assert [table.model().index(0, n).data() for n in (0, 6)] == ["Mon", "Sun"]
    assert table.visualRect(table.model().index(6, 6)).bottom() <= table.viewport().height()
    side = min(table.visualRect(table.model().index(3, 3)).size().toTuple())
    assert side >= theme.px(sizes.TARGET)
    assert cell(calendar, date(2025, 3, 24)).pixelColor(2, 2).name() == c.accent_soft
    assert cell(calendar, date(2025, 3, 17)).pixelColor(2, 2).name() == c.surface
    chosen = cell(calendar, date(2025, 3, 27))
    assert chosen.pixelColor(chosen.width() // 5, chosen.height() // 2).name() == c.accent
    saturday = cell(calendar, date(2025, 3, 8))
    assert most_colour(saturday) < 1 < most_colour(in_red(saturday)), "Qt’s own figures of a Saturday are red"


def most_colour(picture: QImage) -> float:
    """How coloured what stands on a ground is, all of it together: the edges of grey letters may be coloured, one by one."""
    shades = [picture.pixelColor(x, y).toTuple()[:3] for x in range(picture.width()) for y in range(picture.height())]
    drawn = [
        sum(shade) / len(shades) - ground for shade, ground in zip(zip(*shades, strict=True), shades[0], strict=True)
    ]
    return max(drawn) - min(drawn)


def in_red(picture: QImage) -> QImage:
    """The same with a figure in red, as Qt writes those of a Saturday."""
    red = picture.copy()
    painter = QPainter(red)
    painter.setPen(QColor("red"))
    painter.drawText(red.rect(), Qt.AlignmentFlag.AlignCenter, "8")
    painter.end()
    return red
