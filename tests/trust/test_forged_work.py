"""A step is believed only if the laptop that it names made it; and nothing honest is lost by what is not believed."""

import random
from dataclasses import replace

import pytest

from inspector_app.core.domain.fields import ENTITIES, Entity, Kind
from inspector_app.core.domain.ids import MOST_STEPS, EntityId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.steps.line import entry
from inspector_app.core.domain.trust import Reason, Standing
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.people import standing
from tests.trust.hostile import Key, Three, heads, history, kept, log, made, refused, sound, steps_of, take, value

pytestmark = pytest.mark.usefixtures("no_backups")

TEXT = "Bea saw bruises on the child."


def untaken(found: handoffs.Received) -> set[tuple[str, int, Reason]]:
    return {(one.name, one.steps, one.reason) for one in found.untaken}


@pytest.mark.parametrize("revisions", [1, 5, 2**31])
@pytest.mark.parametrize("resigned", ["as it was", "by the member", "not at all"])
def test_nobody_rewrites_a_colleagues_text_in_place(three: Three, revisions: int, resigned: str) -> None:
    key, other = three.note(), three.note("b")
    change = three.bea.editor.set(*key, TEXT).change
    three.bea.editor.set(*other, "and more")
    three.exchange()
    mine = [one for one in steps_of(three.mal, three.bea.laptop.keyring.device) if one.changes[0].field == "note"]
    forged = [
        replace(one, changes=(replace(one.changes[0], value="Nothing of note.", revision=revisions),))
        if one.changes[0].id == change
        else one
        for one in mine
    ]
    signed = {
        "as it was": [*kept(three.mal).values()],
        "by the member": [three.hand.stretch(forged, device=replace(three.hand.device, id=mine[0].step.id[:16]))],
        "not at all": [],
    }[resigned]
    package = three.hand.send([three.ann, three.bea], forged, signed)
    for honest in (three.ann, three.bea):
        before = log(honest)
        found = take(honest, package)
        assert {(name, reason) for name, _, reason in untaken(found)} == {("Bea", Reason.FORGED)}
        assert log(honest) == before
        assert (value(honest, key), value(honest, other)) == (TEXT, "and more")
    sound(three.ann, three.bea)


@pytest.mark.parametrize("verb", list(Verb))
def test_nobody_writes_in_a_colleagues_name(three: Three, verb: Verb) -> None:
    """Neither on the colleague's laptop, nor on one's own: only an imported document may name other authors."""
    key = ("judgement", f"{three.case}/2.1.1", "answer")
    device = three.bea.laptop.keyring.device
    theirs = made(device, 500, three.bea.me, (key, "yes", ()), verb=verb)
    found = take(three.ann, three.hand.send([three.ann], [theirs]))
    assert untaken(found) == {("Bea", 1, Reason.FORGED)}
    own = made(three.hand.device.id, 501, three.bea.me, (key, "no", ()), verb=verb)
    found = take(three.ann, three.hand.send([three.ann], [own]))
    if verb is not Verb.IMPORT:
        assert untaken(found) == {("Bea", 1, Reason.FORGED)}
        assert value(three.ann, key) is None
        return
    (row,) = three.ann.history(*key)
    assert (row.by, row.laptop, row.package) == ("Bea", "Mal", "Mal")


_SAID = {Kind.NUMBER: 3, Kind.FLAG: True, Kind.DATE: "2026-03-10", Kind.SPANS: ""}


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=ENTITIES)
def test_an_import_names_another_author_of_answers_and_of_nothing_else(three: Three, entity: Entity) -> None:
    """A document has no author of anything else: nobody's acceptance, comment, concern or act comes by one."""
    places = [three.case, *("2.1.1", "a")[: len(entity.key) - 1]]
    item = {"inspection": "inspection", "person": three.bea.me}.get(entity.code, "/".join(places))
    keys = [(entity.code, item, field.code) for field in entity.fields]
    said = [field.choices[0] if field.choices else _SAID.get(field.kind, "text") for field in entity.fields]
    before = [history(three.ann, key) for key in keys]
    steps = [
        made(three.hand.device.id, number, three.bea.me, (key, one, ()), verb=Verb.IMPORT)
        for number, (key, one) in enumerate(zip(keys, said, strict=True), 510)
    ]
    found = take(three.ann, three.hand.send([three.ann], steps, [three.hand.stretch([step]) for step in steps]))
    if entity.code in ("judgement", "prompt"):
        rows = [row for key in keys for row in three.ann.history(*key)]
        assert [(row.value, row.by, row.laptop) for row in rows] == [(one, "Bea", "Mal") for one in said]
        return
    assert untaken(found) == {("Bea", len(keys), Reason.FORGED)}
    assert [history(three.ann, key) for key in keys] == before


