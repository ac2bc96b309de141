"""What every test may use: a profile folder, an unlocked laptop, an open workspace; and how hard to try."""

import gc
import importlib
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import shiboken6  # noqa: F401  before the guard, as PySide brings it in
import zxcvbn
from hypothesis import HealthCheck, core, settings

from inspector_app.core.crypto import parcel, seal
from inspector_app.core.domain.ids import WorkspaceId, new_id
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import schema
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.safekeeping import backup
from inspector_app.ui.look import overrides
from tests import copies, programs, quick_age
from tests.copies import copied
from tests.patience import pytest_timeout_cancel_timer, pytest_timeout_set_timer  # noqa: F401  hooks

PASSPHRASE = copies.PASSPHRASE
FRAMEWORK = "iyjwcv-2025"
SERVICE = "Wexborough Youth Justice Service"
START = date(2026, 3, 9)
MAKES_BACKUPS = backup.make
FULL_COST = seal.Cost.__init__.__defaults__  # before any test has made it less

overrides.guard()  # as the door does, before a class of the window is written
gc.disable()  # until the tests are found: of what that makes nothing is garbage

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
settings.register_profile("default", deadline=None, suppress_health_check=_SLOW, max_examples=50, print_blob=True)
settings.register_profile("long", parent=settings.get_profile("default"), max_examples=1000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="try many more examples in property tests")
    parser.addoption(
        "--every-sample",
        action="store_true",
        help="try bounds on every sample up to eight cases by three key questions",
    )
    parser.addoption("--records", type=int, default=60, help="how many random sealed records program and script judge")
    parser.addoption("--every-look", action="store_true", help="look for cut text in every size of window and letters")
    parser.addoption(
        "--every-state", action="store_true", help="lock, and change the look, in every state, not in a few"
    )
    parser.addoption(
        "--pictures", type=Path, help="a folder for a picture of every page in every state, in every theme"
    )
    parser.addoption("--crashes", type=int, default=40, help="how often the crash test kills its writer")
    parser.addoption("--histories", type=int, default=24, help="how many random histories of a team are tried")
    parser.addoption(
        "--hostile", type=int, default=10, help="how many random histories with a hostile member are tried"
    )
    parser.addoption("--actions", type=int, default=500, help="how many things the typing robot does")
    parser.addoption("--presses", type=int, default=50, help="how many things the stranger in the window does")
    parser.addoption("--faults", type=int, default=40, help="how often a call to the system goes wrong in an operation")
    parser.addoption("--fuzz", type=int, default=1000, help="how many spoilt packages are read")
    parser.addoption("--drafts", type=int, default=8, help="how many drafts of random findings are made")
    parser.addoption("--verapdf", help="the program that validates PDF/UA-1 and PDF/A-2a, called as veraPDF's own is")
    parser.addoption(
        "--late-jobs", action="store_true", help="in the window's tests each job begins or ends late, by chance"
    )
    parser.addoption("--seed", type=int, default=_drawn(), help="seed of the tests that use chance")


def _drawn() -> int:
    """The commit's own seed: what was green where it was made is tried the same where it is checked, each commit anew."""
    asked = ["git", "-C", str(Path(__file__).parent), "rev-parse", "HEAD"]
    try:
        return int(subprocess.run(asked, capture_output=True, text=True, check=True).stdout[:8], 16)
    except (OSError, subprocess.CalledProcessError):
        return secrets.randbits(32)  # not a checkout, or no git


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("long" if config.getoption("--long") else "default")
    if config.getoption("--hypothesis-seed") is None:
        core.global_force_seed = config.getoption("--seed")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """A worker has a large heap, and little of it is garbage: what is there before the first test is not looked through."""
    if "pypdf" in sys.modules:  # where it is not, no test reads a PDF
        importlib.import_module("tests.quick_pypdf").put_in()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Three for two cores: a sixth of the time that pages take is waiting, and most of that of journeys with real windows."""
    cores = os.cpu_count() or 1
    return cores + cores // 2


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.write_line(f"seed: {config.getoption('--seed')} (repeat with --seed)")


@pytest.fixture(scope="session", autouse=True)
def _each_passphrase_is_guessed_at_once() -> Iterator[None]:
    """How hard it is to guess is worked out for the same words again only in a new process: most of what a laptop costs."""
    guess = zxcvbn.zxcvbn

    @cache
    def guessed(passphrase: str, tried_first: tuple[str, ...]) -> Any:
        return guess(passphrase, user_inputs=tried_first)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zxcvbn, "zxcvbn", lambda passphrase, user_inputs: guessed(passphrase, tuple(user_inputs)))
        yield


@pytest.fixture(scope="session", autouse=True)
def _keyrings_are_cheap_to_open() -> Iterator[None]:
    """Whoever made a keyring for a journey in earnest paid two thirds of a second each time that any program opened it.

    One that a real program made in a process of its own stays as it is for people; here its key is worked out once.
    """
    derive, once, full = seal.derive, cache(seal.derive), seal.Cost(*FULL_COST)

    def derived(passphrase: str, salt: bytes, cost: seal.Cost) -> bytes:
        return (once if cost == full else derive)(passphrase, salt, cost)

    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        patch.setattr(seal, "derive", derived)
        yield


@pytest.fixture
def full_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keyrings are made as they are for people."""
    monkeypatch.setattr(seal.Cost.__init__, "__defaults__", FULL_COST)


