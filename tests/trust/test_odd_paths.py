"""Wherever a person names a file or folder, a path on which the system answers with an error is refused in a sentence.

A drive that is gone or fails (EIO, ENOTCONN, ESTALE), a folder that may not be entered, a name without end, a link that leads
to itself, a file in a folder's place.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from inspector_app.core import reached
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.documents import case_lists, exchange
from inspector_app.core.services.help import fault
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import places
from inspector_app.core.services.results import collections, earlier, findings, reports, returned, sealing
from inspector_app.core.services.safekeeping import backups, checking, recovering, rehearsing, restoring
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask, looked_in
from inspector_app.ui.errors import sentence

Act = Callable[[Workspace, Path], object]
FAILING = (errno.EIO, errno.EACCES, errno.ENOTCONN, errno.ESTALE)


@contextmanager
def failing(below: Path, number: int, after: int = 0) -> Iterator[None]:
    """Every call to the system about that path, or one below it, goes wrong, `after` so many that went well."""
    left = count(after, -1)
    with pytest.MonkeyPatch.context() as patch:
        for name in (
            "stat",
            "lstat",
            "open",
            "listdir",
            "scandir",
            "mkdir",
            "readlink",
            "replace",
            "rename",
            "unlink",
            "utime",
        ):
            patch.setattr(os, name, _failing(getattr(os, name), below, number, left))
        patch.setattr("builtins.open", _failing(open, below, number, left))
        patch.setattr("io.open", _failing(open, below, number, left))
        yield


def _failing(real: Callable[..., Any], below: Path, number: int, left: Iterator[int]) -> Callable[..., Any]:
    def called(*given: Any, **named: Any) -> Any:
        for one in given[:2]:
            if isinstance(one, str | os.PathLike) and Path(one).is_relative_to(below) and next(left) <= 0:
                raise OSError(number, os.strerror(number), str(one))
        return real(*given, **named)

    return called


NAMED: dict[str, Act] = {
    "the folder of second copies": lambda w, p: backups.name_second_folder(w.laptop, p),
    "a folder for a profile": lambda w, p: places.refuse_unless_local(p),
    "an inspection to open": lambda w, p: Workspace.open(w.laptop, p),
    "an inspection to check": lambda w, p: checking.check_file(w.laptop, p),
    "one to restore": lambda w, p: restoring.restore(w.laptop, p),
    "a backup to restore": lambda w, p: restoring.restore(w.laptop, w.path, p),
    "one to recover": lambda w, p: recovering.recover(w.laptop, w.path, p),
    "one to rehearse": lambda w, p: rehearsing.rehearse(w.laptop, p),
    "a package": lambda w, p: handoffs.import_(w, [p]),
    "a package to look into": lambda w, p: handoffs.inspect(w.laptop, p),
    "a package to join": lambda w, p: handoffs.join(w.laptop, p, w.laptop.new_path("One")),
    "where to join": lambda w, p: handoffs.join(w.laptop, p, p),
    "where a package goes": lambda w, p: handoffs.export(
        w, p, to=[], passphrase="velvet anchors hum beneath tall cedars"
    ),
    "a card": lambda w, p: team.read_card(p),
    "where one's card goes": lambda w, p: team.write_card(w.laptop, p),
    "a document": lambda w, p: exchange.import_file(w, p),
    "where a document goes": lambda w, p: exchange.export(w, p),
    "a list of cases": lambda w, p: case_lists.open_list(p),
    "a returned draft": lambda w, p: returned.read(w, p),
    "the last inspection": lambda w, p: findings.recommended_in(w, p),
    "sealed ratings": lambda w, p: sealing.verify(p, None),
    "where sealed ratings go": lambda w, p: sealing.seal(w, p),
    "where a draft goes": lambda w, p: reports.save(b"%PDF", p.with_suffix(".pdf"), w.laptop),
    "a collection": lambda w, p: collections.add(str(p.with_suffix(".collection")), [p]),
    "earlier inspections": lambda w, p: earlier.read(w, [p], Ticket()),
    "where a report of a fault goes": lambda w, p: fault.save("text", p, w.laptop),
    "where it is made": lambda w, p: Workspace.create(w.laptop, p, "iyjwcv-2025", "Wexborough", w.inspection().start),
}


def in_a_sentence(act: Act, workspace: Workspace, path: Path) -> None:
    try:
        act(workspace, path)
    except Expected as no:
        said = sentence(no)
        assert "{" not in said


@pytest.mark.parametrize("named", NAMED)
def test_a_path_on_which_the_system_fails_is_refused_in_a_sentence(
    workspace: Workspace, tmp_path: Path, named: str
) -> None:
    for number in FAILING:
        for path in (tmp_path / "drive", tmp_path / "drive" / "one.file"):
            with failing(tmp_path / "drive", number):
                in_a_sentence(NAMED[named], workspace, path)
    assert workspace.problems() == []


@pytest.mark.parametrize("named", NAMED)
def test_a_path_that_can_be_none_is_refused_in_a_sentence(workspace: Workspace, tmp_path: Path, named: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "round").symlink_to(tmp_path / "about")
    (tmp_path / "about").symlink_to(tmp_path / "round")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for path in (
        tmp_path / "loop", tmp_path / "loop" / "one", tmp_path / "round", tmp_path / ("x" * 300),
        tmp_path / ("x/" * 3000), tmp_path / "file" / "one", tmp_path / "none" / "one",
    ):  # fmt: skip
        in_a_sentence(NAMED[named], workspace, path)
    assert workspace.problems() == []


@pytest.mark.parametrize("number", FAILING)
def test_where_the_folder_of_second_copies_fails_the_backup_is_made_and_its_age_is_told(
    workspace: Workspace, tmp_path: Path, number: int
) -> None:
    (tmp_path / "drive").mkdir()
    backups.name_second_folder(workspace.laptop, tmp_path / "drive")
    with failing(tmp_path / "drive", number):
        in_a_sentence(lambda w, _: backups.make(w, Why.ASKED), workspace, tmp_path)
        workspace.editor.set("inspection", "inspection", "notice", "more")
        backups.make_if_due(workspace, Why.HOURLY)
        assert len(workspace.backups()) == 2
        assert rehearsing.rehearse(workspace.laptop, workspace.path)
        assert backups.second_copy(workspace).at == ""


def _backed_up(workspace: Workspace) -> None:
    workspace.editor.set("inspection", "inspection", "notice", os.urandom(4).hex())
    before = len(workspace.backups())
    try:
        backups.make(workspace, Why.ASKED)
    finally:
        assert len(workspace.backups()) > before or before >= 10, "thinned"


# What is done with a drive that is there when it is looked at.
ON_A_DRIVE: dict[str, Act] = {
    "a backup and its second copy": lambda w, _: _backed_up(w),
    "a rehearsal": lambda w, _: rehearsing.rehearse(w.laptop, w.path),
    "the folder of second copies is named": lambda w, p: backups.name_second_folder(w.laptop, p),
    "a backup on it is restored": lambda w, p: restoring.restore_into(
        w.laptop, w.path, w.laptop.new_path("Into"), p / "one.backup"
    ),
    "a backup on it is opened": lambda w, p: Workspace.open(w.laptop, p / "one.backup").close(),
    "a list of cases": lambda _, p: case_lists.open_list(p / "list.csv"),
    "a document": lambda w, p: exchange.import_file(w, p / "one.json"),
    "a document that is written": lambda w, p: exchange.export(w, p / "other.json"),
    "a draft that takes the place of one": lambda w, p: reports.save(b"%PDF", p / "one.pdf", w.laptop),
    "a card": lambda w, p: team.write_card(w.laptop, p / "one.card"),
}


@pytest.mark.parametrize("act", ON_A_DRIVE)
def test_a_drive_that_fails_between_being_looked_at_and_used_is_said_at_each_moment(
    workspace: Workspace, tmp_path: Path, act: str
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    shutil.copy(workspace.back_up(), drive / "one.backup")
    exchange.export(workspace, drive / "one.json")
    (drive / "one.pdf").write_bytes(b"%PDF")
    (drive / "list.csv").write_text("Reference\nC77\n", encoding="utf-8")
    backups.name_second_folder(workspace.laptop, drive)
    backups.make(workspace, Why.ASKED)
    for number in (errno.EIO, errno.ENOENT):
        for after in (*range(12), *range(12, 60, 4)):
            with failing(drive, number, after):
                in_a_sentence(ON_A_DRIVE[act], workspace, drive)
    assert workspace.problems() == []


@pytest.mark.parametrize("number", FAILING)
def test_where_the_folder_of_exports_fails_one_is_asked_elsewhere(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(tmp_path / "drive", number):
        ask.use_folder(str(tmp_path / "drive"))
        monkeypatch.setitem(looked_in._folders, "PDF", str(tmp_path / "drive"))
        assert looked_in.folder_of("PDF") is None
        assert ask.in_documents("one.pdf").name == "one.pdf"


LOOKS: dict[str, Callable[[Workspace], object]] = {
    "the list of inspections": lambda w: [row.missing for row in w.laptop.workspaces()] == [True],
    "a dialog": lambda _: looked_in.folder_of("PDF") is None,
    "what is saved": lambda _: ask.in_documents("one.pdf").name == "one.pdf",
}


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_waits_to_be_shown_for_a_drive_that_answers_no_more(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    """One inspection on a drive whose machine was gone, and the list stood still: nothing else could be opened either."""
    drive, answers, found, stat = tmp_path / "drive", Event(), list[object](), os.stat

    def still(at: Any, **how: Any) -> os.stat_result:
        if str(at).startswith(str(drive)):
            answers.wait(120)
        return stat(at, **how)

    workspace.laptop.change(WorkspaceId(workspace.id), lambda key: replace(key, path=str(drive / "one.inspection")))
    monkeypatch.setattr(ask._Now, "exports", str(drive))
    monkeypatch.setitem(looked_in._folders, "PDF", str(drive))
    monkeypatch.setattr(reached, "_PATIENCE", 0.05)
    monkeypatch.setattr(os, "stat", still)
    looking = Thread(target=lambda: found.append(LOOKS[look](workspace)), daemon=True)
    looking.start()
    looking.join(60)
    shown = list(found)
    answers.set()
    looking.join()
    assert shown == [True], "and the drive is taken for one that is not there"