@pytest.mark.parametrize("order", [1, -1])
def test_an_answer_covers_nothing_that_stands_beside_it_in_an_import(three: Three, order: int) -> None:
    review: Key = ("review", three.case, "stage")
    writes = [(("judgement", f"{three.case}/2.1.1", "answer"), "yes", ()), (review, "accepted", ())]
    forged = made(three.hand.device.id, 511, three.ann.me, *writes[::order], verb=Verb.IMPORT)
    assert untaken(take(three.bea, three.hand.send([three.bea], [forged]))) == {("Ann", 1, Reason.FORGED)}
    assert value(three.bea, review) is None


def test_a_name_in_an_import_decides_for_nobody(three: Three) -> None:
    """What Mal says that Bea answered is not hers to settle, and he does not accept what he put into others' names."""
    key = ("judgement", f"{three.case}/2.1.1", "answer")
    three.ann.editor.set("case", three.case, "inspector", three.ann.me)
    three.exchange()
    three.ann.editor.set(*key, "no")
    said = made(three.hand.device.id, 512, three.bea.me, (key, "yes", ()), verb=Verb.IMPORT)
    package = three.hand.send([three.ann, three.bea], [said])
    take(three.ann, package)
    take(three.bea, package)
    three.give(three.ann, three.bea)
    (conflict,) = conflicts.conflicts(three.bea)
    with pytest.raises(Expected) as no:
        conflicts.settle(three.bea, conflict, "yes")
    assert no.value.code is Code.CASE_NOT_YOURS
    case = three.mal.case_rows()[1].id
    answer = Edit("judgement", EntityId(f"{case}/2.1.1"), "answer", "yes")
    three.mal.editor.record([(three.bea.me, [answer])], "inspection", Verb.IMPORT)
    assert standing.rights(three.mal, case).judged
    three.exchange()
    judged = [standing.rights(one, case).judged for one in three.everybody]
    assert judged == [False, True, True]  # Bea is said to have, and Mal's laptop says so


def test_a_line_can_be_signed_by_nobody_but_its_own_person(three: Three) -> None:
    """With the colleague's own proof, with another, with none, or with the colleague named as the signer."""
    theirs = three.bea.laptop.keyring
    step = made(theirs.device, 7, three.bea.me, (three.note(), "forged", ()))
    for proof in (theirs.proof, "0" * 16, ""):
        signed = three.hand.stretch([step], device=replace(three.hand.device, id=theirs.device, proof=proof))
        for signer in (signed.signer, three.bea.laptop.card().signing, "0" * 64):
            found = take(three.ann, three.hand.send([three.ann], [step], [replace(signed, signer=signer)]))
            ((_, number, reason),) = untaken(found)
            assert number == 1
            assert reason in (Reason.FORGED, Reason.WAITING)
    assert value(three.ann, three.note()) is None


@pytest.mark.parametrize("number", [2, 500, 9_999_999, MOST_STEPS])
def test_no_step_is_added_to_my_own_line_and_my_later_work_goes_on(three: Three, number: int) -> None:
    device = three.bea.laptop.keyring.device
    step = made(device, number, three.bea.me, (three.note("c"), "x", ()))
    for signed in (None, []):
        found = take(three.bea, three.hand.send([three.bea], [step], signed))
        assert untaken(found) == {("Bea", 1, Reason.FORGED)}
    three.bea.editor.set(*three.note(), "Bea's later work")
    assert three.give(three.bea, three.ann).untaken == ()
    assert value(three.ann, three.note()) == "Bea's later work"


def test_a_laptop_that_has_counted_to_the_end_still_writes_what_others_take(three: Three) -> None:
    """Nobody comes there; a member can on a line of their own, and an honest program stays within what readers take."""
    step = made(three.hand.device.id, MOST_STEPS, three.mal.me, (three.note(), "the last number", ()))
    with three.mal.database.write() as connection:
        from tests.handoff.unions import arrive

        arrive(connection, [step.step], step.changes)
    change = three.mal.editor.set(*three.note("b"), "after the last number").change
    assert change
    three.give(three.mal, three.ann)
    assert value(three.ann, three.note("b")) == "after the last number"


