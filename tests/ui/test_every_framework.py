"""In every framework, with cases of every sample, no page opens with an error or says what is not so."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import pages
from inspector_app.ui.window.desk import Desk

FRAMEWORKS = ("iyjwcv-2025", "iyjs-2025", "yos-2018", "fji-2014")


@pytest.fixture
def desk_of(make_workspace: Callable[..., Workspace], in_window: Callable[[Workspace], Any]) -> Callable[[str], Desk]:
    def opened(framework: str) -> Desk:
        workspace = make_workspace("Every sample", framework)
        for number, sample in enumerate(workspace.framework.samples):
            workspace.add_case(f"X{number}", sample.code)
        desk: Desk = in_window(workspace).desk
        return desk

    return opened


def errors(page: QWidget) -> list[str]:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.property("role") == "error"]
    return [label.text() for label in labels if label.text()]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_page_opens_without_an_error(framework: str, desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of(framework)
    for page in pages.PAGES:
        desk.show_page(page.code)
        QApplication.processEvents()
        assert errors(desk.page(page.code)) == [], page.code


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_case_can_be_answered_and_noted_and_the_counts_say_so(
    framework: str, desk_of: Callable[[str], Desk], qtbot: QtBot
) -> None:
    desk = desk_of(framework)
    workspace = desk.workspace
    for row in workspace.case_rows():
        desk.open_case(row.id)
        page: Any = desk.page("case")
        assert page.view.isVisible(), row.sample
        qtbot.keyClick(page.view.judgement, Qt.Key.Key_N)
        page.view.judgement.note.box.setFocus()
        qtbot.keyClicks(page.view.judgement.note.box, "Not seen.")
        assert page.flush()
    judged = workspace.inspection().judgements
    assert len({one.case for one in judged}) == len(workspace.framework.samples)
    assert Answer.NO in {one.answer for one in judged}
    assert "Not seen." in {one.rationale for one in judged}
    assert all(row.gaps < row.items for row in workspace.case_rows())


@pytest.mark.parametrize(
    ("framework", "section", "says"),
    [
        ("fji-2014", "T5", "people rate it as a whole"),
        ("fji-2014", "T1", "people rate it as a whole"),
        ("yos-2018", "4.1", "people rate it as a whole"),
        ("iyjs-2025", "1.1", "people rate it as a whole"),
        ("yos-2018", "2.1", "No case is judged here yet."),
        ("iyjwcv-2025", "V1", "No case is judged here yet."),
    ],
)
def test_findings_say_of_figures_what_is_so(
    framework: str, section: str, says: str, desk_of: Callable[[str], Desk]
) -> None:
    desk = desk_of(framework)
    desk.show_page("findings")
    page: Any = desk.page("findings")
    page._show_section(section)
    assert says in page.desk.figures._hint.text()
