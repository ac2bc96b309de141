"""A sentence is no answer: what is typed with the focus in the wrong place changes no answer, wherever single keys act."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import JUDGEMENT
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import case_work
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import actions, letters
from inspector_app.ui.controls.buttons.burst import PAUSE, Burst
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.errors import sentence
from inspector_app.ui.pages import CODES
from inspector_app.ui.places.case.page import CasePage
from inspector_app.ui.places.paper.key_in import KeyIn
from inspector_app.ui.places.ratings.page import RatingsPage
from inspector_app.ui.window.settings.sheet import SettingsSheet
from inspector_app.ui.window.sheets.key_sheet import KeySheet
from inspector_app.ui.window.window_menu import WindowMenu
from inspector_app.ui.words.answers import ANSWER_THEM, AS_BEFORE, a_sentence, given_again
from tests.ui import colleagues
from tests.ui.conftest import Spoken
from tests.ui.team import chord
from tests.ui.test_ratings_page import card, panel_of

KEYS, PLAIN = Qt.Key, Qt.KeyboardModifier.NoModifier
NAMED = {"\n": KEYS.Key_Return, "\b": KEYS.Key_Backspace, " ": KEYS.Key_Space, "\x7f": KEYS.Key_Delete}
SENTENCES = (
    "One point only.", "Nobody spoke to her", "yes, she said so", "Yn…", "ynYes", "- visited on 3 May", "nynynynynx",
    "Ŵyr yn", "No 1 of 2\nYes", "helo\blo", "n\bot seen", "y\x7f\x7fes", "Ny says no", "is\nno\nanswer", "not - yet",
    "« n »", "не y", "y😀",
)  # fmt: skip
TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


class Clock:
    """The time of a burst, which stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def strike(character: str, on: QWidget | None = None, *, held: bool = False) -> None:
    """Press and let go a key that gives a character, where the focus is."""
    key = NAMED.get(character, 0)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        focus = on or QApplication.focusWidget()
        if focus is not None:  # a page may have none while it changes
            QApplication.sendEvent(focus, QKeyEvent(kind, key, PLAIN, "\r" if character == "\n" else character, held))


def type_out(text: str, clock: Clock | None = None, gap: float = 0.1, on: QWidget | None = None) -> None:
    for character in text:
        strike(character, on)
        if clock is not None:
            clock.now += gap


def judged(workspace: Workspace) -> object:
    """All that anybody answered or rated."""
    held = workspace.inspection()
    answers = {(p.case, p.question, p.prompt): (p.answer, p.note) for p in held.prompts if p.answer or p.note}
    own = {(j.case, j.question): (j.answer, j.rationale) for j in held.judgements if j.answer or j.rationale}
    ratings = {r for r in held.ratings if r.rating or r.stars or r.case_score}
    return answers, own, ratings, {p for p in held.panel if p.to}


def some_answers(workspace: Workspace) -> None:
    case = workspace.case_id("C01")
    for prompt, answer in (("a", "yes"), ("b", "yes"), ("d", "no"), ("i", "na")):
        workspace.editor.set("prompt", f"{case}/2.1.1/{prompt}", "answer", answer)
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "no")


