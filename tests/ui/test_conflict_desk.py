"""The conflict desk on real laptops that answered differently: what it shows, and every way to settle."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.fields import Value
from inspector_app.core.interchange import document
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import allocation, case_work, conflicts, sharing
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui.places.handoff.conflicts import ConflictsPage
from inspector_app.ui.window.desk import Desk
from tests.ui.colleagues import colleague, given, joined
from tests.ui.conftest import Spoken

pytestmark = pytest.mark.usefixtures("no_backups")

BEFORE = "Two risks are named.\nSchool was asked.\nThe mother was seen."
MINE = BEFORE.replace("Two", "Three")
THEIRS = BEFORE.replace("mother was seen", "mother was seen twice")
BOTH = MINE.replace("mother was seen", "mother was seen twice")


@pytest.fixture
def theirs(workspace: Workspace, profile: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Bob's copy of an inspection in which a note stands already."""
    workspace.editor.set("prompt", f"{workspace.case_id('C01')}/2.1.1/a", "note", BEFORE)
    made = joined(workspace, colleague("Bob", tmp_path), tmp_path)
    yield made
    made.close()


@pytest.fixture
def differ(theirs: Workspace, opened: Any, tmp_path: Path, qtbot: QtBot) -> Callable[..., ConflictsPage]:
    """Ruth and Bob write different things into these fields; then the desk, after Ruth took Bob's package."""

    def make(*fields: tuple[str, str, str, Value, Value]) -> ConflictsPage:
        mine = opened.desk.workspace
        case = mine.case_id("C01")
        for entity, under, field, my_value, their_value in fields:
            mine.editor.set(entity, f"{case}{under}", field, my_value)
            theirs.editor.set(entity, f"{case}{under}", field, their_value)
        handoffs.import_(mine, [given(theirs, "Ruth Ashdown", tmp_path / "b.handoff")])
        opened.press("Ctrl+8")
        found: ConflictsPage = opened.desk.page("conflicts")
        qtbot.waitUntil(lambda: found.list.count() == len(fields))
        return found

    return make


def test_it_says_whose_case_it_is_now(differ: Callable[..., ConflictsPage], opened: Any, theirs: Workspace) -> None:
    page = differ(("judgement", "/2.1.1", "answer", "no", "yes"))
    assert page.view.whose.text() == "Nobody’s case yet"
    mine = opened.desk.workspace
    for person, said in ((mine.me, "Your case"), (theirs.me, "Bob’s case")):
        mine.editor.set("case", mine.case_id("C01"), "inspector", person)
        assert page.view.whose.text() == said


JUDGEMENT = ("judgement", "/2.1.1", "answer", "no", "yes")
NOTE = ("prompt", "/2.1.1/a", "note", MINE, THEIRS)


def held(driver: Any, entity: str, under: str, field: str) -> Value:
    workspace = driver.desk.workspace
    return workspace.history(entity, f"{workspace.case_id('C01')}{under}", field)[0].value


def side(page: ConflictsPage, by: str) -> Any:
    return next(card for card in page.view.sides if card.heading.text() == by)


def button(page: ConflictsPage, text: str) -> QAbstractButton:
    found = [b for b in page.findChildren(QAbstractButton) if b.text() == text and b.isVisible()]
    assert len(found) == 1, text
    return found[0]


def test_an_empty_desk_says_what_it_is_for(opened: Any) -> None:
    opened.press("Ctrl+8")
    page = opened.desk.page("conflicts")
    assert page.nothing.isVisible()
    assert page.nothing.word.text() == "Nothing is contested"
    assert not page.list.isVisible()


def test_both_judgements_stand_side_by_side_and_none_is_chosen_beforehand(
    differ: Callable[..., ConflictsPage], opened: Any
) -> None:
    mine = opened.desk.workspace
    mine.editor.set("judgement", f"{mine.case_id('C01')}/2.1.1", "rationale", "Nobody saw the father.")
    page = differ(JUDGEMENT)
    assert page.view.place.text() == "C01 · 2.1.1: judgement"
    assert page.view.why.text() == "Note: Nobody saw the father.", "by which one settles it"
    _, question = opened.desk.workspace.framework.questions["2.1.1"]
    assert page.view.asked.text() == question.text
    assert page.view.before.said.text() == "No answer"
    assert {card.heading.text(): card.said.text() for card in page.view.sides} == {"You": "No", "Bob": "Yes"}
    buttons = page.view.findChildren(QAbstractButton)
    assert not any(b.isChecked() or b.isDefault() for b in buttons if hasattr(b, "isDefault"))
    assert page.list.hasFocus()


