"""What a screen reader is told in passing, counted: each act once, together, and nothing while somebody types."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.ticket import Ticket
from inspector_app.ui.controls.job_line import JobLine
from tests.ui.colleagues import colleague, given, joined

Quiet = Callable[[], list[str]]


@pytest.fixture
def quiet(opened: Any, aloud: list[str], qtbot: QtBot) -> Quiet:
    """Let nobody type for a while, until all is on disk; gives what was said since it was asked before."""

    def wait() -> list[str]:
        qtbot.waitUntil(lambda: not opened.program.shell._saying._onto_disk.owed)
        speaks = opened.window.messages._announcer
        if speaks._later.isActive():
            speaks._later.timeout.emit()
        said, aloud[:] = [*aloud], []
        return said

    return wait


@pytest.fixture
def page(opened: Any, quiet: Quiet) -> Any:
    """The first case, opened; nothing is said of that, which the focus tells."""
    opened.desk.open_case(opened.desk.workspace.case_id("C01"))
    assert quiet() == []
    return opened.desk.page("case")


def strike(keys: str) -> None:
    for key in keys:
        QTest.keyClicks(QApplication.focusWidget(), key)


def test_an_answer_is_said_with_what_it_leaves_open(page: Any, quiet: Quiet) -> None:
    strike("y")
    assert quiet() == ["Prompt a: Yes. 52 gaps. Saved."]


def test_answers_given_in_a_row_are_said_together_and_what_is_left_once(page: Any, quiet: Quiet) -> None:
    strike("yny")
    assert quiet() == ["Prompt a: Yes. Prompt b: No. Prompt c: Yes. 50 gaps. Saved."]


def test_a_rating_that_an_answer_changed_is_said_and_one_that_stayed_is_not(
    page: Any, quiet: Quiet, opened: Any
) -> None:
    workspace = opened.desk.workspace
    standard = next(s for s in workspace.framework.standards if s.ref == "2.1")
    for question in standard.case_questions[1:]:
        workspace.editor.set("judgement", f"{workspace.case_id('C01')}/{question.ref}", "answer", "yes")
    quiet()
    page.view.judgement.setFocus()
    strike("y")
    (said,) = quiet()
    assert said.startswith("Judgement on 2.1.1, sufficient: Yes. ")
    assert said.endswith(" Saved.")
    assert said.count(f"2.1 {standard.title}, changed: Outstanding, so far, 4 open.") == 1
    page.view.rows[0].setFocus()
    strike("n")
    assert "changed" not in "".join(quiet())


def test_typing_is_not_talked_over_and_then_saved_is_said_once(page: Any, quiet: Quiet, opened: Any) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    speaks = opened.window.messages._announcer
    for words in ("One thing", " and another."):
        strike(words)
        page.flush()
        speaks._later.stop()
        strike(" ")
        assert speaks._later.isActive(), "each key puts it off"
    page.flush()
    assert quiet() == ["Saved."]
    assert quiet() == []


def test_what_is_contested_is_said_when_it_comes_and_when_it_is_settled(
    opened: Any, quiet: Quiet, qtbot: QtBot, tmp_path: Path
) -> None:
    mine = opened.desk.workspace
    with closing(joined(mine, colleague("Bob", tmp_path), tmp_path)) as theirs:
        field = f"{mine.case_id('C01')}/2.1.1"
        for workspace, answer in ((mine, "no"), (theirs, "yes")):
            workspace.editor.set("judgement", field, "answer", answer)
        quiet()
        handoffs.import_(mine, [given(theirs, "Ruth Ashdown", tmp_path / "b.handoff")])
    qtbot.waitUntil(lambda: opened.desk.contested == 1)
    assert quiet() == ["1 contested. Saved."]
    mine.editor.set("judgement", field, "answer", "no")
    assert quiet() == ["Nothing contested. Saved."]


def test_long_work_is_said_when_it_begins_and_ends_and_short_work_is_not(
    opened: Any, quiet: Quiet, qtbot: QtBot
) -> None:
    line = JobLine(opened.program.jobs, "The report", opened.desk)

    def run(work: Callable[[Ticket], object], *, long: bool) -> list[str]:
        line.run("Making it", work, lambda _: None)
        if long:
            line._long.timeout.emit()
        said = quiet()
        qtbot.waitUntil(lambda: not line.busy)
        return [*said, *quiet()]

    def refuse(_ticket: Ticket) -> None:
        raise Expected(Code.DISK_FULL, where="/somewhere")

    assert run(lambda _: None, long=False) == []
    assert run(lambda _: None, long=True) == ["Making it: begun.", "Making it: done."]
    begun, failed = run(refuse, long=True)
    assert (begun, failed.startswith("The disk is full")) == ("Making it: begun.", True)


def test_a_lock_says_why_a_passphrase_is_asked_for(opened: Any, quiet: Quiet) -> None:
    opened.window.remark("C02 is Bob's case.")
    opened.shell.lock()
    opened.wait_for("Unlock")
    assert quiet() == ["Locked. Type your passphrase to continue."]


def test_what_the_palette_finds_is_said_while_the_keyboard_stays_in_its_box(opened: Any, quiet: Quiet) -> None:
    opened.press("Ctrl+K")
    assert quiet() == []
    strike("seal")
    assert quiet() == ["Seal the ratings, Ctrl+Alt+S, 1 of 4."]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert quiet()[0].endswith(", 2 of 4.")
    strike("xq")
    assert quiet() == ["Find “sealxq” in all notes, Ctrl+Shift+F, 1 of 1."]
