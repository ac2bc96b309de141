"""What has the keyboard is seen, in every theme and size, and nothing moves when the keyboard comes or goes."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.labels import readable
from inspector_app.ui.controls.lists.lined import Line, LinedList
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.colours import THEMES
from inspector_app.ui.look.ring import Frame, Ring

LOOKS = [(name, zoom) for name in THEMES for zoom in (100, 150, 200)]


@pytest.fixture
def ring(qapp: QApplication) -> Iterator[Ring]:
    owner = QObject()
    yield Ring(qapp, owner)
    shiboken6.delete(owner)
    theme.apply(qapp, "light")


def row_of(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """A window with these beside one another; the keyboard is on a button of its own."""
    host = QWidget()
    row = QHBoxLayout(host)
    elsewhere = QPushButton("elsewhere")
    for widget in (elsewhere, *widgets):
        row.addWidget(widget)
    qtbot.present(host, 700, 120)
    elsewhere.setFocus()
    return host


def around(host: QWidget, widget: QWidget, away: int) -> QColor:
    """The colour so far left of a widget, in the middle of its height."""
    at = widget.mapTo(host, QPoint(0, widget.height() // 2))
    return host.grab().toImage().pixelColor(at.x() - away, at.y())


@pytest.mark.parametrize(("name", "zoom"), LOOKS)
def test_a_ring_lies_outside_the_button_that_has_the_keyboard(
    qapp: QApplication, qtbot: QtBot, ring: Ring, name: str, zoom: int
) -> None:
    theme.apply(qapp, name, zoom)
    buttons = [theme.role(QPushButton("Go"), role) for role in ("primary", "plain", "careful")]
    held = (*buttons, QPushButton("Go"), QToolButton(text="Go"), QCheckBox("Mine"))
    host = row_of(qtbot, *held)
    wide, ground = theme.ring(), QColor(theme.colours().window).name()
    assert wide == round((sizes.RING_CONTRAST if name == "contrast" else sizes.RING) * zoom / 100)
    for widget in held:
        widget.setFocus()
        beyond = theme.px(sizes.RING_AWAY) + wide
        assert ring.frame.geometry() == widget.geometry().adjusted(-beyond, -beyond, beyond, beyond)
        assert around(host, widget, 1).name() == ground  # the gap
        assert around(host, widget, theme.px(sizes.RING_AWAY) + wide // 2 + 1).name() == theme.colours().focus


def test_a_swatch_and_the_word_in_it_have_one_ring(qtbot: QtBot, ring: Ring) -> None:
    swatch = theme.role(QFrame(), "swatch")
    choice = QRadioButton("Light")
    QHBoxLayout(swatch).addWidget(choice)
    row_of(qtbot, swatch)
    choice.setFocus()
    beyond = sizes.RING_AWAY + theme.ring()
    assert ring.frame.geometry() == swatch.geometry().adjusted(-beyond, -beyond, beyond, beyond)


def picture(host: QWidget, part: QRect) -> QImage:
    return host.grab(part).toImage()


@pytest.mark.parametrize(("name", "zoom"), LOOKS)
def test_nothing_moves_when_the_keyboard_comes(
    qapp: QApplication, qtbot: QtBot, ring: Ring, name: str, zoom: int
) -> None:
    theme.apply(qapp, name, zoom)
    combo, day = QComboBox(), QDateEdit()
    combo.addItems(["Meeting", "Interview"])
    line = QLineEdit("Trafford")
    pressed = [theme.role(QPushButton("Go"), role) for role in ("primary", "plain", "careful", "answer", "listed")]
    held: list[QWidget] = [*pressed, QPushButton("Go"), QToolButton(text="Go"), combo, day, line]
    host = row_of(qtbot, *held)
    for widget in held:
        before, hint, said = widget.geometry(), widget.sizeHint(), words(host, widget)
        widget.setFocus()
        assert (widget.geometry(), widget.sizeHint()) == (before, hint), type(widget).__name__
        if not isinstance(widget, QLineEdit | QDateEdit):  # these have a cursor, or what is selected
            assert words(host, widget) == said, type(widget).__name__


def words(host: QWidget, widget: QWidget) -> QImage:
    """What stands inside the edge."""
    inner = theme.px(sizes.ROUND) + theme.ring()
    return picture(host, widget.geometry().adjusted(inner, inner, -inner, -inner))


def test_the_ring_goes_with_what_is_scrolled_and_with_what_is_gone(qtbot: QtBot, ring: Ring) -> None:
    inside = QWidget()
    button = QPushButton("Go", inside)
    button.move(40, 60)
    inside.setFixedSize(300, 900)
    scroll = QScrollArea()
    scroll.setWidget(inside)
    host = row_of(qtbot, scroll)
    button.setFocus()
    before = ring.frame.pos()
    scroll.verticalScrollBar().setValue(20)
    assert ring.frame.pos() == before - QPoint(0, 20)
    far = QPushButton("Far down", inside)
    far.move(40, 800)
    far.show()
    far.setFocus()
    scroll.ensureWidgetVisible(far)
    assert ring.frame.isVisible()
    assert ring.frame.mapToGlobal(QPoint()).y() < far.mapToGlobal(QPoint()).y()
    scroll.deleteLater()
    qtbot.settle()
    host.findChild(QPushButton).setFocus()
    assert ring.frame.isVisible()


def test_a_page_that_goes_takes_the_ring_and_nothing_else(qtbot: QtBot, ring: Ring) -> None:
    """A frame of Qt's own had PySide forget every widget of the window when it went."""
    button, inside, scroll = QPushButton("Go"), QWidget(), QScrollArea()
    QHBoxLayout(inside).addWidget(button)
    scroll.setWidget(inside)
    host = row_of(qtbot, scroll)
    button.setFocus()
    frame = ring.frame
    shiboken6.delete(scroll)
    assert not shiboken6.isValid(frame)
    assert shiboken6.isValid(host)
    elsewhere = host.findChild(QPushButton)
    elsewhere.setFocus()
    assert ring.frame.isVisible()
    shiboken6.delete(ring.frame)
    assert shiboken6.isValid(elsewhere)


