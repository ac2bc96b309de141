"""What a member's package may change of what is somebody else's, field by field, as domain/whose.py has it for each."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count
from typing import NamedTuple

import pytest

from inspector_app.core.domain.fields import ENTITIES, Field, Kind, Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.whose import BEGUN_BY, GRANTING, RECORDS, RULES, Else, Who
from inspector_app.core.services.cases import case_work, conflicts, sharing
from inspector_app.core.services.results import day_by_day, ratings
from inspector_app.core.services.results.ratings import rate
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from tests.trust.hostile import Hand, Key, Three, heads, made, sound, take, value

pytestmark = pytest.mark.usefixtures("no_backups")
NUMBERS = count(1)
Kind_ = tuple[str, str]
TEXT_OF = {"comment": "about", "interview": "role", "told": "whom", "point": "said"}
JUDGED = sorted(key for key, rule in RULES.items() if rule.in_the_log)


@pytest.fixture(scope="module")
def held(team: Three) -> Three:
    """The first case is Bea's; nobody ever had the second."""
    sharing.give(team.ann, [team.case], team.bea.me)
    team.exchange()
    return team


def item_of(three: Three, entity: str, case: str, *, whose: str) -> str:
    """An item of its own for each test, where that can be."""
    parts = {"case": 0, "review": 0, "interview": 1, "comment": 1, "marking": 1}
    number = next(NUMBERS)
    if entity in RECORDS:
        return f"record-{number}"
    if entity in parts:
        return "/".join([case, f"x{number}"][: parts[entity] + 1])
    place = f"{case}/2.1.1" if entity.endswith("judgement") else f"{case}/2.1.1/p{number}"
    return f"{place}@{whose}" if entity.startswith("second") else place


def values(field: Field, three: Three) -> tuple[Value, Value]:
    """What stands there, and something else."""
    if field.code in ("inspector", "helper"):
        return three.bea.me, three.ann.me
    if field.kind is Kind.FLAG:
        return True, False
    if field.choices:
        return field.choices[0], field.choices[1]
    return {Kind.NUMBER: (3, 4), Kind.DATE: ("2026-03-10", "2026-03-11")}.get(field.kind, ("hers", "his"))  # type: ignore[return-value]


def field_of(key: tuple[str, str]) -> Field:
    return next(field for field in ENTITIES[key[0]].fields if field.code == key[1])


def mal_writes(three: Three, key: Key, said: Value, parents: object = None) -> None:
    """A step of Mal's own, signed as it should be, to both others."""
    mal_writes_each(three, [(key, said)], parents)


def mal_writes_each(three: Three, what: Iterable[tuple[Key, Value]], parents: object = None) -> None:
    """A step for each, all in one package."""
    hand = Hand(three.mal, three)
    device = hand.another_device()
    steps = []
    for key, said in what:
        on = heads(three.ann, key) if parents is None else parents
        steps.append(made(device.id, next(NUMBERS), three.mal.me, (key, said, on)))  # type: ignore[arg-type]
    stretch = hand.stretch(steps, device=device)
    for taker in (three.ann, three.bea):
        take(taker, hand.send([taker], steps, [stretch], device=device.id, proof=device.proof))


def standing(workspace: Workspace, key: Key) -> set[Value]:
    with workspace.database.read() as connection:
        return {c.value for c in journal.changes(connection, heads(workspace, key))}


def contested(workspace: Workspace, key: Key) -> bool:
    with workspace.database.read() as connection:
        return journal.contested(connection, key[0], EntityId(key[1]), key[2])


def test_every_field_has_a_rule_and_no_rule_is_of_another() -> None:
    assert RULES.keys() == {(e.code, f.code) for e in ENTITIES.values() for f in e.fields}
    assert all(rule.who for rule in RULES.values() if rule.in_the_log)
    assert {rule.otherwise for rule in RULES.values()} == {*Else}
    assert {who for rule in RULES.values() for who in rule.who} == {*Who}


