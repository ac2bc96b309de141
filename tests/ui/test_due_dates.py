"""What is due by when stands on the week board, and leads to its page."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt

from inspector_app.core.services.fieldwork import due, week
from inspector_app.core.services.results import findings
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
