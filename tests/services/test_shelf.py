"""The list of inspections: names and archive of this laptop alone, how each stands, and deleting one for good."""

import errno
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core import claims
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import restoring, shelf
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from inspector_app.ui.words.inspections import what_goes
from tests.services.colleagues import Team

Make = Callable[..., Workspace]


def id_of(workspace: Workspace) -> WorkspaceId:
    return WorkspaceId(workspace.id)


def test_a_name_in_the_list_is_this_laptops_alone(laptop: Laptop, workspace: Workspace) -> None:
    shelf.rename(laptop, id_of(workspace), "  Wexborough,   second try ")
    assert [(row.name, row.service) for row in laptop.workspaces()] == [
        ("Wexborough, second try", "Wexborough Youth Justice Service")
    ]
    assert workspace.inspection().service == "Wexborough Youth Justice Service"
    shelf.rename(laptop, id_of(workspace), "")
    assert laptop.workspaces()[0].name == "Wexborough Youth Justice Service"


def test_an_archived_one_keeps_its_file_and_stays_archived_when_it_is_opened(
    laptop: Laptop, workspace: Workspace
) -> None:
    workspace.close()
    shelf.archive(laptop, id_of(workspace), archived=True)
    Workspace.open(laptop, workspace.path, window=True).close()
    assert [row.archived for row in laptop.workspaces()] == [True]
    shelf.archive(laptop, id_of(workspace), archived=False)
    assert [(row.archived, row.missing) for row in laptop.workspaces()] == [(False, False)]


def test_what_another_program_says_of_it_meanwhile_stays_in_the_list(
    laptop: Laptop, workspace: Workspace, profile: Path, tmp_path: Path
) -> None:
    """A window that was unlocked before opens it, goes on in a copy, and puts a backup of it elsewhere."""
    kept = workspace.back_up()
    workspace.close()
    other = Laptop(profile)
    other.unlock("copper lantern drifts over quiet water")
    shelf.rename(other, id_of(workspace), "Second try")
    shelf.archive(other, id_of(workspace), archived=True)
    moved = workspace.path.rename(tmp_path / "moved.inspection")
    with closing(Workspace.open(laptop, moved, window=True)) as opened:
        shelf.rename(other, id_of(workspace), "Third try")
        opened.go_on_in(tmp_path / "copy.inspection")
    assert [(row.name, row.archived, Path(row.path).name) for row in laptop.workspaces()] == [
        ("Third try", True, "copy.inspection")
    ]
    shelf.rename(other, id_of(workspace), "Fourth try")
    restoring.restore(laptop, tmp_path / "copy.inspection", kept)
    assert [row.name for row in laptop.workspaces()] == ["Fourth try"]


def test_how_it_stands_is_noted_with_its_service_and_survives_locking(laptop: Laptop, workspace: Workspace) -> None:
    assert laptop.workspaces()[0].glance is None
    exchange.import_file(workspace, exchange.sample_document())
    row = laptop.workspaces()[0]
    assert row.glance is not None
    assert (row.service, row.glance.cases, row.glance.judged) == ("Trafford", 24, 24)
    assert [(span.start, span.end) for span in row.glance.spans] == [(date(2025, 3, 24), date(2025, 3, 28))]
    case = workspace.case_id("C07")
    workspace.editor.set("judgement", f"{case}/2.3.2", "answer", None)
    workspace.note_glance()
    laptop.lock()
    laptop.unlock("copper lantern drifts over quiet water")
    noted = laptop.workspaces()[0].glance
    assert noted is not None
    assert (noted.cases, noted.judged) == (24, 23)


def test_nothing_of_the_list_is_in_the_clear(laptop: Laptop, workspace: Workspace) -> None:
    shelf.rename(laptop, id_of(workspace), "Quillhaven")
    shelf.archive(laptop, id_of(workspace), archived=True)
    workspace.note_glance()
    files = [path for path in laptop.folder.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files for word in (b"Quillhaven", b"glance", b"judged") if word in path.read_bytes()]


def test_what_goes_counts_what_no_other_laptop_is_known_to_have(
    laptop: Laptop, workspace: Workspace, people: Team
) -> None:
    workspace.editor.set("inspection", "inspection", "notice", "Only here.")
    workspace.back_up()
    before = shelf.what_goes(laptop, id_of(workspace))
    assert before.known
    assert (before.cases, before.backups) == (len(workspace.case_rows()), 1)
    assert before.only_here > 1
    people.give(people.colleague("Bob"), workspace)
    assert shelf.what_goes(laptop, id_of(workspace)).only_here == 0
    workspace.editor.set("inspection", "inspection", "notice", "Only here again.")
    assert shelf.what_goes(laptop, id_of(workspace)).only_here == 1


def test_of_a_file_that_is_gone_nobody_says_what_was_in_it(laptop: Laptop, workspace: Workspace) -> None:
    workspace.close()
    workspace.path.unlink()
    found = shelf.what_goes(laptop, id_of(workspace))
    assert (found.known, found.cases, found.only_here) == (False, 0, 0)
    shelf.delete(laptop, id_of(workspace))
    assert laptop.workspaces() == []


def test_deleting_takes_files_backups_and_key_and_leaves_the_others(
    laptop: Laptop, workspace: Workspace, make_workspace: Make
) -> None:
    other = make_workspace("Northmoor")
    kept = other.back_up()
    other.close()
    gone = workspace.back_up()
    workspace.close()
    aside = workspace.path.with_name("as it was before.inspection")
    aside.write_bytes(workspace.path.read_bytes())
    shelf.delete(laptop, id_of(workspace))
    assert not any(path.exists() for path in (workspace.path, gone, aside))
    assert [row.service for row in laptop.workspaces()] == ["Northmoor"]
    assert kept.exists()
    assert laptop.key_of(id_of(workspace)) is None
    with closing(Workspace.open(laptop, other.path)) as opened:
        assert opened.inspection().service == "Northmoor"


