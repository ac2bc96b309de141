"""What a member's package calls a service, a person or a case stands on one line, ends, and reads as it is written."""

import pytest

from inspector_app.commands import trust_words
from inspector_app.core.domain.field import ABSURD
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text import names
from inspector_app.core.handoff import card as card_file
from inspector_app.core.services import handoffs
from inspector_app.core.services.help.about import about
from inspector_app.core.services.people import membership
from inspector_app.core.services.people import team as people
from inspector_app.core.services.people.membership import Introduction
from inspector_app.ui.words.handoffs import cards
from tests.trust.hostile import Key, Three, heads, made, set_up, take

pytestmark = pytest.mark.usefixtures("no_backups")

ODD = {
    "in a mirror": ("Wex\u202eexE\u2066", "WexexE"),
    "of several lines": ("Wex\nAnn (Lead inspector)\r\u2028key\u2029", "Wex Ann (Lead inspector) key"),
    "that acts on a terminal": ("Wex\x1b]0;title\x07", "Wex]0;title"),
    "without an end": ("word " * 30_000, ""),
    "in which nothing shows": (" \u200b\u2066 ", "?"),
    "of nothing": ("", "?"),
}


@pytest.mark.parametrize(("name", "mixes"), [
    ("Be\u0430", True), ("\u0410nn", True), ("Zo\u03bfe", True), ("\uff21nn", True), ("Bea", False),
    ("Zo\u00eb \u0141uk", False), ("\u041e\u043b\u044c\u0433\u0430", False), ("\u02bbAkau 2", False),
])  # fmt: skip
def test_an_introduction_of_a_name_that_looks_like_anothers_says_so(name: str, mixes: bool) -> None:
    row = Introduction(Card("1", name, "Inspector", "", ""), "", "Ann", True, "", "", None, "", (), False, False)
    assert (str(cards.ALPHABETS) in cards.about(row)) is mixes
    assert ("different alphabets" in "\n".join(trust_words.waiting([row]))) is mixes


def is_shown(found: str, wanted: str, most: int) -> None:
    assert found == wanted if wanted else (len(found) <= most and found.endswith("…"))


@pytest.mark.parametrize("odd", [*ODD, "empty"])
def test_what_a_package_says_it_is_of_is_a_name_and_after_joining_it_is_called_as_its_work_says(
    three: Three, odd: str
) -> None:
    said, wanted = ODD.get(odd, ("", "?"))
    nia = set_up(three.folder / "nia", "Nia")
    package = three.hand.whole(nia, service=said, framework=said)
    for found in (handoffs.inspect(nia, package), handoffs.look_into(nia, package).manifest):
        is_shown(found.service, wanted, names.LONGEST)
        is_shown(found.framework, wanted, names.LONGEST)
    joined, _ = handoffs.join(nia, package, nia.new_path("W"), everybody=True)
    joined.close()
    assert [row.service for row in nia.workspaces()] == ["Wexborough"]


@pytest.mark.parametrize("odd", ODD)
def test_what_a_member_calls_service_people_and_cases_is_shown_on_a_line_that_ends(team: Three, odd: str) -> None:
    said, wanted = ODD[odd]
    person, case = f"person {odd}", f"case {odd}"
    keys: list[Key] = [
        ("inspection", "inspection", "service"), ("inspection", "inspection", "marking"), ("person", person, "name"),
        ("person", person, "role"), ("case", case, "ref"), ("case", case, "type"),
    ]  # fmt: skip
    device = team.hand.another_device()
    writes = [(key, said, heads(team.ann, key)) for key in keys]
    writes.append((("case", case, "sample"), team.ann.framework.samples[0].code, ()))
    step = made(device.id, 1, team.mal.me, *writes)
    stretch = team.hand.stretch([step], device=device)
    take(team.ann, team.hand.send([team.ann], [step], [stretch], device=device.id, proof=device.proof))
    head, row = team.ann.inspection(), team.ann.case_row(case)
    member = next(card for card in people.members(team.ann) if card.id == person)
    for found in (about(team.ann).service, member.name):
        is_shown(found, wanted, names.LONGEST)
    assert said or (member.role, head.marking, row.type) == ("", "", "")
    for found in (head.service, row.ref):  # what is longer than one may type is read all the same
        is_shown(found, wanted, ABSURD)
    for found in (head.marking, row.type, member.role) if said else ():
        is_shown(found, wanted, ABSURD)
    team.ann.note_glance()
    is_shown(team.ann.key.service, wanted, names.LONGEST)


@pytest.mark.parametrize("whose", ["the lead's", "a member's"])
def test_who_says_yes_to_a_card_in_the_leads_place_is_told_that_its_holder_leads_from_then_on(
    three: Three, whose: str
) -> None:
    """A member introduces somebody by the lead's name: a yes without comparing gave away who decides on everybody."""
    ann, bea, mal = three.everybody
    replaced = ann if whose == "the lead's" else mal
    other = set_up(three.folder / "other", replaced.laptop.person.name)
    introducer = mal if whose == "the lead's" else ann
    written = {"name": other.person.name, "card": card_file.text_of(other.card())}
    for field, said in written.items():
        introducer.editor.set("person", other.person.id, field, said)
    three.give(introducer, bea)
    (row,) = membership.introductions(bea)
    told = (cards.follows(row)[0][1], "\n".join(trust_words.waiting([row])))
    membership.accept(bea, row)
    leads = bea.laptop.trusted(WorkspaceId(bea.id)).lead == other.person.id
    assert leads is (whose == "the lead's")
    assert [str(cards.LEADS) in told[0], "leads the inspection for you" in told[1]] == [leads] * 2
