"""Settling a second marking in the real window: by keys alone, without names, and a conflict shows."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services.cases import agreeing, marking
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import letters
from inspector_app.ui.page import CaseAt
from inspector_app.ui.places.cases.settling.page import SettlePage, SettlePlace
from inspector_app.ui.words import settling as settling_words
from tests.conftest import cheap_keyrings
from tests.copies import copied
from tests.ui.marked_twice import (
    CASE,
    NOTE_ONE,
    NOTE_TWO,
    ONE,
    TWO,
    agreed_apart,
    give,
    joined_as,
    marked_by_others,
)
from tests.ui.team import chord, press, type_in

YES, NO = Answer.YES, Answer.NO


@pytest.fixture(scope="session")
def kept_marked(kept_plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the laptop of `workspace` when T01 was marked by two others, made once."""
    folder = tmp_path_factory.mktemp("marked")
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        laptop = Laptop(folder / "profile")
        with closing(copied(kept_plain, laptop)) as made:
            marked_by_others(made, folder)
            made.back_up(Why.OPENING)
    return laptop.folder


@pytest.fixture
def workspace(kept_marked: Path, laptop: Laptop) -> Iterator[Workspace]:
    """The inspection; T01 was marked by two others."""
    with closing(copied(kept_marked, laptop)) as made:
        yield made


@pytest.fixture
def held(opened: Any) -> Workspace:
    """The same in the window."""
    return opened.desk.workspace  # type: ignore[no-any-return]


@pytest.fixture
def page(opened: Any, held: Workspace) -> SettlePage:
    opened.press("Ctrl+Alt+G")
    return opened.desk.page("settle")  # type: ignore[no-any-return]


def at(held: Workspace) -> agreeing.Agreeing:
    return agreeing.agreeing(held, held.case_id(CASE))


def item(held: Workspace, ref: str) -> agreeing.Item:
    return next(item for item in at(held).items if item.ref == ref)


def words(page: SettlePage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def refs(page: SettlePage) -> list[str]:
    model = page.left.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_differences_stand_in_a_list_the_equal_ones_are_folded_and_both_sides_have_their_notes(
    page: SettlePage,
) -> None:
    assert refs(page) == ["2.1.1 c", "2.1.1 judgement", "2.1.2 a"]
    assert page.left.different.text() == "Different: 3 of 6"
    assert [card.answer.text() for card in page.right.marked] == ["Yes", "No"]
    assert [card.text.text() for card in page.right.marked] == [f"{NOTE_ONE} (2.1.1/c)", f"{NOTE_TWO} (2.1.1/c)"]
    page.left.fold.click()
    assert refs(page)[3:] == ["2.1.1 a", "2.1.1 b", "2.1.2 judgement"]


def test_it_is_settled_by_keys_alone_and_then_counts(opened: Any, page: SettlePage, held: Workspace) -> None:
    assert QApplication.focusWidget() is page.left.list
    press(Qt.Key.Key_2)
    assert (item(held, "2.1.1/c").agreed, item(held, "2.1.1/c").text) == (NO, f"{NOTE_TWO} (2.1.1/c)")
    assert opened.window.messages.shown.words.text() == "2.1.1 c: two kept"
    press(Qt.Key.Key_Return)
    type_in("1 wish is named, 2 are not.")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_N)
    chord("Ctrl+Return")
    written = item(held, "2.1.1")
    assert (written.agreed, written.text) == (NO, "1 wish is named, 2 are not.")
    press(Qt.Key.Key_1)
    chord("Ctrl+J")
    assert at(held).open == ()
    page.head.settle.setFocus()
    press(Qt.Key.Key_Return)
    assert not at(held).settled
    assert QApplication.focusWidget() is page.sure.settle
    press(Qt.Key.Key_Escape)
    assert (QApplication.focusWidget(), page.sure.isHidden()) == (page.head.settle, True)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert at(held).settled
    assert QApplication.focusWidget() is page.left.list
    assert held.judgements()[held.case_id(CASE), "2.1.1"] is NO
    assert "It is settled" in page.why_not.text()


