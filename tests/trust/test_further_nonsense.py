"""More that a member's laptop can send: each is refused in a sentence, or taken and then read by everything without harm."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.errors import Expected
from inspector_app.core.interchange import document
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts, marking, verifying
from inspector_app.core.services.fieldwork import week
from inspector_app.core.services.people import standing, team
from inspector_app.core.services.results import (
    accuracy,
    breakdowns,
    day_by_day,
    own_ratings,
    panel_copy,
    ratings,
    sealing,
    summaries,
)
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from tests.trust.hostile import Three, heads, log, made, sound, value

pytestmark = pytest.mark.usefixtures("no_backups")
NOTICE = ("inspection", "inspection", "notice")
Path_ = Callable[[Three], Path]


def read_everything(workspace: Workspace) -> None:
    """All that a window shows of it can be read."""
    found = workspace.inspection()
    document.write(found)
    workspace.case_rows()
    plan = week.plan(workspace)
    for day in (*plan.days[:3], *plan.days[-3:]):
        for name in ("mon", "friday"):  # as somebody types on it
            week.read_as(day.code, f"{name} 10am visit", plan)
    day_by_day.days(workspace, datetime.now(UTC))
    conflicts.conflicts(workspace)
    handoffs.rows(workspace)
    team.members(workspace)
    standing.reviewers(workspace)
    ratings.rate(workspace.framework, found)
    read_what_is_newer(workspace)
    sound(workspace)


def read_what_is_newer(workspace: Workspace) -> None:
    """Seats, members' own ratings, what the service was told and said, lines on key questions, what was verified."""
    own_ratings.chair(workspace)
    for standard in workspace.framework.standards:
        own_ratings.rows(workspace, standard.ref)
        own_ratings.mine(workspace, standard.ref)
        summaries.of_standard(workspace, standard.ref)
    breakdowns.outside(workspace)
    panel_copy.members(workspace)
    panel_copy.told_then(workspace)
    accuracy.effects(workspace, accuracy.rows(workspace))
    for case in workspace.case_rows():
        verifying.items(workspace, case.id)
    marking.second_markings(workspace)
    sealing.standing(workspace)


def brought(three: Three, path: Path) -> str:
    """Import a package on Ann's laptop; why it is refused, in a sentence with every fact it needs, or ""."""
    try:
        handoffs.import_(three.ann, [path])
    except Expected as no:
        return whole(sentence(no))
    return ""


def whole(said: str) -> str:
    assert "{" not in said
    return said


def harmless(three: Three, path: Path) -> None:
    """Refused with nothing changed, or taken; Bea's text, her keys and Ann's framework are as they were either way."""
    before, trusted, framework = log(three.ann), three.ann.laptop.trusted(three.ann.key.id), three.ann.framework
    if brought(three, path):
        assert log(three.ann) == before
    assert {id_: change for id_, change in log(three.ann).items() if id_ in before} == before
    assert three.ann.laptop.trusted(three.ann.key.id) == trusted
    assert three.ann.framework == framework
    assert "Bea's own" in {row.value for row in three.ann.history(*three.note())}
    read_everything(three.ann)
    three.bea.editor.set(*three.note("b"), "and her later work")
    three.give(three.bea, three.ann)
    assert value(three.ann, three.note("b")) == "and her later work"


ENTITY_IDS = [
    "", "../../etc", "x" * 10_000, "a\nb", "\u202egnp", "zz/9.9.9/q", "zz/2.1.1/a/b/c", "/", "//", " ", "2.1.1", "%s",
    "'; --", "\ufeff", "case/2.1.1/\u0661",
]  # fmt: skip


@pytest.mark.parametrize("kind", ["prompt", "judgement", "case", "person", "finding", "second", "event", "bearing"])
def test_ids_that_nothing_of_ours_has(told: Three, kind: str) -> None:
    fields = {"prompt": "note", "judgement": "answer", "case": "ref", "person": "name", "finding": "text",
              "second": "second_done", "event": "title", "bearing": "bears"}  # fmt: skip
    values: dict[str, Value] = {"answer": "yes", "second_done": True, "bears": True}
    for number, identity in enumerate(ENTITY_IDS, 900):
        key = (kind, identity, fields[kind])
        step = made(told.hand.device.id, number, told.mal.me, (key, values.get(fields[kind], "T9"), ()))
        path = told.hand.send([told.ann], [step])
        brought(told, path)
    read_everything(told.ann)