def test_what_is_no_button_has_no_ring(qtbot: QtBot, ring: Ring) -> None:
    line = QLineEdit()
    host = row_of(qtbot, line)
    assert ring.frame.window() is host
    assert ring.frame.isVisible()
    line.setFocus()
    assert not ring.frame.isVisible()


@pytest.mark.parametrize(("name", "zoom"), LOOKS)
def test_the_line_one_is_on_has_the_edge_and_the_list_has_none(
    qapp: QApplication, qtbot: QtBot, ring: Ring, name: str, zoom: int
) -> None:
    theme.apply(qapp, name, zoom)
    held = LinedList("Cases")
    for ref in ("C01", "C02", "C03"):
        held.add(ref, Line(ref))
    qtbot.present(held, 300, 400)
    held.setCurrentRow(1)
    held.setFocus()
    for row in (1, 2):  # and with the line that is moved to
        held.setCurrentRow(row)
        assert edges_at_the_right(held) == [row]
        assert edge(held, held.viewport().width() // 2, down=False) == 0
    held.resize(300, held.sizeHintForRow(0) + theme.px(sizes.CLOSE))  # what is said over it needs more room
    qtbot.settle()  # type: ignore[attr-defined]
    assert edges_at_the_right(held) == [2], "the line one is on stays in view"


def test_the_edge_leaves_out_the_head_of_the_group_that_begins_with_the_line(qtbot: QtBot, ring: Ring) -> None:
    held = LinedList("Cases")
    held.add("C01", Line("C01", head="To decide"))
    qtbot.present(held, 300, 400)
    held.setCurrentRow(0)
    held.setFocus()
    box = held.visualItemRect(held.item(0)).translated(held.viewport().pos())
    picture, at = held.grab().toImage(), held.viewport().width() // 2
    rows = [y for y in range(box.height()) if picture.pixelColor(at, box.top() + y).name() == theme.colours().focus]
    assert rows[0] > theme.px(sizes.TARGET)
    assert box.height() - 1 in rows


def edges_at_the_right(held: LinedList) -> list[int]:
    """The rows whose right end is in the colour of what has the keyboard."""
    picture, right = held.grab().toImage(), held.viewport().x() + held.viewport().width() - 1
    middles = [held.visualItemRect(held.item(row)).center().y() + held.viewport().y() for row in range(held.count())]
    found = [[picture.pixelColor(right - n, at).name() for n in range(theme.ring() + 1)] for at in middles]
    return [row for row, seen in enumerate(found) if seen.count(theme.colours().focus) == theme.ring()]


def edge(held: QWidget, at: int, *, down: bool = True) -> int:
    """How many of the outermost pixels of a list are in the colour of what has the keyboard."""
    picture = held.grab().toImage()
    places = [(n, at) if down else (at, n) for n in range(theme.ring() + 1)]
    return [picture.pixelColor(*place).name() for place in places].count(theme.colours().focus)


def test_while_the_line_one_is_on_is_out_of_sight_the_whole_list_has_the_edge(
    qapp: QApplication, qtbot: QtBot, ring: Ring
) -> None:
    theme.apply(qapp, "light")
    held = LinedList("Cases")
    qtbot.present(held, 300, 200)
    held.setFocus()
    assert edge(held, 100) == theme.ring()  # there is no line at all
    for number in range(40):
        held.add(f"C{number:02}", Line(f"C{number:02}"))
    held.setCurrentRow(0)
    assert edge(held, 100) == 0
    held.verticalScrollBar().setValue(held.verticalScrollBar().maximum())
    assert edge(held, 100) == theme.ring()


def test_of_a_table_the_whole_line_has_the_edge_or_the_cell_where_cells_are_chosen(
    qapp: QApplication, qtbot: QtBot, ring: Ring
) -> None:
    theme.apply(qapp, "light")
    table = QTableWidget(2, 2)
    qtbot.present(table, 500, 200)
    lines, cells = QTableWidget.SelectionBehavior.SelectRows, QTableWidget.SelectionBehavior.SelectItems
    for chosen, wide in (
        (lines, table.viewport().width()),
        (cells, table.visualRect(table.model().index(1, 0)).width()),
    ):
        table.setSelectionBehavior(chosen)
        table.setCurrentCell(1, 0)
        table.setFocus()
        box = table.visualRect(table.model().index(1, 0)).translated(table.viewport().pos())
        picture = table.grab().toImage()
        top = [picture.pixelColor(x, box.top()).name() for x in range(picture.width())]
        assert top.count(theme.colours().focus) == wide


def test_a_text_that_is_read_begins_where_its_label_does_and_has_its_ring_outside(
    qapp: QApplication, qtbot: QtBot, ring: Ring
) -> None:
    theme.apply(qapp, "light")
    host = QWidget()
    read = readable(host, "What was said")
    row_of(qtbot, read)
    read.setFocus()
    assert read.contentsRect().left() == 0
    assert ring.frame is not None
    assert ring.frame.isVisible()
    assert ring.frame.width() > read.width()


def test_a_window_that_nothing_keeps_but_the_ring_goes_without_it(qapp: QApplication, qtbot: QtBot, ring: Ring) -> None:
    gone, after = QWidget(), QWidget()
    for host in (gone, after):
        QHBoxLayout(host).addWidget(QPushButton("one"))
    qtbot.present(after, 300, 100)
    gone.show()
    frame = ring.frame = ring.frame or Frame()
    frame.put_round(gone.findChild(QPushButton))
    del gone, host
    frame.put_round(after.findChild(QPushButton))
    assert shiboken6.isValid(frame)
    assert frame.parentWidget() is after


def test_the_list_of_a_box_is_left_to_itself(qapp: QApplication, qtbot: QtBot, ring: Ring) -> None:
    """Qt makes it, and lets it go, as it likes: what lay on it went with it while it was painted."""
    theme.apply(qapp, "light")
    box = DropDown()
    box.addItems(["Yes", "No"])
    row_of(qtbot, box)
    box.showPopup()
    box.view().setFocus()
    assert QApplication.focusWidget() is box.view(), "else this shows nothing"
    assert ring.frame is None or ring.frame.parentWidget() is not box.view()
    box.hidePopup()


@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox])
def test_within_its_ring_a_choice_looks_the_same_with_the_keyboard_as_without(
    qapp: QApplication, qtbot: QtBot, ring: Ring, kind: type[QAbstractButton]
) -> None:
    """The style had painted a frame of its own inside the ring, once the keyboard had been used to go about."""
    theme.apply(qapp, "light")
    choice = kind("Full joint inspection")
    host = row_of(qtbot, choice)
    without = choice.grab().toImage()
    QTest.keyClick(host.focusWidget(), Qt.Key.Key_Tab)
    assert choice.hasFocus()
    assert choice.grab().toImage() == without
