"""What the window does for the open file: backups by themselves, the file moved away, other programs and windows."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.profile import leftovers
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.as_written import AsWritten
from inspector_app.core.storage.log import newest_step
from inspector_app.core.storage.safekeeping import backup
from inspector_app.ui import ask
from inspector_app.ui.controls.telling import refuse
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.places.start.unlock import Unlock
from inspector_app.ui.window.desk import Desk
from tests.ui.test_lock import note, write_a_note

PASSPHRASE = "copper lantern drifts over quiet water"


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    """Never backed up: at its opening it is."""
    shutil.rmtree(workspace.laptop.backups_folder)
    return workspace


def again(workspace: Workspace) -> Workspace:
    """The same inspection, opened by another program of the same laptop."""
    laptop = Laptop(workspace.laptop.folder)
    laptop.unlock(PASSPHRASE)
    return Workspace.open(laptop, workspace.path)


def notice(opened: Any) -> str:
    shown = opened.window.messages.shown
    return shown.words.text() if shown.isVisible() else ""


def whys(workspace: Workspace) -> list[Why]:
    return [kept.why for kept in backup.existing(workspace.backups_place)]


def keeping(opened: Any) -> Any:
    return opened.shell._keeping


# backups


def test_a_backup_is_made_at_opening_and_each_hour_in_which_something_was_done(opened: Any, qtbot: QtBot) -> None:
    workspace = opened.desk.workspace
    qtbot.waitUntil(lambda: whys(workspace) == [Why.OPENING])
    assert keeping(opened)._hourly.interval() == 3_600_000
    keeping(opened)._hourly.timeout.emit()
    qtbot.wait(300)
    assert whys(workspace) == [Why.OPENING]
    workspace.editor.set("inspection", "inspection", "notice", "typed")
    keeping(opened)._hourly.timeout.emit()
    qtbot.waitUntil(lambda: whys(workspace) == [Why.OPENING, Why.HOURLY])


def test_a_backup_that_cannot_be_made_is_said_in_a_sentence(
    run: Callable[[Laptop], Any], laptop: Laptop, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.close()
    laptop.backups_folder.write_text("a file where the folder should be")
    laptop.lock()
    driver = run(laptop)
    driver.start(workspace.path)
    driver.unlock()
    driver.wait_for(Desk)
    qtbot.waitUntil(lambda: str(laptop.backups_folder) in notice(driver))


def test_the_week_board_says_how_old_the_second_copy_is(opened: Any, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened.desk.page("week")
    card, to_check = page.board.team, page.board.to_check

    def said() -> str:
        return " ".join(label.text() for label in card.findChildren(QLabel))

    def overdue() -> list[str]:
        return [label.text() for label in to_check.findChildren(QLabel) if not label.isHidden()][1:]

    assert overdue() == [
        "No second copy is kept: choose a folder for it",
        "Restoring from a backup has never been tried",
    ]
    (tmp_path / "drive").mkdir()
    backups.name_second_folder(opened.desk.workspace.laptop, tmp_path / "drive")
    opened.desk.workspace.editor.set("inspection", "inspection", "notice", "typed")
    keeping(opened)._hourly.timeout.emit()
    qtbot.waitUntil(lambda: f" · {tmp_path / 'drive'}" in said() and "Second copy: today" in said())
    assert overdue() == ["Restoring from a backup has never been tried"]
    link = next(b for b in card.findChildren(QPushButton) if b.text() == "Backups")
    link.click()
    assert opened.desk.current == "restore"


def last_text(workspace: Workspace) -> tuple[str, str, str] | None:
    with workspace.database.read() as connection:
        return newest_step.typed(connection, workspace.laptop.keyring.device, "9")


def test_after_programs_that_were_killed_a_message_leads_to_each_text_that_was_in_hand(
    in_window: Any, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the box of the last one said so, wherever it lay."""
    case = workspace.case_rows()[1].id
    texts = {"then": ("prompt", f"{case}/2.1.1/b", "note"), "now": ("judgement", f"{case}/2.1.1", "rationale")}
    for text in texts.values():
        workspace.editor.set(*text, "In hand.")
    assert last_text(workspace) == texts["now"]
    workspace.editor.set("prompt", f"{case}/2.1.1/c", "answer", "yes")
    assert last_text(workspace) is None, "an answer is no text, and nothing there is marked"
    monkeypatch.setattr(newest_step, "typed", lambda _connection, _device, killed: texts[killed])
    workspace.laptop.settings.set(leftovers.killed_in(workspace.key.id), "then now")
    opened = in_window(workspace)
    assert "in 2 texts marked as recovered" in notice(opened)
    view = opened.desk.page("case").view
    for row in (lambda: view.judgement, lambda: view.rows[1]):
        next(b for b in opened.window.findChildren(QPushButton) if b.text() == "Show" and b.isVisible()).click()
        assert opened.desk.page("case")._hand.row is row()
        assert row().note.when.text().startswith("recovered ")
        assert len(leftovers.moments(opened.desk.workspace.laptop.settings, workspace.key.id)) < 2, "it was shown"
        row().enter_note()
        row().leave_note()
        assert row().note.when.text().startswith("saved ")
    assert notice(opened) == ""
    assert leftovers.moments(opened.desk.workspace.laptop.settings, workspace.key.id) == []