@pytest.fixture
def counted(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Prints what was tried, past what catches the output of tests (`-n 0`)."""

    def tell(line: str) -> None:
        with capsys.disabled():
            print(f"\n  {line}", end="")

    return tell


@pytest.fixture(scope="session")
def forked() -> Iterator[programs.OnTheirOwn]:
    """Runs programs whose start is not what is tried, without what a start costs (tests/programs.py says which)."""
    with programs.forking() as made:
        yield made


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty profile folder in INSPECTOR_HOME. New keyrings are made cheap to open: cost is kept in the keyring."""
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("INSPECTOR_HOME", str(folder))
    cheap_keyrings(monkeypatch)
    return folder


def cheap_keyrings(patch: pytest.MonkeyPatch) -> None:
    """New keyrings are cheap to open: cost is kept in the keyring."""
    patch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))


@pytest.fixture
def quick_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """New packages under a passphrase are cheap to open: cost is kept in the package."""
    monkeypatch.setattr(parcel, "seal_with_passphrase", quick_age.seal_with_passphrase)


@pytest.fixture
def no_backups(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is made before a package is taken: most of what taking a small one costs, and no matter of who exchanges many."""
    without_backups(monkeypatch)


def without_backups(patch: pytest.MonkeyPatch) -> None:
    """No backup is made."""
    patch.setattr(backup, "make", lambda _database, place, *_: place.folder)


@pytest.fixture
def backups(no_backups: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are made all the same, in a module without."""
    monkeypatch.setattr(backup, "make", MAKES_BACKUPS)


@pytest.fixture
def laptop(profile: Path) -> Laptop:
    """An unlocked laptop (its passphrase is PASSPHRASE)."""
    return set_up(profile)


def set_up(folder: Path) -> Laptop:
    """A laptop in that folder, unlocked (its passphrase is PASSPHRASE)."""
    made = Laptop(folder)
    made.create_identity("Ruth Ashdown", "Lead inspector", PASSPHRASE)
    return made


@pytest.fixture
def make_workspace(laptop: Laptop) -> Iterator[Callable[..., Workspace]]:
    """Makes encrypted workspaces on the laptop, and closes them afterwards."""
    made: list[Workspace] = []

    def make(service: str = SERVICE, framework: str = FRAMEWORK) -> Workspace:
        made.append(create(laptop, service, framework))
        return made[-1]

    yield make
    for workspace in made:
        workspace.close()


@pytest.fixture(scope="session")
def kept_plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a laptop with what is in `workspace`, made once: making it costs twice what copying it does."""
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        laptop = set_up(tmp_path_factory.mktemp("plain") / "profile")
        with closing(create(laptop)) as made:
            add_cases(made)
    return laptop.folder


@pytest.fixture
def workspace(kept_plain: Path, laptop: Laptop, make_workspace: Callable[..., Workspace]) -> Iterator[Workspace]:
    """An open encrypted workspace with post-court cases C01 to C03 and a resettlement case V01.

    A copy, where the laptop of the test holds nothing yet.
    """
    if laptop.keyring.workspaces:
        made = make_workspace()
        add_cases(made)
        yield made
        return
    with closing(copied(kept_plain, laptop)) as made:
        yield made


def kept_with(kept: Path, place: Path, do: Callable[[Workspace], object]) -> Path:
    """The folder of a laptop (to be at `place`) with what is kept and what `do` does to it there: made once, to be copied."""
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        laptop = Laptop(place)
        with closing(copied(kept, laptop)) as made:
            do(made)
    return laptop.folder


def create(laptop: Laptop, service: str = SERVICE, framework: str = FRAMEWORK) -> Workspace:
    """A new encrypted workspace on the laptop; close it when done."""
    return Workspace.create(laptop, laptop.new_path(service), framework, service, START)


def add_cases(made: Workspace) -> None:
    """Post-court cases C01 to C03 and a resettlement case V01."""
    samples = [s.code for s in made.framework.samples]
    for number in range(1, 4):
        made.add_case(f"C{number:02d}", samples[0])
    made.add_case("V01", samples[-1])


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    """The seed for tests that use chance; printed at the end of the run, repeated with --seed."""
    return int(request.config.getoption("--seed"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty file of this version, without a person or an inspection."""
    made = Database.create(tmp_path / "a.inspection", WorkspaceId(new_id()), bytes(32))
    schema.migrate(made)
    yield made
    made.close()
