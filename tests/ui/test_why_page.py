"""Why this rating: every step with its rule on one screen, for one standard after another, and on paper."""

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.places.ratings.why import WhyPage


@pytest.fixture
def driver(open_at: Any, trafford: Workspace) -> Any:
    return open_at(trafford)


@pytest.fixture
def held(driver: Any) -> Workspace:
    return driver.desk.workspace  # type: ignore[no-any-return]


@pytest.fixture
def page(driver: Any) -> WhyPage:
    driver.press("Ctrl+Alt+W")
    return driver.desk.page("why")  # type: ignore[no-any-return]


def lines(page: WhyPage) -> list[str]:
    return [label.text() for label in page.steps.findChildren(QLabel)]


def test_every_step_of_the_trace_is_there_with_its_source_and_status(page: WhyPage, held: Workspace) -> None:
    framework = held.framework
    steps = ratings.trace(framework, ratings.rate(framework, held.rated_from()))
    shown: list[str] = []
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        shown += lines(page)
    for step in steps:
        assert step.text in shown
        assert f"{step.status.capitalize()} rule. {step.source}." in shown


def test_each_standard_is_named_with_its_rating_and_the_overall_comes_last(page: WhyPage) -> None:
    named = [page.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(page.list.count())]
    assert named == [
        "2.1 Assessing: Requires improvement", "2.2 Planning: Requires improvement", "2.3 Delivery: Requires improvement",
        "V1 Work with victims: Requires improvement", "Overall rating: Requires improvement",
    ]  # fmt: skip


def test_arrows_go_from_standard_to_standard(page: WhyPage) -> None:
    assert QApplication.focusWidget() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.head.text() == "2.2 Planning: Requires improvement"
    assert "2.2.2: 9 Yes of 15 judged cases: 100 × 9 ÷ 15 = 60%." in lines(page)


def test_the_ratings_lead_here_at_the_standard_one_is_on(driver: Any) -> None:
    driver.desk.show_page("ratings")
    driver.desk.page("ratings").show_standard("2.3")
    driver.desk.page("ratings").sheet.reached.click()
    assert driver.desk.current == "why"
    assert driver.desk.page("why").head.text() == "2.3 Delivery: Requires improvement"


def test_an_answer_given_meanwhile_changes_the_steps_and_the_standard_stays(page: WhyPage, held: Workspace) -> None:
    page.list.setCurrentRow(1)
    case = held.case_id("C02")
    held.editor.set("judgement", f"{case}/2.2.2", "answer", None)
    assert page.head.text() == "2.2 Planning: Requires improvement · provisional"
    assert any("1 of 15 cases unanswered" in line for line in lines(page))


@pytest.mark.parametrize(("one", "has"), [(True, ["2.1.2"]), (False, ["2.1.2", "2.3.1", "Overall rating"])])
def test_one_standard_or_all_are_printed_with_every_step(
    page: WhyPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: bool, has: list[str]
) -> None:
    file = tmp_path / "why.pdf"
    monkeypatch.setattr(ask, "save_file", lambda *_: file)
    (page.print_one if one else page.print_all).click()
    qtbot.waitUntil(file.exists)
    text = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(file.read_bytes())).pages)
    plain = " ".join(text.split())
    assert all(words in plain for words in has)
    assert ("2.3.1" in plain) is not one
    assert "Printed" in plain


def test_what_is_not_rated_is_said_with_the_way_to_the_overall(page: WhyPage) -> None:
    assert page.left_out.isHidden()
    page.list.setCurrentRow(page.list.count() - 1)
    assert "Inspected on a return visit, where there is one: 1.1, 1.2 and 1.3." in page.left_out.text()


def test_the_page_comes_back_where_it_was(qtbot: QtBot, driver: Any, page: WhyPage) -> None:
    page.list.setCurrentRow(2)
    before = page.place()
    driver.press("Ctrl++")
    qtbot.waitUntil(lambda: driver.desk.page("why") is not page)
    assert driver.desk.page("why").place() == before
