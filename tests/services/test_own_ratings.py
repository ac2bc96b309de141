"""Members' own ratings before the panel: on nobody's laptop but the chair's can they be read before the chair opens them."""

from base64 import b64decode
from collections.abc import Callable

import pytest

from inspector_app.core.crypto import parcel
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.panel import own_ratings as domain
from inspector_app.core.domain.panel.own_ratings import OwnRating, Said, Seat, Whose
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.results import own_ratings
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Did, Team

pytestmark = pytest.mark.usefixtures("no_backups")

REASON = "Nine of twelve plans name the child's own goals."


def refused(act: Callable[[], object]) -> Code:
    with pytest.raises(Expected) as caught:
        act()
    return caught.value.code


def row(workspace: Workspace, person: str, standard: str = "2.1") -> OwnRating:
    return next(row for row in own_ratings.rows(workspace, standard) if row.person == person)


def seated(people: Team) -> None:
    ben, cai = people.colleague("Ben"), people.colleague("Cai")
    people.exchange()
    for workspace, seat in ((people.lead, Seat.MEMBER), (ben, Seat.CHAIR), (cai, Seat.MEMBER)):
        own_ratings.seat(people.lead, workspace.me, seat)
    people.exchange()


@pytest.fixture
def panel(after: Callable[[Did], Team]) -> Team:
    """The lead, who seats everybody; Ben and Cai, of whom Ben chairs."""
    return after(seated)


def test_what_a_member_gave_is_read_on_no_laptop_but_theirs_and_the_chairs(panel: Team) -> None:
    lead, ben, cai = panel.workspaces
    own_ratings.give(cai, "2.1", "Good", REASON)
    panel.exchange()
    for workspace in panel.workspaces:
        assert (row(workspace, cai.me).given != "", row(workspace, cai.me).opened) == (True, None)
        assert row(workspace, lead.me).given == ""
    held = str(lead.editor.held("own_rating", f"2.1/{cai.me}", "sealed").value)
    sealed = b64decode(held.partition("\n")[2])
    with pytest.raises(parcel.NotForMeError):
        parcel.open_mine(lead.laptop.keyring.sealing_key, sealed)
    assert b"Good" in parcel.open_mine(ben.laptop.keyring.sealing_key, sealed)
    assert own_ratings.mine(cai, "2.1") == Said("Good", REASON)
    assert own_ratings.mine(lead, "2.1") is None


def test_the_length_of_what_is_sealed_says_nothing_of_rating_and_reason(panel: Team) -> None:
    lengths = set()
    for rating, reason in (("Good", "x"), ("Requires improvement", REASON * 40)):
        own_ratings.give(panel.lead, "2.1", rating, reason)
        lengths.add(len(str(panel.lead.editor.held("own_rating", f"2.1/{panel.lead.me}", "sealed").value)))
    assert max(lengths) - min(lengths) < 500  # age itself adds some that mean nothing


def test_the_chair_opens_them_once_their_own_is_in_and_everybody_reads_who_opened_what_and_when(panel: Team) -> None:
    lead, ben, cai = panel.workspaces
    own_ratings.give(cai, "2.1", "Good", REASON)
    own_ratings.give(lead, "2.1", None, "", "My sister works there.")
    panel.exchange()
    assert refused(lambda: own_ratings.open_all(lead, "2.1")) is Code.PANEL_NOT_CHAIR
    assert refused(lambda: own_ratings.open_all(ben, "2.1")) is Code.PANEL_OWN_FIRST
    own_ratings.give(ben, "2.1", "Requires improvement", "Reviews are late.")
    assert own_ratings.open_all(ben, "2.1") == 3
    panel.exchange()
    for workspace in panel.workspaces:
        assert row(workspace, cai.me).opened == Said("Good", REASON)
        assert row(workspace, ben.me).opened == Said("Requires improvement", "Reviews are late.")
        assert row(workspace, lead.me).opened == Said("", "")
        assert row(workspace, lead.me).interest == "My sister works there."
        assert {of.opened_by for of in own_ratings.rows(workspace, "2.1")} == {ben.me}
        assert not any(of.opened for of in own_ratings.rows(workspace, "2.2"))
    assert refused(lambda: own_ratings.give(lead, "2.1", "Good", "Late")) is Code.PANEL_OPENED


