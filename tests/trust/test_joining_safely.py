"""Joining trusts its sender by a yes, takes no inspection's place, and says what its framework says otherwise."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core import paths
from inspector_app.core.domain.trust import Reason, Standing
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.handoff import package as packages
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from inspector_app.ui.words.handoffs.trust import introduced
from tests.trust.hostile import Hand, Three, heads, log, made, set_up, steps_of, take, value

pytestmark = pytest.mark.usefixtures("no_backups")

Tree = dict[str, Any]

SHIPPED = (paths.resources() / "frameworks" / "iyjwcv-2025.json").read_text(encoding="utf-8")


@pytest.fixture
def nia(three: Three) -> Laptop:
    """Somebody who has not joined yet, and whose card the lead has accepted."""
    laptop = set_up(three.folder / "nia", "Nia")
    team.add(three.ann, laptop.card())
    return laptop


def no(laptop: Laptop, package: Path, **how: bool) -> Expected:
    """Why joining is refused; nothing is left of it."""
    before = laptop.keyring
    with pytest.raises(Expected) as refused:
        handoffs.join(laptop, package, laptop.new_path("X"), **how)
    assert "{" not in sentence(refused.value)
    assert not laptop.new_path("X").exists()
    assert laptop.keyring == before
    return refused.value


def stands(workspace: Workspace) -> dict[str, Standing]:
    return {row.name: row.standing for row in handoffs.rows(workspace)}


def test_a_start_from_the_lead_covers_whom_they_put_into_the_team(three: Three, nia: Laptop) -> None:
    three.bea.editor.set(*three.note(), "Bea's")
    three.exchange()
    package = three.whole(three.ann, nia.person.id)
    start = handoffs.look_into(nia, package)
    assert (start.by_lead, {card.name for card in start.people}, start.differs) == (True, {"Bea", "Mal"}, ())
    joined, (found,) = handoffs.join(nia, package, nia.new_path("W"))
    assert (found.untaken, found.waiting) == ((), ())
    assert set(stands(joined).values()) == {Standing.ACCEPTED, Standing.ME}
    assert value(joined, three.note()) == "Bea's"
    assert log(joined) == log(three.ann)
    joined.close()


def test_a_start_from_somebody_else_is_taken_on_their_word_and_everybody_else_waits(three: Three, nia: Laptop) -> None:
    three.ann.editor.set(*three.note("b"), "Ann's, before")
    three.exchange()
    team.add(three.bea, nia.card())
    package = three.whole(three.bea, nia.person.id)
    start = handoffs.look_into(nia, package)
    assert (start.by_lead, start.manifest.lead) == (False, three.ann.me)
    joined, (found,) = handoffs.join(nia, package, nia.new_path("W"))
    assert {row.card.name for row in found.waiting} == {"Ann", "Mal"}
    assert stands(joined) == {
        "Ann": Standing.WAITING, "Bea": Standing.ACCEPTED, "Mal": Standing.WAITING, "Nia": Standing.ME,
    }  # fmt: skip
    assert value(joined, three.note("b")) == "Ann's, before"
    assert handoffs.export(joined, three.path()).recipients == ("Bea",)
    three.ann.editor.set(*three.note(), "Ann's, later")
    three.give(three.ann, three.bea)
    handoffs.export(three.bea, path := three.path(), to=[nia.person.id])
    found = take(joined, path)
    assert [(one.name, one.steps, one.reason) for one in found.untaken] == [("Ann", 1, Reason.WAITING)]
    membership.accept(joined, membership.find(joined, three.ann.laptop.fingerprint()))
    assert take(joined, path).untaken == ()
    assert value(joined, three.note()) == "Ann's, later"
    joined.close()


def test_a_yes_to_everybody_can_be_said_at_once(three: Three, nia: Laptop) -> None:
    team.add(three.bea, nia.card())
    joined, (found,) = handoffs.join(nia, three.whole(three.bea, nia.person.id), nia.new_path("W"), everybody=True)
    assert found.waiting == ()
    assert set(stands(joined).values()) == {Standing.ACCEPTED, Standing.ME}
    joined.close()


def test_an_inspection_that_one_has_is_not_joined_beside(three: Three) -> None:
    three.bea.editor.set(*three.note(), "Bea's unsent day's work")
    package = three.whole(three.ann, three.bea.me)
    refused = no(three.bea.laptop, package)
    assert refused.code is Code.ALREADY_HERE
    assert refused.facts["there"] == str(three.bea.path)
    assert [row.path for row in three.bea.laptop.workspaces()] == [str(three.bea.path)]
    assert take(three.bea, package).contested == 0
    assert value(three.bea, three.note()) == "Bea's unsent day's work"


def test_a_strangers_start_package_takes_no_inspections_place(three: Three) -> None:
    """Neither while its file is there, nor when it was moved away."""
    sue = set_up(three.folder / "sue", "Sue")
    hers = Workspace.create(sue, sue.new_path("E"), "iyjwcv-2025", "Elsewhere", date(2026, 3, 9))
    hand = Hand(hers, three)
    steps = steps_of(hers, sue.keyring.device)
    start = {"framework_text": SHIPPED}
    signed = [hand.stretch(steps, inspection=three.bea.id)]
    evil = hand.send([three.bea], steps, signed, start=start, inspection=three.bea.id)
    bea = three.bea.laptop
    assert no(bea, evil).code is Code.ALREADY_HERE
    three.bea.close()
    away = three.bea.path.rename(three.folder / "away.inspection")
    assert no(bea, evil).code is Code.NOT_FROM_TEAM
    away.rename(three.bea.path)
    three.bea = Workspace.open(bea, three.bea.path)
    assert [row.service for row in bea.workspaces()] == ["Wexborough"]
    three.exchange(three.ann, three.bea)
    hers.close()


def test_the_file_that_was_lost_is_had_again_from_a_colleague_who_was_accepted(three: Three) -> None:
    three.bea.editor.set(*three.note(), "handed off")
    three.exchange()
    laptop = three.bea.laptop
    three.bea.close()
    three.bea.path.unlink()
    three.bea, (found,) = handoffs.join(laptop, three.whole(three.ann, three.bea.me), laptop.new_path("W"))
    assert (value(three.bea, three.note()), found.untaken) == ("handed off", ())
    assert set(stands(three.bea).values()) == {Standing.ACCEPTED, Standing.ME}
    three.bea.editor.set(*three.note("b"), "goes on")
    assert three.give(three.bea, three.ann).untaken == ()


def other_band(text: Tree) -> str:
    text["rating"]["bands"][1]["from"] = 7
    return "7"


def other_rule(text: Tree) -> str:
    text["rating"]["rules"][0]["text"] = "Another rule."
    return "Another rule."


def other_question(text: Tree) -> str:
    text["standards"][-1]["key_questions"][0]["text"] = "Is it well?"
    return "Is it well?"


def other_version(text: Tree) -> str:
    text["version"] += 1
    return str(text["version"])


@pytest.mark.parametrize("change", [other_band, other_rule, other_question, other_version])
def test_a_framework_that_differs_from_the_one_of_that_id_is_named_and_needs_a_yes(
    three: Three, nia: Laptop, change: Callable[[Tree], str]
) -> None:
    text = json.loads(SHIPPED)
    said = change(text)
    with three.ann.database.write() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = ? WHERE name = 'framework_text'", (json.dumps(text),))
    package = three.whole(three.ann, nia.person.id)
    start = handoffs.look_into(nia, package)
    assert said in " ".join(start.differs)
    assert no(nia, package).code is Code.FRAMEWORK_DIFFERS
    joined, _ = handoffs.join(nia, package, nia.new_path("W"), framework=True)
    assert log(joined) == log(three.ann)
    joined.close()


@pytest.mark.parametrize("other", ["iyjwcv-2025b", "iyjwcv-2026", "another"])
@pytest.mark.parametrize("title", ["", "Something else"])
def test_a_framework_that_nobody_has_here_is_named_and_needs_a_yes_whatever_it_is_called(
    three: Three, nia: Laptop, other: str, title: str
) -> None:
    """With an id of its own a changed text would pass for the shipped one, whose title it has."""
    text = json.loads(SHIPPED)
    other_band(text)
    text |= {"id": other, "title": title or text["title"]}
    with three.ann.database.write() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = ? WHERE name = 'framework_text'", (json.dumps(text),))
    package = three.whole(three.ann, nia.person.id)
    start = handoffs.look_into(nia, package)
    assert start.differs == (f"id: {'nothing' if title else 'iyjwcv-2025'} here, {other} there",)
    assert no(nia, package).code is Code.FRAMEWORK_DIFFERS
    nia.frameworks_folder.mkdir(parents=True, exist_ok=True)
    (nia.frameworks_folder / "added.json").write_text(json.dumps(text), encoding="utf-8")
    handoffs.join(nia, package, nia.new_path("W"))[0].close()


def test_a_package_without_the_beginning_of_the_inspection_is_no_start(three: Three, nia: Laptop) -> None:
    step = made(three.hand.device.id, 900, three.mal.me, (three.note(), "x", ()))
    start = {"framework_text": SHIPPED}
    package = three.hand.send([three.mal], [step], start=start, recipients=(nia.person.id,), number={nia.person.id: 1})
    inside = packages.unseal(package.read_bytes(), "", three.mal.laptop.keyring.sealing_key)
    assert no(nia, three.hand.seal([nia.card()], inside)).code is Code.NOT_A_START


def test_who_made_the_inspection_leads_it_whatever_a_member_writes(three: Three, nia: Laptop) -> None:
    """Mal writes a beginning of his own beside Ann's: he leads nothing by that, where Ann is known."""
    key = ("inspection", "inspection", "service")
    step = made(three.hand.device.id, 900, three.mal.me, (key, "Mal's service", ()))
    for taker in (three.ann, three.bea):
        take(taker, three.hand.send([taker], [step]))
    assert heads(three.ann, key) == heads(three.bea, key)
    joined, _ = handoffs.join(nia, three.whole(three.ann, nia.person.id), nia.new_path("W"))
    trusted = nia.trusted(joined.id)  # type: ignore[arg-type]
    assert trusted.lead == three.ann.me
    joined.close()


