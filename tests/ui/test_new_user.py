"""What made a new user stop: numbers that were not so, names that went, drawings that vanished, things that moved."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.cases.case_list import COLUMNS, ListRow, Problem
from inspector_app.core.domain.inspection import Answer, Case
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.interchange import case_list
from inspector_app.core.services.documents import case_lists, exchange
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.buttons.drawn import draw, dress, ink
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.tab_line import TabLine
from inspector_app.ui.look import icons, long_words, sizes, theme
from inspector_app.ui.page import TheseCases
from inspector_app.ui.places.cases.model import CasesColumn
from inspector_app.ui.places.cases.page import CasesPage
from inspector_app.ui.places.handoff.conflict_view import ConflictView
from inspector_app.ui.places.handoff.take_card import TakeCard
from inspector_app.ui.places.ratings import page as ratings_page
from inspector_app.ui.places.ratings.page import RatingsPage
from inspector_app.ui.places.setup import column_boxes, preview
from inspector_app.ui.places.setup.column_lines import ColumnLines
from tests.ui.drawn_text import runs


def shown(page: CasesPage) -> list[str]:
    return [row.ref for row in page._shown.cases()]


def at(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint())


@pytest.fixture
def cases(workspace: Workspace, alone: Any) -> CasesPage:
    return alone(CasesPage, workspace)


def test_a_button_over_the_list_shows_as_many_cases_as_it_says_whatever_was_asked_before(
    cases: CasesPage, workspace: Workspace
) -> None:
    """ "All 3" was chosen while a page that led there had asked for one, and stayed so when it was pressed."""
    rows = workspace.case_rows()
    cases.arrive(TheseCases((rows[1].id,), "yours, not submitted yet"))
    assert shown(cases) == [rows[1].ref]
    everything, mine = cases.filters.asked.buttons[:2]
    everything.click()
    assert shown(cases) == [row.ref for row in rows]
    assert cases.filters.only.isHidden()
    cases.arrive(TheseCases((rows[1].id,), "yours, not submitted yet"))
    mine.click()
    assert shown(cases) == []
    assert cases.filters.only.isHidden()


def test_an_inspector_is_named_in_full_in_brief_or_by_the_disc_and_never_cut(
    cases: CasesPage, qtbot: QtBot, qapp: QApplication
) -> None:
    """ "Li Wei" stood there as "Li …", and Sam O'Brien as nothing, while there was room."""
    theme.apply(qapp, "light", 100)
    view, names = cases._view, ("Li Wei", "Sam O'Brien", "Anna Margaret Fieldwalker-Jones")
    held = [CaseRow(f"C0{n}", f"C0{n}", "children", "bail", name, name, (), 3, 9, "") for n, name in enumerate(names)]
    cases._table.set_rows(held)
    view.setParent(None)
    view.show()
    seen = set()
    for width in range(1000, 380, -10):
        view.resize(width, 600)
        qtbot.settle()
        if view.isColumnHidden(CasesColumn.INSPECTOR):
            continue
        left, wide = view.columnViewportPosition(CasesColumn.INSPECTOR), view.columnWidth(CasesColumn.INSPECTOR)
        drawn = [run for run in runs(view, [view.viewport()]) if left <= run.begins < left + wide]
        seen |= {run.text for run in drawn if len(run.text) > 2}
    view.close()
    assert seen <= {*names, "Li W.", "Sam O.", "Anna F.", "Inspector"}
    assert {"Li Wei", "Sam O'Brien", "Sam O."} <= seen


@pytest.mark.parametrize("role", ["primary", "", "plain", "careful"])
def test_what_is_drawn_on_a_button_goes_with_its_words_into_another_role(
    qapp: QApplication, qtbot: QtBot, role: str
) -> None:
    theme.apply(qapp, "light", 100)
    button = draw(theme.role(PressButton("Choose packages…"), "plain" if role != "plain" else "primary"), "folder")
    qtbot.addWidget(button)
    dress(button, role)
    fresh = draw(theme.role(PressButton("Choose packages…"), role), "folder")
    qtbot.addWidget(fresh)
    assert button.icon().pixmap(16).toImage() == fresh.icon().pixmap(16).toImage()


