"""A locked laptop: the real program on a real display, looked at from outside before, during and after a lock."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.core.services.profile import identity
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.workspace import Workspace
from tests.conftest import PASSPHRASE
from tests.e2e.display import Window, display
from tests.trust import outside

SERVICE, REF, PERSON = "Heronsgate Youth Justice", "HERON7", "Ottoline Fernsby"
STORED, TYPED, LATER = "kestrel over the boathouse", "the turquoise rucksack was", " found"
ONLY_ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/proc and X are Linux's")
ONLY_ITS_OWNER = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="the system keeps everybody else out of that memory"
)
Secrets = dict[str, str | bytes]


@pytest.fixture
def secrets(laptop: Laptop, make_workspace: Callable[..., Workspace]) -> Secrets:
    """An inspection with a note in it, closed; and everything that nobody may find afterwards."""
    identity.rename(laptop, PERSON, "Lead inspector")  # the usual name stands in a text of the program
    made = make_workspace(SERVICE)
    case = made.add_case(REF, made.framework.samples[0].code)
    question = made.case_row(case).marks[0].question
    other = made.question_page(case, question).prompts[1]
    made.editor.set(other.entity, other.id, "note", STORED)
    keyring = laptop.keyring
    keys: Secrets = {
        "key of the inspection": made.key.key,
        "signing key": keyring.signing_key,
        "sealing key": keyring.sealing_key,
        "key of the keyring": laptop.keyring_file._key,
    }
    made.close()
    words = {"passphrase": PASSPHRASE, "stored note": STORED, "typed note": TYPED, "reference": REF, "service": SERVICE}
    return keys | words | {"person": laptop.person.name}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program puts what it thinks is temporary, and its person's other files."""
    folder = tmp_path / "temporary"
    for name in ("TMPDIR", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        (folder / name).mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(name, str(folder / name))
    return folder


@pytest.fixture
def screen() -> Iterator[str]:
    with display() as name:
        yield name


def unlock(window: Window) -> None:
    window.wait_for_title("Locked")
    window.type(PASSPHRASE)
    window.keys("Return")


def write(window: Window) -> None:
    """Open the inspection and its case, and type into the note of the first prompt."""
    unlock(window)
    window.wait_for_title("Inspections")
    window.keys("Return")
    window.wait_for_title("Week")
    window.keys("ctrl+k")
    window.type(f"Case {REF}")
    window.keys("Return")
    window.wait_for_title(REF)
    window.keys("Return")
    window.type(TYPED)


@ONLY_ON_LINUX
@ONLY_ITS_OWNER
def test_a_program_that_cannot_be_started_again_ends_and_says_so(
    screen: str, profile: Path, temporary: Path, secrets: Secrets
) -> None:
    """As after an update that took its file away: nothing is shown as locked that still holds keys and notes."""
    gone = temporary / "python"
    gone.symlink_to(sys.executable)
    environment = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    window = Window(screen, profile, program=gone, **environment)
    write(window)
    gone.unlink()
    window.keys("ctrl+l")
    window.wait_for_title("Ending")
    assert "stored note, utf-8" in outside.in_programs_of(profile, secrets), (
        "it is there while the program says that it ends"
    )
    window.ended()
    assert window.process.returncode == 0
    assert outside.programs_of(profile) == []
    assert outside.on_clipboard(screen) == ""
    assert outside.in_files([temporary], secrets) == []
    laptop = Laptop(profile)
    laptop.unlock(PASSPHRASE)
    with closing(
        Workspace.open(laptop, Path(laptop.workspaces()[0].path), window=True)
    ) as workspace:  # its claim is free
        row = workspace.case_rows()[0]
        assert workspace.question_page(row.id, row.marks[0].question).prompts[0].note == TYPED


@ONLY_ON_LINUX
@ONLY_ITS_OWNER
def test_a_window_that_nobody_touches_for_a_minute_locks_itself_and_leaves_nothing(
    screen: str, profile: Path, temporary: Path, secrets: Secrets, request: pytest.FixtureRequest
) -> None:
    """What starts the lock is tried without a wait in tests/ui/test_idle.py."""
    if not request.config.getoption("--long"):
        pytest.skip("waits for a minute; --long")
    Settings(profile).set("idle_minutes", 1)
    window = Window(screen, profile)
    write(window)
    assert "typed note, utf-16-le" in outside.in_programs_of(profile, secrets)
    window.wait_for_lock(60)
    assert outside.in_programs_of(profile, secrets) == {}
    unlock(window)
    window.wait_for_title(REF)
    window.close()
    assert window.errors == ""
    assert outside.in_files([temporary], secrets) == []


@ONLY_ON_LINUX
@ONLY_ITS_OWNER
def test_the_memory_of_a_locked_program_holds_nothing(
    screen: str, profile: Path, temporary: Path, secrets: Secrets
) -> None:
    window = Window(screen, profile)
    write(window)
    window.keys("ctrl+a", "ctrl+c", "End")
    before = outside.in_memory(window.process.pid, secrets)
    assert {"key of the inspection, raw", "typed note, utf-16-le", "service, utf-8"} <= before.keys()
    assert TYPED in outside.on_clipboard(screen)
    named = {name: secret for name, secret in secrets.items() if name != "service"}  # the file is called after that
    assert outside.in_files([profile], named) == []
    window.lock()
    assert outside.in_files([profile], named) == []
    assert outside.in_programs_of(profile, secrets) == {}
    assert outside.on_clipboard(screen) == ""
    unlock(window)
    window.wait_for_title(REF)
    window.type(LATER)
    window.close()
    assert window.errors == ""
    assert outside.in_files([temporary], secrets) == []
    assert outside.in_files([profile], named) == []
    laptop = Laptop(profile)
    laptop.unlock(PASSPHRASE)
    workspace = Workspace.open(laptop, Path(laptop.workspaces()[0].path))
    row = workspace.case_rows()[0]
    assert workspace.question_page(row.id, row.marks[0].question).prompts[0].note == TYPED + LATER
    workspace.close()
