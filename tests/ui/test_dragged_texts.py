"""A text of the findings is drawn to another place of its list by its margin, with the pointer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.findings.page import FindingsPage
from inspector_app.ui.places.findings.texts.text_item import TextItem
from tests.ui.conftest import PatientBot, Spoken


@pytest.fixture
def page(qtbot: PatientBot, workspace: Workspace, alone: Callable[..., FindingsPage]) -> FindingsPage:
    for said in ("one", "two", "three", "four"):
        made = findings.add_finding(workspace, "2.1", "strength")
        workspace.editor.set("finding", made, "text", said)
    found = alone(FindingsPage, workspace)
    found.desk.section_chosen.emit("2.1")
    items = found.desk.sheet.items()
    qtbot.settle()
    assert items[0].y() < items[1].y() < items[2].y() < items[3].y()
    return found


def stored(page: FindingsPage) -> list[str]:
    return [row.text for row in page._workspace.findings()]


def draw(item: TextItem, over: TextItem, *, release: bool = True) -> None:
    """Press on the margin of one, move in steps to the lower part of the other, and let go there."""
    margin = item.margin
    assert margin is not None
    end = margin.mapFromGlobal(over.mapToGlobal(QPoint(5, over.height() - 3 if over.y() > item.y() else 3)))
    QTest.mousePress(margin, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    for step in range(1, 5):
        QTest.mouseMove(margin, QPoint(5, 5) + (end - QPoint(5, 5)) * step / 4)
    if release:
        QTest.mouseRelease(margin, Qt.MouseButton.LeftButton, pos=end)


def test_a_text_is_drawn_down_and_up_told_and_undone_in_one_step(
    qtbot: QtBot, page: FindingsPage, told: Spoken
) -> None:
    one, _, three, four = page.desk.sheet.items()
    draw(one, three)
    assert stored(page) == ["two", "three", "one", "four"]
    assert told.last == "Moved: it is now strength 3 of 4."
    assert one.note.box.hasFocus()
    told.do("Undo")
    assert stored(page) == ["one", "two", "three", "four"]
    draw(four, one)
    assert stored(page) == ["four", "one", "two", "three"]
    qtbot.keyClick(four.note.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(page) == ["one", "two", "three", "four"]
    assert told.last == "Undone: moved to another place in the list"


def test_what_is_typed_is_on_disk_before_its_text_moves(qtbot: QtBot, page: FindingsPage) -> None:
    one, two, *_ = page.desk.sheet.items()
    one.note.box.setFocus()
    qtbot.keyClicks(one.note.box, "Now ")
    draw(one, two)
    assert stored(page) == ["two", "Now one", "three", "four"]
    assert one.note.box.text() == "Now one"


def test_escape_a_click_and_its_own_place_move_nothing(qtbot: QtBot, page: FindingsPage) -> None:
    before = stored(page)
    one, two, three, _ = page.desk.sheet.items()
    draw(one, three, release=False)
    line = page.desk.sheet._lists[1]._dragging._line
    assert line.isVisible()
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert one.margin is not None
    QTest.mouseRelease(one.margin, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    QTest.mouseClick(one.margin, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    draw(two, two)
    assert stored(page) == before


def test_keys_move_it_as_before_and_tell_it(qtbot: QtBot, page: FindingsPage, told: Spoken) -> None:
    """What was told of the undo before it stayed in view beside a text that had moved again."""
    one = page.desk.sheet.items()[0]
    page.desk.sheet.enter_words(one.row.id)
    page.do("text-down")
    assert stored(page) == ["two", "one", "three", "four"]
    assert told.last == "Moved: it is now strength 2 of 4."
    told.do("Undo")
    page.do("text-down")
    page.do("text-up")
    assert stored(page) == ["one", "two", "three", "four"]
    assert told.last == "Moved: it is now strength 1 of 4."
    page.do("text-up")
    assert told.last == "It cannot be moved up: there is nothing above it."


@pytest.fixture
def long(qtbot: PatientBot, page: FindingsPage) -> FindingsPage:
    """More texts than are in view."""
    for item in page.desk.sheet.items():
        page._workspace.editor.set("finding", item.row.id, "text", "\n".join([item.row.text] * 12))
    qtbot.settle()
    bar = page.desk.sheet._scroll.verticalScrollBar()
    assert bar.maximum() > 300
    bar.setValue(0)
    return page


def test_while_a_text_is_held_at_the_edge_the_texts_go_on_scrolling(qtbot: QtBot, long: FindingsPage) -> None:
    """They stood still as soon as the pointer did."""
    scroll, margin = long.desk.sheet._scroll, long.desk.sheet.items()[0].margin
    assert margin is not None
    edge = margin.mapFromGlobal(scroll.viewport().mapToGlobal(QPoint(5, scroll.viewport().height() - 4)))
    bar = scroll.verticalScrollBar()
    QTest.mousePress(margin, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(margin, edge)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    QTest.keyClick(QApplication.focusWidget() or long, Qt.Key.Key_Escape)
    bar.setValue(0)
    qtbot.wait(200)
    assert bar.value() == 0, "it was let go"


@pytest.mark.parametrize("place", [0, 3])
def test_a_text_that_is_moved_or_moved_back_stays_in_view(qtbot: PatientBot, long: FindingsPage, place: int) -> None:
    """Of one that was undone the last lines were in view, and where one wrote was not."""
    item = long.desk.sheet.items()[place]
    box = long.desk.sheet.enter_words(item.row.id)
    assert box is not None

    def in_view() -> bool:
        return not box.viewport().visibleRegion().intersected(box.cursorRect()).isEmpty()

    way = "text-up" if place else "text-down"
    for act in (way, way, way, "undo", "undo", "undo"):
        long.do(act)
        qtbot.settle()
        assert in_view(), act


@pytest.mark.parametrize("moved_on", [True, False])
def test_a_text_that_a_colleague_deleted_while_it_is_drawn_is_let_go(page: FindingsPage, moved_on: bool) -> None:
    """The line where it would have come to stand stayed, and Escape did nothing any more anywhere."""
    one, _, three, _ = page.desk.sheet.items()
    draw(one, three, release=False)
    dragging = page.desk.sheet._lists[1]._dragging
    findings.delete(page._workspace, "finding", one.row.id)
    assert one.margin is not None
    if moved_on:
        QTest.mouseMove(one.margin, QPoint(5, 200))
    QTest.mouseRelease(one.margin, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert not dragging._line.isVisible()
    assert dragging._held is None
    assert stored(page) == ["two", "three", "four"]


def test_a_text_that_no_disk_lets_go_elsewhere_is_not_said_to_be_moved(
    page: FindingsPage, told: Spoken, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was said over the refusal, and its undo took back what was typed."""

    def full(*_: object) -> None:
        raise Expected(Code.DISK_FULL, path="file", needs=1, free=0)

    one, _, three, _ = page.desk.sheet.items()
    refused: list[Expected] = []
    page.failed.connect(refused.append)
    monkeypatch.setattr(findings, "move", full)
    draw(one, three)
    assert [error.code for error in refused] == [Code.DISK_FULL]
    assert told.all == []
    assert stored(page) == ["one", "two", "three", "four"]


