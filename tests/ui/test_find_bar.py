"""Find and replace within one note."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector_app.ui import letters
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.note import find_bar
from inspector_app.ui.note.door import Door
from inspector_app.ui.note.find_bar import FindBar
from inspector_app.ui.places.case.prompt_row import PromptBox
from tests.ui.test_note_box import Desk, desk

__all__ = ["desk"]

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "The plan.\n\U0001f600 A plan, planned; PLAN ŵ"


@pytest.fixture
def bar(qtbot: QtBot, desk: Desk) -> FindBar:
    desk.workspace.editor.set("prompt", desk.targets[0].id, "note", TEXT)
    desk.bind(0, TEXT)
    qtbot.keyClick(desk.box, Qt.Key.Key_F, CONTROL)
    assert desk.field.find_bar is not None
    return desk.field.find_bar


def test_it_finds_as_one_types_and_counts(qtbot: QtBot, desk: Desk, bar: FindBar) -> None:
    assert bar.wanted.hasFocus()
    qtbot.keyClicks(bar.wanted, "plan")
    assert bar.count.text() == "1 of 4"
    assert desk.box.textCursor().selectedText() == "plan"
    qtbot.keyClicks(bar.wanted, "x")
    assert bar.count.text() == "not found"
    assert desk.box.text() == TEXT


def test_enter_goes_on_and_around_and_shift_goes_back(qtbot: QtBot, desk: Desk, bar: FindBar) -> None:
    qtbot.keyClicks(bar.wanted, "plan")
    counts = []
    for key, held in ((Qt.Key.Key_Return, 0), (Qt.Key.Key_F3, 0), (Qt.Key.Key_Return, 0), (Qt.Key.Key_Return, 0),
                      (Qt.Key.Key_Return, SHIFT), (Qt.Key.Key_F3, SHIFT)):  # fmt: skip
        qtbot.keyClick(bar.wanted, key, Qt.KeyboardModifier.NoModifier if held == 0 else held)
        counts.append(bar.count.text())
    assert counts == ["2 of 4", "3 of 4", "4 of 4", "1 of 4", "4 of 4", "3 of 4"]


def test_case_and_whole_words_can_be_minded(qtbot: QtBot, bar: FindBar) -> None:
    qtbot.keyClicks(bar.wanted, "plan")
    bar.case.setChecked(True)
    assert bar.count.text() == "1 of 3"
    bar.whole.setChecked(True)
    assert bar.count.text() == "1 of 2"


def test_f3_in_the_note_goes_on_after_the_bar_is_closed(qtbot: QtBot, desk: Desk, bar: FindBar) -> None:
    qtbot.keyClicks(bar.wanted, "plan")
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.box.hasFocus()
    assert desk.box.textCursor().selectedText() == "plan"
    qtbot.keyClick(desk.box, Qt.Key.Key_F3)
    assert bar.isVisible()


def test_one_is_replaced_and_the_next_found(qtbot: QtBot, desk: Desk, bar: FindBar) -> None:
    qtbot.keyClicks(bar.wanted, "plan")
    qtbot.keyClicks(bar.new, "note")
    bar.replace()
    assert desk.box.text() == TEXT.replace("plan", "note", 1)
    assert desk.box.textCursor().selectedText() == "plan"
    assert bar.count.text() == "1 of 3"
    qtbot.waitUntil(lambda: desk.stored() == TEXT.replace("plan", "note", 1))


def test_all_are_replaced_in_one_step_that_undo_takes_back(qtbot: QtBot, desk: Desk, bar: FindBar) -> None:
    before = desk.steps()
    qtbot.keyClicks(bar.wanted, "plan")
    bar.case.setChecked(True)
    bar.new.setText("plan \U0001f600")
    bar.replace_all()
    assert bar.count.text() == "3 replaced"
    assert desk.stored() == TEXT.replace("plan", "plan \U0001f600")
    assert desk.steps() == before + 1
    desk.workspace.editor.undo("prompt", desk.targets[0].id)
    assert desk.stored() == TEXT


def test_another_note_starts_without_the_bar(desk: Desk, bar: FindBar) -> None:
    desk.bind(1, "other")
    assert not bar.isVisible()
    assert desk.box.extraSelections() == []


def test_keys_in_the_bar_never_reach_the_row_around_it(qtbot: QtBot, desk: Desk) -> None:
    row = PromptBox(desk, SingleKeys(desk, letters.answer_of))
    desk.layout().addWidget(row)  # type: ignore[union-attr]
    row.note.show_value(desk.targets[1], "Note on prompt b", "yes no", "", Door(desk.write))
    row.show()
    row.enter_note()
    qtbot.keyClick(row.note.box, Qt.Key.Key_F, CONTROL)
    bar = row.note.find_bar
    assert bar is not None
    answers: list[object] = []
    row.answered.connect(lambda _id, answer: answers.append(answer))
    for stop in (bar.wanted, bar.case, *bar.findChildren(QLineEdit)):
        for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Minus, Qt.Key.Key_Return):
            qtbot.keyClick(stop, key)
    assert answers == []
    assert bar.isVisible()


def test_what_is_longer_than_anybody_looks_for_is_not_looked_for_and_said_to_be_so(
    bar: FindBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A megabyte pasted into the line held the window up for a quarter of a minute."""
    looked: list[int] = []
    real = find_bar.occurrences
    monkeypatch.setattr(
        find_bar, "occurrences", lambda text, wanted, **how: looked.append(len(wanted)) or real(text, wanted, **how)
    )
    QGuiApplication.clipboard().setText("plan " * 200_000)
    bar.wanted.paste()
    assert (bar.count.text(), looked) == ("too long to be found", [])
    bar.wanted.setText("plan")
    assert (bar.count.text(), looked) == ("1 of 4", [4])
