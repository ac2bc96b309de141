"""The list of cases: filters, adding, and staying put while others' work comes in."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.cases.asked import CasesAsked, Standing
from inspector_app.core.domain.cases.review import Stage
from inspector_app.core.domain.framework import Evidence
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import CaseRow, QuestionMark
from inspector_app.core.services.cases import allocation, reviews, several
from inspector_app.core.services.fieldwork import week
from inspector_app.core.services.fieldwork.setting_up import next_ref
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import CaseAt
from inspector_app.ui.places.cases import asked as as_asked
from inspector_app.ui.places.cases.filter import CaseFilter
from inspector_app.ui.places.cases.filter_boxes import Which
from inspector_app.ui.places.cases.model import GROUP, ROW, SORT, CasesColumn, CaseTable, mark_words
from inspector_app.ui.places.cases.page import CasesPage
from inspector_app.ui.words import giving
from inspector_app.ui.words import point as point_words
from inspector_app.ui.words.framework import type_alone
from tests.ui.conftest import Spoken
from tests.ui.test_look import dress


@pytest.fixture
def first_page() -> str:
    return "cases"


def row(ref: str, gaps: int = 3, sample: str = "children", inspector: str = "") -> CaseRow:
    return CaseRow(ref, ref, sample, "bail", inspector, inspector, (), gaps, 9, "")


@pytest.fixture
def page(workspace: Workspace, alone: Any) -> CasesPage:
    return alone(CasesPage, workspace)


def shown(page: CasesPage) -> list[str]:
    return [row.ref for row in page._shown.cases()]


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


def test_cases_asked_for_as_they_stand_are_those_of_the_board_and_what_is_unanswered_on_them_is_not_counted(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = workspace.case_rows()
    workspace.editor.set("case", first.id, "inspector", workspace.me)
    workspace.editor.set("case", second.id, "inspector", workspace.me)
    reviews.submit(workspace, second.id)
    board = week.standing(workspace)
    waiting = week.waiting(workspace, board)
    kinds = {
        **{CasesAsked(Standing.AT_STAGE, at.stage): at.cases for at in board.stages},
        **{CasesAsked(Standing.HELD_BY, h.person.id if h.person else ""): h.cases for h in board.holders},
        CasesAsked(Standing.TO_REVIEW): waiting.to_review,
        CasesAsked(Standing.RETURNED): waiting.returned,
        CasesAsked(Standing.TO_FINISH): waiting.to_finish,
        CasesAsked(Standing.TO_MARK): waiting.to_mark,
    }
    assert {first.id, second.id} <= {case for cases in kinds.values() for case in cases}
    monkeypatch.setattr(allocation, "loads", lambda _: pytest.fail("what is unanswered was counted"))
    assert {kind: as_asked.now(workspace, kind) for kind in kinds} == kinds


def test_only_a_changed_row_is_redrawn(workspace: Workspace) -> None:
    table = CaseTable(workspace.framework)
    table.set_rows([row("C01"), row("C02"), row("C03")])
    redrawn: list[int] = []
    table.dataChanged.connect(lambda first, last: redrawn.extend(range(first.row(), last.row() + 1)))
    table.set_rows([row("C01"), row("C02", gaps=1), row("C03")])
    assert [place for place in redrawn if place < len(table.rows)] == [1]  # behind them stand the rows of the samples


def test_filters_work_together(workspace: Workspace) -> None:
    table = CaseTable(workspace.framework, me="a")
    table.set_rows(
        [
            row("C01", inspector="a", gaps=0),
            row("C02", gaps=2),
            row("V01", sample="victims", inspector="a", gaps=0),
            row("C11", gaps=0),
        ]
    )
    table.set_stages({row.id: Stage("submitted") for row in table.rows if row.ref == "C11"})
    filtered = CaseFilter(table)
    for chosen, refs in (
        (("", Which.ALL, ""), ["C01", "C02", "V01", "C11"]),
        (("children", Which.ALL, ""), ["C01", "C02", "C11"]),
        (("", Which.MINE, ""), ["C01", "V01"]),
        (("children", Which.MINE, ""), ["C01"]),
        (("", Which.TO_REVIEW, ""), ["C11"]),
        (("", Which.WITH_GAPS, ""), ["C02"]),
        (("victims", Which.WITH_GAPS, ""), []),
        (("", Which.ALL, "c1"), ["C11"]),
        (("", Which.ALL, "BAIL "), ["C01", "C02", "V01", "C11"]),
    ):
        filtered.choose(*chosen)
        assert {row.ref for row in filtered.cases()} == set(refs), chosen
    assert filtered.numbers() == {Which.ALL: 4, Which.MINE: 2, Which.TO_REVIEW: 1, Which.WITH_GAPS: 1}


def test_gaps_are_sorted_as_numbers(workspace: Workspace) -> None:
    table = CaseTable(workspace.framework)
    table.set_rows([row("C01", gaps=12), row("C02", gaps=0), row("C03", gaps=3)])
    filtered = CaseFilter(table)
    filtered.sort(CasesColumn.GAPS)
    assert [row.ref for row in filtered.cases()] == ["C02", "C03", "C01"]


def test_references_are_sorted_as_people_count_and_read(workspace: Workspace) -> None:
    table = CaseTable(workspace.framework)
    table.set_rows([row(ref) for ref in ("GL-10", "gl-9", "GL-8", "GL-100")])
    filtered = CaseFilter(table)
    filtered.sort(CasesColumn.REF)
    assert [row.ref for row in filtered.cases()] == ["GL-8", "gl-9", "GL-10", "GL-100"]


def test_no_reference_is_made_small_in_the_width_that_its_cell_asks_for(page: CasesPage, workspace: Workspace) -> None:
    for case, ref in zip(workspace.case_rows(), ("GL-1041", "gl-1045", "WWW 200", "V01"), strict=True):
        workspace.editor.set("case", case.id, "ref", ref)
    page.refresh(frozenset({("case", "")}))
    assert rows_of(page)[1:4] == ["GL-1041", "gl-1045", "WWW 200"]
    cell, font = page._view.itemDelegateForColumn(CasesColumn.REF), theme.font(bold=True)
    for place in range(page._shown.rowCount()):
        index, option = page._shown.index(place, CasesColumn.REF), QStyleOptionViewItem()
        if index.data(GROUP) is None:
            option.rect = QRect(QPoint(), cell.sizeHint(option, index))
            cell.initStyleOption(option, index)
            assert option.font.pixelSize() == font.pixelSize(), index.data()


def test_a_mark_is_told_in_words_as_well_as_by_its_shape() -> None:
    assert mark_words(QuestionMark("2.1.1", Answer.YES, 9, 9)) == "2.1.1 Yes"
    assert mark_words(QuestionMark("2.1.2", None, 3, 6)) == "2.1.2 unanswered, 3 of 6 prompts"
    assert mark_words(QuestionMark("2.2.1", None, 0, 8)) == "2.2.1 unanswered"
    assert mark_words(QuestionMark("2.2.1", Answer.NO, 8, 8, contested=True)) == "2.2.1 contested"


def test_the_page_counts_cases_and_follows_an_answer(page: CasesPage, workspace: Workspace) -> None:
    case = workspace.case_rows()[1]
    before = f"0 of {sum(r.items for r in workspace.case_rows())} answered"
    assert page._summary.text() == "4 cases · 0 accepted", "in a narrow window"
    page.resize(theme.px(1366), theme.px(768))
    assert page._summary.text() == f"4 cases · 0 accepted · {before}"
    page.return_to(page.place().__class__(case.id))
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


def test_tab_comes_to_the_row_where_it_stands_and_goes_through_it_to_the_list(page: CasesPage) -> None:
    page.add()
    page._add.setFocus()
    row, met = page._row, [QApplication.focusWidget()]
    while met[-1] is not page._view and len(met) < 12:
        QTest.keyClick(met[-1], Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met[1:5] == [row._ref, row._sample, row._type, row._inspector]
    assert met[-1] is page._view


def test_the_keyboard_goes_back_to_adding_a_case_where_there_is_none(
    make_workspace: Callable[..., Workspace], alone: Any
) -> None:
    page = alone(CasesPage, make_workspace())
    page.add()
    QTest.keyClick(page._row._ref, Qt.Key.Key_Escape)
    assert page._add.hasFocus()


def test_a_reference_that_is_taken_is_refused_in_place(page: CasesPage, workspace: Workspace) -> None:
    page.add()
    page._row._ref.setText("c02")
    QTest.keyClick(page._row._ref, Qt.Key.Key_Return)
    assert "another case has it" in page._row._wrong.text()
    assert page._row._wrong.is_wrong
    assert len(workspace.case_rows()) == 4


def test_the_reference_follows_the_sample(page: CasesPage) -> None:
    page.add()
    page._row._sample.setCurrentIndex(1)
    assert page._row._ref.text() == "V02"
    types = [page._row._type.itemText(i) for i in range(page._row._type.count())]
    kinds = page._workspace.framework.samples[1].case_types
    assert types == ["not yet given", *(type_alone(kind) for kind in kinds)]


def test_a_reference_that_somebody_typed_stays_whatever_sample_is_chosen(page: CasesPage) -> None:
    page.add()
    box = page._row._ref
    box.selectAll()
    QTest.keyClicks(box, "R1")
    page._row._sample.setCurrentIndex(1)
    assert box.text() == "R1"
    box.clear()
    page._row._sample.setCurrentIndex(0)
    assert box.text() == "C04"  # an empty box is suggested one


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
    there = [("children", ref) for ref in ("C01", "C09", "Cx")]
    assert next_ref("children", [*there, ("victims", "V30")]) == "C10"
    assert next_ref("victims", there) == "V01"


@pytest.mark.parametrize(
    ("refs", "following"),
    [
        (["YJ001", "YJ002", "YJ010", "C01"], "YJ011"),
        (["S-24/9"], "S-24/10"),
        (["8", "9"], "10"),
        (["10234", "88123", "40411"], "C01"),  # of a register: the next may be a child who was not drawn
        (["Alder", "Birch"], "C01"),
    ],
)
def test_references_of_a_list_are_counted_on_as_it_has_them(refs: list[str], following: str) -> None:
    assert next_ref("children", [("children", ref) for ref in refs]) == following


def test_a_reference_that_another_sample_has_is_not_suggested() -> None:
    assert next_ref("children", [("children", "YJ01"), ("victims", "yj02")]) == "YJ03"


def test_only_mine_shows_the_cases_of_who_works_here(page: CasesPage, workspace: Workspace, laptop: Laptop) -> None:
    workspace.editor.set("case", workspace.case_rows()[2].id, "inspector", laptop.person.id)
    page.resize(theme.px(1366), theme.px(768))
    page._show_rows(workspace.case_rows())
    buttons = {button.text(): button for button in page.filters.asked.buttons if button.isVisible()}
    buttons["Mine 1"].click()
    assert shown(page) == ["C03"]
    page._search.setText("nobody")
    assert shown(page) == []
    assert page._nothing.isVisible()
    assert page._nothing.text() == "No case matches the filters"


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
    assert {mark_words(mark) for mark in victim.marks} == {"V1.1 entered as totals"}


# samples, columns, several at once


def rows_of(page: CasesPage) -> list[str]:
    return [str(page._shown.index(place, 0).data()) for place in range(page._shown.rowCount())]


def test_cases_stand_under_their_sample_however_they_are_sorted(page: CasesPage) -> None:
    children, victims = "Children’s cases  3 of at least 14", "Victims’ cases  1 of at least 9"
    assert rows_of(page) == [children, "C01", "C02", "C03", victims, "V01"]
    page._view.sortByColumn(CasesColumn.REF, Qt.SortOrder.DescendingOrder)
    assert rows_of(page) == [children, "C03", "C02", "C01", victims, "V01"]
    page._search.setText("V")
    assert rows_of(page) == [victims, "V01"]
    page._search.setText("C02")
    assert rows_of(page) == [f"{children} · 1 shown", "C02"]
    drawn = page._shown.index(0, 0).data(GROUP)
    assert drawn.words == f"{children} · 1 shown"


def test_home_and_end_lead_to_the_first_and_the_last_case(page: CasesPage) -> None:
    page._view.setFocus()
    refs = shown(page)
    for key, ref in ((Qt.Key.Key_End, refs[-1]), (Qt.Key.Key_Home, refs[0])):
        QTest.keyClick(page._view, key)
        assert page._view.currentIndex().data(ROW).ref == ref


def test_the_arrow_keys_and_select_all_pass_over_the_row_of_a_sample(page: CasesPage) -> None:
    page._select(page._shown.cases()[2].id)
    page._view.setFocus()
    QTest.keyClick(page._view, Qt.Key.Key_Down)
    assert page.place().case == page._shown.cases()[3].id
    page._view.selectAll()
    assert page._view.chosen() == [row.id for row in page._shown.cases()]


def test_other_letters_leave_the_chosen_cases_chosen(opened: Any, qtbot: QtBot) -> None:
    page = opened.desk.page("cases")
    first, *_, last = page._shown.cases()
    page._select(first.id)
    page._view.choose([page._row_of(last.id)])
    with qtbot.waitSignal(opened.window.look_changed):
        opened.window.change_look("light", 150)
    again = opened.desk.page("cases")
    assert again is not page
    assert again._view.chosen() == [first.id, last.id]
    again._search.setText(first.ref)
    assert again._view.chosen() == [first.id]


def test_columns_give_way_one_by_one_and_nothing_is_wider_than_the_list(
    trafford: Workspace, qtbot: QtBot, qapp: QApplication, alone: Any
) -> None:
    theme.apply(qapp, "light", 100)
    view = alone(CasesPage, trafford)._view
    view.setParent(None)
    view.show()
    found = []
    for width in range(1400, 380, -20):
        view.resize(width, 600)
        qtbot.settle()
        gone = {column for column in CasesColumn if view.isColumnHidden(column)}
        assert view.horizontalHeader().length() <= view.viewport().width(), width
        short = [c for c in CasesColumn if c not in gone and view.columnWidth(c) < view.sizeHintForColumn(c)]
        assert short in ([], [CasesColumn.INSPECTOR]), width  # no type is cut; of an inspector the disc stays
        if gone not in found:
            found.append(gone)
    since, kind, inspector, gaps = CasesColumn.SINCE, CasesColumn.TYPE, CasesColumn.INSPECTOR, CasesColumn.GAPS
    order = [set(), {since}, {since, inspector}, {since, kind, inspector}, {since, kind, inspector, gaps}]
    assert found == order
    view.close()


def test_a_long_name_of_an_inspector_gives_way_to_the_disc_and_is_never_cut(page: CasesPage, qtbot: QtBot) -> None:
    view, column = page._view, CasesColumn.INSPECTOR
    page._table.set_rows([row("C01", inspector="Anna Margaret Fieldwalker")])
    view.setParent(None)
    view.show()
    named = set()
    for width in range(1200, 380, -20):
        view.resize(width, 600)
        qtbot.settle()
        if not view.isColumnHidden(column):
            index, option = view.model().index(1, column), QStyleOptionViewItem()
            option.rect = view.visualRect(index)
            view.itemDelegateForColumn(column).initStyleOption(option, index)
            whole = view.columnWidth(column) >= view.sizeHintForColumn(column)
            assert (option.text == "Anna Margaret Fieldwalker") == whole, width
            named.add(option.text)
    assert named == {"", "Anna F.", "Anna Margaret Fieldwalker"}
    view.close()


def test_a_name_that_comes_while_the_list_is_shown_has_its_room(
    page: CasesPage, workspace: Workspace, laptop: Laptop, qtbot: QtBot
) -> None:
    page.resize(1200, 700)
    page.show()
    view, column = page._view, CasesColumn.INSPECTOR
    page._table.me = "a colleague"  # one's own cases say "You", which has its room under the head of the column
    before = view.columnWidth(column)
    page.add()
    page._row._inspector.setCurrentIndex(page._row._inspector.findData(workspace.me))
    QTest.keyClick(page._row._ref, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.columnWidth(column) >= view.sizeHintForColumn(column) > before)


def test_ones_own_cases_say_you_and_are_sorted_and_found_by_the_name(page: CasesPage) -> None:
    table = page._table
    mine, theirs = row("C01", inspector="Ruth Ashdown"), row("C02", inspector="Sam Turner")
    table.set_rows([replace(mine, inspector=table.me), replace(theirs, inspector="of a colleague")])
    cells = [table.index(place, CasesColumn.INSPECTOR) for place in (0, 1)]
    assert [cell.data() for cell in cells] == ["You", "Sam Turner"]
    assert cells[0].data(SORT) == "Ruth Ashdown"


def test_what_one_can_do_with_a_case_stands_in_whole_rows_of_one_width(
    page: CasesPage, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light", 100)  # by itself, too
    page.resize(1286, 728)
    page.show()
    qtbot.settle()
    boxes = [button.geometry() for button in (page._chosen.open, *page._chosen.acts.values())]
    rows = {top: [box for box in boxes if box.top() == top] for top in {box.top() for box in boxes}}
    assert len({len(beside) for beside in rows.values()}) == 1
    assert max(box.width() for box in boxes) - min(box.width() for box in boxes) <= 1
    assert {(beside[0].left(), beside[-1].right()) for beside in rows.values()} == {
        (boxes[0].left(), page._chosen.contentsRect().right() - theme.px(2 * theme.GRID))
    }
    page.resize(2400, 1200)  # beside a broad list
    qtbot.settle()
    broad = [page._chosen.open, *page._chosen.acts.values()]
    assert max(button.geometry().right() for button in broad) < boxes[0].left() + theme.px(sizes.COLUMN)


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1440, 900)])
def test_a_long_stage_hides_no_type_in_a_usual_window(
    trafford: Workspace, qtbot: QtBot, in_window: Callable[[Workspace], Any], size: tuple[int, int]
) -> None:
    case = trafford.case_id("C02")
    reviews.submit(trafford, case)
    trafford.editor.set("prompt", f"{case}/2.1.1/a", "note", "Looked at once more.")
    driver = in_window(trafford)
    driver.window.resize(*size)
    driver.desk.show_page("cases")
    view = driver.desk.page("cases")._view
    qtbot.settle()
    stages = [view.model().index(row, CasesColumn.STAGE).data() for row in range(view.model().rowCount())]
    assert "changed since submitted" in stages
    assert not view.isColumnHidden(CasesColumn.TYPE)


def choose(page: CasesPage, *refs: str) -> None:
    """Choose these cases by a press on their boxes."""
    page._view.clearSelection()
    for place in range(page._shown.rowCount()):
        index = page._shown.index(place, CasesColumn.REF)
        if index.data() in refs:
            box = page._view.visualRect(index).topLeft() + QPoint(theme.px(12), theme.px(12))
            QTest.mouseClick(page._view.viewport(), Qt.MouseButton.LeftButton, pos=box)


def panel_shows(page: CasesPage, qtbot: QtBot, heading: str) -> None:
    """Of a single case (`heading` is its reference), or of several."""
    qtbot.waitUntil(lambda: page._chosen.heading.text() in (heading, f"Case {heading}"))


def previewed(page: CasesPage) -> set[str]:
    return {label.text() for label in page._chosen.preview.findChildren(QLabel) if label.isVisible()}


def acts(page: CasesPage) -> list[str]:
    return [button.text() for button in page._chosen.acts.values() if button.isEnabled()]


def stages(workspace: Workspace) -> dict[str, str]:
    found = reviews.stages(workspace)
    return {row.ref: found[row.id].stage for row in workspace.case_rows()}


def test_several_are_chosen_by_their_boxes_submitted_and_taken_back(
    page: CasesPage, workspace: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    choose(page, "C01", "C03", "V01")
    panel_shows(page, qtbot, "3 cases chosen")
    assert (acts(page), page._chosen.refs.text()) == (["Submit 3", "Give 3…", "Remove 3…"], "C01, C03, V01")
    choose(page, "C01", "C03")
    panel_shows(page, qtbot, "2 cases chosen")
    page._chosen.acts["submit"].click()
    page._chosen.asking["gaps"].button.click()
    assert stages(workspace) == {"C01": "submitted", "C02": "", "C03": "submitted", "V01": ""}
    assert told.last == "2 cases submitted."
    several.return_(workspace, [workspace.case_id("C03")], "")
    workspace.editor.undo("review", workspace.case_id("C03"))
    workspace.editor.undo("review", workspace.case_id("C03"))
    told.do("Undo")
    assert set(stages(workspace).values()) == {""}
    assert told.last == "Undone: 1 case. 1 case has been changed since and stays as it is.", (
        "it said that all of it was undone"
    )


def test_the_keys_that_move_a_case_on_do_so_in_the_list_and_say_where_they_cannot(
    page: CasesPage, workspace: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    several.submit(workspace, [workspace.case_id("C02")])
    choose(page, "C02")
    page.do("submit")
    assert told.last == "No chosen case can be submitted now."
    page.do("accept")
    page._chosen.asking["gaps"].button.click()
    assert stages(workspace)["C02"] == "accepted"
    choose(page, "C01")  # at once: what is pressed is for those chosen now, not for those the panel shows yet
    page.do("return")
    assert told.last == "No chosen case can be returned now."
    assert all(bool(act.toolTip()) != act.isEnabled() for act in page._chosen.acts.values()), "what is off says why"
    keys = {action.objectName(): action.shortcut().toString() for action in page.actions()}
    assert keys["accept"] == "Ctrl+Shift+A"


def test_several_are_returned_with_one_comment_on_each(page: CasesPage, workspace: Workspace, qtbot: QtBot) -> None:
    several.submit(workspace, [workspace.case_id(ref) for ref in ("C01", "C02")])
    choose(page, "C01", "C02", "C03")
    qtbot.waitUntil(lambda: acts(page) == ["Submit 1", "Accept 2", "Return 2…", "Give 3…", "Remove 1…"])
    page._chosen.acts["return"].click()
    assert page._chosen.comment.hasFocus()
    QTest.keyClicks(page._chosen.comment, "See the plan.")
    QTest.keyClick(page._chosen.comment, Qt.Key.Key_Return)
    assert stages(workspace) == {"C01": "returned", "C02": "returned", "C03": "", "V01": ""}
    for ref in ("C01", "C02"):
        (comment,) = reviews.comments(workspace, workspace.case_id(ref))
        assert comment.text == "See the plan."


def test_what_one_judged_is_accepted_only_with_a_reason(
    page: CasesPage, workspace: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    own, other = workspace.case_id("C01"), workspace.case_id("C02")
    workspace.editor.set("judgement", f"{own}/2.1.1", "answer", "yes")
    several.submit(workspace, [own, other])
    choose(page, "C01", "C02")
    panel_shows(page, qtbot, "2 cases chosen")
    page._chosen.acts["accept"].click()
    page._chosen.asking["gaps"].button.click()
    assert stages(workspace) == {"C01": "submitted", "C02": "accepted", "C03": "", "V01": ""}
    assert told.last == "1 case accepted."  # why the other is not is asked where the reason is typed
    assert page._chosen.reason.hasFocus()
    QTest.keyClicks(page._chosen.reason, "No other lead this week.")
    QTest.keyClick(page._chosen.reason, Qt.Key.Key_Return)
    assert stages(workspace)["C01"] == "accepted"


def test_several_are_given_to_one_person_and_taken_back(
    page: CasesPage, workspace: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    choose(page, "C02", "V01")
    panel_shows(page, qtbot, "2 cases chosen")
    page._chosen.acts["give"].click()
    page._chosen.person.setCurrentIndex(page._chosen.person.findData(workspace.me))
    page._chosen.asking["give"].button.click()
    assert [row.ref for row in workspace.case_rows() if row.inspector == workspace.me] == ["C02", "V01"]
    assert told.last == f"2 cases given to {workspace.laptop.person.name}."
    assert page.window().focusWidget() is page._view, "Ctrl+Z takes it back from there; the search had the keyboard"
    assert len(page._view.chosen()) == 1, "the boxes that were ticked have served"
    page.do("undo")
    assert not any(row.inspector for row in workspace.case_rows())
    for person in (workspace.me, ""):
        choose(page, "C02", "V01")
        panel_shows(page, qtbot, "2 cases chosen")
        page._chosen.acts["give"].click()
        page._chosen.person.setCurrentIndex(page._chosen.person.findData(person))
        page._chosen.asking["give"].button.click()
    assert told.last == f"2 cases are nobody’s now. Before: {workspace.laptop.person.name}."
    told.do("Undo")
    assert [row.ref for row in workspace.case_rows() if row.inspector == workspace.me] == ["C02", "V01"]


def test_whom_a_case_can_be_given_to_begins_with_somebody_who_has_not_got_it(
    page: CasesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    allocation.take_over(workspace, workspace.case_id("C02"), "mine")
    other = workspace.team()[1].id if len(workspace.team()) > 1 else ""
    for ref, offered in (("C02", other or workspace.me), ("V01", workspace.me)):
        choose(page, ref)
        panel_shows(page, qtbot, ref)
        page._chosen.person.show_choice("")  # as the last one was left
        page._chosen.acts["give"].click()
        assert page._chosen.person.currentData() == offered, ref


def test_what_can_be_done_keeps_its_place_whatever_the_type_of_a_case_is_called(
    page: CasesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    long = max(workspace.framework.samples[0].case_types, key=len)
    workspace.editor.set("case", workspace.case_id("C02"), "type", f"{long} {long}")
    places = []
    for ref in ("C01", "C02"):
        choose(page, ref)
        panel_shows(page, qtbot, ref)
        qtbot.settle()
        places.append([button.geometry() for button in page._chosen.acts.values()])
    assert places[0] == places[1]
    assert any("Type" in text for text in previewed(page))


def test_a_single_case_is_previewed_with_what_to_check(page: CasesPage, workspace: Workspace, qtbot: QtBot) -> None:
    case = workspace.case_id("C02")
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "answer", "no")
    choose(page, "C02")
    panel_shows(page, qtbot, "C02")
    qtbot.waitUntil(lambda: {"2.1.1 a: No without a note", "Answered", "1 of 53"} <= previewed(page))
    assert "nobody yet; answered by: Ruth Ashdown" in previewed(page)
    choose(page, "C01")
    qtbot.waitUntil(lambda: str(point_words.NOT_BEGUN) in previewed(page))


def test_a_case_added_by_mistake_is_removed_after_a_question_and_taken_back(
    page: CasesPage, workspace: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    workspace.editor.set("judgement", f"{workspace.case_id('C01')}/2.1.1", "answer", "yes")
    choose(page, "C01", "C02")
    qtbot.waitUntil(lambda: "Remove 1…" in acts(page))
    page._chosen.acts["remove"].click()
    assert shown(page) == ["C01", "C02", "C03", "V01"]
    page._chosen.asking["remove"].button.click()
    assert shown(page) == ["C01", "C03", "V01"]
    panel_shows(page, qtbot, "C01")
    assert told.last == "1 case removed."
    told.do("Undo")
    assert shown(page) == ["C01", "C02", "C03", "V01"]


def test_a_second_press_at_the_place_of_submit_never_accepts(
    page: CasesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    case = workspace.case_id("C01")
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    choose(page, "C01")
    panel_shows(page, qtbot, "C01")
    submit = page._chosen.acts["submit"]
    places = {code: button.geometry() for code, button in page._chosen.acts.items()}
    at = submit.mapTo(page, submit.rect().center())
    qtbot.wait(QApplication.doubleClickInterval() + 20)  # the press of the test before is no half of this one
    QTest.mouseClick(submit, Qt.MouseButton.LeftButton)
    qtbot.wait(20)
    assert page.childAt(at) is submit
    assert {code: button.geometry() for code, button in page._chosen.acts.items()} == places
    QTest.mouseClick(submit, Qt.MouseButton.LeftButton)
    assert stages(workspace)["C01"] == "submitted"
    choose(page, "C01", "C02", "C03")
    panel_shows(page, qtbot, "3 cases chosen")
    qtbot.wait(20)
    assert {code: button.geometry() for code, button in page._chosen.acts.items()} == places


@pytest.mark.parametrize("act", ["submit", "accept"])
def test_a_case_on_which_nothing_is_answered_is_asked_about_before_it_moves_on(
    act: str, page: CasesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    if act == "accept":
        several.submit(workspace, [workspace.case_id("C02")])
    before = stages(workspace)["C02"]
    choose(page, "C02")
    qtbot.waitUntil(lambda: page._chosen.heading.text() == "Case C02" and page._chosen.acts[act].isEnabled())
    page._chosen.acts[act].click()
    asking = page._chosen.asking["gaps"]
    assert page._chosen.gaps.text() == f"Nothing is answered on C02. {act.capitalize()} it all the same?"
    assert asking.close_button.hasFocus()
    assert stages(workspace)["C02"] == before
    asking.button.click()
    assert stages(workspace)["C02"] == {"submit": "submitted", "accept": "accepted"}[act]


def test_of_several_cases_it_is_said_how_many_have_gaps(page: CasesPage, workspace: Workspace, qtbot: QtBot) -> None:
    choose(page, "C01", "C02")
    panel_shows(page, qtbot, "2 cases chosen")
    page._chosen.acts["submit"].click()
    assert page._chosen.gaps.text() == "2 of these 2 cases have gaps. Submit them all the same?"
    QTest.keyClick(page._chosen.asking["gaps"].close_button, Qt.Key.Key_Escape)
    assert not page._chosen.asks
    assert set(stages(workspace).values()) == {""}


def test_the_main_button_of_an_untouched_case_opens_it(page: CasesPage, workspace: Workspace, qtbot: QtBot) -> None:
    choose(page, "C02")
    panel_shows(page, qtbot, "C02")
    assert (page._chosen.acts["submit"].property("role"), page._chosen.open.property("role")) == ("", "primary")
    workspace.editor.set("prompt", f"{workspace.case_id('C02')}/2.1.1/a", "answer", "no")
    qtbot.waitUntil(lambda: page._chosen.acts["submit"].property("role") == "primary")
    assert page._chosen.open.property("role") == ""


def test_what_was_done_last_is_undone_from_the_page_by_key(
    page: CasesPage, workspace: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    choose(page, "C01", "C02")
    panel_shows(page, qtbot, "2 cases chosen")
    page._chosen.acts["submit"].click()
    page._chosen.asking["gaps"].button.click()
    choose(page, "C03")
    page._view.setFocus()
    QTest.keyClick(page._view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert set(stages(workspace).values()) == {""}
    QTest.keyClick(page._view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told.last == "There is nothing here to undo."


def test_the_stage_of_the_chosen_cases_is_taken_back_long_after(
    page: CasesPage, workspace: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    several.submit(workspace, [workspace.case_id(ref) for ref in ("C01", "C02")])
    choose(page, "C01", "C02", "C03")
    panel_shows(page, qtbot, "3 cases chosen")
    page.do("take-back")
    assert set(stages(workspace).values()) == {""}
    assert told.last == "Undone: the stages of 2 cases."


def test_where_there_is_no_room_for_the_panel_its_acts_and_the_samples_are_in_menus(
    page: CasesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    page.resize(theme.px(760), theme.px(440))
    choose(page, "C01")
    panel_shows(page, qtbot, "C01")
    qtbot.waitUntil(lambda: not page._chosen.isVisible())
    page.menus.behind.aboutToShow.emit()
    said = [action.text().partition("\t")[0] for action in page.menus.behind.actions()]
    assert {"Submit", "Give…", "Remove…", "Open"} <= set(said)
    page._view.customContextMenuRequested.emit(QPoint(20, 60))
    on_rows = {action.text(): action for action in page.menus.on_rows.actions()}
    page.menus.on_rows.hide()
    on_rows["Give…"].trigger()
    assert page._chosen.isVisible()
    assert page._chosen.asking["give"].isVisible()


def test_sample_and_stage_are_chosen_behind_the_dots_and_stand_there_while_they_keep_something_out(
    page: CasesPage,
) -> None:
    page.menus.behind.aboutToShow.emit()
    menus = {menu.title(): menu for menu in page.menus.behind.findChildren(QMenu)}
    box = page.filters.sample
    assert not box.isVisible()
    _, victims = (one for one in menus["Show which sample"].actions() if one.text() != "All samples")
    victims.trigger()
    assert box.isVisible()
    assert {row.sample for row in page._shown.cases()} <= {"victims"}
    box.setCurrentIndex(0)
    assert not box.isVisible()


def test_return_in_the_search_chooses_the_one_match_and_opens_it_next(page: CasesPage, qtbot: QtBot) -> None:
    opened: list[Any] = []
    page.case_wanted.connect(opened.append)
    page.search()
    QTest.keyClicks(page._search, "c02")
    page._view.clearSelection()
    QTest.keyClick(page._search, Qt.Key.Key_Return)
    assert page._view.chosen() == [page._shown.cases()[0].id]
    assert page._view.hasFocus()
    QTest.keyClick(page._view, Qt.Key.Key_Return)
    assert [at.case for at in opened] == page._view.chosen()


def test_esc_empties_the_search_and_the_summary_says_how_many_are_shown(page: CasesPage, qtbot: QtBot) -> None:
    assert page._summary.text().startswith("4 cases · ")
    page.search()
    QTest.keyClicks(page._search, "c02")
    assert page._summary.text().startswith("1 of 4 cases shown · ")
    QTest.keyClick(page._search, Qt.Key.Key_Escape)
    assert page._search.text() == ""
    assert page._summary.text().startswith("4 cases · ")


def test_the_case_one_comes_from_is_the_chosen_one(opened: Any, qtbot: QtBot) -> None:
    desk = opened.desk
    first, second = (desk.workspace.case_id(ref) for ref in ("C01", "C02"))
    desk.show_page("cases")
    desk.open_case(first)
    desk.page("case").do("next-case")
    window = opened.window.windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier, "as while Ctrl+2 is pressed"
    desk.show_page("cases")
    QTest.keyRelease(window, Qt.Key.Key_Control)
    assert desk.page("cases")._view.chosen() == [second]


@pytest.mark.parametrize("look", [(1366, 768, 150), (1024, 640, 100), (1024, 640, 200)])
def test_where_the_panel_has_no_room_beside_the_list_it_stands_in_its_place_and_esc_goes_back(
    look: tuple[int, int, int], opened: Any, qtbot: QtBot
) -> None:
    dress(opened, qtbot, look)
    page = opened.desk.page("cases")
    assert not page._chosen.preview.isVisible()
    page.details.click()
    qtbot.settle()
    assert page._chosen.preview.isVisible()
    assert not page._view.isVisible()
    assert page._chosen.preview.visibleRegion().boundingRect().height() > 60
    QTest.keyClick(page.details, Qt.Key.Key_Escape)
    assert page._view.isVisible()
    assert page._view.hasFocus()


def test_with_the_panel_beside_the_list_nothing_else_leads_to_it(opened: Any, qtbot: QtBot) -> None:
    dress(opened, qtbot, (1366, 768, 100))
    page = opened.desk.page("cases")
    assert page._chosen.preview.isVisible()
    assert not page.details.isVisible()


@pytest.mark.parametrize("act", ["give", "return", "accept"])
def test_from_what_an_act_asks_for_tab_goes_on_to_the_button_that_does_it(opened: Any, qtbot: QtBot, act: str) -> None:
    """It went on to the search at the head of the page, and Enter gave nothing to nobody."""
    dress(opened, qtbot, (1366, 768, 100))
    panel = opened.desk.page("cases")._chosen
    panel.ask(act)
    asking = panel.asking[act]
    assert asking._field.isAncestorOf(QApplication.focusWidget())
    for button in (asking.button, asking.close_button):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button


def test_the_tenth_case_moves_nothing_over_the_list(page: CasesPage, workspace: Workspace, qtbot: QtBot) -> None:
    for number in range(len(workspace.case_rows()) + 1, 10):
        workspace.add_case(f"X{number:02}", "children")
    qtbot.waitUntil(lambda: page.filters.asked.buttons[0].text() == "All 9")
    qtbot.settle()
    before = [button.geometry() for button in page.filters.asked.buttons]
    workspace.add_case("X10", "children")
    qtbot.waitUntil(lambda: page.filters.asked.buttons[0].text() == "All 10")
    qtbot.settle()
    assert [button.geometry() for button in page.filters.asked.buttons] == before


def test_it_is_said_from_whom_cases_were_taken() -> None:
    names = {"a": "Ann", "b": "Bob"}
    assert giving.taken_from({"1": "", "2": ""}, names) == ""
    assert giving.taken_from({"1": "a", "2": "a"}, names) == "Before: Ann."
    assert giving.taken_from({"1": "", "2": "b", "3": "a", "4": "a"}, names) == "Before: Ann 2, Bob 1 and nobody 1."
    assert giving.taken_from({"1": "z"}, names) == "Before: somebody who left the team."


def test_a_first_showing_works_out_once_what_rows_are_sorted_by_and_makes_nothing_that_no_act_asked_for(
    alone: Any, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        workspace.add_case(f"K{number + 10}", "children")
    sorted_by, key = list[str](), CaseTable._key
    monkeypatch.setattr(CaseTable, "_key", lambda self, row, column: sorted_by.append(row.id) or key(self, row, column))
    page = alone(CasesPage, workspace)
    page.grab()
    rows = workspace.case_rows()
    assert sorted(sorted_by) == sorted(row.id for row in rows)
    assert [asking.made for asking in page._chosen.asking.values()] == [False] * 5
    boxes = {box.accessibleName() for box in page._chosen.findChildren(QLineEdit)}
    page._chosen.ask("return")
    assert {box.accessibleName() for box in page._chosen.findChildren(QLineEdit)} - boxes == {"Comment, if you like"}
