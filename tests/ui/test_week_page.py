"""The week board in the window: writing what happens with few keys, moving it, and numbers that lead to their cases."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.core.errors import Expected
from inspector_app.core.services.cases import reviews, sharing
from inspector_app.core.services.fieldwork import concerns, evidence, week
from inspector_app.ui import ask
from inspector_app.ui.page import TheseCases
from inspector_app.ui.places.week.day_column import LEAST
from inspector_app.ui.places.week.event_card import EventCard
from inspector_app.ui.places.week.event_editor import EventEditor
from inspector_app.ui.places.week.page import WeekPage
from inspector_app.ui.window.desk import Desk
from tests.ui.conftest import PatientBot, Spoken
from tests.ui.team import chord, press, type_in

MONDAY = date(2026, 3, 9)
TUESDAY = "2026-03-10"


@pytest.fixture
def board(opened: Any) -> WeekPage:
    opened.press("Ctrl+1")
    page = opened.desk.page("week")
    assert isinstance(page, WeekPage)
    page.add()
    return page


def today_is(page: WeekPage, monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    class Today(date):
        @classmethod
        def today(cls) -> date:
            return day

    monkeypatch.setattr("inspector_app.ui.places.week.page.date", Today)
    page.refresh(frozenset({("event", "")}))


def write(*lines: str) -> None:
    for line in lines:
        type_in(line)
        press(Qt.Key.Key_Return)


def focus() -> Any:
    return QApplication.focusWidget()


def on(page: WeekPage, day: str) -> list[str]:
    return [f"{e.time} {e.title}" for e in week.plan(page._workspace).events.get(day, ())]


def editor(page: WeekPage) -> EventEditor:
    (found,) = page.findChildren(EventEditor)
    return found


def words(widget: Any) -> str:
    return " | ".join(w.text() for w in widget.findChildren(QLabel) + widget.findChildren(QPushButton) if w.text())


def test_the_inspection_opens_at_its_week_and_comes_back_where_one_was(
    opened: Any, board: WeekPage, qtbot: QtBot
) -> None:
    write("9 meeting")
    board._open(board._plan.events[MONDAY.isoformat()][0].id)
    opened.press("Ctrl+L")
    opened.wait_for("Unlock")
    opened.unlock()
    opened.wait_for(Desk)
    assert opened.desk.current == "week"
    assert isinstance(focus().parentWidget(), EventEditor)


def test_an_empty_board_says_what_goes_here_and_offers_the_next_step(board: WeekPage) -> None:
    assert board.board._nothing.isVisible()
    focus().clearFocus()
    board.board.begin.click()
    assert focus() is board._days[MONDAY.isoformat()].line
    write("9 meeting")
    assert not board.board._nothing.isVisible()
    assert not board.board.begin.isVisible()


def test_a_day_is_written_line_by_line_with_nothing_but_keys(board: WeekPage) -> None:
    write("9.30 opening presentation", "2 case interview C01 Ruth", "11 focus group")
    assert on(board, MONDAY.isoformat()) == [
        "09:30 opening presentation", "11:00 focus group", "14:00 case interview C01 Ruth",
    ]  # fmt: skip
    assert focus().text() == ""
    cards = board._days[MONDAY.isoformat()].parts
    assert [card.time for card in cards if isinstance(card, EventCard)] == ["09:30", "11:00", "14:00"]


def test_what_is_typed_on_an_event_goes_into_the_line_of_its_day_and_not_into_the_event(board: WeekPage) -> None:
    write("9.30 opening presentation")
    (card,) = board._days[MONDAY.isoformat()].parts
    card.setFocus()
    QTest.keyClicks(card, "1")
    QTest.keyClicks(focus(), "1 focus group")
    assert focus().text() == "11 focus group"
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert on(board, MONDAY.isoformat()) == ["09:30 opening presentation", "11:00 focus group"]


def test_a_line_not_entered_is_kept_through_a_lock_and_is_no_event(opened: Any, board: WeekPage) -> None:
    type_in("9.30 half a thou")
    opened.press("Ctrl+L")
    opened.wait_for("Unlock")
    opened.unlock()
    opened.wait_for(Desk)
    page = opened.desk.page("week")
    assert page._days[MONDAY.isoformat()].line.text() == "9.30 half a thou"
    assert on(page, MONDAY.isoformat()) == []
    assert focus() is page._days[MONDAY.isoformat()].line


def test_enter_opens_an_event_in_its_place_and_every_box_writes_for_itself(board: WeekPage, qtbot: QtBot) -> None:
    write("9 meeting")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    editor = focus().parentWidget()
    assert isinstance(editor, EventEditor)
    chord("Ctrl+A")
    type_in("Board meeting")
    editor.time.setFocus()
    editor.time.selectAll()
    type_in("1015")
    press(Qt.Key.Key_Tab)
    editor.kind.setCurrentIndex(editor.kind.findData("feedback"))
    editor.kind.activated.emit(editor.kind.currentIndex())
    editor.person.setCurrentIndex(editor.person.findText("Ruth Ashdown"))
    editor.person.activated.emit(editor.person.currentIndex())
    assert on(board, MONDAY.isoformat()) == ["10:15 Board meeting"]
    (event,) = board._plan.events[MONDAY.isoformat()]
    assert (event.kind, event.person) == ("feedback", board._workspace.me)
    press(Qt.Key.Key_Escape)
    assert isinstance(focus(), EventCard)
    assert focus().accessibleName() == "10:15, Board meeting, Feedback · Ruth Ashdown"


def test_an_event_that_opens_moves_no_day_aside_and_its_kind_stands_on_one_line(
    board: WeekPage, qtbot: PatientBot
) -> None:
    board.window().resize(1366, 768)
    write("9 discussion")
    qtbot.settle()
    before = [column.geometry() for column in board._days.values()]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    qtbot.settle()
    opened = editor(board)
    assert [column.x() for column in board._days.values()] == [box.x() for box in before]
    assert opened.kind.height() == opened.title.height()
    assert opened.kind.toolTip() == opened.kind.currentText() == "Multi-agency discussion"
    assert opened.height() >= opened.layout().totalHeightForWidth(opened.width())


def test_what_was_heard_at_an_event_is_written_as_evidence_begun_from_it(opened: Any, board: WeekPage) -> None:
    write("9.30 focus group Victims' workers")
    board.board.enter(week.plan(board._workspace).events["2026-03-09"][0].id)
    press(Qt.Key.Key_Return)
    QTest.mouseClick(editor(board).write_it, Qt.MouseButton.LeftButton)
    assert opened.desk.current == "evidence"
    (source,) = evidence.sources(board._workspace)
    assert (source.title, source.day, source.kind) == ("focus group Victims' workers", "2026-03-09", "focus-group")
    opened.press("Ctrl+1")
    QTest.mouseClick(editor(board).write_it, Qt.MouseButton.LeftButton)
    assert len(evidence.sources(board._workspace)) == 1  # the same one again


def test_an_event_about_a_case_leads_to_the_case(opened: Any, board: WeekPage) -> None:
    write("9.30 case interview C02")
    board.board.enter(week.plan(board._workspace).events["2026-03-09"][0].id)
    press(Qt.Key.Key_Return)
    QTest.mouseClick(editor(board).write_it, Qt.MouseButton.LeftButton)
    assert (opened.desk.current, opened.desk.page("case").place().case) == (
        "case",
        board._workspace.case_id("C02"),
    )


def test_the_board_leads_to_setting_up(opened: Any, board: WeekPage) -> None:
    QTest.mouseClick(board.board.head.set_up, Qt.MouseButton.LeftButton)
    assert opened.desk.current == "setup"


def test_typing_a_title_is_one_step_in_its_history(board: WeekPage, qtbot: QtBot) -> None:
    write("9 x")
    event = board._plan.events[MONDAY.isoformat()][0].id
    board._open(event)
    for letter in "yz":
        type_in(letter)
        focus().flush()
    assert [row.value for row in board._workspace.history("event", event, "title")] == ["xyz", "x"]


def test_a_time_that_is_none_stays_in_its_box_and_changes_nothing(board: WeekPage) -> None:
    write("9 meeting")
    board._open(board._plan.events[MONDAY.isoformat()][0].id)
    time = focus().parentWidget().time
    time.setFocus()
    time.selectAll()
    type_in("noonish")
    assert board.flush()
    assert time.text() == "noonish"
    assert "noonish" in time.wrong
    assert on(board, MONDAY.isoformat()) == ["09:00 meeting"]
    time.selectAll()
    type_in("12")
    assert time.wrong == ""
    board.flush()
    assert on(board, MONDAY.isoformat()) == ["12:00 meeting"]


def test_alt_and_the_arrows_move_an_event_to_another_day_and_the_focus_goes_with_it(board: WeekPage) -> None:
    write("9 meeting")
    press(Qt.Key.Key_Up)
    chord("Alt+Left")  # there is no day before
    chord("Alt+Right")
    assert on(board, TUESDAY) == ["09:00 meeting"]
    assert board._days[TUESDAY].isAncestorOf(focus())
    chord("Alt+Left")
    assert on(board, MONDAY.isoformat()) == ["09:00 meeting"]


def test_the_arrows_go_from_event_to_event_and_from_day_to_day(board: WeekPage) -> None:
    write("9 one", "10 two")
    press(Qt.Key.Key_Up)
    assert focus().title == "two"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert focus().title == "one"
    press(Qt.Key.Key_Right)
    assert focus() is board._days[TUESDAY].line


def test_what_is_taken_away_can_be_brought_back_by_key_and_by_undo(board: WeekPage) -> None:
    write("9 meeting")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)
    assert on(board, MONDAY.isoformat()) == []
    assert focus().accessibleName() == "Undo: meeting"
    press(Qt.Key.Key_Return)
    assert on(board, MONDAY.isoformat()) == ["09:00 meeting"]
    assert isinstance(focus(), EventCard)
    chord("Alt+Right")
    chord("Ctrl+Z")
    assert on(board, MONDAY.isoformat()) == ["09:00 meeting"]
    press(Qt.Key.Key_Delete)
    chord("Ctrl+Z")
    assert on(board, MONDAY.isoformat()) == ["09:00 meeting"]
    assert not any(column.gone.isVisible() for column in board._days.values())
    chord("Ctrl+Shift+Z")
    assert on(board, MONDAY.isoformat()) == []


def test_undo_right_after_enter_takes_the_new_event_away_and_types_nothing_anew(board: WeekPage) -> None:
    write("9 meeting", "10 focus group")
    chord("Ctrl+Z")
    assert on(board, MONDAY.isoformat()) == ["09:00 meeting"]
    assert focus().accessibleName() == "Undo: focus group"
    chord("Ctrl+Z")  # its deletion is not undone by undo
    assert on(board, MONDAY.isoformat()) == ["09:00 meeting"]
    chord("Ctrl+Shift+Z")
    assert on(board, MONDAY.isoformat()) == ["09:00 meeting", "10:00 focus group"]
    press(Qt.Key.Key_Delete)
    line = board._days[MONDAY.isoformat()].line
    assert line.text() == ""
    line.setFocus()
    type_in("11 x")
    chord("Ctrl+Z")
    assert on(board, MONDAY.isoformat()) == ["09:00 meeting"]
    assert line.text() == ""


def test_a_clash_is_pointed_out_in_words_and_shape_on_both(board: WeekPage) -> None:
    write("9 C01 Ruth", "9 C02 Ruth")
    cards = board._days[MONDAY.isoformat()].parts
    assert [card.clash for card in cards] == [
        "▲ Ruth Ashdown is also at: C02 Ruth", "▲ Ruth Ashdown is also at: C01 Ruth",
    ]  # fmt: skip
    assert "clash" in cards[0].accessibleName()


def test_today_is_marked_by_a_word_and_a_shape(board: WeekPage, monkeypatch: pytest.MonkeyPatch) -> None:
    today_is(board, monkeypatch, MONDAY + timedelta(days=1))
    marked = {day: (column.today.text(), column.today.isHidden()) for day, column in board._days.items()}
    assert marked == {day: ("Today", day != TUESDAY) for day in marked}
    assert board._days[TUESDAY].accessibleName() == "Tuesday 10 March, today"


def test_the_head_of_today_is_never_cut(board: WeekPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """ "Mon 30 Nov" lost its last letter to "Today" beside it, in a window of 1280 px."""
    today_is(board, monkeypatch, MONDAY)
    column = board._days[MONDAY.isoformat()]
    heads = set()
    for width in range(130, 300, 2):
        column.setFixedWidth(width)
        column.resize(width, column.height())
        column._layout.activate()
        heads.add(column.head.text())
        if width >= LEAST:
            assert column.head.fontMetrics().horizontalAdvance(column.head.text()) <= column.head.width(), width
    assert heads == {"Mon 9", "Mon 9 Mar"}
    assert board._days[TUESDAY].head.text() == "Tue 10 Mar"


def test_the_return_visit_has_its_days(board: WeekPage) -> None:
    board._workspace.editor.set("inspection", "inspection", "return_start", "2026-04-20")
    assert list(board._days)[-1] == "2026-04-20"
    assert board._days["2026-04-20"].mark.text() == "Return visit"
    assert "return visit 20 April 2026" in board.board.head.dates


def test_numbers_lead_to_the_cases_they_are_about(opened: Any, board: WeekPage, qtbot: QtBot) -> None:
    workspace = board._workspace
    reviews.submit(workspace, workspace.case_id("C02"))
    sharing.give(workspace, [workspace.case_id("C01")], workspace.me)
    board._standing.count()
    qtbot.settle()
    cards = (board.board.cases, board.board.team)
    button = {b.text(): b for card in cards for b in card.findChildren(QPushButton) if b.isVisible()}
    assert "3 not begun" in button
    button["1 submitted"].click()
    cases = opened.desk.page("cases")
    assert opened.desk.current == "cases"
    assert shown(cases) == ["C02"]
    assert cases.filters.only.text() == "✕  submitted"
    cases.filters.only.click()
    assert len(shown(cases)) == 4
    opened.press("Ctrl+1")
    mine = next(b for text, b in button.items() if text.startswith("You: 1 case, "))
    mine.click()
    assert shown(cases) == ["C01"]


@pytest.mark.parametrize("restarted", [False, True])
def test_a_list_that_is_called_by_how_its_cases_stand_follows_them(
    opened: Any, board: WeekPage, qtbot: QtBot, *, restarted: bool
) -> None:
    workspace = board._workspace
    cases_of = [workspace.case_id(ref) for ref in ("C01", "C02")]
    sharing.give(workspace, cases_of, workspace.me)
    board._standing.count()
    waiting = board.board.waiting
    next(b for b in waiting.findChildren(QPushButton) if "not submitted" in b.accessibleName()).click()
    cases = opened.desk.page("cases")
    assert shown(cases) == ["C01", "C02"]
    if restarted:
        opened.press("Ctrl+L")
        opened.wait_for("Unlock")
        opened.unlock()
        opened.wait_for(Desk)
        cases, workspace = opened.desk.page("cases"), opened.desk.workspace
    reviews.submit(workspace, cases_of[0])
    qtbot.settle()
    assert shown(cases) == ["C02"]
    reviews.submit(workspace, cases_of[1])
    qtbot.settle()
    assert shown(cases) == []
    assert cases.filters.only.isVisible()  # the way back to all


@pytest.mark.parametrize("case_number", [1, 2])
def test_open_beside_one_case_that_waits_opens_it_and_beside_several_lists_them(
    case_number: int, opened: Any, board: WeekPage
) -> None:
    workspace = board._workspace
    mine = [workspace.case_id(ref) for ref in ("C02", "C03")][:case_number]
    sharing.give(workspace, mine, workspace.me)
    board._standing.count()
    waiting = board.board.waiting
    next(b for b in waiting.findChildren(QPushButton) if "not submitted" in b.accessibleName()).click()
    assert opened.desk.current == ("case" if case_number == 1 else "cases")
    if case_number == 1:
        assert opened.desk.page("case")._open.case == mine[0]


def shown(cases: Any) -> list[str]:
    return [row.ref for row in cases._shown.cases()]


def test_cases_of_a_number_are_shown_whatever_was_filtered_and_after_a_lock(opened: Any, board: WeekPage) -> None:
    opened.press("Ctrl+2")
    opened.desk.page("cases")._search.setText("V01")
    opened.press("Ctrl+1")
    opened.desk.go_to("cases", TheseCases((opened.desk.workspace.case_id("C03"),), "submitted"))
    assert shown(opened.desk.page("cases")) == ["C03"]
    opened.press("Ctrl+L")
    opened.wait_for("Unlock")
    opened.unlock()
    opened.wait_for(Desk)
    assert shown(opened.desk.page("cases")) == ["C03"]


def test_an_open_concern_stands_on_the_board_and_leads_to_its_page(opened: Any, board: WeekPage) -> None:
    from datetime import datetime

    workspace = board._workspace
    concern = concerns.raise_(workspace, workspace.case_id("C02"), datetime(2026, 3, 9, 10, 41))
    workspace.editor.set("concern", concern, "what", "bruises")
    button = next(b for b in board.board.waiting.findChildren(QPushButton) if "bruises" in b.accessibleName())
    assert button.accessibleName().startswith("Open concern: C02 · 9 March 2026 10:41")
    button.click()
    assert opened.desk.current == "concerns"


def test_how_old_colleagues_work_is_is_said_in_words(opened: Any, board: WeekPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Nobody else is in the team" in words(board.board.team))
    board._workspace.editor.set("person", "dee", "name", "Dee Whitlock")
    qtbot.waitUntil(lambda: "Dee Whitlock" in words(board.board.team))  # at once, not when one comes back


def test_without_cases_the_board_offers_to_add_them(in_window: Any, make_workspace: Any) -> None:
    driver = in_window(make_workspace(), first="")
    page = driver.desk.page("week")
    assert driver.desk.current == "week"
    assert "There are no cases yet." in words(page.board.cases)
    next(b for b in page.board.cases.findChildren(QPushButton) if b.text() == "Add the cases").click()
    assert driver.desk.current == "cases"


def test_an_event_is_a_button_to_a_screen_reader(board: WeekPage) -> None:
    write("9 meeting")
    card = board._days[MONDAY.isoformat()].parts[0]
    assert QAccessible.queryAccessibleInterface(card).role() == QAccessible.Role.Button


def test_tab_goes_through_a_day_and_on_to_the_next(board: WeekPage) -> None:
    write("9 one", "10 two")
    seen = []
    board._days[MONDAY.isoformat()].parts[0].setFocus()
    for _ in range(4):
        seen.append(focus())
        press(Qt.Key.Key_Tab)
    monday, tuesday = board._days[MONDAY.isoformat()], board._days[TUESDAY]
    assert seen == [*monday.parts, monday.line, tuesday.line]


@pytest.mark.parametrize(("size", "zoom"), [((1200, 760), 100), ((1000, 560), 100), ((1000, 560), 200)])
def test_nothing_is_wider_than_the_page_but_the_days(
    opened: Any, board: WeekPage, qtbot: QtBot, size: Any, zoom: int
) -> None:
    write("9.30 multi-agency discussion on safeguarding with everybody who has a part in it", "9.30 C01 Ruth")
    opened.window.resize(*size)
    opened.window.change_look("light", zoom)
    qtbot.settle()
    page = opened.desk.page("week")
    inside, scroll = page.board._page, page.board._scroll
    assert inside.width() <= scroll.viewport().width()
    for card in (page.board.cases, page.board.waiting, page.board.team):
        assert card.width() >= card.minimumSizeHint().width()
    first = next(iter(page._days.values()))
    assert first.height() >= first.layout().minimumHeightForWidth(first.width())


def test_where_not_every_day_fits_the_head_says_so_and_leads_to_the_others(
    opened: Any, board: WeekPage, qtbot: QtBot
) -> None:
    opened.window.resize(2000, 760)
    qtbot.waitUntil(lambda: not board.board.later.isVisible())
    opened.window.resize(1366, 768)
    opened.window.change_look("light", 200)
    qtbot.waitUntil(lambda: opened.desk.page("week") is not board)
    ways = opened.desk.page("week").board
    qtbot.waitUntil(ways.later.isVisible)
    assert not ways.earlier.isEnabled()
    for _ in range(3):
        ways.later.click()
    assert (ways.earlier.isEnabled(), ways.later.isEnabled()) == (True, False)
    last = ways._columns[-1]
    assert ways._days.viewport().rect().right() >= last.mapTo(ways._days.viewport(), last.rect().topRight()).x()


def test_an_event_that_was_open_shows_all_its_lines_when_it_is_closed(board: WeekPage, qtbot: QtBot) -> None:
    write("14 case interview C01 Ruth")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    qtbot.settle()
    press(Qt.Key.Key_Escape)
    qtbot.settle()
    card = board._days[MONDAY.isoformat()].parts[0]
    assert isinstance(card, EventCard)
    assert card.leader
    assert card.height() >= card.heightForWidth(card.width())


def test_the_head_of_a_day_is_not_cut_off(board: WeekPage) -> None:
    for column in board._days.values():
        assert column.head.width() >= column.head.sizeHint().width()


def test_a_package_that_brings_events_shows_on_the_board_at_once(board: WeekPage) -> None:
    week.add(board._workspace, TUESDAY, "9 from elsewhere", board._plan)
    assert [card.title for card in board._days[TUESDAY].parts if isinstance(card, EventCard)] == ["from elsewhere"]


def test_a_rating_word_that_the_framework_does_not_have_is_named_and_leads_to_the_ratings(
    opened: Any, board: WeekPage, qtbot: QtBot
) -> None:
    def named() -> list[str]:
        return [
            said.text()
            for said in board.board.to_check.findChildren(QLabel)
            if " not a rating " in said.text() and said.isVisible()
        ]

    board._workspace.editor.set("rating", "1.1", "rating", "Good")
    board._workspace.editor.set("rating", "1.2", "rating", "Great")
    board._workspace.editor.set("panel", "2.1", "to", "Splendid")
    qtbot.waitUntil(lambda: len(named()) == 2)
    assert [words.split(" is no")[0] for words in named()] == ["1.2: “Great”", "2.1: the panel’s “Splendid”"]
    buttons = board.board.to_check.findChildren(QPushButton)
    next(b for b in buttons if b.text() == "Go to the ratings" and b.isVisible()).click()
    assert opened.desk.current == "ratings"
    board._workspace.editor.set("rating", "1.2", "rating", "Good")
    board._workspace.editor.set("panel", "2.1", "to", None)
    opened.press("Ctrl+1")
    qtbot.waitUntil(lambda: not named())


# what was read of a line


def shown_as(page: WeekPage) -> dict[str, str]:
    shown = page.board.read_as
    pairs = [tuple(label.text() for label in row) for row in shown._rows if not row[1].isHidden()]
    return dict(pairs) if shown.isVisible() else {}


def test_a_line_shows_what_it_is_read_as_before_it_is_added(board: WeekPage, qtbot: QtBot) -> None:
    write("4-4.30 meeting Ruth")
    type_in("4-5 case interview C02 Ruth")
    assert shown_as(board) == {
        "When": "Mon 9 Mar, 16:00 – 17:00 · 1 hour", "Kind": "Case interview", "Case": "C02", "Leads": "Ruth Ashdown",
        "Title": "case interview C02 Ruth",
    }  # fmt: skip
    assert board.board.read_as.clash.text() == "▲ Ruth Ashdown is also at: meeting Ruth"
    assert "Leads: Ruth Ashdown" in focus().accessibleDescription()
    assert len(on(board, MONDAY.isoformat())) == 1
    press(Qt.Key.Key_Return)
    assert on(board, MONDAY.isoformat())[0] == "16:00 case interview C02 Ruth"
    assert not board.board.read_as.isVisible()


def test_whoever_has_nothing_else_then_is_said_to_be_free(board: WeekPage) -> None:
    type_in("4-5 focus group Ruth")
    assert board.board.read_as.clash.text() == "✓ Nothing else is planned for Ruth Ashdown then."
    chord("Ctrl+A")
    type_in("focus group")
    assert shown_as(board) == {
        "When": "Mon 9 Mar, no time", "Kind": "Focus group", "Leads": "nobody named", "Title": "focus group",
    }  # fmt: skip
    assert not board.board.read_as.clash.isVisible()


def test_tab_leads_from_the_line_into_what_was_read_and_on(board: WeekPage, qtbot: QtBot) -> None:
    type_in("10.15 meeting")
    line = focus()
    press(Qt.Key.Key_Tab)
    qtbot.wait(1)
    assert focus() is board.board.read_as.open_it
    press(Qt.Key.Key_Tab)
    qtbot.wait(1)
    assert focus() is board.board.read_as.add_it
    press(Qt.Key.Key_Escape)
    assert focus() is line
    assert not board.board.read_as.isVisible()
    type_in("s")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert on(board, MONDAY.isoformat()) == ["10:15 meetings"]
    assert focus() is editor(board).title


def test_it_goes_with_the_keyboard_and_never_stands_outside_the_page(
    opened: Any, board: WeekPage, qtbot: QtBot
) -> None:
    opened.window.resize(1024, 640)
    type_in("10 meeting")
    qtbot.waitUntil(lambda: board.board.rect().contains(board.board.read_as.geometry()))
    assert not board.board.read_as.geometry().intersects(
        focus().rect().translated(focus().mapTo(board.board, focus().rect().topLeft()))
    )
    board._days[TUESDAY].line.setFocus()
    qtbot.waitUntil(lambda: not board.board.read_as.isVisible())
    board._days[MONDAY.isoformat()].line.setFocus()
    qtbot.waitUntil(board.board.read_as.isVisible)  # what is still there is said again


# how long, now, and whose


def test_a_card_says_from_when_to_when_and_an_open_event_has_a_box_for_its_end(board: WeekPage) -> None:
    write("9.30-10.45 meeting")
    (card,) = board._days[MONDAY.isoformat()].parts
    assert isinstance(card, EventCard)
    assert card.time == "09:30 – 10:45"
    board._open(card.id)
    end = editor(board).end
    end.setFocus()
    end.selectAll()
    type_in("9")
    press(Qt.Key.Key_Tab)
    assert "not after it begins" in editor(board).clash.text()
    assert editor(board).clash.isVisible()


def test_now_stands_between_what_has_begun_and_what_has_not_and_what_is_over_stands_back(
    board: WeekPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("9-10 first", "11-12 second")
    today_is(board, monkeypatch, MONDAY)
    column = board._days[MONDAY.isoformat()]
    column.set_now(MONDAY.isoformat(), "10:40")
    first, second = column.parts
    assert [column._events.indexOf(part) for part in (first, column._now, second)] == [0, 1, 2]
    assert (column._now.isVisible(), column._now.accessibleName()) == (True, "Now it is 10:40")
    assert [first._past, second._past] == [True, False]
    column.set_now(TUESDAY, "08:00")
    assert (column._now.isVisible(), first._past, second._past) == (False, True, True)


def test_the_week_of_one_person_has_what_they_lead_and_what_is_typed_there_is_theirs(board: WeekPage) -> None:
    workspace = board._workspace
    workspace.editor.set("person", "tom", "name", "Tom Okafor")
    write("9 meeting Ruth", "10 meeting Tom")
    head = board.board.head
    assert head.whose.isVisible()
    board.show_week_of("tom")
    assert [part.title for part in board._days[MONDAY.isoformat()].parts] == ["meeting Tom"]
    board.add()
    type_in("2 focus group")
    assert shown_as(board)["Leads"] == "Tom Okafor"
    press(Qt.Key.Key_Return)
    assert [part.title for part in board._days[MONDAY.isoformat()].parts] == ["meeting Tom", "focus group"]
    write("3 feedback Ruth")  # not theirs: nothing that was just added is out of sight
    assert head.whose.currentData() == ""
    assert len(board._days[MONDAY.isoformat()].parts) == 4


def test_the_return_visit_has_a_week_of_its_own_and_the_keys_lead_to_it(board: WeekPage, qtbot: QtBot) -> None:
    assert not board.board.tabs.isVisible()
    board._workspace.editor.set("inspection", "inspection", "return_start", "2026-04-20")
    visit = board._days["2026-04-20"]
    assert [b.text() for b in board.board.tabs.buttons] == ["9 to 13 March 2026", "Return visit, 20 April 2026"]
    assert not visit.isVisible()
    week.add(board._workspace, "2026-03-13", "9 last", board._plan)
    board.board.enter(board._plan.events["2026-03-13"][0].id)
    press(Qt.Key.Key_Right)
    assert focus() is visit.line
    assert visit.isVisible()
    assert not board._days[MONDAY.isoformat()].isVisible()
    assert [b.isChecked() for b in board.board.tabs.buttons] == [False, True]
    board.board.tabs.buttons[0].click()
    assert board._days[MONDAY.isoformat()].isVisible()
    assert not visit.isVisible()


def test_a_week_that_was_looked_at_is_there_again(board: WeekPage) -> None:
    board._workspace.editor.set("inspection", "inspection", "return_start", "2026-04-20")
    board.board.tabs.buttons[1].click()
    focus().clearFocus()
    place = board.place()
    board.board.tabs.buttons[0].click()
    board.return_to(place)
    assert board._days["2026-04-20"].isVisible()


def test_a_gap_week_is_named_between_its_weeks(board: WeekPage, qtbot: PatientBot) -> None:
    board._workspace.editor.set("inspection", "inspection", "end", "2026-03-27")
    board._workspace.editor.set("inspection", "inspection", "gaps", "2026-03-16/2026-03-22")
    qtbot.settle()
    said = [w.text() for w in board.board.tabs.children() if isinstance(w, QLabel | QPushButton) and not w.isHidden()]
    assert said == ["9 to 13 March 2026", "1 gap week", "23 to 27 March 2026"]


# what waits


def test_what_waits_for_me_stands_first_and_leads_there(opened: Any, board: WeekPage, qtbot: QtBot) -> None:
    workspace = board._workspace
    assert "Nothing waits for you." in words(board.board.waiting)
    reviews.submit(workspace, workspace.case_id("C02"))
    sharing.give(workspace, [workspace.case_id("C01")], workspace.me)
    board._standing.count()
    qtbot.settle()
    said = words(board.board.waiting)
    assert "C02 | " in said
    assert "submitted: accept or return" in said
    assert "yours, not submitted yet" in said
    button = next(b for b in board.board.waiting.findChildren(QPushButton) if "C02" in b.accessibleName())
    button.click()
    assert (opened.desk.current, opened.desk.page("case")._open.case) == ("case", workspace.case_id("C02"))


def test_what_a_line_is_read_as_goes_with_its_line(board: WeekPage, qtbot: QtBot) -> None:
    """It stayed where the line had been, and covered it, once what was deleted above was no longer offered."""
    write("9.30 opening presentation")
    column = board._days[MONDAY.isoformat()]
    column.gone.offer("", "")
    type_in("10 case interview C01")
    shown, line = board.board.read_as, column.line
    apart = shown.y() - line.mapTo(shown.parentWidget(), QPoint(0, 0)).y()
    column.gone.offer("an event", "focus group")
    qtbot.settle()
    assert shown.y() - line.mapTo(shown.parentWidget(), QPoint(0, 0)).y() == apart


# printing


def test_the_week_or_a_day_is_saved_as_pages_that_only_their_owner_can_read(
    board: WeekPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: Spoken
) -> None:
    write("9.30-10.30 case interview C01 Ruth")
    path = tmp_path / "week.pdf"
    monkeypatch.setattr(ask, "save_file", lambda *_: path)
    chord("Ctrl+P")
    assert board.printing.isVisible()
    board.printing.close()
    board.board.head.print_it.click()
    assert [a.text() for a in board.printing.actions() if a.text()][:2] == ["The whole week…", "Mon 9 Mar…"]
    with qtbot.waitSignal(board.printing.saved):
        board.printing.actions()[0].trigger()
    board.printing.close()
    assert "not encrypted" in told.last
    assert path.stat().st_mode & 0o077 == 0
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Friday 13 March" in text
    with qtbot.waitSignal(board.printing.saved):
        board.printing.save([board._days[MONDAY.isoformat()].day])
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "09:30 – 10:30" in text
    assert "Friday" not in text


def test_printing_that_nobody_wants_or_that_cannot_be_saved_leaves_nothing(
    board: WeekPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    days = board.board.days_shown
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    board.printing.save(days)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "gone" / "week.pdf")
    with qtbot.waitSignal(board.failed) as refused:
        board.printing.save(days)
    assert isinstance(refused.args[0], Expected)
    assert list(tmp_path.rglob("*.pdf")) == []


def test_the_first_event_moves_nothing_but_the_line_under_it(board: WeekPage, qtbot: QtBot) -> None:
    """What stands while nothing is planned went from above the days, and everything jumped up by 194 pixels."""
    window = board.window()
    window.resize(1366, 768)
    qtbot.settle()
    line = board.board._columns[0].line
    kinds = (QLineEdit, QAbstractButton, QLabel)
    stand = [w for kind in kinds for w in board.board.findChildren(kind) if w.isVisible() and w is not line]
    before = {w: w.mapTo(window, QPoint()) for w in stand if not board.board._nothing.isAncestorOf(w)}
    line.setFocus()
    QTest.keyClicks(line, "9.30 opening presentation")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.settle()
    assert not board.board._nothing.isVisible()
    assert [w for w, at in before.items() if w.isVisible() and w.mapTo(window, QPoint()) != at] == []
