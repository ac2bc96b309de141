"""Typed text on the case page: it lands where it was typed, and only there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.page import Shared
from inspector_app.ui.places.case.page import CasePage
from tests.services.colleagues import Team

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(case_page: CasePage) -> CasePage:
    return case_page


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def write(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def note(workspace: Workspace, case: int, prompt: int = 0, question: str = "2.1.1") -> str:
    return workspace.question_page(workspace.case_rows()[case].id, question).prompts[prompt].note


def test_letters_typed_in_a_note_are_text_and_answer_nothing(
    qtbot: QtBot, page: CasePage, workspace: Workspace
) -> None:
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Yes - no, any n-word")
    press(qtbot, Qt.Key.Key_Escape)
    assert page.view.rows[0].hasFocus()
    shown = workspace.question_page(workspace.case_rows()[0].id, "2.1.1")
    assert shown.prompts[0].note == "Yes - no, any n-word"
    assert {p.answer for p in shown.prompts} == {None}


def test_switching_case_while_typing_puts_each_text_on_its_own_case(
    qtbot: QtBot, page: CasePage, workspace: Workspace
) -> None:
    for case in range(3):
        press(qtbot, Qt.Key.Key_Return)
        write(qtbot, f"about case {case}")
        press(qtbot, Qt.Key.Key_PageDown, CONTROL)
    assert [note(workspace, case) for case in range(3)] == [f"about case {n}" for n in range(3)]
    assert [r.ref for r in workspace.case_rows()][3] == "V01"
    assert workspace.question_page(workspace.case_rows()[3].id, "V1.1").prompts[0].note == ""


def test_switching_question_while_typing_puts_each_text_on_its_own_prompt(
    qtbot: QtBot, page: CasePage, workspace: Workspace
) -> None:
    for question in ("2.1.1", "2.1.2"):
        press(qtbot, Qt.Key.Key_Return)
        write(qtbot, f"about {question}")
        press(qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (note(workspace, 0), note(workspace, 0, question="2.1.2")) == ("about 2.1.1", "about 2.1.2")


def test_while_the_disk_is_full_the_page_does_not_leave_the_unsaved_note(
    qtbot: QtBot, page: CasePage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise Expected(Code.DISK_FULL, where=workspace.path)

    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "must not be lost")
    with monkeypatch.context() as patch:
        patch.setattr(workspace.editor, "set", full)
        with qtbot.waitSignal(page.failed) as failed:
            press(qtbot, Qt.Key.Key_PageDown, CONTROL)
        assert failed.args[0].code is Code.DISK_FULL
        assert not page.flush()
        assert not page.show_case(workspace.case_rows()[1].id)
        assert page.view.rows[0].note.box.text() == "must not be lost"
        assert page.view.rows[0].note.problem.isVisible()
    press(qtbot, Qt.Key.Key_PageDown, CONTROL)
    assert note(workspace, 0) == "must not be lost"
    assert page.view.rows[0].note.box.text() == ""


def test_undo_and_redo_are_the_items_own_and_survive_going_away(
    qtbot: QtBot, page: CasePage, workspace: Workspace
) -> None:
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "first")
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "second")
    press(qtbot, Qt.Key.Key_PageDown, CONTROL)
    press(qtbot, Qt.Key.Key_PageUp, CONTROL)
    page.show_case(workspace.case_rows()[0].id, "2.1.1", "a")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert (note(workspace, 0, 0), note(workspace, 0, 1)) == ("", "second")
    press(qtbot, Qt.Key.Key_Z, CONTROL_SHIFT)
    assert (note(workspace, 0, 0), note(workspace, 0, 1)) == ("first", "second")
    assert page.view.rows[0].note.box.text() == "first"


def test_undo_in_a_note_takes_back_what_was_just_typed_and_saved_nowhere_yet(
    qtbot: QtBot, page: CasePage, workspace: Workspace
) -> None:
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "kept")
    assert page.flush()
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, " dropped")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert QApplication.focusWidget() is page.view.rows[0].note.box
    assert page.view.rows[0].note.box.text() == note(workspace, 0) == "kept"
    write(qtbot, " again")
    assert page.flush()
    assert note(workspace, 0) == "kept again"


def test_with_nothing_to_undo_the_page_says_so_and_changes_nothing(qtbot: QtBot, page: CasePage) -> None:
    with qtbot.waitSignal(page.failed) as failed:
        press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert failed.args[0].code is Code.NOTHING_TO_UNDO


def test_an_edit_from_elsewhere_shows_but_not_over_text_being_typed(
    qtbot: QtBot, page: CasePage, workspace: Workspace
) -> None:
    case = workspace.case_rows()[0].id
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "mine")
    for prompt in "ab":
        workspace.editor.set("prompt", f"{case}/2.1.1/{prompt}", "note", "theirs")
    assert [row.note.box.text() for row in page.view.rows[:2]] == ["mine", "theirs"]
    assert page.flush()
    assert note(workspace, 0) == "mine"


def test_a_colleagues_text_that_comes_while_one_types_stands_beside_it(
    qtbot: QtBot, page: CasePage, workspace: Workspace, tmp_path: Path
) -> None:
    """Even in the moment between the import and its announcement."""
    team = Team(workspace, tmp_path)
    bobs = team.colleague("Bob Wren")
    item = f"{workspace.case_rows()[0].id}/2.1.1/a"
    bobs.editor.set("prompt", item, "note", "theirs")
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "mine")
    with pytest.MonkeyPatch.context() as quiet:
        quiet.setattr(workspace.editor, "tell", lambda touched: None)
        team.give(bobs, workspace)
    assert page.flush()
    (contested,) = conflicts.conflicts(workspace)
    assert {side.value for side in contested.sides} == {"mine", "theirs"}
    team.close()


def test_text_typed_before_another_workspace_is_opened_stays_in_its_own(
    qtbot: QtBot,
    page: CasePage,
    workspace: Workspace,
    make_workspace: Callable[..., Workspace],
    shared: Callable[[Workspace], Shared],
) -> None:
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "belongs to the first")
    other = make_workspace("Another service")
    case = other.add_case("X1", "children")
    after = CasePage(shared(other))
    qtbot.addWidget(after)
    page.hide()
    assert after.show_case(case)
    assert after.view.rows[0].note.box.text() == ""
    assert note(workspace, 0) == "belongs to the first"
    assert other.question_page(case, "2.1.1").prompts[0].note == ""


def test_after_the_same_inspection_is_opened_again_text_goes_to_what_is_open_now(
    qtbot: QtBot, page: CasePage, workspace: Workspace, laptop: Laptop, shared: Callable[[Workspace], Shared]
) -> None:
    place = page.place()
    assert place is not None
    assert page.flush()
    page.hide()
    page.leave()
    workspace.close()
    again = Workspace.open(laptop, workspace.path)
    anew = CasePage(shared(again))
    qtbot.present(anew)
    anew.return_to(place)
    assert anew.place() == place
    qtbot.waitUntil(lambda: anew.view.rows[0].hasFocus())
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "after the lunch break")
    assert anew.flush()
    assert note(again, 0) == "after the lunch break"
    anew.leave()
    again.close()
