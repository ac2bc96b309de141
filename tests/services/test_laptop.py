import json
import re
from pathlib import Path

import pytest

from inspector_app.core.crypto import seal
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import workspace as module
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace

PASSPHRASE = "copper lantern drifts over quiet water"


def test_a_new_laptop_reads_and_writes_nothing(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "none")
    assert laptop.is_new()
    assert laptop.locked
    assert laptop.settings.get("zoom", 100) == 100
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "  ", "\n\t"])
def test_a_person_has_a_name(profile: Path, name: str) -> None:
    with pytest.raises(Expected) as refused:
        Laptop(profile).create_identity(name, "", PASSPHRASE)
    assert refused.value.code is Code.VALUE_INVALID
    assert list(profile.iterdir()) == []


@pytest.mark.parametrize("passphrase", ["", "password", "Ruth Ashdown", "ashdown ruth", "12345678901234"])
def test_a_passphrase_easy_to_guess_is_refused_and_nothing_is_made(profile: Path, passphrase: str) -> None:
    laptop = Laptop(profile)
    with pytest.raises(Expected) as refused:
        laptop.create_identity("Ruth Ashdown", "Lead inspector", passphrase)
    assert refused.value.code is Code.WEAK_PASSPHRASE
    assert laptop.locked
    assert laptop.is_new()
    assert list(profile.iterdir()) == []


def test_a_new_identity_is_unlocked_and_its_blanks_are_tidied(profile: Path) -> None:
    laptop = Laptop(profile)
    person = laptop.create_identity("  Ruth   Ashdown ", "Lead inspector", PASSPHRASE)
    assert (person.name, person.role) == ("Ruth Ashdown", "Lead inspector")
    assert not laptop.locked
    assert laptop.person == person
    assert laptop.workspaces() == []
    assert re.fullmatch(r"[0-9a-f]{16}", laptop.device)


@pytest.mark.usefixtures("full_cost")
def test_production_seals_at_full_cost(tmp_path: Path) -> None:
    Laptop(tmp_path).create_identity("Ruth Ashdown", "", PASSPHRASE)
    sealed = json.loads((tmp_path / "keyring").read_text())["passphrase"]
    assert sealed["cost"] == {"memory_kib": 256 * 1024, "iterations": 3, "lanes": 4}


@pytest.mark.usefixtures("full_cost")
def test_a_laptop_with_little_memory_seals_with_a_quarter_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal.os, "sysconf", {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": 2 * 1024**3 // 4096}.__getitem__)
    assert seal.cost_here() == seal.Cost(64 * 1024, 3, 4)


def test_only_the_owner_can_read_the_keyring_and_the_workspaces(laptop: Laptop) -> None:
    made = Laptop(laptop.folder / "deeper" / "profile")
    made.create_identity("Sam Otley", "", PASSPHRASE)
    assert made.folder.stat().st_mode & 0o077 == 0
    assert laptop.workspaces_folder.stat().st_mode & 0o077 == 0
    assert (laptop.folder / "keyring").stat().st_mode & 0o077 == 0


def test_workspaces_are_listed_with_the_last_opened_first(
    laptop: Laptop, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = workspace.inspection().start
    workspace.close()
    monkeypatch.setattr(module, "now", lambda: "2026-01-01T00:00:00+00:00")
    Workspace.open(laptop, workspace.path).close()
    monkeypatch.setattr(module, "now", lambda: "2026-01-02T00:00:00+00:00")
    second = Workspace.create(laptop, laptop.new_path("b"), "yos-2018", "Second", start)
    assert [row.service for row in laptop.workspaces()] == ["Second", "Wexborough Youth Justice Service"]
    second.close()
    monkeypatch.setattr(module, "now", lambda: "2026-01-03T00:00:00+00:00")
    Workspace.open(laptop, workspace.path).close()
    rows = laptop.workspaces()
    assert [row.service for row in rows] == ["Wexborough Youth Justice Service", "Second"]
    assert [row.missing for row in rows] == [False, False]
    second.path.unlink()
    assert [row.missing for row in laptop.workspaces()] == [False, True]


@pytest.mark.parametrize("service", ["Wexborough", "", "../../etc/passwd", "a/b\\c:d*?", "ŵ" * 400, "...", "con\0"])
def test_any_service_gives_a_free_file_name_in_the_workspaces_folder(laptop: Laptop, service: str) -> None:
    for _ in range(3):
        path = laptop.new_path(service)
        assert path.parent == laptop.workspaces_folder
        assert path.suffix == ".inspection"
        assert len(path.name.encode()) < 200
        path.touch(exist_ok=False)


def test_an_account_whose_name_cannot_be_looked_up_has_a_laptop_all_the_same(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the department's directory is out of reach, and the environment says nothing."""

    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr("getpass.getuser", unknown)
    made = Laptop(profile)
    made.create_identity("Ruth Ashdown", "", "copper lantern drifts over quiet water")
    again = Laptop(profile)
    with pytest.raises(Expected) as no:
        again.unlock("wrong")
    assert no.value.code is Code.WRONG_PASSPHRASE
    again.unlock("copper lantern drifts over quiet water")
    assert again.device == made.device
