"""An answer is painted before it is on disk: what the disk would not take is tried again, and nothing is left meanwhile."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.ui.note import onto_disk


class Disk:
    """Puts nothing there while it refuses."""

    def __init__(self, workspace: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refuses, self.tries = True, 0
        waiting = workspace.database.waiting
        self._real = waiting.put_on_disk
        monkeypatch.setattr(waiting, "put_on_disk", self._put)

    def _put(self) -> None:
        self.tries += 1
        if self.refuses:
            raise Expected(Code.DISK_FAILED, where="a.inspection", why="a test")
        self._real()


def test_an_answer_that_the_disk_would_not_take_is_said_once_and_tried_again(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened.desk
    desk.open_case(desk.workspace.case_rows()[0].id)
    page, failures = desk.page("case"), []
    monkeypatch.setattr(onto_disk, "RETRY_AFTER", 30)
    page.edits.failed.connect(lambda error: failures.append(error.code))
    disk = Disk(desk.workspace, monkeypatch)
    page.edits.answer(page.view.prompts[0], Answer.YES)
    qtbot.waitUntil(lambda: disk.tries > 3)
    assert failures == [Code.DISK_FAILED]
    assert desk.workspace.editor.owes
    disk.refuses = False
    qtbot.waitUntil(lambda: not desk.workspace.editor.owes)


def test_nothing_is_left_before_an_answer_is_on_disk(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened.desk
    desk.open_case(desk.workspace.case_rows()[0].id)
    disk, said = Disk(desk.workspace, monkeypatch), []
    desk.said.connect(lambda error: said.append(error.code))
    desk.page("case").edits.answer(desk.page("case").view.prompts[0], Answer.YES)
    assert not desk.flush()
    assert Code.DISK_FAILED in said
    disk.refuses = False
    assert desk.flush()
    assert not desk.workspace.editor.owes
