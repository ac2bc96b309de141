"""Files that are double-clicked: an inspection, a package of one that is here or is not, an identity card, another file."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.handoff.join import Join
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.window.desk import Desk
from tests.ui.colleagues import colleague, given, joined


@pytest.fixture
def bob(profile: Path, tmp_path: Path) -> Laptop:
    return colleague("Bob", tmp_path)


@pytest.fixture
def double_click(run: Callable[[Laptop], Any]) -> Callable[[Laptop, Path], Any]:
    """A window that is opened with a file, and unlocked."""

    def double_click(laptop: Laptop, path: Path) -> Any:
        laptop.lock()
        driver = run(laptop)
        driver.start(path)
        driver.unlock()
        return driver

    return double_click


def test_an_inspection_opens(laptop: Laptop, workspace: Workspace, double_click: Any) -> None:
    path = workspace.path
    workspace.close()
    driver = double_click(laptop, path)
    driver.wait_for(Desk)
    assert driver.desk.workspace.path == path


def test_a_package_of_an_inspection_that_is_here_shows_there_what_it_would_do(
    qtbot: QtBot, laptop: Laptop, workspace: Workspace, bob: Laptop, tmp_path: Path, double_click: Any
) -> None:
    theirs = joined(workspace, bob, tmp_path)
    entity, item = theirs.item("C01", "2.1.1")
    theirs.editor.do(item, [Edit(entity, item, "answer", "yes")])
    package = given(theirs, "Ruth Ashdown", tmp_path / "From Bob.HANDOFF")
    theirs.close()
    path = workspace.path
    workspace.close()
    driver = double_click(laptop, package)
    driver.wait_for(Desk)
    take = driver.desk.page("handoff").take
    qtbot.waitUntil(lambda: bool(take.preview.text()))
    assert driver.desk.workspace.path == path
    assert "Bob" in take.preview.text()
    assert take.bring.isVisible()
    assert driver.desk.workspace.judgements() == {}, "nothing is taken before a person says so"


def test_a_package_of_an_inspection_that_is_not_here_shows_whom_one_would_join_by(
    qtbot: QtBot, workspace: Workspace, bob: Laptop, tmp_path: Path, double_click: Any
) -> None:
    team.add(workspace, bob.card())
    handoffs.export(workspace, tmp_path / "start.handoff", everything=True)
    page = double_click(bob, tmp_path / "start.handoff").wait_for(Join)
    qtbot.waitUntil(lambda: page.join.isVisible())
    assert page.what.text() == "Inspection of Wexborough Youth Justice Service"
    assert bob.workspaces() == []


def test_a_package_that_a_passphrase_opens_asks_for_it(
    qtbot: QtBot, workspace: Workspace, bob: Laptop, tmp_path: Path, double_click: Any
) -> None:
    handoffs.export(workspace, tmp_path / "start.handoff", everything=True, passphrase="otter bridge nine slate")
    page = double_click(bob, tmp_path / "start.handoff").wait_for(Join)
    qtbot.waitUntil(lambda: page.box.isVisible())


@pytest.mark.parametrize(
    ("name", "said"), [("Bob.card", "is an identity card"), ("broken.handoff", "is not a hand-off package")]
)
def test_another_file_is_told_of_on_the_first_page(
    name: str, said: str, qtbot: QtBot, laptop: Laptop, bob: Laptop, tmp_path: Path, double_click: Any
) -> None:
    (tmp_path / "broken.handoff").write_bytes(b"no package")
    page = double_click(laptop, tmp_path / name).wait_for(Start)
    qtbot.waitUntil(lambda: bool(page._wrong.text()))
    assert name in page._wrong.text()
    assert said in page._wrong.text()


def test_what_the_running_program_is_given_opens_in_place_of_what_is_open(
    opened: Any, laptop: Laptop, make_workspace: Callable[..., Workspace], qtbot: QtBot
) -> None:
    with closing(make_workspace("Ashford Youth Justice Service")) as other:
        path = other.path
    menu = QMenu(opened.window)
    menu.popup(opened.window.pos())
    opened.shell.open_given(path)
    assert not menu.isVisible()
    qtbot.waitUntil(lambda: opened.shell.desk is not None and opened.desk.workspace.path == path)


def test_what_a_locked_program_is_given_waits_for_the_passphrase(
    run: Callable[[Laptop], Any], laptop: Laptop, workspace: Workspace
) -> None:
    path = workspace.path
    workspace.close()
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.wait_for("Unlock")
    driver.shell.open_given(path)
    driver.unlock()
    driver.wait_for(Desk)
    assert driver.desk.workspace.path == path


def test_the_program_listens_for_files_that_the_system_sends(laptop: Laptop, tmp_path: Path) -> None:
    laptop.lock()
    wanted = tmp_path / "Ashford.fieldwork"
    script = f"""
import os
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from inspector_app import app
begin = app.Shell.begin
def began(shell, *given):
    begin(shell, *given)
    QCoreApplication.sendEvent(QCoreApplication.instance(), QFileOpenEvent({str(wanted)!r}))
    print(shell._next, flush=True)
    os._exit(0)  # before there is a window
app.Shell.begin = began
raise SystemExit(app.main([]))
"""
    environment = {**os.environ, "INSPECTOR_HOME": str(laptop.folder)}
    heard = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=100)
    assert str(wanted) in heard.stdout, heard.stderr
