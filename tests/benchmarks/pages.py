"""The first showing of each page, and coming back to it, from asking until it is painted: 91 + 24 cases, warmed up."""

import os
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
            middle = (figures.ms(figures.percentile(taken, 0.5)) for taken in (first[1:], again))
            yield "{:17} first {:>10}, again {:>10} median".format(row.code, *middle)


def _made_anew(application, desk, code: str) -> float:
    other = _other(code)
    desk.show_page(other)
    page = desk._pages.pop(code, None)
    if page is not None:
        desk._stack.removeWidget(page)
        page.deleteLater()
    application.processEvents()
    return _shown(application, desk, code)


def _shown(application, desk, code: str) -> float:
    def show() -> None:
        desk.show_page(code)
        application.processEvents()

    desk.show_page(_other(code))
    application.processEvents()
    return figures.timed(show)


def _other(code: str) -> str:
    return "ratings" if code != "ratings" else "cases"
