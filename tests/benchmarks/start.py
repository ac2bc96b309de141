"""From process start to the usable start page, against a bare PySide6 window, in turn."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks import figures, workload

ROUNDS = 15


def run() -> Iterator[str]:
    """Lines to print."""
    with workload.laptop() as laptop:
        environment = {**os.environ, "INSPECTOR_HOME": str(laptop.folder), "QT_QPA_PLATFORM": "offscreen"}
        memory: list[float] = []

        def started(*arguments: str) -> float:
            done = subprocess.run(
                [sys.executable, "-m", *arguments], env=environment, capture_output=True, text=True, check=True
            )
            found = json.loads(done.stdout)
            memory.append(found["rss_mb"])
            return float(found["ready_s"])

        ours, bare = figures.in_turn(
            lambda: started("inspector_app", "--measure-start"), lambda: started("tests.benchmarks.bare"), ROUNDS
        )
    yield f"process start to start page       {figures.percentile(ours, 0.5):.3f} s median"
    yield f"process start to a bare window    {figures.percentile(bare, 0.5):.3f} s median"
    yield f"start against a bare window       {figures.ratio(ours, bare):.2f} times (limit 1.6)"
    yield f"memory at the start page          {memory[0]:.0f} MB (a bare window: {memory[1]:.0f} MB)"
