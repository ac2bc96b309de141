"""Undo and redo in a message are of what it tells: what was done afterwards stays, and that is said."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

import inspector_app.ui
from inspector_app.core.services.cases import reviews, several
from inspector_app.core.services.results import accuracy, findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.telling import Told
from inspector_app.ui.places.cases.page import CasesPage
from inspector_app.ui.places.findings.accuracy.page import AccuracyPage
from inspector_app.ui.places.findings.page import FindingsPage
from tests.ui.conftest import PatientBot, Spoken

_NOT_UNDONE = (
    "Not undone from here: something else has been done there since. In that item, Ctrl+Z undoes the last thing first."
)
_NOT_DONE_AGAIN = "Not done again: something else has been done there since."


@pytest.fixture
def page(qtbot: PatientBot, workspace: Workspace, alone: Callable[..., FindingsPage]) -> FindingsPage:
    for said in ("one", "two"):
        workspace.editor.set("finding", findings.add_finding(workspace, "2.1", "strength"), "text", said)
    found = alone(FindingsPage, workspace)
    found.desk.section_chosen.emit("2.1")
    qtbot.settle()
    return found


def press(told: Told, words: str) -> None:
    next(offer for offer in told.offers if offer.words == words).act()


def stored(page: FindingsPage) -> list[str]:
    return [row.text for row in page._workspace.findings()]


def test_what_was_typed_since_a_text_was_moved_stays(qtbot: QtBot, page: FindingsPage, told: Spoken) -> None:
    one = page.desk.sheet.items()[0].note.box
    one.setFocus()
    page.do("text-down")
    moved = told.all[-1]
    one.insertPlainText("Now ")
    press(moved, "Undo")
    assert (stored(page), one.text(), told.last) == (["two", "Now one"], "Now one", _NOT_UNDONE)
    page.undo("undo")
    assert stored(page) == ["two", "one"]
    press(moved, "Undo")
    assert stored(page) == ["one", "two"], "what it tells is what stands last again"
    assert told.last == "Undone: moved to another place in the list"
    again = told.all[-1]
    qtbot.keyClicks(one, "!")
    press(again, "Redo")
    assert ("!" in stored(page)[0], told.last) == (True, _NOT_DONE_AGAIN)


def test_words_that_were_undone_are_not_done_again_over_others(qtbot: QtBot, page: FindingsPage, told: Spoken) -> None:
    one = page.desk.sheet.items()[0].note.box
    one.setFocus()
    one.insertPlainText("Now ")
    page.undo("undo")
    undone = told.all[-1]
    assert undone.words == "Undone: typed “Now”"
    qtbot.keyClicks(one, "x")
    press(undone, "Redo")
    assert (one.text(), told.last) == ("xone", _NOT_DONE_AGAIN)
    QTest.keyClick(one, Qt.Key.Key_Backspace)
    press(undone, "Redo")
    assert (one.text(), told.last) == ("one", _NOT_DONE_AGAIN), "what was typed and deleted again stands in its way"


def test_words_of_a_section_that_was_left_are_not_done_again_in_a_box_that_is_gone(
    qtbot: PatientBot, page: FindingsPage, told: Spoken
) -> None:
    one = page.desk.sheet.items()[0].note.box
    one.setFocus()
    one.insertPlainText("Now ")
    page.undo("undo")
    undone = told.all[-1]
    page.desk.section_chosen.emit("2.2")
    qtbot.waitUntil(lambda: not Shiboken.isValid(one))
    press(undone, "Redo")
    assert (stored(page), told.last) == (["one", "two"], _NOT_DONE_AGAIN)


def test_a_decision_of_a_point_stays_where_its_deletion_was_undone_and_told_before(
    qtbot: PatientBot, workspace: Workspace, alone: Callable[..., AccuracyPage], told: Spoken
) -> None:
    point = accuracy.add(workspace, "It is two.")
    page = alone(AccuracyPage, workspace)
    offer = page.undo_of("point", point)
    workspace.editor.set("point", point, "reason", "Because.")
    offer.act()
    assert workspace.editor.held("point", point, "reason").value == "Because."
    assert told.last == _NOT_UNDONE


def test_a_stage_that_chosen_cases_got_since_stays(
    qtbot: PatientBot, workspace: Workspace, alone: Callable[..., CasesPage], told: Spoken
) -> None:
    page = alone(CasesPage, workspace)
    cases = [workspace.case_id(ref) for ref in ("C01", "C02")]
    page._acts.show(cases)
    page._acts._tell("submit", several.submit(workspace, cases))
    submitted = told.all[-1]
    several.take_back(workspace, "review", cases[:1])
    workspace.editor.set("review", cases[0], "stage", "submitted")
    press(submitted, "Undo")
    assert told.last == "Undone: 1 case. 1 case has been changed since and stays as it is."
    assert [reviews.stage(workspace, case).stage for case in cases] == ["submitted", ""]


def test_every_undo_and_redo_of_a_message_is_of_what_it_tells() -> None:
    """By `only_of`, or by an act that is told of what: the two sides of a message's button are written in no other way."""
    named = {
        "as_sentence.py", "page.py", "controls/identifying_list.py", "places/cases/acts.py",
        "places/cases/settling/page.py", "places/evidence/open.py", "places/setup/allocation.py",
        "places/setup/cases.py", "places/setup/team.py", "window/ways/shelving.py",
    }  # fmt: skip
    offers = re.compile(r"""Offer\(\s*(?:say\("(?:Undo|Redo)"\)|actions\.command\((?!"news"))""")
    ui = Path(inspector_app.ui.__file__).parent
    found = {str(one.relative_to(ui)): one.read_text(encoding="utf-8") for one in ui.rglob("*.py")}
    bare = {name for name, text in found.items() if offers.search(text) and "only_of" not in text}
    assert bare <= named
