"""Keys and answers that are painted late, alone and while jobs run beside: 91 + 24 cases, 20 MB of notes."""

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from inspector_app.core.domain.backups import Why
from inspector_app.core.services import handoffs
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, slow, workload
from tests.benchmarks.gaps import _draft, _turn_for
from tests.benchmarks.handoff import day
from tests.benchmarks.typing import NOTE_WORDS, _settle, _text
from tests.benchmarks.window import _answer, _case_page, _desk

FRAME = 1 / 60  # seconds
KEYS, ANSWERS = 400, 200
PAUSE = 0.03  # seconds between keys
Work = Callable[[Workspace, Path], object]
WORK: dict[str, Work] = {
    "nothing": lambda workspace, folder: time.sleep(1),
    "a backup": lambda workspace, folder: backups.make(workspace, Why.HOURLY),
    "draft findings, PDF": lambda workspace, folder: _draft(workspace, ".pdf"),
    "the document written": lambda workspace, folder: exchange.export(workspace, folder / "out.json"),
}


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    alone = slow.CORE in os.environ or "SLOW_DISK_MS" in os.environ
    with tempfile.TemporaryDirectory(prefix="benchmark-") as out:
        folder = Path(out)
        with (
            workload.laptop() as laptop,
            _desk(application, laptop, workload.fill(laptop, NOTE_WORDS)) as (program, _),
        ):
            _turn_for(application, 3)  # what follows an opening
            page = _case_page(program.shell.desk)
            with slow.core():
                before = slow.held()
                answered = _answer(application, page, program.shell.desk.workspace, ANSWERS)
                yield _line("answers", answered, slow.held() - before, 2 if slow.CORE in os.environ else 1)
                for name, work in WORK.items():
                    if name == "nothing" or not alone:
                        yield _line(f"keys beside {name}", *_type(application, program, work, folder))
        if alone:
            return
        lead, path, packages = day(folder, 4, 2500, 20_000_000)
        with _desk(application, lead, path) as (program, _):
            _turn_for(application, 3)
            yield _line(
                "keys beside packages taken",
                *_type(application, program, lambda w, _f: handoffs.import_(w, packages), folder),
            )


def _type(application, program, work: Work, folder: Path) -> tuple[list[float], int]:
    """From when each key was due to the end of painting it, and how many syncs the window waited for meanwhile.

    The work is begun again whenever it ends.
    """
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    desk, running = program.shell.desk, [False]
    workspace, page = desk.workspace, _case_page(desk)
    row = page.view.rows[0]
    workspace.editor.set(row.entity, row.id, "note", _text(20_000))
    row.enter_note()
    box = row.note.box
    box.moveCursor(QTextCursor.MoveOperation.End)
    _settle(application, time.perf_counter() + 1.5)

    def ended(_outcome: object) -> None:
        running[0] = False

    before, chance, taken, due = slow.held(), random.Random(3), [], time.perf_counter()
    for n in range(KEYS):
        if not running[0]:
            running[0] = True
            program.shell.jobs.run(program.window, lambda _: work(workspace, folder), done=ended, failed=ended)
        due = max(due + PAUSE, time.perf_counter())
        _settle(application, due)
        QTest.keyClick(box, " " if n % 6 == 5 else chance.choice("aeinorst"))
        box.viewport().repaint()
        taken.append(time.perf_counter() - due)
    held = slow.held() - before
    while running[0]:
        application.processEvents()
        time.sleep(0.001)
    return taken, held


def _line(name: str, taken: list[float], held: int, frames: int = 1) -> str:
    late = sum(1 for one in taken if one > frames * FRAME)
    middle, most, worst = (figures.ms(figures.percentile(taken, p)) for p in (0.5, 0.95, 1))
    within = "a frame" if frames == 1 else f"{frames} frames"
    waited = f"; the window waited for {held} syncs" if "SLOW_DISK_MS" in os.environ else ""
    return f"{name:34}{late} of {len(taken)} later than {within}; {middle} median, {most} p95, {worst} worst{waited}"