def test_taking_a_side_settles_it_on_every_laptop(
    differ: Callable[..., ConflictsPage], opened: Any, theirs: Workspace, tmp_path: Path, qtbot: QtBot, told: Spoken
) -> None:
    page = differ(JUDGEMENT)
    qtbot.waitUntil(lambda: opened.desk.rail.waits("handoff") == "1 contested")
    assert opened.desk.rail.words("handoff") == "Hand-off", "what waits there is not what the page is called"
    side(page, "Bob").take.click()
    assert told.last.startswith("Settled: C01 · 2.1.1: judgement is Yes.")
    assert told.last.endswith("Nothing else is contested. Give a package, so that colleagues have it too.")
    assert page.standing.text() == "nothing contested · 1 settled today"
    assert not page.nothing.isVisible(), "what was settled stays where it is"
    mine = opened.desk.workspace
    assert conflicts.conflicts(mine) == []
    assert mine.history("judgement", f"{mine.case_id('C01')}/2.1.1", "answer")[0].verb == "settle"
    qtbot.waitUntil(lambda: opened.desk.contested == 0)
    assert not opened.desk.rail.waits("handoff"), "nothing waits there any more"
    handoffs.import_(theirs, [given(mine, "Bob", tmp_path / "r.handoff")])
    assert document.write(theirs.inspection()) == document.write(mine.inspection())


def test_another_answer_than_both_can_be_chosen(differ: Callable[..., ConflictsPage], opened: Any) -> None:
    page = differ(JUDGEMENT)
    button(page, "Not applicable").click()
    assert held(opened, "judgement", "/2.1.1", "answer") == "na"


def test_differences_of_a_text_are_marked_and_heard(differ: Callable[..., ConflictsPage]) -> None:
    page = differ(NOTE)
    mine = side(page, "You").said
    assert "<s " in mine.text()
    assert "<u " in mine.text()
    assert "(removed: Two) (added: Three) risks are named." in mine.accessibleName()


def test_the_merge_is_shown_whole_and_taken_only_when_somebody_says_so(
    differ: Callable[..., ConflictsPage], opened: Any
) -> None:
    page = differ(NOTE)
    assert held(opened, "prompt", "/2.1.1/a", "note") in (MINE, THEIRS)
    assert "Three" in page.view.merged.said.text()
    assert "twice" in page.view.merged.said.text()
    page.view.merged.take.click()
    assert held(opened, "prompt", "/2.1.1/a", "note") == BOTH


def test_a_text_can_be_written_anew_from_what_stands(differ: Callable[..., ConflictsPage], opened: Any) -> None:
    page = differ(NOTE)
    assert page.view.anew.note.box.text() == ""
    assert not page.view.anew.settle.isEnabled()
    button(page, "Insert Bob’s text").click()
    QTest.keyClicks(page.view.anew.note.box, " Agreed by both.")
    page.view.anew.settle.click()
    assert held(opened, "prompt", "/2.1.1/a", "note") == f"{THEIRS} Agreed by both."
    assert drafts.kept(opened.desk.workspace) == {}


def test_inserting_a_text_never_replaces_what_was_written(differ: Callable[..., ConflictsPage]) -> None:
    page = differ(NOTE)
    QTest.keyClicks(page.view.anew.note.box, "My own. ")
    button(page, "Insert Bob’s text").click()
    assert page.view.anew.note.box.text() == f"My own. {THEIRS}"


def test_after_settling_the_next_conflict_comes(differ: Callable[..., ConflictsPage]) -> None:
    page = differ(JUDGEMENT, NOTE)
    assert page.view.place.text() == "C01 · 2.1.1: judgement"
    side(page, "Bob").take.click()
    assert page.view.place.text() == "C01 · 2.1.1 · prompt a: note"
    assert page.list.hasFocus()


