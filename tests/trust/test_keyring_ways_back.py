"""Whatever becomes of the keyring: the inspections are safe, and there is a way back to them."""

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from signal import SIGKILL
from threading import Barrier
from time import sleep
from types import SimpleNamespace

import pytest
from xkcdpass import xkcd_password

from inspector_app.core import files
from inspector_app.core.crypto import keyring_copies as copies
from inspector_app.core.crypto import seal
from inspector_app.core.crypto.keyring import KeyringFile
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.people import standing
from inspector_app.core.services.profile import attempts, identity, passphrase, ways_back
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.passphrase import strength
from inspector_app.core.services.profile.ways_back import Kind
from inspector_app.core.services.safekeeping import shelf
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import made_passphrase
from inspector_app.core.services.writing.made_passphrase import made
from inspector_app.core.services.writing.spelling import ENGLISH, Speller
from inspector_app.ui.errors import sentence
from tests.programs import OnTheirOwn

PASSPHRASE = "copper lantern drifts over quiet water"
OTHER = "velvet anchor mumbles zebra quotient"
OLD = Path(__file__).parents[1] / "data" / "old_keyrings"


def code(attempt: Callable[[], object]) -> Code:
    with pytest.raises(Expected) as refused:
        attempt()
    assert "{" not in sentence(refused.value)
    return refused.value.code


def again(laptop: Laptop, passphrase: str = PASSPHRASE) -> Laptop:
    found = Laptop(laptop.folder)
    found.unlock(passphrase)
    return found


