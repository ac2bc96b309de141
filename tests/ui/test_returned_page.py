"""A returned draft in the real window: every difference beside its text, taken by a key and taken back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.returned.difference import Difference
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.open_file import OpenFile
from inspector_app.core.services.results import accuracy, findings, returned
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.places.findings.returned.page import ReturnedPage
from tests.ui.came_back import came_back


@pytest.fixture
def page(opened: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReturnedPage:
    opened.press("Ctrl+Alt+R")
    made: ReturnedPage = opened.desk.page("returned")
    path = tmp_path / "back.docx"
    for n in range(3):
        text = findings.add_finding(opened.desk.workspace, "2.1", "narrative")
        opened.desk.workspace.editor.set("finding", text, "text", f"Paragraph {n} says what was found of it.")
    came_back(opened.desk.workspace, path)
    monkeypatch.setattr(ask, "open_file", lambda *_: path)
    qtbot.mouseClick(made.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.list.count() > 0)
    return made


def texts(workspace: Workspace) -> str:
    return "\n".join(row.text for row in [*workspace.findings(), *workspace.recommendations()])


def test_each_difference_and_comment_stands_in_the_list(page: ReturnedPage) -> None:
    lines = [page.list.item(row).text() for row in range(page.list.count())]
    assert len(lines) == 4
    assert sum("Words changed · open" in line for line in lines) == 3
    assert sum("Comment: This began in February." in line for line in lines) == 1
    assert page.counted.text() == "3 differences · 3 open · 1 comment"
    assert "Service’s copy" in page.copy.text()


def test_one_is_taken_by_return_and_the_next_is_in_hand(page: ReturnedPage, opened: Any, qtbot: QtBot) -> None:
    workspace = opened.desk.workspace
    before = texts(workspace)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert texts(workspace).count("Altogether") == before.count("Altogether") + 1
    assert page.list.currentRow() == 1
    assert "the text says so" in page.list.item(0).text()
    page.list.setCurrentRow(0)
    assert not page.view.take.isEnabled()
    qtbot.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(workspace) == before
    assert "open" in page.list.item(0).text()


def test_after_another_look_or_a_lock_one_is_back_at_the_draft_and_what_was_left_is(
    page: ReturnedPage, opened: Any, qtbot: QtBot
) -> None:
    page.list.setCurrentRow(1)
    page.view.leave.click()
    page.list.setCurrentRow(2)
    for again in ("look", "lock"):
        if again == "look":
            opened.press("Ctrl++")
        else:
            opened.press("Ctrl+L")
            opened.unlock()
            opened.wait_for("Desk")
        made = opened.desk.page("returned")
        qtbot.waitUntil(lambda made=made: made.list.count() > 0)
        assert made.list.currentRow() == 2
        assert [" left" in made.list.item(row).text() for row in range(3)] == [False, True, False]


def test_one_that_is_left_changes_nothing(page: ReturnedPage, opened: Any, qtbot: QtBot) -> None:
    before = texts(opened.desk.workspace)
    qtbot.mouseClick(page.view.leave, Qt.MouseButton.LeftButton)
    assert texts(opened.desk.workspace) == before
    assert "left" in page.list.item(0).text()
    assert page.list.currentRow() == 1


def test_a_comment_leads_to_its_text_and_is_not_taken(page: ReturnedPage, opened: Any, qtbot: QtBot) -> None:
    page.list.setCurrentRow(3)
    assert page.view.take.isHidden()
    qtbot.mouseClick(page.view.text, Qt.MouseButton.LeftButton)
    assert opened.desk.current == "findings"


def test_a_comment_is_kept_as_a_point_once_and_taken_back(page: ReturnedPage, opened: Any, qtbot: QtBot) -> None:
    workspace = opened.desk.workspace
    page.list.setCurrentRow(3)
    qtbot.mouseClick(page.view.point, Qt.MouseButton.LeftButton)
    (point,) = accuracy.rows(workspace)
    assert (point.said, point.source) == ("This began in February.", "The service")
    assert point.entity[0] == "finding"
    assert point.before == "Paragraph 2 says what was found of it."
    assert "Kept as a point" in page.list.item(3).text()
    assert not page.view.point.isEnabled()
    assert page.invert("undo", "point", point.id)
    assert accuracy.rows(workspace) == []
    assert "Kept as a point" not in page.list.item(3).text()
    assert page.view.point.isEnabled()


def test_a_change_is_kept_as_a_point_too(page: ReturnedPage, opened: Any, qtbot: QtBot) -> None:
    page.list.setCurrentRow(0)
    change = page.here
    qtbot.mouseClick(page.view.point, Qt.MouseButton.LeftButton)
    (point,) = accuracy.rows(opened.desk.workspace)
    assert isinstance(change, Difference)
    assert " ".join((change.added or change.removed).split()) in point.said
    assert point.entity == (change.entity, change.id)
    assert not page.view.point.isEnabled()
    assert page.view.take.isEnabled(), "whether it is taken is another matter"


def test_undo_takes_back_what_was_taken_here_and_nothing_before(page: ReturnedPage, opened: Any, qtbot: QtBot) -> None:
    workspace = opened.desk.workspace
    before = texts(workspace)
    for _ in range(2):
        page.list.setCurrentRow(0)
        qtbot.mouseClick(page.view.take, Qt.MouseButton.LeftButton)
    taken = texts(workspace)
    assert taken != before
    for _ in range(4):
        page.do("undo")
    assert texts(workspace) == before, "what was written before the draft went out stays"
    assert opened.window.messages.said[-1].words == "Nothing that was taken here is left to undo."
    page.do("redo")
    page.do("redo")
    assert texts(workspace) == taken


def test_a_comment_that_was_kept_leads_to_its_point(page: ReturnedPage, opened: Any, qtbot: QtBot) -> None:
    page.list.setCurrentRow(3)
    assert page.view.to_point.isHidden()
    qtbot.mouseClick(page.view.point, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.view.to_point, Qt.MouseButton.LeftButton)
    assert opened.desk.current == "accuracy"
    assert opened.desk.page("accuracy").view.said.text() == "This began in February."


def test_another_file_is_refused_and_what_is_shown_stays(
    page: ReturnedPage, opened: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.docx"
    other.write_bytes(b"PK")
    page.read(other)
    refused = "cannot be read as a returned draft"
    qtbot.waitUntil(lambda: any(refused in said.words for said in opened.window.messages.said))
    assert page.list.count() == 4


def test_a_draft_is_read_on_a_full_disk_and_nobody_is_told_that_something_could_not_be_kept(
    page: ReturnedPage, opened: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Expected(Code.DISK_FULL, where=tmp_path)

    monkeypatch.setattr(OpenFile, "only_read", property(lambda _: True))
    monkeypatch.setattr(returned, "keep_begun", full)
    page.list.setCurrentRow(3)
    page.read(tmp_path / "back.docx")
    qtbot.waitUntil(lambda: page.list.currentRow() == 0)
    page.view.leave.click()
    assert "left" in page.list.item(0).text()
    assert not any("room" in said.words or "full" in said.words for said in opened.window.messages.said)


def test_a_draft_that_was_opened_is_offered_after_a_restart_with_what_was_left_of_it(
    page: ReturnedPage, opened: Any, qtbot: QtBot
) -> None:
    """It was forgotten, with what somebody had decided of it."""
    workspace = opened.desk.workspace
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    page.view.leave.click()
    assert page.list.currentRow() == 2
    again = ReturnedPage(page._shared)  # as a program that is started anew makes it
    qtbot.present(again)
    assert again.nothing.isVisible()
    assert "back.docx" in again.nothing.text()
    assert again.go_on.isVisible()
    again.go_on.click()
    qtbot.waitUntil(lambda: again.list.count() == 4)
    assert [again.list.item(row).text() for row in range(4)] == [page.list.item(row).text() for row in range(4)]
    assert again.list.currentRow() == 2
    assert not again.go_on.isVisible()
    qtbot.keyClick(again.list, Qt.Key.Key_Return)
    assert returned.begun(workspace) is not None, "a comment is open"
    again.list.setCurrentRow(3)
    again.view.point.click()
    assert returned.begun(workspace) is None, "and then nothing is"
    assert not ReturnedPage(page._shared).go_on.isVisibleTo(None)