SHORT: list[Value] = [
    True, False, 0, -1, 2**31, 2**53, 2**63, 10**30, "", " ", "2026-02-30", "2026-3-1", "0000-01-01",
    "9999-12-31", "0001-01-01", "25:99", "\u0662\u0660\u0662\u0666-01-01", "\u202e", "[=2.1.1]",
]  # fmt: skip
# Last, as what comes after is compared with all that is there.
LONG: list[Value] = ["[=" * 10_000, "- " * 50_000, "^[" * 10_000, "x" * 1_000_000]
FIELDS = [
    ("inspection", "inspection", "start"), ("inspection", "inspection", "end"), ("inspection", "inspection", "service"),
    ("inspection", "inspection", "nation"), ("inspection", "inspection", "gaps"), ("case", "C", "age"),
    ("case", "C", "began"), ("case", "C", "inspector"), ("case", "C", "sample"), ("case", "C", "helper"),
    ("event", "e", "day"), ("event", "e", "time"),
    ("rating", "1.1", "rating"), ("panel", "2.1", "to"), ("finding", "f", "text"), ("finding", "f", "position"),
    ("source", "s", "asked"), ("totals", "1.1.1", "yes"), ("review", "C", "stage"), ("review", "C", "accepted"),
    ("second", "C", "marker"), ("second", "C", "first_marks"), ("person", "p", "role"), ("person", "p", "withdrawn"),
    ("person", "p", "card"), ("interview", "C/i", "day"), ("concern", "k", "day"), ("comment", "C/m", "about"),
]  # fmt: skip


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{field[0]} {field[2]}")
def test_values_of_every_size_and_kind(told: Three, field: tuple[str, str, str]) -> None:
    key = (field[0], field[1].replace("C", told.case), field[2])
    for number, said in enumerate([*SHORT, *LONG], 900):
        step = made(told.hand.device.id, number, told.mal.me, (key, said, ()))
        brought(told, told.hand.send([told.ann], [step]))
    read_everything(told.ann)


NEWER = {
    "seat": ("p",), "own_rating": ("2.1/p", "2.1/", "/"), "told": ("t",), "summary": ("C/2.1.1",), "point": ("k",),
    "verified_prompt": ("C/2.1.1/a",), "verified_judgement": ("C/2.1.1",), "recommendation": ("r",), "previous": ("v",),
    "support": ("f/s",), "allowed": ("w",), "marking": ("C/p", "C/"), "agreed_judgement": ("C/2.1.1",), "score": ("s/1",),
    "informed": ("k/i", "k/", "/"),
    "agreed_prompt": ("C/2.1.1/a",), "second_prompt": ("C/2.1.1/a@p",), "second_judgement": ("C/2.1.1@p", "C/2.1.1@"),
}  # fmt: skip


def test_values_of_every_size_and_kind_in_every_newer_field(told: Three) -> None:
    """Each at once in every field that can hold such a value at all, of the member and of nobody; what can hold none is
    refused in a sentence.
    """
    for number, said in enumerate([*SHORT, "member", "chair", "accepted", "slip", *LONG], 900):
        keys = dict.fromkeys(  # an item of a case alone is the same for both
            (entity, item.replace("C", told.case).replace("p", person), field.code)
            for entity, items in NEWER.items()
            for item in items
            for person in (told.mal.me, "p")
            for field in ENTITIES[entity].fields
            if field.accepts(said)
        )
        if keys:
            step = made(told.hand.device.id, number, told.mal.me, *((key, said, ()) for key in keys))
            assert brought(told, told.hand.send([told.ann], [step])) == "", said
    harmless(told, told.hand.send([told.ann], [made(told.hand.device.id, 999, told.mal.me, (NOTICE, "x", ()))]))


def of_step(**other: object) -> Path_:
    """One step of the member's own line, which says this."""

    def send(three: Three) -> Path:
        step = made(three.hand.device.id, 900, three.mal.me, (NOTICE, "x", heads(three.mal, NOTICE)))
        return three.hand.send([three.ann], [replace(step, step=replace(step.step, **other))])

    return send


def of_manifest(**claims: object) -> Path_:
    """A package that says this of itself."""

    def send(three: Three) -> Path:
        step = made(three.hand.device.id, 900, three.mal.me, (NOTICE, "x", heads(three.mal, NOTICE)))
        return three.hand.send([three.ann], [step], **claims)

    return send


