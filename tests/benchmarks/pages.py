"""The first showing of each page, and coming back to it, from asking until all is done: 91 + 24 cases, warmed up.

In processor time, until it is painted for the first time, too.
"""

import os
import statistics
import time
from collections.abc import Iterator

from tests.benchmarks import figures, workload

ROUNDS = 7


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from inspector_app.ui.pages import PAGES
    from tests.benchmarks.window import _desk

    application = QApplication([])
    with workload.laptop() as laptop, _desk(application, laptop, workload.fill(laptop)) as (program, _):
        desk = program.shell.desk
        desk.open_case(next(row.id for row in desk.workspace.case_rows() if row.sample == "children"))
        for row in PAGES:
            first = [_made_anew(application, desk, row.code) for _ in range(ROUNDS)]
            again = [_shown(application, desk, row.code) for _ in range(ROUNDS)]
            yield f"{row.code:17} first {_medians(first[1:])}; again {_medians(again)}"


def _medians(taken: list[tuple[float, float, float]]) -> str:
    by_clock, worked, painted = (figures.ms(statistics.median(part)) for part in zip(*taken, strict=True))
    return f"{by_clock:>10}, processor {worked:>10}, of it until painted {painted:>10}"


def _made_anew(application, desk, code: str) -> tuple[float, float, float]:
    from PySide6.QtCore import QEvent

    other = _other(code)
    desk.show_page(other)
    page = desk._pages.pop(code, None)
    if page is not None:
        desk._stack.removeWidget(page)
        page.deleteLater()
        application.sendPostedEvents(page, QEvent.Type.DeferredDelete)  # outside an event loop it would stay for ever
    application.processEvents()
    return _shown(application, desk, code)


def _shown(application, desk, code: str) -> tuple[float, float, float]:
    desk.show_page(_other(code))
    application.processEvents()
    clock, worked = time.perf_counter(), time.process_time()
    desk.show_page(code)
    application.sendPostedEvents()  # among them that it is to be painted; what comes after that is left to timers
    painted = time.process_time()
    application.processEvents()
    return time.perf_counter() - clock, time.process_time() - worked, painted - worked


def _other(code: str) -> str:
    return "ratings" if code != "ratings" else "cases"
