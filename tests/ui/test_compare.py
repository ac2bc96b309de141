"""One prompt on every case: reached from the row one is on, stepped through, filtered, and the way into a case."""

from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.signs import bold_cell
from inspector_app.ui.places.cases.compare import ComparePage
from inspector_app.ui.places.cases.compare_model import CompareColumn, Filter


@pytest.fixture
def held(opened: Any) -> Workspace:
    return opened.desk.workspace  # type: ignore[no-any-return]


@pytest.fixture
def page(opened: Any, held: Workspace) -> ComparePage:
    first, second, _ = (row.id for row in held.case_rows()[:3])
    held.editor.set("prompt", f"{first}/2.1.2/b", "answer", "yes")
    held.editor.set("prompt", f"{second}/2.1.2/b", "answer", "no")
    held.editor.set("prompt", f"{second}/2.1.2/b", "note", "School exclusion\nnot analysed.")
    held.editor.set("case", second, "inspector", held.me)
    opened.desk.open_case(first, "2.1.2", "b")
    opened.press("Ctrl+Shift+P")
    return opened.desk.page("compare")  # type: ignore[no-any-return]


def cells(page: ComparePage) -> list[tuple[str, ...]]:
    model = page.shown
    return [tuple(model.index(row, column).data() for column in CompareColumn) for row in range(model.rowCount())]


def test_the_prompt_one_was_on_is_shown_on_every_case_of_its_sample(opened: Any, page: ComparePage) -> None:
    assert opened.desk.current == "compare"
    assert page.head.text() == "2.1.2 b on every case"
    assert cells(page) == [
        ("C01", "", "", "Yes", ""), ("C02", "", "Ruth Ashdown", "No", "School exclusion not analysed."),
        ("C03", "", "", "Unanswered", ""),
    ]  # fmt: skip
    assert page.side.counts.text() == "1 Yes, 1 No, 1 unanswered"
    assert QApplication.focusWidget() is page.view


