import gc
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from inspector_app.core import alone
from inspector_app.core.crypto import seal
from inspector_app.core.crypto.keyring import Keyring, KeyringFile
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.programs import PIPE, OnTheirOwn

PASSPHRASE = "copper lantern drifts over quiet water"


def _code(attempt: Callable[[], object]) -> Code:
    with pytest.raises(Expected) as refused:
        attempt()
    return refused.value.code


def _unlock(folder: Path) -> Laptop:
    laptop = Laptop(folder)
    laptop.unlock(PASSPHRASE)
    return laptop


def test_the_right_passphrase_opens_and_any_other_does_not(laptop: Laptop) -> None:
    assert _unlock(laptop.folder).person.name == "Ruth Ashdown"
    for wrong in ("", PASSPHRASE + " ", PASSPHRASE.upper(), "x" * 10_000):
        before = (laptop.folder / "keyring").read_bytes()
        assert _code(lambda wrong=wrong: Laptop(laptop.folder).unlock(wrong)) is Code.WRONG_PASSPHRASE
        assert (laptop.folder / "keyring").read_bytes() == before


def test_a_laptop_nobody_set_up_has_no_identity(profile: Path) -> None:
    assert _code(lambda: Laptop(profile).unlock(PASSPHRASE)) is Code.NO_IDENTITY
    assert list(profile.iterdir()) == []


def test_a_truncated_keyring_is_damaged(laptop: Laptop) -> None:
    path = laptop.folder / "keyring"
    whole = path.read_bytes()
    for length in [*range(0, len(whole), 13), len(whole) - 1]:
        path.write_bytes(whole[:length])
        assert _code(lambda: Laptop(laptop.folder).unlock(PASSPHRASE)) is Code.KEYRING_DAMAGED
        assert path.read_bytes() == whole[:length]


def test_a_bit_flipped_anywhere_in_the_keyring_is_noticed(laptop: Laptop, seed: int) -> None:
    path = laptop.folder / "keyring"
    whole = path.read_bytes()
    chance = random.Random(seed)
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :])
        assert _code(lambda: Laptop(laptop.folder).unlock(PASSPHRASE)) is Code.KEYRING_DAMAGED, f"byte {place}"


@pytest.mark.parametrize(
    "text",
    [
        "null",
        "[]",
        '"keyring"',
        "{}",
        '{"format": "something else", "version": 1}',
        "[" * 100_000,
        "\ufeff{}",
        "not json",
    ],
)
def test_foreign_json_in_place_of_the_keyring_is_damage(laptop: Laptop, text: str) -> None:
    (laptop.folder / "keyring").write_text(text, encoding="utf-8")
    assert _code(lambda: Laptop(laptop.folder).unlock(PASSPHRASE)) is Code.KEYRING_DAMAGED


def _resummed(path: Path, **changed: object) -> None:
    """Write the keyring with other values and a right sum: what a newer program, or somebody with intent, would do."""
    from inspector_app.core.crypto import keyring_sealed

    found = {**json.loads(path.read_bytes()), **changed}
    del found["sum"]
    path.write_text(json.dumps({**found, "sum": keyring_sealed._sum(found)}))


def test_a_keyring_of_a_newer_program_is_said_to_be_newer(laptop: Laptop) -> None:
    _resummed(laptop.folder / "keyring", version=3, kdf="something new", cost={"rounds": 9})
    assert _code(lambda: Laptop(laptop.folder).unlock(PASSPHRASE)) is Code.FILE_NEWER


@pytest.mark.parametrize("changed", [{}, {"sum": None}, {"sealed": 7, "passphrase": []}])
def test_a_newer_keyring_is_said_to_be_newer_whatever_else_is_otherwise_in_it(
    laptop: Laptop, changed: dict[str, object]
) -> None:
    """How a later format sums itself up nobody knows by now."""
    for path in (laptop.folder / "keyring", laptop.folder / "keyring.copy"):
        if path.exists():
            path.write_text(json.dumps({**json.loads(path.read_bytes()), "version": 99, **changed}))
    assert _code(lambda: Laptop(laptop.folder).unlock(PASSPHRASE)) is Code.FILE_NEWER


def test_a_keyring_altered_with_intent_does_not_open(laptop: Laptop) -> None:
    path = laptop.folder / "keyring"
    whole = path.read_bytes()
    lock = json.loads(whole)["passphrase"]
    cheap = {"memory_kib": 65, "iterations": 1, "lanes": 1}
    for changed in ({**lock, "salt": "00" * 16}, {**lock, "cost": cheap}):
        path.write_bytes(whole)
        _resummed(path, passphrase=changed)
        assert _code(lambda: Laptop(laptop.folder).unlock(PASSPHRASE)) is Code.WRONG_PASSPHRASE
    absurd = {**lock, "cost": {**cheap, "memory_kib": 2**40}}
    for other in (
        {"version": 0},
        {"number": 0},
        {"number": 7},
        {"number": "1"},
        {"code": lock},
        {"passphrase": absurd},
    ):
        path.write_bytes(whole)
        _resummed(path, **other)
        refused = _code(lambda: Laptop(laptop.folder).unlock(PASSPHRASE)) if other != {"code": lock} else None
        assert refused in (Code.KEYRING_DAMAGED, None), other


