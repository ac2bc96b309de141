"""The review loop in the real window: stages, comments on the exact prompt, whose case it is, between two laptops."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import allocation, conflicts, reviews
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui.places.case.open_review import OpenReview
from inspector_app.ui.places.case.page import CasePage
from inspector_app.ui.places.cases.model import CasesColumn
from inspector_app.ui.words.review import Shown
from tests.ui.colleagues import colleague, joined
from tests.ui.conftest import Spoken
from tests.ui.team import Pair, chord, press, type_in

pytestmark = pytest.mark.usefixtures("no_backups")


@pytest.fixture
def pair(workspace: Workspace, tmp_path: Path, opened: Any) -> Iterator[Pair]:
    desk = opened.desk
    theirs = joined(desk.workspace, colleague("Bob", tmp_path), tmp_path)
    made = Pair(opened, theirs, tmp_path)
    theirs.editor.set("case", made.case, "inspector", theirs.me)
    made.take()
    yield made
    theirs.close()


def own(pair: Pair) -> CasePage:
    """The case, which is Ruth's now, in her window."""
    pair.mine.editor.set("case", pair.case, "inspector", pair.mine.me)
    return pair.page()


def buttons(page: CasePage) -> list[str]:
    """What is offered: by a button, or in the menu behind them."""
    bar = page.sheet.bar
    menu = bar.in_menu()
    return [code for code, button in bar.buttons.items() if button.isVisible() or code in menu]


def stage(page: CasePage) -> Shown:
    return page.sheet.bar.stage.shown


def remarks(page: CasePage, row: int) -> Any:
    return page.review._remarks[page.view.rows[row]]


def cell(pair: Pair, column: CasesColumn) -> str:
    pair.driver.desk.show_page("cases")
    table = pair.driver.desk.page("cases")._table
    return str(table.index(table.place_of(pair.case), column).data())


def test_a_case_goes_round_the_loop_between_two_laptops(pair: Pair) -> None:
    pair.theirs.editor.set("judgement", f"{pair.case}/2.1.1", "answer", "yes")
    reviews.submit(pair.theirs, pair.case)
    pair.take()
    page = pair.page()
    bar, cards = page.sheet.bar, page.sheet.cards
    assert stage(page) is Shown.SUBMITTED
    assert bar.by.text().startswith("by Bob, today ")
    assert bar.whose.text() == "Bob’s case: read only"
    assert buttons(page) == ["comment", "return", "accept", "take-over", "ask-help", "ask-second", "verify"]
    pair.driver.press("Ctrl+Shift+M")
    type_in("Which panel is this from?")
    pair.driver.press("Ctrl+Shift+R")
    assert "2.1.1 · prompt a" in cards.return_case.said.text()
    type_in("Nearly there.")
    cards.return_case.draft.send.click()
    assert stage(page) is Shown.RETURNED
    pair.give()
    found = reviews.comments(pair.theirs, pair.case)
    assert {(c.question, c.prompt, c.text, c.by) for c in found} == {
        ("2.1.1", "a", "Which panel is this from?", "Ruth Ashdown"),
        ("", None, "Nearly there.", "Ruth Ashdown"),
    }
    assert drafts.unsent(pair.mine, "comment", pair.case) == {}
    for one in found:
        reviews.answer_comment(pair.theirs, one.id)
    reviews.submit(pair.theirs, pair.case)
    pair.take()
    assert stage(page) is Shown.SUBMITTED
    assert "answered" in remarks(page, 0).marker.text()
    pair.driver.press("Ctrl+Shift+A")
    assert stage(page) is Shown.ACCEPTED
    assert reviews.stage(pair.mine, pair.case).stage == "accepted"


def test_a_colleagues_change_after_acceptance_shows_and_is_accepted_again(pair: Pair) -> None:
    reviews.submit(pair.theirs, pair.case)
    pair.take()
    reviews.accept(pair.mine, pair.case)
    page = pair.page()
    assert "accept" not in buttons(page)
    pair.theirs.editor.set("prompt", f"{pair.case}/2.1.1/a", "answer", "yes")
    pair.take()
    assert stage(page) is Shown.ACCEPTED_CHANGED
    assert "accept" in buttons(page)
    assert cell(pair, CasesColumn.STAGE) == "changed since accepted"
    page = pair.page()
    pair.driver.press("Ctrl+Shift+A")
    assert cell(pair, CasesColumn.STAGE) == "accepted"