# another program


def test_what_another_program_wrote_is_shown_and_nothing_is_replaced_unseen(opened: Any, qtbot: QtBot) -> None:
    box = write_a_note(opened, qtbot, "begun here")
    workspace = opened.desk.workspace
    qtbot.waitUntil(lambda: note(workspace) == "begun here")
    case = workspace.case_rows()[1].id
    item = f"{case}/2.1.1/a"
    other = again(workspace)
    other.editor.set("prompt", item, "note", "begun here. Written by a command.", over="begun here")
    other.editor.set("prompt", item, "answer", "no")
    box.insertPlainText(" and on")  # before the window has seen it
    opened.desk.flush()
    other.close()
    said = {side.value for conflict in conflicts.conflicts(workspace) for side in conflict.sides}
    assert said == {"begun here. Written by a command.", "begun here and on"}
    page = opened.desk.page("case")
    qtbot.waitUntil(lambda: page.view.rows[0].answer is Answer.NO)


def test_a_note_that_another_program_wrote_comes_into_a_box_nobody_types_in(opened: Any, qtbot: QtBot) -> None:
    box = write_a_note(opened, qtbot, "begun here")
    opened.desk.flush()
    workspace = opened.desk.workspace
    case = workspace.case_rows()[1].id
    opened.desk.page("case").view.rows[0].setFocus()
    other = again(workspace)
    other.editor.set("prompt", f"{case}/2.1.1/a", "note", "by a command", over="begun here")
    other.close()
    qtbot.waitUntil(lambda: box.toPlainText() == "by a command")
    assert conflicts.count(workspace) == 0


