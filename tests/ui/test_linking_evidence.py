"""A sentence of the findings is linked with its evidence by one key, and the margin shows it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from inspector_app.core.domain import support
from inspector_app.core.services.results import supporting
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.findings.page import FindingsPage
from tests.ui.test_findings_page import choose


def test_a_sentence_is_linked_by_one_key_a_few_letters_and_enter(qtbot: QtBot, trafford: Workspace, alone: Any) -> None:
    page = alone(FindingsPage, trafford)
    choose(page, "2.1")
    item = page.desk.sheet.items()[0]
    box, line = item.note.box, page.desk.side.carried.line
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(box, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "c04 2.1.2 b")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (made,) = supporting.links(trafford)[item.row.id]
    assert made.on == support.of_answer(trafford.case_id("C04"), "2.1.2", "b")
    assert made.sentence == support.sentences(box.text())[-1].words
    qtbot.waitUntil(box.hasFocus)
    counts = [how_many for *_, how_many in item.margin.counts]
    assert counts == [0] * (len(counts) - 1) + [1]
    assert box.accessibleDescription() == f"1 of {len(counts)} sentences have evidence"
