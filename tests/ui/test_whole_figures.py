"""A live figure is one thing to who writes: whatever is typed or put in at it leaves it whole."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.field import NoteField

KEYS, MODE = Qt.Key, QTextCursor.MoveMode
FIGURE, TEXT = "[=2.1.2]", "In [=2.1.2] cases."
START, END = 3, 11


@pytest.fixture
def box(qtbot: QtBot, workspace: Workspace) -> NoteBox:
    field = NoteField()
    qtbot.present(field, 500, 200)
    target = Target("prompt", f"{workspace.case_rows()[0].id}/2.1.1/a", "note")
    door = Door(lambda to, value, amend: workspace.editor.set(to.entity, to.id, to.field, value, amend=amend))
    field.show_value(target, "Note on prompt", TEXT, "", door)
    field.box.highlighter.set_figures({"2.1.2": "9 of 15 (60%)"})
    field.box.setFocus()
    qtbot.waitUntil(field.box.hasFocus)
    return field.box


def to(box: NoteBox, at: int, mode: QTextCursor.MoveMode = MODE.MoveAnchor) -> None:
    cursor = box.textCursor()
    cursor.setPosition(at, mode)
    box.setTextCursor(cursor)


def commit(box: NoteBox) -> None:
    event = QInputMethodEvent()
    event.setCommitString("ŵ")
    QApplication.sendEvent(box, event)


def paste(box: NoteBox) -> None:
    data = QMimeData()
    data.setText("pasted")
    box.insertFromMimeData(data)


PUT_IN: list[Callable[[NoteBox], None]] = [
    lambda box: QTest.keyClicks(box, "as told"),
    lambda box: QTest.keyClick(box, KEYS.Key_Return),
    lambda box: QTest.keyClick(box, KEYS.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    lambda box: box.do("bold"),
    lambda box: box.textCursor().insertText("[=2.1.1]"),
    commit,
    paste,
]


@pytest.mark.parametrize("put_in", PUT_IN)
@pytest.mark.parametrize("at", [START + 1, START + 4, END - 1])
def test_what_is_put_in_where_a_figure_is_painted_leaves_it_whole(
    box: NoteBox, put_in: Callable[[NoteBox], None], at: int
) -> None:
    to(box, at)
    put_in(box)
    assert FIGURE in box.text()


@pytest.mark.parametrize("at", [(0, START + 2), (START + 2, START + 5), (END - 2, len(TEXT)), (len(TEXT), START + 2)])
def test_a_selection_has_the_whole_of_a_figure(box: NoteBox, at: tuple[int, int]) -> None:
    to(box, at[0])
    to(box, at[1], MODE.KeepAnchor)
    QTest.keyClicks(box, "x")
    assert "2.1" not in box.text() or FIGURE in box.text()


def test_an_arrow_goes_past_a_figure_at_once_and_a_selection_grows_and_shrinks_by_it(box: NoteBox) -> None:
    to(box, START)
    QTest.keyClick(box, KEYS.Key_Right)
    assert box.textCursor().position() == END
    QTest.keyClick(box, KEYS.Key_Left)
    assert box.textCursor().position() == START
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, end in ((KEYS.Key_Right, END), (KEYS.Key_Right, END + 1), (KEYS.Key_Left, END), (KEYS.Key_Left, START)):
        QTest.keyClick(box, key, shift)
        assert (box.textCursor().anchor(), box.textCursor().position()) == (START, end)


def test_a_press_on_a_figure_leads_to_its_nearer_edge(box: NoteBox) -> None:
    to(box, 0)
    layout = box.document().firstBlock().layout().lineAt(0)
    for place, edge in ((START + 2, START), (END - 1, END)):
        found = layout.cursorToX(place)
        at = box.cursorRect().center()
        at.setX(round(found[0] if isinstance(found, tuple) else found) + round(box.document().documentMargin()))
        QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert box.textCursor().position() == edge


def test_what_counts_nothing_is_typed_in_as_it_stands(box: NoteBox) -> None:
    box.setPlainText("In [=9.9.9] cases.")
    to(box, START + 4)
    QTest.keyClicks(box, "1")
    assert box.text() == "In [=9.19.9] cases."
