"""Whose case it is, and whether one may answer, in the real window: seen before a key is pressed, and held when one is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases import allocation, case_facts, reviews
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui.look import theme
from inspector_app.ui.places.case.page import CasePage
from tests.ui.colleagues import colleague, joined
from tests.ui.conftest import Spoken
from tests.ui.team import Pair, chord, press, type_in

pytestmark = pytest.mark.usefixtures("no_backups")

NOTE = "Bob's note on the plan of May"


@pytest.fixture
def pair(workspace: Workspace, tmp_path: Path, opened: Any) -> Iterator[Pair]:
    """Ruth, the lead, at the window; C01 is Bob's, who has judged some of it."""
    theirs = joined(opened.desk.workspace, colleague("Bob", tmp_path), tmp_path)
    made = Pair(opened, theirs, tmp_path)
    theirs.editor.set("case", made.case, "inspector", theirs.me)
    theirs.editor.set("prompt", f"{made.case}/2.1.1/a", "answer", "yes")
    theirs.editor.set("prompt", f"{made.case}/2.1.1/a", "note", NOTE)
    made.take()
    yield made
    theirs.close()


def ground(page: CasePage) -> str:
    return str(page.sheet._head.property("role"))


def opened_rows(page: CasePage) -> bool:
    """Whether every row can be answered and written in; none may be half of it."""
    every = {b.isEnabled() for row in page.view.rows for b in row.buttons.buttons.values()}
    every |= {not row.note.box.isReadOnly() for row in page.view.rows}
    (one,) = every
    return one


@pytest.mark.parametrize("keys", ["y", "n", "-", "yyyynn", "One point only."])
def test_no_key_answers_in_a_colleagues_case(pair: Pair, keys: str) -> None:
    page = pair.page()
    assert (ground(page), opened_rows(page)) == ("colleague", False)
    before = pair.mine.inspection()
    for row in page.view.rows:
        row.setFocus()
        type_in(keys)
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_Backspace)
    page.flush()
    assert pair.mine.inspection() == before
    assert page.view.rows[0].answer is Answer.YES


def test_the_next_gap_leads_into_no_colleagues_case_unasked(pair: Pair) -> None:
    workspace = pair.mine
    own = workspace.case_id("V01")
    workspace.editor.set("case", own, "inspector", workspace.me)
    for _, question in workspace.framework.sample_questions("victims"):
        workspace.editor.set("judgement", f"{own}/{question.ref}", "answer", "yes")
        for prompt in question.prompts:
            workspace.editor.set("prompt", f"{own}/{question.ref}/{prompt.ref}", "answer", "yes")
    page = pair.page()
    page.show_case(own)
    chord("Ctrl+Down")
    assert page.at is not None
    assert page.at.case == own
    message = pair.driver.window.messages.shown
    assert message.words.text() == "Your cases have no gaps left. The next is in C01, Bob’s case."
    message.offers[0].click()
    assert page.at.case == pair.case
    chord("Ctrl+Down")  # from a case that one reads, to what is left of it
    assert page.at.case == pair.case


def test_where_a_case_can_only_be_read_the_way_to_take_it_over_is_in_view(pair: Pair) -> None:
    page = pair.page()
    assert page.sheet.bar.buttons["take-over"].isVisible()
    reviews.submit(pair.theirs, pair.case)
    pair.take()
    assert page.sheet.bar.buttons["accept"].isVisible()
    assert "take-over" in page.sheet.bar.in_menu()


def test_a_colleagues_note_is_read_and_searched_and_not_written_in(pair: Pair) -> None:
    page = pair.page()
    box = page.view.rows[0].note.box
    box.setFocus()
    type_in("mine")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Delete)
    QApplication.clipboard().setText("pasted")
    for keys in ("Ctrl+V", "Ctrl+X", "Ctrl+B", "Alt+1"):
        chord(keys)
    assert (box.text(), page.sheet.pane.tools.isVisible()) == (NOTE, False)
    page.view.rows[0].note._find("find-in-note")
    bar = page.view.rows[0].note.find_bar
    assert bar is not None
    assert [widget.isEnabled() for widget in bar._changing] == [False, False, False]