def test_what_i_did_to_the_stage_can_be_taken_back(pair: Pair, told: Spoken) -> None:
    page = own(pair)
    pair.driver.press("Ctrl+Shift+S")
    told.do("Submit all the same")
    assert (stage(page), "take-back" in buttons(page)) == (Shown.SUBMITTED, True)
    pair.driver.press("Ctrl+Shift+B")
    assert (stage(page), "take-back" in buttons(page)) == (Shown.NOT_BEGUN, False)
    pair.give()
    reviews.return_(pair.mine, pair.case)
    assert "take-back" in buttons(page)
    reviews.comment(pair.theirs, pair.case, pair.case, "seen")
    pair.take()
    assert "take-back" in buttons(page)


def test_undo_of_what_was_told_of_one_case_is_of_that_case_wherever_one_is_by_then(pair: Pair, told: Spoken) -> None:
    """It took the stage of the case in view back."""
    other = pair.mine.case_id("C02")
    for case in (other, pair.case):
        pair.mine.editor.set("case", case, "inspector", pair.mine.me)
        pair.mine.editor.set("prompt", f"{case}/2.1.1/a", "answer", "yes")
        reviews.submit(pair.mine, case)
    page = pair.page()
    pair.driver.press("Ctrl+Shift+A")
    type_in("There is nobody else.")
    page.sheet.cards.accept_own.draft.send.click()
    shown = told.all[-1]
    assert shown.words.startswith("C01: accepted")
    pair.driver.desk.open_case(other, "2.1.1")
    next(offer for offer in shown.offers if offer.words == "Undo").act()
    assert [reviews.stage(pair.mine, case).stage for case in (pair.case, other)] == ["submitted"] * 2
    assert told.last.startswith("C01: ")


def test_two_stages_that_came_together_are_shown_contested_and_settled_by_moving_on(pair: Pair) -> None:
    pair.theirs.editor.set("judgement", f"{pair.case}/2.1.1", "answer", "yes")
    pair.give()
    reviews.submit(pair.theirs, pair.case)
    reviews.accept(pair.mine, pair.case)
    pair.take()
    page = pair.page()
    assert stage(page) is Shown.CONTESTED
    assert "differently" in page.sheet.bar.by.text()
    assert {"return", "accept"} <= set(buttons(page))
    assert cell(pair, CasesColumn.STAGE) == "stage contested"
    page = pair.page()
    pair.driver.press("Ctrl+Shift+A")
    assert stage(page) is Shown.ACCEPTED
    assert conflicts.conflicts(pair.mine) == []


def test_a_comment_of_a_colleague_marks_its_prompt_and_is_marked_answered(pair: Pair) -> None:
    pair.give()
    reviews.comment(pair.theirs, pair.case, f"{pair.case}/2.1.1/b", "See the plan of May.")
    pair.take()
    page = pair.page()
    said = remarks(page, 1)
    assert (said.isVisible(), page.view.prompts[1].signs.accessibleName()) == (False, "1 comment")
    page.view.rows[1].setFocus()
    assert said.isVisible()
    assert said.marker.text() == "1 comment"
    assert said.marker.accessibleName() == "Prompt b: 1 comment, open"
    (line,) = said.list.lines.values()
    assert line.text.text() == "See the plan of May."
    assert line.text.accessibleName().startswith("Comment by Bob, today ")
    assert not line.delete.isVisible()
    assert cell(pair, CasesColumn.STAGE) == "not begun"
    assert cell(pair, CasesColumn.SINCE) == "1 comment"
    pair.page()
    line.answer.click()
    assert said.marker.text() == "1 comment, answered"
    assert [c.answered for c in reviews.comments(pair.mine, pair.case)] == [True]
    page.view.rows[0].setFocus()
    page.do("next-question")
    assert not said.isVisible()


