"""Who seals the ratings, and who calls a second marking off: by the services and by a package alike."""

from itertools import count

import pytest

from inspector_app.core.domain.fields import Value
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts, marking, sharing
from inspector_app.core.services.people import roles_given
from inspector_app.core.services.results import sealing
from inspector_app.core.services.workspace import INSPECTION, Workspace
from inspector_app.core.storage.log import acts
from tests.trust.hostile import Key, Three, heads, made, sound, take

pytestmark = pytest.mark.usefixtures("no_backups")
NUMBERS = count(1)
SEAL: Key = ("inspection", INSPECTION, "sealed")
FORGED = f"{'0' * 64}\n2.1.1\t99 of 99 (100%)"
HOW = pytest.mark.parametrize("over", [True, False], ids=["on top", "beside"])


def sent(three: Three, key: Key, value: Value, *, over: bool = True) -> None:
    """Mal's own program writes it, on top of what stands there or beside it; the others get it."""
    device = three.hand.another_device()
    step = made(device.id, next(NUMBERS), three.mal.me, (key, value, heads(three.ann, key) if over else ()))
    stretch = three.hand.stretch([step], device=device)
    for taker in (three.ann, three.bea):
        take(taker, three.hand.send([taker], [step], [stretch], device=device.id, proof=device.proof))


@pytest.fixture
def judged(three: Three) -> Three:
    """The first case is Bea's, who judged it."""
    sharing.give(three.ann, [three.case], three.bea.me)
    three.exchange()
    three.bea.editor.set("judgement", f"{three.case}/2.1.1", "answer", "yes")
    three.exchange()
    return three


def seals(workspace: Workspace) -> object:
    return sealing.standing(workspace), sealing.figures(workspace)


@HOW
@pytest.mark.parametrize("value", [None, FORGED, "no seal"])
def test_a_members_seal_is_none_and_takes_nobodys_away(judged: Three, over: bool, value: Value) -> None:
    three = judged
    sent(three, SEAL, value, over=over)
    assert [seals(one) for one in (three.ann, three.bea)] == [(None, {})] * 2
    sealing.seal(three.ann, three.folder / "record.json")
    three.exchange(three.ann, three.bea)
    before = seals(three.ann)
    assert sealing.figures(three.ann)["2.1.1"] == "1 of 1 (100%)"
    sent(three, SEAL, value, over=over)
    assert [seals(one) for one in (three.ann, three.bea)] == [before] * 2
    sound(three.ann, three.bea)


def test_the_lead_and_quality_leads_seal_and_others_are_told_who(judged: Three) -> None:
    three = judged
    with pytest.raises(Expected) as no:
        sealing.seal(three.bea, three.folder / "record.json")
    assert no.value.code is Code.NOT_SEALABLE
    assert "Ann" in str(no.value.facts["why"])
    assert not (three.folder / "record.json").exists()
    roles_given.give(three.ann, three.bea.me, "Quality lead")
    three.exchange(three.ann, three.bea)
    sealing.seal(three.bea, three.folder / "record.json")
    roles_given.give(three.ann, three.bea.me, "Inspector")
    three.exchange(three.ann, three.bea)
    for one in (three.ann, three.bea):
        found = sealing.standing(one)
        assert found, "what she sealed as a quality lead stays sealed"
        assert found.by == "Bea"


