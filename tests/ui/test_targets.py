"""Whoever speaks to the window says what they see, and whoever points hits it: what is looked for, which is looked for on
every page, in every state, by test_look.py."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui.controls.fields.search_line import searching
from inspector_app.ui.look import theme
from tests.ui.conftest import PatientBot
from tests.ui.targets import LEAST, other_names, small


def button(parent: QWidget) -> QWidget:
    made = QPushButton("Submit…", parent)
    made.setAccessibleName("Hand the case over")
    return made


def field(parent: QWidget) -> QWidget:
    made, label = QLineEdit(parent), QLabel("&Reference", parent)
    label.setBuddy(made)
    made.setAccessibleName("Pseudonym")
    return made


def flat(parent: QWidget) -> QWidget:
    made = QPushButton("Open", parent)
    made.setStyleSheet("min-height: 0; max-height: 12px; padding: 0")
    return made


def rows(parent: QWidget) -> QWidget:
    made = QListWidget(parent)
    made.setStyleSheet("QListWidget::item { min-height: 0; padding: 0 }")
    made.addItem("One")
    made.item(0).setSizeHint(QSize(80, 20))
    return made


@pytest.mark.parametrize(("plant", "find"), [(button, other_names), (field, other_names), (flat, small), (rows, small)])
def test_a_planted_fault_is_found(
    qtbot: PatientBot, plant: Callable[[QWidget], QWidget], find: Callable[[QWidget], list[str]]
) -> None:
    window = QWidget()
    QVBoxLayout(window).addWidget(plant(window))
    qtbot.present(window, 400, 200)
    qtbot.settle()
    assert len(find(window)) == 1


@pytest.mark.parametrize("zoom", [100, 200])
def test_the_cross_of_a_line_one_looks_for_something_with_is_as_large_as_whatever_acts_and_empties_it(
    qapp: QApplication, qtbot: PatientBot, zoom: int
) -> None:
    """Qt's own stays 16 px wide however large the letters are."""
    theme.apply(qapp, "light", zoom)
    window = QWidget()
    line = searching(QLineEdit(window))
    QVBoxLayout(window).addWidget(line)
    qtbot.present(window, 600, 200)
    cross, said = line.findChild(QAbstractButton), list[str]()
    assert not cross.isVisible()
    line.textEdited.connect(said.append)
    QTest.keyClicks(line, "school " * 40)
    assert cross.isVisible()
    assert min(cross.width(), cross.height()) >= min(LEAST * zoom // 100, line.height())
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (line.text(), said[-1], cross.isVisible()) == ("", "", False)
    theme.apply(qapp, "light", 100)
