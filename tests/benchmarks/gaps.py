"""The longest time between two turns of the event loop while a job runs beside it: 91 + 24 cases, 20 MB of notes."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import reports
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload
from tests.benchmarks.handoff import day
from tests.benchmarks.typing import NOTE_WORDS
from tests.benchmarks.window import _desk

LIMIT = 0.05  # seconds
Work = Callable[[Workspace, Path], object]
WORK: dict[str, Work] = {
    "nothing": lambda workspace, folder: time.sleep(1),
    "a backup": lambda workspace, folder: backups.make(workspace, Why.HOURLY),
    "draft findings, PDF": lambda workspace, folder: _draft(workspace, ".pdf"),
    "draft findings, DOCX": lambda workspace, folder: _draft(workspace, ".docx"),
    "draft findings, ODT": lambda workspace, folder: _draft(workspace, ".odt"),
    "draft findings, XLSX": lambda workspace, folder: _draft(workspace, ".xlsx"),
    "the document written": lambda workspace, folder: exchange.export(workspace, folder / "out.json"),
    "a table written": lambda workspace, folder: exchange.export(workspace, folder / "out.csv"),
    "everything archived": lambda workspace, folder: exchange.export(workspace, folder / "out.zip"),
    "the document read in": lambda workspace, folder: exchange.import_file(workspace, folder / "out.json"),
    "sealed with a passphrase": lambda workspace, folder: handoffs.export(
        workspace, folder / "p.handoff", passphrase=workload.PASSPHRASE, everything=True
    ),
}


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    with (
        workload.laptop() as laptop,
        tempfile.TemporaryDirectory(prefix="benchmark-") as out,
        _desk(application, laptop, workload.fill(laptop, NOTE_WORDS)) as (program, _),
    ):
        folder = Path(out)
        _turn_for(application, 3)  # what follows an opening
        for name, work in WORK.items():
            yield _line(name, *_beside(application, program, work, folder))
    with workload.laptop() as other:
        lead, path, packages = day(other.folder, 4, 2500, 20_000_000)
        with _desk(application, lead, path) as (program, _):
            _turn_for(application, 3)
            for name, act in (("packages looked into", handoffs.preview), ("packages taken", handoffs.import_)):
                yield _line(name, *_beside(application, program, lambda w, _f, act=act: act(w, packages), other.folder))


def _draft(workspace: Workspace, ending: str) -> bytes:
    report = reports.composed(workspace.framework, workspace.inspection(), datetime.now(UTC))
    return reports.write_apart(report, ending, Ticket())


def _beside(application, program, work: Work, folder: Path) -> tuple[float, float]:
    """How long the work took, and the longest time without a turn meanwhile; both in seconds."""
    ended: list[object] = []
    workspace, began = program.shell.desk.workspace, time.perf_counter()
    program.shell.jobs.run(
        program.window, lambda _ticket: work(workspace, folder), done=ended.append, failed=ended.append
    )
    longest, turn = 0.0, time.perf_counter()
    while not ended:
        application.processEvents()
        time.sleep(0.001)
        longest, turn = max(longest, time.perf_counter() - turn), time.perf_counter()
    if isinstance(ended[0], Expected):
        raise ended[0]
    return time.perf_counter() - began, longest


def _turn_for(application, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.001)


def _line(name: str, took: float, longest: float) -> str:
    return f"{name:26} {figures.ms(took):>10}, longest gap {figures.ms(longest):>9} (limit {figures.ms(LIMIT)})"