def test_a_draft_is_kept_while_one_looks_at_another_conflict_and_over_a_lock(
    differ: Callable[..., ConflictsPage], opened: Any
) -> None:
    page = differ(JUDGEMENT, NOTE)
    page.list.setCurrentRow(1)
    QTest.keyClicks(page.view.anew.note.box, "Half a sen")
    page.list.setCurrentRow(0)
    page.list.setCurrentRow(1)
    assert page.view.anew.note.box.text() == "Half a sen"
    QTest.keyClicks(page.view.anew.note.box, "tence")
    opened.shell.lock()
    opened.unlock()
    opened.wait_for("Desk")
    again = opened.desk.page("conflicts")
    assert opened.desk.current == "conflicts"
    assert again.view.anew.note.box.text() == "Half a sentence"


def test_a_draft_is_on_disk_within_a_second_and_colleagues_do_not_get_it(
    differ: Callable[..., ConflictsPage], opened: Any, qtbot: QtBot, theirs: Workspace, tmp_path: Path
) -> None:
    page = differ(NOTE)
    QTest.keyClicks(page.view.anew.note.box, "Not decided")
    mine = opened.desk.workspace
    qtbot.waitUntil(lambda: "Not decided" in drafts.kept(mine).values())
    handoffs.import_(theirs, [given(mine, "Bob", tmp_path / "r.handoff")])
    assert drafts.kept(theirs) == {}
    assert len(conflicts.conflicts(mine)) == 1