def test_a_colleagues_stretch_is_taken_whole_or_not_at_all(three: Three) -> None:
    """Else half of her work could be passed on, and nobody would send the rest."""
    for prompt in "abcd":
        three.bea.editor.set(*three.note(prompt), f"Bea on {prompt}")
    three.give(three.bea, three.mal)
    device = three.bea.laptop.keyring.device
    mine = steps_of(three.mal, device)[-4:]
    found = take(three.ann, three.hand.send([three.ann], mine[1:], [*kept(three.mal).values()]))
    assert untaken(found) == {("Bea", 3, Reason.INCOMPLETE)}
    assert three.give(three.bea, three.ann).steps == 4
    assert {value(three.ann, three.note(p)) for p in "abcd"} == {f"Bea on {p}" for p in "abcd"}


def test_an_earlier_stage_of_what_was_typed_is_no_replacement_for_the_later(three: Three) -> None:
    """Two copies of a data file can sign two stages of one step: whoever holds the later one keeps it, and passes it on."""
    key = three.note()
    base = made(three.hand.device.id, 100, three.mal.me, (key, "typed", ()), tail="0" * 8)
    early, late = base, replace(base, changes=(replace(base.changes[0], value="typed on", revision=3),))
    beside = made(three.hand.device.id, 101, three.mal.me, (three.note("b"), "beside", ()))
    copies = {"early": ([early, beside], "typed"), "late": ([late], "typed on")}
    ends = []
    for order in (("early", "late"), ("late", "early")):
        for name, taker in zip(order, (three.ann, three.bea), strict=True):
            take(taker, three.hand.send([taker], copies[name][0]))
    three.exchange(three.ann, three.bea)
    for honest in (three.ann, three.bea):
        ends.append((value(honest, key), value(honest, three.note("b"))))
        sound(honest)
    assert ends == [("typed on", "beside")] * 2
    assert log(three.ann) == log(three.bea)


def test_a_member_who_says_two_things_with_one_step_says_the_same_to_all_in_the_end(three: Three) -> None:
    """Another value, another field, other parents: everybody comes to one of them, and it can still be settled."""
    key, other = three.note(), three.note("b")
    honest = three.bea.editor.set(*key, TEXT).change
    three.exchange()
    tail = "0" * 8
    device = three.hand.device.id
    variants = [
        made(device, 50, three.mal.me, (key, "one", [honest]), tail=tail),
        made(device, 50, three.mal.me, (key, "two", ()), tail=tail),
        made(device, 50, three.mal.me, (other, "three", ()), tail=tail),
        made(device, 50, three.mal.me, (other, "four", ()), (key, "five", [f"{device}.00000051.{tail}.0"]), tail=tail),
    ]
    chance = random.Random(1)
    for _ in range(3):
        for taker in (three.ann, three.bea):
            for variant in chance.sample(variants, 3):
                take(taker, three.hand.send([taker], [variant]))
    three.exchange(three.ann, three.bea)
    assert log(three.ann) == log(three.bea)
    sound(three.ann, three.bea)
    for one in (three.ann, three.bea):
        assert TEXT in history(one, key)
        for conflict in conflicts.conflicts(one):
            conflicts.settle(one, conflict, TEXT)
        assert conflicts.conflicts(one) == []


def test_a_circle_through_a_colleagues_text_does_not_hide_it(three: Three) -> None:
    """Mal writes, Bea writes on top of it, and Mal says his was on top of hers."""
    key, tail = three.note(), "0" * 8
    first = made(three.hand.device.id, 60, three.mal.me, (key, "begun", ()), tail=tail)
    take(three.bea, three.hand.send([three.bea], [first]))
    hers = three.bea.editor.set(*key, TEXT).change
    three.exchange(three.ann, three.bea)
    again = made(three.hand.device.id, 60, three.mal.me, (key, "begun", [hers]), tail=tail, revision=9)
    for taker in (three.ann, three.bea):
        take(taker, three.hand.send([taker], [again]))
        assert TEXT in history(taker, key)
        assert hers in heads(taker, key)
    sound(three.ann, three.bea)
    (conflict,) = conflicts.conflicts(three.ann)
    conflicts.settle(three.ann, conflict, TEXT)
    three.exchange(three.ann, three.bea)
    assert value(three.bea, key) == TEXT
    assert log(three.ann) == log(three.bea)