def test_the_folder_on_choose_packages_is_seen_once_nothing_is_contested(
    opened: Any, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.press("Ctrl+7")
    take: TakeCard = opened.desk.page("handoff").take
    take._show(after=True, contested=True)
    take.know(0)
    assert take.choose.property("role") == "primary"
    side = theme.px(sizes.PICTURE)
    white = icons.picture("folder", ink(take.choose), side, take.choose.devicePixelRatioF()).toImage()
    drawn = take.choose.icon().pixmap(take.choose.iconSize()).toImage().copy(QRect(0, 0, white.width(), white.height()))
    assert drawn.convertToFormat(white.format()) == white


def test_a_rating_moves_none_of_the_ratings_that_one_may_choose_next(
    make_workspace: Callable[..., Workspace], alone: Any, qtbot: QtBot
) -> None:
    page = alone(RatingsPage, make_workspace("Older inspection", "yos-2018"))
    page.show_standard("1.1")
    buttons = page.card("1.1").given["1.1"].words.buttons
    qtbot.settle()
    before = {word: at(button) for word, button in buttons.items()}
    buttons["Good"].click()
    qtbot.settle()
    assert page.card("1.1")._standing.text() == "2 points"
    assert {word: at(button) for word, button in buttons.items()} == before


def test_what_was_settled_says_so_in_a_line_that_was_kept_for_it(workspace: Workspace, qtbot: QtBot) -> None:
    view = ConflictView(workspace.framework)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    before = at(view.anew)
    view.was.setText("Settled as: No. What you keep now settles it again.")
    view.was.show()
    qtbot.settle()
    assert at(view.anew) == before


def test_a_tab_that_gets_a_number_moves_none_of_the_others(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    holder = QWidget()
    qtbot.addWidget(holder)
    line = TabLine("Beside", [("", "Note"), ("facts", "Facts"), ("points", "To check")], holder)
    line.keep_room("points", "To check 88")
    line.resize(366, 40)
    holder.show()
    before = [line.tabRect(place).left() for place in range(3)]
    line.say("points", "To check 11")
    assert [line.tabRect(place).left() for place in range(3)] == before


def test_the_last_answer_of_a_case_moves_no_button_in_its_head(
    case_page: Any, workspace: Workspace, qtbot: QtBot
) -> None:
    """*Submit* is filled then, and was wider for it."""
    bar, case = case_page.sheet.bar, workspace.case_rows()[0].id
    workspace.editor.set("case", case, "inspector", workspace.me)
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", Answer.YES.value)
    qtbot.waitUntil(lambda: "submit" in bar.acts)
    case_page.resize(theme.px(1270), 700)
    held = (bar.ways["undo"], bar.next_gap, bar.buttons["submit"])
    bar.set_gaps(1)
    qtbot.settle()
    before = [at(button) for button in held]
    assert bar.buttons["submit"].property("role") == ""
    bar.set_gaps(0)
    qtbot.settle()
    assert bar.buttons["submit"].property("role") == "primary"
    assert [at(button) for button in held] == before


def test_with_one_sample_no_line_asks_for_it_and_none_stands_empty(
    make_workspace: Callable[..., Workspace], qtbot: QtBot
) -> None:
    lines = ColumnLines(None)  # type: ignore[arg-type]
    qtbot.addWidget(lines)
    lines.offer_samples(make_workspace("Older inspection", "fji-2014").framework.samples)
    lines.resize(600, 600)
    lines.show()
    qtbot.settle()
    boxes = [box for box in lines.stops if box.isVisible()]
    apart = {boxes[i + 1].y() - boxes[i].y() for i in range(len(boxes) - 1)}
    assert len(apart) == 1
    assert lines.boxes["sample"] not in boxes


def test_a_type_in_the_rows_of_a_list_is_whole_whatever_list_was_shown_before(qtbot: QtBot, qapp: QApplication) -> None:
    """ "Adult victim" stood there as "Adult …", and a bar scrolled what had room."""
    theme.apply(qapp, "light", 100)
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(1200, 400)
    table = preview.preview(holder)
    table.resize(1190, 300)
    holder.show()
    columns = {column.code: column for column in COLUMNS}
    kinds = ["corporate (shop)", "adult victim", "child victim"]
    lines = [ListRow(n, Case(f"V{n}", f"V{n}", "victims", kind)) for n, kind in enumerate(kinds)]
    bare = [
        ListRow(n, Case(f"V{n}", f"V{n}", "victims"), (Problem(n, "", "the sample is missing; " * 5),)) for n in (1, 2)
    ]
    preview.fill(table, bare, [columns["ref"], columns["sample"]], {"victims": "Victims’ cases"})
    preview.fill(table, lines, [columns["ref"], columns["sample"], columns["type"]], {"victims": "Victims’ cases"})
    qtbot.settle()
    words = table.fontMetrics()
    assert table.columnWidth(5) >= max(words.horizontalAdvance(table.item(n, 5).text()) for n in range(3))
    preview.fill(table, bare, [columns["ref"], columns["sample"]], {"victims": "Victims’ cases"})
    qtbot.settle()
    assert not table.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("words", ["R01 · 4.1 judged: n/a", "Not read: Victim identified (Y/N)", "y/n, M/F and w/c"])
def test_a_few_letters_round_a_stroke_stay_on_one_line(qtbot: QtBot, qapp: QApplication, words: str) -> None:
    theme.apply(qapp, "light", 100)
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(600, 200)
    label = text_label(holder)
    label.setText(words)
    holder.show()
    for width in range(60, 320, 3):
        label.resize(width, 190)
        drawn = [run.text for run in runs(holder, [label])]
        assert not any(line.rstrip("\u2060").endswith("/") for line in drawn), (width, drawn)
    assert label.text() == words
    assert long_words.whole(long_words.breakable(words)) == words


@pytest.mark.parametrize(
    ("cell", "seen"),
    [("2025-05-12T00:00:00", "12/5/2025"), ("2025-05-12 09:30", "12/5/2025"), ("2025-13-12T00:00", "2025-13-12T0 …"),
     ("NB/01", "NB/01")],
)  # fmt: skip
def test_a_day_that_a_system_wrote_is_shown_as_a_day_beside_its_column(cell: str, seen: str) -> None:
    listing = case_list.open_text(f"Ref,Start\nC01,{cell}\n".encode(), "list.csv")
    assert column_boxes._with_examples(listing, listing.headings[1]) == f"Start: {seen}"


def test_the_ratings_are_printed_by_the_key_that_prints_elsewhere(
    trafford: Workspace, alone: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ "Ctrl+P does nothing here now" was said on a page with a button *Print…*."""
    asked = list[str]()
    monkeypatch.setattr(ratings_page, "print_ways", lambda _page, _shared, title, _ways: asked.append(title))
    page = alone(RatingsPage, trafford)
    page.table.list.setFocus()
    QTest.keyClick(page.table.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page.do("print-ratings")
    assert asked == ["Ratings", "Ratings"]


ONE = "fji-2014"


def test_with_one_sample_nobody_is_asked_which(
    make_workspace: Callable[..., Workspace], in_window: Callable[[Workspace], Any], qtbot: QtBot
) -> None:
    """A framework of one sample had it as a column of a list, a filter of *Find* and a choice on *Paper* beside *All*."""
    workspace = make_workspace("Older inspection", ONE)
    workspace.add_case("X1", workspace.framework.samples[0].code)
    desk = in_window(workspace).desk
    for code in ("find", "paper", "cases"):
        desk.show_page(code)
        qtbot.settle()
    assert not desk.page("find").filters._chips["sample"].isVisibleTo(desk.page("find"))
    said = [button.text() for button in desk.page("paper").maker.choices if button.isVisibleTo(desk.page("paper"))]
    assert said == ["All", "Mine", "None"]
    assert [box.accessibleName() for box in desk.page("cases").filters.behind] == ["Show which stage of review"]
    listing = case_list.open_text(b"Ref,Sample,Type\nX2,Post court,YRO\n", "list.csv")
    assert "sample" not in case_lists.guess(listing, (), workspace.framework)


def test_a_case_on_which_nothing_is_answered_does_not_say_that_all_is(
    make_workspace: Callable[..., Workspace], in_window: Any
) -> None:
    """ "not begun · all answered" stood over each case of the Salford sample, beside a full bar."""
    workspace = make_workspace("Older inspection", "yos-2018")
    exchange.import_file(workspace, exchange.sample_document("salford-2024"))
    row = workspace.case_rows()[0]
    driver = in_window(workspace)
    driver.desk.open_case(row.id)
    bar = driver.desk.page("case").sheet.bar
    assert bar.stage.shown.words == "not begun"
    assert bar._gaps.text() == "entered as totals"
    assert not bar._progress.isVisible()
    bar.set_row(replace(row, marks=()))  # of a sample that the framework asks nothing about
    assert bar._gaps.text() == "nothing to answer"