def test_what_was_settled_is_opened_again_and_what_counts_otherwise_says_that_it_is_to_be_settled_again(
    page: SettlePage, held: Workspace
) -> None:
    case = held.case_id(CASE)
    agreeing.agree_equal(held, case)
    for ref, which in (("2.1.1", 2), ("2.1.1/c", 2), ("2.1.2/a", 1)):
        agreeing.keep(held, case, ref, which=which)
    agreeing.settle(held, case)
    held.editor.set("judgement", f"{case}/2.1.1", "answer", "na")  # as by a package
    page.return_to(page.place())
    assert page.head.state.text() == "To be settled again"
    assert page.why_not.text().startswith(
        "It was settled, but what is agreed and what counts have come to differ since"
    )
    page.head.settle.click()
    press(Qt.Key.Key_Return)
    assert (at(held).settled, held.judgements()[case, "2.1.1"]) == (True, NO)
    page.head.reopen.click()
    assert (at(held).settled, page.head.reopen.isHidden(), page.head.settle.isHidden()) == (False, True, False)
    assert QApplication.focusWidget() is page.left.list


def test_no_name_of_a_marker_is_anywhere_until_it_is_settled(
    opened: Any, page: SettlePage, held: Workspace, qtbot: Any
) -> None:
    case = held.case_id(CASE)
    for code in ("second", "settle"):
        opened.desk.show_page(code)
        opened.desk.page(code).arrive(CaseAt(case))
        qtbot.settle()
        seen = " ".join(label.text() for label in opened.window.findChildren(QLabel) if label.isVisible())
        assert NOTE_ONE in seen
        assert ONE not in seen
        assert TWO not in seen
    agreeing.agree_equal(held, case)
    for ref, which in (("2.1.1", 2), ("2.1.1/c", 2), ("2.1.2/a", 1)):
        agreeing.keep(held, case, ref, which=which)
    agreeing.settle(held, case)
    page.return_to(page.place())
    assert [card.by.text() for card in page.right.marked] == [ONE, TWO]


def test_the_page_begins_at_the_first_difference_that_is_open(page: SettlePage, held: Workspace) -> None:
    press(Qt.Key.Key_2)
    page.left.list.set_items(page.left.list.items, "")
    assert page.left.list.here == item(held, "2.1.1")


def test_undo_takes_back_the_difference_that_was_settled_last_and_nothing_else(
    opened: Any, page: SettlePage, held: Workspace
) -> None:
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_1)
    opened.window.messages.shown.offers[0].click()
    assert item(held, "2.1.1").agreed is None
    assert item(held, "2.1.1/c").agreed is NO


def test_the_keys_of_undo_take_back_what_led_on_from_its_item_until_one_chooses_another(
    opened: Any, page: SettlePage, held: Workspace
) -> None:
    press(Qt.Key.Key_2)
    chord("Ctrl+Z")
    assert (item(held, "2.1.1/c").agreed, page.place().ref) == (None, "2.1.1/c")
    chord("Ctrl+Shift+Z")
    assert item(held, "2.1.1/c").agreed is NO
    chord("Ctrl+J")
    assert len(at(held).open) == 2
    chord("Ctrl+Z")
    assert len(at(held).open) == 5
    chord("Ctrl+Shift+Z")
    assert len(at(held).open) == 2
    page.left.list.step(1)
    chord("Ctrl+Z")
    assert "nothing to undo" in opened.window.messages.shown.words.text()
    assert len(at(held).open) == 2


def test_a_marking_without_an_answer_is_not_kept_and_the_reason_goes_by_itself(
    opened: Any, page: SettlePage, held: Workspace
) -> None:
    page.left.list.step(2)
    press(Qt.Key.Key_2)
    shown = opened.window.messages.shown
    assert shown.words.text() == "2.1.2 a: nothing to keep. Marking two has no answer."
    assert shown.passes
    assert item(held, "2.1.2/a").agreed is None


def test_what_is_being_written_is_a_draft_of_its_item_until_it_is_kept(page: SettlePage, held: Workspace) -> None:
    page.right.agreed.answers.buttons[NO].click()
    page.right.agreed.note.box.setPlainText("weighed once")
    page.left.list.step(1)
    assert page.right.agreed.note.box.text() == ""
    page.left.list.step(-1)
    assert (page.right.agreed.note.box.text(), page.right.agreed.answer) == ("weighed once", NO)
    assert item(held, "2.1.1/c").agreed is None