def test_a_comment_being_written_is_kept_until_it_is_sent(pair: Pair, qtbot: QtBot) -> None:
    page = pair.page()
    pair.driver.press("Ctrl+Shift+M")
    type_in("half a sent")
    about = f"{pair.case}/2.1.1/a"
    qtbot.waitUntil(lambda: drafts.unsent(pair.mine, "comment", pair.case) == {about: "half a sent"})
    pair.driver.desk.show_page("conflicts")
    assert pair.driver.desk.page("conflicts").list.count() == 0
    pair.driver.shell.lock()
    pair.driver.unlock()
    pair.driver.wait_for("Desk")
    qtbot.waitUntil(lambda: pair.driver.shell.desk is not None)
    page = pair.page()
    assert remarks(page, 0).marker.text() == "draft comment"
    pair.driver.press("Ctrl+Shift+M")
    type_in("ence")
    chord("Ctrl+Return")  # as one sends a message
    assert [c.text for c in reviews.comments(pair.mine, pair.case)] == ["half a sentence"]
    assert remarks(page, 0).marker.text() == "1 comment"
    assert not remarks(page, 0).draft.isVisible()


def test_escape_leaves_a_comment_for_the_prompt_and_keeps_it(pair: Pair) -> None:
    page = pair.page()
    pair.driver.press("Ctrl+Shift+M")
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.view.rows[0]
    assert not remarks(page, 0).isVisible()
    pair.driver.press("Ctrl+Shift+M")
    type_in("no y n -")
    press(Qt.Key.Key_Escape)
    assert remarks(page, 0).isVisible()
    assert page.view.rows[0].answer is None
    page.do("next-question")
    assert drafts.unsent(pair.mine, "comment", pair.case) == {f"{pair.case}/2.1.1/a": "no y n -"}
    assert page.view.rows[0] not in [row for row, said in page.review._remarks.items() if said.isVisible()]


def test_a_comment_that_was_left_is_there_when_one_comes_back_to_it(pair: Pair) -> None:
    page = pair.page()
    pair.driver.press("Ctrl+Shift+M")
    type_in("first")
    press(Qt.Key.Key_Escape)
    pair.driver.press("Ctrl+Shift+M")
    type_in(", second")
    assert page.flush()
    pair.driver.press("Ctrl+Shift+M")
    assert remarks(page, 0).draft.box.text() == "first, second"


def test_the_button_that_opens_a_comment_is_not_there_beside_its_box(pair: Pair) -> None:
    page = own(pair)
    comment = page.sheet.pane.comment
    page.view.rows[0].setFocus()
    assert not comment.isHidden()
    comment.setFocus()
    press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is remarks(page, 0).draft.box, "the keyboard goes where one writes"
    assert comment.isHidden()
    page.view.rows[1].setFocus()
    assert not comment.isHidden(), "there is none on this one"
    page.view.rows[0].setFocus()
    assert comment.isHidden() is remarks(page, 0).draft.isVisible()
    pair.driver.press("Ctrl+Shift+M")
    press(Qt.Key.Key_Escape)
    assert not comment.isHidden()
    comment.setFocus()
    pair.driver.window.setMinimumSize(1, 1)
    pair.driver.window.resize(900, 640)
    assert (comment.isHidden(), QApplication.focusWidget()) == (True, page.view.rows[0]), "docked there is none"


