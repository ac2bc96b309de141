"""The Findings page on a real workspace: writing, ordering, deleting and bringing back, figures, owners, marking."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.draft import recommending
from inspector_app.core.domain.framework import Numbering
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.shown.share_rows import Share
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.places.findings.figures.prompt_tallies import PromptTallies
from inspector_app.ui.places.findings.page import FindingsPage
from inspector_app.ui.places.findings.section_list import PREVIOUS, RECOMMENDATIONS, SAID
from inspector_app.ui.places.findings.side import CARRIED, FIGURES, GAPS, SUMMARIES, UNUSED
from inspector_app.ui.places.findings.texts import beside_text
from inspector_app.ui.places.findings.texts.text_list import TextList
from tests.ui.conftest import Spoken

KEYS = Qt.Key


@pytest.fixture
def show(alone: Any) -> Callable[[Workspace], FindingsPage]:
    return partial(alone, FindingsPage)


@pytest.fixture
def page(workspace: Workspace, show: Callable[[Workspace], FindingsPage]) -> FindingsPage:
    found = show(workspace)
    choose(found, "2.1")
    return found


@pytest.fixture
def sample(trafford: Workspace, show: Callable[[Workspace], FindingsPage]) -> FindingsPage:
    return show(trafford)


def choose(page: FindingsPage, section: str) -> None:
    refs = [*page.desk.sections._titles]
    page.desk.sections.setCurrentRow(refs.index(section))


def lists(page: FindingsPage) -> dict[str, TextList]:
    """The lists of texts now shown, by their heading or owner."""
    found = page.desk.findChildren(TextList)
    return {t.owner.text() if t.owner else t._heading.text(): t for t in found if not t.isHidden()}


def texts(shown: TextList) -> list[str]:
    return [item.note.box.text() for item in shown.items.values()]


def write(qtbot: QtBot, shown: TextList, *words: str) -> None:
    for said in words:
        shown.add.click()
        box = list(shown.items.values())[-1].note.box
        qtbot.waitUntil(box.hasFocus)
        qtbot.keyClicks(box, said)


def test_enter_on_a_section_goes_on_to_its_texts(qtbot: QtBot, page: FindingsPage) -> None:
    page.desk.sections.setFocus()
    QTest.keyClick(page.desk.sections, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is lists(page)["Narrative"].add
    write(qtbot, lists(page)["Narrative"], "Clear plans")
    page.desk.sections.setFocus()
    QTest.keyClick(page.desk.sections, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is next(iter(lists(page)["Narrative"].items.values())).note.box


def test_a_strength_is_added_with_the_cursor_in_it_and_is_on_disk_within_a_second(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage
) -> None:
    strengths = lists(page)["Strengths"]
    write(qtbot, strengths, "Clear plans")
    box = next(iter(strengths.items.values())).note.box
    qtbot.waitUntil(lambda: not box.unsaved)
    (row,) = workspace.findings()
    assert (row.group, row.kind, row.text) == ("2.1", "strength", "Clear plans")
    qtbot.waitUntil(lambda: page.desk.sections.currentItem().data(SAID) == "2 words")


def test_a_sentence_just_written_is_counted_among_those_without_evidence(qtbot: QtBot, page: FindingsPage) -> None:
    strengths = lists(page)["Strengths"]
    page.desk.side.open(GAPS)
    write(qtbot, strengths, "They plan well. They review well.")
    qtbot.waitUntil(lambda: page.desk._carried.text().startswith("0 of 2 "))
    assert page.desk.side.gaps.lines.count() == 2
    write(qtbot, strengths, "They listen.")
    qtbot.waitUntil(lambda: page.desk._carried.text().startswith("0 of 3 "))


def test_the_column_beside_the_sections_has_words_of_each_and_no_other_number(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage
) -> None:
    """Under words stood how many recommendations there are."""
    sections = page.desk.sections
    for section, add, entity in (
        (RECOMMENDATIONS, findings.add_recommendation, "recommendation"), (PREVIOUS, findings.add_previous, "previous"),
    ):  # fmt: skip
        for text in ("train everybody", "and the board too"):
            workspace.editor.set(entity, add(workspace, "The board"), "text", text)
        choose(page, section)
        assert sections.currentItem().data(SAID) == "6 words"
        box = page.desk.sheet.items()[0].note.box
        box.setFocus()
        qtbot.keyClicks(box, "now ")
        qtbot.waitUntil(lambda: sections.currentItem().data(SAID) == "7 words")


def test_moving_up_changes_the_order_on_disk_and_one_undo_changes_it_back(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage
) -> None:
    narrative = lists(page)["Narrative"]
    write(qtbot, narrative, "one", "two", "three")
    last = list(narrative.items.values())[-1]
    tools = page.desk.bar._tools
    assert not tools["text-down"].isEnabled()
    tools["text-up"].click()
    assert [r.text for r in workspace.findings()] == ["one", "three", "two"]
    assert last.note.box.hasFocus()
    tools["text-up"].click()
    assert [r.text for r in workspace.findings()] == ["three", "one", "two"]
    assert (tools["text-up"].isEnabled(), tools["text-down"].isEnabled()) == (False, True)
    qtbot.keyClick(last.note.box, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [r.text for r in workspace.findings()] == ["one", "three", "two"]


@pytest.mark.parametrize("code", ["bold", "list", "figure", "text-up", "text-delete"])
def test_no_tool_is_for_a_text_that_was_deleted(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage, told: Spoken, code: str
) -> None:
    """Its box, which is seen no more, got the cursor: whatever was typed next went into a text that is not there."""
    write(qtbot, lists(page)["Narrative"], "one", "two")
    page.flush()
    *_, last = workspace.findings()
    tools = page.desk.bar._tools
    tools["text-delete"].click()
    assert page.desk.sheet.last_box is None, "nor is a figure, or evidence"
    tools[code].click()
    assert told.last.startswith("Put the cursor in a text first")
    now = QApplication.focusWidget()
    assert now is not None
    assert now.isVisible()
    QTest.keyClicks(now, "ghost")
    page.flush()
    assert workspace.editor.held("finding", last.id, "text").value is None
    tools["undo"].click()
    assert [row.text for row in workspace.findings()] == ["one", "two"]


def test_a_text_of_a_section_that_was_left_is_not_in_hand(sample: FindingsPage) -> None:
    """The cursor went from text to text as they went, and the last of them was in hand when it was gone."""
    for section in ("background", "1.3", "background"):
        for item in sample.desk.sheet.items()[2:3]:
            sample.desk.sheet.enter_words(item.row.id)
        choose(sample, section)
        assert sample.desk.sheet.last_box is None


def test_texts_that_share_a_position_can_be_moved(
    workspace: Workspace, show: Callable[[Workspace], FindingsPage]
) -> None:
    for said in ("a", "b", "c"):
        made = EntityId(new_id())
        values = {"standard": "2.1", "kind": "strength", "text": said, "position": 7}
        workspace.editor.do(made, [Edit("finding", made, f, v) for f, v in values.items()])
    page = show(workspace)
    before = texts(lists(page)["Strengths"])
    first = next(iter(lists(page)["Strengths"].items.values()))
    page.desk.sheet.enter_words(first.row.id)
    page.desk.bar._tools["text-down"].click()
    assert [r.text for r in workspace.findings()] == [before[1], before[0], before[2]]


def test_a_deleted_text_is_offered_back_in_its_place(qtbot: QtBot, workspace: Workspace, page: FindingsPage) -> None:
    strengths = lists(page)["Strengths"]
    write(qtbot, strengths, "one", "two", "three")
    second = list(strengths.items.values())[1]
    second.note.box.setFocus()
    page.desk.bar._tools["text-delete"].click()
    assert [r.text for r in workspace.findings()] == ["one", "three"]
    assert second.deleted
    qtbot.waitUntil(second.restore.hasFocus)
    qtbot.keyClick(second.restore, KEYS.Key_Return)
    assert [r.text for r in workspace.findings()] == ["one", "two", "three"]
    assert second.note.box.text() == "two"
    qtbot.waitUntil(second.note.box.hasFocus)


def test_a_figure_is_put_at_the_cursor_by_keyboard_as_what_it_is_of(qtbot: QtBot, sample: FindingsPage) -> None:
    choose(sample, "2.1")
    box = next(iter(lists(sample)["Strengths"].items.values())).note.box
    before = box.text()
    cursor = box.textCursor()
    cursor.setPosition(0)
    box.setTextCursor(cursor)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, KEYS.Key_I, Qt.KeyboardModifier.ControlModifier)
    first = sample.desk.figures.buttons["2.1.1"]
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, KEYS.Key_Down)
    qtbot.keyClick(sample.desk.figures.buttons["2.1.2"], KEYS.Key_Return)
    assert box.text() == "[=2.1.2]" + before
    assert box.highlighter.figures["2.1.2"] == "9 of 15 (60%)"
    qtbot.waitUntil(box.hasFocus)


def with_figure(page: FindingsPage) -> NoteBox:
    choose(page, "2.1")
    box = next(iter(lists(page)["Strengths"].items.values())).note.box
    box.setPlainText("In [=2.1.2] cases.")
    box.setFocus()
    page.desk.sheet._last = box
    return box


def test_a_live_figure_is_as_wide_as_what_it_says_and_taken_away_whole(qtbot: QtBot, sample: FindingsPage) -> None:
    box = with_figure(sample)
    layout = box.document().firstBlock().layout()
    line = layout.lineAt(0)
    left, right = (line.cursorToX(at)[0] for at in (3, 11))
    assert abs(right - left - box.fontMetrics().horizontalAdvance("9 of 15 (60%)")) < 14
    cursor = box.textCursor()
    cursor.setPosition(11)
    box.setTextCursor(cursor)
    qtbot.keyClick(box, KEYS.Key_Backspace)
    assert box.text() == "In  cases."


def test_a_frozen_figure_is_as_wide_as_its_words_and_is_one_word(sample: FindingsPage) -> None:
    """It stood in the text with its reason, between signs, and the reason was counted."""
    box = with_figure(sample)
    written = sample.desk.sheet.words()
    box.setPlainText("In [=2.1.2|9 of 15 (60%)|as the panel saw it] cases.")
    line = box.document().firstBlock().layout().lineAt(0)
    left, right = (line.cursorToX(at)[0] for at in (3, len(box.toPlainText()) - 7))
    assert abs(right - left - box.fontMetrics().horizontalAdvance("9 of 15 (60%)")) < 14
    assert sample.desk.sheet.words() == written
    assert live_figures.words(box.text()) == 3


def test_a_long_text_is_as_high_as_its_words_and_the_line_one_writes_stays_in_view(
    qtbot: QtBot, sample: FindingsPage
) -> None:
    """From fifteen lines it scrolled by itself inside a page that scrolls, and its first lines were out of sight."""
    box = with_figure(sample)
    box.moveCursor(QTextCursor.MoveOperation.End)
    for number in range(60):
        box.insertPlainText(f"\nLine {number}.")
        qtbot.settle()
        seen = box.cursorRect().center()
        room = sample.desk.sheet._scroll.viewport()
        assert room.rect().contains(box.viewport().mapTo(room, seen)), number
    assert box.verticalScrollBar().maximum() == 0
    assert box.height() > room.height()
    before = sample.desk.sheet._scroll.verticalScrollBar().value()
    qtbot.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=box.cursorRect().center() - QPoint(0, 100))
    assert sample.desk.sheet._scroll.verticalScrollBar().value() == before


def test_another_section_begins_at_its_top_though_one_wrote_at_the_foot_of_the_last(
    qtbot: QtBot, sample: FindingsPage
) -> None:
    """It stood as far down as the box that went with the section before: Qt knows that box as the one to go back to."""
    choose(sample, "2.3")
    box = list(sample.desk.sheet.items())[-1].note.box
    box.setFocus()
    qtbot.settle()
    assert sample.desk.sheet.scroll_value() > 0
    sample.desk.sections.setFocus()
    choose(sample, "2.1")
    qtbot.settle()
    assert sample.desk.sheet.scroll_value() == 0


def test_from_the_list_over_a_draft_one_comes_to_the_words_that_it_is_about(sample: FindingsPage) -> None:
    box = with_figure(sample)
    box.setPlainText("It was seen. 🙂 It was in 14 of 15 cases.")
    assert sample.flush()
    choose(sample, "2.2")
    sample._show_text("finding", box.objectName(), "14 of 15 cases")
    here = sample.desk.sheet.last_box
    assert here is not None
    assert (here.objectName(), here.textCursor().selectedText()) == (box.objectName(), "14 of 15 cases")
    sample._show_text("finding", box.objectName(), "words that went")
    assert sample.desk.sheet.last_box is not None


def test_letters_lead_to_the_section_that_begins_with_them(qtbot: QtBot, sample: FindingsPage, told: Spoken) -> None:
    sections = sample.desk.sections
    sections.setFocus()
    qtbot.keyClicks(sections, "back")
    assert (told.all, sections.currentItem().text()) == ([], "Background")


def test_a_figure_is_frozen_with_a_reason_and_follows_the_data_again(
    qtbot: QtBot, sample: FindingsPage, told: Spoken
) -> None:
    box, pane = with_figure(sample), sample.desk.figures
    assert not any(part.isEnabled() for part in (pane.freeze, pane.reason, pane.follow))
    cursor = box.textCursor()
    cursor.setPosition(5)
    box.setTextCursor(cursor)
    assert (pane.freeze.isEnabled(), pane.follow.isEnabled()) == (True, False)
    pane.freeze.click()
    assert told.last == "A figure is frozen with a reason; write it first."
    pane.reason.setText("as the panel saw it")
    pane.freeze.click()
    assert box.text() == "In [=2.1.2|9 of 15 (60%)|as the panel saw it] cases."
    assert sample.flush()
    box.moveCursor(QTextCursor.MoveOperation.End)
    cursor = box.textCursor()
    cursor.setPosition(5)
    box.setTextCursor(cursor)
    assert pane.reason.text() == "as the panel saw it", "why it is frozen is read where that was written"
    pane.follow.click()
    assert box.text() == "In [=2.1.2] cases."
    assert pane.reason.text() == ""
    pane.reason.setText("as they")
    sample.desk.sheet.cursor_moved.emit()
    assert pane.reason.text() == "as they", "what is being written stays"


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_what_is_done_with_the_figure_in_hand_is_in_sight_beside_the_evidence(
    qtbot: QtBot, sample: FindingsPage, size: tuple[int, int]
) -> None:
    """It lay below the fold of the figures, over the pane of the evidence."""
    window = sample.window()
    window.resize(*size)
    sample.desk.section_chosen.emit("2.1")
    box, pane = with_figure(sample), sample.desk.figures
    sample.desk.side.open("carried")
    cursor = box.textCursor()
    cursor.setPosition(5)
    box.setTextCursor(cursor)
    qtbot.settle()
    for part in (pane.reason, pane.freeze, pane.form):
        assert part.visibleRegion().boundingRect() == part.rect(), part.text()
    assert not next(iter(pane.buttons.values())).visibleRegion().isEmpty(), "the figures keep some room"
    box.moveCursor(QTextCursor.MoveOperation.End)
    assert pane.freeze.isHidden() or not pane.freeze.isVisible()


_PLACED = (QAbstractButton, QTabBar, QComboBox, QLineEdit, QListView)


def placed(page: FindingsPage) -> dict[str, tuple[int, ...]]:
    """Where everything stands that one presses or writes in."""
    parts = [part for kind in _PLACED for part in page.desk.findChildren(kind) if part.isVisible()]
    return {
        f"{part.accessibleName()} {id(part)}": QRect(part.mapTo(page, QPoint()), part.size()).getRect()
        for part in parts
    }


def moved(places: list[dict[str, tuple[int, ...]]]) -> list[str]:
    there = set.intersection(*map(set, places))
    assert len(there) > 10
    return sorted(key for key in there if len({place[key] for place in places}) > 1)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1920, 1080), (1024, 640)])
@pytest.mark.parametrize("pane", ["figures", "carried", "gaps"])
def test_nothing_beside_the_texts_moves_as_the_cursor_goes_through_one(
    qtbot: QtBot, sample: FindingsPage, size: tuple[int, int], pane: str
) -> None:
    """What is done with a figure pushed the tabs below it as the cursor came to one."""
    sample.window().resize(*size)
    sample.desk.section_chosen.emit("2.1")
    box = with_figure(sample)
    box.setPlainText(f"It was seen. {box.text()} It is so.")
    sample.desk.side.open(pane)
    places = []
    for at in range(0, box.document().characterCount(), 3):
        cursor = box.textCursor()
        cursor.setPosition(at)
        box.setTextCursor(cursor)
        qtbot.settle()
        places.append(placed(sample))
    assert moved(places) == []


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1920, 1080), (1024, 640)])
def test_nothing_beside_the_texts_moves_as_one_first_goes_into_a_text(
    qtbot: QtBot, sample: FindingsPage, size: tuple[int, int]
) -> None:
    """What can be linked came below the tabs with the first sentence, and took room from what stands over them."""
    sample.window().resize(*size)
    sample.desk.section_chosen.emit("2.1")
    qtbot.settle()
    places = [placed(sample)]
    box, about = next(iter(lists(sample)["Narrative"].items.values())).note.box, sample.desk.side.carried.about
    box.setFocus()
    for at in range(0, box.document().characterCount(), 90):
        cursor = box.textCursor()
        cursor.setPosition(at)
        box.setTextCursor(cursor)
        qtbot.waitUntil(lambda: about.text() in box.text())  # the sentence at the cursor
        qtbot.settle()
        places.append(placed(sample))
    assert moved(places) == []


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1920, 1080), (1024, 640)])
def test_no_tab_beside_the_texts_moves_the_others(qtbot: QtBot, sample: FindingsPage, size: tuple[int, int]) -> None:
    """Whoever pressed one and then the next pressed what had come to stand there."""
    sample.window().resize(*size)
    sample.desk.section_chosen.emit("2.1")
    side, places = sample.desk.side, []
    for pane in (FIGURES, CARRIED, SUMMARIES, GAPS, UNUSED):
        side.open(pane)
        qtbot.settle()
        places.append(placed(sample))
    assert moved(places) == []


def test_what_is_being_made_stands_at_the_head_before_there_are_pages(qtbot: QtBot, sample: FindingsPage) -> None:
    """The bar began in the middle of nothing, and went to the head with the first page."""
    sample._stack.setCurrentWidget(sample.preview)
    qtbot.settle()
    preview = sample.preview
    assert not preview.view.isVisible()
    assert preview._standing.geometry().top() - preview.back.geometry().bottom() < 40
    assert preview._standing.height() < 60


def test_from_the_pages_of_a_draft_one_goes_back_to_where_one_wrote(qtbot: QtBot, sample: FindingsPage) -> None:
    """The keyboard was in the list of sections, and what one went on to type went nowhere."""
    box = with_figure(sample)
    box.moveCursor(QTextCursor.MoveOperation.End)
    sample.do("draft")
    qtbot.waitUntil(lambda: not sample.preview.working)
    assert not box.hasFocus()
    sample.preview.left.emit()
    assert box.hasFocus()
    assert box.textCursor().atEnd()


def test_a_figure_is_frozen_from_the_keyboard(qtbot: QtBot, sample: FindingsPage, told: Spoken) -> None:
    """Where the reason is written lay below the fold, and no key and no words of the palette led there."""
    box, pane = with_figure(sample), sample.desk.figures
    sample.do("freeze")
    assert told.last == "Put the cursor at a figure in a text first."
    assert box.hasFocus()
    cursor = box.textCursor()
    cursor.setPosition(5)
    box.setTextCursor(cursor)
    sample.do("freeze")
    assert pane.reason.hasFocus()
    assert not pane.reason.visibleRegion().isEmpty()
    qtbot.keyClicks(pane.reason, "as the panel saw it")
    qtbot.keyClick(pane.reason, KEYS.Key_Return)
    assert box.text() == "In [=2.1.2|9 of 15 (60%)|as the panel saw it] cases."


def test_a_figure_is_said_in_three_forms_and_goes_with_the_words_behind_it(
    qtbot: QtBot, sample: FindingsPage, told: Spoken
) -> None:
    """“In 9 of 15 (60%) of cases” was printed."""
    box, pane = with_figure(sample), sample.desk.figures
    assert not pane.form.isEnabled()
    seen = []
    for _ in range(3):
        cursor = box.textCursor()
        cursor.setPosition(5)
        box.setTextCursor(cursor)
        pane.form.click()
        seen.append((box.text(), sample.desk.in_words(box.text())))
    assert seen == [
        ("In [=2.1.2 percent] cases.", "In 60% cases."),
        ("In [=2.1.2 count] cases.", "In 9 of 15 cases."),
        ("In [=2.1.2] cases.", "In 9 of 15 (60%) cases."),
    ]
    box.setPlainText("Met in  of cases.")
    cursor = box.textCursor()
    cursor.setPosition(7)
    box.setTextCursor(cursor)
    sample.desk.figures.buttons["2.1.2"].click()
    assert box.text() == "Met in [=2.1.2 percent] of cases."


def test_what_is_undone_beside_a_figure_is_told_as_it_reads(qtbot: QtBot, sample: FindingsPage, told: Spoken) -> None:
    """The raw “[=2.1.2]” was shown, and a figure that had not gone was said to be there again."""
    box, pane = with_figure(sample), sample.desk.figures
    box.flush()
    box.end_session()

    def undo() -> str:
        box.flush()
        sample.do("undo")
        return str(told.last)

    def to(place: int) -> None:
        cursor = box.textCursor()
        cursor.setPosition(place)
        box.setTextCursor(cursor)

    to(5)
    pane.form.click()
    assert undo() == "Undone: “9 of 15 (60%)” is there again instead of: “60%”"
    to(5)
    pane.reason.setText("as the panel saw it")
    pane.freeze.click()
    assert undo() == "Undone: whether a figure follows the data"
    to(11)
    qtbot.keyClick(box, KEYS.Key_Backspace)
    assert undo() == "Undone: deleted “9 of 15 (60%)”"
    assert "[=" not in "".join(map(str, told.all)) if hasattr(told, "all") else True


def test_a_figure_that_follows_the_data_is_told_of(sample: FindingsPage, trafford: Workspace, told: Spoken) -> None:
    box = with_figure(sample)
    assert sample.flush()
    judged = next(j for j in trafford.inspection().judgements if j.question == "2.1.2" and j.answer is Answer.YES)
    trafford.editor.set("judgement", EntityId(f"{judged.case}/2.1.2"), "answer", Answer.NO.value)
    assert told.last == "Figures in the texts that follow the data have changed. 2.1.2 is now: 8 of 15 (53%)"
    assert box.highlighter.figures["2.1.2"] == "8 of 15 (53%)"
    assert box.text() == "In [=2.1.2] cases."


def test_a_figure_without_a_text_says_what_to_do(sample: FindingsPage, told: Spoken) -> None:
    choose(sample, "2.2")
    sample.desk.figures.buttons["2.2.1"].click()
    assert told.last == "Put the cursor in a text first; the figure goes there."
    next(iter(lists(sample)["Narrative"].items.values())).note.box.setFocus()


def test_recommendations_stand_under_their_owner_and_renaming_one_changes_all(
    qtbot: QtBot, sample: FindingsPage
) -> None:
    workspace = sample._workspace
    choose(sample, RECOMMENDATIONS)
    owners = list(dict.fromkeys(r.group for r in workspace.recommendations()))
    assert list(lists(sample)) == owners
    shown = lists(sample)[owners[0]]
    ids = {row.id for row in shown.rows}
    assert shown.owner is not None
    shown.owner.setFocus()
    qtbot.keyClick(shown.owner, KEYS.Key_End)
    qtbot.keyClicks(shown.owner, " board")
    assert sample.flush()
    assert {r.id for r in workspace.recommendations() if r.group == f"{owners[0]} board"} == ids


def test_the_section_one_is_on_stays_in_view_in_a_smaller_window(qtbot: QtBot, page: FindingsPage) -> None:
    sections = page.desk.sections
    sections.setCurrentRow(sections.count() - 1)
    sections.setMaximumHeight(100)
    qtbot.waitUntil(lambda: sections.height() <= 100)
    shown = sections.viewport().rect()
    qtbot.waitUntil(lambda: shown.contains(sections.visualItemRect(sections.currentItem()).center()))


def test_a_new_owner_is_named_first_and_then_written_to(qtbot: QtBot, workspace: Workspace, page: FindingsPage) -> None:
    choose(page, RECOMMENDATIONS)
    page.desk.sheet.add_owner.click()
    shown = lists(page)[""]
    assert shown.owner is not None
    qtbot.waitUntil(shown.owner.hasFocus)
    qtbot.keyClicks(shown.owner, "The board")
    box = next(iter(shown.items.values())).note.box
    assert box.placeholderText() == "What should be done"  # it has no edge before one is in it
    box.setFocus()
    qtbot.keyClicks(box, "act")
    assert page.flush()
    (row,) = workspace.recommendations()
    assert (row.group, row.text) == ("The board", "act")


def test_the_only_text_of_an_owner_comes_back_under_that_owner(workspace: Workspace, page: FindingsPage) -> None:
    choose(page, RECOMMENDATIONS)
    page.desk.sheet.add_owner.click()
    (shown,) = page.desk.sheet._lists
    item = next(iter(shown.items.values()))
    page.desk.sheet.enter_words(item.row.id)
    page.do("text-delete")
    assert workspace.recommendations() == []
    item.restore.click()
    assert page.desk.sheet._lists == [shown]
    assert (list(shown.items.values()), shown.gone) == ([item], {})


def test_the_marking_is_saved_while_it_is_typed(qtbot: QtBot, workspace: Workspace, page: FindingsPage) -> None:
    page.desk.marking.setFocus()
    qtbot.keyClicks(page.desk.marking, "OFFICIAL")
    qtbot.waitUntil(lambda: workspace.inspection().marking == "OFFICIAL")


def test_a_text_that_cannot_be_saved_keeps_its_section_in_view(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(qtbot, lists(page)["Narrative"], "first")
    assert page.flush()
    box = next(iter(lists(page)["Narrative"].items.values())).note.box

    def full(*_: object, **__: object) -> None:
        raise Expected(Code.DISK_FULL, where="here")

    with monkeypatch.context() as patched:
        patched.setattr(workspace.editor, "set", full)
        qtbot.keyClicks(box, " more")
        choose(page, "2.2")
        assert page.place().section == "2.1"
        assert box.text() == "first more"
    assert page.flush()
    choose(page, "2.2")
    assert page.place().section == "2.2"
    assert workspace.findings()[0].text == "first more"


def test_undo_belongs_to_the_text_that_has_the_focus(qtbot: QtBot, workspace: Workspace, page: FindingsPage) -> None:
    narrative = lists(page)["Narrative"]
    write(qtbot, narrative, "one", "two")
    assert page.flush()
    first = next(iter(narrative.items.values())).note.box
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(narrative) == ["", "two"]
    qtbot.keyClick(first, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert texts(narrative) == ["one", "two"]


def test_one_undo_takes_back_all_that_was_typed_in_one_go_saved_or_not(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage
) -> None:
    narrative = lists(page)["Narrative"]
    write(qtbot, narrative, "first ")
    box = next(iter(narrative.items.values())).note.box
    qtbot.waitUntil(lambda: not box.unsaved)
    qtbot.keyClicks(box, "then this")
    assert box.unsaved
    qtbot.keyClick(box, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [row.text for row in workspace.findings()] == [""]
    assert box.text() == ""
    qtbot.keyClicks(box, "anew")
    assert page.flush()
    qtbot.keyClick(box, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [row.text for row in workspace.findings()] == [""], "what is typed after an undo is a step of its own"


def test_what_somebody_else_writes_appears_without_touching_the_box_one_types_in(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage
) -> None:
    narrative = lists(page)["Narrative"]
    write(qtbot, narrative, "mine")
    box = next(iter(narrative.items.values())).note.box
    other = EntityId(new_id())
    values = {"standard": "2.1", "kind": "narrative", "text": "theirs", "position": 99}
    workspace.editor.do(other, [Edit("finding", other, f, v) for f, v in values.items()])
    assert texts(narrative) == ["mine", "theirs"]
    assert box.hasFocus()


def test_the_page_comes_back_with_the_cursor_where_it_was(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage, show: Callable[[Workspace], FindingsPage]
) -> None:
    choose(page, "2.3")
    write(qtbot, lists(page)["Strengths"], "abcdef")
    box = next(iter(lists(page)["Strengths"].items.values())).note.box
    qtbot.keyClick(box, KEYS.Key_Left)
    assert page.flush()
    place = page.place()
    other = show(workspace)
    other.return_to(place)
    again = next(iter(lists(other)["Strengths"].items.values())).note.box
    qtbot.waitUntil(again.hasFocus)
    assert again.textCursor().position() == 5


def test_every_control_has_a_name(sample: FindingsPage) -> None:
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QPlainTextEdit)
    for section in ("2.1", RECOMMENDATIONS):
        choose(sample, section)
        controls = [c for kind in kinds for c in sample.desk.findChildren(kind) if c.isVisibleTo(sample)]
        assert [c for c in controls if not (c.accessibleName() or getattr(c, "text", str)())] == []
        assert len(controls) > 10


def test_a_marking_that_cannot_be_saved_is_said_once_and_kept(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Expected] = []
    page.failed.connect(said.append)

    def full(*_: object, **__: object) -> None:
        raise Expected(Code.DISK_FULL, where="here")

    with monkeypatch.context() as patched:
        patched.setattr(workspace.editor, "set", full)
        page.desk.marking.setFocus()
        qtbot.keyClicks(page.desk.marking, "OFF")
        assert not page.flush()
        assert not page.flush()
    assert [error.code for error in said] == [Code.DISK_FULL]
    assert page.flush()
    assert workspace.inspection().marking == "OFF"


def test_no_line_of_a_text_runs_out_of_its_box(qtbot: QtBot, sample: FindingsPage) -> None:
    for section in ("2.1", RECOMMENDATIONS):
        choose(sample, section)
        qtbot.settle()
        for shown in lists(sample).values():
            for item in shown.items.values():
                layout = item.note.box.document().firstBlock().layout()
                widest = max(layout.lineAt(i).width() for i in range(layout.lineCount()))
                assert widest <= item.note.box.viewport().width()


# what is inspected


def sections(page: FindingsPage) -> list[str]:
    """The sections that can be chosen."""
    held = page.desk.sections
    return [ref for place, ref in enumerate(held._titles) if not held.item(place).isHidden()]


def test_the_sections_are_those_of_the_report_with_the_standards_that_are_inspected(
    workspace: Workspace, show: Callable[[Workspace], FindingsPage]
) -> None:
    page = show(workspace)
    assert sections(page) == [
        "foreword", RECOMMENDATIONS, "previous", "background", "2.1", "2.2", "2.3", "V1", "participation",
        "equity-diversity-inclusion", "references",
    ]  # fmt: skip
    assert page._section == "2.1"
    setting_up.set_return(workspace, date(2026, 4, 20), date(2026, 4, 24))
    assert sections(page)[4:8] == ["1.1", "1.2", "1.3", "2.1"]
    findings.add_finding(workspace, "1.2", "strength")
    setting_up.set_return(workspace, None, None)
    assert sections(page)[4:6] == ["1.2", "2.1"]  # what somebody wrote stays


@pytest.mark.parametrize(("framework", "first"), [("iyjs-2025", "1.1"), ("yos-2018", "1.1"), ("fji-2014", "T1")])
def test_other_frameworks_begin_with_their_first_standard(
    framework: str, first: str, make_workspace: Callable[..., Workspace], show: Callable[[Workspace], FindingsPage]
) -> None:
    assert show(make_workspace("Other", framework))._section == first


def test_a_section_of_the_report_shows_what_is_drafted_and_takes_paragraphs_with_every_figure(
    qtbot: QtBot, trafford: Workspace, sample: FindingsPage
) -> None:
    choose(sample, "foreword")
    assert "Overall, Trafford YJS was rated as ‘Requires improvement’." in sample.desk.sheet.drafted.text()
    assert list(lists(sample)) == ["Narrative"]
    assert len(sample.desk.figures.buttons) == 7
    write(qtbot, lists(sample)["Narrative"], "Leaders were committed.")
    assert sample.flush()
    row = max((row for row in trafford.findings() if row.group == "foreword"), key=lambda row: row.position)
    assert (row.kind, row.text) == ("narrative", "Leaders were committed.")
    choose(sample, "2.1")
    assert sample.desk.sheet.drafted.isHidden()
    assert list(lists(sample)) == ["Narrative", "Strengths", "Areas for improvement"]


@pytest.mark.parametrize("width", [1366, 1190, 700])
def test_nothing_that_can_be_pressed_lies_on_anything_else_while_one_writes(
    qtbot: QtBot, page: FindingsPage, width: int
) -> None:
    page.window().resize(width, 760)
    write(qtbot, lists(page)["Strengths"], "They plan well.", "They review well.")
    buttons = [button for button in page.desk.bar.buttons if button.isVisible()]
    assert len(buttons) == 11  # bold, list, up, down, delete, figure, strength, area, recommendation, undo, redo
    qtbot.settle()
    assert not [pair for pair in combinations(buttons, 2) if _shared(*pair)]


def _shared(one: QWidget, other: QWidget) -> bool:
    return QRect(one.mapToGlobal(QPoint()), one.size()).intersects(QRect(other.mapToGlobal(QPoint()), other.size()))


@pytest.mark.parametrize("numbered", list(Numbering))
def test_recommendations_stand_with_the_number_that_the_draft_prints(
    sample: FindingsPage, trafford: Workspace, numbered: Numbering
) -> None:
    sheet, framework = sample.desk.sheet, trafford.framework
    assert framework.recommendations is not None
    sheet._framework = replace(framework, recommendations=replace(framework.recommendations, numbered=numbered))
    choose(sample, RECOMMENDATIONS)
    rows = trafford.recommendations()
    printed = recommending.numbers(sheet._framework, [row.group for row in rows])
    wanted = {row.id: f"{number}." if number else "" for row, number in zip(rows, printed, strict=True)}
    assert {item.row.id: item.number.text() for item in sheet.items()} == wanted
    assert any(wanted.values()) == (numbered is not Numbering.NONE)


def test_how_a_prompt_was_answered_has_its_words_in_the_tip_and_for_who_hears_it(qtbot: QtBot) -> None:
    held = QWidget()
    tallies = PromptTallies(held)
    tallies.show_shares({"2.1.1": [Share("a", 1, 2, "Does assessing analyse the context?"), Share("b", 0, 0)]})
    (said,) = [label for label in tallies.findChildren(QLabel) if label.accessibleName() == "a: 1 of 2"]
    assert said.toolTip() == said.accessibleDescription() == "Does assessing analyse the context?"


def test_what_stands_beside_a_recommendation_stands_in_one_line(opened: Any, qtbot: QtBot) -> None:
    """ "By" was in smaller letters than "Priority" beside it, and its box higher by three pixels."""
    beside = beside_text.BESIDE["recommendation"]()
    beside.setStyleSheet(opened.window.styleSheet())
    qtbot.addWidget(beside)
    beside.resize(700, 80)
    beside.say_rests("nothing yet", "it")
    beside.show()
    boxes = [beside.box, beside.line.box, beside.rests]
    tops = {box.mapTo(beside, box.rect().topLeft()).y() for box in boxes}
    labels = {label.font().pixelSize() for label in beside.findChildren(QLabel) if label.isVisible() and label.text()}
    assert (len(tops), len(labels)) == (1, 1), (tops, labels)


@pytest.mark.parametrize(
    ("text", "said", "selected"),
    [
        ("It was so in 11 of 15 cases, and in 1 of 15 cases not.", "1 of 15 cases", "1 of 15 cases"),
        ("Of these,  14 of\n15 cases were so.", "14 of 15 cases", "14 of\n15 cases"),
        ("In [=2.1.2] of cases it was so.", "9 of 15 (60%) of", "[=2.1.2] of"),
        ("In [=2.1.2|3 of 15 (20%)|as seen] it was so.", "3 of 15 (20%)", "[=2.1.2|3 of 15 (20%)|as seen]"),
        ("We saw [=9.9.9] there.", "[=9.9.9]", "[=9.9.9]"),
        ("One.\n- It was done well ^[a source] by all of them.", "It was done well by all", "It was done well"),
    ],
)  # fmt: skip
def test_a_line_over_the_draft_leads_to_its_words_however_they_are_typed(
    qtbot: QtBot, sample: FindingsPage, text: str, said: str, selected: str
) -> None:
    """The cursor went to the beginning of the paragraph where a figure stood in the words, or a line ended in them."""
    box = with_figure(sample)
    box.setPlainText(text)
    assert sample.flush()
    sample._show_text("finding", box.objectName(), said)
    assert box.textCursor().selectedText().replace("\u2029", "\n") == selected
    assert box.hasFocus()


@pytest.mark.parametrize("section", [RECOMMENDATIONS, PREVIOUS])
def test_who_comes_from_another_section_adds_an_owner(qtbot: QtBot, sample: FindingsPage, section: str) -> None:
    """The box that one wrote in there was gone, and was asked whether it has the cursor: nothing came."""
    box = with_figure(sample)
    qtbot.waitUntil(box.hasFocus)
    choose(sample, section)
    qtbot.waitUntil(lambda: not isValid(box))
    before = len(lists(sample))
    sample.desk.sheet.add_owner.click()
    qtbot.waitUntil(lambda: len(sample.desk.sheet._lists) == before + 1)


@pytest.mark.parametrize(
    ("section", "add"), [(RECOMMENDATIONS, findings.add_recommendation), (PREVIOUS, findings.add_previous)]
)
def test_another_owner_is_added_below_those_that_are_there(
    qtbot: QtBot, workspace: Workspace, page: FindingsPage, section: str, add: Callable[[Workspace, str], str]
) -> None:
    """The button stood above all of them, and what it added came at the end. An empty text was not seen."""
    for owner in ("The board", "The service"):
        add(workspace, owner)
    choose(page, section)
    sheet = page.desk.sheet
    first, second = sheet._lists
    qtbot.waitUntil(lambda: first.pos().y() < second.pos().y() < sheet._owners.pos().y())
    assert all(item.note.box.placeholderText() for item in sheet.items())