def test_one_that_is_open_in_a_window_is_not_deleted(laptop: Laptop, workspace: Workspace) -> None:
    workspace.hold()
    with pytest.raises(Expected) as refused:
        shelf.delete(laptop, id_of(workspace))
    assert refused.value.code is Code.OPEN_ELSEWHERE
    assert workspace.path.exists()
    assert [row.missing for row in laptop.workspaces()] == [False]


def in_its_place(laptop: Laptop, first: Workspace) -> Workspace:
    """Another inspection at the path where the first was, whose file somebody moved away by hand."""
    first.close()
    first.path.rename(first.path.with_name("kept elsewhere"))
    return Workspace.create(laptop, first.path, "iyjwcv-2025", "Second", date(2026, 3, 9))


def test_a_name_that_another_entry_may_come_back_to_is_not_given_away(
    laptop: Laptop, workspace: Workspace, make_workspace: Make
) -> None:
    workspace.close()
    workspace.path.rename(workspace.path.with_name("kept elsewhere"))
    again = make_workspace()
    assert again.path != workspace.path
    shelf.delete(laptop, id_of(workspace))
    assert again.path.exists()


def test_deleting_an_entry_leaves_the_file_of_another_that_lies_where_its_own_was(
    laptop: Laptop, workspace: Workspace
) -> None:
    backup = workspace.back_up()
    second = in_its_place(laptop, workspace)
    second.close()
    rows = {row.service: row for row in laptop.workspaces()}
    assert {name: (row.missing, row.taken) for name, row in rows.items()} == {
        "Second": (False, False),
        "Wexborough Youth Justice Service": (True, True),
    }
    found = shelf.what_goes(laptop, id_of(workspace))
    assert (found.known, found.stays) == (False, True)
    assert "stays" in what_goes(found)
    shelf.delete(laptop, id_of(workspace))
    assert not backup.exists()
    assert [row.service for row in laptop.workspaces()] == ["Second"]
    with closing(Workspace.open(laptop, second.path)) as opened:
        assert opened.inspection().service == "Second"


def test_a_file_that_was_laid_over_another_by_hand_is_not_deleted_with_it(
    laptop: Laptop, workspace: Workspace, make_workspace: Make
) -> None:
    other = make_workspace("Northmoor")
    other.close()
    workspace.close()
    other.path.replace(workspace.path)
    shelf.delete(laptop, id_of(workspace))
    with closing(Workspace.open(laptop, workspace.path)) as opened:
        assert opened.inspection().service == "Northmoor"
        assert laptop.key_of(id_of(other)) == opened.key  # and that is where it is from now on


def test_one_whose_place_is_taken_comes_back_from_its_backup_in_a_place_of_its_own(
    laptop: Laptop, workspace: Workspace
) -> None:
    workspace.back_up()
    second = in_its_place(laptop, workspace)
    second.back_up()
    second.close()
    place = restoring.place_for(laptop, id_of(workspace))
    assert place != workspace.path
    restoring.restore(laptop, place)
    with closing(Workspace.open(laptop, place)) as opened:
        assert opened.id == workspace.id
    assert restoring.place_for(laptop, id_of(workspace)) == place
    assert {row.path: row.missing for row in laptop.workspaces()} == {str(place): False, str(second.path): False}


class Refusing:
    """Takes no file away from the n-th on, as a folder that is read only."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
        self.left, self._unlink = after, Path.unlink
        monkeypatch.setattr(Path, "unlink", lambda path, missing_ok=False: self(path, missing_ok))

    def __call__(self, path: Path, missing_ok: bool) -> None:
        if path.suffix in (".inspection", ".backup"):
            if not self.left:
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            self.left -= 1
        self._unlink(path, missing_ok=missing_ok)


def test_a_deletion_that_is_refused_at_once_has_taken_nothing(
    laptop: Laptop, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = [workspace.back_up(), workspace.path]
    workspace.close()
    Refusing(monkeypatch, after=0)
    with pytest.raises(Expected) as refused:
        shelf.delete(laptop, id_of(workspace))
    assert refused.value.code is Code.FOLDER_READ_ONLY
    assert all(path.exists() for path in kept)
    with closing(Workspace.open(laptop, workspace.path)) as opened:
        assert not opened.problems()


def test_a_deletion_that_is_refused_later_says_what_went_and_can_be_gone_on_with(
    laptop: Laptop, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = workspace.back_up()
    workspace.close()
    with monkeypatch.context() as patch:
        Refusing(patch, after=1)
        with pytest.raises(Expected) as refused:
            shelf.delete(laptop, id_of(workspace))
    assert refused.value.code is Code.DELETED_IN_PART
    assert str(workspace.path) in sentence(refused.value)
    assert str(kept) in sentence(refused.value)
    assert "Nothing was changed" not in sentence(refused.value)
    assert [row.missing for row in laptop.workspaces()] == [True]
    restoring.restore(laptop, workspace.path)  # what it was is still in the backup
    shelf.delete(laptop, id_of(workspace))
    assert laptop.workspaces() == []
    assert not kept.exists()


def test_on_a_disk_with_no_room_for_a_claim_it_is_deleted_all_the_same(
    laptop: Laptop, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = workspace.back_up()
    workspace.close()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(claims, "_write", full)
    shelf.delete(laptop, id_of(workspace))
    assert not workspace.path.exists()
    assert not kept.exists()
    assert laptop.workspaces() == []