def test_a_comment_that_no_disk_takes_stays_in_its_box_and_keeps_the_page(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = pair.page()
    pair.driver.press("Ctrl+Shift+M")
    type_in("dear words")

    def full(*_: object) -> str:
        raise Expected(Code.DISK_FULL, where="the disk")

    with monkeypatch.context() as patched:
        patched.setattr(drafts, "keep", full)
        page.do("next-question")
        assert page.place() is not None
        assert page.place().question == "2.1.1"
        said = remarks(page, 0).draft
        said.send.click()
        assert (said.box.text(), said.note.problem.isVisible()) == ("dear words", True)
        assert reviews.comments(pair.mine, pair.case) == []
    said.send.click()
    assert [c.text for c in reviews.comments(pair.mine, pair.case)] == ["dear words"]


def test_in_a_low_window_a_card_stands_where_the_prompts_are_and_they_come_back(pair: Pair, qtbot: QtBot) -> None:
    page = pair.page()
    pair.driver.window.setMinimumSize(1, 1)
    pair.driver.window.resize(900, 420)
    assert "take-over" in page.sheet.bar.in_menu() or page.sheet.bar.buttons["take-over"].isVisible()
    page.view.rows[2].setFocus()
    page.do("take-over")
    assert not page.view.isVisible()
    draft = page.sheet.cards.take_over.draft
    assert len(draft.note.tools.buttons) == 1, "a reason is no evidence: bold alone"
    send = draft.send
    qtbot.waitUntil(lambda: send.visibleRegion().boundingRect() == send.rect())
    press(Qt.Key.Key_Escape)
    assert page.view.isVisible()
    assert QApplication.focusWidget() is page.view.rows[2]


def test_undo_in_a_comment_takes_back_its_words_and_nothing_on_the_case(pair: Pair) -> None:
    page = own(pair)
    press(Qt.Key.Key_Y)
    page.view.rows[0].setFocus()
    pair.driver.press("Ctrl+Shift+M")
    type_in("word")
    chord("Ctrl+Z")
    assert remarks(page, 0).draft.box.text() == ""
    assert page.view.rows[0].answer is not None


def test_a_key_on_a_button_of_a_comment_answers_nothing(pair: Pair) -> None:
    reviews.comment(pair.mine, pair.case, f"{pair.case}/2.1.1/a", "why?")
    page = own(pair)
    press(Qt.Key.Key_Y)
    (line,) = remarks(page, 0).list.lines.values()
    line.delete.setFocus()
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_Delete)
    assert pair.mine.question_page(pair.case, "2.1.1").prompts[0].answer == "yes"


def test_a_long_comment_on_the_whole_case_scrolls_and_leaves_the_prompts_their_room(pair: Pair, qtbot: QtBot) -> None:
    page = pair.page()
    pair.driver.window.resize(1280, 720)
    before = page.view.height()
    reviews.return_(pair.mine, pair.case, [(pair.case, "a long story\n" * 60)])
    said = page.review.on_case
    qtbot.waitUntil(lambda: said.isVisible() and said.height() > 400)
    assert page.view.height() > before - 200
    (line,) = said.list.lines.values()
    line.delete.click()
    assert reviews.comments(pair.mine, pair.case) == []


def test_my_own_comment_is_deleted_and_brought_back(pair: Pair, qtbot: QtBot) -> None:
    reviews.comment(pair.mine, pair.case, f"{pair.case}/2.1.1/a", "why?")
    page = pair.page()
    (line,) = remarks(page, 0).list.lines.values()
    line.delete.click()
    assert reviews.comments(pair.mine, pair.case) == []
    back = next(b for b in remarks(page, 0).findChildren(type(line.delete)) if "Undo" in b.text())
    qtbot.waitUntil(back.isVisible)
    back.click()
    assert [c.text for c in reviews.comments(pair.mine, pair.case)] == ["why?"]


def test_a_case_is_taken_over_with_a_reason_in_place(pair: Pair, told: Spoken) -> None:
    page = pair.page()
    pair.driver.press("Ctrl+Shift+T")
    panel = page.sheet.cards.take_over
    assert panel.isVisible()
    assert "C01 is Bob’s case" in panel.said.text()
    assert not panel.draft.send.isEnabled()
    type_in("His laptop is lost")
    press(Qt.Key.Key_Escape)
    assert (panel.isVisible(), QApplication.focusWidget()) == (False, page.view.rows[0])
    page.do("next-case")
    page.do("previous-case")
    page.do("take-over")
    assert panel.draft.box.text() == "His laptop is lost"
    panel.draft.box.setFocus()
    press(Qt.Key.Key_Return)  # it made a line more, and nothing happened
    assert told.last == "C01 is yours now."
    assert pair.mine.case_row(pair.case).inspector_name == "Ruth Ashdown"
    assert allocation.ownership(pair.mine, pair.case)[0].reason == "His laptop is lost"
    assert page.sheet.bar.whose.text() == "Your case"
    assert "take-over" not in buttons(page)
    assert drafts.unsent(pair.mine, "takeover", pair.case) == {}