@pytest.fixture(autouse=True)
def as_at_first(tmp_path: Path) -> Iterator[None]:
    yield
    letters.read(Settings(tmp_path / "nothing kept here"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def page(case_page: CasePage, workspace: Workspace, clock: Clock) -> CasePage:
    """The first case, some of it answered, at its first prompt."""
    some_answers(workspace)
    case_page.view.keys.burst = Burst(clock)
    case_page.view.rows[0].setFocus()
    return case_page


@pytest.fixture
def keying(opened: Any, clock: Clock) -> KeyIn:
    """C01 open to be keyed in, some of it answered, at its first line."""
    some_answers(opened.desk.workspace)
    opened.press("Ctrl+Shift+K")
    page = opened.desk.page("paper")
    page.show_half(keying=True)
    page.keying.open(opened.desk.workspace.case_id("C01"))
    page.keying.list.keys.burst = Burst(clock)
    found: KeyIn = page.keying
    return found


# sentences

IT_IS_A_SENTENCE = {a_sentence(taken_back) for taken_back in range(9)}


@pytest.mark.parametrize("gap", [0.0, 0.2, PAUSE - 0.1])
def test_a_sentence_typed_on_a_prompt_answers_nothing_says_so_and_leaves_one_where_it_began(
    page: CasePage, workspace: Workspace, clock: Clock, gap: float, subtests: pytest.Subtests, told: Spoken
) -> None:
    before = judged(workspace)
    for words in SENTENCES:
        with subtests.test(words):
            type_out(words, clock, gap)
            clock.now += PAUSE + 1
            assert judged(workspace) == before
            assert page.view.rows[0].hasFocus()
            assert told.last in IT_IS_A_SENTENCE
            assert [row.answer for row in page.view.rows[:4]] == [Answer.YES, Answer.YES, None, Answer.NO]


def test_answers_that_one_slipped_key_took_back_are_said_in_number_and_given_again_at_a_press(
    page: CasePage, workspace: Workspace, clock: Clock, told: Spoken
) -> None:
    before = judged(workspace)
    type_out("nnn", clock, 0.9)
    answered = judged(workspace)
    type_out("u", clock, 0.9)
    assert (told.last, judged(workspace)) == (a_sentence(3), before)
    told.do(ANSWER_THEM.say())
    assert judged(workspace) == answered != before


@pytest.mark.parametrize("at", ["page", "keying"])
def test_undo_after_letters_taken_for_a_sentence_gives_the_answers_again_and_takes_them_back_again(
    request: pytest.FixtureRequest, clock: Clock, told: Spoken, at: str
) -> None:
    """It said that there is nothing to undo, over the message that offers to answer all the same."""
    held = request.getfixturevalue(at)._workspace
    before = judged(held)
    type_out("nnn", clock, 0.9)
    answered = judged(held)
    type_out("u", clock, 0.9)
    for _ in range(2):
        chord("Ctrl+Z")
        assert (told.last, judged(held)) == (given_again(3, 3), answered)
        chord("Ctrl+Z")
        assert (told.last, judged(held)) == (a_sentence(3), before)
    told.do(ANSWER_THEM.say())
    chord("Ctrl+Z")
    assert (told.last, judged(held)) == (a_sentence(3), before)


@pytest.mark.parametrize("at", ["page", "keying"])
def test_what_is_answered_after_a_sentence_is_what_undo_takes_back(
    request: pytest.FixtureRequest, clock: Clock, told: Spoken, at: str
) -> None:
    held = request.getfixturevalue(at)._workspace
    before = judged(held)
    type_out("nnu", clock)
    clock.now += PAUSE + 1
    type_out("-", clock)
    assert judged(held) != before
    chord("Ctrl+Z")
    assert judged(held) == before
    chord("Ctrl+Z")  # the item's own earlier step: given again would be what was taken back of it since, the "-"
    assert not {given_again(done, 2) for done in range(3)} & {message.words for message in told.all}


@pytest.mark.parametrize("at", ["page", "keying"])
def test_where_one_of_several_is_refused_it_is_said_what_was_done_with_the_others(
    request: pytest.FixtureRequest, clock: Clock, told: Spoken, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """It stopped there, and nobody was told of those before it or after."""
    held = request.getfixturevalue(at)._workspace
    before, do, refused = judged(held), case_work.redo, []

    def redo(where: Workspace, entity: str, item: str) -> object:
        if item.endswith("/b"):
            refused.append(item)
            raise Expected(Code.NOTHING_TO_REDO)
        return do(where, entity, item)

    type_out("nnnu", clock, 0.9)
    with monkeypatch.context() as patched:
        patched.setattr(case_work, "redo", redo)
        told.do(ANSWER_THEM.say())
    assert len(refused) == 1
    assert told.last == f"{given_again(2, 3)} {sentence(Expected(Code.NOTHING_TO_REDO))}"
    assert told.all[-1].stays
    told.do("Undo")
    assert (told.last, judged(held)) == (a_sentence(2), before)


def test_a_sentence_that_could_not_all_be_taken_back_says_what_was(
    page: CasePage, workspace: Workspace, clock: Clock, told: Spoken, monkeypatch: pytest.MonkeyPatch
) -> None:
    undo = case_work.undo

    def refusing(where: Workspace, entity: str, item: str) -> object:
        if item.endswith("/b"):
            raise Expected(Code.NOTHING_TO_UNDO)
        return undo(where, entity, item)

    monkeypatch.setattr(case_work, "undo", refusing)
    type_out("nnnu", clock, 0.9)
    assert told.last == f"{a_sentence(2)} {sentence(Expected(Code.NOTHING_TO_UNDO))}"
    assert [row.answer for row in page.view.rows[:3]] == [Answer.YES, Answer.NO, None]


def test_nor_does_it_on_a_line_of_a_pack(keying: KeyIn, opened: Any, clock: Clock, subtests: pytest.Subtests) -> None:
    before = judged(opened.desk.workspace)
    for words in SENTENCES:
        with subtests.test(words):
            opened.window.remark("")
            type_out(words, clock)
            clock.now += PAUSE + 1
            assert judged(opened.desk.workspace) == before
            assert keying.list.hasFocus()
            assert opened.window.messages.shown.words.text() in IT_IS_A_SENTENCE


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("yn- YN\n\b", max_size=8), st.characters(categories=["L", "N", "P", "S"]),
    st.text("yn- xYN.7\n\b", max_size=8), st.floats(0, PAUSE - 0.01),
)  # fmt: skip
def test_at_random_no_burst_with_another_letter_in_it_changes_an_answer(
    page: CasePage, workspace: Workspace, clock: Clock, begins: str, letter: str, ends: str, gap: float
) -> None:
    if letters.answer_of(letter) is not None or not letter.isprintable() or "\n" in begins:
        return  # Enter before any other letter goes into the note, where letters are text
    clock.now += PAUSE + 1
    page.show_case(workspace.case_id("C01"), "2.1.1", "a")
    before = judged(workspace)
    type_out(begins + letter + ends, clock, gap)
    assert judged(workspace) == before


@pytest.mark.parametrize("gap", [0.0, 0.3, PAUSE + 1])
def test_answers_in_a_row_count_at_any_speed(page: CasePage, workspace: Workspace, clock: Clock, gap: float) -> None:
    type_out("nN-yY", clock, gap)
    assert [row.answer for row in page.view.rows[:5]] == [Answer.NO, Answer.NO, Answer.NA, Answer.YES, Answer.YES]
    assert page.view.rows[5].hasFocus()


def test_after_a_pause_letters_are_answers_again_and_what_was_given_before_one_stands(
    page: CasePage, clock: Clock
) -> None:
    type_out("not so", clock)
    clock.now += PAUSE + 0.1
    type_out("nn", clock)
    clock.now += PAUSE + 0.1
    strike("x")
    assert [row.answer for row in page.view.rows[:3]] == [Answer.NO, Answer.NO, None]


def test_what_takes_long_to_write_is_no_pause(page: CasePage, workspace: Workspace, clock: Clock) -> None:
    """A slow disk: the next letter was typed long before it is read."""

    def slowly(_touched: object) -> None:
        clock.now += 10

    before = judged(workspace)
    workspace.editor.listeners.append(slowly)
    type_out("no")
    assert judged(workspace) == before


def test_a_key_held_down_answers_once(page: CasePage) -> None:
    strike("n")
    for _ in range(20):
        strike("n", held=True)
    assert [row.answer for row in page.view.rows[:3]] == [Answer.NO, Answer.YES, None]


def test_a_key_that_was_held_down_answers_once_on_a_line_too(keying: KeyIn) -> None:
    strike("n")
    for _ in range(20):
        strike("n", held=True)
    assert [row.answer for row in keying.lines.rows[:3]] == [Answer.NO, Answer.YES, None]


def test_text_that_comes_whole_or_by_an_input_method_or_is_pasted_answers_nothing(
    page: CasePage, workspace: Workspace
) -> None:
    before = judged(workspace)
    for text in ("yes she did", "no", "n", "-"):
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(page.view.rows[0], composed)
        QApplication.clipboard().setText(text)
        chord("Ctrl+V")
    QApplication.sendEvent(page.view.rows[0], QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, "no"))
    assert judged(workspace) == before


def test_a_sentence_over_what_is_contested_settles_nothing_and_one_key_alone_does(
    workspace: Workspace, theirs: Workspace, case_page: CasePage, clock: Clock, tmp_path: Path
) -> None:
    item = f"{workspace.case_id('C01')}/2.1.1/a"
    workspace.editor.set("prompt", item, "answer", "yes")
    theirs.editor.set("prompt", item, "answer", "no")
    handoffs.import_(workspace, [colleagues.given(theirs, workspace.laptop.person.name, tmp_path / "back.handoff")])
    case_page.view.keys.burst = Burst(clock)
    case_page.view.rows[0].setFocus()
    assert case_page.view.rows[0].is_contested
    type_out("yes", clock)
    case_page.flush()
    assert workspace.editor.held("prompt", item, "answer").contested
    clock.now += PAUSE + 1
    case_page.view.rows[0].setFocus()
    type_out("y", clock)
    case_page.flush()
    assert not workspace.editor.held("prompt", item, "answer").contested


# where the focus is


def test_letters_answer_on_the_prompt_itself_and_on_nothing_in_it(page: CasePage, workspace: Workspace) -> None:
    row = page.view.prompts[2]
    row.enter_note()
    pane = page.sheet.pane
    tools = [w for w in pane.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inside = [*row.buttons.buttons.values(), *(w for w in tools if not isinstance(w, TEXTS))]
    assert len(inside) > 3
    before = judged(workspace)
    for widget in inside:
        for text in ("n", "Nobody", "-"):
            type_out(text, on=widget)
    assert judged(workspace) == before
    row.setFocus()


def test_blanks_of_a_sentence_press_no_answer_and_one_that_did_is_taken_back(
    page: CasePage, workspace: Workspace
) -> None:
    before = judged(workspace)
    for text in ("She was not seen", " She was not seen"):
        page.view.prompts[2].buttons.buttons[Answer.NO].setFocus()
        type_out(text)
        assert judged(workspace) == before


def test_on_no_control_of_any_page_a_word_changes_an_answer_or_a_rating(opened: Any, subtests: pytest.Subtests) -> None:
    desk = opened.desk
    some_answers(desk.workspace)
    desk.workspace.editor.set("rating", "1.1", "rating", "Good")
    desk.open_case(desk.workspace.case_id("C01"), "2.1.1")
    for code in CODES:
        with subtests.test(code):
            desk.show_page(code)
            if code == "paper":
                desk.page("paper").show_half(keying=True)
                desk.page("paper").keying.open(desk.workspace.case_id("C01"))
            before, tried = judged(desk.workspace), 0
            for widget in desk.page(code).findChildren(QWidget):
                if takes_letters(widget):
                    widget.setFocus()
                    type_out("Nobody-spoke,yes2her")
                    assert judged(desk.workspace) == before, widget
                    tried += 1
            assert tried or code == "second"  # where nothing is marked twice there is nothing to press


def takes_letters(widget: QWidget) -> bool:
    """Whether it can have the focus and is no box for text."""
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return widget.isVisible() and tab and not isinstance(widget, TEXTS)


def test_a_sentence_with_a_number_in_it_chooses_no_rating(
    trafford: Workspace, alone: Callable[[type[RatingsPage], Workspace], RatingsPage]
) -> None:
    words = panel_of(card(alone(RatingsPage, trafford), "2.1")).words
    trafford.editor.set("panel", "2.1", "to", "Good")
    assert words.word == "Good"
    for text in ("2 of them", "Visited on 3 May", " a 4", "1\b."):
        words._keys.burst.end()  # a pause
        words.buttons["Good"].setFocus()
        type_out(text)
        assert trafford.editor.held("panel", "2.1", "to").value == words.word == "Good", text
    words._keys.burst.end()
    type_out("2")
    assert trafford.editor.held("panel", "2.1", "to").value == "Requires improvement"


# seen at once, with its undo


def test_an_answer_by_key_is_said_at_once_with_a_button_that_takes_it_back(opened: Any, qtbot: QtBot) -> None:
    desk = opened.desk
    desk.open_case(desk.workspace.case_id("C01"))
    rows = desk.page("case").view.rows
    strike("n")
    assert opened.window.messages.shown.words.text() == "C01 · 2.1.1 · Prompt a: No. Shift+Enter: write why."
    offer = opened.window.messages.shown.offers[0]
    assert offer.text() == "Undo"
    assert offer.isVisible()
    offer.click()
    assert rows[0].answer is None
    assert rows[0].hasFocus()


def test_the_undo_of_a_message_takes_back_its_own_answer_wherever_one_is_by_then(opened: Any) -> None:
    desk = opened.desk
    desk.open_case(desk.workspace.case_id("C01"))
    rows = desk.page("case").view.rows
    others = [row.answer for row in rows[1:]]
    strike("n")
    chord("Down")
    chord("Down")
    opened.window.messages.shown.offers[0].click()
    assert rows[0].answer is None
    assert rows[0].hasFocus()
    assert [row.answer for row in rows[1:]] == others


def test_a_message_leads_to_the_note_of_a_judgement_until_one_is_in_it_or_has_left_it(opened: Any) -> None:
    desk, shown = opened.desk, opened.window.messages.shown
    case, other = desk.workspace.case_id("C02"), desk.workspace.case_id("C01")
    judgement = desk.page("case").view.judgement

    def judged_no() -> bool:
        desk.open_case(case, "2.1.1", JUDGEMENT)
        strike("n")
        return shown.isVisible() and "write why" in shown.words.text()

    for leave in ("Up", "Return", "Ctrl+1"):
        judgement.note.box.clear()
        assert judgement.note.box.flush()
        assert judged_no(), leave
        chord(leave)
        assert not shown.isVisible(), leave
    desk.open_case(case, "2.1.1", JUDGEMENT)
    judgement.note.box.setPlainText("No plan for visits.")
    assert judgement.note.box.flush()
    assert not judged_no(), "it is written already"
    desk.open_case(other)
    assert shown.words.text().startswith("C02 · "), "read from another case"


def test_an_answer_is_told_over_the_foot(opened: Any, qtbot: QtBot) -> None:
    desk = opened.desk
    desk.open_case(desk.workspace.case_id("C01"))
    strike("n")
    qtbot.settle()
    shown, strip = opened.window.messages.shown, desk.page("case").strip
    assert strip.isVisible()
    assert shown.mapToGlobal(shown.rect().bottomLeft()).y() > strip.mapToGlobal(strip.rect().topLeft()).y()
    desk.show_page("ratings")
    opened.window.remark("Saved.")
    qtbot.settle()
    assert shown.geometry().bottom() > shown.parentWidget().height() - strip.height()


def test_undo_follows_the_hand_back_through_what_was_answered_in_a_row(page: CasePage, workspace: Workspace) -> None:
    before = judged(workspace)
    type_out("nny")
    for place in (2, 1, 0):
        chord("Ctrl+Z")
        assert page.view.rows[place].hasFocus()
    assert judged(workspace) == before
    chord("Ctrl+Shift+Z")
    assert page.view.rows[0].answer is Answer.NO


def test_undo_after_the_same_answer_again_takes_back_the_one_that_said_something(page: CasePage) -> None:
    row = page.view.judgement
    row.setFocus()
    strike("n")
    strike("y")
    strike("y")
    assert row.answer is Answer.YES
    chord("Ctrl+Z")
    assert row.answer is Answer.NO


def test_undo_of_an_answer_that_stood_there_before_goes_back_and_says_that_it_undid_nothing(
    page: CasePage, told: Spoken
) -> None:
    strike("y")
    page.view.rows[0].setFocus()
    strike("y")
    chord("Ctrl+Z")
    assert page.view.rows[0].hasFocus()
    assert page.view.rows[0].answer is Answer.YES
    assert told.last == AS_BEFORE.say()


def test_undo_after_one_went_elsewhere_is_of_what_one_is_on(page: CasePage) -> None:
    strike("n")
    QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Up)
    chord("Ctrl+Z")
    assert [row.answer for row in page.view.rows[:2]] == [Answer.NO, None]


def test_a_note_written_after_an_answer_is_what_undo_takes_back(page: CasePage) -> None:
    strike("n")
    strike("\n")
    QTest.keyClicks(QApplication.focusWidget(), "seen")
    QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Escape)
    chord("Ctrl+Z")
    assert page.view.rows[0].answer is Answer.NO
    assert page.view.rows[1].note.box.text() == ""


