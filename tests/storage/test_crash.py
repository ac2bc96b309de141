import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.programs import PIPE, OnTheirOwn
from tests.storage.writer import item, long_note, note

MODES = ("edit", "amend", "close")
KILLS_OF_ONE_FILE = 20  # then a new file, so that checking it stays quick

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    pytest.mark.timeout(3600),
]


@pytest.fixture
def writers(laptop: Laptop, forked: OnTheirOwn) -> Iterator[Any]:
    process = forked.start(["-m", "tests.storage.writer", laptop.folder], PIPE, PIPE, cwd=Path(__file__).parents[2])
    yield process
    process.communicate()


def test_killed_at_any_moment_nothing_acknowledged_is_lost(
    laptop: Laptop,
    writers: Any,
    make_workspace: Callable[..., Workspace],
    seed: int,
    request: pytest.FixtureRequest,
) -> None:
    chance = random.Random(seed)
    path = Path()
    for turn in range(int(request.config.getoption("--crashes"))):
        if turn % KILLS_OF_ONE_FILE == 0:
            made = make_workspace(f"Service {turn}")
            made.add_case("C01", "children")
            made.close()
            path = made.path
        mode = MODES[turn % len(MODES)]
        acknowledged = _kill_one(writers, turn, mode, path, chance)
        reopened = Workspace.open(laptop, path)
        try:
            _check(reopened, turn, mode, acknowledged, f"seed {seed} turn {turn} {mode}")
        finally:
            reopened.close()


def _kill_one(writers: Any, turn: int, mode: str, path: Path, chance: random.Random) -> int:
    """How many edits were acknowledged before the writer was killed, at a random moment after the first."""
    writers.stdin.write(f"{turn} {mode} {path}\n".encode())
    writers.stdin.flush()
    writer = int(_line(writers.stdout, "pid"))
    acknowledged = int(_line(writers.stdout, "ack")) + 1
    if mode == "close" and chance.random() < 0.7:
        while (said := writers.stdout.readline().decode().split())[0] == "ack":
            acknowledged += 1
        assert said == ["closing"]
        time.sleep(chance.uniform(0, 0.004))
    else:
        time.sleep(chance.uniform(0, 0.030))
    os.kill(writer, signal.SIGKILL)
    while (said := writers.stdout.readline().decode().split())[0] != "dead":
        acknowledged += said[0] == "ack"
    assert said[1] == str(int(signal.SIGKILL)), "the writer failed by itself"
    return acknowledged


def _line(said: IO[bytes], word: str) -> str:
    found, value = said.readline().decode().split()
    assert found == word
    return value


def _check(workspace: Workspace, turn: int, mode: str, acknowledged: int, what: str) -> None:
    case = workspace.case_rows()[0].id
    assert workspace.problems() == [], what
    if mode == "amend":
        shown = workspace.history("prompt", item(case, turn), "note")[0].value
        assert shown in (long_note(turn, acknowledged - 1), long_note(turn, acknowledged)), what
        return
    items = {item(case, number) for number in range(min(acknowledged, 9))}
    kept = {row.value for one in items for row in workspace.history("prompt", one, "note")}
    assert {note(turn, number) for number in range(acknowledged)} <= kept, what
