"""Who says what somebody is: the lead, on their own line. A card's role is a claim, which is shown and gives no rights."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.domain import roles
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import allocation, removing, reviews, sharing
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.people import membership, roles_given, standing, team
from inspector_app.core.services.profile import identity
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.trust.hostile import PASSPHRASE, Three, heads, log, made, sound, take, value

pytestmark = pytest.mark.usefixtures("no_backups")

CLAIMS = ("Lead inspector", "lead", "LEAD", "Quality lead", "Head of quality assurance")


class Joiner:
    """Somebody new, whose card says of them what they like."""

    def __init__(self, three: Three, claim: str, name: str = "Gil") -> None:
        self.three, self.laptop = three, Laptop(three.folder / f"{name}-{claim}")
        self.laptop.create_identity(name, claim, PASSPHRASE)
        self.path = three.folder / f"{name}.card"
        team.write_card(self.laptop, self.path)

    def join(self) -> Workspace:
        """With a package of the lead's."""
        start = self.three.whole(self.three.ann, self.laptop.person.id)
        return handoffs.join(self.laptop, start, self.laptop.new_path("W"))[0]


def shown(workspace: Workspace, name: str) -> str:
    """The role in a list of the team."""
    (found,) = [person.role for person in workspace.team() if person.name == name]
    return found


def has_rights(workspace: Workspace, case: str) -> bool:
    """Whether anything is theirs that is no inspector's; all doors agree."""
    reviewer = workspace.me in {person.id for person in standing.reviewers(workspace)}
    found = standing.rights(workspace, case)
    assert found.reviews == reviewer
    assert found.leads == standing.leads(workspace)
    if not reviewer:
        for act in (reviews.accept, reviews.return_):
            with pytest.raises(Expected) as no:
                act(workspace, case)
            assert no.value.code is Code.NOT_A_REVIEWER
    return reviewer or found.leads


@pytest.mark.parametrize("claim", CLAIMS)
def test_whom_the_lead_put_in_as_inspector_becomes_no_lead_by_a_card_that_says_so(three: Three, claim: str) -> None:
    setting_up.add_person(three.ann, "Gil", "Inspector")
    sharing.give(three.ann, [three.case], three.bea.me)
    gil = Joiner(three, claim)
    team.add(three.ann, team.read_card(gil.path))
    theirs = gil.join()
    assert (shown(three.ann, "Gil"), shown(theirs, "Gil")) == ("Inspector", "Inspector")
    assert not has_rights(theirs, three.case)
    for act in (
        lambda: removing.remove(theirs, three.case),
        lambda: allocation.ask_help(theirs, three.case, three.ann.me),
    ):
        with pytest.raises(Expected) as no:
            act()
        assert no.value.code is Code.CASE_NOT_YOURS
    theirs.close()


def test_a_newcomer_of_the_leads_own_name_is_given_no_rights_by_that(three: Three) -> None:
    same = Joiner(three, "Inspector", three.ann.laptop.person.name.upper())
    assert roles_given.offered(three.ann, same.laptop.card()) == "Inspector"


@pytest.mark.parametrize("claim", CLAIMS)
def test_of_whom_the_lead_says_nothing_a_card_makes_an_inspector(three: Three, claim: str) -> None:
    gil = Joiner(three, claim)
    assert roles_given.offered(three.ann, gil.laptop.card()) == "Inspector"
    team.add(three.ann, team.read_card(gil.path))
    theirs = gil.join()
    assert not has_rights(theirs, three.case)
    assert shown(theirs, "Gil") == "Inspector"
    theirs.close()


@pytest.mark.parametrize("claim", ["Local assessor", "Assistant inspector", "Misleading"])
def test_a_claim_that_gives_no_rights_is_taken_as_it_is(three: Three, claim: str) -> None:
    gil = Joiner(three, claim)
    team.add(three.ann, team.read_card(gil.path))
    theirs = gil.join()
    assert {shown(three.ann, "Gil"), shown(theirs, "Gil")} == {claim}
    assert not has_rights(theirs, three.case)
    theirs.close()