def held_enter(modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """What a keyboard sends while Enter is held down."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifier, "\r", autorep=True)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def test_enter_held_down_on_what_opens_a_card_does_not_send_the_reason_kept_in_it(pair: Pair) -> None:
    """It took the case over: the first Enter pressed the button, and the second was the box's."""
    page = pair.page()
    page.do("take-over")
    type_in("Maybe, ask Ruth first")
    press(Qt.Key.Key_Escape)
    page.sheet.bar.buttons["take-over"].setFocus()
    press(Qt.Key.Key_Return)
    box = page.sheet.cards.take_over.draft.box
    assert QApplication.focusWidget() is box
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        held_enter(modifier)
    assert (pair.mine.case_row(pair.case).inspector_name, box.text()) == ("Bob", "Maybe, ask Ruth first")
    press(Qt.Key.Key_Return)
    assert pair.mine.case_row(pair.case).inspector_name == "Ruth Ashdown"


def test_tab_comes_to_a_card_from_the_tabs_and_goes_on_to_the_prompts(pair: Pair) -> None:
    """A card is made when it is first wanted: Tab came to it behind the whole page, and went on to the strip."""
    page = pair.page()
    page.do("take-over")
    type_in("His laptop is lost")
    draft, tabs = page.sheet.cards.take_over.draft, page.sheet.side.tabs
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is draft.note.tools.stop
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is tabs
    draft.box.setFocus()
    for wanted in (draft.send, draft.leave, page.view.rows[0]):
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted


def test_tab_comes_to_the_facts_from_the_tabs(pair: Pair) -> None:
    page = own(pair)
    side = page.sheet.side
    side.wanted.emit("facts")
    side.tabs.setFocus()
    press(Qt.Key.Key_Tab)
    assert side.isAncestorOf(QApplication.focusWidget())


def test_tab_goes_from_a_prompt_through_its_comments_to_the_next_prompt(pair: Pair, qtbot: QtBot) -> None:
    reviews.comment(pair.mine, pair.case, f"{pair.case}/2.1.1/a", "why?")
    page = pair.page()
    (line,) = remarks(page, 0).list.lines.values()
    qtbot.waitUntil(line.answer.isVisible)
    walked = []
    while QApplication.focusWidget() is not page.view.rows[1] and len(walked) < 20:
        press(Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    wanted = [remarks(page, 0).marker, line.answer, line.delete, page.view.rows[1]]
    assert [widget for widget in walked if widget in wanted] == wanted


def test_a_case_on_which_nothing_is_answered_is_asked_about_and_its_main_button_is_not_submit(
    pair: Pair, told: Spoken
) -> None:
    page = own(pair)
    assert page.sheet.bar.buttons["submit"].property("role") == ""
    pair.driver.press("Ctrl+Shift+S")
    assert (told.last, stage(page)) == ("Nothing is answered on C01. Submit it all the same?", Shown.NOT_BEGUN)
    pair.mine.editor.set("judgement", f"{pair.case}/2.1.1", "answer", "yes")
    pair.driver.press("Ctrl+Shift+S")
    assert stage(page) is Shown.SUBMITTED
    assert told.last == "C01: submitted · 52 gaps"
    told.do("Undo")
    assert stage(page) is Shown.IN_PROGRESS


def test_the_palette_submits_the_case(pair: Pair) -> None:
    page = own(pair)
    pair.mine.editor.set("judgement", f"{pair.case}/2.1.1", "answer", "yes")
    pair.driver.press("Ctrl+K")
    type_in("submit")
    press(Qt.Key.Key_Return)
    assert stage(page) is Shown.SUBMITTED


def test_a_refusal_is_told_and_nothing_is_changed(pair: Pair, told: Spoken) -> None:
    page = own(pair)
    pair.driver.press("Ctrl+Shift+S")
    told.do("Submit all the same")
    pair.mine.editor.undo("review", pair.case)
    page.review._act(lambda door, case: door.take_back(case))
    assert "nothing to undo" in told.last
    assert stage(page) is Shown.NOT_BEGUN


def test_the_cases_can_be_shown_by_stage(pair: Pair) -> None:
    reviews.submit(pair.theirs, pair.case)
    pair.take()
    pair.driver.desk.show_page("cases")
    page = pair.driver.desk.page("cases")
    page.filters.stage.setCurrentIndex(page.filters.stage.findData("submitted"))
    assert [row.ref for row in page._shown.cases()] == ["C01"]
    place = page.place()
    page.filters.stage.setCurrentIndex(0)
    assert len(page._shown.cases()) == 4
    page.return_to(place)
    assert len(page._shown.cases()) == 1


def test_the_palette_offers_what_is_possible_now(pair: Pair, laptop: Laptop) -> None:
    page = pair.page()
    assert {"take-over", "comment", "ask-help", "ask-second"} <= set(page.offers)
    assert {"submit", "accept", "return", "second", "reopen"}.isdisjoint(page.offers)
    page.do("accept")
    assert reviews.stage(pair.mine, pair.case).stage == ""


def test_what_was_asked_of_one_case_is_done_with_that_case_wherever_one_is_by_then(pair: Pair, told: Spoken) -> None:
    """The button of the message did nothing once another case was in view."""
    page = own(pair)
    pair.driver.press("Ctrl+Shift+S")
    assert told.last == "Nothing is answered on C01. Submit it all the same?"
    other = pair.mine.case_id("C02")
    page.show_case(other)
    told.do("Submit all the same")
    assert reviews.stage(pair.mine, pair.case).stage == "submitted"
    assert reviews.stage(pair.mine, other).stage != "submitted"
    assert (page.at is not None and page.at.case, stage(page)) == (pair.case, Shown.SUBMITTED)


@pytest.mark.parametrize(
    ("width", "height"), [(1280, 742), (1280, 701), (1366, 768), (1280, 600), (1920, 1080), (1100, 742), (1024, 640)]
)
def test_comments_never_lie_over_the_button_under_them_nor_beyond_their_place(
    pair: Pair, qtbot: QtBot, width: int, height: int
) -> None:
    """At 1280 by 742 *Comment* lay over *Mark answered* of the second of two."""
    page = own(pair)
    pane = page.sheet.pane
    pair.driver.window.resize(width, height)
    for n in range(3):
        page.do("comment")
        type_in(f"The reasons of number {n} say little of what was seen, and less of why.")
        chord("Ctrl+Return")
        qtbot.settle()
        lies = pane._bounded.geometry()
        assert not (pane.comment.isVisible() and lies.intersects(pane.comment.geometry()))
        assert pane.rect().contains(lies)
    assert len(remarks(page, 0).list.lines) == 3


def test_who_can_be_asked_is_looked_up_for_a_card_that_asks_and_for_no_other(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has answered is asked of the log, on the way to a box that somebody waits for."""
    page, real, asked = pair.page(), OpenReview.askable, list[str]()

    def askable(opened: OpenReview, case: CaseRow) -> object:
        asked.append(case.id)
        return real(opened, case)

    monkeypatch.setattr(OpenReview, "askable", askable)
    assert {"take-over", "ask-help", "ask-second"} <= set(page.offers)
    page.do("take-over")
    assert asked == []
    page.do("ask-help")
    assert asked == [pair.case]


def test_undo_takes_back_what_was_done_last_to_a_comment_and_then_goes_on_with_the_item(pair: Pair) -> None:
    """It said that there was nothing to undo, right after a comment was sent."""
    page = own(pair)
    page.view.rows[0].setFocus()
    page.do("comment")
    type_in("See the plan again.")
    chord("Ctrl+Return")
    assert page.view.rows[0].hasFocus()
    page.undo("undo")
    assert not reviews.comments(pair.mine, pair.case)
    page.do("comment")
    type_in("See it all the same.")
    chord("Ctrl+Return")
    (line,) = remarks(page, 0).list.lines.values()
    line.answer.click()
    assert [comment.answered for comment in reviews.comments(pair.mine, pair.case)] == [True]
    page.undo("undo")
    assert [comment.answered for comment in reviews.comments(pair.mine, pair.case)] == [False]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    page.undo("undo")
    assert len(reviews.comments(pair.mine, pair.case)) == 1