def test_a_change_made_on_top_of_another_field_has_only_its_own_history(three: Three) -> None:
    """In whatever order they come: else a member could make what the lead wrote in one field count in any other."""
    person: Key = ("person", three.bea.me, "deleted")
    hand, mal = three.hand, three.mal.me
    first, late = (made(hand.device.id, n, mal, (three.note(), f"a{n}", ()), tail=f"{n:08x}") for n in (70, 71))
    card = heads(three.ann, ("person", mal, "card"))
    above = (first.changes[0].id, late.changes[0].id)
    odd = made(hand.device.id, 72, mal, (person, True, card), (three.note("b"), "b", above))
    parts = [[first, odd], [late]]
    for taker, order in ((three.bea, parts), (three.ann, parts[::-1])):
        for steps in order:
            take(taker, hand.send([taker], steps))
    for one in (three.ann, three.bea):
        assert [row.value for row in one.history(*three.note("b"))] == ["b"]
        assert [row.value for row in one.history(*person)] == [True]
    assert "Bea" not in {row.name for row in handoffs.rows(three.ann) if row.standing is Standing.WITHDRAWN}
    assert log(three.ann) == log(three.bea)
    sound(three.ann, three.bea)


@pytest.mark.usefixtures("backups")
def test_my_own_work_comes_back_after_an_older_copy_was_put_back_and_nothing_else_does(three: Three) -> None:
    bea = three.bea
    old = bea.back_up().read_bytes()
    bea.editor.set(*three.note(), TEXT)
    three.exchange()
    bea.close()
    for beside in ("-wal", "-shm"):
        bea.path.with_name(bea.path.name + beside).unlink(missing_ok=True)
    bea.path.write_bytes(old)
    three.bea = bea.open(bea.laptop, bea.path)
    assert value(three.bea, three.note()) is None
    lost = steps_of(three.ann, bea.laptop.keyring.device)[-1]
    forged = replace(lost, changes=(replace(lost.changes[0], value="changed on the way", revision=4),))
    found = take(three.bea, three.hand.send([three.bea], [forged], [*kept(three.mal).values()]))
    assert value(three.bea, three.note()) is None
    assert ("Bea", 1, Reason.FORGED) in untaken(found)
    three.bea.editor.set(*three.note("b"), "written meanwhile, under the number of what is lost")
    three.give(three.bea, three.ann)  # by which Ann hears what is gone
    assert three.give(three.ann, three.bea).untaken == ()
    assert value(three.bea, three.note()) == TEXT
    assert [row.package for row in three.bea.history(*three.note())] == ["Ann"]
    three.exchange()
    assert log(three.ann) == log(three.bea) == log(three.mal)
    sound(*three.everybody)


def test_whoever_carries_a_change_is_named_where_that_is_not_its_author(three: Three) -> None:
    key = three.note()
    three.bea.editor.set(*key, "Bea's words")
    three.give(three.bea, three.ann)
    three.ann.editor.set(*key, "Ann's words")
    three.mal.editor.set(*key, "Mal's words")
    three.give(three.ann, three.mal)
    said = {row.by: (row.laptop, row.package) for row in three.mal.history(*key)}
    assert said == {"Bea": ("", "Ann"), "Ann": ("", ""), "Mal": ("", "")}
    (conflict,) = conflicts.conflicts(three.mal)
    assert {side.by: side.package for side in conflict.sides} == {"Ann": "", "Mal": ""}
    (row,) = [row for row in three.ann.history(*key) if row.by == "Bea"]
    assert (row.laptop, row.package) == ("", "")


def test_every_step_that_is_passed_on_is_signed_as_it_stands(three: Three) -> None:
    three.bea.editor.set(*three.note(), TEXT)
    three.exchange()
    for workspace in three.everybody:
        with workspace.database.read() as connection:
            from inspector_app.core.storage.log import journal, stretches

            covers = {one.id: {e.step: e for e in one.entries} for one in stretches.all_kept(connection)}
            by = dict(connection.exec_driver_sql("SELECT id, stretch FROM steps").all())
            for one in journal.made(connection, [step.id for step in journal.all_steps(connection)]):
                assert covers[by[one.step.id]][one.step.id] == entry(one)


def test_work_of_another_inspection_is_not_taken_though_its_signature_is_right(three: Three) -> None:
    step = made(three.hand.device.id, 70, three.mal.me, (three.note(), "from elsewhere", ()))
    elsewhere = three.hand.stretch([step], inspection="0" * 32)
    found = take(three.ann, three.hand.send([three.ann], [step], [elsewhere]))
    assert untaken(found) == {("Mal", 1, Reason.FORGED)}
    package = three.hand.send([three.ann], [step], inspection="0" * 32)
    assert refused(three.ann, package).value == "other-inspection"
