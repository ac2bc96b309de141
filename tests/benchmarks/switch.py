"""Switching case by key until the other case is painted, with 115 cases and 20 MB of notes; and what it reads."""

import os
import time
from collections.abc import Iterator

from inspector_app.core.services.cases import compare
from inspector_app.core.services.results import breakdowns
from tests.benchmarks import figures, workload
from tests.benchmarks.window import _case_page, _desk

SWITCHES = 110
NOTE_WORDS = 640  # of each prompt: 20 MB of notes in all


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from inspector_app.ui.places.case.open_case import OpenCase

    application = QApplication([])
    with workload.laptop() as laptop:
        path = workload.fill(laptop, NOTE_WORDS)
        with _desk(application, laptop, path) as (program, _):
            desk = program.shell.desk
            page = _case_page(desk)
            application.processEvents()
            made = figures.timed(lambda: OpenCase(desk.workspace))
            switched = _switched(application, page)
            page.do("facts")
            beside = _switched(application, page, back=True)
            painted = [figures.timed(page.repaint) for _ in range(SWITCHES)]
            asked = compare.asked(desk.workspace)
            compared = [figures.timed(lambda a=a: compare.on_cases(desk.workspace, a)) for a in asked]
            profiled = [figures.timed(lambda: breakdowns.read(desk.workspace)) for _ in range(30)]
    yield f"taking the inspection in hand     {figures.ms(made)} (answers alone, no notes)"
    for name, taken in (("switching case, key to painted", switched), ("  with the facts open beside", beside)):
        yield f"{name:<33} {figures.ms(figures.percentile(taken, 0.5))} median"
        yield f"{'':<33} {figures.ms(figures.percentile(taken, 0.95))} p95 (limit 50 ms)"
    yield f"  against painting the page again {figures.ratio(beside, painted):.2f} times (limit 10)"
    yield f"one prompt on every case, read    {figures.ms(figures.percentile(compared, 0.95))} p95"
    yield f"profile of the sample, read       {figures.ms(figures.percentile(profiled, 0.95))} p95"
    yield f"peak memory of all this           {figures.peak_memory_mb():.0f} MB"


def _switched(application, page, *, back: bool = False) -> list[float]:
    """Seconds from the key to the end of the painting of the other case."""
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtTest import QTest

    class Painted(QObject):
        at = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.at = time.perf_counter()
            return False

    painted = Painted()
    page.view.area.viewport().installEventFilter(painted)
    key = Qt.Key.Key_PageUp if back else Qt.Key.Key_PageDown
    taken = []
    for _ in range(SWITCHES):
        application.processEvents()
        before = page.place()
        start = time.perf_counter()
        QTest.keyClick(application.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
        while painted.at < start and time.perf_counter() - start < 5:
            application.processEvents()
        application.processEvents()  # everything else that is painted with it
        taken.append(time.perf_counter() - start)
        if page.place() == before:
            raise RuntimeError("the key did not lead to another case")
    return taken