class Stands(NamedTuple):
    """What a laptop holds in a field."""

    value: Value
    contested: bool
    all: set[Value]

    @classmethod
    def with_(cls, one: Workspace, key: Key) -> "Stands":
        return cls(value(one, key), contested(one, key), standing(one, key))


class Story(NamedTuple):
    """What stood in a field with Ann and Bea: what Bea wrote, then after each thing of Mal's, and once she wrote it again."""

    before: Value
    after: list[list[Stands]]
    last: list[Stands]


def stories(three: Three, kinds: Iterable[Kind_]) -> dict[Kind_, Story]:
    """Of these fields, in the same packages."""
    keys = {kind: (kind[0], item_of(three, kind[0], three.case, whose=three.bea.me), kind[1]) for kind in kinds}
    two = {kind: values(field_of(kind), three) for kind in keys}

    def stand() -> dict[Kind_, list[Stands]]:
        sound(three.ann, three.bea)
        both = three.ann, three.bea
        return {kind: [Stands.with_(one, key) for one in both] for kind, key in keys.items()}

    for kind, key in keys.items():
        if kind[0] in BEGUN_BY and field_of(kind).kind is Kind.FLAG:
            three.bea.editor.set(kind[0], key[1], TEXT_OF[kind[0]], three.case)
        if kind != ("case", "helper"):
            three.bea.editor.set(*key, two[kind][0])
    three.give(three.bea, three.ann)
    before, after = {kind: value(three.ann, key) for kind, key in keys.items()}, []
    for cleared in (False, True, False):
        mal_writes_each(three, [(key, None if cleared else two[kind][1]) for kind, key in keys.items()])
        after.append(stand())
    for kind, key in keys.items():
        three.bea.editor.set(*key, two[kind][0])
    three.exchange(three.ann, three.bea)
    last = stand()
    return {kind: Story(before[kind], [found[kind] for found in after], last[kind]) for kind in keys}


@pytest.fixture(scope="module")
def overwritten(held: Three) -> dict[Kind_, Story]:
    """Of all fields at once, but for those that say who may: each of them by itself."""
    found = stories(held, (kind for kind in JUDGED if kind not in GRANTING))
    for kind in GRANTING.intersection(JUDGED):
        found |= stories(held, [kind])
    return found


@pytest.mark.parametrize("kind", JUDGED, ids=".".join)
def test_what_somebody_wrote_is_not_taken_away_by_whose_it_is_not(
    held: Three, overwritten: dict[Kind_, Story], kind: Kind_
) -> None:
    """On top of it, having cleared it, and in three steps that each are on top of the one before."""
    story, counts = overwritten[kind], RULES[kind].otherwise is not Else.NOTHING
    assert len(story.after) == 3
    for one in (one for after in story.after for one in after):
        assert story.before in one.all or not counts
        assert (one.value, one.contested) == (story.before, False) or one.contested
        assert counts or one.value == story.before
    hers = values(field_of(kind), held)[0]
    assert [(one.value, one.contested) for one in story.last] == [(hers, False)] * 2


NOTHING = [key for key in JUDGED if RULES[key].otherwise is Else.NOTHING]


@pytest.mark.parametrize("kind", NOTHING, ids=".".join)
def test_what_counts_for_nothing_does_not_where_nobody_wrote_either(held: Three, kind: tuple[str, str]) -> None:
    three = held
    key = (kind[0], item_of(three, kind[0], three.case, whose=three.bea.me), kind[1])
    if kind[0] in BEGUN_BY:
        three.bea.editor.set(kind[0], key[1], TEXT_OF[kind[0]], three.case)
    three.exchange(three.ann, three.bea)
    before = value(three.ann, key)
    mal_writes(three, key, three.mal.me if kind[1] == "helper" else True, ())
    assert [value(one, key) for one in (three.ann, three.bea)] == [before] * 2
    sound(three.ann, three.bea)
    assert {c.id for c in three.ann.case_rows()} >= {three.case}