def test_the_lead_says_it_and_takes_it_back_and_each_laptop_hears_it_by_a_package(three: Three) -> None:
    assert not has_rights(three.bea, three.case)
    roles_given.give(three.ann, three.bea.me, "Quality lead")
    assert not has_rights(three.bea, three.case), "she has not heard of it"
    three.give(three.ann, three.bea)
    assert has_rights(three.bea, three.case)
    assert [shown(w, "Bea") for w in (three.ann, three.bea)] == ["Quality lead"] * 2
    reviews.return_(three.bea, three.case)
    roles_given.give(three.ann, three.bea.me, "Inspector")
    three.exchange()
    assert not has_rights(three.bea, three.case)
    assert [shown(w, "Bea") for w in three.everybody] == ["Inspector"] * 3
    sound(*three.everybody)


def test_a_lead_can_name_another(three: Three) -> None:
    roles_given.give(three.ann, three.bea.me, "Lead inspector")
    three.exchange()
    assert standing.leads(three.bea)
    assert not standing.leads(three.mal)
    with pytest.raises(Expected) as no:
        membership.withdraw(three.bea, three.mal.me, leaves=True)
    assert no.value.code is Code.NOT_THE_LEAD, "whose inspection it is stays with who made it"
    with pytest.raises(Expected) as no:
        roles_given.give(three.bea, three.mal.me, "Quality lead")
    assert no.value.code is Code.NOT_THE_LEAD


@pytest.mark.parametrize("role", ["Lead inspector", "Quality lead"])
@pytest.mark.parametrize("on_top", [True, False])
def test_a_members_package_gives_nobody_rights(three: Three, role: str, on_top: bool) -> None:
    """Not the one who sends it, nor somebody who did nothing for it."""
    hand = three.hand
    for number, person in enumerate((three.mal.me, three.bea.me), 900):
        key = ("person", person, "role")
        parents = heads(three.mal, key) if on_top else ()
        step = made(hand.device.id, number, three.mal.me, (key, role, parents))
        for taker in (three.ann, three.bea):
            take(taker, hand.send([taker], [step]))
    three.mal.editor.set("person", three.mal.me, "role", role)
    three.exchange(three.ann, three.bea)
    for workspace in three.everybody:
        mine = workspace is three.ann
        assert standing.leads(workspace) == mine
        assert (workspace.me in {p.id for p in standing.reviewers(workspace)}) == mine
        assert {shown(workspace, name) for name in ("Bea", "Mal")} == {"Inspector"}
        assert shown(workspace, "Ann") == "Lead inspector"


def test_a_member_takes_nobodys_role_away(three: Three) -> None:
    roles_given.give(three.ann, three.bea.me, "Quality lead")
    three.exchange()
    key = ("person", three.bea.me, "role")
    for number, said in enumerate((None, "Inspector"), 910):
        step = made(three.hand.device.id, number, three.mal.me, (key, said, heads(three.mal, key)))
        take(three.bea, three.hand.send([three.bea], [step]))
    assert shown(three.bea, "Bea") == "Quality lead"
    assert has_rights(three.bea, three.case)
    assert standing.leads(three.ann)


def test_another_card_of_the_same_person_with_another_role_changes_none(three: Three) -> None:
    identity.rename(three.bea.laptop, "Bea", "Lead inspector")
    card = three.bea.laptop.card()
    assert card.role == "Lead inspector"
    for workspace in (three.ann, three.mal, three.bea):
        team.add(workspace, card)
    three.exchange()
    assert {shown(w, "Bea") for w in three.everybody} == {"Inspector"}
    assert not has_rights(three.bea, three.case)


def test_a_new_card_in_the_place_of_a_former_one_keeps_what_the_lead_said(three: Three) -> None:
    roles_given.give(three.ann, three.bea.me, "Local assessor")
    anew = Joiner(three, "Quality lead", "Bea")
    team.add(three.ann, team.read_card(anew.path), replacing=True)
    theirs = anew.join()
    assert shown(theirs, "Bea") == "Local assessor"
    assert not has_rights(theirs, three.case)
    theirs.close()