def of_stretch(entries: Callable[[tuple[object, ...]], object]) -> Path_:
    """A stretch that lists its steps otherwise."""

    def send(three: Three) -> Path:
        hand = three.hand
        step = made(hand.device.id, 900, three.mal.me, (NOTICE, "x", ()))
        signed = hand.stretch([step])
        return hand.send([three.ann], [step], [hand.stretch([step], entries=entries(signed.entries))])

    return send


def many_changes(three: Three) -> Path:
    writes = [(three.note(letter), f"{n}", ()) for n in range(700) for letter in "abcdefg"]
    return three.hand.send([three.ann], [made(three.hand.device.id, 900, three.mal.me, *writes)])


def no_changes(three: Three) -> Path:
    return three.hand.send([three.ann], [made(three.hand.device.id, 900, three.mal.me)])


def parents_of_another_field(three: Three) -> Path:
    step = made(three.hand.device.id, 900, three.mal.me, (NOTICE, "x", heads(three.mal, three.note())))
    return three.hand.send([three.ann], [step])


def parents_never_made(three: Three) -> Path:
    step = made(
        three.hand.device.id,
        900,
        three.mal.me,
        (NOTICE, "x", [f"{three.bea.laptop.device}.99999999.0000000{n}.0" for n in range(9)]),
    )
    return three.hand.send([three.ann], [step])


def a_start(three: Three) -> Path:
    text = '{"id": "iyjwcv-2025", "title": "Mal\'s"}'
    return three.hand.send([three.ann], start={"framework_text": text})


def the_same_twice(three: Three) -> Path:
    step = made(three.hand.device.id, 900, three.mal.me, (NOTICE, "x", ()))
    signed = three.hand.stretch([step])
    return three.hand.send([three.ann], [step], [signed, signed])


def two_stories_of_one_number(three: Three) -> Path:
    steps = [made(three.hand.device.id, 900, three.mal.me, (NOTICE, said, ())) for said in ("one", "two")]
    return three.hand.send([three.ann], steps, [three.hand.stretch([one]) for one in steps])


SENT: dict[str, Path_] = {
    "an author of nobody": of_step(author="nobody"),
    "no author": of_step(author=""),
    "Bea as author": lambda three: of_step(author=three.bea.me)(three),
    "no item": of_step(item=""),
    "an item of another kind": of_step(item="x" * 5000),
    "an undo of nothing": of_step(target="0" * 16 + ".00000001.00000000"),
    "no time": of_step(at=""),
    "a time of words": of_step(at="yesterday"),
    "a time without a zone": of_step(at="2026-03-10T10:00:00"),
    "a time of the year 0": of_step(at="0000-01-01T00:00:00+00:00"),
    "a time of 5,000 figures": of_step(at="9" * 5000),
    "a schema of none": of_manifest(schema=0),
    "a schema below none": of_manifest(schema=-1),
    "a schema of the future": of_manifest(schema=10**9),
    "a service in a mirror": of_manifest(service="\u202e" + "x" * 200),
    "a service of a megabyte": of_manifest(service="x" * 1_000_000),
    "another framework": of_manifest(framework="../../x"),
    "a lead of one's own": lambda three: of_manifest(lead=three.mal.me)(three),
    "a time of making of words": of_manifest(made="soon"),
    "stretches that nobody made": of_manifest(has=tuple(f"{n:032x}" for n in range(20_000))),
    "recipients twice": lambda three: of_manifest(recipients=(three.ann.me, three.ann.me))(three),
    "numbers for others": lambda three: of_manifest(number={three.ann.me: 1, three.bea.me: 9999})(three),
    "nothing in a stretch": of_stretch(lambda _: ()),
    "a step twice in a stretch": of_stretch(lambda entries: (*entries, *entries)),
    "700 times 7 changes": many_changes,
    "no changes": no_changes,
    "parents of another field": parents_of_another_field,
    "parents that were never made": parents_never_made,
    "a start in the middle": a_start,
    "a stretch twice": the_same_twice,
    "two stories of one number": two_stories_of_one_number,
}


@pytest.mark.parametrize("sent", SENT)
def test_what_a_package_says_of_itself_and_its_steps(told: Three, sent: str) -> None:
    harmless(told, SENT[sent](told))