@pytest.fixture
def kept(laptop: Laptop) -> Path:
    """An inspection that the keyring opens."""
    workspace = Workspace.create(laptop, laptop.new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
    workspace.close()
    return workspace.path


def opens(laptop: Laptop, path: Path) -> bool:
    Workspace.open(laptop, path).close()
    return True


def parts(laptop: Laptop) -> tuple[Path, Path, Path]:
    return laptop.folder / "keyring", laptop.folder / "keyring.copy", laptop.folder / "keyring.former"


def test_every_change_is_written_twice_and_the_former_version_kept(laptop: Laptop) -> None:
    here, copy, former = parts(laptop)
    before = here.read_bytes()
    assert copy.read_bytes() == before
    identity.rename(laptop, "Ruth Ash", "Lead inspector")
    assert here.read_bytes() == copy.read_bytes() != before
    assert former.read_bytes() == before
    assert all(path.stat().st_mode & 0o077 == 0 for path in parts(laptop))


def test_what_reads_otherwise_than_it_was_written_is_refused(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that says it took what it did not take."""
    before = {path: path.read_bytes() for path in parts(laptop)[:2]}
    with monkeypatch.context() as patch:
        patch.setattr(files, "write_whole", lambda path, data, *, profile: None)
        assert code(lambda: identity.new_code(laptop, PASSPHRASE)) is Code.DISK_FAILED
    assert {path: path.read_bytes() for path in parts(laptop)[:2]} == before
    assert not again(laptop).keyring_file.has_code


@pytest.mark.parametrize("spoil", [b"", b"{}", b"\x00" * 500, None])
def test_a_damaged_or_missing_keyring_comes_back_from_its_copy(laptop: Laptop, kept: Path, spoil: bytes | None) -> None:
    here, _, _ = parts(laptop)
    if spoil is None:
        here.unlink()
    else:
        here.write_bytes(spoil)
    wanted = Code.KEYRING_MISSING if spoil is None else Code.KEYRING_DAMAGED
    found = Laptop(laptop.folder)
    assert not found.is_new()
    assert code(lambda: found.unlock(PASSPHRASE)) is wanted
    assert code(lambda: found.create_identity("Somebody", "", PASSPHRASE)) in (
        Code.KEYRING_MISSING,
        Code.IDENTITY_EXISTS,
    )
    assert code(lambda: ways_back.bring_back(found, Kind.COPY, OTHER)) is Code.WRONG_PASSPHRASE
    assert ways_back.bring_back(found, Kind.COPY, PASSPHRASE).name == "Ruth Ashdown"
    assert opens(found, kept)
    assert opens(again(laptop), kept)
    if spoil is not None:
        assert (laptop.folder / "keyring.aside-1").read_bytes() == spoil


def test_an_older_keyring_that_was_put_back_is_told_of_and_hides_no_inspection(laptop: Laptop) -> None:
    here, _, _ = parts(laptop)
    older = here.read_bytes()
    workspace = Workspace.create(laptop, laptop.new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
    workspace.close()
    here.write_bytes(older)
    assert code(lambda: Laptop(laptop.folder).unlock(PASSPHRASE)) is Code.KEYRING_OLDER
    assert code(lambda: identity.rename(laptop, "Ruth", "")) is Code.KEYRING_OLDER  # a window that was open meanwhile
    found = Laptop(laptop.folder)
    assert [way.kind for way in ways_back.ways(found)] == [Kind.COPY, Kind.FORMER, Kind.HERE]
    ways_back.bring_back(found, Kind.COPY, PASSPHRASE)
    assert opens(again(laptop), workspace.path)


def test_who_wants_the_older_one_can_have_it(laptop: Laptop, kept: Path) -> None:
    here, copy, _ = parts(laptop)
    older = here.read_bytes()
    identity.rename(laptop, "Ruth Ash", "")
    newer = copy.read_bytes()
    here.write_bytes(older)
    found = Laptop(laptop.folder)
    assert ways_back.bring_back(found, Kind.HERE, PASSPHRASE).name == "Ruth Ashdown"
    assert (laptop.folder / "keyring.copy.aside-1").read_bytes() == newer
    assert opens(again(laptop), kept)


def test_a_copy_that_a_full_disk_left_behind_is_made_good(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    here, copy, _ = parts(laptop)
    whole = files.write_whole

    def full(path: Path, data: bytes, *, profile: Path) -> None:
        if path == copy:
            raise Expected(Code.DISK_FULL, where=path)
        whole(path, data, profile=profile)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_whole", full)
        identity.rename(laptop, "Ruth Ash", "")
    assert here.read_bytes() != copy.read_bytes()
    assert again(laptop).person.name == "Ruth Ash"
    assert here.read_bytes() == copy.read_bytes()


def test_what_another_window_lets_go_of_while_the_copy_is_made_good_is_not_in_it_again(
    laptop: Laptop, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keyring as it was before was written into the copy, with the key of what had just been deleted."""
    here, copy, _ = parts(laptop)
    (row,) = laptop.workspaces()
    copy.unlink()
    write, tried = copies.files.write_whole, list[Path]()
    monkeypatch.setattr("inspector_app.core.alone.LONGEST_WAIT", 0.01)

    def in_between(path: Path, data: bytes, *, profile: Path) -> None:
        if path == copy and not tried:
            tried.append(path)
            with suppress(Expected):  # it has to wait, and comes then
                laptop.keyring_file.let_go(WorkspaceId(row.id))
        write(path, data, profile=profile)

    monkeypatch.setattr(copies.files, "write_whole", in_between)
    again(laptop)
    assert tried
    assert copy.read_bytes() == here.read_bytes()


def test_with_nothing_left_one_can_start_anew_beside_the_kept_files(laptop: Laptop, kept: Path) -> None:
    before = kept.read_bytes()
    for path in parts(laptop):
        path.write_bytes(b"spoilt")
    found = Laptop(laptop.folder)
    assert ways_back.ways(found) == []
    assert code(lambda: found.create_identity("Ruth", "", PASSPHRASE)) is Code.IDENTITY_EXISTS
    assert ways_back.start_anew(found, "Ruth Ashdown", "", OTHER).name == "Ruth Ashdown"
    assert kept.read_bytes() == before
    assert {(laptop.folder / f"{path.name}.aside-1").read_bytes() for path in parts(laptop)} == {b"spoilt"}
    assert code(lambda: opens(found, kept)) is Code.FILE_FOREIGN


def test_nobody_starts_anew_over_a_keyring_that_can_be_read(laptop: Laptop) -> None:
    assert code(lambda: ways_back.start_anew(Laptop(laptop.folder), "Ruth", "", OTHER)) is Code.IDENTITY_EXISTS


# the recovery code


def test_the_recovery_code_opens_everything_and_a_new_passphrase_is_chosen(laptop: Laptop, kept: Path) -> None:
    assert code(lambda: ways_back.recover(Laptop(laptop.folder), "x", OTHER)) is Code.NO_RECOVERY_CODE
    written = identity.new_code(laptop, PASSPHRASE)
    found = Laptop(laptop.folder)
    assert code(lambda: ways_back.recover(found, identity.new_code(laptop, PASSPHRASE), "weak")) is Code.WEAK_PASSPHRASE
    assert code(lambda: ways_back.recover(found, written, OTHER)) is Code.WRONG_CODE  # there is a newer one
    written = identity.new_code(laptop, PASSPHRASE)
    assert ways_back.recover(found, written.lower().replace(" ", ""), OTHER).name == "Ruth Ashdown"
    assert opens(found, kept)
    assert code(lambda: again(laptop)) is Code.WRONG_PASSPHRASE
    assert opens(again(laptop, OTHER), kept)
    assert ways_back.recover(Laptop(laptop.folder), written, PASSPHRASE)  # it goes on counting


def test_a_code_is_made_by_who_knows_the_passphrase_and_by_nobody_at_a_laptop_left_unlocked(laptop: Laptop) -> None:
    written = identity.new_code(laptop, PASSPHRASE)
    for guess in ("", "wrong", OTHER, PASSPHRASE.upper()):
        assert code(lambda g=guess: identity.new_code(laptop, g)) is Code.WRONG_PASSPHRASE  # type: ignore[misc]
    assert code(lambda: identity.new_code(laptop, PASSPHRASE)) is Code.TOO_SOON
    attempts.forget(laptop.folder)
    ways_back.recover(Laptop(laptop.folder), written, OTHER)


def test_no_part_of_the_code_lies_on_disk(laptop: Laptop) -> None:
    written = identity.new_code(laptop, PASSPHRASE)
    for path in laptop.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert written.encode() not in data
            assert written.replace(" ", "").encode() not in data


@pytest.mark.parametrize("lost", ["damaged", "missing", "older"])
def test_the_recovery_code_opens_the_copy_where_the_keyring_is_lost_too(laptop: Laptop, lost: str) -> None:
    here, _, _ = parts(laptop)
    written = identity.new_code(laptop, PASSPHRASE)
    older = here.read_bytes()
    workspace = Workspace.create(laptop, laptop.new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
    workspace.close()
    here.unlink()
    if lost != "missing":
        here.write_bytes(b"spoilt" if lost == "damaged" else older)
    before = {path.name: path.read_bytes() for path in laptop.folder.glob("keyring*")}
    assert code(lambda: ways_back.recover(Laptop(laptop.folder), "K7QD", OTHER)) is Code.WRONG_CODE
    assert code(lambda: ways_back.recover(Laptop(laptop.folder), written, "weak")) is Code.WEAK_PASSPHRASE
    assert {path.name: path.read_bytes() for path in laptop.folder.glob("keyring*")} == before
    found = Laptop(laptop.folder)
    assert ways_back.recover(found, written, OTHER).name == "Ruth Ashdown"
    assert opens(found, workspace.path)
    assert opens(again(laptop, OTHER), workspace.path)
    if lost != "missing":
        aside = laptop.folder / "keyring.aside-1"
        assert aside.read_bytes() == before["keyring"] or lost == "older"
        assert lost != "older" or copies.read(aside).contents == copies.Sealed.from_bytes(older, here).contents


def test_a_code_where_nothing_can_be_read_is_told_so(laptop: Laptop, kept: Path) -> None:
    written = identity.new_code(laptop, PASSPHRASE)
    for path in parts(laptop):
        path.write_bytes(b"spoilt")
    assert code(lambda: ways_back.recover(Laptop(laptop.folder), written, OTHER)) is Code.KEYRING_DAMAGED
    for path in parts(laptop):
        path.unlink()
    assert code(lambda: ways_back.recover(Laptop(laptop.folder), written, OTHER)) is Code.KEYRING_MISSING
    kept.unlink()
    assert code(lambda: ways_back.recover(Laptop(laptop.folder), written, OTHER)) is Code.NO_IDENTITY


def test_who_brings_back_the_former_one_keeps_the_later_copy(laptop: Laptop) -> None:
    here, copy, _ = parts(laptop)
    identity.rename(laptop, "Ruth Ash", "")
    later = copy.read_bytes()
    here.unlink()
    assert ways_back.bring_back(Laptop(laptop.folder), Kind.FORMER, PASSPHRASE).name == "Ruth Ashdown"
    assert (laptop.folder / "keyring.copy.aside-1").read_bytes() == later


def keyrings(laptop: Laptop) -> list[Path]:
    return [path for path in laptop.folder.glob("keyring*") if path.suffix != ".lock"]


def sealed_at(path: Path, secret: str = "") -> str:
    """What a keyring holds that a passphrase (else a recovery code) opens."""
    found = copies.read(path)
    lock = found.passphrase if not secret else found.code
    assert lock
    return found.open(lock.open(secret or PASSPHRASE)).decode()


def test_a_keyring_that_was_copied_here_out_of_another_folder_costs_nothing_that_lies_here(
    laptop: Laptop, kept: Path, tmp_path: Path
) -> None:
    """It opened by the same passphrase, and took the place of the copy, which alone opened the inspections of this folder."""
    other = Laptop(tmp_path / "other")
    other.create_identity("Ruth Ashdown", "", PASSPHRASE)
    for zoom in range(4):  # so that it is not taken for an older one
        identity.rename(other, f"Ruth {zoom}", "")
    here, _, _ = parts(laptop)
    own = here.read_bytes()
    shutil.copy(other.keyring_path, here)
    opened = again(laptop)
    assert opened.person.name == "Ruth 3"
    identity.rename(opened, "Ruth Ash", "")
    aside = [path for path in laptop.folder.glob("keyring*.aside-*") if path.read_bytes() == own]
    here.write_bytes(aside[0].read_bytes())
    for path in parts(laptop)[1:]:
        path.unlink(missing_ok=True)
    assert opens(again(laptop), kept)


def test_a_former_code_opens_nothing_that_lies_here_any_more(laptop: Laptop) -> None:
    former = identity.new_code(laptop, PASSPHRASE)
    identity.new_code(laptop, PASSPHRASE)
    for path in keyrings(laptop):
        with pytest.raises(seal.NotOpenedError):
            sealed_at(path, former)


@pytest.mark.parametrize("taken", [True, False])
def test_the_key_of_what_was_deleted_is_in_no_keyring_that_lies_here(
    laptop: Laptop, kept: Path, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    """The former version had it, which a command offers, and with it each copy elsewhere could be read."""
    (row,) = laptop.workspaces()
    here, _, _ = parts(laptop)
    shutil.copy(here, laptop.folder / "keyring.aside-1")
    Workspace.create(laptop, laptop.new_path("X"), "iyjwcv-2025", "Northmoor", date(2026, 3, 9)).close()
    shutil.copy(here, laptop.folder / "keyring.copy.aside-2")
    (second,) = (one for one in laptop.workspaces() if one.id != row.id)
    laptop.keyring_file.update(lambda k: k.without_workspace(WorkspaceId(second.id)))
    if not taken:
        write = copies.files.write_whole
        monkeypatch.setattr(
            copies.files,
            "write_whole",
            lambda path, *a, **k: full(path) if path.suffix == ".copy" else write(path, *a, **k),
        )
    shelf.delete(laptop, WorkspaceId(row.id))
    monkeypatch.undo()
    assert [path.name for path in keyrings(laptop) if row.id in sealed_at(path)] == []
    kept_for_another = laptop.folder / "keyring.copy.aside-2"
    assert second.id in sealed_at(kept_for_another), "it has another key that nothing else has"
    assert not (laptop.folder / "keyring.aside-1").exists()
    assert again(laptop).workspaces() == []


@pytest.mark.parametrize("beside", [True, False])
def test_the_key_of_what_was_deleted_is_in_no_keyring_of_the_first_format_that_was_set_aside(
    profile: Path, beside: bool
) -> None:
    """Nothing but its passphrase opens one, so that it kept the key; who unlocks has the passphrase."""
    here, aside = profile / "keyring", profile / "keyring.aside-1"
    shutil.copy(OLD / "1", here)
    shutil.copy(OLD / "1", aside)
    laptop = Laptop(profile)
    laptop.unlock(PASSPHRASE)
    (row,) = laptop.workspaces()
    assert row.id in sealed_at(aside), "it is kept, and opens as this one does"
    if not beside:
        laptop.keyring_file.update(lambda k: k.without_workspace(WorkspaceId(row.id)))
        shutil.copy(OLD / "1", aside)
        laptop = again(laptop)
    laptop.keyring_file.let_go(WorkspaceId(row.id))
    assert [path.name for path in keyrings(laptop) if row.id in sealed_at(path)] == []


def test_a_keyring_of_the_first_format_that_is_another_persons_or_has_another_passphrase_stays_as_it_is(
    laptop: Laptop, kept: Path, profile: Path
) -> None:
    """By the same passphrase, too: what it opens is not this laptop's to let go of."""
    aside = profile / "keyring.aside-1"
    shutil.copy(OLD / "1", aside)
    opened = again(laptop)
    opened.keyring_file.let_go(WorkspaceId(opened.workspaces()[0].id))
    assert aside.read_bytes() == (OLD / "1").read_bytes()
    identity.change_passphrase(opened, PASSPHRASE, OTHER)
    again(opened, OTHER)
    assert aside.read_bytes() == (OLD / "1").read_bytes()


def test_what_was_set_aside_and_cannot_be_written_anew_keeps_the_line_to_delete_again(
    laptop: Laptop, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has another key that nothing else has, so that it can neither go nor stay as it is."""
    (row,) = laptop.workspaces()
    Workspace.create(laptop, laptop.new_path("X"), "iyjwcv-2025", "Northmoor", date(2026, 3, 9)).close()
    shutil.copy(laptop.keyring_path, laptop.folder / "keyring.aside-1")
    (second,) = (one for one in laptop.workspaces() if one.id != row.id)
    laptop.keyring_file.update(lambda k: k.without_workspace(WorkspaceId(second.id)))
    with monkeypatch.context() as patch:
        patch.setattr(copies.files, "write_whole", lambda path, *_a, **_k: full(path))
        assert code(lambda: shelf.delete(laptop, WorkspaceId(row.id))) is Code.DELETED_IN_PART
    assert row.id in [one.id for one in again(laptop).workspaces()]
    shelf.delete(laptop, WorkspaceId(row.id))
    assert [path.name for path in keyrings(laptop) if row.id in sealed_at(path)] == []


def test_a_kill_while_a_key_is_let_go_of_leaves_it_in_nothing_that_was_set_aside(
    laptop: Laptop, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keyring was written first, and nobody looked at what was set aside any more."""
    (row,) = laptop.workspaces()
    here, _, _ = parts(laptop)
    shutil.copy(here, laptop.folder / "keyring.aside-1")
    write = copies.write

    def killed(*arguments: object, **options: object) -> None:
        write(*arguments, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(copies, "write", killed)
    with pytest.raises(KeyboardInterrupt):
        laptop.keyring_file.let_go(WorkspaceId(row.id))
    assert [path.name for path in keyrings(laptop) if row.id in sealed_at(path)] == []


@pytest.mark.parametrize("former", ["passphrase", "code"])
@pytest.mark.parametrize("lay", ["its own", "of the first format"])
def test_a_former_passphrase_or_code_opens_nothing_of_this_keyring_that_was_set_aside(
    profile: Path, lay: str, former: str
) -> None:
    """It gave the key of the contents, which is that of the present keyring."""
    here, aside = profile / "keyring", profile / "keyring.aside-1"
    shutil.copy(OLD / "1", here)
    laptop = Laptop(profile)
    laptop.unlock(PASSPHRASE)
    written = identity.new_code(laptop, PASSPHRASE)
    shutil.copy(OLD / "1" if lay == "of the first format" else here, aside)
    laptop = again(laptop)
    held = sealed_at(aside)
    if former == "code":
        latest = identity.new_code(laptop, PASSPHRASE)
    else:
        latest = OTHER
        identity.change_passphrase(laptop, PASSPHRASE, OTHER)
    for path in keyrings(laptop):
        found = copies.read(path)
        lock = found.code if former == "code" else found.passphrase
        assert lock
        with pytest.raises(seal.NotOpenedError):
            lock.open(written if former == "code" else PASSPHRASE)
        assert found.open(lock.open(latest))
    assert sealed_at(aside, written if former == "passphrase" else latest) == held, "what it holds is kept"


def test_a_code_that_opened_an_older_keyring_opens_nothing_once_it_was_set_aside_and_the_passphrase_is_another(
    laptop: Laptop,
) -> None:
    """Whoever recovers sets the older one aside with the passphrase that is forgotten."""
    written = identity.new_code(laptop, PASSPHRASE)
    here, _, _ = parts(laptop)
    older = here.read_bytes()
    identity.rename(laptop, "Ruth Ash", "")
    here.write_bytes(older)
    ways_back.recover(Laptop(laptop.folder), written, OTHER)
    for path in keyrings(laptop):
        with pytest.raises(seal.NotOpenedError):
            sealed_at(path)


_CHANGED_AND_KILLED = """
import os, signal, sys
from pathlib import Path
from inspector_app.core.crypto import keyring_copies as copies, seal
from inspector_app.core.services.profile import identity
from inspector_app.core.services.profile.laptop import Laptop
folder, former, new, after = sys.argv[1:]
seal.Cost.__init__.__defaults__ = (64, 1, 1)
laptop, put, left = Laptop(Path(folder)), copies.put, int(after)
laptop.unlock(former)
def killed(path, data):
    global left
    if left:
        put(path, data)
        left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
copies.put = killed
identity.change_passphrase(laptop, former, new)
"""


@pytest.mark.parametrize("after", range(5))
def test_a_kill_while_the_passphrase_is_changed_leaves_each_keyring_whole_and_opened_by_one_of_both(
    laptop: Laptop, kept: Path, forked: OnTheirOwn, after: int
) -> None:
    """Before the first of them is written, and after each. Who types the other one is told that it is the other one."""
    here, _, _ = parts(laptop)
    for n in (1, 2):
        shutil.copy(here, laptop.folder / f"keyring.aside-{n}")
    killed = forked.run(["-c", _CHANGED_AND_KILLED, laptop.folder, PASSPHRASE, OTHER, after])
    assert killed.returncode == -SIGKILL, killed.stderr
    changed = after >= 3  # the two that were set aside come first: else a former lock could stay on them
    in_force, other = (OTHER, PASSPHRASE) if changed else (PASSPHRASE, OTHER)
    for typed in (other, "neither of them"):
        assert code(lambda typed=typed: again(laptop, typed)) is Code.PASSPHRASE_BETWEEN  # type: ignore[misc]
    assert opens(again(laptop, in_force), kept)
    assert code(lambda: again(laptop, other)) is Code.WRONG_PASSPHRASE
    if not changed:
        identity.change_passphrase(again(laptop), PASSPHRASE, OTHER)
    for path in keyrings(laptop):
        assert copies.read(path).passphrase.open(OTHER)


def test_where_what_was_set_aside_cannot_be_written_the_passphrase_stays(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(laptop.keyring_path, laptop.folder / "keyring.aside-1")
    before = {path.name: path.read_bytes() for path in keyrings(laptop)}
    with monkeypatch.context() as patch:
        patch.setattr(copies.files, "write_whole", lambda path, *_a, **_k: full(path))
        assert code(lambda: identity.change_passphrase(laptop, PASSPHRASE, OTHER)) is Code.DISK_FULL
    assert {path.name: path.read_bytes() for path in keyrings(laptop)} == before
    assert code(lambda: again(laptop, OTHER)) is Code.WRONG_PASSPHRASE  # it was refused, so nobody has to guess
    identity.change_passphrase(laptop, PASSPHRASE, OTHER)
    assert code(lambda: again(laptop)) is Code.WRONG_PASSPHRASE


@pytest.mark.parametrize("lay", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("nowhere")])
def test_what_lies_in_the_place_of_the_note_of_a_change_keeps_nobody_out(
    laptop: Laptop, lay: Callable[[Path], None]
) -> None:
    lay(laptop.folder / "keyring.changing")
    identity.change_passphrase(laptop, PASSPHRASE, OTHER)
    assert code(lambda: again(laptop)) is Code.WRONG_PASSPHRASE  # and it is no note
    assert again(laptop, OTHER)
    assert not (laptop.folder / "nowhere").exists()


def full(path: Path) -> None:
    raise Expected(Code.DISK_FULL, where=path)


# another passphrase, another name


def test_the_former_passphrase_opens_nothing_any_more(laptop: Laptop, kept: Path) -> None:
    assert code(lambda: identity.change_passphrase(laptop, "wrong", OTHER)) is Code.WRONG_PASSPHRASE
    assert code(lambda: identity.change_passphrase(laptop, PASSPHRASE, "Summer2026!!")) is Code.WEAK_PASSPHRASE
    identity.change_passphrase(laptop, PASSPHRASE, OTHER)
    assert code(lambda: again(laptop)) is Code.WRONG_PASSPHRASE
    here, copy, former = parts(laptop)
    assert not former.exists()
    assert opens(again(laptop, OTHER), kept)
    shutil.copy(copy, here)
    assert code(lambda: again(laptop)) is Code.WRONG_PASSPHRASE


def test_another_name_keeps_the_keys(laptop: Laptop) -> None:
    before = laptop.card()
    assert code(lambda: identity.rename(laptop, " \u200b ", "x")) is Code.VALUE_INVALID
    identity.rename(laptop, "  Ruth   Ash ", "Lead inspector")
    after = again(laptop).card()
    assert (after.name, after.role) == ("Ruth Ash", "Lead inspector")
    assert replace(after, name="", role="", made="", signature="") == replace(
        before, name="", role="", made="", signature=""
    )


# how hard it is to guess


@pytest.mark.parametrize(
    "weak",
    ["blue table", "Summer2026!!", "letmein please", "Probation2026!", "hmip-inspector-1", "Wexborough2026", "sunny tuesday",
     "mydogiscalledmax", "correct horse battery staple", "Ruthashdown99x", "P@ssw0rd2026!", "red red red red red red",
     "youthjustice26", "Wexborough Youth Justice Service", "ruth ashdown wexborough 2026", "sunny tuesday friday",
     "one two three four five", "red-green-blue-yellow", "lead inspector youth justice service", " - - - ",
     "England1966!!", "lovely cup of tea", "tr0ub4dor&3", "aaaaaaaaaaaaaaaaaaaaaaaa", "1234567890123456"],
)  # fmt: skip
def test_what_is_easier_than_four_unrelated_words_is_refused(weak: str, tmp_path: Path) -> None:
    refused = code(lambda: Laptop(tmp_path / "p").create_identity("Ruth Ashdown", "Lead inspector", weak))
    assert refused is Code.WEAK_PASSPHRASE
    assert not (tmp_path / "p").exists()


@pytest.fixture(scope="module")
def each_word_is_looked_up_once() -> Iterator[None]:
    """Which of 7,776 words are spelt right is the same at each drawing, and most of what one costs."""
    right = cache(Speller([ENGLISH]).right)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made_passphrase, "Speller", lambda _languages: SimpleNamespace(right=right))
        yield


@pytest.mark.usefixtures("each_word_is_looked_up_once")
@pytest.mark.parametrize("words", [4, 5])
def test_words_that_are_drawn_by_chance_are_accepted(words: int, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of four words, where none comes again and none is what anybody would try here: those are no more to guess."""
    chance = Random(seed)
    monkeypatch.setattr(xkcd_password, "rng", lambda: chance)
    for _ in range(40):
        drawn = made().split()[:words]
        if len({*drawn}) == words and not {*drawn} & {*passphrase._FIELD}:
            assert strength(" ".join(drawn), ("Ruth Ashdown", "Lead inspector")).accepted, drawn


@pytest.mark.parametrize(
    "chosen", ["copper lantern drizzle siân", "apple river cloud stone", "horse paper mountain kettle"]
)
def test_four_words_that_somebody_thought_of_are_accepted(chosen: str) -> None:
    assert strength(chosen, ("Ruth Ashdown", "Lead inspector")).accepted


def test_the_services_that_were_inspected_here_are_easy_to_guess(laptop: Laptop) -> None:
    name = "Thistledown Quarrelsome Bellwether"
    Workspace.create(laptop, laptop.new_path("W"), "iyjwcv-2025", name, date(2026, 3, 9)).close()
    written = identity.new_code(laptop, PASSPHRASE)
    assert strength(name).accepted
    assert code(lambda: identity.change_passphrase(laptop, PASSPHRASE, name.lower())) is Code.WEAK_PASSPHRASE
    assert code(lambda: ways_back.recover(Laptop(laptop.folder), written, name)) is Code.WEAK_PASSPHRASE


@pytest.mark.usefixtures("each_word_is_looked_up_once")
def test_a_passphrase_that_is_made_is_never_made_again() -> None:
    assert len({made() for _ in range(50)}) == 50
    assert len(made().split()) == 5


# wrong ones in a row


def test_from_the_fifth_wrong_one_each_waits_twice_as_long(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1_000_000.0]
    monkeypatch.setattr(attempts.time, "time", lambda: now[0])
    waits = []
    for _ in range(14):
        waits.append(attempts.wait(laptop.folder))
        now[0] += waits[-1]
        assert code(lambda: Laptop(laptop.folder).unlock("wrong")) is Code.WRONG_PASSPHRASE
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300]
    assert code(lambda: Laptop(laptop.folder).unlock(PASSPHRASE)) is Code.TOO_SOON
    now[0] -= 365 * 86_400  # a clock that was put back: the wait begins anew, and is no longer
    assert attempts.wait(laptop.folder) == 300
    now[0] += 299
    assert attempts.wait(laptop.folder) == 1
    now[0] += 1
    again(laptop)
    assert attempts.wait(laptop.folder) == 0


def _all_at_once(laptop: Laptop, windows: int) -> Counter[Code]:
    """What so many windows are told that each try a wrong one at one moment, all of them before any has an answer."""
    together = Barrier(windows)

    def one(_: int) -> Code:
        mine = Laptop(laptop.folder)
        together.wait()
        return code(lambda: mine.unlock("wrong"))

    with ThreadPoolExecutor(windows) as pool:
        return Counter(pool.map(one, range(windows)))


@pytest.mark.skipif(os.name == "nt", reason="there nothing keeps several windows from it")
def test_of_several_windows_one_is_looked_at_after_each_wait_and_each_wrong_one_counts(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, windows = [1_000_000.0], 6
    monkeypatch.setattr(attempts.time, "time", lambda: now[0])
    opened = KeyringFile.open
    monkeypatch.setattr(KeyringFile, "open", lambda *given: (sleep(0.05), opened(*given))[1])
    assert _all_at_once(laptop, windows) == {Code.WRONG_PASSPHRASE: windows}
    assert attempts.read(laptop.folder).wrong == windows
    for more in range(1, 4):
        assert _all_at_once(laptop, windows) == {Code.TOO_SOON: windows}
        now[0] += attempts.wait(laptop.folder)
        assert _all_at_once(laptop, windows) == {Code.WRONG_PASSPHRASE: 1, Code.TOO_SOON: windows - 1}
        assert attempts.read(laptop.folder).wrong == windows + more
    now[0] += attempts.wait(laptop.folder)
    again(laptop)
    assert attempts.wait(laptop.folder) == 0


def test_wrong_codes_count_too(laptop: Laptop) -> None:
    identity.new_code(laptop, PASSPHRASE)
    for _ in range(4):
        assert code(lambda: ways_back.recover(Laptop(laptop.folder), "K7QD", OTHER)) is Code.WRONG_CODE
    assert code(lambda: ways_back.recover(Laptop(laptop.folder), "K7QD", OTHER)) is Code.TOO_SOON


@pytest.mark.parametrize(
    "said",
    [
        *("", "[]", "{}", '{"wrong": "x"}', '{"wrong": 1e400, "first": 0, "last": 0}', "9" * 5000),
        *(f'{{"wrong": 9, "last": {last}}}' for last in ("NaN", "Infinity", "-Infinity", "-1e400")),
    ],
)
def test_a_note_of_wrong_ones_that_cannot_be_read_stops_nobody(laptop: Laptop, said: str) -> None:
    attempts.note_wrong(laptop.folder)
    attempts._path(laptop.folder).write_text(said)
    again(laptop)


@pytest.mark.skipif(os.name == "nt", reason="there the folder for passing files is the account's own")
@pytest.mark.parametrize("laid", ["a link", "a folder for all", "a file"])
def test_what_somebody_laid_in_place_of_the_note_is_neither_followed_nor_believed(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, laid: str
) -> None:
    passing, theirs = tmp_path / "passing", tmp_path / "theirs"
    passing.mkdir()
    theirs.mkdir()
    monkeypatch.setattr(attempts.tempfile, "gettempdir", lambda: str(passing))
    attempts.note_wrong(laptop.folder)
    name, place = attempts._path(laptop.folder).name, passing / f"inspector-attempts-{os.getuid()}"
    attempts.forget(laptop.folder)
    assert not list(passing.iterdir())
    kept = theirs / name
    kept.write_text('{"wrong": 99, "last": 1e300}')
    if laid == "a link":
        place.symlink_to(theirs)
    elif laid == "a file":
        place.write_text("theirs")
    else:
        theirs.rename(place)
        place.chmod(0o777)
        kept = place / name
    assert code(lambda: Laptop(laptop.folder).unlock("wrong")) is Code.WRONG_PASSPHRASE
    assert kept.read_text() == '{"wrong": 99, "last": 1e300}'
    again(laptop)


def test_a_keyring_of_the_first_version_opens_and_is_written_as_now(profile: Path) -> None:
    """One that the program of that version wrote, in tests/data/old_keyrings."""
    here = profile / "keyring"
    shutil.copy(OLD / "1", here)
    before = here.read_bytes()
    assert code(lambda: Laptop(profile).unlock("wrong")) is Code.WRONG_PASSPHRASE
    assert here.read_bytes() == before
    for _ in range(2):
        laptop = Laptop(profile)
        assert laptop.unlock(PASSPHRASE).name == "Kept Inspector"
        assert [workspace.service for workspace in laptop.keyring.workspaces] == ["Kept Youth Justice Service"]
        assert json.loads(here.read_bytes())["version"] == 2
    written = identity.new_code(laptop, PASSPHRASE)
    assert ways_back.recover(Laptop(profile), written, OTHER).name == "Kept Inspector"


def test_the_copy_of_a_keyring_of_the_first_version_is_brought_back(profile: Path) -> None:
    shutil.copy(OLD / "1", profile / "keyring.copy")
    found = Laptop(profile)
    assert code(lambda: ways_back.recover(found, "K7QD", OTHER)) is Code.NO_RECOVERY_CODE
    assert ways_back.bring_back(found, Kind.COPY, PASSPHRASE).name == "Kept Inspector"
    assert json.loads((profile / "keyring").read_bytes())["version"] == 2


@pytest.mark.parametrize("becomes", ["older", "damaged", "gone"])
def test_a_keyring_that_is_changed_by_hand_while_one_works_keeps_nobody_from_reading(
    laptop: Laptop, workspace: Workspace, becomes: str
) -> None:
    """What was accepted is read by every page; to change it is refused with a sentence."""
    before = laptop.trusted(WorkspaceId(workspace.id))
    older = laptop.keyring_path.with_name("keyring.former").read_bytes()
    if becomes == "gone":
        laptop.keyring_path.unlink()
    else:
        laptop.keyring_path.write_bytes(older if becomes == "older" else b"spoilt")
    assert laptop.trusted(WorkspaceId(workspace.id)) == before
    assert standing.reviewers(workspace)
    with pytest.raises(Expected) as no:
        laptop.trust(WorkspaceId(workspace.id), lambda trusted: trusted)
    assert no.value.code in (Code.KEYRING_OLDER, Code.KEYRING_DAMAGED, Code.NO_IDENTITY)
