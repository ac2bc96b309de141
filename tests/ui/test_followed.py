"""A page that is about what was in hand on the page before shows that, by a key as by the button that leads there."""

from itertools import permutations
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.results import accuracy
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import actions, pages
from inspector_app.ui.page import CaseAt, Destination, Item, Page
from inspector_app.ui.places.cases.settling.page import SettlePlace
from inspector_app.ui.places.evidence.list_model import Filter
from inspector_app.ui.window.desk import page_class
from tests.ui.marked_twice import CASE
from tests.ui.screens import go
from tests.ui.states import show

RATED = ("ratings", "why", "panel", "members")
OF_CASES = ("case", "cases", "questions", "second", "settle")


@pytest.fixture
def driver(in_window: Any, for_states: Workspace) -> Any:
    return in_window(for_states)


def be_on(driver: Any, code: str, at: Destination) -> Page:
    """That page, by no way of its own, with this in hand."""
    driver.desk.show_page("find")
    driver.desk.show_page(code)
    page: Page = driver.desk.page(code)
    page.arrive(at)
    return page


def in_hand(page: Page) -> Destination | None:
    """What it is about, whichever key question or prompt of it."""
    return CaseAt(page.at.case) if isinstance(page.at, CaseAt) else page.at


def test_a_page_that_is_about_what_another_has_in_hand_follows_it() -> None:
    """Who makes a page with something in hand, or one that follows, is asked here whether the others lead there."""
    has = {code for code in pages.CODES if page_class(code).at is not Page.at}
    follow = {code for code in pages.CODES if page_class(code).follow is not Page.follow}
    assert has == {*RATED, *OF_CASES, "returned"} - {"cases"}
    assert follow == {*RATED, *OF_CASES, "accuracy"} - {"case"}  # the case one assesses is changed in the list alone


@pytest.mark.parametrize(("left", "wanted"), [*permutations(RATED, 2)])
def test_a_standard_is_kept_from_page_to_page_by_its_key(driver: Any, left: str, wanted: str) -> None:
    be_on(driver, wanted, Item("rating", "2.1"))
    be_on(driver, left, Item("rating", "2.3"))
    driver.press(actions.keys(wanted))
    assert (driver.desk.current, in_hand(driver.desk.in_view)) == (wanted, Item("rating", "2.3"))


def test_what_is_in_hand_of_the_same_standard_stays_in_hand(driver: Any) -> None:
    driver.window.resize(1920, 1080)  # key questions stand below one another
    page = be_on(driver, "ratings", Item("rating", "2.2.2"))
    driver.press(actions.keys("why"))
    driver.press(actions.keys("ratings"))
    assert page.table.list.line.question == "2.2.2"  # type: ignore[attr-defined]


def test_the_overall_rating_is_explained_where_the_panel_has_it_in_view_and_no_standard_is_lost_for_it(
    driver: Any,
) -> None:
    ratings = be_on(driver, "ratings", Item("rating", "2.2"))
    be_on(driver, "panel", Item("rating", "overall"))
    driver.press(actions.keys("why"))
    assert driver.desk.in_view.at == Item("rating", "overall")
    driver.press(actions.keys("ratings"))
    assert ratings.at == Item("rating", "2.2")


@pytest.mark.parametrize("left", ["case", "questions"])
@pytest.mark.parametrize("wanted", ["second", "settle"])
def test_a_case_that_is_marked_twice_is_compared_and_settled_from_where_it_is_in_hand(
    driver: Any, left: str, wanted: str
) -> None:
    held = driver.desk.workspace
    twice, other = held.case_id(CASE), held.case_id("C01")
    be_on(driver, wanted, CaseAt(twice if wanted == "settle" else other))
    be_on(driver, left, CaseAt(twice, "2.1.1"))
    if left == "questions":
        driver.desk.page(left).view.go_to(twice, "2.1.1")
    driver.press(actions.keys(wanted))
    assert in_hand(driver.desk.in_view) == CaseAt(twice)


@pytest.mark.parametrize("wanted", ["second", "settle"])
def test_a_case_that_is_not_marked_twice_leaves_the_page_as_it_was(driver: Any, wanted: str) -> None:
    held = driver.desk.workspace
    be_on(driver, wanted, CaseAt(held.case_id(CASE)))
    be_on(driver, "case", CaseAt(held.case_id("C01"), "2.1.1"))
    driver.press(actions.keys(wanted))
    assert in_hand(driver.desk.in_view) == CaseAt(held.case_id(CASE))


