"""What was deleted and comes back by undo is where one then is, and not what stood beside it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.results import accuracy, findings, told
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.findings.page import FindingsPage
from inspector_app.ui.places.findings.section_list import PREVIOUS, RECOMMENDATIONS

KEYS, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ADDED = {RECOMMENDATIONS: findings.add_recommendation, PREVIOUS: findings.add_previous}


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def three(workspace: Workspace, section: str, group: str) -> list[str]:
    made = []
    for text in ("one", "two", "three"):
        add = ADDED.get(section)
        id_ = add(workspace, group) if add else findings.add_finding(workspace, section, "narrative")
        entity = {RECOMMENDATIONS: "recommendation", PREVIOUS: "previous"}.get(section, "finding")
        workspace.editor.set(entity, id_, "text", text)
        made.append(id_)
    return made


@pytest.mark.parametrize("section", ["2.1", "participation", RECOMMENDATIONS, PREVIOUS])
@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_text_that_undo_brings_back_has_the_cursor(opened: Any, qtbot: QtBot, section: str, which: int) -> None:
    opened.desk.show_page("findings")
    page: FindingsPage = opened.desk.page("findings")
    made = three(opened.desk.workspace, section, "The board")
    page._show_section(section)
    box = page.desk.sheet.enter_words(made[which])
    assert box is not None
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClick(box, KEYS.Key_Delete, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(focus(), KEYS.Key_Z, CONTROL)
    assert page.place().item == focus().objectName() == made[which]
    QTest.keyClick(focus(), KEYS.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    item = page.desk.sheet._list_of(made[which])
    assert item is None, "redo takes it out again"
    QTest.keyClick(focus(), KEYS.Key_Z, CONTROL)
    QTest.keyClicks(focus(), "so ")
    assert page.flush()
    texts = {row.id: row.text for rows in (page._workspace.findings(), page._workspace.recommendations(),
                                           page._workspace.previous()) for row in rows}  # fmt: skip
    assert "so " in texts[made[which]]


def test_a_point_that_was_deleted_is_undone_by_the_key_and_is_in_hand(opened: Any) -> None:
    workspace = opened.desk.workspace
    made = [accuracy.add(workspace, text) for text in ("one", "two", "three")]
    opened.press("Ctrl+Alt+A")
    page = opened.desk.page("accuracy")
    page._show_one(made[1])
    page.view.delete.click()
    QTest.keyClick(focus(), KEYS.Key_Z, CONTROL)
    assert len(accuracy.rows(workspace)) == 3
    assert (page.place().row, page.list.count()) == (made[1], 3)
    page.view.delete.click()
    page.list.setCurrentRow(1 - page.list.currentRow())
    other = page.place().row
    QTest.keyClick(focus(), KEYS.Key_Z, CONTROL)
    assert {row.id for row in accuracy.rows(workspace)} == {*made} - {made[1], other}, "of what is in hand by then"


@pytest.mark.parametrize("others", [0, 2])
def test_what_was_told_and_is_deleted_is_undone_by_the_key(opened: Any, others: int) -> None:
    workspace = opened.desk.workspace
    for number in range(others):
        told.add(workspace, f"Somebody {number}")
    made = told.add(workspace, "The head of service")
    opened.press("Ctrl+Alt+J")
    page = opened.desk.page("told")
    page._show_one(made)
    page.view.delete.click()
    QTest.keyClick(focus(), KEYS.Key_Z, CONTROL)
    assert len(told.rows(workspace)) == others + 1
    assert page.place().row == made
    QTest.keyClick(focus(), KEYS.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert len(told.rows(workspace)) == others
    QTest.keyClick(focus(), KEYS.Key_Z, CONTROL)
    assert page.place().row == made


@pytest.mark.parametrize("section", ["2.1", "participation", RECOMMENDATIONS, PREVIOUS])
@pytest.mark.parametrize("away", ["another section", "locked"])
def test_what_was_deleted_last_is_offered_back_where_it_stood_whenever_one_comes_to_its_section(
    opened: Any, qtbot: QtBot, section: str, away: str
) -> None:
    """Another section, or a lock, and an hour of writing was offered nowhere."""
    opened.desk.show_page("findings")
    workspace = opened.desk.workspace
    entity = {RECOMMENDATIONS: "recommendation", PREVIOUS: "previous"}.get(section, "finding")
    gone = three(workspace, section, "The board")[1]
    findings.delete(workspace, entity, gone)
    if away == "locked":
        opened.press("Ctrl+L")
        opened.wait_for("Unlock")
        opened.unlock()
        opened.wait_for("Desk")
        opened.desk.show_page("findings")
    page: FindingsPage = opened.desk.page("findings")
    page._show_section("1.1" if section != "1.1" else "1.2")
    page._show_section(section)
    assert page.desk.sheet.offers(gone)
    item = next(texts.gone[gone] for texts in page.desk.sheet._lists if gone in texts.gone)
    assert item.restore.accessibleName().endswith("“two”")
    item.restore.click()
    qtbot.waitUntil(lambda: gone in {row.id for row in rows(opened.desk.workspace, section)})
    assert [row.text for row in rows(opened.desk.workspace, section)][-3:] == ["one", "two", "three"]


def rows(workspace: Workspace, section: str) -> list[Any]:
    if section == RECOMMENDATIONS:
        return workspace.recommendations()
    return workspace.previous() if section == PREVIOUS else [r for r in workspace.findings() if r.group == section]


def test_only_what_is_deleted_in_a_section_is_offered_there(opened: Any) -> None:
    workspace = opened.desk.workspace
    first, second = three(workspace, "2.1", "")[0], three(workspace, "2.2", "")[1]
    assert findings.deleted_last(workspace, "finding", "2.1") is None
    for text in (first, second):
        findings.delete(workspace, "finding", text)
    found = [findings.deleted_last(workspace, "finding", section) for section in ("2.1", "2.2", "2.3")]
    assert [(row.id, row.text) if row else None for row in found] == [(first, "one"), (second, "two"), None]
    workspace.editor.undo("finding", first)
    assert findings.deleted_last(workspace, "finding", "2.1") is None
