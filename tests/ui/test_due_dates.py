"""What is due by when stands on the week board, and leads to its page."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt

from inspector_app.core.domain.days import typed as typed_day
from inspector_app.core.domain.days import when
from inspector_app.core.services.fieldwork import due, evidence, week
from inspector_app.core.services.results import findings
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
    before, after = today - timedelta(days=40), today + timedelta(days=40)
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
        if after > work.inspection().end:
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
