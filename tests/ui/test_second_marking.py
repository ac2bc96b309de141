"""Blind second marking in the real window, between two laptops."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.rating.agreement import agreement
from inspector_app.core.services.cases import marking, reviews
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui.places.cases.second_marking import SecondPage
from inspector_app.ui.words import second_marking as words
from tests.ui.colleagues import colleague, joined
from tests.ui.team import Pair, chord, press, type_in

pytestmark = pytest.mark.usefixtures("no_backups")

YES, NO = Answer.YES, Answer.NO
SECRET = "Bob's own words"


@pytest.fixture
def pair(workspace: Workspace, tmp_path: Path, opened: Any) -> Iterator[Pair]:
    """Bob has C01 and has judged it; he asked Ruth, at the window, to mark it blind."""
    theirs = joined(opened.desk.workspace, colleague("Bob", tmp_path), tmp_path)
    made = Pair(opened, theirs, tmp_path)
    theirs.editor.set("case", made.case, "inspector", theirs.me)
    theirs.editor.set("judgement", f"{made.case}/2.1.1", "answer", "yes")
    theirs.editor.set("judgement", f"{made.case}/2.1.1", "rationale", SECRET)
    theirs.editor.set("prompt", f"{made.case}/2.1.1/a", "answer", "yes")
    theirs.editor.set("prompt", f"{made.case}/2.1.1/a", "note", SECRET)
    reviews.comment(theirs, made.case, f"{made.case}/2.1.1/a", SECRET)
    marking.ask(theirs, made.case, opened.desk.workspace.me)
    yield made
    theirs.close()


def seen(pair: Pair) -> str:
    """Every word in the window."""
    page = pair.driver.window
    labels = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
    boxes = [row.note.box.text() for row in pair.driver.desk.page("case").view.rows]
    return " ".join(labels + boxes)


def confirm(pair: Pair) -> None:
    """Say to what is asked because of the gaps that one has finished."""
    offer = pair.driver.window.messages.shown.offers[0]
    assert offer.text() == "I have finished all the same"
    offer.click()


def finish(pair: Pair) -> SecondPage:
    marking.done(pair.theirs, pair.case)
    pair.take()
    page = pair.page()
    page.do("finished")
    confirm(pair)
    said = "C01 · Marked twice, by Bob and Ruth Ashdown: both markings can be compared."
    assert pair.driver.window.messages.shown.words.text() == said, "and not the stage of the case"
    page.do("second")
    found: SecondPage = pair.driver.desk.page("second")
    return found


def test_the_second_marker_sees_nothing_of_the_first_and_is_told_so(pair: Pair) -> None:
    pair.take()
    page = pair.page()
    assert page.sheet.second.text() == words.BLIND.say()
    assert SECRET not in seen(pair)
    assert {row.answer for row in page.view.rows} == {None}
    assert {"submit", "return", "accept"}.isdisjoint(page.offers)
    assert "finished" in page.offers


def test_what_the_second_marker_answers_and_writes_goes_to_the_second_marking_and_is_undone_there(pair: Pair) -> None:
    pair.take()
    page = pair.page()
    first = page.view.rows[0]
    assert first.entity == "second_prompt"
    press(Qt.Key.Key_N)
    first.setFocus()
    press(Qt.Key.Key_Return)
    type_in("my own view")
    assert page.flush()
    assert [h.value for h in pair.mine.history("second_prompt", first.id, "note")] == ["my own view"]
    assert pair.mine.history("prompt", first.id) == []
    press(Qt.Key.Key_Escape)
    chord("Ctrl+Z")
    assert first.note.box.text() == ""
    chord("Ctrl+Z")
    assert first.answer is None
    chord("Ctrl+Y")
    assert first.answer is NO
    page.view.judgement.setFocus()
    press(Qt.Key.Key_N)
    assert page.view.judgement.entity == "second_judgement"
    assert pair.mine.judgements()[pair.case, "2.1.1"] is YES


def test_a_case_that_is_open_turns_blind_when_the_request_arrives_and_keeps_what_was_typed(pair: Pair) -> None:
    page = pair.page()
    press(Qt.Key.Key_Return)
    type_in("noted before")
    assert page.view.rows[0].entity == "prompt"
    pair.take()
    page.flush()
    assert page.view.rows[0].entity == "second_prompt"
    assert drafts.unsent(pair.mine, "comment", pair.case) == {f"{pair.case}/2.1.1/a": "noted before"}
    assert page.sheet.second.text() == words.BLIND.say()
    pair.give()
    assert [h.value for h in pair.theirs.history("prompt", f"{pair.case}/2.1.1/a", "note")] == [SECRET]


def test_the_cases_behind_a_figure_leave_out_what_is_marked_blind(pair: Pair) -> None:
    pair.driver.press("Ctrl+5")
    page = pair.driver.desk.page("ratings")
    page.show_standard("2.1.1")
    figures = page.card("2.1").questions["2.1.1"]
    assert figures.cases.model().rowCount() == 3
    pair.take()
    shown = [figures.cases.model().index(n, 0).data() for n in range(figures.cases.model().rowCount())]
    assert [text.split()[0] for text in shown] == ["C02", "C03"]
    assert figures._said.text().endswith("Not shown: 1 case that you mark blind.")


def test_finishing_saves_first_and_then_waits_for_the_other(pair: Pair) -> None:
    pair.take()
    page = pair.page()
    press(Qt.Key.Key_Return)
    type_in("typed last")
    pair.driver.press("Ctrl+Shift+E")
    confirm(pair)
    assert pair.mine.question_page(pair.case, "2.1.1").prompts[0].note == "typed last"
    state = marking.second_marking(pair.mine, pair.case)
    assert state is not None
    assert (state.own_done, state.blind) == (True, True)
    assert "You have finished; Bob has not yet." in page.sheet.second.text()
    assert pair.driver.window.messages.shown.words.text() == "C01 · You have finished; Bob has not yet."
    assert "finished" not in page.offers


def test_when_both_are_done_the_disagreements_come_first_side_by_side(pair: Pair) -> None:
    pair.take()
    pair.mine.editor.set("second_judgement", f"{pair.case}/2.1.1@{pair.mine.me}", "answer", "no")
    pair.mine.editor.set("second_judgement", f"{pair.case}/2.1.1@{pair.mine.me}", "rationale", "Not enough")
    pair.mine.editor.set("second_prompt", f"{pair.case}/2.1.1/a@{pair.mine.me}", "answer", "yes")
    pair.mine.editor.set("second_prompt", f"{pair.case}/2.1.1/b@{pair.mine.me}", "answer", "yes")
    page = finish(pair)
    assert pair.driver.desk.current == "second"
    assert page.place() == pair.case
    assert page.said.text() == "Different: 2 of 3 · answered differently: 1 · not answered by all: 1"
    disagreed, one_only = page.cards
    assert disagreed.heading.text() == "C01 · 2.1.1 · judgement"
    assert [side.answer.text() for side in disagreed.sides] == ["Yes", "No"]
    texts = [label.text() for label in disagreed.findChildren(QLabel)]
    assert {SECRET, "Not enough"} <= set(texts)
    assert any(text.startswith("First marking · today ") for text in texts)
    assert one_only.heading.text() == "C01 · 2.1.1 · prompt b"
    lines = page.figures.lines.text().split("\n")
    assert lines[0].startswith("All: 1 of 2 the same, 50.0% · beyond chance (Gwet’s AC1): 0.")
    assert page.figures.counts.text() == "Both yes: 1; first yes, second no: 1"
    disagreed.open.click()
    assert pair.driver.desk.current == "case"
    assert pair.driver.desk.page("case").place().question == "2.1.1"
    assert SECRET in seen(pair)


def test_before_both_are_done_the_page_shows_no_answer_and_says_who_is_not(pair: Pair) -> None:
    pair.take()
    marking.done(pair.mine, pair.case)
    pair.driver.press("Ctrl+9")
    page = pair.driver.desk.page("second")
    said = "1 second marking is under way and not counted here: C01. Choose it above to see how far it is."
    assert page.waiting.text() == said
    assert page.cards == []
    page.return_to(pair.case)
    assert "Not finished yet: Bob." in page.waiting.text()
    assert page.waiting.text().endswith("Ruth Ashdown: 0 of 53 answered, finished."), "Bob's is no matter of hers"
    assert page.choose.currentText() == "C01 (not finished)"
    assert page.cards == []


def test_where_nobody_has_the_case_it_is_said_that_it_must_be_given_to_somebody(pair: Pair) -> None:
    """It said “Nobody: 53 of 53 answered”, and of the case “none of the inspector of the case’s answers”."""
    case = pair.case = pair.mine.case_id("C02")
    pair.mine.editor.set("case", case, "inspector", None)
    marking.ask(pair.mine, case, pair.theirs.me)
    assert "It is nobody’s yet: give it to an inspector" in pair.page().sheet.second.text()
    pair.driver.press("Ctrl+9")
    page = pair.driver.desk.page("second")
    page.return_to(case)
    said = page.waiting.text()
    assert "Not finished yet: its inspector and Bob." in said
    assert "Nobody’s case yet: 0 of 53 answered. Give it to an inspector, who can then finish it." in said


def test_an_inspection_in_which_nothing_is_marked_twice_says_what_goes_here(pair: Pair) -> None:
    pair.driver.press("Ctrl+9")
    page = pair.driver.desk.page("second")
    assert page.nothing.isVisible()
    assert not page._scroll.isVisible()
    assert page.choose.isHidden(), "one choice is none"
    assert QApplication.focusWidget() is page.back


def test_a_colleague_is_asked_from_the_case_and_the_request_is_withdrawn(pair: Pair) -> None:
    pair.case = pair.mine.case_id("C02")
    pair.mine.editor.set("case", pair.case, "inspector", pair.mine.me)
    page = pair.page()
    panel = page.sheet.cards.ask_second
    pair.driver.press("Ctrl+Shift+D")
    assert panel.isVisible()
    assert [panel.people.itemText(i) for i in range(panel.people.count())] == ["Bob, Inspector"]
    assert not panel.withdraw.isVisible()
    panel.ask.click()
    assert not panel.isVisible()
    assert page.sheet.second.text().startswith("Bob marks this case blind, and sees none of your answers.")
    assert "finished" in page.offers
    pair.give()
    assert pair.theirs.question_page(pair.case, "2.1.1").entity == "second_judgement"
    page.do("ask-second")
    assert panel.said.text().startswith(
        "Bob: asked to mark it. Somebody else can be asked instead of whoever has not finished"
    )
    assert (panel.ask.text(), panel.beside.isVisible()) == ("Ask instead of them", True)
    panel.withdraw.click()
    assert marking.second_marking(pair.mine, pair.case) is None
    assert not page.sheet.second.isVisible()


def test_taking_the_case_over_ends_my_blind_marking_and_says_so_before(pair: Pair) -> None:
    pair.take()
    page = pair.page()
    page.do("take-over")
    assert "you will see the first answers" in page.sheet.cards.take_over.said.text()
    type_in("Bob is ill")
    page.sheet.cards.take_over.draft.send.click()
    assert page.view.rows[0].entity == "prompt"
    assert page.view.rows[0].note.box.text() == SECRET


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([], ""),
        ([(YES, YES)] * 18, "beyond chance (Gwet’s AC1): 1.00"),
        ([(YES, YES)] * 30, "beyond chance (Gwet’s AC1): 1.00"),
        ([(YES, YES)] * 15 + [(NO, NO)] * 15, "beyond chance (Gwet’s AC1): 1.00 · Cohen’s kappa: 1.00"),
        ([(YES, NO), (NO, YES)] * 15, "beyond chance (Gwet’s AC1): -0.33 · Cohen’s kappa: -1.00"),
    ],
)
def test_kappa_is_shown_from_thirty_pairs_where_it_is_to_be_told(pairs: list[tuple[Answer, Answer]], said: str) -> None:
    assert words.beyond_chance(agreement(pairs)) == said


def test_figures_are_rounded_half_up_as_on_paper() -> None:
    assert words.share(agreement([(YES, YES), (YES, NO), (NO, YES)])) == "1 of 3 the same, 33.3%"
    assert words.share(agreement([(YES, YES)] + [(YES, NO)] * 15)) == "1 of 16 the same, 6.3%"
    assert words.share(agreement([])) == "nothing was answered by both"


def test_a_marking_with_gaps_is_finished_only_when_asked_how_many_and_said_once_more(pair: Pair) -> None:
    pair.take()
    page = pair.page()
    gaps = pair.mine.case_row(pair.case).gaps
    page.do("finished")
    shown = pair.driver.window.messages.shown
    assert shown.words.text().startswith(f"C01: {gaps} prompts and key questions are unanswered in your marking.")
    state = marking.second_marking(pair.mine, pair.case)
    assert state is not None
    assert not state.own_done
    confirm(pair)
    state = marking.second_marking(pair.mine, pair.case)
    assert state is not None
    assert state.own_done


def test_the_chip_says_that_one_marks_it_blind_and_the_line_at_the_foot_is_whole(pair: Pair, qtbot: Any) -> None:
    pair.driver.window.resize(1366, 750)  # what a title bar leaves of 768
    page = pair.page()
    qtbot.settle()
    pair.take()  # what is said of the second marking comes to a page that is laid out
    qtbot.settle()
    whose = page.sheet.bar.whose
    assert (whose.text(), whose.toolTip()) == ("Bob’s case: you mark it blind", "Bob’s case: you mark it blind")
    strip = page.sheet.strip
    assert page.sheet.second.isVisible()
    assert pair.driver.window.height() == 750
    least = page.sheet.layout().minimumHeightForWidth(page.sheet.width())
    assert least < 400  # what is beside the prompts has the room that is left, and asks for none
    assert strip.visibleRegion().boundingRect() == strip.rect()


def test_of_a_case_that_is_nobodys_a_colleague_is_offered_before_oneself(pair: Pair) -> None:
    case = pair.mine.add_case("C90", "children")
    pair.driver.desk.open_case(case)
    page = pair.driver.desk.page("case")
    page.do("ask-second")
    people = page.sheet.cards.ask_second.people
    offered = [people.itemData(place) for place in range(people.count())]
    assert offered[-1] == pair.mine.me
    assert people.currentData() != pair.mine.me
    press(Qt.Key.Key_Escape)
    page.view.rows[0].setFocus()
    press(Qt.Key.Key_Y)
    page.do("ask-second")
    left = [people.itemData(place) for place in range(people.count())]
    assert left == offered[:-1], "who has answered on it marks it second no more"