def test_whom_a_colleague_introduced_gets_no_rights_by_the_leads_yes(three: Three) -> None:
    gil = Joiner(three, "Quality lead")
    team.add(three.bea, team.read_card(gil.path), said="our quality lead")
    three.give(three.bea, three.ann)
    (waiting,) = membership.introductions(three.ann)
    assert waiting.card.role == "Quality lead", "what the card claims is shown"
    membership.accept(three.ann, waiting)
    theirs = gil.join()
    assert not has_rights(theirs, three.case)
    assert shown(three.ann, "Gil") == "Inspector"
    theirs.close()


def test_where_the_lead_has_not_spoken_a_claim_is_not_shown_as_a_role(three: Three) -> None:
    gil = Joiner(three, "Quality lead")
    team.add(three.bea, team.read_card(gil.path))
    assert shown(three.bea, "Gil") == ""
    start = three.whole(three.bea, gil.laptop.person.id)
    theirs = handoffs.join(gil.laptop, start, gil.laptop.new_path("W"))[0]
    assert shown(theirs, "Gil") == ""
    assert not has_rights(theirs, three.case)
    theirs.close()


@pytest.mark.parametrize("claim", ["Inspector", "Local assessor", "", "Quality lead"])
def test_who_makes_an_inspection_leads_it_whatever_their_card_says(tmp_path: Path, claim: str) -> None:
    laptop = Laptop(tmp_path / "own")
    laptop.create_identity("Ivy", claim, PASSPHRASE)
    made_ = Workspace.create(laptop, laptop.new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
    assert standing.leads(made_)
    assert shown(made_, "Ivy") == roles.LEAD
    with pytest.raises(Expected) as no:
        roles_given.give(made_, made_.me, "Inspector")
    assert no.value.code is Code.VALUE_INVALID
    made_.close()


def test_two_laptops_of_the_lead_that_say_two_things_give_no_rights_until_the_lead_decides(three: Three) -> None:
    key = ("person", three.bea.me, "role")
    roles_given.give(three.ann, three.bea.me, "Quality lead")
    three.exchange()
    hand = replace(three.hand, workspace=three.ann)
    second = hand.another_device()
    apart = made(second.id, 1, three.ann.me, (key, "Inspector", ()))
    take(three.bea, hand.send([three.bea], [apart], [hand.stretch([apart], device=second)]))
    assert not has_rights(three.bea, three.case)
    take(three.ann, hand.send([three.ann], [apart], [hand.stretch([apart], device=second)]))
    roles_given.give(three.ann, three.bea.me, "Quality lead")
    three.give(three.ann, three.bea)
    assert has_rights(three.bea, three.case)


def test_what_a_former_version_wrote_on_the_leads_line_counts(three: Three) -> None:
    """It wrote the role of each card that the lead took by hand."""
    three.ann.editor.do(three.bea.me, [Edit("person", EntityId(three.bea.me), "role", "Quality lead")])
    three.exchange()
    assert has_rights(three.bea, three.case)


def test_a_role_is_given_by_the_lead_alone_and_not_without_a_word(three: Three) -> None:
    before = log(three.bea)
    for act in (
        lambda: roles_given.give(three.bea, three.mal.me, "Quality lead"),
        lambda: roles_given.give(three.bea, three.bea.me, "Quality lead"),
        lambda: team.add(three.bea, three.mal.laptop.card(), role="Quality lead"),
    ):
        with pytest.raises(Expected) as no:
            act()
        assert no.value.code is Code.NOT_THE_LEAD
    assert log(three.bea) == before
    with pytest.raises(Expected) as no:
        roles_given.give(three.ann, three.bea.me, " ")
    assert no.value.code is Code.VALUE_INVALID
    assert value(three.ann, ("person", three.bea.me, "role")) == "Inspector"


def test_a_card_made_by_hand_with_any_role_is_a_card_and_gives_nothing(three: Three) -> None:
    laptop = Laptop(three.folder / "x")
    laptop.create_identity("Gil", "Inspector", PASSPHRASE)
    card = card_file.signed(replace(laptop.card(), role="Lead " + "l" * 150), laptop.keyring.signing_key)
    path = three.folder / "x.card"
    path.write_text(card_file.text_of(card), encoding="utf-8")
    team.add(three.ann, team.read_card(path))
    assert shown(three.ann, "Gil") == "Inspector"
