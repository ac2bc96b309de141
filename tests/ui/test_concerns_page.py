"""Live concerns in the window: raised at once from anywhere, seen everywhere while open, closed only when all is said."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.pages import CODES
from inspector_app.ui.places.concerns.card import ConcernCard
from inspector_app.ui.places.concerns.page import ConcernsPage
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.strip import Strip
from inspector_app.ui.window.strip_item import StripItem
from inspector_app.ui.words.concern import history, open_for
from tests.ui.colleagues import colleague, given, joined
from tests.ui.conftest import Spoken
from tests.ui.team import chord, press, type_in

pytestmark = pytest.mark.usefixtures("no_backups")

RAISE, SHOW = "Ctrl+Shift+I", "Ctrl+Shift+C"
NOW = datetime(2026, 3, 9, 10, 41)


def focus() -> Any:
    return QApplication.focusWidget()


def page(driver: Any) -> ConcernsPage:
    found = driver.desk.page("concerns")
    assert isinstance(found, ConcernsPage)
    return found


def raised(driver: Any, what: str = "bruises not explained") -> ConcernCard:
    """Raised from the case C02, with something written."""
    driver.desk.open_case(driver.desk.workspace.case_id("C02"))
    driver.press(RAISE)
    type_in(what)
    page(driver).flush()
    (card,) = page(driver).cards.values()
    return card


def settled(driver: Any) -> ConcernCard:
    card = raised(driver)
    card.people.new.whom.setFocus()
    type_in("duty social worker")
    card.people.new.now.click()
    card.notes["outcome"].box.setFocus()
    type_in("strategy meeting")
    card.flush()
    return card


def strip(driver: Any) -> Strip:
    return driver.window.findChild(Strip)  # type: ignore[no-any-return]


def heard(card: ConcernCard) -> list[str]:
    """The marks of what has to be there before it can be closed."""
    return [mark.accessibleName() for mark in card.before.marks.values()]


def everywhere(driver: Any) -> tuple[str, str]:
    """What the strip and the rail say."""
    rail = driver.desk.rail
    return strip(driver).concerns.full, rail.waits("concerns") or rail.words("concerns")


# raising


def test_from_a_case_one_key_begins_a_concern_about_it_with_the_cursor_in_its_box(opened: Any) -> None:
    raised(opened)
    (row,) = concerns.rows(opened.desk.workspace)
    assert (row.case_ref, row.what) == ("C02", "bruises not explained")
    assert row.day
    assert row.time


def test_the_palette_raises_one_too_and_elsewhere_it_is_about_no_case(opened: Any) -> None:
    opened.press("Ctrl+K")
    type_in("raise a conc")
    press(Qt.Key.Key_Return)
    assert isinstance(focus(), NoteBox)
    type_in("door of the waiting room")
    page(opened).flush()
    assert [row.case for row in concerns.rows(opened.desk.workspace)] == [""]


def test_one_begun_and_left_empty_is_counted_nowhere_and_used_again(opened: Any) -> None:
    opened.press(RAISE)
    assert everywhere(opened)[1:] == ("Concerns",)
    assert page(opened)._many.text() == "", "the page counts as the head of the window does"
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert page(opened).list.item(0).data(heard).startswith("Being written. "), (
        "and so does the list: it said “Open: 1”"
    )
    opened.press("Ctrl+2", RAISE)
    assert len(page(opened).cards) == 1
    type_in("x")
    page(opened).flush()
    assert everywhere(opened) == ("1 concern", "1 concern")
    assert page(opened).list.item(0).data(heard).startswith("Open: 1. ")


def test_what_is_typed_survives_a_lock_and_comes_back_with_the_focus(opened: Any) -> None:
    raised(opened, "half a sent")
    opened.press("Ctrl+L")
    opened.wait_for("Unlock")
    assert strip(opened).concerns.isHidden()
    opened.unlock()
    opened.wait_for(Desk)
    assert opened.desk.current == "concerns"
    assert isinstance(focus(), NoteBox)
    assert focus().text() == "half a sent"


# seen everywhere


def test_open_concerns_are_said_on_every_page_by_word_and_shape(opened: Any) -> None:
    raised(opened)
    raised_again = concerns.raise_(opened.desk.workspace, "", NOW)
    opened.desk.workspace.editor.set("concern", raised_again, "what", "another")
    for code in CODES:
        opened.desk.show_page(code)
        assert everywhere(opened) == ("2 concerns", "2 concerns")
        assert not strip(opened).concerns.icon().isNull()
    strip(opened).concerns.click()
    assert opened.desk.current == "concerns"


def test_the_case_says_so_in_its_header_and_in_the_list(opened: Any) -> None:
    raised(opened)
    opened.desk.show_page("case")
    flag = opened.desk.page("case").sheet.bar.flag
    assert flag.isVisible()
    assert flag.text() == "1 open concern"
    opened.desk.open_case(opened.desk.workspace.case_id("C01"))
    assert not flag.isVisible()
    table = opened.desk.page("cases")._table
    assert [table.index(n, 0).data() for n in range(4)] == ["C01", "C02", "C03", "V01"]
    assert table.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is not None
    assert table.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "C02, concern"
    opened.desk.open_case(opened.desk.workspace.case_id("C02"))
    flag.click()
    assert opened.desk.current == "concerns"


@pytest.mark.parametrize(
    ("what", "case"),
    [("C02 told us he is not safe", "C02"), ("told us in c02's interview", "C02"), ("bruises", ""), ("C01 and C02", ""),
     ("C021 is another", "")],
)  # fmt: skip
def test_a_concern_is_about_the_case_that_its_words_name(opened: Any, what: str, case: str) -> None:
    opened.press("Ctrl+1")
    opened.press(RAISE)
    (card,) = page(opened).cards.values()
    type_in(what)
    card.people.new.whom.setFocus()
    assert (card.row.case_ref, card.case.currentText()) == (case, case or "No case")
    card._case.choose("")
    card.notes["what"].box.setFocus()
    card.people.new.whom.setFocus()
    assert card.row.case_ref == "", "which is not read out of the same words again"


def about_one_of(driver: Any, *refs: str) -> ConcernCard:
    """A concern raised where no case is in hand, with these cases there too."""
    workspace = driver.desk.workspace
    for ref in refs:
        workspace.add_case(ref, workspace.framework.samples[0].code)
    driver.press("Ctrl+1")
    driver.press(RAISE)
    (card,) = page(driver).cards.values()
    return card


def write_on(card: ConcernCard, words: str) -> None:
    """Write behind what stands there, and leave the box."""
    box = card.notes["what"].box
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    type_in(words)
    card.people.new.whom.setFocus()


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason], ids=lambda r: r.name
)
def test_no_case_is_read_in_half_the_words_while_another_window_has_the_keyboard(
    opened: Any, reason: Qt.FocusReason
) -> None:
    """“C1”, and “2 today” once the window had the keyboard again: the concern stayed about C1."""
    card = about_one_of(opened, "C1", "C12")
    type_in("Bruises seen on C1")
    QApplication.sendEvent(card.notes["what"].box, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert card.row.case_ref == ""
    write_on(card, "2 today")
    assert card.row.case_ref == "C12"


@pytest.mark.parametrize(
    ("first", "then", "case"),
    [
        ("seen on C1", "2 today", "C12"),
        ("seen on C1", "3 today", ""),
        ("seen on C1", " and C03", "C1"),
        ("C1", ".", "C1"),
    ],
)
def test_a_case_that_was_read_in_the_words_is_read_again_as_they_go_on(
    opened: Any, first: str, then: str, case: str
) -> None:
    card = about_one_of(opened, "C1", "C12")
    write_on(card, first)
    assert card.row.case_ref == "C1"
    write_on(card, then)
    assert (card.row.case_ref, card.case.currentText()) == (case, case or "No case")


def test_a_lock_while_another_window_has_the_keyboard_loses_no_case(opened: Any) -> None:
    card = about_one_of(opened)
    type_in("C02 told us he is not safe")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(card.notes["what"].box, away)
    opened.press("Ctrl+L")
    opened.wait_for("Unlock")
    opened.unlock()
    opened.wait_for(Desk)
    assert [row.case_ref for row in concerns.rows(opened.desk.workspace)] == ["C02"]


@pytest.mark.parametrize("chosen", ["", "C03"])
@pytest.mark.parametrize("more", [".", " and not C01", "1"])
def test_a_case_that_a_person_chose_stands_and_none_too_however_the_words_go_on(
    opened: Any, chosen: str, more: str
) -> None:
    """A full stop put C02 back."""
    card = about_one_of(opened)
    write_on(card, "Mother of C02 says: it is her own health, C02")
    assert card.row.case_ref == "C02"
    card.case.chosen.emit(opened.desk.workspace.case_id(chosen) if chosen else "")
    write_on(card, more)
    assert card.row.case_ref == chosen


def test_none_chosen_for_one_that_was_raised_from_a_case_stands_too(opened: Any) -> None:
    card = raised(opened)
    card.case.chosen.emit("")
    write_on(card, ", said on C03")
    assert card.row.case_ref == ""


def test_closing_takes_it_off_every_place(opened: Any) -> None:
    card = settled(opened)
    opened.desk.show_page("case")
    opened.desk.show_page("concerns")
    card.close_it.click()
    assert everywhere(opened)[1:] == ("Concerns",)
    assert not opened.desk.page("case").sheet.bar.flag.isVisibleTo(opened.desk.page("case"))
    assert opened.desk.page("cases")._table.index(1, 0).data() == "C02"


# closing


def test_the_page_says_what_is_missing_and_only_then_can_it_be_closed(opened: Any) -> None:
    card = raised(opened, "")
    assert not card.close_it.isEnabled()
    said = "It can be closed once it says what it is, who was told, when (day and time) and the outcome."
    assert card.missing.text() == said
    assert heard(card) == [
        "what it is: it is missing", "who was told: it is missing", "when, day and time: it is missing",
        "the outcome: it is missing",
    ]  # fmt: skip
    card.notes["what"].box.setFocus()
    type_in("bruises")
    card.flush()
    new = card.people.new
    new.whom.setFocus()
    type_in("duty social worker")
    press(Qt.Key.Key_Return)
    assert card.missing.text() == "It can be closed once it says when (day and time) and the outcome."
    assert focus() is new.whom
    assert new.whom.text() == ""
    (line,) = card.people.lines.values()
    line.change.click()
    line.lines["day"].setFocus()
    type_in("9/3/26")
    press(Qt.Key.Key_Return)
    line.lines["time"].setFocus()
    type_in("1045")
    card.notes["outcome"].box.setFocus()
    assert card.missing.text() == "It can be closed once it says the outcome."
    assert heard(card) == [
        "what it is: it is there", "who was told: it is there", "when, day and time: it is there",
        "the outcome: it is missing",
    ]  # fmt: skip
    type_in("strategy meeting")
    card.flush()
    assert card.close_it.isEnabled()
    (row,) = concerns.rows(opened.desk.workspace)
    assert [(one.day, one.time) for one in row.people] == [("2026-03-09", "10:45")]


def test_who_was_told_is_kept_until_it_is_added_and_a_time_that_cannot_be_read_adds_nothing(
    opened: Any, told: Spoken
) -> None:
    new = raised(opened).people.new
    assert not new.now.isEnabled()
    new.whom.setFocus()
    type_in("the duty desk")
    new.day.setFocus()
    type_in("9/3/26")
    new.time.setFocus()
    type_in("25.99")
    press(Qt.Key.Key_Return)
    assert focus() is new.time
    assert told.last == "“25.99” cannot be read: type it like 09:30"
    assert concerns.rows(opened.desk.workspace)[0].people == ()
    new.time.clear()
    type_in("9.50")
    opened.press("Ctrl+L")
    opened.wait_for("Unlock")
    opened.unlock()
    opened.wait_for(Desk)
    (card,) = page(opened).cards.values()
    new = card.people.new
    assert focus() is new.whom
    assert new.whom.text() == "the duty desk"
    new.add.click()
    (one,) = concerns.rows(opened.desk.workspace)[0].people
    assert (one.whom, one.day, one.time, one.by) == ("the duty desk", "2026-03-09", "09:50", "Ruth Ashdown")
    assert [box.text() for box in (new.whom, new.day, new.time)] == ["", "", ""]


def test_a_line_that_is_deleted_comes_back_by_undo_and_both_are_in_the_history(opened: Any) -> None:
    card = settled(opened)
    (line,) = card.people.lines.values()
    assert line.accessibleName().startswith("duty social worker, today ")
    assert line.accessibleName().endswith(", told by you")
    line.change.click()
    line.delete.click()
    assert card.people.lines == {}
    assert not card.close_it.isEnabled()
    what = card.notes["what"].box.text()
    assert focus() is card.people.new.whom
    chord("Ctrl+Z")
    assert card.notes["what"].box.text() == what
    assert card.close_it.isEnabled()
    said = [words.split(": ", 1)[1] for words in history(page(opened).history(card.id), {}, NOW)]
    assert said[:2] == ["brought back a line on who was told: duty social worker", "deleted a line on who was told"]
    assert any(words.startswith("added who was told: duty social worker, ") for words in said)
    type_in("The head")
    press(Qt.Key.Key_Return)
    assert len(card.people.lines) == 2

    def lines() -> list[str]:
        return [line.accessibleName()[:11] for line in card.people.lines.values()]

    for keys, there in (
        ("Ctrl+Z", ["duty social"]),  # right after it was added
        ("Ctrl+Z", ["duty social"]),  # undo once more is not undo of that
        ("Ctrl+Shift+Z", ["duty social", "The head, n"]),
        ("Ctrl+Z", ["duty social"]),
    ):
        chord(keys)
        assert lines() == there


def test_what_was_written_as_one_text_before_stays_readable_and_can_be_changed(opened: Any) -> None:
    card = raised(opened)
    assert card.former.isHidden()
    for field, text in (("told", "The head"), ("told_day", "2026-03-09"), ("told_time", "10:45")):
        opened.desk.workspace.editor.set("concern", card.id, field, text)
    page(opened).refresh({("concern", card.id)})
    assert card.former.isVisible()
    assert card.notes["told"].box.text() == "The head"
    assert card.missing.text() == "It can be closed once it says the outcome."
    card.lines["told_time"].setFocus()
    card.lines["told_time"].selectAll()
    type_in("11.05")
    card.flush()
    assert concerns.rows(opened.desk.workspace)[0].told_time == "11:05"


def test_closed_it_stays_to_be_read_and_says_who_closed_it(opened: Any) -> None:
    card = settled(opened)
    card.close_it.click()
    assert card._state.text().startswith("C02 · Closed by Ruth Ashdown, today ")
    assert not card._boxes.isVisible()
    assert focus() is card.closed.reopen
    assert "duty social worker" in card.closed.read["told"].text()
    assert "strategy meeting" in card.closed.read["outcome"].text()


def test_undo_of_a_closing_opens_it_again_and_the_history_says_so(opened: Any) -> None:
    card = settled(opened)
    card.close_it.click()
    chord("Ctrl+Z")
    assert (card._state.text(), card.open_for.text()[:4]) == ("C02", "Open")  # a minute may be over
    assert everywhere(opened)[0] == "1 concern"
    card.history.button.click()
    inside = card.history.inside
    assert inside is not None
    lines = [label.text() for label in inside.findChildren(QLabel)]
    assert lines[0].endswith("Ruth Ashdown: opened it again, by undoing the closing")
    assert lines[1].endswith("Ruth Ashdown: closed it")
    assert any("what it is: bruises not explained" in line for line in lines)
    assert any(line.endswith("case: C02") for line in lines)


def test_opening_it_again_asks_for_the_reason_in_place_and_keeps_it_as_a_draft(opened: Any) -> None:
    card = settled(opened)
    card.close_it.click()
    card.closed.reopen.click()
    assert not card.closed.reason.send.isEnabled()
    type_in("he did not come home")
    opened.press("Ctrl+L")
    opened.wait_for("Unlock")
    opened.unlock()
    opened.wait_for(Desk)
    (card,) = page(opened).cards.values()
    assert card.closed.reason.isVisible()
    assert card.closed.reason.box.text() == "he did not come home"
    assert everywhere(opened)[0] == "No concern"
    card.closed.reason.send.click()
    assert (card._state.text(), card.open_for.text()[:4]) == ("C02", "Open")  # a minute may be over
    assert card.notes["outcome"].box.text().endswith(": he did not come home")
    assert everywhere(opened)[0] == "1 concern"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (datetime(2026, 3, 9, 11, 22), "Open for 41 minutes"), (datetime(2026, 3, 9, 14, 22), "Open for 3 h 41 min"),
        (datetime(2026, 3, 11, 10, 41), "Open for 2 days"), (datetime(2026, 3, 9, 10, 40), "Open"),
    ],
)  # fmt: skip
def test_it_says_for_how_long_a_concern_has_been_open(opened: Any, now: datetime, said: str) -> None:
    concern = concerns.raise_(opened.desk.workspace, "", NOW)
    (row,) = concerns.rows(opened.desk.workspace, also=concern)
    assert open_for(row, now) == said


# undo, other laptops


def test_undo_takes_back_what_was_written_in_the_box_and_never_another_concern(opened: Any) -> None:
    card = raised(opened)
    opened.press(RAISE)
    type_in("another")
    chord("Ctrl+Z")
    chord("Ctrl+Z")
    assert [row.what for row in concerns.rows(opened.desk.workspace) if row.id == card.id] == ["bruises not explained"]


def test_typing_goes_on_while_a_colleagues_concern_comes_in(opened: Any, tmp_path: Path) -> None:
    from inspector_app.core.services import handoffs

    mine: Workspace = opened.desk.workspace
    theirs = joined(mine, colleague("Tom", tmp_path), tmp_path)
    other = concerns.raise_(theirs, theirs.case_id("C03"), NOW)
    theirs.editor.set("concern", other, "what", "what Tom heard")
    card = raised(opened, "what Ruth ")
    type_in("sa")
    handoffs.import_(mine, [given(theirs, mine.me, tmp_path / "t.handoff")])
    type_in("w")
    page(opened).flush()
    theirs.close()
    assert {row.what for row in concerns.rows(mine)} == {"what Ruth saw", "what Tom heard"}
    assert len(page(opened).cards) == 2
    assert focus() is card.notes["what"].box
    assert everywhere(opened)[0] == "2 concerns"


def test_a_contested_concern_says_so_and_stays_open(opened: Any, tmp_path: Path) -> None:
    from inspector_app.core.services import handoffs

    card = settled(opened)
    mine: Workspace = opened.desk.workspace
    theirs = joined(mine, colleague("Tom", tmp_path), tmp_path)
    theirs.editor.set("concern", card.id, "outcome", "nothing came of it")
    card.notes["outcome"].box.setFocus()
    type_in(" at four")
    card.close_it.click()
    handoffs.import_(mine, [given(theirs, mine.me, tmp_path / "t.handoff")])
    theirs.close()
    assert card._contested.text() == "◆ contested: outcome"
    assert not card.close_it.isEnabled()
    assert everywhere(opened)[0] == "1 concern"


# look


@pytest.mark.parametrize(("size", "zoom"), [((1200, 760), 100), ((1000, 560), 200)])
def test_everything_has_its_room(opened: Any, qtbot: QtBot, size: tuple[int, int], zoom: int) -> None:
    raised(opened)
    opened.window.resize(*size)
    opened.window.change_look("light", zoom)
    with qtbot.waitSignal(opened.window.look_changed):
        pass
    (card,) = page(opened).cards.values()
    qtbot.settle()
    for part in (card.area, card.before):
        assert part.isHidden() or part.widget().minimumSizeHint().width() <= part.viewport().width()
    shown = [found for found in strip(opened).findChildren(StripItem) if found.isVisible()]
    assert strip(opened).concerns in shown
    assert all(
        item.width() >= item.fontMetrics().horizontalAdvance(item.text()) + item.iconSize().width() for item in shown
    )


def test_an_empty_register_says_what_goes_here_and_offers_to_raise_one(opened: Any) -> None:
    opened.press(SHOW)
    assert page(opened)._nothing.isVisible()
    assert focus() is page(opened).another
    press(Qt.Key.Key_Return)
    assert isinstance(focus(), NoteBox)
    assert not page(opened)._nothing.isVisible()


def test_what_is_missing_stands_beside_a_concern_where_there_is_room(opened: Any, qtbot: QtBot) -> None:
    opened.press("Ctrl+Shift+I")
    (card,) = opened.desk.page("concerns").cards.values()
    opened.window.resize(1366, 768)
    qtbot.waitUntil(card.before.isVisible)
    opened.window.resize(860, 640)
    qtbot.waitUntil(lambda: not card.before.isVisible())
    assert card.missing.isVisible()  # what is missing is said in any case


def test_the_list_shows_the_one_it_stands_on_enter_leads_into_it_and_the_head_stays(opened: Any, qtbot: QtBot) -> None:
    first, found = raised(opened, "bruises"), page(opened)
    opened.press(RAISE)
    type_in("no food at home")
    opened.window.setMinimumSize(QSize(1, 1))
    opened.window.resize(1366, 768)
    qtbot.settle()
    (second,) = (card for card in found.cards.values() if card is not first)
    assert (first.isVisible(), second.isVisible()) == (False, True)
    found.list.setFocus()
    press(Qt.Key.Key_Down if found.list.currentRow() == 0 else Qt.Key.Key_Up)
    assert (first.isVisible(), second.isVisible()) == (True, False)
    assert [row.what for row in concerns.rows(opened.desk.workspace) if row.id == second.id] == ["no food at home"]
    assert focus() is found.list
    press(Qt.Key.Key_Return)
    assert focus() is first.notes["what"].box
    opened.window.resize(620, 768)
    qtbot.settle()
    assert (first.isVisible(), found.list.isVisible()) == (True, False)
    found.body.turn.click()
    assert (first.isVisible(), found.list.isVisible()) == (False, True)


def test_the_next_line_is_one_line_where_it_has_room_and_whom_stands_above_where_not(opened: Any, qtbot: QtBot) -> None:
    new = raised(opened).people.new
    opened.window.setMinimumSize(QSize(1, 1))
    opened.window.resize(1366, 768)
    qtbot.waitUntil(lambda: abs(new.whom.y() - new.add.y()) < new.whom.height())
    opened.window.resize(640, 640)
    qtbot.waitUntil(lambda: new.add.y() > new.whom.y() + new.whom.height())


def test_a_closed_concern_begins_under_its_head(opened: Any, qtbot: QtBot) -> None:
    """140 pixels of nothing stood between the two."""
    settled(opened).close_it.click()
    qtbot.settle()
    (card,) = page(opened).cards.values()
    assert card.closed.isVisible()
    inside = card.closed.parentWidget()
    head = card._state.mapTo(inside, QPoint()).y() + card._state.height()
    assert card.closed.y() - head <= theme.px(sizes.APART)


def locked_over(driver: Any) -> ConcernCard:
    """The card, after a lock: a new window made it anew."""
    driver.press("Ctrl+L")
    driver.wait_for("Unlock")
    driver.unlock()
    driver.wait_for(Desk)
    (card,) = page(driver).cards.values()
    return card


def test_after_a_lock_it_knows_that_its_case_was_read_in_its_words(opened: Any) -> None:
    """“seen on C1”, and “2 today” after the lock: the concern stayed about C1."""
    write_on(about_one_of(opened, "C1", "C12"), "seen on C1")
    card = locked_over(opened)
    write_on(card, "2 today")
    assert card.row.case_ref == "C12"


def test_after_a_lock_what_a_person_chose_stands(opened: Any) -> None:
    card = about_one_of(opened, "C1", "C12")
    write_on(card, "seen on C1")
    card.case.chosen.emit("")
    assert card.row.case_ref == ""
    card = locked_over(opened)
    write_on(card, "2 today")
    assert card.row.case_ref == ""
