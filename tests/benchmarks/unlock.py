"""Unlocking the laptop by its passphrase, against the bare derivation of the key, which is made slow on purpose.

And unlocking the window to the case where the person was, beside that derivation: each time a process of its own.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from inspector_app.core.crypto import seal
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.case.open_case import CasePlace
from inspector_app.ui.window import coming_back
from inspector_app.ui.window.desk import PagePlaces
from tests.benchmarks import figures, workload

ROUNDS = 5


def run() -> Iterator[str]:
    """Lines to print."""
    with workload.laptop() as laptop:
        cost, salt = seal.cost_here(), seal.new_salt()
        unlocked, derived = figures.in_turn(
            lambda: figures.timed(lambda: Laptop(laptop.folder).unlock(workload.PASSPHRASE)),
            lambda: figures.timed(lambda: seal.derive(workload.PASSPHRASE, salt, cost)),
            ROUNDS,
        )
        path = workload.fill(laptop)
        _, *places = [_to_the_place(laptop, path) for _ in range(ROUNDS + 1)]  # the first compiles
    yield f"unlocking                         {figures.percentile(unlocked, 0.5):.2f} s median"
    yield f"deriving the key alone            {figures.percentile(derived, 0.5):.2f} s median"
    yield f"unlocking against deriving        {figures.ratio(unlocked, derived):.2f} times (limit 1.2)"
    for name, words in (("clock", "by the clock"), ("worked", "of the window's thread")):
        middle = figures.ms(figures.percentile([place[name] for place in places], 0.5))
        yield f"to the place, beside deriving     {middle} median {words} (limit 150 ms)"
    made = figures.ms(figures.percentile([place["meanwhile"] for place in places], 0.5))
    yield f"made ready while it is derived    {made} median of the window's thread"


def _to_the_place(laptop: Laptop, path: Path) -> dict[str, float]:
    """Lock it at a prompt of a case, and unlock it there in another process."""
    workspace = Workspace.open(laptop, path)
    case = next(row.id for row in workspace.case_rows() if row.sample == "children")
    coming_back.keep(workspace, PagePlaces("case", {"case": CasePlace(case, "2.1.1", "a", True, 5, 5, 0)}))
    workspace.close()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "INSPECTOR_HOME": str(laptop.folder),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(laptop.folder / "compiled"),
    }
    command = [sys.executable, "-m", "tests.benchmarks.unlocking", str(path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found
