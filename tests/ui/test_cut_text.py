"""The search for cut text finds each kind of fault that is planted, and says nothing of what can be read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui.controls.lists.lined import Line, LinedList
from inspector_app.ui.look import sizes, theme
from tests.ui.conftest import PatientBot
from tests.ui.cut_text import faults

WORDS = "Assessment took account of his family, school and friends"
Plant = Callable[[QWidget], QWidget]


class Painted(QWidget):
    """Draws two texts itself; the second so many pixels after the first."""

    def __init__(self, parent: QWidget, apart: int) -> None:
        super().__init__(parent)
        self._apart = apart

    def sizeHint(self) -> QSize:
        return QSize(300, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(0, 20, "contested")
        painter.drawText(painter.fontMetrics().horizontalAdvance("contested") + self._apart, 20, "9/9")


class Clipped(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(QRect(0, 0, 60, 40))
        painter.drawText(0, 20, WORDS)


def narrow_label(parent: QWidget) -> QWidget:
    label = QLabel(WORDS, parent)
    label.setFixedWidth(120)
    return label


def low_label(parent: QWidget) -> QWidget:
    label = QLabel(" ".join([WORDS] * 5), parent)
    label.setWordWrap(True)
    label.setFixedSize(200, 20)  # Qt leaves out the lines that lie outside
    return label


def narrow_button(parent: QWidget) -> QWidget:
    button = QPushButton(WORDS, parent)
    button.setFixedWidth(120)
    return button


def narrow_head(parent: QWidget) -> QWidget:
    table = QTableWidget(1, 1, parent)
    table.setHorizontalHeaderLabels(["unanswered"])
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setColumnWidth(0, 40)
    return table


def narrow_list(parent: QWidget) -> QWidget:
    shown = QListWidget(parent)
    shown.addItem(WORDS)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.setFixedWidth(120)
    return shown


def long_placeholder(parent: QWidget) -> QWidget:
    line = QLineEdit(parent)
    line.setPlaceholderText(WORDS)
    line.setFixedWidth(120)
    return line


def in_too_narrow_a_page(parent: QWidget) -> QWidget:
    """The label has its width, and what it lies in does not."""
    held = QWidget(parent)
    held.setFixedSize(120, 40)
    QLabel(WORDS, held).setGeometry(0, 0, 500, 40)
    return held


def beyond_a_page_that_does_not_scroll_sideways(parent: QWidget) -> QWidget:
    area = QScrollArea(parent)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(QLabel(WORDS))
    area.setFixedWidth(120)
    return area


def clipped(parent: QWidget) -> QWidget:
    made = Clipped(parent)
    made.setFixedSize(500, 40)
    return made


def one_over_another(parent: QWidget) -> QWidget:
    held = QWidget(parent)
    held.setFixedSize(300, 60)
    QPushButton("Delete", held).setGeometry(0, 0, 120, 30)
    QPushButton("", held).setGeometry(60, 10, 120, 30)
    return held


def button_over_text(parent: QWidget) -> QWidget:
    held = QWidget(parent)
    held.setFixedSize(500, 60)
    QLabel(WORDS, held).setGeometry(0, 0, 480, 30)
    QPushButton("", held).setGeometry(60, 0, 120, 30)
    return held


def text_over_text(parent: QWidget) -> QWidget:
    held = QWidget(parent)
    held.setFixedSize(500, 60)
    for left in (0, 20):
        QLabel(WORDS, held).setGeometry(left, 0, 480, 30)
    return held


PLANTED: dict[str, tuple[Plant, str]] = {
    "a label": (narrow_label, "cut"),
    "lines of a label": (low_label, "not drawn"),
    "a button": (narrow_button, "cut"),
    "a head of a table": (narrow_head, "cut"),
    "an item of a list": (narrow_list, "shortened"),
    "a placeholder": (long_placeholder, "shortened"),
    "by what it lies in": (in_too_narrow_a_page, "cut"),
    "beyond a page": (beyond_a_page_that_does_not_scroll_sideways, "cut"),
    "by its painter": (clipped, "cut"),
    "run together": (lambda parent: Painted(parent, 1), "run together"),
    "one button over another": (one_over_another, "over one another"),
    "a button over text": (button_over_text, "over one another"),
    "text over text": (text_over_text, "run together"),
}


def present(qtbot: PatientBot, plant: Plant) -> list[str]:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(plant(window), 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    qtbot.present(window, 700, 200)
    qtbot.settle()
    return faults(window)


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(qtbot: PatientBot, name: str) -> None:
    plant, kind = PLANTED[name]
    found = present(qtbot, plant)
    assert any(fault.startswith(kind) for fault in found), found


def whole_label(parent: QWidget) -> QWidget:
    return QLabel(f"<b>Assessment</b> took <i>account</i> of ŵ and {WORDS}", parent)


def command_with_dots(parent: QWidget) -> QWidget:
    return QPushButton("&Take over…", parent)


def scrolled_away(parent: QWidget) -> QWidget:
    area = QScrollArea(parent)
    area.setWidget(QLabel("\n".join([WORDS] * 50)))
    area.setFixedSize(200, 100)
    return area


def long_note(parent: QWidget) -> QWidget:
    note = QPlainTextEdit(WORDS * 20, parent)
    note.setFixedSize(200, 60)
    return note


def typed_on(parent: QWidget) -> QWidget:
    """What somebody types into a line goes on sideways."""
    line = QLineEdit(WORDS * 3, parent)
    line.setFixedWidth(120)
    line.selectAll()
    return line


def apart(parent: QWidget) -> QWidget:
    return Painted(parent, 8)


@pytest.mark.parametrize("plant", [whole_label, command_with_dots, scrolled_away, long_note, typed_on, apart])
def test_what_can_be_read_is_no_fault(qtbot: PatientBot, plant: Plant) -> None:
    assert present(qtbot, plant) == []


class Growing(QStyledItemDelegate):
    """Lines that need more height than they were given, as after another width that nothing told the list of."""

    high = 24

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self.high)


def test_a_line_of_a_list_that_is_lower_than_it_needs_is_found(qtbot: PatientBot) -> None:
    held = QListWidget()
    lines = Growing(held)
    held.setItemDelegate(lines)
    held.addItems(["C01", "C02"])
    qtbot.present(held, 200, 200)
    qtbot.settle()
    assert faults(held) == []
    lines.high = 60
    assert [fault for fault in faults(held) if fault.startswith("too low: 'C01'")]


def test_the_lines_of_a_list_are_as_high_as_their_words_beside_a_scroll_bar(qtbot: PatientBot) -> None:
    """They were as high as without one where it came with more lines: Qt lays a list out anew in another height alone."""
    held, words = QWidget(), "their identity card was given by hand"
    shown = LinedList("People", held)
    wide = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(words)
    wide += theme.px(sizes.APART + sizes.NEAR) + 2 * shown.frameWidth() + 4  # one line, without the bar
    qtbot.present(held, wide, 400)
    shown.setGeometry(0, 0, wide, 300)
    shown.add("Bob", Line("Bob", words))
    qtbot.settle()
    assert faults(held) == []
    for number in range(12):
        shown.add(f"{number}", Line(f"Person {number}", words))
    qtbot.settle()
    assert shown.verticalScrollBar().maximum() > 0
    assert faults(held) == []


def test_the_lines_of_a_list_are_as_high_as_their_words_in_another_width(qtbot: PatientBot) -> None:
    held, words = QWidget(), "their identity card was given by hand"
    shown = LinedList("People", held)
    wide = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(words)
    wide += theme.px(sizes.APART + sizes.NEAR) + 2 * shown.frameWidth() + 4  # one line
    qtbot.present(held, wide, 400)
    for number in range(3):
        shown.add(f"{number}", Line(f"Person {number}", words))
    shown.setGeometry(0, 0, wide, 300)
    qtbot.settle()
    assert faults(held) == []
    shown.setGeometry(0, 0, wide - 40, 300)
    qtbot.settle()
    assert faults(held) == []
