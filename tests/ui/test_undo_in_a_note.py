"""Undo inside a note: a few words at a time, said, and brought back by redo; then the item's earlier steps."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.note import bursts
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.exact_text import difference, units
from inspector_app.ui.places.case.page import CasePage
from inspector_app.ui.places.ratings.page import RatingsPage
from tests.ui.conftest import Spoken
from tests.ui.team import chord

SENTENCE = "He said that school had let him down, and that nobody had asked him why."


@pytest.fixture
def page(case_page: CasePage) -> CasePage:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), NoteBox)
    return case_page


@pytest.fixture
def box(page: CasePage) -> NoteBox:
    return page.view.rows[0].note.box


def stored(workspace: Workspace) -> str:
    case = workspace.case_rows()[0].id
    return workspace.question_page(case, "2.1.1").prompts[0].note


def type_out(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def back_to_nothing(box: NoteBox) -> list[str]:
    """The texts that undo goes through, until nothing is left."""
    seen = [box.text()]
    while box.text() and len(seen) < 40:
        chord("Ctrl+Z")
        seen.append(box.text())
    return seen


def test_a_sentence_is_taken_back_a_few_words_at_a_time(page: CasePage, box: NoteBox, workspace: Workspace) -> None:
    type_out(SENTENCE)
    seen = back_to_nothing(box)
    assert seen[-1] == ""
    lost = [len(before.split()) - len(after.split()) for before, after in pairwise(seen)]
    assert max(lost) <= bursts.WORDS
    assert all(before.startswith(after) for before, after in pairwise(seen))
    assert stored(workspace) == ""


def test_redo_brings_every_word_back_and_it_is_on_disk(page: CasePage, box: NoteBox, workspace: Workspace) -> None:
    type_out(SENTENCE)
    for _ in back_to_nothing(box)[1:]:
        chord("Ctrl+Shift+Z")
    assert box.text() == SENTENCE
    assert stored(workspace) == SENTENCE


def test_each_is_said_with_the_words_and_a_redo(page: CasePage, box: NoteBox, told: Spoken) -> None:
    type_out("one two three four five")
    chord("Ctrl+Z")
    assert told.last == "C01 · 2.1.1 · prompt a · Undone: typed “five”"
    told.do("Redo")
    assert box.text() == "one two three four five"
    assert told.last == "C01 · 2.1.1 · prompt a · Done again: typed “five”"


def test_what_was_deleted_comes_back_by_itself(page: CasePage, box: NoteBox, told: Spoken) -> None:
    type_out("calm and kind")
    for _ in " kind":
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert box.text() == "calm and"
    chord("Ctrl+Z")
    assert box.text() == "calm and kind"
    assert told.last == "C01 · 2.1.1 · prompt a · Undone: deleted “kind”"


def test_words_of_a_step_that_is_over_are_taken_back_in_the_same_way(
    page: CasePage, box: NoteBox, workspace: Workspace
) -> None:
    type_out("first he came here. ")
    assert box.flush()
    box.end_session()  # a long pause
    type_out("then he went away again")
    seen = back_to_nothing(box)
    assert "first he came here. " in seen
    assert seen == sorted(seen, key=len, reverse=True)
    assert len(seen) > 3
    for _ in seen[1:]:
        chord("Ctrl+Shift+Z")
    assert box.text() == stored(workspace) == "first he came here. then he went away again"
    assert back_to_nothing(box)[-1] == stored(workspace) == ""


def test_past_what_was_typed_here_the_items_own_steps_are_taken_back_and_said(
    case_page: CasePage, workspace: Workspace, told: Spoken
) -> None:
    row = case_page.view.rows[0]
    QTest.keyClick(row, Qt.Key.Key_Y)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    type_out("calm")
    chord("Ctrl+Z")
    assert (row.note.box.text(), row.answer is not None) == ("", True)
    chord("Ctrl+Z")
    assert row.answer is None
    assert told.last == "C01 · 2.1.1 · prompt a · Undone: answer: Yes"
    chord("Ctrl+Shift+Z")
    assert (row.note.box.text(), row.answer is not None) == ("", True)
    chord("Ctrl+Shift+Z")
    assert row.note.box.text() == "calm"


def test_beside_the_note_the_item_goes_back_a_step_and_says_the_words(
    page: CasePage, box: NoteBox, told: Spoken
) -> None:
    type_out("one two three four five")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    chord("Ctrl+Z")
    assert box.text() == ""
    assert told.last == "C01 · 2.1.1 · prompt a · Undone: typed “one two three four five”"
    told.do("Redo")
    assert box.text() == "one two three four five"


ALIKE = st.text("no😀", max_size=8)  # few letters, of which many stand side by side


@given(ALIKE, ALIKE, ALIKE.filter(bool))
def test_what_was_put_into_a_text_is_found_where_it_was_put(before: str, after: str, put: str) -> None:
    """Of an "o" before an "o" it was said that the second is new."""
    start, end = len(before), len(before + put)
    assert difference(before + after, before + put + after, end) == (start, start, put)
    assert difference(before + put + after, before + after, start) == (start, end, "")


@given(ALIKE, ALIKE, st.integers(-1, 9))
def test_wherever_the_cursor_is_a_difference_makes_one_text_the_other(old: str, new: str, at: int) -> None:
    first, last, put = difference(old, new, at)
    usual, until, least = difference(old, new)
    assert old[:first] + put + old[last:] == new
    assert (last - first, len(put)) == (until - usual, len(least))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ALIKE, ALIKE, ALIKE.filter(bool))
def test_what_is_typed_before_its_own_letters_is_one_burst_and_the_cursor_goes_back_with_it(
    page: CasePage, box: NoteBox, before: str, after: str, put: str
) -> None:
    """A burst was split where a letter met its like, and the cursor stood a letter off after undo."""
    box.setPlainText(before + after)
    box.bursts.begin_anew()
    cursor = box.textCursor()
    cursor.setPosition(units(before))
    box.setTextCursor(cursor)
    for letter in put:
        box.insertPlainText(letter)
    chord("Ctrl+Z")
    assert (box.text(), box.text_before()) == (before + after, before)
    chord("Ctrl+Shift+Z")
    assert (box.text(), box.text_before()) == (before + put + after, before + put)


def test_a_mark_is_a_burst_of_its_own(page: CasePage, box: NoteBox) -> None:
    type_out("calm")
    QTest.keyClick(box, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert box.text() == "Strength: calm"
    chord("Ctrl+Z")
    assert box.text() == "calm"


def test_every_page_with_notes_has_the_same_rule(
    qtbot: QtBot, trafford: Workspace, alone: Callable[[Any, Workspace], Any]
) -> None:
    page = alone(RatingsPage, trafford)
    page.show_standard("V1")
    box = next(box for box in page.findChildren(NoteBox) if box.isVisible())
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    before = box.text()
    box.moveCursor(box.textCursor().MoveOperation.End)
    type_out(" one two three four five")
    chord("Ctrl+Z")
    assert box.text() == before + " one two three four "
