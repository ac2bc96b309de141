"""Prints the benchmarks, all or those named: `python -m tests.benchmarks [start] [edit] …`. Proportions, not verdicts.

`--slow-disk MS` has each sync take so many milliseconds more; `--slow-core` leaves a quarter of a core to `late`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import figures, slow

ALL = (
    "start",
    "unlock",
    "edit",
    "window",
    "pages",
    "typing",
    "gaps",
    "late",
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
    "growth",
    "others",
)


def main(arguments: list[str]) -> None:
    """Each benchmark in a process of its own, so that none pays for another's memory or caches."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    asked.add_argument("names", nargs="*", choices=[*ALL, []])
    asked.add_argument("--slow-disk", metavar="MS")
    asked.add_argument("--slow-core", action="store_true")
    options = asked.parse_args(arguments)
    print(f"Measured on: {figures.machine()}")
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        environment = dict(os.environ)
        if options.slow_disk:
            environment |= slow.disk(options.slow_disk, Path(folder))
        if options.slow_core:
            environment[slow.CORE] = "1"
        for name in options.names or ALL:
            print(f"\n{name}", flush=True)
            subprocess.run([sys.executable, "-m", "tests.benchmarks.one", name], env=environment, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
