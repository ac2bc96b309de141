"""A rating from a few judged cases of many looks and reads as what it is, wherever it is shown."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.case import ratings_strip
from inspector_app.ui.places.findings.page import FindingsPage
from inspector_app.ui.places.ratings import line_paint
from tests.ui.drawn_text import runs
from tests.ui.test_look import dress

ASKED = ("2.1.1", "2.1.2", "2.1.3")
Judge = Callable[[int], None]


@pytest.fixture
def held(make_workspace: Callable[..., Workspace]) -> Workspace:
    """Six cases, of which one is judged."""
    made = make_workspace("Six cases", "yos-2018")
    for number in range(6):
        made.add_case(f"C{number}", made.framework.samples[0].code)
    _judge(made, 1)
    return made


def _judge(workspace: Workspace, cases: int) -> None:
    for row in workspace.case_rows()[:cases]:
        for question in ASKED:
            workspace.editor.set("judgement", f"{row.id}/{question}", "answer", "yes")


def drawn(driver: Any, qtbot: QtBot) -> list[str]:
    qtbot.settle()
    return [run.text for run in runs(driver.window)]


def test_the_table_of_ratings_says_so_beside_the_word(
    held: Workspace, in_window: Callable[[Workspace], Any], qtbot: QtBot
) -> None:
    driver = in_window(held)
    dress(driver, qtbot, (1366, 768, 100))
    driver.desk.show_page("ratings")
    assert "so far, 15 open" in drawn(driver, qtbot)
    _judge(driver.desk.workspace, 6)
    assert not [text for text in drawn(driver, qtbot) if text.startswith("so far")]
    assert "by the panel" not in drawn(driver, qtbot)
    for field, value in (("to", "Good"), ("reason", "one case"), ("members", "Ruth")):
        driver.desk.workspace.editor.set("panel", "2.1", field, value)
    assert "by the panel" in drawn(driver, qtbot), "it is no more what its figures make"


def test_in_the_table_it_has_neither_the_colour_nor_the_weight_of_one_that_stands(
    held: Workspace, in_window: Callable[[Workspace], Any], qtbot: QtBot
) -> None:
    driver = in_window(held)
    driver.desk.show_page("ratings")
    table = driver.desk.page("ratings").table.list
    line = next(line for line in table.lines.lines if line.ref == "2.1")
    painter = line_paint.LinePainter(held.framework)
    assert painter._ink(line) != painter._colour(line.rating)
    assert not painter._is_final(line)
    _judge(driver.desk.workspace, 6)
    line = next(line for line in table.lines.lines if line.ref == "2.1")
    assert painter._ink(line) == painter._colour(line.rating)


def test_the_strip_under_a_case_hatches_it_and_prints_nothing_of_it_in_bold(
    held: Workspace, in_window: Callable[[Workspace], Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = in_window(held)
    driver.window.resize(1366, 1000)
    driver.desk.open_case(driver.desk.workspace.case_rows()[0].id)
    qtbot.settle()
    bold: list[str] = []
    marks: list[bool] = []
    words, mark = ratings_strip._words, ratings_strip._lamps

    def noted_words(painter: Any, box: Any, text: str, colour: str, *, bold: bool = False, **more: Any) -> None:
        noted.append(text) if bold else None
        words(painter, box, text, colour, bold=bold, **more)

    def noted_mark(*drawn: Any, still_open: bool) -> Any:
        marks.append(still_open)
        return mark(*drawn, still_open=still_open)

    noted = bold
    monkeypatch.setattr(ratings_strip, "_words", noted_words)
    monkeypatch.setattr(ratings_strip, "_lamps", noted_mark)
    cell = driver.desk.page("case").strip.cell("2.1")
    cell.grab()
    assert (marks, "100%" in bold) == ([True], False)
    assert "so far, 5 cases open" in cell.accessibleName()


def test_a_figure_beside_the_findings_says_how_many_cases_can_still_change_it(
    held: Workspace, alone: Callable[[Any, Workspace], Any]
) -> None:
    page: FindingsPage = alone(FindingsPage, held)
    page._show_section("2.1")
    said = [label.text() for label in page.desk.figures.findChildren(QLabel)]
    assert said.count("so far, 5 cases open") == len(ASKED)
    put: list[str] = []
    page.desk.figures.chosen.connect(put.append)
    page.desk.figures.buttons["2.1.1"].click()
    assert put == ["2.1.1"]
