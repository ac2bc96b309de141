"""A text of the findings is drawn to another place of its list by its margin, with the pointer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.findings.page import FindingsPage
from inspector_app.ui.places.findings.text_item import TextItem
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
    assert len(told.all) == 4, "it is the first already"


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