def test_a_case_that_is_in_no_row_leaves_the_case_by_key_question_that_was_in_hand(driver: Any) -> None:
    """It moved on to the first case where the key question alone was there."""
    page = be_on(driver, "questions", CaseAt(driver.desk.workspace.case_id("C01"), "2.1.1"))
    *_, last = (row.line.case.id for row in page.table.rows if row.line)  # type: ignore[attr-defined]
    page.view.go_to(last, "2.1.2")  # type: ignore[attr-defined]
    page.follow(CaseAt("0" * 32, "2.1.1"))
    assert isinstance(page.at, CaseAt)
    assert (page.at.case, page.at.question) == (last, "2.1.2")


def test_what_all_second_markings_lead_to_is_settled_by_the_key_as_by_the_button(driver: Any) -> None:
    page = be_on(driver, "second", CaseAt(""))
    by_button = driver.desk.page("settle")
    page.settle.click()  # type: ignore[attr-defined]
    settled = in_hand(by_button)
    be_on(driver, "second", CaseAt(""))
    driver.press(actions.keys("settle"))
    assert in_hand(driver.desk.in_view) == settled != CaseAt("")


def test_the_item_that_one_settles_is_compared_case_by_case(driver: Any) -> None:
    be_on(driver, "case", CaseAt(driver.desk.workspace.case_id("C01"), "2.3.1", "a"))
    page = be_on(driver, "settle", CaseAt(driver.desk.workspace.case_id(CASE)))
    page.return_to(SettlePlace(driver.desk.workspace.case_id(CASE), "2.1.1/c"))
    driver.press(actions.keys("compare"))
    shown = driver.desk.in_view.place()
    assert (shown.question, shown.prompt) == ("2.1.1", "c")


@pytest.mark.parametrize("left", ["ratings", "panel"])
def test_what_makes_a_rating_is_compared_case_by_case_from_the_panel_by_the_key_as_by_the_button(
    driver: Any, left: str
) -> None:
    be_on(driver, "case", CaseAt(driver.desk.workspace.case_id("C01"), "2.3.1", "a"))
    page = be_on(driver, left, Item("rating", "2.2"))
    lowest = page.asked
    driver.press(actions.keys("compare"))
    shown = driver.desk.in_view.place()
    assert lowest is not None
    assert (shown.question, shown.prompt) == (lowest.question, None)
    assert shown.question.startswith("2.2.")


def test_a_concern_that_is_raised_while_one_settles_is_about_that_case(driver: Any) -> None:
    be_on(driver, "settle", CaseAt(driver.desk.workspace.case_id(CASE)))
    driver.press(actions.keys("raise-concern"))
    begun_here = driver.desk.in_view.place().concern
    (begun,) = (row for row in concerns.rows(driver.desk.workspace, begun_here) if row.id == begun_here)
    assert begun.case == driver.desk.workspace.case_id(CASE)


def test_a_comment_that_was_kept_as_a_point_is_found_on_the_page_of_points(driver: Any, qtbot: QtBot) -> None:
    show(driver, "accuracy: a point", qtbot)
    show(driver, "returned: differences", qtbot)
    page = driver.desk.page("returned")
    page.list.setCurrentRow(0)
    page.view.point.click()
    point = accuracy.id_of(driver.desk.workspace, page.here)
    assert page.at == Item("point", point)
    driver.press(actions.keys("accuracy"))
    assert driver.desk.page("accuracy").place().row == point


@pytest.mark.parametrize(("standard", "shown"), [("V1", "V1"), ("2.1", "")])
def test_the_evidence_on_the_standard_before_the_panel_is_one_press_away(
    driver: Any, standard: str, shown: str
) -> None:
    """No source bears on a standard that cases make: then all of them are shown."""
    evidence = driver.desk.page("evidence")
    evidence.head.set_filter(Filter(text="nothing is called so"))
    page = driver.desk.page("panel")
    driver.desk.show_page("panel")
    page.subject = standard
    page.standard.ways["evidence"].click()
    assert driver.desk.in_view is evidence
    assert evidence.head.filter() == Filter(standard=shown)
    assert evidence.list.model().rowCount() > 0


def test_pages_that_are_about_nothing_in_hand_are_as_they_were_left(driver: Any, qtbot: QtBot) -> None:
    show(driver, "told: changed since", qtbot)
    told = driver.desk.page("told").place()
    be_on(driver, "ratings", Item("rating", "2.3"))
    driver.press(actions.keys("told"))
    assert driver.desk.page("told").place() == told
    go(driver, "earlier", qtbot)
    assert driver.desk.current == "earlier"
