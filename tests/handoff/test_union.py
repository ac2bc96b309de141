"""The union of work by itself: any changes, in any packages, in any order, twice or in an earlier stage."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.ids import ChangeId, EntityId, PersonId, StepId, change_id
from inspector_app.core.domain.steps.changes import Change, Step, Verb
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.engines import driver
from inspector_app.core.storage.log import journal, union
from inspector_app.core.storage.log.held import held
from tests.handoff.unions import arrive

FIELDS = (("prompt", "c/2.1.1/a", "note"), ("prompt", "c/2.1.1/a", "answer"), ("prompt", "c/2.1.1/b", "note"))
VALUES = ("yes", "no", None)


def _step(number: int, device: str = "a") -> StepId:
    return StepId(f"{device * 16}.{number:08d}.00000000")


def _change(step: StepId, place: int = 0, parents: tuple[ChangeId, ...] = (), **other: object) -> Change:
    entity, entity_id, field = FIELDS[0]
    made = Change(change_id(step, place), entity, EntityId(entity_id), field, "yes", parents)
    return replace(made, **other)


@st.composite
def logs(draw: st.DrawFn) -> list[Change]:
    """Steps of one or two changes by three devices, each change on top of some of the earlier ones of its field."""
    made: list[Change] = []
    for number in range(1, draw(st.integers(1, 14)) + 1):
        step = _step(number, draw(st.sampled_from("abc")))
        for place in range(draw(st.integers(1, 2))):
            where = draw(st.sampled_from(FIELDS))
            known = [c.id for c in made if (c.entity, c.entity_id, c.field) == where]
            parents = draw(st.lists(st.sampled_from(known), unique=True, max_size=3)) if known else []
            value, revision = draw(st.sampled_from(VALUES)), draw(st.integers(0, 2))
            made.append(
                Change(change_id(step, place), where[0], EntityId(where[1]), where[2], value, tuple(parents), revision)
            )
    return made


def _packages(log: list[Change], chance: random.Random) -> list[list[Change]]:
    """The steps in packages at random, some in several, and some in an earlier stage of their typing besides."""
    packages: list[list[Change]] = [[] for _ in range(chance.randint(1, 5))]
    for step in {c.step for c in log}:
        of_step = [c for c in log if c.step == step]
        for package in chance.sample(packages, chance.randint(1, len(packages))):
            package += of_step
        if any(c.revision for c in of_step) and chance.random() < 0.5:
            packages.append([replace(c, revision=0, value="earlier") if c.revision else c for c in of_step])
    return chance.sample(packages, len(packages))


def _take(database: Database, package: list[Change]) -> union.Joined:
    steps = [
        Step(i, PersonId("p"), "2026-03-09T10:00:00+00:00", Verb.EDIT, EntityId("c")) for i in {c.step for c in package}
    ]
    with database.write() as connection:
        return arrive(connection, steps, package)


def _held(database: Database) -> journal.Rows:
    with database.read() as connection:
        assert journal.tables(connection) == journal.replay(journal.log(connection))
        return journal.tables(connection)


def _empty(database: Database) -> None:
    with database.write() as connection:
        for table in ("steps", "changes", "awaited", "prompt"):
            connection.exec_driver_sql(f"DELETE FROM {table}")


@given(logs(), st.randoms(use_true_random=False))
def test_packages_in_any_order_give_what_the_whole_log_says(
    database: Database, log: list[Change], chance: random.Random
) -> None:
    _empty(database)
    for package in _packages(log, chance):
        _take(database, package)
        _held(database)
    assert _held(database) == journal.replay(log)
    with database.read() as connection:
        assert sorted(journal.log(connection), key=lambda c: c.id) == sorted(log, key=lambda c: c.id)
        assert connection.exec_driver_sql("SELECT count(*) FROM awaited").scalar() == 0


@given(logs())
def test_taking_in_what_is_here_changes_nothing(database: Database, log: list[Change]) -> None:
    _empty(database)
    _take(database, log)
    before = _held(database)
    again = _take(database, log)
    assert (again.steps, again.changes, again.touched) == (0, 0, frozenset())
    assert _held(database) == before


def test_a_parent_that_comes_later_is_no_head(database: Database) -> None:
    first = _change(_step(1), value="no")
    second = _change(_step(2), parents=(first.id,))
    assert _take(database, [second]).new == (FIELDS[0],)
    assert _take(database, [first]).touched == frozenset()
    assert _held(database) == {FIELDS[0]: ("yes", second.id)}


def test_a_change_named_as_parent_by_one_of_another_field_stays_a_head(database: Database) -> None:
    first = _change(_step(1), value="no")
    stray = _change(_step(2), parents=(first.id,), entity_id=EntityId("c/2.1.1/b"))
    _take(database, [stray])
    _take(database, [first])
    assert _held(database) == {FIELDS[0]: ("no", first.id), FIELDS[2]: ("yes", stray.id)}


def test_the_later_stage_of_typing_is_kept_whichever_comes_first(database: Database) -> None:
    early, late = _change(_step(1), value="a", revision=1), _change(_step(1), value="ab", revision=2)
    for order in ([early, late], [late, early]):
        _empty(database)
        for change in order:
            _take(database, [change])
        assert _held(database) == {FIELDS[0]: ("ab", late.id)}


def test_what_a_later_stage_brings_is_counted(database: Database) -> None:
    _take(database, [_change(_step(1), value="a")])
    joined = _take(database, [_change(_step(1), value="ab", revision=1)])
    assert (joined.steps, joined.changes, joined.changed) == (1, 1, (FIELDS[0],))


def test_a_row_is_looked_for_once_whichever_of_its_fields_are_asked_for(database: Database) -> None:
    step = _step(1)
    changes = [
        _change(step, place, entity_id=EntityId(f"c/2.1.1/{item}"), field=field, value=value)
        for place, (item, field, value) in enumerate(
            [("a", "answer", "yes"), ("a", "note", "a note"), ("b", "note", "b")]
        )
    ]
    _take(database, changes)
    said = list[str]()
    keys = [("prompt", f"c/2.1.1/{item}", field) for item in "abc" for field in ("answer", "note")]
    with database.write() as connection:
        driver(connection).set_trace_callback(said.append)
        found = held(connection, keys)
        driver(connection).set_trace_callback(None)
    assert [value for value, _ in found.values()] == ["yes", "a note", None, "b", None, None]
    assert list(found) == keys
    assert len([one for one in said if "FROM prompt" in one]) == 1


def test_two_values_are_contested_and_two_equal_ones_are_not(database: Database) -> None:
    mine, theirs, same = (_change(_step(1, device), value=v) for device, v in (("a", "yes"), ("b", "no"), ("c", "yes")))
    _take(database, [mine])
    assert _take(database, [same]).touched == frozenset()
    assert _held(database) == {FIELDS[0]: ("yes", f"{mine.id}={same.id}")}
    assert _take(database, [theirs]).contested == (FIELDS[0],)
    settled = _change(_step(2, "b"), value="no", parents=(mine.id, theirs.id, same.id))
    assert _take(database, [settled]).settled == (FIELDS[0],)


@pytest.mark.parametrize(
    "other",
    [
        {"entity_id": EntityId("c/2.1.1/b")},
        {"field": "answer"},
        {"entity": "judgement", "field": "rationale"},
        {"parents": (ChangeId(change_id(_step(9), 0)),)},
    ],
)
def test_of_two_steps_of_one_number_that_differ_in_more_than_a_value_the_later_is_the_whole_of_it(
    database: Database, other: dict[str, object]
) -> None:
    """Only the laptop that made it can have signed both; everybody else comes to the same."""
    earlier, later = _change(_step(1)), _change(_step(1), revision=5, **other)
    beside = _change(_step(2), value="no")
    ends = []
    for order in ([earlier, later], [later, earlier]):
        _empty(database)
        for change in order:
            _take(database, [change, beside])
        ends.append(_held(database))
        with database.read() as connection:
            assert {c.id: c for c in journal.log(connection)} == {later.id: later, beside.id: beside}
            waited = [row[0] for row in connection.exec_driver_sql("SELECT id FROM awaited")]
        assert waited == list(later.parents)
    assert ends[0] == ends[1] == journal.replay([later, beside])


def test_changes_made_on_top_of_each_other_hide_nothing(database: Database) -> None:
    """In one package, in several, and in the other order; also beside an honest change."""
    first, second, third = (change_id(_step(n), 0) for n in (1, 2, 3))
    circle = [
        _change(_step(1), parents=(third,), value="yes"),
        _change(_step(2), parents=(first,), value=None),
        _change(_step(3), parents=(second,), value="na"),
    ]
    honest = _change(_step(4), value="no")
    ends = []
    for packages in ([circle], [[c] for c in circle], [[c] for c in reversed(circle)], [circle[::2], circle[1:2]]):
        _empty(database)
        _take(database, [honest])
        for package in packages:
            _take(database, package)
        ends.append(_held(database))
    assert ends == [journal.replay([honest, *circle])] * 4
    value, heads = ends[0][FIELDS[0]]
    assert (value, set(heads.split())) == ("yes", {first, second, third, honest.id})
    with database.read() as connection:
        history = journal.field_history(connection, *FIELDS[0])
    assert [c.value for c in history if c.id == honest.id] == ["no"]
    assert {c.id for c in history} == {first, second, third, honest.id}
    settled = _change(_step(5), parents=(first, second, third, honest.id), value="yes")
    assert _take(database, [settled]).settled == (FIELDS[0],)
    assert _held(database) == journal.replay([honest, *circle, settled])


def test_what_is_taken_out_leaves_everything_as_if_it_had_never_come(database: Database) -> None:
    first = _change(_step(1), value="no")
    beside = _change(_step(2, "b"), value="yes", parents=(first.id,))
    above = _change(_step(1, "c"), value=None, parents=(beside.id,))
    alone = _change(_step(3, "b"), entity_id=EntityId("c/2.1.1/b"))
    _take(database, [first, beside, above, alone])
    with database.write() as connection:
        out = union.take_out(connection, [beside.step, alone.step])
    assert set(out.touched) == {FIELDS[0][:2], FIELDS[2][:2]}
    assert _held(database) == journal.replay([first, above])
    with database.read() as connection:
        assert [row[0] for row in connection.exec_driver_sql("SELECT id FROM awaited")] == [beside.id]
    _take(database, [beside, alone])
    assert _held(database) == journal.replay([first, beside, above, alone])


def test_a_change_that_first_came_as_one_of_another_field_is_still_waited_for(database: Database) -> None:
    """A member tells two stories of one step: the id is here, and is not what the field waits for."""
    waiting, other_story = _change(_step(1), value="yes"), _change(_step(2, "b"), entity_id=EntityId("c/2.1.1/b"))
    waiting = replace(waiting, parents=(other_story.id,))
    story = replace(other_story, entity_id=waiting.entity_id, value="no", parents=(waiting.id,))  # a circle
    _take(database, [waiting])
    _take(database, [other_story])
    with database.write() as connection:
        union.take_out(connection, [other_story.step])
    _take(database, [story])
    assert _held(database) == journal.replay([waiting, story])
    value, heads = _held(database)[FIELDS[0]]
    assert set(heads.split()) == {waiting.id, story.id}
    assert value in ("yes", "no")


def test_thousands_of_changes_of_one_field_and_of_many(database: Database) -> None:
    chain = [_change(_step(1), value="0")]
    for number in range(2, 1001):
        chain.append(_change(_step(number), parents=(chain[-1].id,), value=str(number)))
    wide = [_change(_step(2000), n, entity_id=EntityId(f"c/2.1.1/{n}")) for n in range(1500)]
    seen: list[tuple[int, int]] = []
    with database.write() as connection:
        steps = [
            Step(i, PersonId("p"), "2026-03-09T10:00:00+00:00", Verb.EDIT, EntityId("c"))
            for i in {c.step for c in chain + wide}
        ]
        first = {c.step for c in chain[::2] + wide}
        half = chain[::2] + wide
        arrive(connection, [s for s in steps if s.id in first], half, lambda done, of: seen.append((done, of)))
        arrive(connection, [s for s in steps if s.id not in first], chain[1::2])
    held = _held(database)
    assert held.pop(FIELDS[0]) == ("1000", chain[-1].id)
    assert len(held) == 1500
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]
