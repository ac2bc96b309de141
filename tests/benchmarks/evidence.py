"""The grid of every prompt against forty sources with 20 MB of notes in the real window, against one of four sources."""

import os
from collections.abc import Iterator

from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload
from tests.benchmarks.services import SOURCES, fill_evidence
from tests.benchmarks.window import _desk

SHOWN, STEPS = 8, 60


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    many, few = _grid(application, SOURCES), _grid(application, 4)
    for what, large, small, limit in (
        ("grid of forty sources shown", many[0], few[0], 10),
        ("an arrow in it, to painted", many[1], few[1], 3),
    ):
        yield f"{what:<33} {figures.ms(figures.percentile(large, 0.5))} median"
        yield f"{'':<33} {figures.ms(figures.percentile(large, 0.95))} p95"
        yield f"{'  against a grid of four sources':<33} {figures.ratio(large, small):.2f} times (limit {limit})"


def _grid(application, sources: int) -> tuple[list[float], list[float]]:
    """Seconds of showing the grid, and of each step down in it."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    with workload.laptop() as laptop:
        path = workload.fill(laptop)
        workspace = Workspace.open(laptop, path)
        fill_evidence(workspace, sources)
        workspace.close()
        with _desk(application, laptop, path) as (program, _):
            program.shell.desk.show_page("evidence")
            page = program.shell.desk.page("evidence")

            def painted(do) -> float:
                return figures.timed(lambda: (do(), application.processEvents()))

            shown = []
            for _ in range(SHOWN):
                page._show_view("sources")
                shown.append(painted(lambda: page._show_view("grid")))
            page.sheet.grid.select(page.sheet.table.subjects[0].ref)
            page.sheet.grid.setFocus()
            steps = [painted(lambda: QTest.keyClick(page.sheet.grid, Qt.Key.Key_Down)) for _ in range(STEPS)]
    return shown, steps
