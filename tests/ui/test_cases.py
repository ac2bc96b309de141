"""The list of cases: filters, adding, and staying put while others' work comes in."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.framework import Evidence
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import CaseRow, QuestionMark
from inspector_app.core.services.laptop import Laptop
from inspector_app.core.services.setting_up import next_ref
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.page import CaseAt
from inspector_app.ui.places.cases.model import ROW, CaseFilter, CasesColumn, CaseTable, mark_words
from inspector_app.ui.places.cases.page import CasesPage


def row(ref: str, gaps: int = 3, sample: str = "children", inspector: str = "") -> CaseRow:
    return CaseRow(ref, ref, sample, "bail", inspector, inspector, (), gaps, 9, "")


@pytest.fixture
def page(workspace: Workspace, alone: Any) -> CasesPage:
    return alone(CasesPage, workspace)


def shown(page: CasesPage) -> list[str]:
    return [page._shown.index(i, CasesColumn.REF).data() for i in range(page._shown.rowCount())]


def test_new_rows_keep_the_place_of_a_selected_one(workspace: Workspace) -> None:
    table = CaseTable(workspace.framework)
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.set_rows([row("C01"), row("C02"), row("C03"), row("V01")])
    kept = QPersistentModelIndex(table.index(2, 0))
    resets: list[bool] = []
    table.modelReset.connect(lambda: resets.append(True))
    table.set_rows([row("V01"), row("C00"), row("C03", gaps=0), row("C04")])
    assert [r.ref for r in table.rows] == ["V01", "C00", "C03", "C04"]
    assert kept.isValid()
    assert kept.data(ROW) == row("C03", gaps=0)
    assert resets == []
    assert tester.model() is table


def test_only_a_changed_row_is_redrawn(workspace: Workspace) -> None:
    table = CaseTable(workspace.framework)
    table.set_rows([row("C01"), row("C02"), row("C03")])
    redrawn: list[int] = []
    table.dataChanged.connect(lambda first, last: redrawn.extend(range(first.row(), last.row() + 1)))
    table.set_rows([row("C01"), row("C02", gaps=1), row("C03")])
    assert redrawn == [1]


def test_filters_work_together(workspace: Workspace) -> None:
    table = CaseTable(workspace.framework)
    table.set_rows([row("C01", inspector="a"), row("C02"), row("V01", sample="victims", inspector="a"), row("C11")])
    filtered = CaseFilter(table)
    for chosen, refs in (
        (("", "", ""), ["C01", "C02", "V01", "C11"]),
        (("children", "", ""), ["C01", "C02", "C11"]),
        (("children", "a", ""), ["C01"]),
        (("", "", "c1"), ["C11"]),
        (("", "", "BAIL "), ["C01", "C02", "V01", "C11"]),
    ):
        filtered.choose(*chosen)
        assert [filtered.index(i, 0).data() for i in range(filtered.rowCount())] == refs, chosen


def test_gaps_are_sorted_as_numbers(workspace: Workspace) -> None:
    table = CaseTable(workspace.framework)
    table.set_rows([row("C01", gaps=12), row("C02", gaps=0), row("C03", gaps=3)])
    filtered = CaseFilter(table)
    filtered.sort(CasesColumn.GAPS)
    assert [filtered.index(i, 0).data() for i in range(3)] == ["C02", "C03", "C01"]


def test_a_mark_is_told_in_words_as_well_as_by_its_shape() -> None:
    assert mark_words(QuestionMark("2.1.1", Answer.YES, 9, 9)) == "2.1.1 Yes"
    assert mark_words(QuestionMark("2.1.2", None, 3, 6)) == "2.1.2 unanswered, 3 of 6 prompts"
    assert mark_words(QuestionMark("2.2.1", None, 0, 8)) == "2.2.1 unanswered"
    assert mark_words(QuestionMark("2.2.1", Answer.NO, 8, 8, contested=True)) == "2.2.1 contested"


def test_the_page_counts_cases_and_follows_an_answer(page: CasesPage, workspace: Workspace) -> None:
    case = workspace.case_rows()[1]
    before = f"0 of {sum(r.items for r in workspace.case_rows())} answered"
    assert page._summary.text() == f"3 children's cases · 1 victim's case · {before}"
    page.return_to(page.place().__class__(case.id, "", False, ""))
    question = case.marks[0].question
    workspace.editor.set("judgement", f"{case.id}/{question}", "answer", "yes")
    assert "· 1 of" in page._summary.text()
    assert page.place().case == case.id
    assert page._table.rows[1].marks[0].answer is Answer.YES


def test_cases_are_added_one_after_another_by_keyboard(page: CasesPage, workspace: Workspace) -> None:
    QTest.keySequence(page._view, QKeySequence("Ctrl+N"))
    box = page._row._ref
    assert (box.text(), box.hasFocus()) == ("C04", True)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert shown(page) == ["C01", "C02", "C03", "C04", "V01"]
    assert box.text() == "C05"
    assert page.place().case == next(r.id for r in workspace.case_rows() if r.ref == "C04")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not page._row.isVisible()
    assert page._view.hasFocus()


def test_a_reference_that_is_taken_is_refused_in_place(page: CasesPage, workspace: Workspace) -> None:
    page.add()
    page._row._ref.setText("c02")
    QTest.keyClick(page._row._ref, Qt.Key.Key_Return)
    assert "another case has it" in page._row._wrong.text()
    assert page._row._wrong.isVisible()
    assert len(workspace.case_rows()) == 4


def test_the_reference_follows_the_sample(page: CasesPage) -> None:
    page.add()
    page._row._sample.setCurrentIndex(1)
    assert page._row._ref.text() == "V02"
    types = [page._row._type.itemText(i) for i in range(page._row._type.count())]
    assert types == ["not yet given", *page._workspace.framework.samples[1].case_types]


def test_a_case_has_no_type_until_somebody_gives_it_one(page: CasesPage, workspace: Workspace, qtbot: QtBot) -> None:
    page.add()
    qtbot.keyClick(page._row._ref, Qt.Key.Key_Return)
    page._row._type.setCurrentIndex(2)
    qtbot.keyClick(page._row._ref, Qt.Key.Key_Return)
    types = {row.ref: row.type for row in workspace.case_rows()}
    assert (types["C04"], types["C05"]) == ("", workspace.framework.samples[0].case_types[1])


def test_what_is_contested_stands_as_a_word_in_the_list(workspace: Workspace) -> None:
    table = CaseTable(workspace.framework)
    mark = QuestionMark("2.1.1", None, 3, 9, contested=True)
    table.set_rows([replace(row("C01", gaps=7), marks=(mark,)), row("C02", gaps=0)])
    assert [table.index(n, CasesColumn.GAPS).data() for n in (0, 1)] == ["1 contested · 7", "none"]


def test_references_are_counted_on_from_the_highest() -> None:
    assert next_ref("children", ["C01", "C09", "V30", "Cx"]) == "C10"
    assert next_ref("victims", []) == "V01"


def test_only_mine_shows_the_cases_of_who_works_here(page: CasesPage, workspace: Workspace, laptop: Laptop) -> None:
    workspace.editor.set("case", workspace.case_rows()[2].id, "inspector", laptop.person.id)
    page._mine.setChecked(True)
    assert shown(page) == ["C03"]
    page._search.setText("nobody")
    assert shown(page) == []
    assert page._nothing.isVisible()
    assert page._nothing.text() == "No case matches the filters."


def test_enter_opens_the_selected_case(page: CasesPage, workspace: Workspace, qtbot: QtBot) -> None:
    page._view.setFocus()
    QTest.keyClick(page._view, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.case_wanted) as wanted:
        QTest.keyClick(page._view, Qt.Key.Key_Return)
    assert wanted.args == [CaseAt(workspace.case_rows()[1].id)]


def test_tab_leaves_the_table(page: CasesPage) -> None:
    page._view.setFocus()
    QTest.keyClick(page._view, Qt.Key.Key_Tab)
    assert not page._view.hasFocus()


def test_an_inspection_without_cases_says_what_goes_here(qtbot: QtBot, shared: Any, make_workspace: Any) -> None:
    page = CasesPage(shared(make_workspace("Northmoor")))
    qtbot.addWidget(page)
    assert "Add the first" in page._nothing.text()
    assert page._view.isHidden()


def test_what_totals_stand_for_is_not_counted_as_open(workspace: Workspace, alone: Callable[..., CasesPage]) -> None:
    """ "0 of 336 answered" stood beside "every judgement is made"."""
    workspace.add_case("V77", "victims")
    page = alone(CasesPage, workspace)
    before = sum(row.gaps for row in page._table.rows)
    for question, (_, asked) in workspace.framework.questions.items():
        if asked.evidence is Evidence.CASES:
            workspace.editor.set("totals", question, "yes", 3)
            workspace.editor.set("totals", question, "of", 4)
    assert before > 0
    assert sum(row.gaps for row in page._table.rows) == 0
    assert "answered" not in page._summary.text()
    victim = next(row for row in page._table.rows if row.ref == "V77")
    assert {mark_words(mark) for mark in victim.marks} == {"V1.1 known by its totals"}