def test_a_second_window_says_where_it_is_open_and_the_first_comes_forward(
    opened: Any, run: Callable[[Laptop], Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    forward: list[bool] = []
    monkeypatch.setattr(opened.window, "come_forward", lambda: forward.append(True))
    path = opened.desk.workspace.path
    second = run(Laptop(opened.desk.workspace.laptop.folder))
    second.start(path)
    second.unlock()
    page = second.wait_for(Start)
    assert isinstance(page, Start)
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert f"{path} is open in another window" in said
    qtbot.waitUntil(lambda: bool(forward))
    opened.shell.show_start()
    second.shell._ways.choosing.open(page, lambda: Workspace.open(second.shell.laptop, path, window=True))
    second.wait_for(Desk)


# the file is not where it was


def deleted(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))


def replaced(path: Path) -> None:
    shutil.copy(path, path.with_name("another"))
    path.with_name("another").replace(path)


@pytest.mark.parametrize("go_away", [deleted, moved, replaced])
def test_a_file_that_goes_away_is_said_at_once_and_typing_goes_on_in_a_saved_copy(
    opened: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, go_away: Callable[[Path], None]
) -> None:
    box = write_a_note(opened, qtbot, "begun")
    opened.desk.flush()
    workspace = opened.desk.workspace
    go_away(workspace.path)
    qtbot.waitUntil(lambda: "deleted, moved or replaced" in notice(opened))
    assert opened.window.said.saved.startswith("Not saved")
    qtbot.waitUntil(lambda: Why.MOVED in whys(workspace) or whys(workspace) == [Why.OPENING])
    box.insertPlainText(" and typed on")
    assert not opened.desk.flush()
    assert box.toPlainText() == "begun and typed on"
    copy = tmp_path / "copy.inspection"
    monkeypatch.setattr(ask, "save_file", lambda *_: copy)
    offer = next(b for b in opened.window.findChildren(QPushButton) if b.text() == "Save a copy…")
    offer.click()
    qtbot.waitUntil(lambda: workspace.path == copy and note(workspace) == "begun and typed on")
    qtbot.waitUntil(lambda: "deleted, moved" not in notice(opened))
    assert opened.window.said.saved.startswith(("Saved", "All saved"))
    box.insertPlainText(", and more")
    opened.press("Ctrl+L")
    opened.wait_for(Unlock)
    opened.unlock()
    opened.wait_for(Desk)
    assert opened.desk.workspace.path == copy
    assert note(opened.desk.workspace) == "begun and typed on, and more"


def test_locking_while_the_file_is_away_keeps_what_was_typed_under_the_lock(
    opened: Any, qtbot: QtBot, laptop: Laptop
) -> None:
    box = write_a_note(opened, qtbot, "begun")
    opened.desk.flush()
    path = opened.desk.workspace.path
    away = path.with_name("away")
    path.rename(away)
    box.insertPlainText(" and typed on")
    opened.press("Ctrl+L")
    opened.wait_for(Unlock)
    assert laptop.locked
    away.rename(path)
    opened.unlock()
    opened.wait_for(Desk)
    boxes = [b for b in opened.window.findChildren(QPlainTextEdit) if b.toPlainText() == "begun and typed on"]
    assert boxes
    qtbot.waitUntil(lambda: note(opened.desk.workspace) == "begun and typed on")


def test_closing_while_the_file_is_away_leaves_all_that_was_saved_in_a_backup(
    opened: Any, qtbot: QtBot, laptop: Laptop, tmp_path: Path
) -> None:
    write_a_note(opened, qtbot, "saved before")
    opened.desk.flush()
    workspace = opened.desk.workspace
    shutil.move(workspace.path, tmp_path / "elsewhere")
    opened.shell.close()
    laptop.unlock(PASSPHRASE)
    kept = Workspace.open(laptop, workspace.backups()[-1])
    assert note(kept) == "saved before"
    kept.close()


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def written_into(path: Path) -> None:
    path.write_bytes(b"Dear all,\n" * 500)


@pytest.mark.parametrize("by_page", [True, False])
def test_no_job_that_comes_upon_a_spoilt_file_takes_away_what_there_is_to_do_about_it(
    opened: Any, qtbot: QtBot, tmp_path: Path, by_page: bool
) -> None:
    """“is damaged; put back a copy” stood there a moment later, and *Recover…* was gone."""
    workspace, page = opened.desk.workspace, opened.desk.in_view
    qtbot.waitUntil(lambda: workspace.learnt and not opened.program.jobs.busy)
    cut(workspace.path)
    damaged = Expected(Code.FILE_DAMAGED, where=workspace.path, detail="malformed")
    refuse(page, damaged) if by_page else opened.shell._tell_of_page(damaged)
    assert "written into by another program" in notice(opened)
    assert [button.text() for button in opened.window.messages.shown.offers] == ["Recover…"]
    refuse(page, Expected(Code.FILE_DAMAGED, where=tmp_path / "another.inspection", detail="malformed"))
    assert "another.inspection is damaged" in notice(opened)


def test_what_is_wrong_with_the_file_is_said_aloud_once_however_many_jobs_come_upon_it(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, said = opened.desk.workspace, list[str]()
    qtbot.waitUntil(lambda: workspace.learnt and not opened.program.jobs.busy)
    cut(workspace.path)
    tell = opened.window.messages.tell
    monkeypatch.setattr(
        opened.window.messages, "tell", lambda words, *of, **how: (said.append(words), tell(words, *of, **how))
    )
    damaged = Expected(Code.FILE_DAMAGED, where=workspace.path, detail="malformed")
    for _ in range(3):
        refuse(opened.desk.in_view, damaged)
    assert len(said) == 1
    opened.window.messages.shown.close_it.click()
    refuse(opened.desk.in_view, damaged)
    assert len(said) == 2, "it is said again where somebody closed it"


@pytest.mark.parametrize("spoil", [cut, written_into])
def test_a_file_that_another_program_writes_into_is_said_at_once_and_typing_goes_on_in_what_is_recovered(
    opened: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], None]
) -> None:
    box = write_a_note(opened, qtbot, "begun")
    opened.desk.flush()
    workspace = opened.desk.workspace
    qtbot.waitUntil(lambda: whys(workspace) == [Why.OPENING])
    keeping(opened).look()
    qtbot.waitUntil(lambda: workspace.learnt)  # in a thread of its own
    spoil(workspace.path)
    qtbot.waitUntil(lambda: "written into by another program" in notice(opened))
    assert "The newest backup: today" in notice(opened)
    assert opened.window.said.saved.startswith("Not saved")
    box.insertPlainText(" and typed on")
    assert not opened.desk.flush()
    assert box.toPlainText() == "begun and typed on"
    new = tmp_path / "new.inspection"
    monkeypatch.setattr(ask, "save_file", lambda *_: new)
    next(b for b in opened.window.findChildren(QPushButton) if b.text() == "Recover…").click()
    qtbot.waitUntil(lambda: workspace.path == new and note(workspace) == "begun and typed on")
    qtbot.waitUntil(lambda: "Recovered: " in notice(opened))
    qtbot.waitUntil(lambda: opened.window.said.saved.startswith(("Saved", "All saved")))
    opened.press("Ctrl+L")
    opened.wait_for(Unlock)
    opened.unlock()
    opened.wait_for(Desk)
    assert opened.desk.workspace.path == new
    assert note(opened.desk.workspace) == "begun and typed on"