def test_a_note_that_was_agreed_can_be_agreed_empty(page: SettlePage, held: Workspace) -> None:
    press(Qt.Key.Key_2)
    page.left.list.step(-1)
    page.right.agreed.note.box.setPlainText("")
    page.do("keep-this")
    assert (item(held, "2.1.1/c").agreed, item(held, "2.1.1/c").text) == (NO, "")


def test_agreed_versions_made_apart_show_as_contested_with_both_and_one_key_settles(
    page: SettlePage, held: Workspace, tmp_path: Path, qtbot: Any
) -> None:
    agreed_apart(held, held.case_id(CASE), tmp_path)
    qtbot.waitUntil(lambda: item(held, "2.1.1/c").contested)
    page.return_to(SettlePlace(held.case_id(CASE), "2.1.1/c"))
    assert "Gil Poe · No" in page.right.agreed.apart.text()
    assert f"{held.laptop.person.name} · Yes" in page.right.agreed.apart.text()
    assert page.right.agreed.state.text().startswith("Contested")
    assert not page.head.settle.isEnabled()
    press(Qt.Key.Key_1)
    assert (item(held, "2.1.1/c").contested, item(held, "2.1.1/c").agreed) == (False, YES)


def settled_by_page(page: SettlePage, held: Workspace, keep: str) -> None:
    """Every difference as `keep` has it, where that marker answered; the equal ones; then settled, all on the page."""
    page.do("agree-equal")
    for ref in [item.ref for item in at(held).open]:
        page.return_to(SettlePlace(held.case_id(CASE), ref))
        page.do(keep if ref != "2.1.2/a" else "keep-one")
    assert not [name for name in (ONE, TWO) if name in words(page)]
    page.head.settle.click()
    page.sure.settle.click()
    assert at(held).settled


def test_two_settle_apart_each_sees_the_conflict_and_one_agreed_version_comes_of_it(
    page: SettlePage, held: Workspace, alone: Any, tmp_path: Path, qtbot: Any
) -> None:
    """Three laptops, each with its page: two who are neither, and one on which nobody settles."""
    folder, case = tmp_path, held.case_id(CASE)
    with closing(joined_as(held, "Gil Poe", folder)) as gil, closing(joined_as(held, "Hal Reed", folder)) as hal:
        theirs, third = alone(SettlePage, gil), alone(SettlePage, hal)
        pages = {held: page, gil: theirs, hal: third}
        settled_by_page(page, held, "keep-one")
        settled_by_page(theirs, gil, "keep-two")
        for giver, taker in ((held, gil), (gil, held), (held, hal)):
            give(giver, taker, folder)
        for workspace, shown in pages.items():
            shown.return_to(SettlePlace(case, "2.1.1"))
            assert shown.right.agreed.state.text().startswith("Contested")
            assert "Gil Poe · No" in shown.right.agreed.apart.text()
            assert f"{held.laptop.person.name} · Yes" in shown.right.agreed.apart.text()
            assert (at(workspace).settled, workspace.judgements().get((case, "2.1.1"))) == (False, None)
        for ref in [item.ref for item in at(gil).open]:
            theirs.return_to(SettlePlace(case, ref))
            theirs.do("keep-two")
        theirs.head.settle.click()
        theirs.sure.settle.click()
        give(gil, held, folder)
        give(held, hal, folder)
        for workspace, shown in pages.items():
            shown.return_to(SettlePlace(case, "2.1.1"))
            assert (at(workspace).settled, workspace.judgements()[case, "2.1.1"]) == (True, NO)
            assert "It is settled" in shown.why_not.text()


def test_what_a_colleague_agreed_while_the_page_was_open_is_not_replaced(
    page: SettlePage, held: Workspace, tmp_path: Path
) -> None:
    page.return_to(SettlePlace(held.case_id(CASE), "2.1.1/c"))
    page.hide()  # what came is not shown yet
    agreed_apart(held, held.case_id(CASE), tmp_path, here=False)
    page.do("keep-one")
    assert item(held, "2.1.1/c").contested