def test_nobody_can_open_another_rating_than_the_one_that_was_sealed(panel: Team) -> None:
    lead, ben, cai = panel.workspaces
    own_ratings.give(cai, "2.1", "Good", REASON)
    panel.exchange()
    item = f"2.1/{cai.me}"
    forged = domain.written(Whose(ben.id, "2.1", cai.me), Said("Inadequate", "x"), "00")
    ben.editor.do(item, [Edit("own_rating", EntityId(item), "opened", forged)])
    ben.editor.do(item, [Edit("own_rating", EntityId(item), "digest", domain.digest(forged))])
    panel.exchange()
    for workspace in (lead, ben, cai):
        assert row(workspace, cai.me).opened is None
        assert row(workspace, cai.me).given, "what Cai sealed is hers still"
    own_ratings.give(ben, "2.1", "Good", REASON)
    assert own_ratings.open_all(ben, "2.1") == 2
    panel.exchange()
    assert row(lead, cai.me).opened == Said("Good", REASON)


def test_a_rating_given_anew_after_the_opening_is_told_from_the_one_that_was_opened(panel: Team) -> None:
    lead, ben, cai = panel.workspaces
    own_ratings.give(cai, "2.1", "Good", REASON)
    own_ratings.give(ben, "2.1", "Good", REASON)
    panel.exchange()
    own_ratings.open_all(ben, "2.1")
    own_ratings.give(cai, "2.1", "Outstanding", "I thought again.")  # has not heard of the opening
    panel.exchange()
    assert (row(lead, cai.me).opened, row(lead, cai.me).again) == (Said("Good", REASON), True)
    assert own_ratings.open_all(ben, "2.1") == 1
    assert (row(ben, cai.me).opened, row(ben, cai.me).again) == (Said("Outstanding", "I thought again."), False)


def test_an_opening_is_not_taken_back(panel: Team) -> None:
    ben = panel.workspaces[1]
    own_ratings.give(ben, "2.1", "Good", REASON)
    own_ratings.open_all(ben, "2.1")
    ben.editor.undo("own_rating", f"2.1/{ben.me}")  # what was given last
    assert own_ratings.is_open(ben, "2.1")


def test_only_the_leads_word_seats_and_a_new_chair_has_the_seat_alone(panel: Team) -> None:
    lead, ben, cai = panel.workspaces
    assert refused(lambda: own_ratings.seat(cai, cai.me, Seat.CHAIR)) is Code.NOT_THE_LEAD
    cai.editor.do(cai.me, [Edit("seat", EntityId(cai.me), "seat", "chair")])  # past the service
    panel.exchange()
    assert own_ratings.chair(lead) != cai.me
    own_ratings.seat(lead, cai.me, Seat.CHAIR)
    assert own_ratings.seats(lead) == {lead.me: Seat.MEMBER, ben.me: Seat.MEMBER, cai.me: Seat.CHAIR}


@pytest.mark.parametrize(
    ("rating", "reason", "interest"), [("Good", " ", ""), (None, "", ""), ("Splendid", REASON, "")]
)
def test_a_rating_has_a_reason_or_an_interest_and_is_one_of_the_framework(
    panel: Team, rating: str | None, reason: str, interest: str
) -> None:
    act = lambda: own_ratings.give(panel.lead, "2.1", rating, reason, interest)  # noqa: E731
    assert refused(act) is Code.VALUE_INVALID


def test_without_a_seat_or_a_chair_nothing_is_given(people: Team) -> None:
    lead = people.lead
    assert refused(lambda: own_ratings.give(lead, "2.1", "Good", REASON)) is Code.PANEL_NOT_MEMBER
    own_ratings.seat(lead, lead.me, Seat.MEMBER)
    assert refused(lambda: own_ratings.give(lead, "2.1", "Good", REASON)) is Code.PANEL_NO_CHAIR
