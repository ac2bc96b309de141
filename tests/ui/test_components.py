"""The page of components in every theme and size: nothing is cut, lies over another thing, or is too small to hit."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.colours import THEMES
from inspector_app.ui.look.hover import Hover
from inspector_app.ui.look.ring import Frame
from inspector_app.ui.places.components.page import Components
from inspector_app.ui.window.components import known_components
from inspector_app.ui.window.message import Message
from tests.ui.conftest import usual_look

LOOKS = [(name, zoom) for name in THEMES for zoom in (100, 150, 200)]
ROOMS = ((1600, 1376), (1024, 640))
ACTS = (QAbstractButton, QLineEdit, QComboBox, QDateEdit)


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def page(qapp: QApplication, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Components]:
    theme.apply(qapp, *request.param)
    made = known_components(date(2025, 3, 27))
    qtbot.present(made, *ROOMS[0])
    yield made
    usual_look(qapp)


def parts(page: Components) -> list[QWidget]:
    return [w for w in page.findChildren(QWidget) if w.isVisible() and not isinstance(w, Frame)]


def said(widget: QWidget) -> str:
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {text or widget.accessibleName() or widget.objectName()}"


def cut(widget: QWidget) -> bool:
    """Whether words of it do not fit, as Qt reckons them with the look that is applied."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width())
        return widget.width() < QFontMetrics(widget.font()).horizontalAdvance(widget.text())
    if isinstance(widget, QPushButton | QComboBox):
        return widget.width() < widget.minimumSizeHint().width() or widget.height() < widget.minimumSizeHint().height()
    return False


def over_one_another(page: Components) -> Iterator[str]:
    """Neighbours of one parent whose places overlap; what scrolls and what is inside a field of Qt's own is Qt's."""
    for holder in parts(page):
        if isinstance(holder, QAbstractItemView | QCalendarWidget | QScrollArea | QComboBox | QDateEdit | QLineEdit):
            continue
        held = [w for w in holder.children() if isinstance(w, QWidget) and w.isVisible() and w in parts(page)]
        for one, other in combinations(held, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{said(one)} / {said(other)}"


def small(page: Components) -> list[str]:
    least = theme.px(sizes.TARGET)
    found = [w for w in parts(page) if isinstance(w, ACTS) and not isinstance(w.parent(), QDateEdit | QComboBox)]
    return [said(w) for w in found if min(w.width(), w.height()) < least]


def test_every_component_is_whole_and_apart_and_can_be_hit(
    page: Components, qtbot: QtBot, subtests: pytest.Subtests
) -> None:
    for room in ROOMS:
        with subtests.test(str(room)):
            page.resize(*room)
            qtbot.settle()
            assert len(parts(page)) > 100
            scroll = page.findChild(QScrollArea)
            assert scroll.horizontalScrollBar().maximum() == 0
            assert [said(w) for w in parts(page) if cut(w)] == []
            assert list(over_one_another(page)) == []
            assert small(page) == []


@pytest.mark.parametrize("page", [LOOKS[0], LOOKS[-1]], indirect=True, ids=str)
def test_the_test_would_see_a_fault(page: Components) -> None:
    label = next(w for w in parts(page) if isinstance(w, QLabel) and w.text() == "Page and case")
    label.setFixedWidth(20)
    assert cut(label)
    button = next(w for w in parts(page) if isinstance(w, QPushButton) and w.text() == "Return")
    button.setFixedSize(12, 12)
    assert said(button) in small(page)
    beside = next(
        w for w in parts(page) if isinstance(w, QPushButton) and w.parent() is button.parent() and w is not button
    )
    beside.setGeometry(QRect(button.geometry().topLeft() - QPoint(2, 2), beside.size()))
    assert any("QPushButton" in found for found in over_one_another(page))


def test_each_state_of_a_button_looks_its_own(page: Components) -> None:
    held = {str(b.property("state")): b for b in page.findChildren(QPushButton) if b.text() == "Return"}
    pictures = {state: button.grab().toImage() for state, button in held.items()}
    assert set(pictures) == {"rest", "hover", "pressed", "focus", "off"}
    assert pictures["rest"] == pictures["focus"]  # the ring is outside
    alike = [(a, b) for a, b in combinations(("rest", "hover", "pressed", "off"), 2) if pictures[a] == pictures[b]]
    assert alike == []
    assert len({button.size().toTuple() for button in held.values()}) == 1  # nothing jumps when it is pressed
    assert len([ring for ring in page.findChildren(Frame) if ring.isVisible()]) == 6


@pytest.mark.parametrize("page", [LOOKS[0]], indirect=True, ids=str)
def test_messages_of_the_window_are_among_them_with_what_they_offer(page: Components) -> None:
    shown = page.findChildren(Message)
    assert [[offer.text() for offer in message.offers] for message in shown] == [["Undo", "Show"], [], []]
    assert shown[-1].words.wordWrap(), "one of them is longer than a line"


@pytest.mark.parametrize("page", [LOOKS[0]], indirect=True, ids=str)
def test_a_button_that_shows_how_one_looks_under_the_pointer_does_so_wherever_the_pointer_is(
    page: Components, qapp: QApplication
) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.property("state") == "hover" and b.text() == "Return")
    before = button.grab().toImage()
    Hover(qapp, page).look()
    assert button.grab().toImage() == before


@pytest.mark.parametrize("page", [LOOKS[0]], indirect=True, ids=str)
def test_the_states_of_a_button_stand_in_one_row(page: Components) -> None:
    held = [b for b in page.findChildren(QPushButton) if b.text() == "Return"]
    assert len(held) == 5
    assert len({b.mapTo(page, QPoint(0, 0)).y() for b in held}) == 1
