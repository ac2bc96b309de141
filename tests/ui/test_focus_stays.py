"""After each act the keyboard stands on something that is seen: nobody has to look for where they are."""

import gc
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls import focus
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.layouts import stops_in
from inspector_app.ui.pages import CODES
from tests.ui.states import LONG_REF, show

Act = Callable[[Any, QtBot], object]


def page(driver: Any, code: str) -> Any:
    return driver.desk.page(code)


def click(button: QWidget) -> None:
    """Go to a button by Tab, and press it: then it has the keyboard, and may go away with it."""
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)


def case(driver: Any, ref: str = LONG_REF) -> Any:
    driver.desk.open_case(driver.desk.workspace.case_id(ref), "2.1.1")
    return page(driver, "case")


def submitted(driver: Any, _qtbot: QtBot) -> None:
    click(case(driver).sheet.bar.buttons["submit"])


def submitted_and_taken_back(driver: Any, qtbot: QtBot) -> None:
    submitted(driver, qtbot)
    driver.press("F8")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


def comment_deleted(driver: Any, qtbot: QtBot) -> None:
    found = case(driver)
    found.view.rows[0].setFocus()
    found.do("comment")
    QTest.keyClicks(QApplication.focusWidget(), "See the plan.")
    remarks = found.review._remarks[found.view.rows[0]]
    click(remarks.draft.send)
    qtbot.settle()
    click(next(iter(remarks.list.lines.values())).delete)


def panel_closed(driver: Any, _qtbot: QtBot) -> None:
    found = case(driver)
    found.sheet.bar.more.setFocus(Qt.FocusReason.TabFocusReason)
    found.do("ask-help")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def reading_closed(driver: Any, _qtbot: QtBot) -> None:
    found = case(driver)
    found.asides.show("reading")
    click(found.sheet.side.close_button)


def interview_removed(driver: Any, qtbot: QtBot) -> None:
    found = case(driver, "C02")
    found.asides.show("facts")
    interviews = found.asides.facts.interviews
    click(next(iter(interviews.adds.values())))
    qtbot.settle()
    click(next(iter(interviews.items.values())).remove)


def source_deleted(driver: Any, qtbot: QtBot) -> None:
    page(driver, "evidence").add()
    qtbot.settle()
    click(page(driver, "evidence").open_source.view.delete)


def text_deleted(driver: Any, qtbot: QtBot) -> None:
    desk = page(driver, "findings").desk
    desk.sheet.enter_words(next(iter(desk.sheet._lists[1].items)))
    click(desk.bar._tools["text-delete"])


def text_brought_back(driver: Any, qtbot: QtBot) -> None:
    text_deleted(driver, qtbot)
    qtbot.settle()
    click(next(iter(page(driver, "findings").desk.sheet._lists[1].gone.values())).restore)


def cases_given(driver: Any, qtbot: QtBot) -> None:
    cases = page(driver, "cases")
    cases._view.selectAll()
    qtbot.waitUntil(lambda: cases._chosen.heading.text().endswith("cases chosen"))
    click(cases._chosen.acts["give"])
    click(cases._chosen.asking["give"].button)


def asking_left(driver: Any, qtbot: QtBot) -> None:
    cases = page(driver, "cases")
    cases._view.selectAll()
    qtbot.waitUntil(lambda: cases._chosen.heading.text().endswith("cases chosen"))
    click(cases._chosen.acts["give"])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def row_closed(driver: Any, _qtbot: QtBot) -> None:
    page(driver, "cases").add()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def other_look(driver: Any, qtbot: QtBot) -> None:
    case(driver).view.rows[1].setFocus()
    driver.press("Ctrl+Shift+L")


def sheet_closed(driver: Any, _qtbot: QtBot) -> None:
    case(driver).view.rows[1].setFocus()
    driver.press("Ctrl+K")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def undone(driver: Any, qtbot: QtBot) -> None:
    found = case(driver)
    found.view.rows[0].setFocus()
    QTest.keyClick(found.view.rows[0], Qt.Key.Key_N)
    driver.press("Ctrl+Z")


def conflict_settled(driver: Any, qtbot: QtBot) -> None:
    desk = page(driver, "conflicts")
    click(desk.view.sides[0].take)


def search_kept(driver: Any, _qtbot: QtBot) -> None:
    click(page(driver, "find").kept.keep)
    QTest.keyClicks(QApplication.focusWidget(), "School")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def search_removed(driver: Any, qtbot: QtBot) -> None:
    search_kept(driver, qtbot)
    click(page(driver, "find").kept._remove)


def message_closed(driver: Any, qtbot: QtBot) -> None:
    undone(driver, qtbot)
    driver.window.remark("Something.")
    click(driver.window.messages.shown.close_it)


def event_taken_away(driver: Any, _qtbot: QtBot) -> None:
    week = page(driver, "week")
    event = week._plan.events["2026-03-10"][0].id
    week._open(event)
    click(week._days["2026-03-10"].part(event).take_away)


ACTS: dict[str, tuple[str, Act]] = {
    "submitted": ("case", submitted),
    "submitted and taken back": ("case", submitted_and_taken_back),
    "a comment deleted": ("case", comment_deleted),
    "a card closed": ("case", panel_closed),
    "reading closed": ("case", reading_closed),
    "an interview removed": ("case", interview_removed),
    "an answer undone": ("case", undone),
    "another look": ("case", other_look),
    "the palette closed": ("case", sheet_closed),
    "a message closed": ("case", message_closed),
    "an event taken away": ("week", event_taken_away),
    "a source deleted": ("evidence", source_deleted),
    "a text deleted": ("findings", text_deleted),
    "a text brought back": ("findings", text_brought_back),
    "cases given": ("cases", cases_given),
    "giving left": ("cases", asking_left),
    "the row of a new case closed": ("cases", row_closed),
    "a conflict settled": ("conflicts", conflict_settled),
    "a search kept": ("find: hits", search_kept),
    "a search removed": ("find: hits", search_removed),
}


