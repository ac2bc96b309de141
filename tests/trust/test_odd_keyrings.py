"""A keyring that is no file, or holds what no program of ours wrote: it is used, or refused with a way back."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.crypto import keyring_copies, seal
from inspector_app.core.crypto.keyring import KeyringFile
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import identity, ways_back
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.ways_back import Kind
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from inspector_app.ui.words import inspections
from tests.conftest import PASSPHRASE
from tests.trust.hostile import set_up

pytestmark = pytest.mark.timeout(60)  # else a pipe that is waited for is waited for long
posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have names")
NOW = datetime(2026, 3, 10, tzinfo=UTC)
_LOST = {Code.KEYRING_DAMAGED, Code.KEYRING_MISSING, Code.KEYRING_OLDER}


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A laptop with one inspection and a colleague accepted in it, as files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
        folder = tmp_path_factory.mktemp("pattern")
        laptop, colleague = set_up(folder / "ruth", "Ruth Ashdown"), set_up(folder / "bea", "Bea")
        made = Workspace.create(laptop, laptop.new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
        team.add(made, colleague.card())
        made.close()
        identity.rename(laptop, "Ruth Ashdown", "Lead")  # so that there is a former one
        yield folder


@pytest.fixture
def folder(pattern: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Its profile folder, copied."""
    monkeypatch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
    shutil.copytree(pattern / "ruth", tmp_path / "ruth")
    return tmp_path / "ruth"


def inspection(folder: Path) -> Path:
    (found,) = (folder / "workspaces").glob("*.inspection")
    return found


def refused(attempt: Callable[[], object]) -> Expected | None:
    """Why it was refused, which has its sentence; None where it was not."""
    found: list[Expected] = []
    try:
        attempt()
    except Expected as error:
        found.append(error)
    assert not any("{" in sentence(error) for error in found)
    return found[0] if found else None


def entered(folder: Path) -> Laptop | Code:
    """The laptop as it is used from then on, every page's words of it made; or why nobody came in, which has a sentence."""
    laptop = Laptop(folder)
    if error := refused(lambda: laptop.unlock(PASSPHRASE)):
        return error.code
    assert laptop.card().name
    assert laptop.fingerprint()
    for row in laptop.workspaces():
        assert isinstance(inspections.whole(row, "", NOW), str)
    opened = Workspace.open(laptop, inspection(folder))
    assert "Bea" in [row.name for row in handoffs.rows(opened)]
    opened.editor.set("inspection", "inspection", "notice", "written")
    opened.close()
    return laptop


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(5_000_000_000)


