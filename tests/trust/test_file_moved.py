"""The file is deleted, moved, replaced or robbed of its log while it is open: nothing is acknowledged that is not safe."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.storage import beside

NOTICE = ("inspection", "inspection", "notice")


def refused(attempt: Callable[..., object], *arguments: object) -> Code:
    with pytest.raises(Expected) as error:
        attempt(*arguments)
    return error.value.code


def notice(workspace: Workspace) -> str:
    return workspace.inspection().notice


@pytest.fixture
def older(workspace: Workspace, laptop: Laptop, tmp_path: Path) -> Path:
    """A copy of the file as it was before the last edit."""
    workspace.close()
    return Path(shutil.copy(workspace.path, tmp_path / "older"))


@pytest.fixture
def opened(older: Path, workspace: Workspace, laptop: Laptop) -> Workspace:
    """The workspace open, with an edit in its log."""
    found = Workspace.open(laptop, workspace.path)
    found.editor.set(*NOTICE, "acknowledged")
    return found


def deleted(path: Path, older: Path) -> None:
    path.unlink()


def moved(path: Path, older: Path) -> None:
    path.rename(path.with_name("elsewhere.inspection"))


def moved_with_its_log(path: Path, older: Path) -> None:
    for part in beside.together(path):
        part.rename(part.with_name(part.name.replace(path.name, "elsewhere.inspection")))


def replaced(path: Path, older: Path) -> None:
    Path(shutil.copy(older, path.with_name("x"))).replace(path)


def folder_renamed(path: Path, older: Path) -> None:
    path.parent.rename(path.parent.with_name("another"))


def log_deleted(path: Path, older: Path) -> None:
    beside.log_of(path).unlink()


def index_replaced(path: Path, older: Path) -> None:
    index = beside.index_of(path)
    Path(shutil.copy(index, index.with_name("x"))).replace(index)


def linked_to_itself(path: Path, older: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def linked_to_nothing(path: Path, older: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def a_folder(path: Path, older: Path) -> None:
    path.unlink()
    path.mkdir()


def a_log_that_is_a_folder(path: Path, older: Path) -> None:
    beside.log_of(path).unlink()
    beside.log_of(path).mkdir()


WAYS = (deleted, moved, moved_with_its_log, replaced, folder_renamed, log_deleted, index_replaced)
ODD = (linked_to_itself, linked_to_nothing, a_folder, a_log_that_is_a_folder)


@pytest.mark.parametrize("way", [*WAYS, *ODD])
def test_nothing_is_acknowledged_once_the_path_leads_elsewhere_and_all_before_it_can_be_read_and_copied(
    way: Callable[[Path, Path], None], opened: Workspace, older: Path, laptop: Laptop
) -> None:
    way(opened.path, older)
    assert opened.database.moved()
    for _ in range(3):
        assert refused(opened.editor.set, *NOTICE, "typed afterwards") is Code.FILE_MOVED
    assert refused(drafts.keep, opened, "draft", "x") is Code.FILE_MOVED
    assert notice(opened) == "acknowledged"
    kept = opened.back_up()
    opened.close()
    copy = Workspace.open(laptop, kept)
    assert notice(copy) == "acknowledged"
    assert copy.problems() == []
    copy.close()


@pytest.mark.parametrize("way", WAYS)
def test_closing_a_file_that_went_away_keeps_all_of_it_in_a_backup(
    way: Callable[[Path, Path], None], opened: Workspace, older: Path, laptop: Laptop
) -> None:
    way(opened.path, older)
    opened.close()
    kept = Workspace.open(laptop, opened.backups()[-1])
    assert notice(kept) == "acknowledged"
    kept.close()
    assert opened.backups()[-1].stem.endswith("-moved")


def test_what_was_put_in_the_place_of_an_open_file_is_sound_when_the_first_was_closed(
    opened: Workspace, older: Path, laptop: Laptop
) -> None:
    replaced(opened.path, older)
    opened.close()
    assert opened.path.read_bytes() == older.read_bytes()
    assert [p.name for p in opened.path.parent.iterdir()] == [opened.path.name]
    found = Workspace.open(laptop, opened.path)
    assert notice(found) == ""
    assert found.problems() == []
    found.close()


def test_a_file_that_was_moved_is_whole_when_it_was_closed(opened: Workspace, older: Path, laptop: Laptop) -> None:
    moved(opened.path, older)
    opened.close()
    found = Workspace.open(laptop, opened.path.with_name("elsewhere.inspection"))
    assert notice(found) == "acknowledged"
    found.close()


def test_a_file_moved_back_is_written_again(opened: Workspace, older: Path) -> None:
    away = opened.path.with_name("away")
    opened.path.rename(away)
    assert refused(opened.editor.set, *NOTICE, "x") is Code.FILE_MOVED
    away.rename(opened.path)
    opened.editor.set(*NOTICE, "written again")
    assert notice(opened) == "written again"
    opened.close()


def test_reading_in_another_thread_never_reads_the_file_that_took_the_place(opened: Workspace, older: Path) -> None:
    with opened.database.read():  # the connection that was there for reading is in use
        replaced(opened.path, older)
        assert notice(opened) == "acknowledged"
    opened.close()


def test_a_link_to_the_file_that_is_turned_elsewhere_is_noticed(
    workspace: Workspace, laptop: Laptop, older: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.inspection"
    link.symlink_to(workspace.path)
    opened = Workspace.open(laptop, link)
    opened.editor.set(*NOTICE, "through the link")
    link.unlink()
    link.symlink_to(older)
    assert refused(opened.editor.set, *NOTICE, "x") is Code.FILE_MOVED
    opened.close()


def test_a_new_file_is_not_made_beside_the_log_of_another(opened: Workspace, older: Path, laptop: Laptop) -> None:
    deleted(opened.path, older)
    start = opened.inspection().start
    assert refused(Workspace.create, laptop, opened.path, "iyjwcv-2025", "New", start) is Code.FILE_EXISTS
    assert laptop.new_path("Wexborough Youth Justice Service") != opened.path
    opened.close()