def test_who_says_beside_whose_a_case_is_keeps_nobody_from_their_own(held: Three) -> None:
    """Made on top of nothing, and by a laptop whose id sorts first or last."""
    three, key = held, ("case", held.case, "inspector")
    for _ in range(4):
        mal_writes(three, key, three.ann.me, ())
        assert contested(three.bea, key)
        assert case_work.write(three.bea, "prompt", f"{three.case}/2.1.1/d", "note", f"hers {next(NUMBERS)}").change
    (conflict,) = (c for c in conflicts.conflicts(three.bea) if c.field == "inspector")
    conflicts.settle(three.bea, conflict, three.bea.me)
    three.exchange(three.ann, three.bea)
    assert [value(one, key) for one in (three.ann, three.bea)] == [three.bea.me] * 2
    sound(three.ann, three.bea)


@pytest.mark.parametrize("first", [True, False], ids=["an id that sorts first", "an id that sorts last"])
def test_whose_laptop_id_sorts_first_is_shown_first_and_decides_nothing(held: Three, first: bool) -> None:
    """A member may try until a laptop id of theirs does: their note stands in the box, contested, and hers beside it."""
    three, key = held, held.note(f"sorts{next(NUMBERS)}")
    answer = ("judgement", f"{three.case}/2.1.1", "answer")
    for field, hers in ((key, "hers"), (answer, "yes")):
        three.bea.editor.set(field[0], EntityId(field[1]), field[2], hers)
    three.give(three.bea, three.ann)
    hand, hers = Hand(three.mal, three), three.bea.laptop.keyring.device
    device = next(one for one in iter(hand.another_device, None) if (one.id < hers) == first)
    steps = [
        made(device.id, n, three.mal.me, (of, said, ()))
        for n, (of, said) in enumerate(((key, "his"), (answer, "no")), 1)
    ]
    sent = [hand.stretch(steps, device=device)]
    for taker in (three.ann, three.bea):
        take(taker, hand.send([taker], steps, sent, device=device.id, proof=device.proof))
    for one in (three.ann, three.bea):
        assert (value(one, key), contested(one, key)) == ("his" if first else "hers", True)
        assert standing(one, key) == {"hers", "his"}
        assert {(three.case, "2.1.1")} <= set(ratings.contested(one))
    (conflict,) = (c for c in conflicts.conflicts(three.bea) if c.id == key[1])
    assert {side.value for side in conflict.sides} == {"hers", "his"}
    for wanted in (key, answer):
        (conflict,) = (c for c in conflicts.conflicts(three.bea) if (c.id, c.field) == wanted[1:])
        conflicts.settle(three.bea, conflict, "hers" if wanted == key else "yes")
    three.exchange(three.ann, three.bea)
    assert [(value(one, key), contested(one, key)) for one in (three.ann, three.bea)] == [("hers", False)] * 2
    sound(three.ann, three.bea)


def test_on_a_case_that_nobody_ever_had_everybodys_word_is_as_good(held: Three) -> None:
    """Where it is given to one of them afterwards, what the other wrote over theirs stands beside it, and nothing goes."""
    three, case = held, held.ann.case_rows()[1].id
    key = three.note("e", case)
    three.bea.editor.set(*key, "hers")
    three.give(three.bea, three.ann)
    mal_writes(three, key, "his")
    assert [(value(one, key), contested(one, key)) for one in (three.ann, three.bea)] == [("his", False)] * 2
    sharing.give(three.ann, [case], three.bea.me)
    three.exchange(three.ann, three.bea)
    assert [standing(one, key) for one in (three.ann, three.bea)] == [{"hers", "his"}] * 2
    sound(three.ann, three.bea)


