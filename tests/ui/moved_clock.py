"""What the window does while the clock is moved under it. Run by `tests/trust/test_clock_moved.py`, which moves it."""

import os
import struct
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.backups import Why
from inspector_app.core.services import handoffs
from inspector_app.core.services.safekeeping import backups, rehearsing
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.system.idle import Idle
from tests.ui.colleagues import colleague, given, joined

HOUR, DAY = 3600, 86400
MOVES: dict[str, float | datetime] = {
    "an hour on": HOUR,
    "an hour back": -HOUR,
    "a day on": DAY,
    "a day back": -DAY,
    "to 1970": datetime(1970, 1, 2, tzinfo=UTC),
    "to 2099": datetime(2099, 12, 31, 23, 59, tzinfo=UTC),
}


def by(moved: str, now: float) -> float:
    """By how many seconds the clock is moved."""
    how = MOVES[moved]
    return how.timestamp() - now if isinstance(how, datetime) else how


def move(seconds: float) -> None:
    with Path(os.environ["CLOCK_MOVED"]).open("r+b") as file:  # in its place: it is mapped
        file.write(struct.pack("q", int(seconds)))


@pytest.fixture(autouse=True)
def moved_back() -> Any:
    move(0)
    yield
    move(0)


def typed(driver: Any, case: str, words: str) -> None:
    """Typed at the end of the note of a prompt, by keys, and left."""
    driver.desk.open_case(case, "2.1.1")
    page = driver.desk.page("case")
    page.view.rows[0].enter_note()
    QTest.keyClicks(QApplication.focusWidget(), words)
    assert page.flush()


@pytest.mark.parametrize("moved", MOVES)
def test_nothing_typed_is_lost_and_all_pages_are_drawn(opened: Any, tmp_path: Path, qtbot: QtBot, moved: str) -> None:
    workspace: Workspace = opened.desk.workspace
    case, idle = workspace.case_id("C01"), opened.program.idle
    theirs = joined(workspace, colleague("Bob", tmp_path), tmp_path)
    item = f"{case}/2.1.1/a"
    kept = [workspace.back_up(Why.HOURLY)]
    typed(opened, case, "before ")
    now = time.time()
    far = by(moved, now)
    for step, seconds in enumerate((far, 0, far)):
        move(seconds)
        assert abs(time.time() - now - seconds) < HOUR, "the clock is moved for this process"
        typed(opened, case, f"step{step} ")
        backups.make_if_due(workspace, Why.HOURLY)
        kept.append(workspace.back_up())
        for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+4", "Ctrl+7", "Ctrl+Alt+R", "Ctrl+6"):
            opened.press(keys)
            opened.window.grab()
        assert idle.quiet >= 0
    assert isinstance(idle, Idle)
    values = [str(row.value) for row in workspace.history("prompt", item, "note")]
    assert values[0] == "before step0 step1 step2 ", "the last is the first, whatever the clock said"
    assert all(path.exists() for path in kept), "no backup goes for the clock's sake"
    assert not [one for one in rehearsing.rehearse(workspace.laptop, workspace.path) if one.problems]
    handoffs.import_(theirs, [given(workspace, "Bob", tmp_path / "moved.handoff")])
    assert theirs.question_page(case, "2.1.1").prompts[0].note == values[0]
    theirs.editor.set("prompt", item, "note", "Bob's later word")
    move(0)
    handoffs.import_(workspace, [given(theirs, "Ruth Ashdown", tmp_path / "back.handoff")])
    assert workspace.question_page(case, "2.1.1").prompts[0].note == "Bob's later word"
    assert workspace.problems() == []
    theirs.close()


@pytest.mark.parametrize("moved", MOVES)
def test_the_lock_by_idle_time_comes_no_later_and_a_lock_opens_again(opened: Any, moved: str) -> None:
    """Two clocks are watched: one that jumps on locks too early at worst, and one that goes back delays nothing."""
    idle = opened.program.idle
    idle.set_minutes(10)
    left = [idle]
    idle.idle.connect(lambda: left.append(idle))
    far = by(moved, time.time())
    move(far)
    idle.check()
    early = len(left) > 1
    assert early == (far > 600)
    case = ""
    if not early:
        case = opened.desk.workspace.case_id("C01")
        typed(opened, case, "before the lock")
        opened.press("Ctrl+L")
    opened.unlock()
    opened.wait_for(Desk)
    if case:
        shown = opened.desk.workspace.question_page(case, "2.1.1").prompts[0].note
        assert shown == "before the lock"
    opened.program.idle.note()
    assert opened.program.idle.quiet < 60
