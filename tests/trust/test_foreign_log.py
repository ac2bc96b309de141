"""A write-ahead log that lies beside a file is looked into before the file is written: it may be of another state of it."""

import random
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside
from inspector_app.core.storage.safekeeping import check
from inspector_app.core.storage.safekeeping.still import Still, look_into

NOTICE = ("inspection", "inspection", "notice")


def edits(workspace: Workspace, count: int, word: str) -> None:
    case = workspace.case_rows()[0].id
    for number in range(count):
        item = f"{case}/2.1.{1 + number % 3}/{'abc'[number % 3]}"
        workspace.editor.set("prompt", item, "note", f"{word} {number} " + word[0] * 900)


def images(workspace: Workspace) -> tuple[bytes, bytes]:
    """The file and its log, as a power cut would leave them."""
    return workspace.path.read_bytes(), beside.log_of(workspace.path).read_bytes()


def lay(path: Path, file: bytes, log: bytes | None) -> None:
    beside.remove(path)
    path.write_bytes(file)
    if log is not None:
        beside.log_of(path).write_bytes(log)


def opened(laptop: Laptop, path: Path, *, window: bool = False) -> str:
    """The last text and what is wrong, or the refusal; a refused file is left as it is."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir()}
    try:
        found = Workspace.open(laptop, path, window=window)
    except Expected as error:
        changed = {p.name: p.read_bytes() for p in path.parent.iterdir()} != before
        return "refused" if error.code is Code.FILE_DAMAGED and not changed else f"{error.code}, changed: {changed}"
    try:
        assert found.problems() == []
        found.editor.set(*NOTICE, "goes on")
        assert found.problems() == []
        return str(len(found.inspection().prompts))
    finally:
        found.close()


@pytest.mark.parametrize("window", [False, True])
def test_a_window_takes_the_log_of_a_killed_program_that_belongs_to_the_file(
    window: bool, states: dict[str, bytes], workspace: Workspace, laptop: Laptop
) -> None:
    lay(workspace.path, states["file"], states["log"])
    assert opened(laptop, workspace.path, window=window) != "refused"
    assert not beside.has_log(workspace.path)


@pytest.fixture
def states(workspace: Workspace, laptop: Laptop) -> dict[str, bytes]:
    """An older file; a newer one with its log; and the newest, with the log folded in."""
    edits(workspace, 40, "early")
    workspace.close()
    older = workspace.path.read_bytes()
    later = Workspace.open(laptop, workspace.path)
    edits(later, 9, "later")
    file, log = images(later)
    edits(later, 9, "and on")
    later.close()
    return {"older": older, "file": file, "log": log, "newest": workspace.path.read_bytes()}


def test_a_log_that_belongs_to_its_file_is_taken(
    states: dict[str, bytes], workspace: Workspace, laptop: Laptop
) -> None:
    lay(workspace.path, states["file"], states["log"])
    assert opened(laptop, workspace.path) != "refused"


def test_a_log_that_another_program_folds_in_between_two_looks_is_no_foreign_one(
    states: dict[str, bytes], workspace: Workspace, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_into(*of: Any) -> Still:
        found = look_into(*of)
        monkeypatch.undo()
        lay(workspace.path, states["newest"], states["log"])  # as it went on, and while it still has the file open
        monkeypatch.setattr(check, "look_into", closed)
        return found

    def closed(*of: Any) -> Still:
        lay(workspace.path, states["newest"], None)
        return look_into(*of)

    lay(workspace.path, states["file"], states["log"])
    monkeypatch.setattr(check, "look_into", looked_into)
    with closing(Workspace.open(laptop, workspace.path)) as there:
        assert there.problems() == []


@pytest.mark.parametrize("window", [False, True])
@pytest.mark.parametrize("which", ["older", "newest"])
def test_a_log_left_over_from_another_state_of_the_file_is_refused_before_anything_is_written(
    which: str, window: bool, states: dict[str, bytes], workspace: Workspace, laptop: Laptop
) -> None:
    if which == "older":  # what the log begins from was folded into the file first
        later = Workspace.open(laptop, workspace.path)
        edits(later, 3, "last")
        _, states["log"] = images(later)
        later.close()
    lay(workspace.path, states[which], states["log"])
    assert opened(laptop, workspace.path, window=window) == "refused"
    lay(workspace.path, states[which], None)
    assert opened(laptop, workspace.path, window=window) != "refused", "the file alone is sound"


def test_a_restore_moves_a_foreign_log_aside_with_its_file_and_takes_nothing_of_it(
    states: dict[str, bytes], workspace: Workspace, laptop: Laptop
) -> None:
    lay(workspace.path, states["newest"], None)
    with closing(Workspace.open(laptop, workspace.path)) as sound:
        sound.back_up()
        kept = sound.backups()
        edits(sound, 5, "last")
    file = workspace.path.read_bytes()
    lay(workspace.path, file, states["log"])
    restored = restoring.restore(laptop, workspace.path)
    assert restored.aside
    assert restored.aside.read_bytes() == file
    assert beside.log_of(restored.aside).read_bytes() == states["log"]
    with closing(Workspace.open(laptop, workspace.path)) as back:
        assert back.problems() == []
        assert back.backups() == kept, "of what does not belong together no backup is made"


def test_the_log_of_another_inspection_is_refused(
    states: dict[str, bytes], workspace: Workspace, make_workspace: object, laptop: Laptop
) -> None:
    other = make_workspace("Other")  # type: ignore[operator]
    other.add_case("C01", "children")
    edits(other, 5, "other")
    _, log = images(other)
    lay(workspace.path, states["older"], log)
    assert opened(laptop, workspace.path) == "refused"


def test_a_log_cut_short_anywhere_reads_as_of_its_last_whole_edit(
    states: dict[str, bytes], workspace: Workspace, laptop: Laptop, seed: int
) -> None:
    chance, log = random.Random(seed), states["log"]
    for cut in (0, 10, 31, 32, 33, 100, *(chance.randrange(len(log)) for _ in range(6)), len(log) - 1):
        lay(workspace.path, states["file"], log[:cut])
        assert opened(laptop, workspace.path) != "refused", cut


def test_a_page_that_was_half_folded_in_when_the_power_went_is_no_damage(
    states: dict[str, bytes], workspace: Workspace, laptop: Laptop
) -> None:
    file, log = bytearray(states["older"]), states["log"]
    lay(workspace.path, states["file"], log)
    Workspace.open(laptop, workspace.path).close()
    folded = workspace.path.read_bytes()
    differing = [n for n in range(0, len(file), 4096) if file[n : n + 4096] != folded[n : n + 4096]]
    for page in differing:
        torn = bytearray(states["file"])
        torn[page : page + 2048] = folded[page : page + 2048]
        lay(workspace.path, bytes(torn), log)
        found = Workspace.open(laptop, workspace.path)
        assert found.problems() == []
        found.close()


def test_beside_a_window_the_log_is_taken_as_it_is(workspace: Workspace, laptop: Laptop, tmp_path: Path) -> None:
    workspace.close()
    window = Workspace.open(laptop, workspace.path, window=True)
    edits(window, 3, "typed")
    command = Workspace.open(laptop, workspace.path)
    command.editor.set(*NOTICE, "by a command")
    command.close()
    assert window.inspection().notice == "by a command"
    assert window.problems() == []
    shutil.copy(workspace.path, tmp_path / "copy")
    (tmp_path / "copy").replace(workspace.path)  # under the window
    with pytest.raises(Expected) as refused:
        Workspace.open(laptop, workspace.path)
    assert refused.value.code is Code.OPEN_ELSEWHERE
    window.close()