def test_what_the_lead_settled_is_kept_as_what_it_was_settled_between(held: Three) -> None:
    """Written again on top of the settled value, whose value would go otherwise with what was settled beneath it."""
    three, key = held, held.note("settled")
    three.bea.editor.set(*key, "hers")
    three.give(three.bea, three.ann)
    mal_writes(three, key, "his")
    (conflict,) = (c for c in conflicts.conflicts(three.ann) if c.id == key[1])
    conflicts.settle(three.ann, conflict, "hers")
    three.exchange(three.ann, three.bea)
    for said in ("his again", None, "his again"):
        mal_writes(three, key, said)
        for one in (three.ann, three.bea):
            assert "hers" in standing(one, key)
            assert contested(one, key)
    sound(three.ann, three.bea)


def test_a_comment_is_kept_though_another_says_to_have_begun_it(held: Three) -> None:
    three, item = held, f"{held.case}/begun"
    for field, text in (("about", three.case), ("text", "hers")):
        three.bea.editor.set("comment", item, field, text)
    three.give(three.bea, three.ann)
    mal_writes(three, ("comment", item, "about"), three.case, ())
    mal_writes(three, ("comment", item, "text"), "his")
    for one in (three.ann, three.bea):
        assert "hers" in standing(one, ("comment", item, "text"))
    sound(three.ann, three.bea)


@pytest.mark.parametrize("kind", [key for key in NOTHING if key[0] in BEGUN_BY], ids=".".join)
def test_who_says_to_have_begun_it_too_changes_on_every_laptop_alike_what_its_writer_did(
    held: Three, kind: tuple[str, str]
) -> None:
    """In whatever order the claim and what its writer did come: one laptop held what the log did not say."""
    three, item = held, item_of(held, kind[0], held.case, whose=held.bea.me)
    text = (kind[0], item, TEXT_OF[kind[0]])
    three.bea.editor.set(*text, "hers")
    three.bea.editor.set(kind[0], item, kind[1], True)
    three.give(three.bea, three.ann)
    for of in BEGUN_BY[kind[0]]:
        mal_writes(three, (kind[0], item, of), values(field_of((kind[0], of)), three)[1], ())
        sound(three.ann, three.bea)
    assert value(three.ann, (kind[0], item, kind[1])) == value(three.bea, (kind[0], item, kind[1]))


def test_what_a_reviewer_said_of_a_case_is_not_taken_away(held: Three) -> None:
    three, key = held, ("review", f"{held.case}", "stage")
    three.ann.editor.set(*key, "returned")
    three.exchange(three.ann, three.bea)
    mal_writes(three, key, "submitted")
    assert ["returned" in standing(one, key) for one in (three.ann, three.bea)] == [True, True]


def test_the_last_day_of_the_ratings_is_as_they_stand_where_another_wrote_over_an_answer(held: Three) -> None:
    three, key = held, ("judgement", f"{held.case}/2.1.2", "answer")
    three.bea.editor.set(*key, "yes")
    three.give(three.bea, three.ann)
    mal_writes(three, key, "no")
    for one in (three.ann, three.bea):
        last = day_by_day.days(one, datetime.now(UTC))[-1]
        assert last.rated == rate(one.framework, one.rated_from())


def test_who_gave_a_case_and_takes_it_back_takes_nothing_away_of_what_was_written_on_it(held: Three) -> None:
    three, case = held, held.ann.add_case("C09", held.ann.framework.samples[0].code)
    three.exchange()
    sharing.give(three.mal, [case], three.bea.me)
    three.exchange()
    key = three.note("given", case)
    three.bea.editor.set(*key, "hers")
    three.exchange()
    sharing.take_back(three.mal, sharing.Given({case: ""}, {case: three.bea.me}))
    three.exchange()
    mal_writes(three, key, "his")
    assert ["hers" in standing(one, key) for one in (three.ann, three.bea)] == [True, True]
    sound(three.ann, three.bea)