def test_undo_on_a_pack_goes_back_to_the_line_that_was_answered(keying: KeyIn) -> None:
    type_out("ny")
    for place in (1, 0):
        chord("Ctrl+Z")
        assert keying.list.place == place
    assert [row.answer for row in keying.lines.rows[:3]] == [Answer.YES, Answer.YES, None]


# settings


@pytest.fixture
def sheet(opened: Any) -> SettingsSheet:
    opened.desk.open_case(opened.desk.workspace.case_id("C01"))
    return settings_of(opened)


def settings_of(opened: Any) -> SettingsSheet:
    opened.press("Ctrl+,")
    (found,) = [one for one in opened.window.findChildren(SettingsSheet) if one.isVisible()]
    assert isinstance(found, SettingsSheet)
    return found


def shown(sheet: SettingsSheet) -> list[tuple[str, str]]:
    return [sheet.keys.table.said(answer.value) for answer in Answer]


def close(sheet: SettingsSheet, qtbot: QtBot) -> None:
    sheet.close_button.click()
    qtbot.settle()  # type: ignore[attr-defined]


def give(sheet: SettingsSheet, answer: Answer, typed: str) -> None:
    """Enter on the line of an answer, then the key."""
    sheet.keys.table.setFocus()
    sheet.keys.table.stand_on(answer.value)
    QTest.keyClick(sheet.keys.table, KEYS.Key_Return)
    type_out(typed, on=sheet.keys.table)


