"""A key pressed in the real window until the changed ratings are painted, with 91 children and 24 victims."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload

KEYS = 600


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    with workload.laptop() as laptop:
        path = workload.fill(laptop)
        with _desk(application, laptop, path) as (program, opened):
            desk = program.shell.desk
            page = _case_page(desk)
            answered = _answer(application, page, desk.workspace)
            switched = _switch(application, page)
    with (
        workload.laptop() as laptop,
        _desk(application, laptop, workload.fill(laptop, children=3, victims=1)) as (program, _),
    ):
        desk = program.shell.desk
        answered_small = _answer(application, _case_page(desk), desk.workspace)
    yield f"opening the large inspection      {figures.ms(opened)} from asking to the case list"
    yield f"answer to repainted ratings       {figures.ms(figures.percentile(answered, 0.5))} median"
    yield f"                                  {figures.ms(figures.percentile(answered, 0.95))} p95 (limit 16 ms)"
    yield f"  against an inspection of 4 cases {figures.ratio(answered, answered_small):.2f} times (limit 2)"
    yield f"switching case                    {figures.ms(figures.percentile(switched, 0.95))} p95 (limit 50 ms)"
    yield f"peak memory of the window         {figures.peak_memory_mb():.0f} MB"


@contextmanager
def _desk(application, laptop, path):
    from shiboken6 import delete

    from inspector_app.app import Program

    program = Program(application, laptop)
    program.start(None)
    start = time.perf_counter()
    program.shell._reopen(path, None)
    while program.shell.desk is None:
        application.processEvents()
    application.processEvents()
    try:
        yield program, time.perf_counter() - start
    finally:
        program.shell.close()
        program.window.close()
        delete(program)  # what it took upon itself goes back before the next one comes


def _case_page(desk):
    rows = [row for row in desk.workspace.case_rows() if row.sample == "children"]
    desk.open_case(rows[0].id)
    return desk.page("case")


def _answer(application, page, workspace: Workspace, keys: int = KEYS) -> list[float]:
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtTest import QTest

    from inspector_app.ui.places.case.open_case import CasePlace
    from inspector_app.ui.places.case.ratings_strip import RatingsStrip

    class Painted(QObject):
        at = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.at = time.perf_counter()
            return False

    strip = page.findChild(RatingsStrip)
    painted = Painted()
    marks = page.questions.viewport()  # an answer need not change a rating
    for widget in (strip, *strip.findChildren(QObject), marks):
        widget.installEventFilter(painted)
    taken = []
    cases = [row.id for row in workspace.case_rows() if row.sample == "children"]
    for n in range(keys):
        case = cases[n % len(cases)]
        page.return_to(CasePlace(case, "2.1.1", None, False, 0, 0, 0))
        application.processEvents()
        key = Qt.Key.Key_N if workspace.judgements()[case, "2.1.1"] == "yes" else Qt.Key.Key_Y
        start = time.perf_counter()
        QTest.keyClick(application.focusWidget(), key)
        while painted.at < start and time.perf_counter() - start < 5:
            application.processEvents()
        taken.append(painted.at - start)
    return taken


def _switch(application, page) -> list[float]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    taken = []
    for _ in range(100):
        start = time.perf_counter()
        QTest.keyClick(application.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        application.processEvents()
        taken.append(time.perf_counter() - start)
    return taken
