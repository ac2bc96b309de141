"""Joining an inspection from a colleague's package: who it is from is shown first."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.trust import Standing
from inspector_app.core.interchange import document
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read
from inspector_app.ui import ask
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.handoff.join import Join
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.window.desk import Desk
from tests.ui.colleagues import PASSPHRASE, colleague, joined
from tests.ui.conftest import Spoken


@pytest.fixture
def page(run: Callable[[Laptop], Any], bob: Laptop) -> tuple[Any, Join]:
    """Bob's window, at the page where one joins."""
    bob.lock()
    driver = run(bob)
    driver.start()
    driver.unlock()
    start = driver.wait_for(Start)
    start._join.click()
    return driver, driver.wait_for(Join)


def choose(qtbot: QtBot, page: Join, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "open_file", lambda *_: path)
    page.choose.click()
    qtbot.waitUntil(lambda: not page.line.busy)


def start_for(workspace: Workspace, bob: Laptop, path: Path) -> Path:
    team.add(workspace, team.read_card(bob.folder.parent / "Bob.card"))
    handoffs.export(workspace, path, to=["Bob"], everything=True)
    return path


def test_joining_shows_the_senders_key_in_twelve_groups_and_then_the_inspection(
    qtbot: QtBot,
    workspace: Workspace,
    bob: Laptop,
    page: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver, join = page
    choose(qtbot, join, start_for(workspace, bob, tmp_path / "start.handoff"), monkeypatch)
    assert join.what.text() == "Inspection of Wexborough Youth Justice Service"
    assert join.who.text() == "Ruth Ashdown. The card says: Lead inspector"
    assert " ".join(join.key.groups.text().split()) == workspace.laptop.fingerprint()
    assert len(join.key.groups.text().split()) == 12
    assert bob.workspaces() == []
    assert join.join.hasFocus()
    assert not join.mine.isVisible(), "one key to compare, and not two"
    join.join.click()
    driver.wait_for(Desk)
    assert driver.window.messages.shown.words.text().startswith("You have joined. No case is yours yet. Each evening")
    theirs = driver.desk.workspace
    assert {row.ref for row in theirs.case_rows()} == {"C01", "C02", "C03", "V01"}
    assert [m.name for m in team.members(theirs)] == ["Ruth Ashdown", "Bob"]
    assert document.write(theirs.inspection()) == document.write(workspace.inspection())


def test_a_framework_that_differs_is_named_with_its_differences_and_needs_a_yes(
    qtbot: QtBot, workspace: Workspace, bob: Laptop, page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, join = page
    with workspace.database.write() as connection:
        kept = read.meta(connection)["framework_text"]
        text = json.loads(kept)
        text["version"] += 1
        read.put_meta(connection, {"framework_text": json.dumps(text)})
    choose(qtbot, join, start_for(workspace, bob, tmp_path / "start.handoff"), monkeypatch)
    assert workspace.framework.title in join.differs.text()
    assert "  • " in join.differs.text()
    assert str(text["version"]) in join.differs.text()
    assert not join.join.isEnabled()
    join.use_it.setChecked(True)
    assert join.join.isEnabled()
    join.join.click()
    driver.wait_for(Desk)
    assert len(driver.desk.workspace.case_rows()) == 4


def test_the_framework_that_one_has_is_not_asked_about(
    qtbot: QtBot, workspace: Workspace, bob: Laptop, page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, join = page
    choose(qtbot, join, start_for(workspace, bob, tmp_path / "start.handoff"), monkeypatch)
    assert join.join.isEnabled()
    assert not join.differs.isVisible()
    assert not join.use_it.isVisible()


def test_whom_somebody_else_than_the_lead_introduces_waits_and_that_is_said_before(
    qtbot: QtBot, workspace: Workspace, bob: Laptop, page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, join = page
    ann = joined(workspace, colleague("Ann", tmp_path), tmp_path)
    team.add(ann, bob.card())
    handoffs.export(ann, tmp_path / "by ann.handoff", to=["Bob"], everything=True)
    ann.close()
    choose(qtbot, join, tmp_path / "by ann.handoff", monkeypatch)
    assert "wait for you to accept them: Ruth Ashdown" in join.others.text()
    join.join.click()
    driver.wait_for(Desk)
    rows = {row.name: row.standing for row in handoffs.rows(driver.desk.workspace)}
    assert (rows["Ann"], rows["Ruth Ashdown"]) == (Standing.ACCEPTED, Standing.WAITING)


def test_a_package_sealed_with_a_passphrase_asks_for_it(
    qtbot: QtBot, workspace: Workspace, page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    driver, join = page
    path = tmp_path / "start.handoff"
    handoffs.export(workspace, path, passphrase=PASSPHRASE)
    choose(qtbot, join, path, monkeypatch)
    assert join.passphrase.isVisible()
    QTest.keyClicks(join.box, "not this one at all")
    join.open_it.click()
    qtbot.waitUntil(lambda: not join.line.busy)
    assert "does not open with this passphrase" in told.last
    assert not join.join.isVisible()
    join.box.setText(PASSPHRASE)
    join.open_it.click()
    qtbot.waitUntil(lambda: not join.line.busy)
    join.join.click()
    driver.wait_for(Desk)
    assert len(driver.desk.workspace.case_rows()) == 4


def test_a_package_that_is_no_start_is_refused_in_place_and_leaves_no_file(
    qtbot: QtBot,
    workspace: Workspace,
    bob: Laptop,
    page: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Spoken,
) -> None:
    _, join = page
    start_for(workspace, bob, tmp_path / "start.handoff")
    part = tmp_path / "part.handoff"
    handoffs.export(workspace, part, to=["Bob"], receipt=True)
    choose(qtbot, join, part, monkeypatch)
    join.join.click()
    qtbot.waitUntil(lambda: not join.line.busy)
    assert "does not hold the whole inspection" in told.last
    assert list(bob.workspaces_folder.glob("*")) == []
    assert join.choose.isEnabled()


def test_what_is_no_package_is_refused_in_place(
    qtbot: QtBot,
    workspace: Workspace,
    bob: Laptop,
    page: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Spoken,
) -> None:
    _, join = page
    strange = tmp_path / "x.handoff"
    strange.write_bytes(b"hello")
    choose(qtbot, join, strange, monkeypatch)
    assert "is not a hand-off package" in told.last
    assert not join.join.isVisible()
    strange.unlink()
    choose(qtbot, join, start_for(workspace, bob, tmp_path / "start.handoff"), monkeypatch)
    assert not page[0].window.messages.shown.isVisible(), "what was wrong with the one before is said no longer"


def test_cancelling_while_joining_leaves_no_inspection_behind(
    qtbot: QtBot, workspace: Workspace, bob: Laptop, page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, join = page
    choose(qtbot, join, start_for(workspace, bob, tmp_path / "start.handoff"), monkeypatch)
    join.join.click()
    join.line.cancel.click()
    qtbot.waitUntil(lambda: not join.line.busy)
    assert list(bob.workspaces_folder.glob("*")) == []


def test_who_cancels_when_it_has_come_about_is_in_the_inspection_and_not_told_that_nothing_was_changed(
    qtbot: QtBot, workspace: Workspace, bob: Laptop, page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stood in the list of inspections, and the window said “Stopped. Nothing was changed.”"""
    driver, join = page
    choose(qtbot, join, start_for(workspace, bob, tmp_path / "start.handoff"), monkeypatch)
    done = handoffs.join

    def too_late(*given: Any, **how: Any) -> object:
        made = done(*given, **how)
        given[4].cancel()
        return made

    monkeypatch.setattr(handoffs, "join", too_late)
    join.join.click()
    driver.wait_for(Desk)
    assert driver.window.messages.shown.words.text().startswith("You have joined.")
    assert [row.service for row in bob.workspaces()] == ["Wexborough Youth Justice Service"]


def test_back_leads_to_the_list_of_inspections(page: Any) -> None:
    driver, join = page
    join.back.click()
    driver.wait_for(Start)


def test_it_comes_into_view_with_large_letters_in_the_width_there_is_and_follows_to_small_ones(
    page: tuple[Any, Join], qtbot: QtBot
) -> None:
    driver, join = page
    join.back.click()
    driver.window.resize(1366, 768)
    driver.window.change_look("light", 200)
    with qtbot.waitSignal(driver.window.look_changed):
        pass
    driver.wait_for(Start)._join.click()
    made = driver.wait_for(Join)
    qtbot.settle()
    assert made.verticalScrollBar().isVisible()
    assert made.horizontalScrollBar().maximum() == 0
    driver.window.change_look("light", 100)
    with qtbot.waitSignal(driver.window.look_changed):
        pass
    qtbot.settle()
    assert made.mine.body.contentsMargins().left() == theme.px(sizes.APART)
    assert made.back.x() - made.choose.geometry().right() - 1 == theme.px(sizes.CLOSE)
