"""From process start to the usable start page, against a bare PySide6 window, in turn; both with compiled modules."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from inspector_app.ui.window.main_window import SEEN_THEME
from tests.benchmarks import figures, workload

ROUNDS = 15
OURS, BARE = ("inspector_app", "--measure-start"), ("tests.benchmarks.bare",)


def run() -> Iterator[str]:
    """Lines to print."""
    with workload.laptop() as laptop:
        laptop.settings.set(SEEN_THEME, "light")  # as after any start but the first, which has to ask the system
        environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "INSPECTOR_HOME": str(laptop.folder),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPYCACHEPREFIX": str(
                laptop.folder / "compiled"
            ),  # else a machine that keeps none compiles at each start
        }
        memory: list[float] = []
        worked: dict[tuple[str, ...], list[float]] = {OURS: [], BARE: []}  # seconds of the processor

        def started(*arguments: str) -> float:
            done = subprocess.run(
                [sys.executable, "-m", *arguments], env=environment, capture_output=True, text=True, check=True
            )
            found = json.loads(done.stdout)
            memory.append(found["rss_mb"])
            worked[arguments].append(found["cpu_s"])
            return float(found["ready_s"])

        started(*OURS), started(*BARE)  # the first start of each compiles
        memory.clear()
        for figure in worked.values():
            figure.clear()
        ours, bare = figures.in_turn(lambda: started(*OURS), lambda: started(*BARE), ROUNDS)
    yield f"process start to start page       {figures.percentile(ours, 0.5):.3f} s median"
    yield f"process start to a bare window    {figures.percentile(bare, 0.5):.3f} s median"
    yield f"start against a bare window       {figures.ratio(ours, bare):.2f} times (limit 1.2)"
    yield f"the same in processor time        {figures.ratio(worked[OURS], worked[BARE]):.2f} times"
    yield f"memory at the start page          {memory[0]:.0f} MB (a bare window: {memory[1]:.0f} MB)"