def test_keys_stand_in_a_table_as_at_first_and_the_menu_leads_to_it(sheet: SettingsSheet, opened: Any) -> None:
    assert shown(sheet) == [("Y", "as at first"), ("N", "as at first"), ("-", "as at first")]
    assert any(a.objectName() == "settings" for a in opened.window.findChild(WindowMenu).actions())


def test_a_key_of_ones_own_answers_is_said_everywhere_and_kept(sheet: SettingsSheet, opened: Any, qtbot: QtBot) -> None:
    give(sheet, Answer.YES, "j")
    assert shown(sheet)[0] == ("J", "yours")
    close(sheet, qtbot)
    page = opened.desk.page("case")
    page.view.rows[0].setFocus()
    type_out("j")
    assert page.view.rows[0].answer is Answer.YES
    assert page.view.rows[0].buttons.buttons[Answer.YES].toolTip() == "Yes (J)"
    assert page.sheet._hint.text().startswith("J N - answer")
    assert actions.keys("yes") == "J"
    opened.press("Shift+F1")
    assert "J" in [label.text() for label in opened.window.findChild(KeySheet).findChildren(QLabel)]
    letters.read(Settings(opened.shell.laptop.folder))
    assert letters.answer_of("J") is Answer.YES
    assert letters.answer_of("y") is None