def test_what_is_being_written_stays_when_a_package_brings_another_value(
    differ: Callable[..., ConflictsPage], opened: Any, theirs: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    page = differ(NOTE)
    page.view.anew.note.box.setFocus()
    QTest.keyClicks(page.view.anew.note.box, "Still writing")
    theirs.editor.set("prompt", f"{theirs.case_id('C01')}/2.1.1/a", "note", "Bob thought again")
    handoffs.import_(opened.desk.workspace, [given(theirs, "Ruth Ashdown", tmp_path / "b2.handoff")])
    qtbot.waitUntil(lambda: "again" in side(page, "Bob").said.text())
    assert page.view.anew.note.box.text() == "Still writing"
    assert page.view.anew.note.box.hasFocus()


def test_a_draft_whose_field_was_settled_elsewhere_is_not_thrown_away(
    differ: Callable[..., ConflictsPage], opened: Any, theirs: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    page = differ(NOTE)
    mine = opened.desk.workspace
    handoffs.import_(theirs, [given(mine, "Bob", tmp_path / "r.handoff")])
    QTest.keyClicks(page.view.anew.note.box, "Almost there")
    conflicts.settle(theirs, conflicts.conflicts(theirs)[0], "Bob settled it")
    handoffs.import_(mine, [given(theirs, "Ruth Ashdown", tmp_path / "b2.handoff")])
    qtbot.waitUntil(page.left.isVisible)
    assert page.left.text.text() == "Almost there"
    button(page, "Copy the draft").click()
    assert QGuiApplication.clipboard().text() == "Almost there"
    button(page, "Delete this draft").click()
    assert page.nothing.isVisible()
    assert drafts.kept(mine) == {}


def test_a_value_the_person_has_not_seen_is_never_settled_over(
    differ: Callable[..., ConflictsPage], opened: Any, theirs: Workspace, tmp_path: Path, told: Spoken
) -> None:
    page = differ(NOTE)
    QTest.keyClicks(page.view.anew.note.box, "Mine")
    theirs.editor.set("prompt", f"{theirs.case_id('C01')}/2.1.1/a", "note", "Bob thought again")
    opened.desk.leave()  # as if the announcement of the import were still on its way
    handoffs.import_(opened.desk.workspace, [given(theirs, "Ruth Ashdown", tmp_path / "b2.handoff")])
    page.view.anew.settle.click()
    assert told.last.startswith("Bob has changed this")
    assert len(conflicts.conflicts(opened.desk.workspace)) == 1
    assert page.view.anew.note.box.text() == "Mine"
    assert "again" in side(page, "Bob").said.text()


def test_tab_leads_through_what_stands_and_then_to_what_can_be_done(differ: Callable[..., ConflictsPage]) -> None:
    page = differ(JUDGEMENT)
    page.list.setFocus()
    names = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().property("text"))
    first, second = (card.heading.text() for card in page.view.sides)
    keep = {"You": "Keep yours: No", "Bob": "Keep theirs: Yes"}
    said = {"You": "No", "Bob": "Yes"}
    assert names == [
        keep[first], said[first], keep[second], said[second],
        "Yes", "No", "Not applicable", "No answer",
    ]  # fmt: skip


def test_the_desk_is_left_by_escape(differ: Callable[..., ConflictsPage], opened: Any) -> None:
    page = differ(NOTE)
    page.view.anew.note.box.setFocus()
    QTest.keyClick(page.view.anew.note.box, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert opened.desk.current == "handoff"


def test_a_conflict_about_the_case_itself_shows_people_by_name(
    differ: Callable[..., ConflictsPage], opened: Any, theirs: Workspace
) -> None:
    ruth, bob = opened.desk.workspace.me, theirs.me
    page = differ(("case", "", "inspector", ruth, bob))
    assert page.view.place.text() == "C01 · The case: inspector of the case"
    assert {card.said.text() for card in page.view.sides} == {"Ruth Ashdown", "Bob"}
    assert not page.view.anew.isVisible()


# by key, again, and on the case


def press(page: ConflictsPage, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key)


def test_a_figure_takes_the_value_of_that_number(differ: Callable[..., ConflictsPage], opened: Any) -> None:
    page = differ(JUDGEMENT)
    second = page.view.sides[1]
    assert second.take.key == "2"
    wanted = {"Yes": "yes", "No": "no"}[second.said.text()]
    press(page, Qt.Key.Key_2)
    assert held(opened, "judgement", "/2.1.1", "answer") == wanted


def test_three_takes_both_together_where_that_is_offered(
    differ: Callable[..., ConflictsPage], opened: Any, told: Spoken
) -> None:
    page = differ(JUDGEMENT, NOTE)
    press(page, Qt.Key.Key_3)
    assert told.last.startswith("These cannot be combined")
    assert len(conflicts.conflicts(opened.desk.workspace)) == 2
    page.list.setCurrentRow(1)
    press(page, Qt.Key.Key_3)
    assert held(opened, "prompt", "/2.1.1/a", "note") == BOTH


def test_a_figure_in_a_text_is_text(differ: Callable[..., ConflictsPage], opened: Any) -> None:
    page = differ(NOTE)
    page.view.anew.note.box.setFocus()
    QTest.keyClicks(page.view.anew.note.box, "1 of 2")
    assert page.view.anew.note.box.text() == "1 of 2"
    assert len(conflicts.conflicts(opened.desk.workspace)) == 1


def test_where_single_keys_are_switched_off_no_figure_settles(
    differ: Callable[..., ConflictsPage], opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = differ(JUDGEMENT)
    monkeypatch.setattr("inspector_app.ui.letters.all_shown", lambda: "")
    press(page, Qt.Key.Key_1)
    assert len(conflicts.conflicts(opened.desk.workspace)) == 1


def test_what_was_settled_stays_in_the_list_and_can_be_settled_otherwise(
    differ: Callable[..., ConflictsPage], opened: Any, theirs: Workspace, tmp_path: Path
) -> None:
    page = differ(JUDGEMENT)
    side(page, "Bob").take.click()
    assert [page.list.item(n).text() for n in range(page.list.count())] == ["Settled: C01 · 2.1.1: judgement"]
    assert page.view.was.text() == "Settled as: Yes. What you keep now settles it again."
    side(page, "You").take.click()
    assert held(opened, "judgement", "/2.1.1", "answer") == "no"
    assert page.view.was.text() == "Settled as: No. What you keep now settles it again."
    mine = opened.desk.workspace
    handoffs.import_(theirs, [given(mine, "Bob", tmp_path / "r.handoff")])
    assert document.write(theirs.inspection()) == document.write(mine.inspection())


def test_undo_brings_what_was_settled_last_into_view(differ: Callable[..., ConflictsPage], told: Spoken) -> None:
    page = differ(JUDGEMENT, NOTE)
    side(page, "Bob").take.click()
    assert page.view.place.text() == "C01 · 2.1.1 · prompt a: note"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.view.place.text() == "C01 · 2.1.1: judgement"
    assert page.view.was.isVisible()
    assert told.last.startswith("This is what you settled last.")


def test_the_case_of_a_conflict_is_one_press_away(differ: Callable[..., ConflictsPage], opened: Any) -> None:
    page = differ(NOTE)
    page.to_case.click()
    assert opened.desk.current == "case"
    assert opened.desk.page("case").at.prompt == "a"


@pytest.fixture
def taken_over(
    theirs: Workspace, workspace: Workspace, run: Callable[[Laptop], Any], tmp_path: Path
) -> tuple[Any, ConflictsPage]:
    """Bob at the window: his case was taken over, and both wrote on it afterwards; a finding is anybody's to settle."""
    case = workspace.case_id("C01")
    sharing.give(workspace, [case], theirs.me)
    handoffs.import_(theirs, [given(workspace, "Bob", tmp_path / "1.handoff")])
    allocation.take_over(workspace, case, "Bob is ill")
    for one, text, answer in ((workspace, MINE, "no"), (theirs, THEIRS, "yes")):
        case_work.write(one, "prompt", f"{case}/2.1.1/a", "note", text)
        case_work.write(one, "judgement", f"{case}/2.1.1", "answer", answer)
        one.editor.set("rating", "2.1", "rationale", text)
    handoffs.import_(theirs, [given(workspace, "Bob", tmp_path / "2.handoff")])
    theirs.close()
    theirs.laptop.lock()
    driver = run(theirs.laptop)
    driver.start(theirs.path)
    driver.unlock()
    driver.wait_for(Desk)
    driver.press("Ctrl+8")
    return driver, driver.desk.page("conflicts")


def test_on_a_case_that_was_taken_over_one_sees_what_is_contested_and_who_settles_it(
    taken_over: tuple[Any, ConflictsPage], told: Spoken
) -> None:
    driver, page = taken_over
    workspace = driver.desk.workspace
    assert page.standing.text() == "1 to settle · 2 for others to settle"
    assert page.view.settles, "what is this person's comes first"
    whose = (
        "Ruth Ashdown’s case: they settle this, or whoever helps them, or the lead. Nothing of yours is lost; "
        "comment on the case, take it over, or have them ask you for help."
    )
    for row in (1, 2):
        page.list.setCurrentRow(row)
        assert page.view.whose.text() == whose
        assert {card.said.text() for card in page.view.sides} != {""}
        assert not [b.text() for b in page.view.findChildren(QAbstractButton) if b.isVisible()]
        told.all.clear()
        QTest.keyClick(page.list, Qt.Key.Key_1)
        assert told.last == whose
    assert len(conflicts.conflicts(workspace)) == 3
    page.list.setCurrentRow(0)
    QTest.keyClick(page.list, Qt.Key.Key_1)
    assert told.last.endswith("Nothing else is yours to settle. Give a package, so that colleagues have it too.")
    assert page.standing.text() == "2 for others to settle · 1 settled today"
    allocation.take_over(workspace, workspace.case_id("C01"), "Ruth asked me")
    assert page.view.whose.text() != whose
    assert page.standing.text() == "2 to settle · 1 settled today"


def test_what_one_began_to_write_anew_stays_to_be_read_once_others_settle_it(
    taken_over: tuple[Any, ConflictsPage],
) -> None:
    driver, page = taken_over
    name = drafts.name_of("prompt", f"{driver.desk.workspace.case_id('C01')}/2.1.1/a", "note")
    drafts.keep(driver.desk.workspace, name, "Both of us saw her.")
    page._read()
    page.list.setCurrentRow(page._names().index(name))
    assert page.view.anew.note.box.text() == "Both of us saw her."
    assert page.view.anew.isVisible()
    assert not page.view.anew.settle.isVisible()