def test_the_whole_note_of_the_selected_case_can_be_read(page: ComparePage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.side.note.text() == "School exclusion\nnot analysed."
    assert page.side.note.accessibleName() == "Note: C02, No, Ruth Ashdown: School exclusion\nnot analysed."


def test_a_case_with_the_same_words_and_another_answer_is_pointed_out(page: ComparePage, held: Workspace) -> None:
    assert not page.side.same.isVisibleTo(page)
    held.editor.set("prompt", f"{held.case_id('C01')}/2.1.2/b", "note", "School exclusion not analysed; nobody asked.")
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.side.same.text() == "C01, Yes: School exclusion not analysed; nobody asked."


def test_in_a_narrow_window_the_table_has_all_of_the_width(opened: Any, page: ComparePage, qtbot: QtBot) -> None:
    opened.window.resize(1366, 768)
    qtbot.settle()
    assert page.side.isVisible()
    opened.window.resize(1024, 640)
    qtbot.settle()
    assert (page.side.isVisible(), page.view.isColumnHidden(CompareColumn.TYPE)) == (False, True)


@pytest.mark.parametrize(
    ("only", "refs"),
    [
        (Filter.ALL, ["C01", "C02", "C03"]),
        (Filter.YES, ["C01"]),
        (Filter.NO, ["C02"]),
        (Filter.NA, []),
        (Filter.UNANSWERED, ["C03"]),
        (Filter.MINE, ["C02"]),
        (Filter.NO_NOTE, ["C01", "C03"]),
    ],
)
def test_filters_leave_the_cases_they_name(page: ComparePage, only: Filter, refs: list[str]) -> None:
    page.only.setCurrentIndex(page.only.findData(only))
    assert [row[0] for row in cells(page)] == refs


def test_joined_buttons_say_how_many_they_would_show_and_choose(opened: Any, page: ComparePage, qtbot: QtBot) -> None:
    opened.window.resize(1366, 768)
    qtbot.settle()
    shown = {button.text(): button for button in page.filters.buttons if button.isVisible()}
    assert list(shown) == ["All 3", "No 1", "Yes 1", "Unanswered 1", "Mine 1", "Without a note 2"]
    shown["No 1"].click()
    assert [row[0] for row in cells(page)] == ["C02"]
    assert shown["No 1"].isChecked()
    opened.window.resize(1024, 640)
    qtbot.settle()
    assert (page.only.isVisible(), shown["No 1"].isVisible()) == (True, False)


def test_keys_step_from_prompt_to_prompt_and_keep_the_case(opened: Any, page: ComparePage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    opened.press("Alt+Right")
    assert page.head.text() == "2.1.2 c on every case"
    assert page.view.currentIndex().siblingAtColumn(0).data() == "C02"
    opened.press("Alt+Left", "Alt+Left", "Alt+Left")
    assert page.head.text() == "2.1.1 on every case"


def test_columns_are_as_wide_as_the_rows_of_the_next_prompt_need(page: ComparePage, held: Workspace) -> None:
    held.editor.set("prompt", f"{held.case_id('C03')}/2.1.2/b", "answer", "yes")
    page.show_prompt("2.1.2", "b")  # Yes and No: a column that is narrow
    page.do("next-prompt")
    assert {line[CompareColumn.ANSWER] for line in cells(page)} == {"Unanswered"}
    assert page.view.columnWidth(CompareColumn.ANSWER) >= page.view.sizeHintForColumn(CompareColumn.ANSWER)


def test_the_ends_are_ends(opened: Any, page: ComparePage) -> None:
    page.show_prompt("2.1.1", "a")
    opened.press("Alt+Left")
    assert page.head.text() == "2.1.1 a on every case"


def test_stepping_past_the_children_shows_the_victims_cases(opened: Any, page: ComparePage) -> None:
    page.show_prompt("2.3.2", None)
    opened.press("Alt+Right")
    assert page.head.text().startswith("V1.1")
    assert [row[0] for row in cells(page)] == ["V01"]


def test_enter_opens_the_case_at_that_prompt(opened: Any, page: ComparePage, held: Workspace) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    opened.press("Return")
    assert opened.desk.current == "case"
    place = opened.desk.page("case").place()
    assert (place.case, place.question, place.prompt) == (held.case_rows()[1].id, "2.1.2", "b")
    assert opened.desk.page("case").view.prompts[1].hasFocus()


def test_enter_on_a_key_question_opens_the_case_at_its_judgement(opened: Any, page: ComparePage) -> None:
    page.show_prompt("2.2.1", None)
    opened.press("Return")
    place = opened.desk.page("case").place()
    assert (place.question, place.prompt) == ("2.2.1", None)


def test_an_edit_of_this_prompt_shows_and_the_place_stays(page: ComparePage, held: Workspace) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    held.editor.set("prompt", f"{held.case_rows()[2].id}/2.1.2/b", "answer", "na")
    assert cells(page)[2][3] == "N/a"
    assert page.view.currentIndex().row() == 1


def test_the_page_comes_back_where_it_was(qtbot: QtBot, opened: Any, page: ComparePage) -> None:
    page.only.setCurrentIndex(page.only.findData(Filter.NO))
    before = page.place()
    opened.press("Ctrl++")
    qtbot.waitUntil(lambda: opened.desk.page("compare") is not page)
    assert opened.desk.page("compare").place() == before


def test_before_any_case_was_opened_the_first_prompt_is_shown(opened: Any) -> None:
    opened.press("Ctrl+Shift+P")
    assert opened.desk.page("compare").head.text() == "2.1.1 a on every case"


def test_a_comment_is_begun_on_the_case_that_one_is_on(opened: Any, page: ComparePage, held: Workspace) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    page.side.comment.click()
    assert opened.desk.current == "case"
    case = opened.desk.page("case")
    assert (case.at.case, case.at.question, case.at.prompt) == (held.case_id("C02"), "2.1.2", "b")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert "omment" in focus.accessibleName(), focus.accessibleName()


def test_how_wide_the_columns_are_is_asked_of_a_few_cells_and_not_of_every_case_at_each_width(
    opened: Any, held: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        held.add_case(f"K{number + 10}", "children")
    asked = list[int]()
    monkeypatch.setattr(bold_cell, "QSize", lambda *size: asked.append(1) or QSize(*size))  # of its sizeHint alone
    opened.desk.open_case(held.case_rows()[0].id, "2.1.2", "b")
    opened.press("Ctrl+Shift+P")
    page = opened.desk.page("compare")
    assert page.shown.rowCount() == 33
    assert 0 < len(asked) <= 4  # 33 references, all as long but for their letters
    opened.window.resize(1100, 700)
    opened.window.resize(1300, 700)
    assert len(asked) <= 4
    held.editor.set("case", held.case_id("K10"), "ref", "A reference that is longer")
    assert page.view.columnWidth(CompareColumn.REF) == page.view.sizeHintForColumn(CompareColumn.REF)
