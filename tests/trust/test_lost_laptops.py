"""A lost laptop is one act of the lead: its card is withdrawn, what only it held is listed, and a text is offered."""

from dataclasses import replace

import pytest

from inspector_app.core.domain.trust import Standing
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.handoffs import lost
from inspector_app.core.services.people import membership, team
from inspector_app.ui.words.handoffs import lost as words
from tests.trust.hostile import Three, log, refused, set_up, sound, value

pytestmark = pytest.mark.usefixtures("no_backups")


def test_what_only_the_laptop_held_is_listed_and_the_card_withdrawn(three: Three) -> None:
    for case, ref in ((three.ann.case_id(ref), ref) for ref in ("C01", "C02")):
        three.ann.editor.set("case", case, "inspector", three.bea.me)
        assert ref
    three.bea.editor.set(*three.note(), "on C01")
    three.exchange()
    handoffs.export(three.bea, three.path(), to=["Ann"])  # goes astray
    three.bea.editor.set(*three.note("b"), "the next package comes")
    three.give(three.bea, three.ann)

    found = lost.laptop_of(three.ann, three.bea.me)
    assert found.name == "Bea"
    assert [(case.ref, bool(case.here_until)) for case in found.cases] == [("C01", True), ("C02", False)]
    assert found.missing == (), "what went astray came with the next"
    assert (found.cases_there, found.carriers) == (3, ("Mal",))
    assert found.steps_there > 0
    membership.withdraw(three.ann, found.person, leaves=False)

    text = "\n".join(words.incident(replace(found, missing=(1,))))
    for said in ("Bea", "Wexborough", "C01", "C02", "Package 1", "encrypted", "Mal"):
        assert said in text
    assert "{" not in text
    assert "None" not in text
    (row,) = [row for row in handoffs.rows(three.ann) if row.name == "Bea"]
    assert (row.standing, row.has_card) == (Standing.WITHDRAWN, False)
    assert handoffs.export(three.ann, three.path()).recipients == ("Mal",)
    with pytest.raises(Expected) as no:
        handoffs.export(three.ann, three.path(), to=["Bea"])
    assert no.value.code is Code.CARD_WITHDRAWN
    three.give(three.ann, three.mal)
    assert handoffs.export(three.mal, three.path()).recipients == ("Ann",)
    assert refused(three.mal, three.whole(three.bea, three.mal.me)) is Code.CARD_WITHDRAWN
    assert three.ann.case_row(three.case).inspector == three.bea.me, "the cases stay in her name"


def test_whoever_lost_a_laptop_comes_back_with_another_card_and_has_their_cases(three: Three) -> None:
    three.ann.editor.set("case", three.case, "inspector", three.bea.me)
    three.bea.editor.set(*three.note(), "before it was lost")
    three.exchange()
    membership.withdraw(three.ann, three.bea.me, leaves=False)
    anew = set_up(three.folder / "anew", "Bea")
    team.add(three.ann, anew.card())
    assert three.ann.case_row(three.case).inspector == anew.person.id
    theirs, _ = handoffs.join(anew, three.whole(three.ann, anew.person.id), anew.new_path("W"))
    assert value(theirs, three.note()) == "before it was lost"
    theirs.editor.set(*three.note("b"), "and after")
    three.give(theirs, three.ann)
    three.give(three.ann, three.mal)
    (waiting,) = membership.introductions(three.mal)
    assert waiting.by_lead
    membership.accept(three.mal, waiting)
    handoffs.export(three.ann, path := three.path(), to=["Mal"], everything=True)
    handoffs.import_(three.mal, [path])
    assert log(three.mal) == log(three.ann) == log(theirs)
    assert {row.name for row in handoffs.rows(three.mal)} == {"Ann", "Bea", "Mal"}
    theirs.close()


@pytest.mark.parametrize("by_hand", [True, False])
def test_whose_cases_are_whose_is_not_contested_by_a_colleague_who_had_the_new_card_first(
    three: Three, by_hand: bool
) -> None:
    """A colleague's word gave them over, and stood contested on every laptop, also once the lead had accepted the card."""
    ann, bea, mal = three.everybody
    cases = [row.id for row in ann.case_rows()]
    for case in cases:
        ann.editor.set("case", case, "inspector", mal.me)
    three.exchange()
    anew = set_up(three.folder / "anew", "Mal")
    team.add(bea, anew.card(), replacing=True)
    assert value(bea, ("case", three.case, "inspector")) == mal.me
    as_a_member_writes = zip(cases[1:], (anew.person.id, ann.me), strict=True)
    for case, whose in as_a_member_writes:
        bea.editor.set("case", case, "inspector", whose)
    three.give(bea, ann)
    if by_hand:
        team.add(ann, anew.card(), replacing=True)
    else:
        membership.accept(ann, membership.find(ann, "Mal"))
    three.give(ann, bea)
    for one in (ann, bea):
        assert [value(one, ("case", case, "inspector")) for case in cases[:2]] == [anew.person.id] * 2
        (left,) = conflicts.conflicts(one)
        assert left.id == cases[2], "who has it is contested with somebody else, which is the desk's"
    sound(ann, bea)


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_namesake_of_whoever_says_yes_takes_neither_their_place_nor_their_cases(three: Three, by_hand: bool) -> None:
    """No card of one's own is among those one accepted: a lead gave all that they had to a new colleague of their name."""
    ann, bea, _ = three.everybody
    ann.editor.set("case", three.case, "inspector", ann.me)
    namesake = set_up(three.folder / "namesake", "ANN")
    if by_hand:
        team.add(ann, namesake.card())
    else:
        three.exchange(ann, bea)
        written = {"name": namesake.person.name, "card": card_file.text_of(namesake.card())}
        for field, said in written.items():
            bea.editor.set("person", namesake.person.id, field, said)
        three.give(bea, ann)
        membership.accept(ann, membership.find(ann, "ANN"))
    assert value(ann, ("case", three.case, "inspector")) == ann.me
    assert value(ann, ("person", ann.me, "deleted")) is None
    assert {ann.me, namesake.person.id} <= {one.id for one in ann.team()}
    sound(ann, bea)


def test_work_that_only_a_colleague_had_is_set_aside_kept_and_can_be_had_again(three: Three) -> None:
    """Nobody can tell it from what a thief wrote; so the lead decides, and nothing is thrown away meanwhile."""
    three.bea.editor.set(*three.note(), "only Mal has this")
    three.give(three.bea, three.mal)
    membership.withdraw(three.ann, three.bea.me, leaves=False)
    assert three.give(three.ann, three.mal).set_aside == 1
    assert value(three.mal, three.note()) is None
    assert three.mal.problems() == []
    three.mal.close()
    three.mal = three.mal.open(three.mal.laptop, three.mal.path)
    membership.admit(three.ann, three.bea.me)
    three.give(three.ann, three.mal)
    assert value(three.mal, three.note()) == "only Mal has this"
    three.give(three.mal, three.ann)
    membership.withdraw(three.ann, three.bea.me, leaves=False)
    three.give(three.ann, three.mal)
    assert {value(w, three.note()) for w in (three.ann, three.mal)} == {"only Mal has this"}


def test_nobody_but_the_lead_can_withdraw_and_the_lead_not_their_own(three: Three) -> None:
    for workspace, person, code in (
        (three.bea, three.mal.me, Code.NOT_THE_LEAD),
        (three.ann, three.ann.me, Code.VALUE_INVALID),
    ):
        with pytest.raises(Expected) as no:
            membership.withdraw(workspace, person, leaves=False)
        assert no.value.code is code
