"""Whoever speaks to the window says what they see, and whoever points hits it: on every page, in every state."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.look.colours import THEMES
from tests.ui.conftest import PatientBot
from tests.ui.screens import FIRST_SCREENS, go
from tests.ui.states import STATES, show
from tests.ui.targets import other_names, small
from tests.ui.test_look import begin, dress


def none(found: list[str]) -> None:
    assert not found, "\n".join(["", *found])


@pytest.fixture
def walked(in_window: Callable[[Workspace], Any], for_states: Workspace) -> Any:
    return in_window(for_states)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if {"colours", "zoom"} <= set(metafunc.fixturenames):
        metafunc.parametrize(("colours", "zoom"), looks(metafunc.config))


def looks(config: pytest.Config) -> list[tuple[str, int]]:
    """Themes and zooms. Light and dark have one table of sizes, and high contrast has edges of its own."""
    return list(product(THEMES, (100, 200))) if config.getoption("--every-look") else [("contrast", 200)]


def test_what_one_sees_on_a_control_is_in_its_name_and_nothing_that_acts_is_too_small_to_hit(
    walked: Any, qtbot: QtBot, colours: str, zoom: int
) -> None:
    dress(walked, qtbot, (1024, 640, zoom), colours)
    found = []
    for name in STATES:
        seen = show(walked, name, qtbot)
        found += [f"{name}: {fault}" for fault in (*other_names(seen), *small(seen))]
    none(found)


@pytest.mark.parametrize("name", FIRST_SCREENS)
def test_both_hold_before_an_inspection_is_open(request: pytest.FixtureRequest, qtbot: QtBot, name: str) -> None:
    driver = begin(request, name)
    go(driver, name, qtbot)
    found = other_names(driver.window)
    for colours, zoom in looks(request.config):
        dress(driver, qtbot, (1024, 640, zoom), colours)
        found += [f"{colours} {zoom}%: {fault}" for fault in small(driver.window)]
    none(found)


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
