"""Whatever was done just before, a lock leaves nothing in memory, and nothing lies in plain on any disk before or after it.

Memory is that of every program of the laptop, spelling's too; disk is all that the program can write: the profile, where
one works, the person's settings and caches, and a folder for passing files of its own (that it knows no other is
tests/architecture/test_passing_files.py).
"""

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.services import handoffs
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import identity
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import left_at
from tests.conftest import PASSPHRASE
from tests.trust import outside
from tests.trust.hostile import set_up

SERVICE, REF, LEAD = "Heronsgate Youth Justice", "HERON7", "Perpetua Quillfeather"
NOTE, JOINED, DROPPED = "kestrel over the boathouse", "plover beside the sluice", "turquoise rucksack by the gate"
FINDING = "marigold ledger on the windowsill"
NEW = "velvet anchors hum beneath tall cedars"
STATES = [
    "idle",
    "join",
    "replay",
    "restore",
    "passphrase",
    "older keyring",
    "printed",
    "drop",
    "crash",
    "written out",
    "looked at",
    "exporting",
    "idle giving",
    "everything",
]
_SOME = ["passphrase", "crash", "looked at"]  # in a job, after a fault, with everything open
PATIENCE = 90.0  # seconds
Secrets = dict[str, str | bytes]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's"),
    pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="the system keeps others out of that memory"),
]


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person's files of every other kind are."""
    for name in ("TMPDIR", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "working"):
        (tmp_path / "folders" / name).mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / "folders" / name))
    return tmp_path / "folders"


@pytest.fixture
def package(laptop: Laptop, tmp_path: Path) -> Path:
    """What a lead gives to begin with: another inspection, with a case and a note of its own."""
    lead = set_up(tmp_path / "lead", LEAD)
    with closing(made(lead, "Ternhaven", "TERN4", JOINED)) as inspection:
        team.add(inspection, laptop.card())
        handoffs.export(inspection, tmp_path / "start.handoff", to=[laptop.person.id], everything=True)
    return tmp_path / "start.handoff"


def made(laptop: Laptop, service: str, ref: str, note: str) -> Workspace:
    new = Workspace.create(laptop, laptop.new_path("One"), "iyjwcv-2025", service, date(2026, 3, 9))
    case = new.add_case(ref, new.framework.samples[0].code)
    prompt = new.question_page(case, new.case_row(case).marks[0].question).prompts[0]
    new.editor.set(prompt.entity, prompt.id, "note", note)
    return new


@pytest.fixture
def told(laptop: Laptop, package: Path, tmp_path: Path) -> dict[str, str]:
    """What the program is told; its inspection is closed and backed up, and its keyring was another before."""
    shutil.copy(laptop.folder / "keyring", tmp_path / "older")
    identity.rename(laptop, "Ottoline Fernsby", "Lead inspector")  # the usual name stands in a text of the program
    with closing(made(laptop, SERVICE, REF, NOTE)) as workspace:
        workspace.back_up()
    (tmp_path / "outside").mkdir()
    return {
        "profile": str(laptop.folder), "passphrase": PASSPHRASE, "new passphrase": NEW, "package": str(package),
        "older keyring": str(tmp_path / "older"), "outside": str(tmp_path / "outside"), "dropped": DROPPED,
        "finding": FINDING,
    }  # fmt: skip


def secrets_of(laptop: Laptop, passphrase: str, older: str) -> Secrets:
    """Keys, words and names of everything that is on the laptop now; its keyring may be an older one."""
    again = Laptop(laptop.folder)
    if laptop.keyring_path.read_bytes() == Path(older).read_bytes():
        again = laptop
    else:
        again.unlock(passphrase)
    keyring = again.keyring
    found: Secrets = {f"key of {key.service}": key.key for key in keyring.workspaces}
    found |= {"signing key": keyring.signing_key, "sealing key": keyring.sealing_key}
    found |= {"key of the keyring": again.keyring_file._key, "passphrase": PASSPHRASE, "new passphrase": NEW}
    found |= {
        "note": NOTE,
        "joined note": JOINED,
        "dropped": DROPPED,
        "finding": FINDING,
        "reference": REF,
        "other reference": "TERN4",
    }
    return found | {"service": SERVICE, "lead": LEAD, "person": again.person.name}


