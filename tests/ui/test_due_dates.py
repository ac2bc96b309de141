"""What is due by when stands on the week board, and leads to its page."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt

from inspector_app.core.domain.days import typed as typed_day
from inspector_app.core.domain.days import when
from inspector_app.core.errors import Expected
from inspector_app.core.services.fieldwork import due, evidence, setting_up, week
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.page import Item
from inspector_app.ui.places.concerns import told_line
from inspector_app.ui.places.week.due_card import DueCard
from inspector_app.ui.places.week.page import WeekPage
from tests.ui.team import press, type_in


def opened_board(opened: Any) -> WeekPage:
    opened.press("Ctrl+1")
    page = opened.desk.page("week")
    assert isinstance(page, WeekPage)
    page.add()
    return page


def buttons(card: DueCard) -> list[Any]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # of the lines that were there before
    return card.stops


def rows(card: DueCard) -> list[str]:
    return [button.accessibleName() for button in buttons(card)]


def test_points_on_factual_accuracy_that_are_due_are_an_event_with_the_way_to_their_page(opened: Any) -> None:
    page = opened_board(opened)
    assert page.board.due.isHidden()
    type_in("Points due back from the service")
    press(Qt.Key.Key_Return)
    (event,) = (e for on in week.plan(page._workspace).events.values() for e in on)
    assert event.kind == "points"
    page._workspace.editor.set("event", event.id, "day", "2026-04-07")  # weeks after the fieldwork
    assert rows(page.board.due) == ["Open: The service’s points on factual accuracy, was due 7 April 2026"]
    buttons(page.board.due)[0].click()
    assert opened.desk.current == "accuracy"


def test_deadlines_of_recommendations_stand_by_their_day_and_lead_to_the_first(opened: Any) -> None:
    page = opened_board(opened)
    far, work = QDate.currentDate().addYears(1).toString(Qt.DateFormat.ISODate), page._workspace
    first, second, third = (findings.add_recommendation(work, "the partnership") for _ in range(3))
    for made, day in ((first, far), (second, far), (third, "2026-01-05")):
        work.editor.set("recommendation", made, "due", day)
    assert due.dates(work) == (
        due.Due("2026-01-05", "recommendation", third), due.Due(far, "recommendation", first, 2),
    )  # fmt: skip
    late, soon = buttons(page.board.due)
    assert ("1 recommendation, was due" in late.accessibleName(), "2 recommendations, due" in soon.accessibleName()) == (
        True, True,
    )  # fmt: skip
    soon.click()
    assert opened.desk.current == "findings"
    assert opened.desk.page("findings").desk.sheet.item_in_hand().row.id == first


def test_without_a_date_there_is_no_card(opened: Any) -> None:
    page = opened_board(opened)
    made = findings.add_recommendation(page._workspace, "the partnership")
    page._workspace.editor.set("recommendation", made, "due", "2026-01-05")
    assert not page.board.due.isHidden()
    page._workspace.editor.set("recommendation", made, "due", None)
    assert page.board.due.isHidden()


def test_a_deadline_without_its_year_lies_ahead_and_what_was_seen_or_told_behind(opened: Any, qtbot: Any) -> None:
    """“30 Sept” on 30 November was read into the past."""
    work, today = opened.desk.workspace, date.today()
    near = today - timedelta(days=40), today + timedelta(days=40)
    before, after = (day.replace(day=min(day.day, 28)) for day in near)  # each year has it
    setting_up.set_fieldwork(work, today - timedelta(days=94), today - timedelta(days=90))  # lately
    for day, year in ((before, before.year + 1), (after, after.year)):
        made = findings.add_recommendation(work, "the partnership")
        opened.desk.show_page("findings")
        opened.desk.page("findings").arrive(Item("recommendation", made))
        line = opened.desk.page("findings").desk.sheet.item_in_hand().beside.line.box
        line.setFocus()
        qtbot.keyClicks(line, when.day_of_year(day))
        assert line.leave()
        stored = {row.id: row.due for row in work.recommendations()}[made]
        assert stored == day.replace(year=year).isoformat()
        assert line.text() == when.day(day.replace(year=year))
        told_on = typed_day.day(when.day_of_year(day), today, last=today)
        assert told_on == (day if day <= today else day.replace(year=day.year - 1)).isoformat()
        assert told_line._read_day(when.day_of_year(day)) == told_on
        assert evidence.source_day(work, when.day_of_year(day)) == told_on


def test_the_day_for_points_is_not_before_the_fieldwork_is_over_and_may_have_gone_by(opened: Any) -> None:
    work, today = opened.desk.workspace, date.today()
    end = work.inspection().end
    day_before = end - timedelta(days=1)
    assert due.deadline_of(work, when.day_of_year(day_before)) != day_before.isoformat()
    if today > end + timedelta(days=3):
        assert (
            due.deadline_of(work, when.day_of_year(today - timedelta(days=2)))
            == (today - timedelta(days=2)).isoformat()
        )
    assert due.deadline_of(work, "") is None


def deadline(opened: Any, item: str) -> LineBox:
    """The box of a recommendation's deadline, with the keyboard in it."""
    opened.desk.show_page("findings")
    opened.desk.page("findings").arrive(Item("recommendation", item))
    shown = next(one for one in opened.desk.page("findings").desk.sheet.items() if one.row.id == item)
    shown.beside.line.box.setFocus()
    shown.beside.line.box.selectAll()
    return shown.beside.line.box


def due_of(work: Workspace, item: str) -> object:
    return work.editor.held("recommendation", item, "due").value


def test_a_deadline_in_words_stays_as_it_was_typed_and_what_was_due_stays_too(opened: Any, qtbot: Any) -> None:
    """It was refused, and another day stood there once one came back; half of it was taken for a day on the way."""
    work = opened.desk.workspace
    item = findings.add_recommendation(work, "the board")
    work.editor.set("recommendation", item, "text", "Do it.")
    box = deadline(opened, item)
    type_in("2 May, or within three months")
    qtbot.waitUntil(lambda: drafts.of_kind(work, "due") == {item: "2 May, or within three months"})
    assert due_of(work, item) is None, "2 May was half of it"
    press(Qt.Key.Key_Return)
    assert box.text() == "2 May, or within three months"
    assert (
        "it is not a day or a month; write a day such as 31 March or a month such as March, or say it in the recommendation"
        in box.toolTip()
    )
    for section in ("2.1", "recommendations"):
        opened.desk.page("findings").desk.section_chosen.emit(section)
    box = deadline(opened, item)
    assert (box.text(), due_of(work, item)) == ("2 May, or within three months", None)
    assert "not a day" in box.toolTip()
    type_in("by the end of March 2031")
    press(Qt.Key.Key_Return)
    assert (box.text(), due_of(work, item), drafts.of_kind(work, "due")) == ("31 March 2031", "2031-03-31", {})


def test_what_can_be_read_as_a_day_or_month_is_a_deadline(workspace: Workspace) -> None:
    said = {
        "March 2031": "2031-03-31", "by March 2031": "2031-03-31", "by the end of March 2031": "2031-03-31",
        "end of 3/2031": "2031-03-31", "By 31 March 2031": "2031-03-31", "no later than 1/4/2031": "2031-04-01",
        "until 1 April 2031": "2031-04-01",
    }  # fmt: skip
    assert {text: due.deadline_of(workspace, text) for text in said} == said
    for no_day in ("within three months", "by", "the end of", "immediately", "spring 2031"):
        with pytest.raises(Expected, match="value-invalid"):
            due.deadline_of(workspace, no_day)
    assert due.deadline_of(workspace, "") is None
