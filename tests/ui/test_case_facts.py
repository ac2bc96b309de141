"""The panel of a case's facts and people, by keyboard, against a real workspace."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.fields import CASE, Kind
from inspector_app.core.services.cases import case_facts
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.note.fact_line import FactLine
from inspector_app.ui.places.case.beside.facts_view import FactsView
from inspector_app.ui.places.case.beside.interview_list import InterviewItem
from inspector_app.ui.places.case.page import CasePage
from inspector_app.ui.words.framework import type_alone

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(opened: Any) -> str:
    found = opened.desk.workspace.case_rows()[0].id
    opened.desk.open_case(found)
    return str(found)


@pytest.fixture
def page(opened: Any, case: str) -> CasePage:
    return opened.desk.page("case")  # type: ignore[no-any-return]


@pytest.fixture
def panel(opened: Any, page: CasePage) -> FactsView:
    opened.press("Ctrl+Shift+J")
    assert page.asides.facts is not None
    return page.asides.facts


@pytest.fixture
def held(opened: Any) -> Workspace:
    return opened.desk.workspace  # type: ignore[no-any-return]


def type_into(line: FactLine, text: str, then: Qt.Key | None = Qt.Key.Key_Tab) -> None:
    line.box.setFocus()
    line.box.selectAll()
    QTest.keyClicks(line.box, text)
    if then is not None:
        QTest.keyClick(line.box, then)


def add(panel: FactsView, role: str) -> InterviewItem:
    panel.interviews.adds[role].click()
    return list(panel.interviews.items.values())[-1]


def test_the_key_opens_the_panel_at_its_first_control_and_esc_goes_back_to_the_row(
    opened: Any, page: CasePage, panel: FactsView
) -> None:
    assert panel.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.asides.current == ""
    assert QApplication.focusWidget() is page.view.rows[0]


def test_letters_and_arrows_in_the_panel_answer_no_prompt(opened: Any, page: CasePage, qtbot: QtBot) -> None:
    page.view.rows[1].setFocus()
    QTest.keyClick(page.view.rows[1], Qt.Key.Key_N)  # a No without a note is worth checking
    opened.press("Ctrl+Shift+V")
    panel = page.asides.points
    assert panel is not None
    qtbot.waitUntil(lambda: bool(panel.buttons))
    panel.buttons[0].setFocus()
    for key in (Qt.Key.Key_Y, Qt.Key.Key_Down, Qt.Key.Key_Delete):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert page.view.rows[0].answer is None
    assert page.sheet.side.isAncestorOf(QApplication.focusWidget())


def test_what_is_typed_saves_itself_without_leaving_the_line(
    qtbot: QtBot, panel: FactsView, held: Workspace, case: str
) -> None:
    type_into(panel.lines["gender"], "girl", then=None)
    qtbot.waitUntil(lambda: case_facts.facts(held, case).case.gender == "girl")
    assert [row.value for row in held.history("case", case, "gender")] == ["girl"]


def test_every_fact_of_the_list_of_fields_has_a_line_that_writes_it_and_a_history(
    panel: FactsView, held: Workspace, case: str
) -> None:
    of_kind = {Kind.TEXT: "said here", Kind.NUMBER: "16", Kind.DATE: "2025-11-03"}
    facts = [f for f in CASE.fields if f.key and f.code not in ("ref", "sample", "inspector")]
    assert {code: line.findChildren(QLabel)[0].text() for code, line in panel.lines.items()} == {
        f.code: f"{f.name} in years" if f.code == "age" else f.name for f in facts
    }
    for field in facts:
        type_into(panel.lines[field.code], of_kind[field.kind])
        assert [str(row.value) for row in held.history("case", case, field.code)] == [of_kind[field.kind]]


def test_a_type_stands_as_in_every_list_and_is_kept_as_the_framework_writes_it(
    qtbot: QtBot, panel: FactsView, held: Workspace, case: str
) -> None:
    kind = held.framework.samples[0].case_types[1]
    box = panel.lines["type"].box
    type_into(panel.lines["type"], kind.capitalize(), then=None)
    qtbot.waitUntil(lambda: [row.value for row in held.history("case", case, "type")] == [kind])
    assert box.text() == kind.capitalize() != kind


def test_the_words_of_every_type_have_room_where_the_facts_stand_beside_the_prompts(
    panel: FactsView, held: Workspace
) -> None:
    box = panel.lines["type"].box
    longest = max((kind for s in held.framework.samples for kind in s.case_types), key=len)
    assert panel.lines["type"].width() > 1.5 * panel.lines["age"].width()
    assert box.fontMetrics().horizontalAdvance(longest) < panel.lines["type"].width()


def test_a_date_written_either_way_is_shown_day_first(panel: FactsView, held: Workspace, case: str) -> None:
    type_into(panel.lines["began"], "2025-11-03")
    type_into(panel.lines["ended"], "4 March 2026")
    found = case_facts.facts(held, case).case
    assert (found.began, found.ended) == (date(2025, 11, 3), date(2026, 3, 4))
    assert (panel.lines["began"].box.text(), panel.lines["ended"].box.text()) == ("3 November 2025", "4 March 2026")
    type_into(panel.lines["began"], "1/10/25")
    assert panel.lines["began"].box.text() == "1 October 2025"
    assert case_facts.facts(held, case).case.began == date(2025, 10, 1)
    type_into(panel.lines["ended"], "24/3")
    assert panel.lines["ended"].reason.text() == "It has no whole year"


def test_a_wrong_date_is_refused_in_place_with_a_sentence_and_holds_nobody_up(
    opened: Any, page: CasePage, panel: FactsView, held: Workspace, case: str
) -> None:
    line = panel.lines["began"]
    type_into(line, "31/02/2025")
    assert line.reason.is_wrong
    assert "31/02/2025" in line.box.toolTip()
    assert "Nothing was changed" in line.box.toolTip()
    assert case_facts.facts(held, case).case.began is None
    assert page.flush()
    page.do("next-case")
    assert line.box.text() == ""
    assert not line.reason.is_wrong
    page.do("previous-case")
    assert line.box.text() == "31/02/2025"
    assert line.reason.is_wrong
    type_into(line, "28/02/2025")
    assert not line.reason.is_wrong
    assert case_facts.facts(held, case).case.began == date(2025, 2, 28)


def test_a_wrong_date_put_back_to_what_it_was_is_wrong_no_longer(panel: FactsView, held: Workspace, case: str) -> None:
    line = panel.lines["began"]
    type_into(line, "x")
    line.box.clear()
    QTest.keyClick(line.box, Qt.Key.Key_Return)
    assert not line.reason.is_wrong
    assert case_facts.facts(held, case).written == {}


def test_a_case_that_began_outside_the_window_is_pointed_out_and_stays(
    panel: FactsView, held: Workspace, case: str
) -> None:
    line = panel.lines["began"]
    type_into(line, "01/01/2020")
    assert "Outside the dates of this sample" in line.reason.text()
    assert case_facts.facts(held, case).case.began == date(2020, 1, 1)
    type_into(line, "20/10/2025")
    assert line.reason.text() == ""


def test_the_reference_is_a_pseudonym_says_a_reminder_and_another_cases_is_refused(
    opened: Any, panel: FactsView, held: Workspace, case: str
) -> None:
    assert "never a name" in panel.ref._hint.text()
    type_into(panel.ref, "C02")
    assert panel.ref.reason.is_wrong
    type_into(panel.ref, "K9")
    assert held.case_row(case).ref == "K9"
    assert opened.desk.rail.words("case") == "Case K9"
    held.editor.set("case", case, "ref", "K10")  # as a colleague's package would
    assert opened.desk.rail.words("case") == "Case K10"


def test_free_texts_suggest_what_is_used_already(held: Workspace, opened: Any, page: CasePage, case: str) -> None:
    case_facts.write(held, "case", held.case_rows()[1].id, "ethnicity", "Black Caribbean")
    opened.press("Ctrl+Shift+J")
    assert page.asides.facts is not None
    box = page.asides.facts.lines["ethnicity"].box
    box.setFocus()
    QTest.keyClicks(box, "car")
    completer = box.completer()
    assert [completer.completionModel().index(0, 0).data()] == ["Black Caribbean"]


def test_a_list_of_types_stays_open_while_what_is_half_typed_is_saved(
    held: Workspace, opened: Any, page: CasePage, case: str
) -> None:
    sample = next(s for s in held.framework.samples if s.code == held.case_row(case).sample)
    other = next(s for s in held.framework.samples if s.code != sample.code)
    elsewhere = next(row for row in held.case_rows() if row.sample == sample.code and row.id != case)
    held.editor.set("case", elsewhere.id, "type", next(k for k in other.case_types if k not in sample.case_types))
    opened.press("Ctrl+Shift+J")
    assert page.asides.facts is not None
    box = page.asides.facts.lines["type"].box
    box.setFocus()
    box.clear()
    kind = type_alone(sample.case_types[0])
    QTest.keyClicks(box, kind[:3])
    popup = box.completer().popup()
    assert popup.isVisible()
    assert box.flush()
    assert held.case_row(case).type == kind[:3]
    assert popup.isVisible()
    assert box.completer().popup() is popup
    popup.hide()
    box.completer().setCompletionPrefix("")
    offered = box.completer().completionModel()
    words = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert kind in words
    assert not {type_alone(k) for k in other.case_types if k not in sample.case_types} & {*words}


def test_the_keys_of_the_page_are_not_for_scrolling_the_facts(page: CasePage, panel: FactsView) -> None:
    panel.lines["age"].box.setFocus()
    QTest.keyClick(panel.lines["age"].box, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() in page.view.rows


def test_the_sample_stays_once_something_is_answered(
    page: CasePage, panel: FactsView, held: Workspace, case: str
) -> None:
    assert panel.sample.isEnabled()
    panel.sample.setCurrentIndex(1)
    panel.sample.activated.emit(1)
    assert held.case_row(case).sample == "victims"
    assert page.questions.marks()[0].question == "V1.1"
    page.view.rows[0].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y)
    page.asides.close()
    page.do("facts")
    assert not panel.sample.isEnabled()


def test_somebody_interviewed_is_added_by_one_press_with_the_cursor_in_their_note(
    panel: FactsView, held: Workspace, case: str, qtbot: QtBot
) -> None:
    item = add(panel, "case manager")
    assert QApplication.focusWidget() is item.note.box
    qtbot.waitUntil(lambda: item.remove.visibleRegion().boundingRect() == item.remove.rect())  # all of it is in view
    QTest.keyClicks(item.note.box, "Knows her well.")
    assert item.flush()
    (row,) = case_facts.facts(held, case).interviews
    assert (row.role, row.note) == ("case manager", "Knows her well.")


def test_somebody_removed_keeps_the_place_and_comes_back(panel: FactsView, held: Workspace, case: str) -> None:
    item = add(panel, "child")
    QTest.keyClicks(item.note.box, "Was not heard.")
    item.remove.click()
    assert item.deleted
    assert case_facts.facts(held, case).interviews == ()
    item.restore.click()
    assert not item.deleted
    assert item.note.box.text() == "Was not heard."
    assert [row.note for row in case_facts.facts(held, case).interviews] == ["Was not heard."]


def test_undo_in_a_persons_note_undoes_that_and_no_answer(
    page: CasePage, panel: FactsView, held: Workspace, case: str
) -> None:
    held.editor.set("prompt", f"{case}/2.1.1/a", "answer", "yes")
    item = add(panel, "child")
    QTest.keyClicks(item.note.box, "Was not heard.")
    QTest.keyClick(item.note.box, Qt.Key.Key_Z, CONTROL)
    assert item.note.box.text() == ""
    assert page.view.rows[0].answer is not None


def test_another_case_shows_its_own_people_and_facts(page: CasePage, panel: FactsView, held: Workspace) -> None:
    type_into(panel.lines["care"], "looked after")
    add(panel, "child")
    page.do("next-case")
    assert panel.lines["care"].box.text() == ""
    assert panel.interviews.items == {}
    page.do("previous-case")
    assert panel.lines["care"].box.text() == "looked after"
    assert [item.role.box.text() for item in panel.interviews.items.values()] == ["child"]


def test_what_a_colleague_changes_shows_and_what_one_types_stays(
    page: CasePage, panel: FactsView, held: Workspace, case: str
) -> None:
    panel.lines["care"].box.setFocus()
    QTest.keyClicks(panel.lines["care"].box, "loo")
    held.editor.set("case", case, "gender", "boy")
    assert panel.lines["gender"].box.text() == "boy"
    assert panel.lines["care"].box.text() == "loo"


def test_the_panel_is_open_again_after_a_change_of_size(
    qtbot: QtBot, opened: Any, page: CasePage, panel: FactsView
) -> None:
    opened.press("Ctrl++")
    qtbot.waitUntil(lambda: opened.desk.page("case") is not page)
    page = opened.desk.page("case")
    assert page.asides.current == "facts"
    assert page.sheet.side.isVisible()


def test_the_keyboard_follows_what_comes_to_stand_in_the_place_of_the_prompts(
    opened: Any, page: CasePage, qtbot: QtBot
) -> None:
    opened.window.resize(1366, 768)
    opened.press("Ctrl+Shift+G")
    QTest.keyClick(page.sheet.view.rows[0], Qt.Key.Key_Down)
    assert page.sheet.view.rows[1].hasFocus()  # the guidance is beside them
    opened.window.change_look("light", 200)
    qtbot.waitUntil(lambda: opened.desk.page("case") is not page)
    anew = opened.desk.page("case")
    qtbot.waitUntil(lambda: anew.sheet.covered)
    assert not anew.sheet.view.isVisible()
    assert anew.asides.holds(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert anew.sheet.view.rows[1].hasFocus()


def test_opening_a_case_closes_what_stands_in_the_place_of_its_prompts(opened: Any, page: CasePage) -> None:
    opened.press("Ctrl+Shift+O")
    assert page.sheet.covered
    opened.press("Ctrl+2", "Down")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert opened.desk.current == "case"
    assert not page.sheet.covered
    assert page.sheet.view.row_of(QApplication.focusWidget()) is not None


def test_alt_and_an_arrow_read_on_with_the_next_key_question_as_one_page(opened: Any, page: CasePage) -> None:
    opened.press("Ctrl+Shift+O")
    reading = QApplication.focusWidget()
    QTest.keyClick(reading, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.sheet.side.accessibleName() == "2.1.2 as one page"
    assert reading.hasFocus()


def test_in_the_lowest_window_a_note_is_in_view_with_its_tools(opened: Any, page: CasePage, qtbot: QtBot) -> None:
    opened.window.resize(1000, 560)
    opened.window.change_look("light", 200)
    qtbot.waitUntil(lambda: opened.desk.page("case") is not page)
    anew = opened.desk.page("case")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    box, tools = anew.sheet.view.rows[0].note.box, anew.sheet.pane.tools
    qtbot.waitUntil(lambda: all(w.visibleRegion().boundingRect() == w.rect() for w in (box, tools)))
    assert anew.sheet.strip.isHidden()


def test_the_profile_counts_the_sample_and_says_whom_it_is_for(
    opened: Any, held: Workspace, case: str, qtbot: QtBot
) -> None:
    case_facts.write(held, "case", case, "gender", "girl")
    opened.press("Ctrl+Shift+Y")
    page = opened.desk.page("profile")
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert any("For the inspection team only" in text for text in texts)
    assert "Girl" in texts
    spoken = [label.accessibleName() for label in page.findChildren(QLabel)]
    assert "Gender, girl: 1, fewer than five: for the team alone" in spoken
    case_facts.write(held, "case", case, "gender", "boy")
    qtbot.waitUntil(lambda: "Boy" in [label.text() for label in page.findChildren(QLabel)])


def test_the_profile_stands_beside_the_caseload_that_is_typed_there_and_shows_how_each_part_was_judged(
    opened: Any, held: Workspace, case: str, qtbot: QtBot
) -> None:
    held.editor.set("case", case, "type", "bail")
    held.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    opened.press("Ctrl+Shift+Y")
    page = opened.desk.page("profile")
    card = page.cards["children"]
    card.given.button.click()
    QTest.keyClicks(card.given.inside.boxes["type"].box, "bail 30")
    QTest.keyClick(card.given.inside.boxes["type"].box, Qt.Key.Key_Return)
    QTest.keyClicks(card.given.inside.boxes["type"].box, "remand")
    assert page.flush()
    qtbot.waitUntil(lambda: "1 line is not counted: remand" in shown(page))
    spoken = [label.accessibleName() for label in page.findChildren(QLabel)]
    assert "Type, bail: 1, fewer than five: for the team alone; service 30 (100%)" in spoken
    assert "2.1.1, Bail: 1 Yes of 1" in spoken
    page.outside.setChecked(True)
    assert card.isHidden()  # three cases


def shown(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
