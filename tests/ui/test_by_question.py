"""The page of the cases by key question: what it shows, and how one comes from it into a prompt of a case."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.by_question import INSPECTOR, Order, Total
from inspector_app.core.services.cases import marking
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_answers
from inspector_app.ui.controls.lists.case_answers import CaseAnswers
from inspector_app.ui.places.cases.questions.model import CELL, State
from inspector_app.ui.places.cases.questions.page import QuestionsPage
from inspector_app.ui.words import by_question as words


@pytest.fixture
def held(opened: Any) -> Workspace:
    return opened.desk.workspace  # type: ignore[no-any-return]


@pytest.fixture
def page(opened: Any, held: Workspace) -> QuestionsPage:
    first, second, third = (row.id for row in held.case_rows()[:3])
    for case, answer in ((first, "yes"), (second, "no"), (third, "na")):
        held.editor.set("judgement", f"{case}/2.1.1", "answer", answer)
    held.editor.set("judgement", f"{first}/2.1.2", "answer", "no")
    held.editor.set("prompt", f"{first}/2.1.2/b", "answer", "no")
    held.editor.set("prompt", f"{second}/2.1.2/b", "answer", "yes")
    opened.press("Ctrl+Alt+Q")
    return opened.desk.page("questions")  # type: ignore[no-any-return]


def column(page: QuestionsPage, question: str) -> list[object]:
    """What stands under a key question, from the top; None where it is not asked."""
    cells = (page.table.index(n, page.table.column_of(question)).data(CELL) for n in range(page.table.rowCount()))
    return [cell and (cell.total or cell.state) for cell in cells]


def seen(page: QuestionsPage) -> list[str]:
    return [str(page.table.index(n, 0).data()) for n in range(page.table.rowCount())]


def test_every_case_stands_under_the_totals_of_its_sample(page: QuestionsPage) -> None:
    assert [row.split(" ·")[0] for row in seen(page)] == [
        "Children’s cases",
        "C01",
        "C02",
        "C03",
        "Victims’ cases",
        "V01",
    ]
    total, *states = column(page, "2.1.1")
    assert (total.yes, total.of) == (1, 2)
    assert states == [State.YES, State.NO, State.NA, None, None]
    assert column(page, "V1.1")[1:4] == [None, None, None]


def test_the_column_one_is_on_shows_its_prompts_by_answer_and_a_prompt_its_cases(page: QuestionsPage) -> None:
    assert QApplication.focusWidget() is page.view
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert page.side.head.text() == "2.1.2: 0 of 1 (0%)"
    QTest.keyClick(page.view, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.side.prompts
    QTest.keyClick(page.side.prompts, Qt.Key.Key_Down)
    QTest.keyClick(page.side.prompts, Qt.Key.Key_Down)
    assert page.side.prompt == "b"
    assert page.side.behind.text() == "2.1.2 b on every case, 1 with No"
    QTest.keyClick(page.side.prompts, Qt.Key.Key_Down)
    assert page.side.behind.text() == "2.1.2 c on every case, none answered yet"
    QTest.keyClick(page.side.prompts, Qt.Key.Key_Up)
    QTest.keyClick(page.side.prompts, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.side.cases


def test_enter_on_a_case_of_a_prompt_opens_it_at_that_prompt(opened: Any, page: QuestionsPage, held: Workspace) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    QTest.keyClick(page.view, Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget(), key)
    QTest.keyClick(page.side.cases, Qt.Key.Key_Return)
    place = opened.desk.page("case").place()
    assert (place.case, place.question, place.prompt) == (held.case_id("C01"), "2.1.2", "b")


def test_one_click_on_an_answer_opens_the_case_at_its_judgement(
    opened: Any, page: QuestionsPage, held: Workspace
) -> None:
    index = page.table.index(page.table.row_of(held.case_id("C02")), page.table.column_of("2.2.1"))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.visualRect(index).center())
    place = opened.desk.page("case").place()
    assert (place.case, place.question, place.prompt) == (held.case_id("C02"), "2.2.1", None)


def test_grouping_and_order_follow_what_is_chosen_and_the_case_stays(page: QuestionsPage, held: Workspace) -> None:
    held.editor.set("case", held.case_id("C02"), "inspector", held.me)
    page.view.go_to(held.case_id("C02"), "2.1.1")
    page.by.setCurrentIndex(page.by.findData(INSPECTOR))
    assert seen(page)[:2] == ["Children’s cases: Ruth Ashdown · 1 case", "C02"]
    assert page.view.case() == held.case_id("C02")
    page.by.setCurrentIndex(0)
    page.order.setCurrentIndex(page.order.findData(Order.NO_HERE))
    assert seen(page)[1:4] == ["C02", "C01", "C03"]


def test_with_another_column_the_order_by_no_is_that_of_it(qtbot: QtBot, page: QuestionsPage) -> None:
    page.order.setCurrentIndex(page.order.findData(Order.NO_HERE))
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: seen(page)[1:4] == ["C01", "C02", "C03"])


def test_a_head_that_is_clicked_chooses_its_key_question(page: QuestionsPage) -> None:
    page.view.horizontalHeader().sectionClicked.emit(page.table.column_of("V1.1"))
    assert (page.view.question, page.table.rows[page.view.currentIndex().row()].line.case.ref) == ("V1.1", "V01")


def test_an_answer_given_meanwhile_shows_and_the_place_stays(page: QuestionsPage, held: Workspace) -> None:
    page.view.go_to(held.case_id("C03"), "2.1.2")
    held.editor.set("judgement", f"{held.case_id('C03')}/2.1.2", "answer", "yes")
    assert column(page, "2.1.2")[3] is State.YES
    assert (page.view.case(), page.view.question) == (held.case_id("C03"), "2.1.2")


def test_a_case_that_this_person_marks_blind_is_left_out_and_that_is_said(
    page: QuestionsPage, held: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marking, "answered", lambda *_: frozenset())  # a colleague answered what this laptop brought in
    marking.ask(held, held.case_id("C02"), held.me)
    assert "C02" not in seen(page)
    assert page.said.text().endswith("1 that you mark blind is left out")


def test_what_is_known_by_its_totals_alone_is_no_column_and_that_is_said(page: QuestionsPage, held: Workspace) -> None:
    held.editor.set("totals", "2.1.1", "yes", 3)
    held.editor.set("totals", "2.1.1", "of", 4)
    assert page.said.text().endswith("1 key question was entered as totals")
    assert words.total(Total(0, 0)) == "–", "none of none is no figure"


def test_where_there_is_no_room_for_both_esc_comes_back_from_the_prompts(
    opened: Any, page: QuestionsPage, qtbot: QtBot
) -> None:
    opened.window.resize(760, 560)
    qtbot.settle()
    assert (page.view.isVisible(), page.side.isVisible()) == (True, False)
    page.turn.click()
    assert (page.view.isVisible(), page.side.isVisible()) == (False, True)
    QTest.keyClick(page.side.prompts, Qt.Key.Key_Escape)
    assert page.view.hasFocus()


def test_the_page_comes_back_where_it_was(qtbot: QtBot, opened: Any, page: QuestionsPage, held: Workspace) -> None:
    page.by.setCurrentIndex(page.by.findData("type"))
    page.view.go_to(held.case_id("C03"), "2.3.1")
    before = page.place()
    opened.press("Ctrl++")
    qtbot.waitUntil(lambda: opened.desk.page("questions") is not page)
    assert opened.desk.page("questions").place() == before


def test_a_first_showing_lists_the_cases_of_one_prompt_once_and_reads_no_answers_to_prompts_one_by_one(
    opened: Any, held: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.editor.set("prompt", f"{held.case_id('C01')}/2.1.1/b", "answer", "no")
    listed, read = list[str](), list[str]()
    set_rows, answered = CaseAnswers.set_rows, read_answers.answered
    monkeypatch.setattr(
        CaseAnswers, "set_rows", lambda self, name, rows: listed.append(name) or set_rows(self, name, rows)
    )
    monkeypatch.setattr(
        read_answers,
        "answered",
        lambda connection, entity, *rest, **more: read.append(entity) or answered(connection, entity, *rest, **more),
    )
    opened.press("Ctrl+Alt+Q")
    page = opened.desk.page("questions")
    assert listed == ["2.1.1"]
    assert "prompt" not in read
    QTest.keyClick(page.side.prompts, Qt.Key.Key_Down)
    QTest.keyClick(page.side.prompts, Qt.Key.Key_Down)
    assert listed == ["2.1.1", "2.1.1 a", "2.1.1 b"]
    assert page.side.behind.text() == "2.1.1 b on every case, 1 with No"
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert listed[3:] == ["2.1.2"]