def lines_of_windows(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")


def twice(path: Path) -> None:
    path.write_bytes(path.read_bytes() * 2)


def a_mark_before(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def in_utf_16(path: Path) -> None:
    path.write_text(path.read_text(), encoding="utf-16")


def nothing_behind(path: Path) -> None:
    path.write_bytes(path.read_bytes().ljust(8192, b"\0"))


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


WAYS = [
    pipe,
    device,
    loop,
    a_folder,
    dangling,
    huge,
    lines_of_windows,
    twice,
    a_mark_before,
    in_utf_16,
    nothing_behind,
    half,
]


@posix
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("which", ["keyring.copy", "keyring.former"])
def test_whatever_lies_in_the_place_of_a_copy_keeps_nobody_out(
    folder: Path, which: str, way: Callable[[Path], None]
) -> None:
    way(folder / which)
    laptop = entered(folder)
    assert isinstance(laptop, Laptop)
    identity.rename(laptop, "Ruth Ash", "")
    assert Laptop(folder).unlock(PASSPHRASE).name == "Ruth Ash"


@posix
@pytest.mark.parametrize("way", WAYS)
def test_whatever_lies_in_the_place_of_the_keyring_there_is_a_way_back_or_it_is_read(
    folder: Path, way: Callable[[Path], None]
) -> None:
    way(folder / "keyring")
    found = entered(folder)
    if isinstance(found, Laptop):
        return
    assert found in _LOST | {Code.NOT_A_FILE, Code.FILE_TOO_LARGE}
    assert ways_back.bring_back(Laptop(folder), Kind.COPY, PASSPHRASE).name == "Ruth Ashdown"
    assert isinstance(entered(folder), Laptop)


@posix
@pytest.mark.parametrize("way", WAYS)
def test_a_keyring_that_is_spoilt_while_a_window_is_open_loses_nothing_that_is_typed(
    folder: Path, way: Callable[[Path], None]
) -> None:
    laptop = Laptop(folder)
    laptop.unlock(PASSPHRASE)
    opened = Workspace.open(laptop, inspection(folder))
    way(folder / "keyring")
    opened.editor.set("inspection", "inspection", "notice", "typed")
    assert "Bea" in [row.name for row in handoffs.rows(opened)]
    opened.back_up()
    opened.close()
    refused(lambda: identity.rename(laptop, "Ruth Ash", ""))
    again = Laptop(folder)
    if keyring_copies.readable(folder / "keyring"):
        again.unlock(PASSPHRASE)
    else:
        ways_back.bring_back(again, Kind.COPY, PASSPHRASE)
    found = Workspace.open(again, inspection(folder))
    assert found.inspection().notice == "typed"
    found.close()


# a keyring that is sealed well, and holds what this program never writes


def sealed_with(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """The keyring with its contents changed, written as a program would that has the passphrase."""
    opened = KeyringFile.open(folder / "keyring", PASSPHRASE)
    contents = json.loads(opened._sealed.open(opened._key))
    change(contents)
    made = opened._sealed.holding(json.dumps(contents).encode(), opened._key)
    for name in ("keyring", "keyring.copy"):
        (folder / name).write_bytes(made.to_bytes())


def of_workspace(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda found: found["workspaces"][0].update({name: value})


def of_pin(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda found: found["trusted"][0]["pins"][0].update({name: value})


def of_card(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda found: found["trusted"][0]["pins"][0]["card"].update({name: value})


def of_all(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda found: found.update({name: value})


ODD = {
    "path of a number": of_workspace("path", 7),
    "path of none": of_workspace("path", None),
    "path of a NUL": of_workspace("path", "\0"),
    "path of half a letter": of_workspace("path", "\ud800"),
    "path without end": of_workspace("path", "x" * 1_000_000),
    "opened by none": of_workspace("opened", None),
    "opened by a number": of_workspace("opened", 1),
    "opened never": of_workspace("opened", "never"),
    "opened in 9999": of_workspace("opened", "9999-99-99"),
    "service of none": of_workspace("service", None),
    "service of a list": of_workspace("service", ["W"]),
    "service turned round": of_workspace("service", "\u202eW\n\x1b[2J"),
    "framework of none": of_workspace("framework", None),
    "name of a number": of_workspace("name", 7),
    "archived by a word": of_workspace("archived", "no"),
    "id of none": of_workspace("id", None),
    "id of another": of_workspace("id", "W"),
    "glance of a word": of_workspace("glance", "well"),
    "glance of a list": of_workspace("glance", [1]),
    "glance of another": of_workspace("glance", {"x": 1}),
    "no key": of_workspace("key", ""),
    "something new of a workspace": of_workspace("colour", "green"),
    "workspaces none": of_all("workspaces", None),
    "workspaces a word": of_all("workspaces", "W"),
    "workspaces twice": lambda found: found["workspaces"].extend(found["workspaces"]),
    "former of nothing": of_all("former", [{}]),
    "former of numbers": of_all("former", [{"id": 1, "proof": 2}]),
    "trusted a word": of_all("trusted", "all"),
    "leads a number": lambda found: found["trusted"][0].update(leads=[7]),
    "how of another": of_pin("how", "by magic"),
    "at of none": of_pin("at", None),
    "at in 9999": of_pin("at", "9999-12-31T23:59:59-23:59"),
    "retired a word": of_pin("retired", "no"),
    "card name a number": of_card("name", 7),
    "card name turned round": of_card("name", "\u202eBea"),
    "card devices of numbers": of_card("devices", [7]),
    "card signing none": of_card("signing", None),
    "card sealing a word": of_card("sealing", "age1"),
    "person's id a number": lambda found: found["person"].update(id=7),
    "person without a name": lambda found: found["person"].update(name=""),
    "device a number": of_all("device", 7),
    "proof a number": of_all("proof", 7),
    "bound to none": of_all("bound_to", None),
    "sealing key a word": of_all("sealing_key", "open"),
    "sealing key cut short": lambda found: found.update(sealing_key=found["sealing_key"][:-1]),
    "sealing key of half a letter": of_all("sealing_key", "\ud800"),
    "signing key cut short": lambda found: found.update(signing_key=found["signing_key"][:-2]),
    "signing key no digits": of_all("signing_key", "open"),
    "something new": of_all("colour", "green"),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_no_program_of_ours_sealed_is_damage_or_is_used(
    folder: Path, odd: Callable[[dict[str, Any]], object]
) -> None:
    sealed_with(folder, odd)
    error = refused(lambda: worked_with(folder))
    assert error is None or error.code in _LOST | {Code.FILE_FOREIGN}


def worked_with(folder: Path) -> None:
    laptop = Laptop(folder)
    laptop.unlock(PASSPHRASE)
    for row in laptop.workspaces():
        assert isinstance(inspections.whole(row, "", NOW), str)
    opened = Workspace.open(laptop, inspection(folder))
    assert len(handoffs.rows(opened)) == 2
    opened.editor.set("inspection", "inspection", "notice", "written")
    opened.close()
    laptop.card()
