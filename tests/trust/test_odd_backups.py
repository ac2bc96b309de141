"""Whatever lies in the folder of backups: backups are made, listed, checked, tried and restored all the same."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import pytest

from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backup_rows, backups, checking, recovering, rehearsing, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside
from inspector_app.ui.errors import sentence
from inspector_app.ui.words import backups as words

AT = "20260324T174000Z"
Odd = Callable[[Path, Path], object]  # what a backup is, and the name under which something lies


def _copy_with_log(good: Path, there: Path, log: bytes) -> None:
    shutil.copy(good, there)
    beside.log_of(there).write_bytes(log)


def _full_folder(there: Path) -> None:
    there.mkdir()
    (there / "one").write_text("x", encoding="utf-8")


ODD: dict[str, tuple[str, Odd]] = {
    "the highest number that six figures have": (f"999999-{AT}-asked", shutil.copy),
    "a number without an end": (f"{'9' * 150}-{AT}-asked", shutil.copy),
    "the year 1": ("000100-00010101T000000Z-asked", shutil.copy),
    "the year 9999": ("000100-99991231T235959Z-asked", shutil.copy),
    "a day that is none": ("000100-20260231T000000Z-asked", shutil.copy),
    "figures of another alphabet": (f"٠٠٠٩٩٩-{AT}-asked", shutil.copy),
    "a reason that is none": (f"000100-{AT}-hacked", shutil.copy),
    "a folder": (f"000100-{AT}-asked", lambda _, there: there.mkdir()),
    "a folder with something in it": (f"000100-{AT}-asked", lambda _, there: _full_folder(there)),
    "a link to itself": (f"000100-{AT}-asked", lambda _, there: there.symlink_to(there)),
    "a link to nothing": (f"000100-{AT}-asked", lambda _, there: there.symlink_to("/nowhere/at all")),
    "a pipe": (f"000100-{AT}-asked", lambda _, there: os.mkfifo(there)),
    "a device without an end": (f"000100-{AT}-asked", lambda _, there: there.symlink_to("/dev/zero")),
    "nothing": (f"000100-{AT}-asked", lambda _, there: there.write_bytes(b"")),
    "a backup with a log that is none": (
        f"000100-{AT}-asked",
        lambda good, there: _copy_with_log(good, there, b"\x37\x7f\x06\x82" + bytes(9000)),
    ),
    "a backup with a folder for its log": (
        f"000100-{AT}-asked",
        lambda good, there: (shutil.copy(good, there), beside.log_of(there).mkdir()),
    ),
}
UNFINISHED: dict[str, Odd] = {
    "a link to itself": lambda _, there: there.symlink_to(there),
    "a folder": lambda _, there: there.mkdir(),
    "a pipe": lambda _, there: os.mkfifo(there),
}


@pytest.fixture
def backed(workspace: Workspace) -> Workspace:
    """An inspection with "one" and "two" in two backups, and "three" in it."""
    for word in ("one", "two"):
        workspace.editor.set("inspection", "inspection", "notice", word)
        workspace.back_up()
    workspace.editor.set("inspection", "inspection", "notice", "three")
    return workspace


def done_or_said(act: Callable[[], object]) -> bool:
    """Whether it was done; where it was refused, there is a sentence for it."""
    try:
        act()
    except Expected as no:
        said = sentence(no)
    else:
        return True
    assert "{" not in said
    return False


def all_goes_on(workspace: Workspace, laptop: Laptop, tmp_path: Path) -> None:
    now = datetime.now().astimezone()
    rows = backup_rows.rows(workspace)
    assert sum(row.changes is not None for row in rows) >= 2
    for row in rows:
        assert words.in_list(row, now)
        assert words.called_in_head(row, now)
        with suppress(Expected):
            backup_rows.since(workspace, row.path)
    made = backups.make(workspace, Why.ASKED)
    assert made in workspace.backups()
    workspace.editor.set("inspection", "inspection", "notice", "four")
    backups.make_if_due(workspace, Why.HOURLY)
    checked = checking.check_file(laptop, workspace.path)
    assert not checked.problems
    assert sum(not wrong for _, wrong in checked.backups) >= 4, "those that are sound are said to be"
    assert rehearsing.rehearse(laptop, workspace.path)
    workspace.close()
    restoring.restore(laptop, workspace.path)
    with closing(Workspace.open(laptop, workspace.path)) as restored:
        assert restored.inspection().notice == "four"
    recovering.recover(laptop, workspace.path, tmp_path / "new.inspection")


@pytest.mark.timeout(60)
@pytest.mark.parametrize("odd", ODD)
def test_whatever_lies_among_the_backups_they_are_made_listed_and_restored(
    odd: str, backed: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    name, lay = ODD[odd]
    lay(backed.backups()[-1], laptop.backups_folder / f"{backed.id}-{name}.backup")
    all_goes_on(backed, laptop, tmp_path)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("odd", UNFINISHED)
def test_whatever_is_called_as_an_unfinished_one_they_are_made_and_restored(
    odd: str, backed: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    UNFINISHED[odd](backed.path, laptop.backups_folder / f"{backed.id}-000003-{AT}-asked.part")
    all_goes_on(backed, laptop, tmp_path)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "odd", ["a pipe", "a device without an end", "a folder", "a link to itself", "a link to nothing"]
)
@pytest.mark.parametrize("where", ["its place", "its log", "the index of its log"])
def test_whatever_lies_in_the_place_of_an_inspection_is_refused_in_a_sentence_and_its_backup_comes_back(
    odd: str, where: str, backed: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    path = backed.path
    backed.close()
    at = dict(zip(("its place", "its log", "the index of its log"), beside.together(path), strict=True))[where]
    at.unlink(missing_ok=True)
    ODD[odd][1](path, at)
    for act in (
        lambda: Workspace.open(laptop, path).close(),
        lambda: checking.check_file(laptop, path),
        lambda: rehearsing.rehearse(laptop, path),
        lambda: recovering.recover(laptop, path, tmp_path / "new.inspection"),
        lambda: restoring.restore_into(laptop, path, tmp_path / "beside.inspection"),
    ):
        done_or_said(act)
    if not done_or_said(lambda: restoring.restore(laptop, path)):
        assert os.path.lexists(at), "what lay there lies there"
        return
    with closing(Workspace.open(laptop, path)) as restored:
        assert restored.inspection().notice in {"two", "three"}