def test_a_sender_who_claims_to_lead_an_inspection_that_another_made_does_not(three: Three, nia: Laptop) -> None:
    three.give(three.ann, three.mal)
    package = three.hand.whole(nia, lead=three.mal.me)
    start = handoffs.look_into(nia, package)
    assert (start.manifest.lead, start.by_lead) == (three.mal.me, False)
    joined, _ = handoffs.join(nia, package, nia.new_path("W"))
    trusted = nia.trusted(joined.id)  # type: ignore[arg-type]
    assert trusted.lead == three.ann.me
    assert stands(joined)["Bea"] is Standing.WAITING
    joined.close()


@pytest.mark.parametrize("giver", ["the lead", "a colleague"])
def test_whom_somebody_else_introduced_is_listed_as_waiting(three: Three, nia: Laptop, giver: str) -> None:
    """A yes covers whom the sender introduces; a stranger whom a member brought into the lead's package waits."""
    stranger = set_up(three.folder / "una", "Una Stranger").card()
    offer = made(
        three.hand.device.id, 700, three.mal.me, (("person", stranger.id, "card"), card_file.text_of(stranger), ()),
        (("person", stranger.id, "name"), stranger.name, ()),
    )  # fmt: skip
    package = three.hand.send([three.ann, three.bea], [offer])
    take(three.ann, package)
    take(three.bea, package)
    one = three.ann
    if giver == "a colleague":
        one = three.bea
        team.add(one, nia.card())
    start = handoffs.look_into(nia, whole := three.whole(one, nia.person.id))
    assert ["Una Stranger" in {card.name for card in cards} for cards in (start.people, start.waiting)] == [
        giver == "a colleague", giver == "the lead",
    ]  # fmt: skip
    names = ([card.name for card in cards] for cards in (start.people, start.waiting))
    said = introduced(*names, by_lead=start.by_lead).splitlines()
    assert "Una Stranger" in said[-1]
    waits = "waiting" if giver == "the lead" else "wait"
    assert f"{waits} for you to accept them" in said[-1]
    joined, _ = handoffs.join(nia, whole, nia.new_path("W"))
    assert stands(joined)["Una Stranger"] is Standing.WAITING
    if giver == "the lead":
        assert {card.name for card in start.people} == {"Bea", "Mal"}
        assert [stands(joined)[card.name] for card in start.people] == [Standing.ACCEPTED] * 2
    joined.close()