def test_what_stands_in_the_file_is_read_off_the_thread_of_the_window(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some ten milliseconds for each ten megabytes: nothing to do between two keys."""
    workspace, threads = opened.desk.workspace, set[int]()
    read = AsWritten._read
    monkeypatch.setattr(AsWritten, "_read", lambda self: (threads.add(threading.get_ident()), read(self))[1])
    workspace.editor.set("inspection", "inspection", "notice", "typed")
    workspace.database.fold_log()
    keeping(opened).look()
    qtbot.waitUntil(lambda: workspace.learnt)
    keeping(opened).look()
    assert threads
    assert threading.get_ident() not in threads


@pytest.mark.parametrize("how", ["by hand", "by Restore"])
def test_an_older_file_put_in_the_place_of_the_newer_one_by_hand_is_said_once(
    laptop: Laptop, workspace: Workspace, in_window: Callable[..., Any], tmp_path: Path, how: str
) -> None:
    older = workspace.back_up()
    workspace.editor.set("finding", "f1", "text", "Backed up, and then gone.")
    workspace.back_up()
    workspace.close()
    if how == "by hand":
        shutil.copy(older, workspace.path)
    else:
        restoring.restore(laptop, workspace.path, older)
    opened = in_window(workspace, first="")
    said = [notice(opened)]
    opened.shell.show_start()
    opened.wait_for(Start).open_wanted.emit(str(workspace.path))
    opened.wait_for(Desk)
    said.append(notice(opened))
    assert ["older than the one that was here" in words for words in said] == [how == "by hand", False]
