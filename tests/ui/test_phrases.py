"""A phrase is kept by one key, put in by its name and Tab, and its stops are tabbed through; texts move by key."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.text import phrases as rules
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import phrases
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.places.findings.page import FindingsPage
from tests.ui.test_findings_page import choose


@pytest.fixture
def page(workspace: Workspace, alone: Any) -> FindingsPage:
    for words in ("First.", "Second."):
        workspace.editor.set("finding", findings.add_finding(workspace, "2.1", "narrative"), "text", words)
    found: FindingsPage = alone(FindingsPage, workspace)
    choose(found, "2.1")
    return found


def enter(qtbot: QtBot, page: FindingsPage, place: int = 0) -> NoteBox:
    box = page.desk.sheet.items()[place].note.box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.moveCursor(QTextCursor.MoveOperation.End)
    return box


def test_a_line_is_kept_and_comes_with_its_stops_and_live_figures(
    qtbot: QtBot, page: FindingsPage, workspace: Workspace
) -> None:
    box = enter(qtbot, page)
    box.insertPlainText(" and\n.Less In [=2.1.2] of cases <who> did <what>.")
    page.do("phrase")
    assert phrases.known(workspace) == {"less": "In [=2.1.2] of cases <who> did <what>."}
    assert box.text() == "First. and\n", "the line is a phrase now, and in no draft"
    page.do("undo")
    assert box.text().endswith("did <what>.")
    box = enter(qtbot, page, 1)
    box.insertPlainText(" 🙂 .less")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "Second. 🙂 In [=2.1.2] of cases <who> did <what>."
    assert box.textCursor().selectedText() == "<who>"
    qtbot.keyClicks(box, "they")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.textCursor().selectedText() == "<what>"
    qtbot.keyClicks(box, "much")
    assert box.text() == "Second. 🙂 In [=2.1.2] of cases they did much."
    page.do("undo")
    assert box.text() == "Second. 🙂 In [=2.1.2] of cases they did <what>.", "the first letter had stayed"
    page.do("redo")
    box.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus(), "there is no stop left: Tab leads on"


def test_a_name_alone_forgets_and_an_unknown_one_leads_on(
    qtbot: QtBot, page: FindingsPage, workspace: Workspace
) -> None:
    phrases.keep(workspace, "less", "In few.")
    box = enter(qtbot, page)
    box.insertPlainText("\n.less")
    page.do("phrase")
    assert phrases.known(workspace) == {}
    assert box.text() == "First.\n"
    box.insertPlainText(".less")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()
    assert box.text() == "First.\n.less"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("So .less", "less"),
        (".a-b", "a-b"),
        ("3.5", ""),
        ("e.g.less", ""),
        ("So .", ""),
        ("So ._x", ""),
        (".ŵyr", "ŵyr"),
    ],
)
def test_a_name_stands_behind_a_blank_and_a_dot(before: str, name: str) -> None:
    assert rules.asked(before) == name


def test_a_text_moves_by_key_with_the_cursor_in_it_and_undo_moves_it_back(
    qtbot: QtBot, page: FindingsPage, workspace: Workspace
) -> None:
    box = enter(qtbot, page)
    page.do("text-down")
    assert [row.text for row in workspace.findings()] == ["Second.", "First."]
    assert box.hasFocus()
    page.do("undo")
    assert [row.text for row in workspace.findings()] == ["First.", "Second."]
    page.do("text-up")  # it is the first
    assert [row.text for row in workspace.findings()] == ["First.", "Second."]
