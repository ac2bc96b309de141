"""Files that are double-clicked: an inspection, a package of one that is here or is not, an identity card, another file."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import presence
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.handoff.join import Join
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.window.desk import Desk
from tests.ui.colleagues import colleague, given, joined

ENDINGS = (".inspection", ".json", ".handoff", "")


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


def _free(laptop: Laptop, path: Path) -> bool:
    """Whether no window has the inspection of that file."""
    key = laptop.key_at(path)
    assert key is not None
    return presence.window(laptop.folder, key.id) is None


@pytest.fixture
def others(laptop: Laptop, make_workspace: Callable[..., Workspace]) -> list[Path]:
    """Two more inspections of the laptop, closed."""
    found = []
    for name in ("Ashford", "Brill"):
        with closing(make_workspace(f"{name} Youth Justice Service")) as made:
            found.append(made.path)
    return found


def test_of_several_given_at_once_the_last_is_open_and_no_other(
    opened: Any, laptop: Laptop, others: list[Path], qtbot: QtBot
) -> None:
    first = opened.desk.workspace.path
    for path in (others[0], others[1], others[1]):  # and a double click too many
        opened.shell.open_given(path)
    qtbot.waitUntil(lambda: opened.shell.desk is not None and not opened.program.jobs.busy)
    assert opened.desk.workspace.path == others[1]
    assert _free(laptop, others[0])
    assert _free(laptop, first)


def test_what_the_list_was_opening_does_not_stay_open_behind_what_is_given(
    opened: Any, laptop: Laptop, others: list[Path], qtbot: QtBot
) -> None:
    opened.shell.show_start()
    opened.wait_for(Start).open_wanted.emit(str(others[0]))
    opened.shell.open_given(others[1])
    qtbot.waitUntil(lambda: opened.shell.desk is not None and not opened.program.jobs.busy)
    kept = opened.desk.workspace.path
    assert [path for path in others if not _free(laptop, path)] == [kept]


def test_what_is_open_and_given_again_stays_as_it_is(opened: Any) -> None:
    desk = opened.desk
    opened.shell.open_given(desk.workspace.path)
    assert opened.shell.desk is desk


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def _noise(path: Path) -> None:
    path.write_bytes(os.urandom(100_000))


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_file_of_ours_is_told_of_and_closes_nothing_for_good(
    opened: Any, tmp_path: Path, qtbot: QtBot, subtests: pytest.Subtests
) -> None:
    home = opened.desk.workspace.path
    for number, (make, ending) in enumerate(product((Path.mkdir, _pipe, _link, _noise), ENDINGS)):
        with subtests.test(make.__name__, ending=ending):
            path = tmp_path / f"g\udcffiven{number}{ending}"
            make(path)
            opened.shell.open_given(path)
            page = opened.wait_for(Start)
            qtbot.waitUntil(lambda page=page: bool(page._wrong.text()) and not opened.program.jobs.busy)
            opened.shell.open_given(home)
            opened.wait_for(Desk)
