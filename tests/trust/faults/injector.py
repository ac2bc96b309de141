"""Runs operations in which one call to the system goes wrong, each in a process of its own, and says what came of each.

    LD_PRELOAD=faults.so python -m tests.trust.faults.injector FOLDER      then on stdin, as a list in JSON:
        ["at random", RUNS, SEED]
        ["each", OPERATION, FAULT, FIRST, LAST]

Prints a line of JSON for each run: operation, fault, call, outcome, code, and what does not hold afterwards; and an empty
one once it has done what a line asked for.
"""

import ctypes
import json
import os
import random
import shutil
import sys
import tempfile
import traceback
from dataclasses import replace
from pathlib import Path

from inspector_app.core.crypto import seal
from inspector_app.core.errors import Code, Expected
from inspector_app.ui.errors import sentence
from tests.trust.faults import verdicts
from tests.trust.faults.operations import OPERATIONS, World, prepare

FAULTS = {
    1: "disk full", 2: "half written, then full", 3: "disk fails once", 4: "disk fails", 5: "killed before",
    6: "half written, then killed", 7: "killed after",
}  # fmt: skip
_FOR_GOOD = FAULTS[4]
_CALLS = "calls "  # what a run that only counts says

shim = ctypes.CDLL(None)
shim.fault_arm.argtypes = [ctypes.c_int, ctypes.c_long, ctypes.c_char_p]
shim.fault_count.restype = ctypes.c_long


class Injector:
    """One prepared world, laid out anew for each run."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._saved = folder / "world", folder / "saved"
        self._folder.mkdir(parents=True)
        tempfile.tempdir = str(folder)
        self._world = prepare(self._folder)
        shutil.copytree(self._folder, self._saved)

    def run(self, operation: str, fault: int, call: int) -> dict[str, object]:
        """Let the call go wrong in the operation, and look at what is there at the next start."""
        shutil.rmtree(self._folder)
        shutil.copytree(self._saved, self._folder)
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            os.close(reader)
            _be_one(replace(self._world), operation, fault, call, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as said:
            lines = said.read().decode().splitlines()
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        acknowledged = [line.removeprefix("ack ") for line in lines if line.startswith("ack ")]
        end = next((json.loads(line) for line in lines if line.startswith("{")), {"outcome": verdicts.KILLED})
        if killed:
            end = {"outcome": verdicts.KILLED}
        found = list(end.pop("wrong", []))
        outcome = end["outcome"]
        if outcome == verdicts.REFUSED and FAULTS.get(fault) == _FOR_GOOD:
            outcome = verdicts.UNSURE
        found += verdicts.wrong(replace(self._world), operation, acknowledged, outcome)
        return {"operation": operation, "fault": FAULTS.get(fault, ""), "call": call, **end, "wrong": found}


def _be_one(world: World, operation: str, fault: int, call: int, writer: int) -> None:
    """Do the operation, say how it ended, and end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    world.arm = lambda: shim.fault_arm(fault, call, os.fsencode(world.folder))
    world.ack = lambda word: _say(writer, f"ack {word}")
    end: dict[str, object]
    try:
        OPERATIONS[operation](world)
        end = {"outcome": verdicts.DONE}
    except Expected as error:
        end = _refused(error, FAULTS.get(fault, ""))
    except BaseException as error:  # noqa: BLE001  a bug is what is looked for
        at = [f"{Path(f.filename).name}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)][-4:]
        end = {"outcome": "bug", "wrong": [f"{type(error).__name__}: {error} at {at}"]}
    calls = shim.fault_count()
    shim.fault_arm(0, 0, b"")
    _say(writer, json.dumps({**end, "calls": calls}))
    os._exit(0)


def _refused(error: Expected, fault: str) -> dict[str, object]:
    said = sentence(error)
    bad = [f"says {said!r}"] if "{" in said or "\n" in said else []
    bad += [f"is called {error.code}"] if error.code not in verdicts.CALLED.get(fault, verdicts.OF_THE_DISK) else []
    return {"outcome": verdicts.REFUSED, "code": Code(error.code), "wrong": bad}


def _say(writer: int, text: str) -> None:
    os.write(writer, f"{text}\n".encode())


def at_random(injector: Injector, runs: int, seed: int) -> None:
    """Count the calls of every operation, then let some of them go wrong."""
    chance = random.Random(seed)
    calls: dict[str, int] = {}
    for operation in OPERATIONS:
        counted = injector.run(operation, 0, 0)
        print(json.dumps(counted), flush=True)
        calls[operation] = int(str(counted.get("calls", 0)))
    for _ in range(runs):
        operation = chance.choice([name for name, count in calls.items() if count])
        print(
            json.dumps(injector.run(operation, chance.choice(list(FAULTS)), chance.randint(1, calls[operation]))),
            flush=True,
        )


def each(injector: Injector, operation: str, fault: str, *between: int) -> None:
    """Let each of these calls of one operation go wrong, one after the other, as far as it has so many."""
    calls = int(str(injector.run(operation, 0, 0)["calls"]))
    kind = next(number for number, name in FAULTS.items() if name == fault)
    for call in range(between[0], min(between[1], calls) + 1):
        print(json.dumps(injector.run(operation, kind, call)), flush=True)


if __name__ == "__main__":
    seal.Cost.__init__.__defaults__ = (64, 1, 1)
    prepared = Injector(Path(sys.argv[1]))
    for line in sys.stdin:
        how, *asked = json.loads(line)
        {"at random": at_random, "each": each}[how](prepared, *asked)
        print(flush=True)
