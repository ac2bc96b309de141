"""Factual accuracy in the real window: points are written down, decided, signed by somebody else, and replied to."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.panel.accuracy import Decision, PointRow
from inspector_app.core.services.fieldwork import due, week
from inspector_app.core.services.results import accuracy, findings, supporting
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.places.findings.accuracy import words
from inspector_app.ui.places.findings.accuracy.page import AccuracyPage
from tests.services.colleagues import Team

CONTROL = Qt.KeyboardModifier.ControlModifier
SAID, REASON = "Checks are made in every case.", "The log shows checks from 3 February."


@pytest.fixture
def page(opened: Any) -> AccuracyPage:
    opened.press("Ctrl+Alt+A")
    made: AccuracyPage = opened.desk.page("accuracy")
    return made


def only(workspace: Workspace) -> PointRow:
    (row,) = accuracy.rows(workspace)
    return row


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def write_down(page: AccuracyPage, text: str = SAID, on: str = "") -> str:
    click(page.add)
    QTest.keyClicks(page.adding.said.box, text)
    if on:
        choose(page.adding.on, on)
    click(page.adding.said.send)
    return page.place().row


def decide(page: AccuracyPage, reason: str = REASON) -> None:
    choose(page.view.kind, "slip")
    choose(page.view.decision, "accepted")
    QTest.keyClicks(page.view.reason.box, reason)
    assert page.flush()


def told(opened: Any) -> str:
    return "\n".join(said.words for said in opened.window.messages.said)


def test_a_text_that_a_point_can_be_on_reads_as_its_copy_does(page: AccuracyPage) -> None:
    """A box began with its sign, and a footnote stood among its words."""
    workspace = page._workspace
    text = findings.add_finding(workspace, "2.1", "narrative")
    workspace.editor.set("finding", text, "text", "One said:\n> “Never.” (mother)^[Changed.] In [=2.1.1] cases.")
    write_down(page, on=f"finding/{text}")
    click(page.add)
    assert page.adding.on.itemText(1) == "2.1: One said: “Never.” (mother) In [figure of 2.1.1] cases."
    page.adding.left.emit()
    assert "One said:\n“Never.” (mother) In 2.1.1 cases." in page.view.draft.text()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_page_says_what_it_is_where_its_head_has_room(
    page: AccuracyPage, opened: Any, qtbot: QtBot, size: tuple[int, int]
) -> None:
    opened.window.resize(*size)
    due.set_points_due(page._workspace, "2026-12-14", "")
    write_down(page)
    qtbot.settle()
    assert page._heading.isVisible()
    middles = [
        part.geometry().center().y()
        for part in (page.back, page._heading, page.came_back, page.due, page.add, page.reply)
        if part.isVisible()
    ]
    assert max(middles) - min(middles) < 4, "it is one line"


def test_with_no_point_the_page_says_what_to_do(page: AccuracyPage) -> None:
    assert "Add a point" in page.nothing.text()
    assert page.nothing.isVisible()
    below = page.nothing.y() - page.add.mapTo(page, page.add.rect().bottomLeft()).y()
    assert below < page.add.height(), "what is empty says so beside what is pressed"
    assert page.reply.isHidden()
    assert page.view.isHidden()
    about = page.nothing.about
    assert about.height() >= about.heightForWidth(about.width()), "its last line is not cut"


def test_a_point_is_written_down_and_stands_in_the_list(page: AccuracyPage, opened: Any) -> None:
    text = findings.add_finding(opened.desk.workspace, "2.1", "narrative")
    opened.desk.workspace.editor.set("finding", text, "text", "Checks were not made.")
    write_down(page, on=f"finding/{text}")
    row = only(opened.desk.workspace)
    assert (row.said, row.before, row.entity) == (SAID, "Checks were not made.", ("finding", text))
    assert page.list.item(0).text() == f"1 · No kind yet\n{SAID}\nopen"
    assert page.counted.text() == "1 point · 1 open · 0 to be signed"
    assert page.adding.isHidden()
    click(page.add)
    assert page.adding.said.box.text() == ""


def test_the_texts_to_choose_from_are_told_apart(page: AccuracyPage, opened: Any) -> None:
    """They were cut at 44 letters, and two of them read alike."""
    begin, work = "The service did not always make sure that checks were made", opened.desk.workspace
    for standard, end in (("2.1", "in custody"), ("2.1", "at home"), ("2.2", "at home")):
        work.editor.set("finding", findings.add_finding(work, standard, "narrative"), "text", f"{begin} {end}.")
    made = findings.add_recommendation(work, "The board")
    work.editor.set("recommendation", made, "text", "make sure of it")
    click(page.add)
    shown = [page.adding.on.itemText(place) for place in range(page.adding.on.count())]
    assert shown == [
        "No text in particular", f"2.1: {begin} in custody.", f"2.1: {begin} at home.", f"2.2: {begin} at home.",
        "Recommendations: make sure of it",
    ]  # fmt: skip


def test_what_is_written_is_kept_until_it_is_added(page: AccuracyPage, opened: Any) -> None:
    click(page.add)
    QTest.keyClicks(page.adding.said.box, SAID)
    click(page.adding.said.leave)
    assert accuracy.rows(opened.desk.workspace) == []
    click(page.add)
    assert page.adding.said.box.text() == SAID


def test_a_decision_without_its_reason_leaves_the_point_open_and_is_not_signed(page: AccuracyPage, opened: Any) -> None:
    write_down(page)
    decide(page, reason="")
    assert "the reason" in page.view.signing.text()
    click(page.view.sign)
    assert "It is not signed off. Still open, because this is missing: the reason." in told(opened)
    assert not only(opened.desk.workspace).decided
    assert page.list.item(0).text().endswith("open")


def test_what_is_chosen_and_typed_is_decided_and_taken_back(page: AccuracyPage, opened: Any, qtbot: QtBot) -> None:
    write_down(page)
    decide(page)
    row = only(opened.desk.workspace)
    assert (row.decided, row.decision, row.reason) == (True, Decision.ACCEPTED, REASON)
    qtbot.waitUntil(lambda: page.list.item(0).text().endswith("Accepted · to be signed"))
    assert page.counted.text() == "1 point · 0 open · 1 to be signed"
    assert page.invert("undo", "point", row.id)
    assert not only(opened.desk.workspace).decided


def test_a_decision_is_chosen_by_one_of_three_joined_buttons_of_which_none_is_pressed_before(
    page: AccuracyPage, opened: Any
) -> None:
    write_down(page)
    buttons = {button.text(): button for button in page.view.decisions.buttons.values()}
    assert [text for text, button in buttons.items() if button.isChecked()] == []
    click(buttons["Accepted in part"])
    assert only(opened.desk.workspace).decision is Decision.PARTLY
    click(buttons["Not accepted"])
    assert only(opened.desk.workspace).decision is Decision.NOT
    assert [text for text, button in buttons.items() if button.isChecked()] == ["Not accepted"]


def test_a_point_is_shown_as_it_will_stand_in_the_reply(page: AccuracyPage, qtbot: QtBot) -> None:
    write_down(page)
    card = page.view.reply
    assert (card.told.text(), card.done.text(), card.why.text()) == (SAID, "–", "–")
    decide(page)
    qtbot.waitUntil(lambda: card.why.text() == REASON)
    assert (card.number.text(), card.where.text(), card.done.text()) == ("1", "The draft", "Accepted")
    assert card.counted.text() == "1 point, decided: 1 · 0 signed by a second person"
    row = replace(page._rows[0], quoted="were not made")
    card.show_row(1, row, "2.1 Assessing", "")
    assert (card.where.text(), card.told.text()) == ("2.1 Assessing", f"On “were not made”: {SAID}")


def test_what_carries_the_text_that_a_point_is_on_stands_under_it(
    page: AccuracyPage, opened: Any, qtbot: QtBot
) -> None:
    workspace = opened.desk.workspace
    text = findings.add_finding(workspace, "2.1", "narrative")
    workspace.editor.set("finding", text, "text", "Checks were not made. Plans were.")
    write_down(page, on=f"finding/{text}")
    assert page.view.behind.text() == "Nothing is linked."
    case = workspace.case_rows()[0]
    supporting.link(workspace, text, support.of_case(case.id), "Checks were not made.")
    page._read_anew()
    assert page.view.behind.text() == f"Behind it: {case.ref}"
    assert supporting.behind(workspace, text, "Checks were") == [case.ref]


def test_one_goes_from_point_to_point_by_buttons(page: AccuracyPage) -> None:
    write_down(page, "The manager has been in post since March.")
    write_down(page)
    page.list.setCurrentRow(0)
    assert not page.view.before.isEnabled()
    click(page.view.next)
    assert page.list.currentRow() == 1
    assert not page.view.next.isEnabled()
    click(page.view.before)
    assert page.list.currentRow() == 0


def test_who_decided_cannot_sign(page: AccuracyPage, opened: Any) -> None:
    write_down(page)
    decide(page)
    click(page.view.sign)
    assert "so you cannot sign it off" in told(opened)
    assert not only(opened.desk.workspace).signed_off
    assert "somebody else signs" in page.view.signing.text()


def test_a_signature_from_another_laptop_is_shown_by_name(
    page: AccuracyPage, opened: Any, people: Team, qtbot: QtBot
) -> None:
    ben = people.colleague("Ben")
    people.exchange()
    point = write_down(page)
    decide(page)
    qtbot.waitUntil(lambda: "Who may sign: Ben." in page.view.signing.text())
    people.exchange()
    accuracy.sign(ben, point)
    people.exchange()
    qtbot.waitUntil(lambda: page.view.signing.text() == "Signed off by Ben.")
    assert page.list.item(0).text().endswith("Accepted · signed")
    assert not page.view.sign.isEnabled()


def test_the_effect_shows_the_text_then_and_now(page: AccuracyPage, opened: Any, qtbot: QtBot) -> None:
    workspace = opened.desk.workspace
    text = findings.add_finding(workspace, "2.1", "narrative")
    workspace.editor.set("finding", text, "text", "Checks were not made.")
    write_down(page, on=f"finding/{text}")
    assert "The text reads as it did." in page.view.effect.text()
    workspace.editor.set("finding", text, "text", "Checks were not made in January.")
    qtbot.waitUntil(lambda: "The text has been changed since." in page.view.effect.text())
    assert "in January" in page.view.draft.text()
    click(page.view.text)
    assert opened.desk.current == "findings"


def test_a_point_is_deleted_and_comes_back(page: AccuracyPage, opened: Any, qtbot: QtBot) -> None:
    point = write_down(page)
    click(page.view.delete)
    assert accuracy.rows(opened.desk.workspace) == []
    assert page.nothing.isVisible()
    assert page.invert("undo", "point", point)
    qtbot.waitUntil(lambda: page.list.count() == 1)
    assert only(opened.desk.workspace).said == SAID


def test_one_of_several_is_deleted_and_undo_in_its_message_brings_it_back(
    page: AccuracyPage, opened: Any, qtbot: QtBot
) -> None:
    write_down(page, "The manager has been in post since March.")
    point = write_down(page)
    click(page.view.delete)
    (left,) = accuracy.rows(opened.desk.workspace)
    assert left.id != point
    offer = page.undo_of("point", point)
    offer.act()
    qtbot.waitUntil(lambda: page.list.count() == 2)


def test_a_point_keeps_what_was_typed_when_one_goes_on_to_another(page: AccuracyPage, opened: Any) -> None:
    write_down(page, "The manager has been in post since March.")
    point = write_down(page)
    QTest.keyClicks(page.view.reason.box, REASON)
    page.list.setCurrentRow(1 - page.list.currentRow())
    assert page.view.reason.box.text() == ""
    reasons = {row.id: row.reason for row in accuracy.rows(opened.desk.workspace)}
    assert reasons.pop(point) == REASON
    assert list(reasons.values()) == [""]


def signed(page: AccuracyPage, people: Team, text: str = SAID) -> None:
    ben = people.colleague("Ben")
    people.exchange()
    point = write_down(page, text)
    decide(page)
    people.exchange()
    accuracy.sign(ben, point)
    people.exchange()


def test_there_is_no_reply_while_a_point_is_open(page: AccuracyPage, opened: Any) -> None:
    write_down(page)
    click(page.reply)
    assert "There is no reply while a point lacks" in told(opened)


def test_the_reply_is_saved(
    page: AccuracyPage, people: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    signed(page, people)
    path = tmp_path / "reply.docx"
    monkeypatch.setattr(ask, "save_file", lambda *_: path)
    click(page.reply)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not page.work.busy)
    cells = [cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells]
    assert {SAID, REASON, "Accepted"} <= set(cells)


def test_words_that_may_identify_somebody_stop_the_reply_until_they_are_let_go(
    page: AccuracyPage, people: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "reply.pdf"
    monkeypatch.setattr(ask, "save_file", lambda *_: path)
    signed(page, people, "Ring 0161 496 0000 about it.")
    click(page.reply)
    assert page.identifies.isVisible()
    page.identifies.lines.selectAll()
    QTest.keyClicks(page.identifies.reason, "It is the service's own number.")
    click(page.identifies.let_go)
    click(page.reply)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not page.work.busy)


def write_due(page: AccuracyPage, text: str) -> None:
    box = page.due.line.box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text) if text else QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_the_day_by_which_points_are_due_is_a_line_of_the_plan_and_undone_like_any_edit(
    page: AccuracyPage, opened: Any, qtbot: QtBot
) -> None:
    workspace, box = opened.desk.workspace, page.due.line.box
    assert (box.text(), page.due.left.isHidden()) == ("", True)
    write_due(page, "20/5/2026")
    assert due.dates(workspace) == (due.Due("2026-05-20", "point"),)
    assert box.text() == "20 May 2026"
    qtbot.waitUntil(lambda: "due" in page.due.left.text() or "in" in page.due.left.text())
    write_due(page, "22 May 2026")
    assert len([e for on in week.plan(workspace).events.values() for e in on if e.kind == "points"]) == 1
    for shown in ("20 May 2026", ""):
        QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
        qtbot.waitUntil(lambda shown=shown: box.text() == shown)
    assert due.dates(workspace) == ()
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: box.text() == "20 May 2026")


def test_a_due_day_that_is_no_day_is_said_and_changes_nothing_and_an_empty_box_takes_it_out(
    page: AccuracyPage, opened: Any, qtbot: QtBot
) -> None:
    workspace, line = opened.desk.workspace, page.due.line
    assert line.reason.isHidden()
    write_due(page, "31/2/2026")
    assert "day of the calendar" in line.reason.text()
    assert "write 12/3 or 12 March" in line.box.toolTip()
    assert (line.box.text(), due.dates(workspace)) == ("31/2/2026", ())
    write_due(page, "3 June 2026")
    assert line.reason.isHidden()
    write_due(page, "")
    assert due.points_due(workspace) == due.PointsDue()
    QTest.keyClick(line.box, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: line.box.text() == "3 June 2026")


@pytest.mark.parametrize("wide", [1366, 1280, 1024])
def test_the_buttons_of_the_head_stand_on_one_line_with_a_due_day_and_many_points(
    page: AccuracyPage, opened: Any, qtbot: QtBot, wide: int
) -> None:
    """*Reply document…* fell to a second row at 1366, once a day was set."""
    work = opened.desk.workspace
    for number in range(12):
        accuracy.add(work, f"Point {number}.")
    due.set_points_due(work, "2026-05-20", "")
    plan = week.plan(work)
    for day in ("2026-05-21", "2026-05-22"):
        work.editor.set("event", week.add(work, plan.days[0].code, "points due", plan), "day", day)
    opened.window.resize(wide, 768)
    qtbot.waitUntil(lambda: page.reply.isVisible() and "12 points" in page.counted.text())
    assert page.due.other.isVisible()

    def middles() -> set[int]:
        return {part.geometry().center().y() for part in (page.back, page.due, page.add, page.reply)}

    qtbot.waitUntil(lambda: max(middles()) - min(middles()) <= 1)


def test_of_two_days_on_the_week_each_can_be_shown_and_changed(page: AccuracyPage, opened: Any, qtbot: QtBot) -> None:
    workspace = opened.desk.workspace
    plan = week.plan(workspace)
    for day in ("2026-06-09", "2026-06-02"):
        made = week.add(workspace, plan.days[0].code, "points due", plan)
        workspace.editor.set("event", made, "day", day)
    qtbot.waitUntil(lambda: page.due.line.box.text() == "2 June 2026")
    assert page.due.other.text() == "1 other day"
    write_due(page, "11 June 2026")  # later than the other by now, which does not take its place
    qtbot.waitUntil(lambda: [one.day for one in due.dates(workspace)] == ["2026-06-09", "2026-06-11"])
    assert page.due.line.box.text() == "11 June 2026"
    click(page.due.other)
    assert page.due.line.box.text() == "9 June 2026"
    write_due(page, "8 June 2026")
    assert [one.day for one in due.dates(workspace)] == ["2026-06-08", "2026-06-11"]
    click(page.due.other)
    assert page.due.line.box.text() == "11 June 2026"


@pytest.mark.parametrize(
    ("day", "said"),
    [(10, "today"), (11, "tomorrow"), (14, "in 4 days"), (9, "was due yesterday"), (7, "was due 3 days ago")],
)
def test_how_far_off_a_due_day_is(day: int, said: str) -> None:
    assert words.days_left(date(2026, 3, day), date(2026, 3, 10)) == said