@pytest.mark.parametrize("role", ["lead", "quality lead"])
def test_who_ever_reviewed_is_read_only_where_another_than_the_lead_sealed(
    judged: Three, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was read at each drawing of the findings."""
    three, asked = judged, []
    roles_given.give(three.ann, three.bea.me, "Quality lead")
    three.exchange(three.ann, three.bea)
    sealing.seal(three.ann if role == "lead" else three.bea, three.folder / "record.json")
    three.exchange(three.ann, three.bea)
    ever_were = acts.ever_were
    monkeypatch.setattr(acts, "ever_were", lambda *known: asked.append(known) or ever_were(*known))
    for one in (three.ann, three.bea):
        assert sealing.figures(one)["2.1.1"] == "1 of 1 (100%)"
    assert len(asked) == (0 if role == "lead" else 2)


def test_a_seal_that_its_own_maker_takes_back_is_none(judged: Three) -> None:
    three = judged
    sealing.seal(three.ann, three.folder / "record.json")
    three.exchange(three.ann, three.bea)
    three.ann.editor.undo("inspection", INSPECTION)
    three.exchange(three.ann, three.bea)
    assert [seals(one) for one in (three.ann, three.bea)] == [(None, {})] * 2


def asked(workspace: Workspace, case: str) -> list[str]:
    found = marking.second_marking(workspace, case)
    return [marker.name for marker in found.markers] if found else []


def test_who_asked_and_who_reviews_call_a_second_marking_off_and_nobody_else(judged: Three) -> None:
    three, case = judged, judged.case
    marking.ask(three.ann, case, three.mal.me)
    three.exchange()
    for act in (lambda: marking.withdraw(three.bea, case), lambda: marking.ask(three.bea, case, three.ann.me)):
        with pytest.raises(Expected) as no:
            act()
        assert "Ann" in str(no.value.facts["why"]), "the case is Bea's, and it is her marking that is looked over"
    marking.withdraw(three.ann, case)
    three.exchange()
    marking.ask(three.bea, case, three.ann.me)
    three.exchange()
    marking.withdraw(three.bea, case)
    assert asked(three.bea, case) == []
    marking.ask(three.bea, case, three.mal.me)
    three.exchange()
    marking.withdraw(three.ann, case)
    three.exchange()
    assert [asked(one, case) for one in three.everybody] == [[]] * 3


@HOW
def test_a_member_calls_off_no_second_marking_by_a_package(judged: Three, over: bool) -> None:
    three, case = judged, judged.case
    marking.ask(three.ann, case, three.mal.me)
    three.exchange(three.ann, three.bea)
    before = asked(three.ann, case)
    assert before
    for value in (None, False):
        sent(three, ("marking", f"{case}/{three.mal.me}", "asked"), value, over=over)
        assert [asked(one, case) for one in (three.ann, three.bea)] == [before] * 2
    sound(three.ann, three.bea)
    marking.withdraw(three.ann, case)
    three.exchange(three.ann, three.bea)
    assert [asked(one, case) for one in (three.ann, three.bea)] == [[], []]


def test_a_case_that_nobody_had_given_to_its_own_marker_leaves_nothing_contested(three: Three) -> None:
    """By whoever gives it: the request stood contested on every laptop, of somebody who has the case by then."""
    case = three.case
    marking.ask(three.ann, case, three.mal.me)
    three.exchange()
    sharing.give(three.bea, [case], three.mal.me)
    three.exchange()
    assert [asked(one, case) for one in three.everybody] == [[]] * 3
    assert [conflicts.conflicts(one) for one in three.everybody] == [[]] * 3
    sharing.give(three.ann, [case], three.bea.me)
    three.exchange()
    assert [conflicts.conflicts(one) for one in three.everybody] == [[]] * 3
    sound(*three.everybody)


@HOW
def test_a_member_ends_no_marking_of_a_case_that_somebody_has_by_giving_it_to_its_marker(
    judged: Three, over: bool
) -> None:
    three, case = judged, judged.case
    marking.ask(three.bea, case, three.ann.me)
    three.exchange(three.ann, three.bea)
    before = asked(three.ann, case)
    keys: tuple[tuple[Key, Value], ...] = (
        (("case", case, "inspector"), three.ann.me), (("marking", f"{case}/{three.ann.me}", "asked"), None),
    )  # fmt: skip
    device = three.hand.another_device()
    changes = [(key, value, heads(three.ann, key) if over else ()) for key, value in keys]
    step = made(device.id, next(NUMBERS), three.mal.me, *changes)
    stretch = three.hand.stretch([step], device=device)
    for taker in (three.ann, three.bea):
        take(taker, three.hand.send([taker], [step], [stretch], device=device.id, proof=device.proof))
    assert [asked(one, case) for one in (three.ann, three.bea)] == [before] * 2
    sound(three.ann, three.bea)


def test_whom_one_may_ask_no_more_is_told_before_it_is_tried(judged: Three) -> None:
    three, case = judged, judged.case
    marking.ask(three.ann, case, three.mal.me)
    three.exchange()
    assert [marking.endable(one, case) for one in three.everybody] == [{three.mal.me}, frozenset(), frozenset()]
    marking.ask(three.bea, case, three.ann.me, beside=True)
    three.exchange()
    assert marking.endable(three.bea, case) == {three.ann.me}
    assert marking.endable(three.ann, case) == frozenset(), "she marks it blind now"