_ADD = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
laptop = Laptop(Path(sys.argv[1]))
laptop.unlock(sys.stdin.readline().rstrip("\\n"))
print("ready", flush=True)
sys.stdin.readline()
name = sys.argv[2]
made = Workspace.create(laptop, laptop.workspaces_folder / f"{name}.inspection", "iyjwcv-2025", name, date(2026, 3, 9))
made.close()
key = laptop.key_at(made.path)
for number in range(100):
    laptop.remember(replace(key, id=f"{name}{number}", service=f"{name}{number}"))
"""


def test_two_processes_adding_workspaces_at_once_lose_no_key(laptop: Laptop, forked: OnTheirOwn) -> None:
    writers = [forked.start(["-c", _ADD, laptop.folder, name], PIPE, PIPE) for name in ("one", "two")]
    for line in (PASSPHRASE, "go"):
        for writer in writers:
            assert writer.stdin
            writer.stdin.write(f"{line}\n".encode())
            writer.stdin.flush()
        for writer in writers:
            assert writer.stdout
            assert writer.stdout.readline() == (b"ready\n" if line == PASSPHRASE else b"")
    assert [writer.wait() for writer in writers] == [0, 0]
    again = _unlock(laptop.folder)
    added = {f"{name}{number}" for name in ("one", "two") for number in range(100)}
    assert {row.service for row in again.workspaces()} == {"one", "two", *added}
    for name in ("one", "two"):  # the first window was unlocked before any of them was made
        Workspace.open(laptop, laptop.workspaces_folder / f"{name}.inspection").close()


def test_a_keyring_that_another_program_writes_for_long_is_said_to_be_busy(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "LONGEST_WAIT", 0.1)
    before = (laptop.folder / "keyring").read_bytes()
    with FileLock(laptop.folder / "keyring.lock"):
        assert _code(lambda: laptop.trust("f" * 32, lambda trusted: trusted)) is Code.BUSY  # type: ignore[arg-type]
    assert (laptop.folder / "keyring").read_bytes() == before


def test_a_keyring_is_never_made_over_another(laptop: Laptop) -> None:
    before = (laptop.folder / "keyring").read_bytes()
    assert _code(lambda: Laptop(laptop.folder).create_identity("Sam Otley", "", PASSPHRASE)) is Code.IDENTITY_EXISTS
    made = laptop.keyring
    late: Callable[[], KeyringFile] = lambda: KeyringFile.create(  # noqa: E731  one that looked before the other wrote
        laptop.folder / "keyring", "x", Keyring(made.person, b"", made.device, ""), seal.Cost()
    )
    assert _code(late) is Code.IDENTITY_EXISTS
    assert (laptop.folder / "keyring").read_bytes() == before


def test_a_copied_profile_folder_is_another_device_and_the_first_stays_itself(
    laptop: Laptop, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.close()
    copied = _unlock(Path(shutil.copytree(laptop.folder, tmp_path / "copied")))
    assert copied.device != laptop.device
    assert copied.person == laptop.person
    assert _unlock(copied.folder).device == copied.device
    assert _unlock(laptop.folder).device == laptop.device
    opened = Workspace.open(copied, copied.workspaces_folder / workspace.path.name)
    change = opened.editor.set("finding", "f1", "text", "written on the copy").change
    opened.close()
    assert change
    assert change.startswith(copied.device)


def test_locking_forgets_every_key(laptop: Laptop, workspace: Workspace) -> None:
    keys = {laptop.keyring.signing_key, *(w.key for w in laptop.keyring.workspaces)}
    workspace.close()
    assert keys <= _reachable(laptop)
    laptop.lock()
    assert laptop.locked
    with pytest.raises(Bug):
        _ = laptop.keyring
    with pytest.raises(Bug):
        laptop.workspaces()
    assert not keys & _reachable(laptop)


def _reachable(start: object) -> set[bytes]:
    """Every bytes value that can be reached from an object without passing through code."""
    seen: set[int] = set()
    waiting, found = [start], set()
    while waiting:
        here = waiting.pop()
        if id(here) in seen or isinstance(here, type) or callable(here):
            continue
        seen.add(id(here))
        if isinstance(here, bytes):
            found.add(here)
        waiting += gc.get_referents(here)
    return found


def test_no_file_of_the_profile_holds_passphrase_name_service_or_key_in_plain(
    laptop: Laptop, workspace: Workspace
) -> None:
    laptop.settings.set("zoom", 110)
    secrets = [PASSPHRASE, "Ruth", "Ashdown", "Wexborough Youth", "Lead inspector"]
    plain = {text.encode(code) for text in secrets for code in ("utf-8", "utf-16-le")}
    for key in (laptop.keyring.signing_key, *(w.key for w in laptop.keyring.workspaces)):
        plain |= {key, key.hex().encode(), key.hex().upper().encode()}
    for path in laptop.folder.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert not [text for text in plain if text in held], path
