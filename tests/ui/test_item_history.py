"""The history of the prompt one is on: who changed what, with differences, and an earlier text brought back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.case.beside.history_list import NOTHING, HistoryList
from inspector_app.ui.places.case.page import CasePage

FIRST, LATER = "The plan names two risks.", "The plan names three risks."


@pytest.fixture
def held(opened: Any) -> Workspace:
    return opened.desk.workspace  # type: ignore[no-any-return]


@pytest.fixture
def item(held: Workspace) -> str:
    """Prompt a of C01: answered No, written, answered Yes, written anew."""
    found = f"{held.case_rows()[0].id}/2.1.1/a"
    for field, value in (("answer", "no"), ("note", FIRST), ("answer", "yes"), ("note", LATER)):
        held.editor.set("prompt", found, field, value)
    return found


@pytest.fixture
def page(opened: Any, held: Workspace, item: str) -> CasePage:
    opened.desk.open_case(held.case_rows()[0].id, "2.1.1", "a")
    opened.press("Ctrl+Shift+H")
    return opened.desk.page("case")  # type: ignore[no-any-return]


def shown(page: CasePage) -> HistoryList:
    assert page.asides.history is not None
    return page.asides.history


def test_it_says_who_and_what_newest_first_with_what_changed_in_a_text(page: CasePage) -> None:
    assert page.sheet.side.accessibleName() == "History of 2.1.1 a"
    names = [entry.accessibleName() for entry in shown(page).entries]
    assert all(name.startswith("Ruth Ashdown, today ") for name in names)
    whats = [name.partition(": ")[2] for name in names]
    assert whats == [
        "note: The plan names (removed: two) (added: three) risks.", "answer: No → Yes", f"note: (added: {FIRST})",
        "answer: Unanswered → No",
    ]  # fmt: skip
    assert "<s " in shown(page).entries[0].text()


def test_an_earlier_text_comes_back_as_a_new_edit_and_can_be_undone(page: CasePage, held: Workspace, item: str) -> None:
    (button,) = shown(page).buttons.values()
    button.click()
    row = page.view.prompts[0]
    assert row.note.box.text() == FIRST
    assert [r.value for r in held.history("prompt", item, "note")] == [FIRST, LATER, FIRST]
    assert len(shown(page).entries) == 5
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert row.note.box.text() == LATER


def test_what_is_being_typed_is_saved_before_an_earlier_text_comes_back(
    page: CasePage, held: Workspace, item: str
) -> None:
    box = page.view.prompts[0].note.box
    box.setFocus()
    box.moveCursor(box.textCursor().MoveOperation.End)
    QTest.keyClicks(box, " And a fourth.")
    list(shown(page).buttons.values())[-1].click()
    assert box.text() == FIRST
    assert f"{LATER} And a fourth." in [r.value for r in held.history("prompt", item, "note")]


def test_it_follows_the_row_one_is_on(page: CasePage) -> None:
    page.view.prompts[1].setFocus()
    assert page.sheet.side.accessibleName() == "History of 2.1.1 b"
    assert shown(page).entries == []
    assert NOTHING in [label.text() for label in shown(page).findChildren(QLabel)]
    page.view.judgement.setFocus()
    assert page.sheet.side.accessibleName() == "History of 2.1.1"


def test_a_second_press_of_the_key_closes_it_and_the_focus_is_back(opened: Any, page: CasePage) -> None:
    assert shown(page).isAncestorOf(QApplication.focusWidget())
    opened.press("Ctrl+Shift+H")
    assert page.asides.current == ""
    assert QApplication.focusWidget() is page.view.prompts[0]


def test_a_long_history_is_shown_a_part_at_a_time(opened: Any, page: CasePage, held: Workspace, item: str) -> None:
    for number in range(40):
        held.editor.set("prompt", item, "answer", ("yes", "no")[number % 2])
    opened.press("Ctrl+Shift+H", "Ctrl+Shift+H")
    total = len(held.history("prompt", item))
    assert len(shown(page).entries) == 30
    assert shown(page)._earlier.isVisible()
    shown(page)._earlier.click()
    assert len(shown(page).entries) == total
    assert not shown(page)._earlier.isVisible()


def test_on_a_case_marked_blind_nothing_of_the_first_is_in_it(
    opened: Any, held: Workspace, item: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspector_app.core.services.cases import marking

    monkeypatch.setattr(marking, "answered", lambda *_: frozenset())  # a colleague answered what this laptop wrote
    case = held.case_rows()[0].id
    marking.ask(held, case, held.me)
    opened.desk.open_case(case, "2.1.1", "a")
    opened.press("Ctrl+Shift+H")
    page = opened.desk.page("case")
    assert page.view.prompts[0].entity == "second_prompt"
    assert shown(page).entries == []
