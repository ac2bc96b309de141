"""What pages begin with: what is inspected, in every framework, with a return visit and without."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from tests.ui.drawn_text import runs

FIRST = {  # the first standard or theme that is inspected; with a return visit
    "iyjwcv-2025": ("2.1", "1.1"),
    "iyjs-2025": ("1.1", "1.1"),
    "yos-2018": ("1.1", "1.1"),
    "fji-2014": ("T1", "T1"),
}
FIRST_SOURCED = {"iyjwcv-2025": ("V1", "1.1")}  # what sources bear on: 2.1 to 2.3 rest on the cases alone
NOT_YET = {"iyjwcv-2025": "1.1"}  # what is inspected on a return visit alone


@pytest.mark.parametrize("returning", [False, True], ids=["one visit", "with a return visit"])
@pytest.mark.parametrize("framework", FIRST)
def test_evidence_grid_and_findings_begin_with_what_is_inspected(
    in_window: Callable[[Workspace], Any],
    make_workspace: Callable[..., Workspace],
    qtbot: QtBot,
    framework: str,
    returning: bool,
) -> None:
    workspace = make_workspace("Wexborough", framework)
    if returning and workspace.framework.return_visit:
        workspace.editor.set("inspection", "inspection", "return_start", "2026-04-20")
    driver = in_window(workspace)
    findings, (_, offered, *_), grid = _findings(driver, qtbot), *_evidence(driver, qtbot)
    assert FIRST[framework][returning] in findings
    assert offered == FIRST_SOURCED.get(framework, FIRST[framework])[returning]
    assert offered in grid
    for seen in (findings, grid):
        assert framework not in NOT_YET or (NOT_YET[framework] in seen) is returning


def _drawn(driver: Any, qtbot: QtBot, code: str) -> list[str]:
    qtbot.settle()
    return [run.text.split()[0] for run in runs(driver.desk.page(code)) if run.text.split()]


def _findings(driver: Any, qtbot: QtBot) -> list[str]:
    driver.desk.show_page("findings")
    return _drawn(driver, qtbot, "findings")


def _evidence(driver: Any, qtbot: QtBot) -> list[list[str]]:
    driver.desk.show_page("evidence")
    page = driver.desk.page("evidence")
    offered = [page.head.standard.itemText(n).split()[0] for n in range(page.head.standard.count())]
    page.change_view()
    return [offered, _drawn(driver, qtbot, "evidence")]
