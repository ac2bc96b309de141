"""What each path costs where 1, 4 and 16 times as much is there while the change stays the same; processor time.

Of each path it is said whether it grows with the change alone. What is read as a list (a history) may grow with its length.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts, reviews
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload

TIMES = (1, 4, 16)
THERE, CHANGED = 1000, 50  # changes that both have already, and those that are new
WRITTEN, CONTESTED, CASES = 250, 15, 6  # how often one item was written, contested fields, accepted cases
ROUNDS = 5
TOLERATED = 1.6  # times as long with 16 times as much there counts as the same
_LIST = "all the history of one item"


def run() -> Iterator[str]:
    """Lines to print."""
    found: dict[str, list[float]] = {}
    for times in TIMES:
        for measure in (_handing_over, _one_item, _many_contested, _accepted):
            with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
                for name, seconds in measure(Path(folder), times):
                    found.setdefault(name, []).append(seconds)
    yield f"{'':34}{' '.join(f'{n:>10}' for n in TIMES)}   times as much there"
    for name, seconds in found.items():
        yield f"{name:34}{' '.join(f'{figures.ms(one):>10}' for one in seconds)}   {_verdict(name, seconds)}"


def _verdict(name: str, seconds: list[float]) -> str:
    grows = seconds[-1] / seconds[0]
    if name == _LIST:
        return f"{grows:.1f} times: " + ("linear" if grows < TIMES[-1] * TOLERATED else "WORSE THAN LINEAR")
    return f"{grows:.1f} times: " + ("as the change" if grows < TOLERATED else "GROWS WITH WHAT IS THERE")


def _handing_over(folder: Path, times: int) -> Iterator[tuple[str, float]]:
    ours, theirs = _two(folder)
    _write(ours, "old", THERE * times)
    _give_all(folder, ours, theirs)
    _write(ours, "new", CHANGED)
    package = folder / "new.handoff"
    yield "offering 50 changes", _worked(lambda: handoffs.offer(ours, ["Sam"]))
    yield "giving them", _worked(partial(_give, ours, package))
    yield "looking into the package", _worked(lambda: handoffs.preview(theirs, [package]))
    yield "an edit", _worked(lambda: ours.editor.set("finding", "f", "text", f"{time.perf_counter()}"), 40)
    yield "rows of the ledger", _worked(lambda: handoffs.rows(ours))
    yield "the backup made while one reads", _worked(lambda: handoffs.back_up_before(theirs, ["Ruth"]), 1)
    yield "importing them, once it is made", _worked(lambda: handoffs.import_(theirs, [package]), 1)
    yield "a backup", _worked(lambda: backups.make(ours, Why.HOURLY), 3)
    ours.close()
    theirs.close()


def _one_item(folder: Path, times: int) -> Iterator[tuple[str, float]]:
    workspace, _ = _two(folder)
    edits = (Edit("finding", EntityId("f"), "text", f"text {n}") for n in range(WRITTEN * times))
    workspace.editor.record([("", [edit]) for edit in edits], "f", Verb.EDIT)
    yield "undo of one item", _worked(lambda: workspace.editor.undo("finding", "f"))
    yield "the last page of its history", _worked(lambda: workspace.history("finding", "f", most=31))
    yield _LIST, _worked(lambda: workspace.history("finding", "f"))
    workspace.close()


def _many_contested(folder: Path, times: int) -> Iterator[tuple[str, float]]:
    ours, theirs = _two(folder)
    for side, workspace in (("ours", ours), ("theirs", theirs)):
        case = workspace.case_rows()[0].id
        edits = [Edit("prompt", EntityId(f"{case}/2.1.1/{n}"), "note", side) for n in range(CONTESTED * times)]
        workspace.editor.record([("", edits)], case, Verb.EDIT)
    _give(theirs, folder / "back.handoff", "Ruth")
    handoffs.import_(ours, [folder / "back.handoff"])
    yield "counting what is contested", _worked(lambda: conflicts.count(ours))
    ours.close()
    theirs.close()


def _accepted(folder: Path, times: int) -> Iterator[tuple[str, float]]:
    workspace, _ = _two(folder)
    for n in range(CASES * times):
        case = workspace.add_case(f"A{n}", workspace.framework.samples[0].code)
        item = f"{case}/2.1.1"
        note = Edit("prompt", EntityId(f"{item}/a"), "note", workload._SENTENCE * 50)
        workspace.editor.do(case, [note, Edit("judgement", EntityId(item), "answer", "yes")])
        reviews.submit(workspace, case)
        reviews.accept(workspace, case, "Nobody else is here.")
    yield "stages of accepted cases", _worked(lambda: reviews.stages(workspace))
    workspace.close()


def _two(folder: Path) -> tuple[Workspace, Workspace]:
    """One inspection on two laptops."""
    lead, other = Laptop(folder / "lead"), Laptop(folder / "other")
    lead.create_identity("Ruth", "Lead inspector", workload.PASSPHRASE)
    other.create_identity("Sam", "Inspector", workload.PASSPHRASE)
    ours = Workspace.create(lead, lead.new_path("Benchmark"), "iyjwcv-2025", "Benchmark", date(2026, 3, 9))
    ours.add_case("C01", ours.framework.samples[0].code)
    team.add(ours, other.card())
    start = folder / "start.handoff"
    handoffs.export(ours, start, everything=True)
    theirs, _ = handoffs.join(other, start, other.new_path("Benchmark"))
    return ours, theirs


def _give_all(folder: Path, ours: Workspace, theirs: Workspace) -> None:
    """Both have all, and each knows that the other has."""
    _give(ours, folder / "all.handoff")
    handoffs.import_(theirs, [folder / "all.handoff"])
    handoffs.export(theirs, folder / "receipt.handoff", to=["Ruth"], receipt=True)
    handoffs.import_(ours, [folder / "receipt.handoff"])


def _give(workspace: Workspace, package: Path, to: str = "Sam") -> None:
    package.unlink(missing_ok=True)
    handoffs.export(workspace, package, to=[to])


def _write(workspace: Workspace, tag: str, count: int) -> None:
    case = workspace.case_rows()[0].id
    edits = [Edit("prompt", EntityId(f"{case}/2.1.1/{tag}{n}"), "note", f"{tag} {n}") for n in range(count)]
    workspace.editor.record([("", [edit]) for edit in edits], case, Verb.EDIT)


def _worked(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    return statistics.median(taken)
