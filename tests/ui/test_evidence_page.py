"""The evidence page in the real window: by keyboard, in both views, with a colleague, and what is typed stays."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain import evidence as rules
from inspector_app.core.domain.evidence import Thin
from inspector_app.core.services.fieldwork import evidence, setting_up
from inspector_app.core.services.search import finding
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.look import sizes
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.places.evidence.page import EvidencePage
from inspector_app.ui.places.evidence.source import SourceView
from tests.ui.colleagues import colleague, joined
from tests.ui.conftest import Spoken
from tests.ui.team import Pair, chord, press, type_in

KEYS = Qt.Key


def page_of(driver: Any) -> EvidencePage:
    driver.press("Ctrl+4")
    return cast(EvidencePage, driver.desk.page("evidence"))


@pytest.fixture
def page(opened: Any) -> EvidencePage:
    """The page, as one finds it before there is any evidence, with a return visit that inspects domain one."""
    setting_up.set_return(opened.desk.workspace, date(2026, 4, 20), date(2026, 4, 24))
    return page_of(opened)


def shown(page: EvidencePage) -> SourceView:
    assert page.open_source.view is not None
    return page.open_source.view


def stored(page: EvidencePage) -> evidence.SourcePage:
    found = evidence.source(page._workspace, shown(page).source)
    assert found is not None
    return found


def make(page: EvidencePage, kind: str, title: str, *refs: str, note: str = "") -> str:
    workspace = page._workspace
    made = evidence.add(workspace, kind, title)
    for ref in refs:
        evidence.link(workspace, made, ref)
        if note:
            workspace.editor.set("bearing", f"{made}/{ref}", "note", note)
    return made


def said(page: EvidencePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


# by keyboard


def test_an_interview_is_written_and_linked_without_the_mouse(page: EvidencePage) -> None:
    chord("Ctrl+N")
    type_in("Head of service")
    chord("Ctrl+J")
    type_in("1.2.3b")
    press(KEYS.Key_Return)
    type_in("Training is planned.")
    press(KEYS.Key_Escape)
    type_in("1.1.2a, c")
    press(KEYS.Key_Return)
    page.flush()
    found = stored(page)
    assert found.row.title == "Head of service"
    assert [(s.cell.subject, s.note) for s in found.bearings] == [
        ("1.1.2a", ""), ("1.1.2c", ""), ("1.2.3b", "Training is planned."),
    ]  # fmt: skip


def test_a_prompt_is_found_by_its_words(page: EvidencePage) -> None:
    chord("Ctrl+N")
    chord("Ctrl+J")
    subjects = rules.subjects(page._workspace.framework)
    typed = next(s for s in subjects if s.ref == "V1.2c").text.rstrip("?")
    type_in(typed)
    press(KEYS.Key_Return)
    assert [s.cell.subject for s in stored(page).bearings] == ["V1.2c"]


def test_words_of_several_prompts_lead_into_the_tree(page: EvidencePage) -> None:
    chord("Ctrl+N")
    chord("Ctrl+J")
    type_in("management board")
    press(KEYS.Key_Return)
    tree = shown(page).links.tree
    assert tree is not None
    assert tree.hasFocus()
    press(KEYS.Key_Return)
    assert len(stored(page).bearings) == 1
    focus = QApplication.focusWidget()
    assert isinstance(focus, NoteBox)


def test_the_tree_has_every_prompt_word_for_word(page: EvidencePage) -> None:
    chord("Ctrl+N")
    shown(page).links.choose.click()
    tree = shown(page).links.tree
    assert tree is not None
    for subject in rules.subjects(page._workspace.framework):
        assert tree.findItems(f"{subject.ref}  {subject.text}", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)


def test_an_unknown_prompt_is_refused_in_place_and_stays_to_be_mended(page: EvidencePage) -> None:
    chord("Ctrl+N")
    chord("Ctrl+J")
    type_in("1.2.3z")
    press(KEYS.Key_Return)
    view = shown(page)
    assert view.links.reason.text().startswith("Key question 1.2.3 has no such prompt")
    assert "its prompts are a to f" in view.links.reason.text()
    assert view.links.line.text() == "1.2.3z"
    assert stored(page).bearings == ()


@pytest.mark.parametrize("typed", ["9.9", "no such words"])
def test_where_nothing_has_what_is_typed_that_is_said_in_the_place_of_an_empty_list(
    page: EvidencePage, typed: str
) -> None:
    chord("Ctrl+N")
    chord("Ctrl+J")
    type_in(typed)
    links = shown(page).links
    assert links.nothing.isVisible()
    assert typed in links.nothing.text()
    assert links.tree is None or links.tree.isHidden()
    press(KEYS.Key_Return)
    assert page._workspace.framework.id not in links.reason.text()
    assert links.reason.mapTo(links, QPoint()).y() < links.line.geometry().bottom() + 3 * links.line.height()
    press(KEYS.Key_Down)  # to a tree that is not there
    links.line.selectAll()
    type_in("board")
    assert (links.line.text(), links.line.hasFocus()) == ("board", True), "it takes no letter of the next words"


def test_tab_goes_through_a_source_in_order_and_leaves_every_note(page: EvidencePage) -> None:
    chord("Ctrl+N")
    evidence.link(page._workspace, shown(page).source, "1.1.1a")
    view = shown(page)
    view.kind.setFocus()
    order: list[QWidget | None] = [view.day.box, view.title.box, view.who.box, view.note.box]
    order += [view.links.line, view.links.choose]
    seen: list[QWidget | None] = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert [w for w in seen[:12] if w in order] == order
    assert view.links.boxes["1.1.1a"].note.box in seen
    assert view.delete in seen


# what is typed


def test_what_is_no_date_is_refused_in_place_and_holds_nobody_up(page: EvidencePage, opened: Any) -> None:
    chord("Ctrl+N")
    view, before = shown(page), stored(page).row.day
    view.day.box.setFocus()
    view.day.box.selectAll()
    type_in("31/2/2026")
    view.title.box.setFocus()
    assert "not a day of the calendar" in view.day.reason.text()
    assert stored(page).row.day == before
    opened.press("Ctrl+2")
    assert opened.desk.current == "cases"
    opened.press("Ctrl+4")
    view.day.box.setFocus()
    view.day.box.selectAll()
    type_in("12 March 2026")
    press(KEYS.Key_Return)
    assert stored(page).row.day == "2026-03-12"
    assert view.day.reason.text() == ""
    assert view.day.box.text() == "12 March 2026"


def test_a_source_without_a_title_is_called_by_kind_and_date(page: EvidencePage) -> None:
    made = evidence.add(page._workspace, "focus-group")
    page._workspace.editor.set("source", made, "day", "2026-03-12")
    assert page.list.model().index(0, 0).data() == "Focus group, 12 March"


def test_a_source_of_another_year_than_the_fieldwork_says_its_year_in_the_list(page: EvidencePage) -> None:
    source, said = evidence.add(page._workspace, "meeting"), Qt.ItemDataRole.AccessibleTextRole
    made = page.list.model().index(0, 0)
    page._workspace.editor.set("source", source, "title", "Board")
    page._workspace.editor.set("source", source, "day", "2025-11-12")
    assert "12 November 2025" in page._rows.below(page._rows.rows[0])
    assert "12 November 2025" in made.data(said)
    page._workspace.editor.set("source", source, "title", "")
    assert made.data().endswith("12 November 2025")
    page._workspace.editor.set("source", source, "day", "2026-03-12")
    assert "2026" not in page._rows.below(page._rows.rows[0]) + made.data() + made.data(said)


def test_text_of_one_source_never_comes_into_another(page: EvidencePage, qtbot: QtBot) -> None:
    one, two = make(page, "meeting", "One", "1.1.1a"), make(page, "meeting", "Two", "1.1.1a")
    page.open(one, "")
    type_in("first")
    page.open(two, "")
    type_in("second")
    page.open(one, "1.1.1a")
    type_in("third")
    page.open(two, "1.1.1a")
    found = [evidence.source(page._workspace, made) for made in (one, two)]
    assert [(f.note, f.bearings[0].note) for f in found if f] == [("first", "third"), ("second", "")]


def test_where_somebody_was_is_found_again_after_another_size_of_text(
    page: EvidencePage, opened: Any, qtbot: QtBot
) -> None:
    made = make(page, "meeting", "Board", "1.1.1a")
    make(page, "survey", "Staff")
    page.open(made, "1.1.1a")
    type_in("They challenge.")
    opened.window.change_look("light", 150)
    with qtbot.waitSignal(opened.window.look_changed):
        pass
    again = cast(EvidencePage, opened.desk.page("evidence"))
    assert again is not page
    box = shown(again).links.boxes["1.1.1a"].note.box
    qtbot.waitUntil(box.hasFocus)
    type_in(" Often.")
    again.flush()
    assert stored(again).bearings[0].note == "They challenge. Often."


# links, deleting, undo


def test_an_unlinked_prompt_comes_back_with_its_note(page: EvidencePage) -> None:
    made = make(page, "meeting", "Board", "1.1.1a", note="A vision.")
    page.open(made, "1.1.1a")
    box = shown(page).links.boxes["1.1.1a"]
    box.unlink.click()
    assert stored(page).bearings == ()
    assert box.restore.hasFocus()
    press(KEYS.Key_Return)
    assert stored(page).bearings[0].note == "A vision."
    assert box.note.box.text() == "A vision."


def test_a_deleted_source_leaves_list_and_grid_and_comes_back(page: EvidencePage) -> None:
    made = make(page, "meeting", "Board", "1.1.1a", note="A vision.")
    page.open(made)
    shown(page).delete.click()
    assert page.list.model().rowCount() == 0
    assert page.sheet.table.columnCount() == 0
    assert "Deleted: “Board”" in " ".join(said(page))
    assert shown(page).restore.hasFocus()
    press(KEYS.Key_Return)
    assert page.sheet.table.columnCount() == 1
    assert stored(page).bearings[0].note == "A vision."


def test_undo_belongs_to_what_has_the_focus(page: EvidencePage) -> None:
    made = make(page, "meeting", "Board", "1.1.1a")
    page.open(made, "")
    type_in("note")
    page.open(made, "1.1.1a")
    type_in("bearing")
    page.flush()
    chord("Ctrl+Z")
    assert (stored(page).note, stored(page).bearings[0].note) == ("note", "")
    page.open(made, "")
    chord("Ctrl+Z")
    assert stored(page).note == ""
    chord("Ctrl+Y")
    assert stored(page).note == "note"


def test_the_first_source_is_added_right_under_what_says_so(page: EvidencePage) -> None:
    begin = page.open_source.begin
    assert begin.isVisible()
    assert 0 <= begin.y() - page.open_source.nothing.about.geometry().bottom() < 3 * sizes.APART
    begin.click()
    assert page.open_source.source
    assert not begin.isVisible()


def test_undo_takes_a_source_away_again_that_was_just_added_and_nothing_more(page: EvidencePage, told: Spoken) -> None:
    before = make(page, "meeting", "Board", "1.1.1a")
    chord("Ctrl+N")
    added = shown(page).source
    type_in("Head of service")
    chord("Ctrl+Z")
    assert (stored(page).row.id, stored(page).row.title) == (added, "")
    chord("Ctrl+Z")
    assert [row.id for row in evidence.grid(page._workspace).sources] == [before]
    assert told.last.startswith("Deleted: ")
    chord("Ctrl+Y")
    assert {row.id for row in evidence.grid(page._workspace).sources} == {before, added}
    chord("Ctrl+Z")
    told.do("Redo")
    assert {row.id for row in evidence.grid(page._workspace).sources} == {before, added}
    page.open(before, "")
    chord("Ctrl+Z")
    assert {row.id for row in evidence.grid(page._workspace).sources} == {before, added}


def test_undo_leaves_a_new_source_that_bears_on_something(page: EvidencePage) -> None:
    chord("Ctrl+N")
    added = shown(page).source
    evidence.link(page._workspace, added, "1.1.1a")
    shown(page).title.box.setFocus()
    chord("Ctrl+Z")
    assert [row.id for row in evidence.grid(page._workspace).sources] == [added]


def test_a_source_deleted_by_its_button_comes_back_by_undo(page: EvidencePage) -> None:
    made = make(page, "meeting", "Board", "1.1.1a", note="A vision.")
    page.open(made, "")
    shown(page).delete.click()
    assert shown(page).restore.hasFocus()
    chord("Ctrl+Z")
    assert stored(page).bearings[0].note == "A vision."


def test_the_kind_of_a_source_stands_on_one_line_with_its_date(page: EvidencePage) -> None:
    chord("Ctrl+N")
    view = shown(page)
    kind, day = (box.mapTo(view, box.rect().topLeft()).y() for box in (view.kind, view.day.box))
    assert kind == day


@pytest.mark.parametrize(("wide", "beside"), [(1024, False), (1366, True), (1920, True), (2560, True)])
def test_what_a_source_bears_on_stands_beside_its_note_where_there_is_room(
    page: EvidencePage, opened: Any, qtbot: QtBot, wide: int, beside: bool
) -> None:
    """The right half of the page was empty from 1707 px on."""
    page.open(make(page, "meeting", "Board", "1.1.2a", note="They know the figures."))
    opened.window.resize(wide, 768)
    qtbot.settle()
    source = shown(page)
    note, links = (part.mapTo(source, part.rect().topLeft()) for part in (source.note, source.links))
    assert (links.x() > note.x() + source.note.width(), links.y() > note.y()) == (beside, not beside)
    right = source.links.mapTo(source, source.links.rect().topRight()).x()
    assert right > min(source.viewport().width(), 2 * 640) * 0.95 or not beside
    assert max(source.note.width(), source.links.width()) <= 660


def test_marked_paragraphs_of_every_note_are_listed_as_they_are_typed(page: EvidencePage) -> None:
    made = make(page, "focus-group", "Parents", "1.1.1a")
    page.open(made, "")
    type_in("They came.")
    press(KEYS.Key_Return)
    type_in("Quotation: They listen to us.")
    page.open(made, "1.1.1a")
    type_in("Strength: known to all.")
    page.flush()
    assert shown(page).marks.text().split("\n") == [
        "Quotation: They listen to us.", "Strength (1.1.1a): known to all.",
    ]  # fmt: skip


# surveys


def test_figures_of_a_survey_are_shown_in_percent_and_impossible_ones_pointed_out(page: EvidencePage) -> None:
    page.open(make(page, "survey", "Staff survey"))
    survey = shown(page).survey
    for field, typed in (("asked", "40"), ("answered", "44")):
        survey.people[field].box.setFocus()
        type_in(typed)
    survey.add.click()
    box = next(iter(survey.boxes.values()))
    assert box.lines["question"].box.hasFocus()
    for field, typed in (("question", "Supervision is good"), ("said", "Agree"), ("count", "18"), ("of", "24")):
        box.lines[field].box.setFocus()
        type_in(typed)
    survey.add.setFocus()
    assert "44 answered, which is more than the 40 asked" in survey.reason.text()
    assert box.percent.text() == "75%"
    box.lines["count"].box.selectAll()
    box.lines["count"].box.setFocus()
    type_in("30")
    survey.add.setFocus()
    assert box.percent.text() == ""
    assert "30 is more than the 24" in box.reason.text()
    box.lines["of"].box.selectAll()
    box.lines["of"].box.setFocus()
    type_in("many")
    survey.add.setFocus()
    assert "not a number of people" in box.lines["of"].reason.text()
    assert (stored(page).scores[0].count, stored(page).scores[0].of) == (30, 24)


def test_only_a_survey_asks_for_figures(page: EvidencePage) -> None:
    page.open(make(page, "meeting", "Board"))
    assert not shown(page).survey.isVisible()
    shown(page).kind.setCurrentIndex(shown(page).kind.findData("survey"))
    shown(page).kind.activated.emit(0)
    assert shown(page).survey.isVisible()
    assert stored(page).row.kind == "survey"


# the grid


@pytest.fixture
def grid(page: EvidencePage) -> EvidencePage:
    """Three sources: two on 1.1.1a of two kinds, one on 1.1.1b; the grid in view."""
    make(page, "meeting", "Board", "1.1.1a", "1.1.1b", note="They challenge.")
    make(page, "document", "Plan", "1.1.1a")
    make(page, "survey", "Staff")
    chord("Ctrl+G")
    return page


def test_the_grid_says_in_words_what_each_cell_is(grid: EvidencePage) -> None:
    table = grid.sheet.table
    rows = [s.ref for s in table.subjects]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    columns = {table.sources[c].title: c for c in range(3)}
    cells = {
        (ref, title): str(table.index(rows.index(ref), column).data(spoken))
        for ref in ("1.1.1a", "1.1.1b") for title, column in columns.items()
    }  # fmt: skip
    assert cells["1.1.1a", "Board"] == "1.1.1a, Board: bears on it, with a note"
    assert cells["1.1.1a", "Plan"] == "1.1.1a, Plan: bears on it, no note yet"
    assert cells["1.1.1b", "Plan"] == "1.1.1b, Plan: nothing"
    head = table.headerData(rows.index("1.1.1a"), Qt.Orientation.Vertical, spoken)
    assert head.startswith("1.1.1a: 2 sources. Does")
    assert str(table.headerData(rows.index("1.1.1b"), Qt.Orientation.Vertical, spoken)).startswith("1.1.1b: one source")


def test_the_grid_is_told_to_a_screen_reader(grid: EvidencePage) -> None:
    grid.sheet.grid.select("1.1.1a")
    told = QAccessible.queryAccessibleInterface(grid.sheet.grid)
    assert told is not None
    assert told.text(QAccessible.Text.Name) == "Prompts against sources"
    names = [told.child(place).text(QAccessible.Text.Name) for place in range(told.childCount())]
    assert "1.1.1a, Board: bears on it, with a note" in names
    assert any(name.startswith("1.1.1a: 2 sources.") for name in names)


def test_arrows_move_and_enter_opens_the_note_or_links(grid: EvidencePage) -> None:
    sheet = grid.sheet
    sheet.grid.select("1.1.1a", next(s.id for s in sheet.table.sources if s.title == "Board"))
    press(KEYS.Key_Down)
    assert sheet.grid.place[0] == "1.1.1b"
    press(KEYS.Key_Return)
    box = shown(grid).links.boxes["1.1.1b"].note.box
    assert box.hasFocus()
    assert box.text() == "They challenge."
    chord("Ctrl+G")
    assert sheet.grid.place == ("1.1.1b", shown(grid).source)
    press(KEYS.Key_Down)
    press(KEYS.Key_Return)
    assert shown(grid).links.boxes["1.1.1c"].note.box.hasFocus()
    assert evidence.grid(grid._workspace).thin["1.1.1c"] is Thin.ONE


def test_space_links_an_empty_cell_and_takes_the_link_away_but_never_a_note(grid: EvidencePage, told: Spoken) -> None:
    view, table = grid.sheet.grid, grid.sheet.table
    ids = {source.title: source.id for source in table.sources}

    def bears(title: str, ref: str) -> bool:
        cell = evidence.grid(grid._workspace).cells.get((ref, ids[title]))
        return cell is not None and cell.bears

    view.select("1.1.1c", ids["Plan"])
    view.setFocus()
    press(KEYS.Key_Space)
    assert bears("Plan", "1.1.1c")
    assert view.isVisible()
    assert view.place == ("1.1.1c", ids["Plan"])
    press(KEYS.Key_Space)
    assert not bears("Plan", "1.1.1c")
    chord("Ctrl+Z")
    assert bears("Plan", "1.1.1c")
    view.select("1.1.1a", ids["Board"])
    press(KEYS.Key_Space)
    assert bears("Board", "1.1.1a")
    assert "this link has a note" in told.last


def test_what_might_bear_on_a_prompt_is_offered_beside_it_and_linked_by_its_button(
    grid: EvidencePage, qtbot: QtBot
) -> None:
    prompt = next(s for s in grid.sheet.table.subjects if s.ref == "1.1.1c")
    likely = make(grid, "meeting", "A walk")
    grid._workspace.editor.set("source", likely, "note", prompt.text)
    finding.catch_up(grid._workspace, Ticket())
    grid.sheet.grid.select("1.1.1c")
    card = grid.sheet.reading.likely
    qtbot.waitUntil(card.isVisible)
    (button,) = [b for b in card.findChildren(QPushButton) if b.isVisible()]
    assert button.accessibleName() == "Link: A walk, 1.1.1c"
    button.click()
    cell = evidence.grid(grid._workspace).cells["1.1.1c", likely]
    assert cell.bears
    qtbot.waitUntil(lambda: not card.isVisible())
    assert "A walk" in grid.sheet.reading.text()


def test_a_prompt_without_a_source_says_so_in_bold_and_the_row_one_is_on_is_marked(grid: EvidencePage) -> None:
    rows = grid.sheet.grid.rows
    refs = [s.ref for s in grid.sheet.table.subjects]
    none, one = refs.index("1.1.1c"), refs.index("1.1.1b")
    assert (rows._sum_font(none).weight(), rows._sum_font(one).weight()) == (sizes.STRONG, sizes.READING)
    grid.sheet.grid.select("1.1.1b")
    assert rows._current == one


def test_a_click_opens_what_is_there_and_links_nothing(grid: EvidencePage) -> None:
    view, table = grid.sheet.grid, grid.sheet.table
    rows = [s.ref for s in table.subjects]
    plan = next(c for c, s in enumerate(table.sources) if s.title == "Plan")

    def click(ref: str) -> None:
        at: QPoint = view.visualRect(table.index(rows.index(ref), plan)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click("1.1.1b")
    assert view.isVisible()
    assert len(evidence.grid(grid._workspace).cells) == 3
    click("1.1.1a")
    assert shown(grid).links.boxes["1.1.1a"].note.box.hasFocus()


def test_a_row_shows_everything_said_on_it_as_one_page(grid: EvidencePage, qtbot: QtBot) -> None:
    grid.sheet.grid.select("1.1.1a")
    qtbot.waitUntil(lambda: grid.sheet.reading.heading.text().startswith("1.1.1a"))
    text = grid.sheet.reading.text()
    assert all(words in text for words in ("Board", "They challenge.", "Plan", "no note yet"))
    grid.sheet.grid.select("1.1.1")
    qtbot.waitUntil(lambda: grid.sheet.reading.heading.text().startswith("1.1.1  "))
    assert grid.sheet.reading.text().count("They challenge.") == 2


def test_what_people_write_is_shown_as_text_and_not_as_a_page(page: EvidencePage, qtbot: QtBot) -> None:
    made = make(page, "meeting", "<b>Board</b>", "1.1.1a", note="a < b & <img src='x'>")
    page.change_view()
    page.sheet.grid.select("1.1.1a", made)
    qtbot.waitUntil(lambda: "1.1.1a" in page.sheet.reading.heading.text())
    assert "a < b & <img src='x'>" in page.sheet.reading.text()
    assert "<b>Board</b>" in page.sheet.reading.text()


def test_thin_only_leaves_what_lacks_evidence(grid: EvidencePage) -> None:
    view = grid.sheet.grid
    assert "1.1.1a" in view.shown_rows()
    grid.head.thin.click()
    assert "1.1.1a" not in view.shown_rows()
    assert {"1.1", "1.1.1", "1.1.1b", "1.2.1a"} <= set(view.shown_rows())
    grid.head.standard.setCurrentIndex(grid.head.standard.findData("1.2"))
    assert {ref[:3] for ref in view.shown_rows()} == {"1.2"}


def test_filters_go_for_list_and_grid_alike(grid: EvidencePage) -> None:
    grid.head.kind.setCurrentIndex(grid.head.kind.findData("document"))
    assert [s.title for s in grid.sheet.table.sources] == ["Plan"]
    assert [r.title for r in grid._rows.rows] == ["Plan"]
    grid.head.kind.setCurrentIndex(0)
    grid.head.text.setText("boa")
    assert [r.title for r in grid._rows.rows] == ["Board"]
    grid.head.text.clear()
    grid.head.standard.setCurrentIndex(grid.head.standard.findData("1.1"))
    assert sorted(r.title for r in grid._rows.rows) == ["Board", "Plan"], "only what bears on the standard"


def test_the_ratings_are_one_click_away(grid: EvidencePage, opened: Any) -> None:
    grid.sheet.reading.ratings.click()
    assert opened.desk.current == "ratings"


@pytest.mark.parametrize("framework", ["yos-2018", "fji-2014", "iyjs-2025"])
def test_every_framework_has_its_evidence_page(framework: str, make_workspace: Any, shared: Any, qtbot: QtBot) -> None:
    workspace: Workspace = make_workspace("Wexborough", framework)
    page = EvidencePage(shared(workspace))
    qtbot.addWidget(page)
    page.show()
    counted = [s.ref for s in rules.subjects(workspace.framework) if s.counted]
    made = make(page, "meeting", "Board", counted[0], note="Said.")
    page.refresh(frozenset({("source", made)}))
    page.open(made, counted[0])
    assert shown(page).links.boxes[counted[0]].note.box.text() == "Said."
    page.change_view()
    assert [s.ref for s in page.sheet.table.subjects if s.counted] == counted
    qtbot.waitUntil(lambda: "Said." in page.sheet.reading.text())


# colleagues


@pytest.fixture
def pair(opened: Any, tmp_path: Path) -> Iterator[Pair]:
    """Ruth at the window, Bob elsewhere, both with one source."""
    page = page_of(opened)
    make(page, "meeting", "Board", "1.1.1a")
    theirs = joined(opened.desk.workspace, colleague("Bob", tmp_path), tmp_path)
    yield Pair(opened, theirs, tmp_path)
    theirs.close()


def test_a_note_that_two_people_wrote_shows_contested_and_where_it_is_settled(pair: Pair) -> None:
    page = page_of(pair.driver)
    made = evidence.sources(pair.theirs)[0].id
    pair.theirs.editor.set("bearing", f"{made}/1.1.1a", "note", "No vision.")
    evidence.link(pair.theirs, made, "1.1.1b")
    page.open(made, "1.1.1a")
    type_in("A vision.")
    page.flush()
    evidence.link(page._workspace, made, "1.1.1c")
    pair.take()
    view = shown(page)
    assert view.links.boxes["1.1.1a"].contested.isVisible()
    assert not view.links.boxes["1.1.1b"].contested.isVisible()
    assert set(view.links.boxes) == {"1.1.1a", "1.1.1b", "1.1.1c"}
    assert view.state.text() == "Contested: 1.1.1a. What both of you wrote is at the conflict desk."
    view.settle.click()
    assert pair.driver.desk.current == "conflicts"
    words = " ".join(label.text() for label in pair.driver.desk.page("conflicts").findChildren(QLabel))
    assert "No vision." in words
    assert "What a source says on 1.1.1a: note" in words
    assert "A vision." in words


def test_a_source_deleted_by_one_and_written_on_by_another_asks_to_be_kept(pair: Pair) -> None:
    page = page_of(pair.driver)
    made = evidence.sources(pair.theirs)[0].id
    evidence.delete(pair.theirs, made)
    page.open(made, "1.1.1a")
    type_in("A vision.")
    page.flush()
    pair.take()
    view = shown(page)
    assert "deleted this source while another wrote on it" in view.state.text()
    view.keep.click()
    assert not stored(page).row.deleted
    assert stored(page).row.title == "Board"


def test_an_empty_cell_is_linked_by_enter_and_undo_takes_it_back(grid: EvidencePage) -> None:
    staff = next(s.id for s in grid.sheet.table.sources if s.title == "Staff")
    grid.sheet.grid.select("1.2.1a", staff)
    press(KEYS.Key_Return)
    assert [s.cell.subject for s in stored(grid).bearings] == ["1.2.1a"]
    chord("Ctrl+Z")
    assert stored(grid).bearings == ()


def test_going_to_what_is_no_longer_linked_links_nothing(grid: EvidencePage) -> None:
    staff = next(s.id for s in grid.sheet.table.sources if s.title == "Staff")
    grid.open(staff, "1.2.1a")
    assert shown(grid).source == staff
    assert stored(grid).bearings == ()


# what is inspected


def offered(page: EvidencePage) -> list[str]:
    return [page.head.standard.itemData(place) for place in range(1, page.head.standard.count())]


def test_page_tree_and_grid_begin_with_what_is_inspected(opened: Any) -> None:
    page = page_of(opened)
    assert offered(page) == ["V1"]
    assert page.sheet.table.subjects[0].ref == "V1"
    chord("Ctrl+N")
    type_in("Board")
    links = shown(page).links
    assert links.line.placeholderText().startswith("V1.2a,")
    links.line.setFocus()
    type_in("words that nothing has")
    links.choose.click()
    assert links.tree is not None
    assert links.tree.isVisible(), "Choose never opens nothing"
    assert links.tree.topLevelItem(0).text(0).startswith("V1 ")
    setting_up.set_return(page._workspace, date(2026, 4, 20), date(2026, 4, 24))
    assert offered(page) == ["1.1", "1.2", "1.3", "V1"]
    assert links.line.placeholderText().startswith("1.1.1a,")
    assert links.tree is not None
    assert links.tree.topLevelItem(0).text(0).startswith("1.1 ")
    setting_up.set_return(page._workspace, None, None)
    assert offered(page) == ["V1"]


def test_evidence_on_what_is_not_inspected_stays_in_sight(opened: Any) -> None:
    page = page_of(opened)
    chord("Ctrl+N")
    type_in("Board")
    chord("Ctrl+J")
    type_in("1.2.1a")  # for context: what is typed in full links, whether it is offered or not
    press(KEYS.Key_Return)
    page.flush()
    assert [s.cell.subject for s in stored(page).bearings] == ["1.2.1a"]
    assert offered(page) == ["1.2", "V1"]
    assert "1.2.1a" in [s.ref for s in page.sheet.table.subjects]


@pytest.mark.parametrize(("framework", "first"), [("iyjs-2025", "1.1"), ("yos-2018", "1.1"), ("fji-2014", "T1")])
def test_other_frameworks_begin_with_their_first_standard(
    framework: str, first: str, make_workspace: Any, alone: Any
) -> None:
    page = alone(EvidencePage, make_workspace("Other", framework))
    assert offered(page)[0] == page.sheet.table.subjects[0].ref == first
    rows = {"fji-2014": "Themes", "yos-2018": "Standards"}  # without prompts
    assert page.sheet.grid._corner.rows == rows.get(framework, "Prompts")


def test_redo_of_a_source_is_of_that_source_whichever_is_open_by_then(page: EvidencePage, told: Spoken) -> None:
    """The message stays while another source is opened; its button spoke to a view that was gone."""
    before = make(page, "meeting", "Board", "1.1.1a")
    chord("Ctrl+N")
    added = shown(page).source
    chord("Ctrl+Z")
    page.open(before, "")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    told.do("Redo")
    assert {row.id for row in evidence.grid(page._workspace).sources} == {before, added}
