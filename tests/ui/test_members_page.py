"""Before the panel, in the real window: seats, a sealed rating, the opening, and what the service was told."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from inspector_app.core.domain.panel.own_ratings import Said, Seat
from inspector_app.core.services.results import own_ratings, told
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.ratings.members.page import MembersPage
from inspector_app.ui.places.ratings.told.page import ToldPage
from tests.services.colleagues import Team

REASON = "Nine of twelve plans name the child's own goals."


@pytest.fixture
def page(opened: Any) -> MembersPage:
    opened.press("Ctrl+Alt+M")
    made: MembersPage = opened.desk.page("members")
    return made


def choose(page: MembersPage, person: str, seat: str) -> None:
    choice = page.seats.choices[person]
    choice.setCurrentIndex(choice.findData(seat))
    choice.chosen.emit(seat)


def write(page: MembersPage, rating: str, reason: str) -> None:
    page.own.words.buttons[rating].click()
    page.own.reason.box.setPlainText(reason)


def seal(page: MembersPage, standard: str = "2.1") -> Workspace:
    """The person of the window chairs, and seals a rating."""
    workspace = page._workspace
    choose(page, workspace.me, "chair")
    page.return_to(standard)
    write(page, "Good", REASON)
    page.own.give.click()
    return workspace


def test_an_interest_is_had_on_another_standard_by_one_press_and_never_by_itself(page: MembersPage) -> None:
    choose(page, page._workspace.me, "chair")
    page.return_to("2.1")
    assert page.own._interest.same.isHidden(), "there is none anywhere"
    page.own.interest.setText("A former colleague leads the service.")
    page.return_to("2.3")
    assert page.own.interest.text() == ""
    assert page.own._interest.same.text() == "The same as on: 2.1"
    assert page.own._interest.same.toolTip() == "2.1: A former colleague leads the service."
    page.own._interest.same.click()
    page.return_to("2.1")
    page.return_to("2.3")
    assert page.own.interest.text() == "A former colleague leads the service."


def test_what_is_written_is_a_draft_until_it_is_sealed_and_none_after(opened: Any, page: MembersPage) -> None:
    workspace = opened.desk.workspace
    choose(page, workspace.me, "chair")
    page.return_to("2.1")
    write(page, "Good", REASON)
    page.return_to("2.2")
    assert (page.own.words.word, page.own.reason.box.text()) == (None, "")
    page.return_to("2.1")
    assert (page.own.words.word, page.own.reason.box.text()) == ("Good", REASON)
    assert own_ratings.mine(workspace, "2.1") is None
    page.own.give.click()
    assert own_ratings.mine(workspace, "2.1") == Said("Good", REASON)
    assert "Yours is sealed." in page.own.state.text()
    assert "1 of 1 in" in page.list.item(page.list.currentRow()).text()


def test_a_rating_without_a_reason_is_refused_and_stays_in_its_boxes(opened: Any, page: MembersPage) -> None:
    choose(page, opened.desk.workspace.me, "chair")
    page.return_to("2.1")
    page.own.words.buttons["Good"].click()
    page.own.give.click()
    assert own_ratings.mine(opened.desk.workspace, "2.1") is None
    assert page.own.words.word == "Good"


def test_a_colleagues_rating_shows_that_it_is_in_and_what_it_is_once_the_chair_opened_it(
    page: MembersPage, people: Team
) -> None:
    workspace = seal(page)
    ben = people.colleague("Ben")
    people.exchange()
    own_ratings.seat(workspace, ben.me, Seat.MEMBER)
    people.exchange()
    own_ratings.give(ben, "2.1", "Inadequate", "Reviews are late.", "My sister works there.")
    people.exchange()
    QApplication.processEvents()
    said = page.own.others.text()
    assert "Ben: sealed" in said
    assert "My sister works there." in said
    assert "Inadequate" not in said
    assert "Reviews are late." not in said
    page.own.open_all.click()
    assert "Ben: Inadequate\nReviews are late." in page.own.others.text()
    assert "Opened by" in page.own.opened.text()
    assert not page.own.give.isVisible()
    assert not page.invert("undo", "own_rating", f"2.1/{workspace.me}"), "what others have seen is not taken back"
    assert own_ratings.mine(workspace, "2.1")


def test_only_the_lead_can_choose_seats_and_who_has_none_cannot_write(
    page: MembersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.return_to("")
    assert all(choice.isEnabled() for choice in page.seats.choices.values())
    monkeypatch.setattr("inspector_app.core.services.people.roles_given.leads", lambda _: False)
    page.return_to("2.1")
    page.return_to("")
    assert not any(choice.isEnabled() for choice in page.seats.choices.values())
    page.return_to("2.1")
    assert page.own.writing.isHidden()
    assert "Nobody sits at the panel yet" in page.own.state.text()


def test_what_was_told_is_noted_with_its_day_and_explained_and_deleted(opened: Any) -> None:
    opened.press("Ctrl+Alt+J")
    page: ToldPage = opened.desk.page("told")
    workspace = opened.desk.workspace
    page.add.click()
    page.adding.whom.setText("The head of service")
    page.adding.day.setText("31/2/2026")
    page.adding.said.send.click()
    assert told.rows(workspace) == []
    page.adding.day.setText("13/3/2026")
    page.adding.said.box.setPlainText("Feedback on Friday.")
    page.adding.said.send.click()
    (row,) = told.rows(workspace)
    assert (row.day, row.whom, row.said) == ("2026-03-13", "The head of service", "Feedback on Friday.")
    assert page.view.changed.text() == "The ratings are still those that the service was told."
    assert page.view.why.isHidden(), "nobody asks why nothing changed"
    assert page.list.hasFocus()
    workspace.editor.set("rating", "1.1", "rating", "Good")
    QApplication.processEvents()
    assert "1.1: no rating → Good" in page.view.changed.text()
    assert page.counted.text() == "1 entry · 1 to explain"
    assert page.view.why.isVisible()
    page.view.why.box.setPlainText("The board's minutes came in.")
    assert page.flush()
    assert told.rows(workspace)[0].why == "The board's minutes came in."
    page.view.delete.click()
    assert told.rows(workspace) == []
    assert page.invert("undo", "told", row.id)
    assert [of.id for of in told.rows(workspace)] == [row.id]


def test_panel_mode_leads_to_both(opened: Any) -> None:
    opened.press("F11")
    page = opened.desk.page("panel")
    page.show_subject("2.2")
    page.standard.ways["members"].click()
    assert (opened.desk.current, opened.desk.page("members").subject) == ("members", "2.2")
    opened.press("F11")
    opened.desk.page("panel").standard.ways["told"].click()
    assert opened.desk.current == "told"


def test_only_what_this_inspection_rates_is_given(page: MembersPage) -> None:
    """Organisation is rated on a return visit alone, and none is planned; that people sit at the panel changes nothing."""
    choose(page, page._workspace.me, "chair")
    shown = [page.list.item(n).text().split()[0] for n in range(page.list.count()) if not page.list.item(n).isHidden()]
    assert shown == ["Who", "2.1", "2.2", "2.3", "V1"]


def test_a_name_stands_nearer_to_its_own_box_than_to_the_one_before(opened: Any, page: MembersPage) -> None:
    choose(page, opened.desk.workspace.me, "chair")
    page.return_to("2.1")
    QApplication.processEvents()
    names = {label.text(): label for label in page.own.writing.findChildren(QLabel)}
    before, own = page.own.words, page.own.reason
    name = names["Your reason"].geometry()
    assert name.top() - before.geometry().bottom() > own.y() - name.bottom()