def begun(folders: Path, told: dict[str, str], state: str) -> "subprocess.Popen[str]":
    """The program in its state."""
    environment = {**os.environ, "INSPECTOR_HOME": told["profile"], "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    command = [sys.executable, "-m", "tests.trust.locking_program"]
    program = subprocess.Popen(
        command, env=environment, cwd=folders / "working", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        preexec_fn=_wanting_a_core,
    )  # fmt: skip
    tell(program, json.dumps({**told, "state": state}))
    assert program.stdout
    assert program.stdout.readline() == "ready\n"
    return program


def _wanting_a_core() -> None:
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def tell(program: "subprocess.Popen[str]", line: str) -> None:
    assert program.stdin
    program.stdin.write(f"{line}\n")
    program.stdin.flush()


def until(happened: Callable[[], bool], what: str) -> None:
    for _ in range(int(10 * PATIENCE)):
        if happened():
            return
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {what}")


def is_locked(program: "subprocess.Popen[str]") -> bool:
    """Whether the process is another program by now, which shows its first page: it sleeps."""
    assert program.poll() is None, "it is the same process"
    return b"--locked" in Path(f"/proc/{program.pid}/cmdline").read_bytes()


def in_plain(folders: Path, profile: Path, secrets: Secrets) -> list[str]:
    """Which secrets lie in which files; file names have the service's, and the list of the folder may."""
    named = {name: secret for name, secret in secrets.items() if name != "service"}
    return outside.in_files([folders, profile], named)


def written_elsewhere(program: "subprocess.Popen[str]", *folders: Path) -> list[str]:
    """What the program has open to write outside these folders, but for devices and what it was given by this test."""
    found = []
    for number in Path(f"/proc/{program.pid}/fd").glob("*"):
        if int(number.name) < 3:
            continue
        with suppress(OSError):  # closed meanwhile
            there = str(number.readlink())
            flags = Path(f"/proc/{program.pid}/fdinfo/{number.name}").read_text(encoding="utf-8").split("flags:")[1]
            writes = int(flags.split()[0], 8) & os.O_ACCMODE
            if writes and there.startswith("/") and not there.startswith(("/dev/", "/memfd:", *map(str, folders))):
                found.append(there)
    return found


def is_whole(laptop: Laptop, given: Path) -> None:
    """Whatever was written when it locked is all there or not there, and the inspection goes on."""
    assert {path.suffix for path in given.iterdir()} == {".handoff", ".json"}
    for path in given.glob("*.json"):
        exchange.load(path)
    for path in given.glob("*.handoff"):
        assert handoffs.inspect(laptop, path, NEW).steps
    again = Laptop(laptop.folder)
    again.unlock(PASSPHRASE)
    with closing(Workspace.open(again, Path(again.workspaces()[0].path), window=True)) as workspace:
        handoffs.export(workspace, given / "after.handoff", passphrase=NEW)


def is_sound(laptop: Laptop, written: Path) -> None:
    """Each file is whole, nothing is half made, and the inspections are what their logs say; what was cut off is named."""
    for path in written.iterdir():
        data = path.read_bytes()
        assert data.rstrip().endswith(b"%%EOF") if path.suffix == ".pdf" else zipfile.ZipFile(path).testzip() is None
    assert {path.suffix for path in written.iterdir()} <= {".pdf", ".docx"}
    again = Laptop(laptop.folder)
    again.unlock(PASSPHRASE)
    told = []
    for row in again.workspaces():
        with closing(Workspace.open(again, Path(row.path), window=True)) as workspace:
            assert workspace.problems() == []
            assert workspace.backups()
            told += left_at.take_unfinished(workspace)
    assert told == ["Everything"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """All of them with --every-state; else a few: each takes as long as a journey."""
    if "state" in metafunc.fixturenames:
        metafunc.parametrize("state", STATES if metafunc.config.getoption("--every-state") else _SOME)


def test_a_lock_in_any_state_leaves_nothing_in_memory_and_nothing_in_plain(
    laptop: Laptop, folders: Path, told: dict[str, str], state: str
) -> None:
    program = begun(folders, told, state)
    try:
        secrets = secrets_of(laptop, NEW if state == "passphrase" else PASSPHRASE, told["older keyring"])
        seen = outside.in_programs_of(laptop.folder, secrets)
        assert any("reference" in name for name in seen), "the scan finds what is there"
        assert in_plain(folders, laptop.folder, secrets) == []
        assert written_elsewhere(program, folders, laptop.folder, Path(told["outside"])) == []
        tell(program, "lock")
        if state == "crash":
            program.wait(PATIENCE)
        else:
            until(lambda: is_locked(program), "the lock")
            time.sleep(2)  # the unlock page is there
        assert outside.in_programs_of(laptop.folder, secrets) == {}
        assert in_plain(folders, laptop.folder, secrets) == []
    finally:
        program.kill()
        program.communicate()
    if state == "idle giving":
        is_whole(laptop, Path(told["outside"]))
    if state == "everything":
        is_sound(laptop, Path(told["outside"]))
    assert in_plain(folders, laptop.folder, secrets) == []