@pytest.fixture
def driver(in_window: Callable[[Workspace], Any], for_states: Workspace) -> Any:
    made = in_window(for_states)
    made.window.resize(1366, 768)
    return made


def seen(widget: QWidget) -> bool:
    """Whether at least a part of it is in view, within whatever scrolls it."""
    return not widget.visibleRegion().isEmpty()


@pytest.mark.parametrize("name", ACTS)
def test_the_keyboard_stands_on_something_that_is_seen_on_the_same_page(driver: Any, qtbot: QtBot, name: str) -> None:
    state, act = ACTS[name]
    show(driver, state, qtbot)
    driver.window.activateWindow()
    act(driver, qtbot)
    qtbot.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert seen(focus)
    here = driver.desk.page(driver.desk.current)
    assert here.isAncestorOf(focus), f"{type(focus).__name__} {focus.accessibleName()!r}"


def test_what_goes_from_under_the_keyboard_gives_it_to_something_on_its_page(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot, subtests: pytest.Subtests
) -> None:
    """Hidden or turned off, as a button is while something is read: Qt gave it to the strip where that came next."""
    driver = in_window(for_states)
    driver.desk.open_case(driver.desk.workspace.case_id("C01"))
    for code in CODES:
        driver.desk.show_page(code)
        qtbot.settle()
        shown = page(driver, code)
        stops = [w for w in stops_in(shown) if w.isVisible() and w.isEnabled()]
        for act in (QWidget.setDisabled, QWidget.setHidden):
            with subtests.test(f"{code}: {act.__name__}"):
                stops[-1].setFocus()
                assert QApplication.focusWidget() is stops[-1]
                act(stops[-1], True)
                focus = QApplication.focusWidget()
                assert focus is not None
                assert focus is shown or shown.isAncestorOf(focus)
                act(stops[-1], False)


def test_the_ratings_are_as_they_were_left_after_panel_mode(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    driver.window.resize(1366, 768)
    driver.desk.show_page("ratings")
    shown = page(driver, "ratings")
    shown.show_standard("2.3")
    qtbot.settle()
    bar = shown.details.verticalScrollBar()
    bar.setValue(bar.maximum())
    shown.table.list.setFocus()
    before = bar.value()
    assert before > 0
    driver.press("F11")
    qtbot.settle()
    assert driver.desk.current == "panel"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    driver.window.resize(1366, 768)  # a screen of that size; that of the tests is 800x800
    qtbot.settle()
    assert driver.desk.current == "ratings"
    assert bar.value() == before
    assert QApplication.focusWidget() is shown.table.list


def test_a_flow_keeps_its_lines_when_what_was_asked_for_its_neighbour_goes(qtbot: QtBot) -> None:
    """PySide makes a neighbour in the order of Tab the child of what was asked: the Paper page had no head any more."""
    page = QWidget()
    qtbot.addWidget(page)
    goes, head = QWidget(page), QWidget(page)
    flow = Flow(QLabel("Key in a pack", head))
    head.setLayout(flow)
    assert goes.nextInFocusChain() is head
    goes.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(goes)
    assert flow.sizeHint().width() > 0
    assert flow.heightForWidth(1000) > 0


def test_what_goes_from_a_flow_leaves_no_item_behind(qtbot: QtBot) -> None:
    head = QWidget()
    qtbot.addWidget(head)
    first, second = QLabel("1", head), QLabel("2", head)
    flow = Flow(first, second)
    head.setLayout(flow)
    first.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [item.widget() for item in flow._items] == [second]
    second.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert flow.count() == 0
    assert flow.heightForWidth(1000) == 0


@pytest.fixture
def long_page(qtbot: QtBot) -> tuple[QScrollArea, QLineEdit, QLineEdit, QWidget]:
    """A scrolled page with a box high up, one far down, and something between that grows when its data come."""
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(page)
    first, between, last = QLineEdit(), QWidget(), QLineEdit()
    for widget in (first, between, last):
        column.addWidget(widget)
    between.setFixedHeight(300)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFixedSize(300, 200)
    qtbot.present(area)
    return area, first, last, between


def in_view(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def test_what_came_stays_in_view_while_what_stands_above_it_grows(
    long_page: tuple[QScrollArea, QLineEdit, QLineEdit, QWidget], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _area, _first, last, between = long_page
    monkeypatch.setattr(focus.QTimer, "singleShot", lambda _ms, _of, then: then())  # all that waits has come to its end
    focus.go_to(last)
    qtbot.waitUntil(lambda: in_view(last))
    for high in (600, 900, 1500):
        between.setFixedHeight(high)
        qtbot.waitUntil(lambda: in_view(last))


@pytest.mark.parametrize("act", ["scrolls", "goes on"])
def test_nothing_is_scrolled_under_a_person_who_scrolls_or_goes_on(
    long_page: tuple[QScrollArea, QLineEdit, QLineEdit, QWidget], qtbot: QtBot, act: str
) -> None:
    """For half a second it was brought back into view, whatever they did."""
    area, first, last, between = long_page
    bar = area.verticalScrollBar()
    focus.go_to(last)
    qtbot.waitUntil(lambda: in_view(last))
    qtbot.settle()
    if act == "goes on":
        first.setFocus()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    qtbot.waitUntil(lambda: in_view(first))
    between.setFixedHeight(1500)
    qtbot.waitUntil(lambda: bar.maximum() > 1200)
    qtbot.settle()
    assert bar.value() == 0