def test_a_colleagues_facts_are_read_and_look_so_until_the_case_is_taken_over(pair: Pair) -> None:
    case_facts.add_interview(pair.theirs, pair.case, "parent")
    pair.take()
    page = pair.page()
    chord("Ctrl+Shift+J")
    facts = page.asides.facts
    assert facts is not None
    (heard,) = facts.interviews.items.values()

    def writable() -> set[bool]:
        lines = [facts.ref, *facts.lines.values(), heard.role, heard.day]
        found = {not line.box.isReadOnly() for line in lines} | {not line.box.property("reads") for line in lines}
        buttons = [heard.remove, *facts.interviews.adds.values()]
        return found | {not heard.note.box.isReadOnly()} | {not button.isHidden() for button in buttons}

    assert (writable(), facts.sample.isEnabled()) == ({False}, False)
    ground = facts.sample.grab().toImage().pixelColor(facts.sample.width() // 2, theme.px(4))
    assert ground.alpha() == 0, "what cannot be chosen looked as what can: it is a text, without a box"
    facts.lines["gender"].box.setFocus()
    type_in("girl")
    assert (facts.lines["gender"].box.text(), facts.lines["gender"].reason.text()) == ("", "")
    allocation.take_over(pair.mine, pair.case, "Bob is ill")
    page.refresh(frozenset({("case", pair.case)}))
    assert writable() == {True}


def test_undo_in_a_colleagues_case_is_refused_and_said(pair: Pair) -> None:
    pair.mine.editor.set("prompt", f"{pair.case}/2.1.1/b", "answer", "no")
    page = pair.page()
    said: list[Any] = []
    page.failed.connect(said.append)
    page.view.rows[1].setFocus()
    chord("Ctrl+Z")
    assert [error.code.value for error in said] == ["case-not-yours"]
    assert page.view.rows[1].answer is Answer.NO


def test_what_was_typed_when_the_case_became_a_colleagues_is_kept_as_a_comment(pair: Pair) -> None:
    pair.mine.editor.set("case", pair.case, "inspector", pair.mine.me)
    page = pair.page()
    box = page.view.rows[1].note.box
    page.view.rows[1].enter_note()
    drafts.keep(pair.mine, drafts.unsent_name("comment", f"{pair.case}/2.1.1/b"), "begun before")
    pair.give()
    allocation.take_over(pair.theirs, pair.case, "I know the family")
    type_in("seen in the")
    pair.take()
    type_in(" file")  # the box is read only by now
    assert page.flush()
    kept = drafts.unsent(pair.mine, "comment", pair.case)
    assert kept == {f"{pair.case}/2.1.1/b": "begun before\nseen in the"}
    assert pair.mine.question_page(pair.case, "2.1.1").prompts[1].note == ""
    page.do("next-case")
    page.do("previous-case")
    assert box.text() == ""
    assert "draft comment" in page.review._remarks[page.view.rows[1]].marker.text()


def test_whoever_was_asked_to_help_answers_and_no_longer_once_the_request_is_withdrawn(pair: Pair) -> None:
    allocation.ask_help(pair.theirs, pair.case, pair.mine.me)
    pair.take()
    page = pair.page()
    assert (ground(page), opened_rows(page)) == ("own", True)
    assert page.sheet.bar.whose.text() == "Bob’s case: you were asked to help"
    on = page.sheet.bar.ways["next-case"]  # under the pointer of who goes through the cases
    place = on.geometry()
    press(Qt.Key.Key_N)
    assert page.view.rows[0].answer is Answer.NO
    allocation.ask_help(pair.theirs, pair.case, "")
    pair.take()
    assert (ground(page), opened_rows(page)) == ("colleague", False)
    assert (on.isVisible(), on.geometry()) == (True, place)


def test_help_is_asked_for_in_place(pair: Pair) -> None:
    pair.mine.editor.set("case", pair.case, "inspector", pair.mine.me)
    page = pair.page()
    page.do("ask-help")
    card = page.sheet.cards.ask_help
    assert [card.people.itemText(n) for n in range(card.people.count())] == ["Bob, Inspector"]
    card.ask.click()
    assert page.sheet.bar.whose.text() == "Your case; Bob helps with it"
    page.do("ask-help")
    assert card.withdraw.isVisible()
    card.withdraw.click()
    assert page.sheet.bar.whose.text() == "Your case"


def test_a_judgement_and_a_note_say_whose_they_are(pair: Pair) -> None:
    page = pair.page()
    assert page.view.judgement.title == "Bob’s judgement on 2.1.1"
    assert page.sheet.pane._title.text() == "Bob’s note on prompt a"
    pair.mine.editor.set("case", pair.case, "inspector", pair.mine.me)
    assert page.view.judgement.title == "Your judgement on 2.1.1"
    assert page.sheet.pane._title.text() == "Note on prompt a"
    pair.mine.editor.set("case", pair.case, "inspector", "")
    assert page.view.judgement.title == "Judgement on 2.1.1"


def test_an_accepted_case_is_read_until_it_is_reopened_with_a_reason(pair: Pair) -> None:
    reviews.submit(pair.theirs, pair.case)
    pair.take()
    page = pair.page()
    pair.driver.press("Ctrl+Shift+A")
    assert (ground(page), opened_rows(page)) == ("accepted", False)
    press(Qt.Key.Key_N)
    assert page.view.rows[0].answer is Answer.YES
    pair.give()
    reviews.reopen(pair.theirs, pair.case, "The court's report came")
    pair.theirs.editor.set("prompt", f"{pair.case}/2.1.1/a", "answer", "no")
    pair.take()
    assert (ground(page), page.view.rows[0].answer) == ("colleague", Answer.NO)


def test_the_lead_accepts_what_they_judged_with_a_reason_and_reopens_it(pair: Pair) -> None:
    pair.mine.editor.set("case", pair.case, "inspector", pair.mine.me)
    page = pair.page()
    press(Qt.Key.Key_N)
    page.do("submit")
    assert page.sheet.bar.buttons["accept"].text() == "Accept…"
    page.do("accept")
    card = page.sheet.cards.accept_own
    assert card.isVisible()
    assert not card.draft.send.isEnabled()
    type_in("Nobody else is here this week")
    card.draft.send.click()
    assert ground(page) == "accepted"
    assert page.sheet.bar.by.text().endswith(": Nobody else is here this week")
    assert (page.sheet.bar.whose.text(), page.sheet.bar.whose.toolTip()) == ("Accepted: read only", "Your case")
    page.do("reopen")
    type_in("A page was missed")
    page.sheet.cards.reopen.draft.send.click()
    assert (ground(page), opened_rows(page)) == ("own", True)
    assert [h.value for h in pair.mine.history("review", pair.case, "reason")][:1] == ["A page was missed"]


def test_what_one_answered_oneself_is_not_called_the_judgement_of_who_has_the_case_and_no_laptop(pair: Pair) -> None:
    ann = setting_up.add_person(pair.mine, "Ann Lee", "Inspector")
    pair.mine.editor.set("case", pair.case, "inspector", ann)
    page = pair.page()
    assert (ground(page), opened_rows(page)) == ("own", True)
    assert page.view.judgement.title == "Judgement on 2.1.1"
    whose = page.sheet.bar.whose
    assert whose.text() in ("Ann Lee’s case: you can answer", "Not taken")
    assert whose.toolTip() == "Ann Lee has this case but no laptop here: you can answer and add notes"


@pytest.mark.parametrize(
    ("offer", "kind", "about"), [("Take over…", "takeover", "{case}"), ("Comment", "comment", "{case}/2.1.1/b")]
)
def test_what_a_refusal_offers_is_done_where_it_was_refused(
    pair: Pair, told: Spoken, offer: str, kind: str, about: str
) -> None:
    """The message stays while one goes elsewhere: it took over, or commented on, whatever was in view."""
    page = pair.page()
    page.view.rows[1].setFocus()
    type_in("y")
    assert offer in [one.text() for one in pair.driver.window.messages.shown.offers]
    page.show_case(pair.mine.case_id("C02"))
    told.do(offer)
    assert page.at is not None
    assert (page.at.case, page.at.question, page.at.prompt) == (pair.case, "2.1.1", "b")
    type_in("because of the plan")
    page.flush()
    assert drafts.unsent(pair.mine, kind, pair.case) == {about.format(case=pair.case): "because of the plan"}
