"""What the program writes in plain: for its owner alone, where it was asked to, and nowhere else."""

import errno
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core import files
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.documents import exchange, paper
from inspector_app.core.services.handoffs import lost
from inspector_app.core.services.help import fault
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import collections, reports, sealing
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from tests.conftest import PASSPHRASE

NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
Write = Callable[[Workspace, Path], object]
posix = pytest.mark.skipif(os.name == "nt", reason="there the folder decides who may read")


def _report(workspace: Workspace, path: Path) -> None:
    reports.save(reports.draft_findings(workspace.framework, workspace.inspection(), NOON), path, workspace.laptop)


def _pack(workspace: Workspace, path: Path) -> None:
    reports.save(paper.pack(workspace, [workspace.case_id("C01")], filled=True, as_at=NOON), path, workspace.laptop)


def _package(workspace: Workspace, path: Path) -> None:
    handoffs.export(workspace, path, passphrase=PASSPHRASE)


def _record(workspace: Workspace, path: Path) -> None:
    sealing.seal(workspace, path)


def _findings_as(workspace: Workspace, path: Path) -> None:
    made = reports.draft_findings(workspace.framework, workspace.inspection(), NOON, ending=path.suffix)
    reports.save(made, path, workspace.laptop, reports.ENDINGS)


WRITERS: dict[str, Write] = {
    "all.json": exchange.export,
    "all.csv": exchange.export,
    "all.xlsx": exchange.export,
    "report.pdf": _report,
    **{f"report{ending}": _findings_as for ending in (".docx", ".odt", ".html", ".xlsx")},
    "pack.pdf": _pack,
    "all.handoff": _package,
    "ratings.record.json": _record,
    "lost.txt": lambda workspace, path: lost.write_report(workspace.laptop, path, "a text for the report"),
    "fault.txt": lambda workspace, path: fault.save(fault.report(workspace.laptop.folder), path, workspace.laptop),
    "my.card": lambda workspace, path: team.write_card(workspace.laptop, path),
}
every_writer = pytest.mark.parametrize("name", WRITERS)


@pytest.fixture(scope="module", autouse=True)
def _each_document_is_set_once() -> Iterator[None]:
    """What stands in it is no matter of these tests, and to set it most of what writing it costs."""
    kept: dict[str, bytes] = {}

    def once(make: Callable[..., bytes], name: Callable[..., str]) -> Callable[..., bytes]:
        def made(*given: Any, **named: Any) -> bytes:
            called = name(*given)
            if called not in kept:
                kept[called] = make(*given, **named)
            return kept[called]

        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reports, "write", once(reports.write, lambda _report, ending, *_: ending))
        patch.setattr(paper, "pack", once(paper.pack, lambda *_: "pack"))
        yield


@pytest.fixture
def open_mask() -> Iterator[None]:
    """A system that would let everybody read what is made."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture(params=["nameless", "beside"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A disk that has files without a name, and one that has not."""
    if request.param == "beside":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    return str(request.param)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
@every_writer
def test_what_is_written_is_its_owners_alone(
    name: str, workspace: Workspace, tmp_path: Path, open_mask: None, disk: str
) -> None:
    WRITERS[name](workspace, tmp_path / name)
    assert _mode(tmp_path / name) == 0o600
    assert (tmp_path / name).read_bytes()


