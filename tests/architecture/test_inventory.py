"""What a release says is in it (packaging/inventory.py), against the lock."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import inspector_app

ROOT = Path(inspector_app.__file__).parents[1]
PROJECT = "inspector-app"
COMMIT, DATE = "0123456789ab", "2026-11-27"


def make(out: Path) -> Path:
    """An inventory in a folder of its own."""
    out.mkdir()
    subprocess.run([sys.executable, ROOT / "packaging" / "inventory.py", out, COMMIT, DATE], check=True)
    return out


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("release") / "first")


@pytest.fixture(scope="module")
def bill(made: Path) -> Any:
    return json.loads((made / "sbom.cdx.json").read_text(encoding="utf-8"))


def locked() -> dict[str, str]:
    """The libraries that the lock gives the program on every system, those of tests and builds left out."""
    packages = {p["name"]: p for p in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]}
    found: set[str] = set()
    waiting = [PROJECT]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [d["name"] for d in packages[name].get("dependencies", []) if "marker" not in d]
    return {name: packages[name]["version"] for name in found - {PROJECT}}


def test_the_bill_of_materials_has_every_library_of_the_lock_in_its_version(bill: Any) -> None:
    told = {c["name"]: c["version"] for c in bill["components"]}
    wanted = locked()
    assert len(wanted) > 15
    assert {name: told.get(name) for name in wanted} == wanted
    assert [c for c in bill["components"] if c.get("purl", "").startswith("pkg:pypi/") and "@" not in c["purl"]] == []


def test_it_names_the_commit_and_nothing_of_tests_and_builds(bill: Any) -> None:
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["properties"] == [{"name": "commit", "value": COMMIT}]
    assert {"pytest", "pyinstaller", "mypy"} & {c["name"] for c in bill["components"]} == set()


def test_every_part_has_its_licence_text(made: Path, bill: Any) -> None:
    text = (made / "third-party.txt").read_text(encoding="utf-8")
    headed = {
        name for names in re.findall(r"^={100}\n([^\n]+)\n={100}$", text, re.MULTILINE) for name in names.split(", ")
    }
    assert headed == {c["name"] for c in bill["components"]}
    for phrase in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "SQLCipher",
        "SIL OPEN FONT LICENSE",
        "PYTHON SOFTWARE FOUNDATION",
    ):
        assert phrase.casefold() in text.casefold(), phrase


def test_the_same_commit_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    again = make(tmp_path / "again")
    for path in sorted(made.iterdir()):
        assert path.read_bytes() == (again / path.name).read_bytes()


@pytest.mark.skipif(not Path("/var/lib/dpkg").is_dir(), reason="only Debian knows whose a library of the system is")
def test_a_library_of_the_system_whose_terms_nobody_knows_is_not_given_to_people(tmp_path: Path) -> None:
    made, folder = make(tmp_path / "made"), tmp_path / "folder"
    folder.mkdir()
    (folder / "libnobody-wrote-this.so.1").touch()
    called = [sys.executable, str(ROOT / "packaging" / "system_libraries.py"), str(folder), str(made)]
    done = subprocess.run(called, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "libnobody-wrote-this.so.1" in done.stderr