def test_with_the_keys_off_no_letter_answers_and_the_buttons_do(
    sheet: SettingsSheet, opened: Any, qtbot: QtBot
) -> None:
    sheet.keys.no_letters.click()
    assert shown(sheet) == [("off", "off")] * 3
    close(sheet, qtbot)
    page = opened.desk.page("case")
    page.view.rows[0].setFocus()
    type_out("yn-")
    assert opened.window.messages.shown.words.text().startswith("Single letters give no answer: ")
    assert {row.answer for row in page.view.rows} == {None}
    assert not page.sheet._hint.text().startswith("Y")
    page.view.rows[0].buttons.buttons[Answer.NO].click()
    assert page.view.rows[0].answer is Answer.NO
    again = settings_of(opened)
    assert again.keys.no_letters.isChecked()
    again.keys.all_first.click()
    assert shown(again) == [("Y", "as at first"), ("N", "as at first"), ("-", "as at first")]
    assert not again.keys.no_letters.isChecked()


def test_letters_that_answer_again_are_those_that_did(sheet: SettingsSheet) -> None:
    give(sheet, Answer.YES, "j")
    sheet.keys.no_letters.click()
    sheet.keys.no_letters.click()
    assert shown(sheet) == [("J", "yours"), ("N", "as at first"), ("-", "as at first")]


