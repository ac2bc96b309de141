"""Prints the benchmarks, all or those named: `python -m tests.benchmarks [start] [edit] …`. Proportions, not verdicts."""

import importlib
import subprocess
import sys

from tests.benchmarks import figures

ALL = (
    "start",
    "unlock",
    "edit",
    "window",
    "pages",
    "typing",
    "gaps",
    "notes",
    "switch",
    "find",
    "board",
    "opening",
    "handoff",
    "services",
    "evidence",
    "findings",
    "collection",
)


def main(wanted: list[str]) -> None:
    """Each benchmark in a process of its own, so that none pays for another's memory or caches."""
    if len(wanted) == 1:
        for line in importlib.import_module(f"tests.benchmarks.{wanted[0]}").run():
            print(line, flush=True)
        return
    print(f"Measured on: {figures.machine()}")
    for name in wanted or ALL:
        print(f"\n{name}", flush=True)
        subprocess.run([sys.executable, "-m", "tests.benchmarks", name], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