@posix
@every_writer
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_the_mode_of_a_file_that_is_replaced_is_kept(
    name: str, mode: int, workspace: Workspace, tmp_path: Path, open_mask: None, disk: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    path.chmod(mode)
    WRITERS[name](workspace, path)
    assert _mode(path) == mode
    assert path.read_bytes() != b"old"


@posix
@every_writer
def test_a_link_is_followed_and_stays_one(name: str, workspace: Workspace, tmp_path: Path, disk: str) -> None:
    kept, link, further = tmp_path / "kept", tmp_path / name, tmp_path / f"2-{name}"
    kept.mkdir()
    link.symlink_to(Path("kept") / name)  # where it leads nothing is yet
    further.symlink_to(link)
    for path in (link, further):
        WRITERS[name](workspace, path)
        assert link.is_symlink()
        assert further.is_symlink()
        assert [p.name for p in kept.iterdir()] == [name]
        (kept / name).write_bytes(b"old")
    WRITERS[name](workspace, further)
    assert (kept / name).read_bytes() != b"old"


@posix
@pytest.mark.parametrize("stem", ["n" * 250, "ü" * 125], ids=["250 letters", "125 letters of two bytes"])
@pytest.mark.parametrize("before", [None, b"old"], ids=["new", "replaced"])
def test_a_name_may_be_as_long_as_the_system_lets_it(
    stem: str, before: bytes | None, workspace: Workspace, tmp_path: Path, disk: str
) -> None:
    path = tmp_path / f"{stem}.json"
    assert len(os.fsencode(path.name)) == 255
    if before:
        path.write_bytes(before)
    exchange.export(workspace, path)
    assert exchange.load(path)[1].service == workspace.inspection().service


@posix
@pytest.mark.parametrize("made", ["folder", "pipe", "loop"])
def test_what_is_no_file_is_not_replaced(made: str, tmp_path: Path) -> None:
    path = tmp_path / "there"
    {"folder": path.mkdir, "pipe": lambda: os.mkfifo(path), "loop": lambda: path.symlink_to(path)}[made]()
    with pytest.raises(Expected) as refused:
        files.write_whole(path, b"new")
    assert refused.value.code is (Code.DISK_FAILED if made == "loop" else Code.NOT_A_FILE)
    assert [p.name for p in tmp_path.iterdir()] == ["there"]
    assert path.is_symlink() == (made == "loop")


_KILLED = """
import os, signal, sys
from pathlib import Path
from typing import Any
from inspector_app.core import files
call, path = sys.argv[1], Path(sys.argv[2])
real = getattr(os, call)
def die(*given, **more):
    if call == "replace" and Path(given[1]) != path:  # a claim, which is put in its place too
        return real(*given, **more)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(os, call, die)
files.write_whole(path, b"a child's notes" * 9999, Path(sys.argv[3]))
"""


def _killed_at(call: str, path: Path, profile: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _KILLED, call, str(path), str(profile)], check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has files without a name")
@pytest.mark.parametrize("call", ["fsync", "link"])
@pytest.mark.parametrize("before", [None, b"old"], ids=["new", "replaced"])
def test_nothing_is_left_of_an_export_that_was_killed(
    call: str, before: bytes | None, profile: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    if before:
        (folder / "all.json").write_bytes(before)
    _killed_at(call, folder / "all.json", profile)
    assert [p.read_bytes() for p in folder.iterdir()] == ([before] if before else [])


@posix
def test_what_was_killed_between_name_and_place_is_its_owners_alone_and_gone_at_the_next_start(
    laptop: Laptop, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "all.json").write_bytes(b"old")
    (folder / "all.json").chmod(0o600)
    _killed_at("replace" if sys.platform == "linux" else "fsync", folder / "all.json", laptop.folder)
    left = [p for p in folder.iterdir() if p.name != "all.json"]
    assert {_mode(part) for part in left} == {0o600}
    Laptop(laptop.folder).unlock(PASSPHRASE)
    assert [p.name for p in folder.iterdir()] == ["all.json"]
    assert (folder / "all.json").read_bytes() == b"old"


@posix
@pytest.mark.parametrize("before", [None, b"old"], ids=["new", "replaced"])
@pytest.mark.parametrize("call", ["open", "link", "fsync", "fchmod", "replace", "stat"])
def test_whatever_the_system_refuses_while_one_is_written_it_is_a_sentence_and_what_was_there_is_there(
    call: str, before: bytes | None, tmp_path: Path, profile: Path, disk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At every such call: a right that is taken away, a folder that is removed, a full disk, a drive that goes away."""
    path, real = tmp_path / "out" / "report.pdf", getattr(os, call)
    path.parent.mkdir()
    for number in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.ENOENT, errno.EIO, errno.ENODEV):
        for place in range(12):
            if before is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(before)
            calls = iter(range(place + 1))

            def refusing(
                *given: Any, error: int = number, left: Iterator[int] = calls, of: int = place, **named: Any
            ) -> Any:
                if next(left, None) == of:
                    raise OSError(error, os.strerror(error), str(given[0]))
                return real(*given, **named)

            with monkeypatch.context() as patch:
                patch.setattr(os, call, refusing)
                said = _refusal(path, profile)
            assert said is None or said.endswith(".")
            written = before if said else b"new"
            assert [p.read_bytes() for p in path.parent.iterdir()] == ([written] if written else [])


def _refusal(path: Path, profile: Path) -> str | None:
    """What is said where it cannot be written; None where it was."""
    try:
        files.write_whole(path, b"new", profile)
    except Expected as refused:
        return sentence(refused)
    return None


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, list[Path]]]:
    """Of each writer the folder it was given, and the files that were opened to be written while it wrote."""
    folder = tmp_path_factory.mktemp("watched")
    home = {"INSPECTOR_HOME": str(folder / "profile"), "PYTHONDONTWRITEBYTECODE": "1"}
    line = [sys.executable, "-m", "tests.trust.watched", str(folder)]
    done = subprocess.run(line, env={**os.environ, **home}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return {name: (folder, [Path(path) for path in paths]) for name, paths in found.items()}


@every_writer
def test_nothing_is_written_anywhere_but_where_it_was_asked(
    name: str, opened: dict[str, tuple[Path, list[Path]]]
) -> None:
    """Of a workbook, a library would put every sheet into a temporary file first."""
    folder, written = opened[name]
    asked = {folder / "profile", folder / "out"}
    assert [p for p in written if not asked & {p, *p.parents}] == []
    assert [p for p in written if folder / "out" in (p, *p.parents)], "it would notice"


@every_writer
def test_nothing_that_leaves_takes_the_place_of_what_the_program_keeps(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    laptop, write = workspace.laptop, WRITERS[name]
    elsewhere, unnamed = tmp_path / "theirs.inspection", tmp_path / "unnamed"
    for path in (elsewhere, unnamed):
        path.write_bytes(b"kept")
    known = laptop.key_of(WorkspaceId(workspace.id))
    assert known is not None
    laptop.remember(replace(known, id=WorkspaceId("f" * 32), path=str(unnamed)))
    log = workspace.path.with_name(f"{workspace.path.name}-wal")
    link = tmp_path / name
    for place in (workspace.path, log, laptop.keyring_path, workspace.back_up(), elsewhere, unnamed):
        before = place.read_bytes()
        link.symlink_to(place)
        with pytest.raises(Expected) as caught:
            write(workspace, link)
        assert caught.value.code is Code.IS_KEPT, place
        assert place.read_bytes() == before
        link.unlink()


@every_writer
def test_a_new_name_in_the_profile_folder_or_one_that_the_program_keeps_is_written_nowhere(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    ending = Path(name).suffix
    inside = workspace.laptop.folder / f"new{ending}"
    link = tmp_path / f"link{ending}"
    link.symlink_to(workspace.laptop.folder / "claims" / f"new{ending}")
    for place in (inside, link, workspace.laptop.folder / "backups" / name):
        place.parent.mkdir(exist_ok=True)
        with pytest.raises(Expected) as caught:
            WRITERS[name](workspace, place)
        assert caught.value.code is Code.IS_KEPT, place
        assert not place.exists()


@pytest.mark.parametrize("name", ["copy.inspection", "copy.inspection-wal", "copy.INSPECTION-SHM", "copy.backup"])
def test_nothing_is_written_under_a_name_that_would_be_taken_for_an_inspection_or_its_log(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    for write in (_record, lambda w, path: outgoing.write(path, b"", w.laptop)):
        with pytest.raises(Expected) as caught:
            write(workspace, tmp_path / name)
        assert caught.value.code is Code.IS_KEPT
    assert not (tmp_path / name).exists()


def _fails(*_: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("former", [b"what was there", None])
def test_where_the_disk_fails_at_the_very_end_of_writing_what_was_there_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: str, former: bytes | None, links: bool
) -> None:
    path = tmp_path / "all.json"
    if former is not None:
        path.write_bytes(former)
        path.chmod(0o640)
    if not links:
        _take_away_second_names(monkeypatch)
    monkeypatch.setattr(files, "sync_folder", _fails)
    with pytest.raises(Expected) as caught:
        files.write_whole(path, b"what is new", tmp_path / "profile")
    assert caught.value.code is Code.DISK_FAILED
    assert (path.read_bytes() if path.exists() else None) == former
    assert former is None or os.name == "nt" or _mode(path) == 0o640
    assert [found.name for found in tmp_path.iterdir()] == (["all.json"] if former else [])


def test_on_a_disk_without_second_names_a_refusal_puts_the_former_file_back(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "one", tmp_path / "two"]
    paths[0].write_bytes(b"former")
    _take_away_second_names(monkeypatch)
    written = outgoing.written([(path, b"new") for path in paths], laptop)
    written.__enter__()
    assert [path.read_bytes() for path in paths] == [b"new", b"new"]
    assert not written.__exit__(ZeroDivisionError, ZeroDivisionError(), None)
    assert paths[0].read_bytes() == b"former"
    assert not paths[1].exists()


def _take_away_second_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a stick with FAT; such a disk has no files without names either."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)


@pytest.mark.parametrize("name", ["copy.inspection", "W.inspection-wal", "W.INSPECTION-SHM", "copy.backup"])
def test_no_collection_is_made_or_written_under_a_name_that_the_program_keeps(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    _record(workspace, tmp_path / "ratings.json")
    empty = tmp_path / f"empty {name}"
    empty.touch()
    for place in (tmp_path / name, empty, workspace.laptop.folder / "all.collection", workspace.path):
        before = place.read_bytes() if place.exists() else None
        with pytest.raises(Expected) as caught:
            collections.add(str(place), [tmp_path / "ratings.json"])
        assert caught.value.code is Code.IS_KEPT
        assert (place.read_bytes() if place.exists() else None) == before


@posix
@every_writer
@pytest.mark.parametrize("mode", [0o400, 0o444])
def test_a_file_that_is_marked_as_read_only_is_never_replaced(
    name: str, mode: int, workspace: Workspace, tmp_path: Path, disk: str
) -> None:
    path, link = tmp_path / name, tmp_path / f"link-{name}"
    path.write_text("kept")
    path.chmod(mode)
    link.symlink_to(path)
    for place in (path, link):
        with pytest.raises(Expected) as refused:
            WRITERS[name](workspace, place)
        assert refused.value.code is Code.FOLDER_READ_ONLY
    assert path.read_text() == "kept"


@pytest.mark.parametrize(("said", "there", "code"), [
    (5, True, Code.FILE_IN_USE), (32, True, Code.FILE_IN_USE), (5, False, Code.FOLDER_READ_ONLY),
])  # fmt: skip
def test_a_file_that_windows_holds_for_another_program_is_said_to_be_open_there(
    said: int, there: bool, code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Word does it. The refusal is made here: this system lets an open file be replaced."""
    path = tmp_path / "draft.docx"
    if there:
        path.write_text("open in Word")
    held = PermissionError(errno.EACCES, "Access is denied")
    held.winerror = said  # type: ignore[attr-defined]

    def refuse(*_: object) -> None:
        raise held

    monkeypatch.setattr(files, "_write", refuse)
    with pytest.raises(Expected) as refused:
        files.write_whole(path, b"new", tmp_path)
    assert refused.value.code is code
    assert not there or path.read_text() == "open in Word"
    assert code is not Code.FILE_IN_USE or "open in another program" in sentence(refused.value)
