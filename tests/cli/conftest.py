"""The commands as a person runs them: on a profile folder of their own, in a folder of their own."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from inspector_app.commands import arguments
from inspector_app.core.crypto.keyring import KeyringFile
from inspector_app.core.services import workspace
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile import laptop
from tests.conftest import cheap_keyrings
from tests.copies import at_home
from tests.programs import OnTheirOwn

PASSPHRASE = "copper lantern drifts over quiet water"
SAMPLE = exchange.sample_document()


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(scope="session", autouse=True)
def _every_command_is_known_once() -> Iterator[None]:
    """A process runs one command, and these tests hundreds: to make the parser of them all is most of each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arguments, "_parser", cache(arguments._parser))
        yield


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process; the words of it may be given as one text or as several arguments."""

    def run(*words: object) -> Ran:
        given = str(words[0]).split() if len(words) == 1 else [str(w) for w in words]
        capsys.readouterr()
        try:
            status = arguments.main(given)
        except SystemExit as end:  # how argparse refuses wrong usage
            status = int(end.code or 0)
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return run


def _ran(programs: OnTheirOwn, line: Sequence[object], stdin: bytes = b"", env: dict[str, str] | None = None) -> Ran:
    done = programs.run(line, given=stdin, env=env)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def program(forked: OnTheirOwn) -> Run:
    """Runs the real program in a process of its own."""
    return lambda *words, **how: _ran(forked, ["-m", "inspector_app", *words], **how)


@pytest.fixture
def started() -> Run:
    """As `program`, begun as a person begins it: where that is part of what is tried (tests/programs.py)."""
    return lambda *words, **how: _ran(OnTheirOwn(), ["-m", "inspector_app", *words], **how)


@pytest.fixture
def desk(profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """The folder one works in, on a laptop that Ruth Ashdown has set up; its passphrase is in the environment."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
    on_that_minute(monkeypatch)
    done = run("identity", "new", "--person", "Ruth Ashdown", "--role", "Lead inspector")
    assert done.status == 0, done.err
    return folder


def on_that_minute(patch: pytest.MonkeyPatch) -> None:
    """Opening notes the minute in the keyring: always the same."""
    for module in (laptop, workspace):
        patch.setattr(module, "now", lambda: "2026-03-09T09:30:00+00:00")


def made_by_commands(folder: Path, document: Path, name: str) -> Path:
    """That folder, as of a laptop with an inspection of that name among its workspaces, into which a document was taken."""
    folder.mkdir(mode=0o700)
    path = str(folder / "workspaces" / name)
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        patch.setenv("INSPECTOR_HOME", str(folder))
        patch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
        on_that_minute(patch)
        for words in (
            ["identity", "new", "--person", "Ruth Ashdown", "--role", "Lead inspector"],
            ["new", path, "--framework", "iyjwcv-2025", "--service", "Trafford", "--start", "2025-03-24"],
            ["import", str(document), "--into", path],
        ):
            assert arguments.main(words) == 0
    return folder


def copied_to(desk: Path, profile: Path, kept: Path) -> Path:
    """What was made by commands, in the place of what this laptop holds; its inspection in the folder one works in."""
    shutil.copytree(kept, profile, dirs_exist_ok=True)
    (made,) = profile.glob("workspaces/*.inspection")
    shutil.move(made, desk)
    keyring = KeyringFile.open(laptop.Laptop(profile).keyring_path, PASSPHRASE)
    keyring.update(lambda held: at_home(held, profile, desk))
    return desk / made.name


@pytest.fixture(scope="session")
def kept_trafford(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a laptop with the sample inspection among its workspaces, made by commands once."""
    return made_by_commands(tmp_path_factory.mktemp("trafford") / "profile", SAMPLE, "trafford.inspection")


@pytest.fixture
def trafford(desk: Path, profile: Path, kept_trafford: Path) -> Path:
    """A workspace with the sample inspection in it: a copy, in the folder one works in."""
    return copied_to(desk, profile, kept_trafford)