@pytest.fixture
def owners(qtbot: PatientBot, workspace: Workspace, alone: Callable[..., FindingsPage]) -> FindingsPage:
    for owner, said in (("chief", "one"), ("chief", "two"), ("board", "three"), ("board", "four")):
        made = findings.add_recommendation(workspace, owner)
        workspace.editor.set("recommendation", made, "text", said)
    found = alone(FindingsPage, workspace)
    found.desk.section_chosen.emit("recommendations")
    found.resize(1200, 1400)
    qtbot.settle()
    return found


def owned(page: FindingsPage) -> list[str]:
    return [f"{row.group} {row.text}" for row in page._workspace.recommendations()]


def shown(page: FindingsPage) -> list[str]:
    lists = sorted((one for one in page.desk.sheet._lists), key=lambda one: one.y())
    return [f"{one.owner.text()} {one.items[row.id].note.box.text()}" for one in lists if one.owner for row in one.rows]


def offered_back(page: FindingsPage) -> int:
    return sum(len(one.gone) for one in page.desk.sheet._lists)


def test_a_recommendation_goes_to_another_owner_by_key_and_back_with_one_undo(
    qtbot: PatientBot, owners: FindingsPage, told: Spoken
) -> None:
    before = ["chief one", "chief two", "board three", "board four"]
    two = owners.desk.sheet.items()[1].note.box
    two.setFocus()
    two.moveCursor(QTextCursor.MoveOperation.End)
    owners.do("text-down")
    qtbot.settle()
    assert owned(owners) == shown(owners) == ["chief one", "board two", "board three", "board four"]
    assert told.last == "Moved: it is now recommendation 1 of 3. Owner: board."
    item = owners.desk.sheet.item_in_hand()
    assert item is not None
    assert (item.note.box.hasFocus(), item.note.box.textCursor().position(), offered_back(owners)) == (True, 3, 0)
    qtbot.keyClick(item.note.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.settle()
    assert owned(owners) == shown(owners) == before
    item = owners.desk.sheet.item_in_hand()
    assert item is not None
    assert (item.note.box.text(), item.note.box.hasFocus(), offered_back(owners)) == ("two", True, 0)
    told.do("Redo")
    told.do("Undo")
    qtbot.settle()
    assert owned(owners) == shown(owners) == before


def test_the_only_one_of_an_owner_goes_to_the_next_and_its_list_comes_back_where_it_stood(
    qtbot: PatientBot, owners: FindingsPage, told: Spoken
) -> None:
    for by in (2, 1):
        owners.desk.sheet.items()[0].note.box.setFocus()
        for _ in range(by):
            owners.do("text-down")
    qtbot.settle()
    assert told.last.endswith("Owner: board. Nothing is left to this owner, whose heading is gone: chief.")
    assert {row.group for row in owners._workspace.recommendations()} == {"board"}
    assert len(owners.desk.sheet._lists) == 1
    told.do("Undo")
    qtbot.settle()
    assert shown(owners) == owned(owners)
    assert len(owners.desk.sheet._lists) == 2


def test_at_either_end_of_all_there_is_no_way_on_and_that_is_said(owners: FindingsPage, told: Spoken) -> None:
    items = owners.desk.sheet.items()
    assert [(one.first, one.last) for one in items] == [(True, False), (False, False), (False, False), (False, True)]
    items[0].note.box.setFocus()
    owners.do("text-up")
    assert told.last == "It cannot be moved up: there is nothing above it."
    items[-1].note.box.setFocus()
    owners.do("text-down")
    assert told.last == "It cannot be moved down: there is nothing below it."
    assert items[-1].note.box.hasFocus()


def test_an_owner_whose_only_one_is_drawn_to_another_is_said_to_be_gone(owners: FindingsPage, told: Spoken) -> None:
    one, two, three, four = owners.desk.sheet.items()
    draw(one, three)
    assert "gone" not in told.last
    draw(two, four)
    assert told.last.endswith("Nothing is left to this owner, whose heading is gone: chief.")


def test_an_owner_who_was_just_named_is_gone_by_that_name(
    qtbot: PatientBot, owners: FindingsPage, told: Spoken
) -> None:
    """It was said of "no name yet", as they were when they were added."""
    owners.desk.sheet.add_owner.click()
    qtbot.settle()
    box = owners.desk.sheet._lists[-1].owner
    assert box is not None
    box.setText("head of service")
    item = owners.desk.sheet.items()[-1]
    item.note.box.setFocus()
    owners.do("text-up")
    assert told.last.endswith("Owner: board. Nothing is left to this owner, whose heading is gone: head of service.")


def test_a_recommendation_is_drawn_to_another_owner(qtbot: PatientBot, owners: FindingsPage, told: Spoken) -> None:
    one, _, three, _ = owners.desk.sheet.items()
    draw(one, three)
    qtbot.settle()
    assert owned(owners) == shown(owners) == ["chief two", "board one", "board three", "board four"]
    assert told.last == "Moved: it is now recommendation 1 of 3. Owner: board."
    told.do("Undo")
    qtbot.settle()
    assert owned(owners) == shown(owners) == ["chief one", "chief two", "board three", "board four"]
    items = owners.desk.sheet.items()
    draw(items[3], items[0])
    qtbot.settle()
    assert owned(owners) == shown(owners) == ["chief four", "chief one", "chief two", "board three"]
