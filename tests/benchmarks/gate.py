"""No release is half as slow again as the one before: `python -m tests.benchmarks.gate [--since COMMIT]`.

Both programs do the same work in turn, by commands, whose contract (docs/commands.md) every version keeps. What is compared
is the processor time of the processes, which hardly depends on what else the machine does, and of several rounds the least.
"""

import argparse
import itertools
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import figures

TOP = Path(__file__).parents[2]
MOST, ROUNDS = 1.5, 3
_PASSPHRASE = "copper lantern drifts over quiet water"
_DOCUMENT, _KEPT = "demo/trafford-2025.json", "kept.inspection"
_NEW = ("--framework", "iyjwcv-2025", "--service", "Wexborough", "--start", "2026-03-09")
BEFORE: tuple[tuple[str, ...], ...] = (
    ("demo", "demo"),
    ("identity", "new", "--person", "Anna", "--role", "Lead inspector"),
    ("new", _KEPT, *_NEW),
    ("import", _DOCUMENT, "--into", _KEPT),
)
WORK: Mapping[str, tuple[str, ...]] = {  # {turn}: every round makes another
    "start of a command": ("--version",),
    "start of the window": ("--measure-start",),
    "ratings of a document": ("rate", _DOCUMENT),
    "draft findings as PDF": ("report", _DOCUMENT, "-o", "draft.pdf"),
    "making an inspection": ("new", "made-{turn}.inspection", *_NEW),
    "importing what is there": ("import", _DOCUMENT, "--into", _KEPT),
    "exporting it": ("export", _KEPT, "-o", "out.json"),
    "checking the file": ("check", _KEPT),
}


class Program(NamedTuple):
    """One version of the program: the Python that runs it, the top of its checkout, and the folder that it works in."""

    python: Path
    top: Path
    place: Path

    def took(self, line: Sequence[str], turn: int = 0) -> float:
        """Seconds of the processor that a command takes. Raises CalledProcessError where it is refused."""
        line = [self.python, "-m", "inspector_app", *(word.format(turn=turn) for word in line)]
        before = _children()
        subprocess.run(line, env=self._told(), cwd=self.place, check=True, stdout=subprocess.DEVNULL)
        return _children() - before

    def _told(self) -> dict[str, str]:
        told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        told |= {"INSPECTOR_HOME": str(self.place / "profile"), "INSPECTOR_PASSPHRASE": _PASSPHRASE}
        told |= {"PYTHONPATH": str(self.top), "PYTHONPYCACHEPREFIX": str(self.place / "compiled")}
        return told | {"QT_QPA_PLATFORM": "offscreen"}


def last_release(top: Path = TOP) -> str | None:
    """The newest tag `v…` from which this commit comes; None before the first release."""
    line = ["git", "-C", str(top), "describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^"]
    found = subprocess.run(line, capture_output=True, text=True, check=False)
    return found.stdout.strip() or None


def released_before(top: Path) -> str | None:
    """The version before that of the first part of the list of changes, as the list has it; None before the first release."""
    parts = re.findall(r"^## \[(.+?)\]", (top / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    return parts[1] if len(parts) > 1 else None


def compared(now: Program, then: Program) -> Iterator[tuple[str, float]]:
    """What is tried, and how many times as long it takes now as then, as each is known."""
    for program in (now, then):
        for line in BEFORE:
            program.took(line)
    for what, line in WORK.items():
        nows, thens = figures.in_turn(*(_turns(program, line) for program in (now, then)), ROUNDS + 1)
        yield what, min(nows[1:]) / min(thens[1:])  # the first compiles


def _turns(program: Program, line: Sequence[str]) -> Callable[[], float]:
    turns = itertools.count()
    return lambda: program.took(line, next(turns))


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _checked_out(commit: str, top: Path) -> Path:
    """Bring that version there, with the libraries of its own lock; the Python that has them."""
    subprocess.run(["git", "clone", "-q", "--no-checkout", TOP, top], check=True)
    subprocess.run(["git", "checkout", "-q", commit], cwd=top, check=True)
    uv = shutil.which("uv", path=f"{TOP / '.tools' / 'bin'}{os.pathsep}{os.environ['PATH']}") or "uv"
    wanted = ["--locked", "--no-dev", "--no-install-project", "--python", sys.executable]
    subprocess.run([uv, "sync", "-q", *wanted], cwd=top, check=True)
    return top / ".venv" / "bin" / "python"


def main(given: Sequence[str] | None = None) -> int:
    """Print the proportions; 1 where one is over the limit, or where the checkout lacks the release to compare with."""
    reader = argparse.ArgumentParser(prog="python -m tests.benchmarks.gate", description=__doc__)
    reader.add_argument("--since", metavar="COMMIT", help="compared with this, in place of the last release")
    since = reader.parse_args(given).since or last_release()
    if since is None and (before := released_before(TOP)):
        print(f"{before} was released, and no tag v… is here to compare with. Bring the tags: git fetch --tags")
        return 1
    if since is None:
        print("Nothing is released yet: there is nothing that this could be slower than.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return _judged(since, Path(folder))


def _judged(since: str, place: Path) -> int:
    (place / "now").mkdir()
    (place / "then").mkdir()
    python = _checked_out(since, place / "top")
    worst = 0.0
    for what, times in compared(
        Program(Path(sys.executable), TOP, place / "now"), Program(python, place / "top", place / "then")
    ):
        print(f"{what:<24} {times:5.2f} times {since}{f'   over {MOST}' if times > MOST else ''}", flush=True)
        worst = max(worst, times)
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