def test_a_marker_reads_it_and_changes_nothing(opened: Any, held: Workspace, page: SettlePage) -> None:
    case = held.case_id("C01")
    held.editor.set("case", case, "inspector", held.me)
    other = next(person.id for person in held.team() if person.name == ONE)
    held.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    marking.ask(held, case, other)
    marking.done(held, case)
    of = EntityId(f"{case}/{other}")
    said = [Edit("marking", of, field, value, again=True) for field, value in (("done", True), ("marks", None))]
    held.editor.record([(other, said)], case, Verb.IMPORT)
    page.arrive(CaseAt(case))
    assert page.case == case
    assert page.why_not.text().startswith("You marked it, so it is settled by another")
    alone = replace(at(held), marker=True, all_marked=True)
    assert "nobody there can settle it. Add somebody who did not" in settling_words.why_not(alone)
    assert page.offers == ("next-difference", "previous-difference")
    assert page.head.settle.isHidden()
    opened.press("Ctrl+9")
    listed = opened.desk.page("second")
    assert listed.settle.text() == "Both markings of C01"
    listed.return_to("")
    assert listed.settle.text() == f"Settle {CASE}"  # first what this person can settle
    listed.choose.setCurrentIndex(listed.choose.findData(case))
    assert listed.settle.text() == "Both markings of C01"


def test_the_figures_do_nothing_where_single_keys_are_off(
    page: SettlePage, held: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "all_shown", lambda: "")
    press(Qt.Key.Key_1)
    assert item(held, "2.1.1/c").agreed is None
    page.right.marked[0].keep.click()
    assert item(held, "2.1.1/c").agreed is YES


def test_it_is_reached_from_where_second_markings_are_listed(opened: Any, held: Workspace) -> None:
    opened.press("Ctrl+9")
    listed = opened.desk.page("second")
    assert listed.settle.text() == f"Settle {CASE}"
    listed.settle.click()
    assert opened.desk.current == "settle"
    assert opened.desk.page("settle").case == held.case_id(CASE)


def test_with_nothing_marked_twice_it_says_what_goes_here(in_window: Any, kept_plain: Path, laptop: Laptop) -> None:
    opened = in_window(copied(kept_plain, laptop))
    opened.press("Ctrl+Alt+G")
    shown = opened.desk.page("settle")
    assert shown.nothing.isVisible()
    assert "Once all markers of a case have finished" in words(shown)


def test_undo_of_what_was_agreed_at_once_opens_no_more_than_that_and_of_its_own_case(
    opened: Any, page: SettlePage, held: Workspace
) -> None:
    case = held.case_id(CASE)
    agreeing.agree_equal(held, case)
    one = next(item.ref for item in at(held).items if item.equal)
    assert agreeing.open_equal(held, case, [one]) == 1
    page.return_to(page.place())
    chord("Ctrl+J")
    assert len(at(held).open) == 3
    page.case = "another case"  # where one has gone meanwhile
    opened.window.messages.shown.offers[0].click()
    assert (page.case, len(at(held).open)) == (case, 4), "what had been agreed before stays"
    assert item(held, one).agreed is None


def test_a_case_on_which_nobody_answered_anything_has_no_empty_cards_and_is_settled_all_the_same(
    opened: Any, page: SettlePage, held: Workspace, tmp_path: Path, qtbot: Any
) -> None:
    with closing(joined_as(held, "Hal Roe", tmp_path)) as hal, closing(joined_as(held, "Ida Fox", tmp_path)) as ida:
        case = held.add_case("T02", held.framework.samples[0].code)
        held.editor.set("case", case, "inspector", hal.me)
        marking.ask(held, case, ida.me)
        for marker in (hal, ida):
            give(held, marker, tmp_path)
        for marker in (hal, ida):
            marking.done(marker, case)
            give(marker, held, tmp_path)
    page.arrive(CaseAt(case))
    qtbot.settle()
    assert (page.case, page.left.isVisible(), page.right.isVisible()) == (case, False, False)
    assert page.nothing.word.text() == "Nothing is answered on T02"
    page.head.settle.click()
    press(Qt.Key.Key_Return)
    assert agreeing.is_settled(held, case)
    assert QApplication.focusWidget() is not None
    page.head.reopen.click()
    assert not agreeing.is_settled(held, case)
    page.arrive(CaseAt(held.case_id(CASE)))
    assert (page.left.isVisible(), page.nothing.isVisible()) == (True, False)