@pytest.mark.parametrize("typed", ["n", "7", "٣", " "])
def test_a_key_that_cannot_answer_is_refused_with_a_sentence(sheet: SettingsSheet, typed: str) -> None:
    give(sheet, Answer.YES, typed)
    assert shown(sheet)[0] == ("Press the keys", "as at first")  # it waits for one that can
    assert "A key that answers cannot be" in sheet.keys.wrong.text()
    assert sheet.keys.wrong.isVisible()
    QTest.keyClick(sheet.keys.table, Qt.Key.Key_Escape)
    assert shown(sheet)[0] == ("Y", "as at first")


@pytest.mark.parametrize(
    "kept",
    [
        '{"letter_yes": 7}', '{"letter_yes": "yes"}', '{"letter_yes": "n"}', '{"letter_yes": "3"}', '{"letter_yes": "\\n"}',
        '{"letter_yes": "J"}', "[]", "no settings", '{"letter_yes": "k", "letter_no": "k"}',
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_as_at_first(tmp_path: Path, kept: str) -> None:
    (tmp_path / "settings.json").write_text(kept, encoding="utf-8")
    letters.read(Settings(tmp_path))
    assert [letters.letter(answer) for answer in Answer] == ["Y", "N", "-"]


def test_an_empty_letter_in_the_settings_is_off(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"letter_no": "", "letter_na": ""}', encoding="utf-8")
    letters.read(Settings(tmp_path))
    assert letters.all_shown() == "Y"


# the reader of keys by itself


def test_keys_with_a_chord_and_keys_that_write_nothing_are_for_others(qtbot: QtBot, clock: Clock) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    keys = SingleKeys(owner, letters.answer_of, clock)
    seen: list[object] = []
    keys.pressed.connect(seen.append)
    for key, held in (
        (KEYS.Key_Y, Qt.KeyboardModifier.ControlModifier), (KEYS.Key_Down, PLAIN), (KEYS.Key_Escape, PLAIN),
        (KEYS.Key_F1, PLAIN),
    ):  # fmt: skip
        assert not keys.take(QKeyEvent(QEvent.Type.KeyPress, key, held, ""))
    assert not seen
    assert not keys.in_sentence
