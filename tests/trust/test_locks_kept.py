"""Whatever this program reads beside it, an inspection that it has open stays locked for other programs.

Locks are the process's: to close any handle of a file lets go of all that the process has locked in it.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.listed import is_taken
from inspector_app.core.services.safekeeping import checking, recovering, rehearsing, shelf
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.safekeeping.still import look_into
from tests.trust.test_odd_paths import NAMED

_LOCKS = Path("/proc/locks")
linux = pytest.mark.skipif(not _LOCKS.exists(), reason="only Linux lists which locks a process holds")

# Another program: what it may begin, and what it leaves of the log when it closes the file as the last one would.
_ANOTHER = """
import sys
from sqlcipher3 import dbapi2 as sqlite
file = sqlite.connect(sys.argv[1], isolation_level=None, timeout=0)
file.execute(f"PRAGMA key = \\"x'{sys.stdin.read()}'\\"")
try:
    file.execute("BEGIN IMMEDIATE")
    file.execute("ROLLBACK")
    print("wrote")
except sqlite.OperationalError as no:
    print(no)
file.close()
"""


def locks(path: Path) -> set[tuple[str, ...]]:
    """What this process has locked in a file and in the index of its log: in which, how, and from where to where."""
    names = {str(one.stat().st_ino): one.suffix for one in beside.together(path) if one.exists()}
    lines = (line.split() for line in _LOCKS.read_text(encoding="ascii").splitlines())
    return {
        (names[number], *line[3:4], *line[6:])
        for line in lines
        if line[4] == str(os.getpid()) and (number := line[5].rpartition(":")[2]) in names
    }


def another(workspace: Workspace) -> str:
    """What another program hears that would write into the file now."""
    key = workspace.key.key.hex() + workspace.id
    called = [sys.executable, "-c", _ANOTHER, str(workspace.path)]
    return subprocess.run(called, input=key, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def held(workspace: Workspace) -> Workspace:
    """An inspection that a window has open, and in which something was done."""
    workspace.back_up(Why.ASKED)
    workspace.hold()
    workspace.editor.set("inspection", "inspection", "notice", "more")
    return workspace


def _linked(path: Path, into: Path) -> Path:
    into.symlink_to(path)
    return into


def _of_two_names(path: Path, into: Path) -> Path:
    os.link(path, into)
    return into


NAMES: dict[str, Callable[[Path, Path], Path]] = {
    "itself": lambda path, _: path,
    "its log": lambda path, _: beside.log_of(path),
    "the index of its log": lambda path, _: beside.index_of(path),
    "a link to it": _linked,
    "another name of it": _of_two_names,
}


@linux
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("named", NAMED)
def test_whatever_is_done_with_its_file_no_lock_of_the_open_inspection_is_let_go(
    held: Workspace, tmp_path: Path, named: str, name: str
) -> None:
    path = NAMES[name](held.path, tmp_path / "one.inspection")
    before = locks(held.path)
    assert len(before) == 2
    with suppress(Expected):
        NAMED[named](held, path)
    assert locks(held.path) >= before
    held.editor.set("inspection", "inspection", "notice", "and more")


def _opened_again(workspace: Workspace) -> None:
    Workspace.open(workspace.laptop, workspace.path).close()


def _recovered(workspace: Workspace) -> None:
    recovering.recover(workspace.laptop, workspace.path, workspace.laptop.new_path("Recovered"))


BESIDE: dict[str, Callable[[Workspace], object]] = {
    "a restore is rehearsed": lambda w: rehearsing.rehearse(w.laptop, w.path),
    "it is checked": lambda w: checking.check_file(w.laptop, w.path),
    "it is asked what would go with it": lambda w: shelf.what_goes(w.laptop, w.key.id),
    "it is opened again and closed": _opened_again,
    "what can be read of it goes into another": _recovered,
    "the list asks whether it is there": lambda w: is_taken(w.key),
    "it is looked into before anything was written": lambda w: look_into(w.path, w.key.id, w.key.key).close(),
}


@linux
@pytest.mark.parametrize("act", BESIDE)
def test_whatever_the_program_does_beside_it_the_open_inspection_stays_locked(held: Workspace, act: str) -> None:
    before = locks(held.path)
    for _ in range(3):
        BESIDE[act](held)
        assert locks(held.path) == before
    assert another(held) == "wrote"
    held.editor.set("inspection", "inspection", "notice", "and more")
    assert not held.moved


@linux
def test_one_that_nothing_was_written_into_yet_stays_locked_too(held: Workspace) -> None:
    held.close()
    with closing(Workspace.open(held.laptop, held.path, window=True)) as opened:
        for act in BESIDE.values():
            before = locks(opened.path)
            assert before
            act(opened)
            assert locks(opened.path) >= before


def test_nobody_else_writes_while_one_writes_who_has_the_file_open_twice(held: Workspace) -> None:
    with held.database.write():
        assert "locked" in another(held)
        Database(held.path, held.key.id, held.key.key).close()
        with suppress(Expected):
            NAMED["a card"](held, beside.index_of(held.path))
        assert "locked" in another(held)


@linux
def test_handles_that_may_not_be_closed_yet_are_used_again_and_closed_with_the_file(held: Workspace) -> None:
    def handles() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    for act in BESIDE.values():
        act(held)
    before = handles()
    for act in (*BESIDE.values(), *BESIDE.values()):
        act(held)
    assert handles() == before
    held.close()
    opened = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.exists()]
    assert not [one for one in opened if one.startswith(str(held.path))]


@linux
def test_a_file_that_could_not_be_opened_leaves_no_handle(held: Workspace, tmp_path: Path) -> None:
    bad = tmp_path / "bad.inspection"
    bad.write_bytes(bytes.fromhex(held.id) + bytes(8192))
    for _ in range(3):
        with pytest.raises(Expected):
            Database(bad, held.key.id, held.key.key)
    opened = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.exists()]
    assert str(bad) not in opened
