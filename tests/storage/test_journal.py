"""The laws of the log, with changes made by hand as if another laptop's had arrived."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from inspector_app.core.domain.ids import ChangeId, DeviceId, EntityId, PersonId, StepId, change_id, new_step_id
from inspector_app.core.domain.steps.changes import Change, Edit, Step, Verb, heads_in
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.log import journal
from tests.handoff.unions import arrive

THERE = DeviceId("ffffffffffffffff")  # sorts behind every other device
HERE_FIRST = DeviceId("0000000000000000")
PROMPT = "prompt"


@st.composite
def logs(draw: st.DrawFn) -> list[Change]:
    """Changes of a few fields by three devices, each on top of some of the earlier ones of its field."""
    made: list[Change] = []
    for seq in range(draw(st.integers(1, 25))):
        device = DeviceId(draw(st.sampled_from("abc")) * 16)
        field = draw(st.sampled_from(["answer", "note"]))
        known = [c.id for c in made if c.field == field]
        parents = draw(st.lists(st.sampled_from(known), unique=True, max_size=3)) if known else []
        value = draw(st.sampled_from(["yes", "no", "na", None]))
        made.append(
            Change(
                change_id(StepId(f"{device}.{seq:08d}.00000000"), 0),
                PROMPT,
                EntityId("c/2.1.1/a"),
                field,
                value,
                tuple(parents),
            )
        )
    return made


@given(logs(), st.randoms(use_true_random=False))
def test_replay_does_not_depend_on_the_order_of_changes(log: list[Change], chance: random.Random) -> None:
    shuffled = chance.sample(log, len(log))
    assert journal.replay(shuffled) == journal.replay(log)


@given(logs())
def test_replay_names_as_heads_what_no_change_was_made_on_top_of(log: list[Change]) -> None:
    for (_, _, field), (value, heads) in journal.replay(log).items():
        of_field = {c.id: c for c in log if c.field == field}
        named = {parent for c in of_field.values() for parent in c.parents}
        last = heads_in(heads)
        assert list(last) == sorted(of_field.keys() - named)
        assert value == of_field[last[0]].value
        assert (" " in heads) == (len({of_field[i].value for i in last}) > 1)


def _arrive(database: Database, device: DeviceId, edit: Edit, parents: tuple[ChangeId, ...] = ()) -> Change:
    """A change of another laptop."""
    step = Step(new_step_id(device, 1), PersonId("them"), "2026-03-09T10:00:00+00:00", Verb.EDIT, edit.id)
    change = Change(change_id(step.id, 0), edit.entity, edit.id, edit.field, edit.value, parents)
    with database.write() as connection:
        arrive(connection, [step], [change])
    return change


@pytest.fixture
def item(workspace: Workspace) -> EntityId:
    return EntityId(f"{workspace.case_rows()[0].id}/2.1.1")


@pytest.fixture
def contested(workspace: Workspace, item: EntityId) -> tuple[ChangeId, ChangeId]:
    mine = workspace.editor.set("judgement", item, "answer", "yes").change
    assert mine
    theirs = _arrive(workspace.database, THERE, Edit("judgement", item, "answer", "no"))
    return mine, theirs.id


@pytest.fixture
def connection(workspace: Workspace) -> Iterator[Connection]:
    with workspace.database.read() as connection:
        yield connection


def test_two_answers_made_apart_contest_the_field(
    workspace: Workspace, item: EntityId, contested: tuple[ChangeId, ChangeId], connection: Connection
) -> None:
    assert journal.current(connection, "judgement", item, "answer") == ("yes", contested)
    assert workspace.problems() == []
    case = item.split("/")[0]
    page = workspace.question_page(case, "2.1.1")
    assert (page.answer, page.contested) == (None, True)
    assert workspace.judgements()[case, "2.1.1"] is None
    assert workspace.case_row(case).marks[0].contested
    assert workspace.case_row(case).marks[0].answer is None
    assert [j.answer for j in workspace.inspection().judgements] == [None]
    assert {row.value for row in workspace.history("judgement", item, "answer")} == {"yes", "no"}


def test_the_first_device_gives_the_value_a_contested_row_holds(workspace: Workspace, item: EntityId) -> None:
    workspace.editor.set("judgement", item, "answer", "yes")
    _arrive(workspace.database, HERE_FIRST, Edit("judgement", item, "answer", "na"))
    with workspace.database.read() as connection:
        assert journal.current(connection, "judgement", item, "answer")[0] == "na"


@pytest.mark.parametrize("resolution", ["yes", "no", "na", None])
def test_an_edit_resolves_a_contested_field_and_names_both_parents(
    workspace: Workspace, item: EntityId, contested: tuple[ChangeId, ChangeId], resolution: str | None
) -> None:
    done = workspace.editor.set("judgement", item, "answer", resolution)
    assert done.change, "choosing the value the row happens to hold is a decision too"
    with workspace.database.read() as connection:
        assert journal.current(connection, "judgement", item, "answer") == (resolution, (done.change,))
        assert journal.changes(connection, [done.change])[0].parents == contested
    page = workspace.question_page(item.split("/")[0], "2.1.1")
    assert (page.answer, page.contested) == (resolution, False)
    assert workspace.problems() == []
    assert workspace.history("judgement", item, "answer")[0].value == resolution
    assert len(workspace.history("judgement", item, "answer")) == 3


def test_a_contested_change_is_not_amended(
    workspace: Workspace, item: EntityId, contested: tuple[ChangeId, ChangeId]
) -> None:
    mine, _ = contested
    done = workspace.editor.set("judgement", item, "answer", "na", amend=mine)
    assert done.change != mine
    assert "yes" in {row.value for row in workspace.history("judgement", item, "answer")}


@pytest.mark.parametrize(
    ("entity", "entity_id", "field", "mine", "theirs", "read"),
    [
        ("rating", "1.1", "rating", "Good", "Inadequate", lambda i: [g.rating for g in i.ratings]),
        ("panel", "2.1", "to", "Good", "Inadequate", lambda i: [p.to for p in i.panel]),
        ("totals", "2.1.1", "yes", 5, 6, lambda i: [t.yes for t in i.totals]),
    ],
)
def test_a_contested_rating_counts_as_not_given(
    workspace: Workspace, entity: str, entity_id: str, field: str, mine: str, theirs: str, read: object
) -> None:
    workspace.editor.set("totals", "2.1.1", "of", 9)
    workspace.editor.set(entity, entity_id, field, mine)
    assert read(workspace.inspection()) == [mine]  # type: ignore[operator]
    _arrive(workspace.database, THERE, Edit(entity, EntityId(entity_id), field, theirs))
    assert read(workspace.inspection()) == []  # type: ignore[operator]


def test_history_follows_a_field_through_branches_and_joins(workspace: Workspace, item: EntityId) -> None:
    root = workspace.editor.set("judgement", item, "rationale", "root").change
    assert root
    workspace.editor.set("judgement", item, "rationale", "mine")
    _arrive(workspace.database, THERE, Edit("judgement", item, "rationale", "theirs"), (root,))
    workspace.editor.set("judgement", item, "rationale", "joined")
    workspace.editor.set("judgement", item, "rationale", "last")
    values = [row.value for row in workspace.history("judgement", item, "rationale")]
    assert values[:2] == ["last", "joined"]
    assert set(values[2:4]) == {"mine", "theirs"}
    assert values[4:] == ["root"]


def test_the_next_number_goes_on_after_another_device_and_after_reopening(workspace: Workspace, item: EntityId) -> None:
    _arrive(workspace.database, THERE, Edit("judgement", item, "rationale", "theirs"))
    _arrive(workspace.database, HERE_FIRST, Edit("judgement", item, "answer", "no"))
    device = DeviceId(workspace.laptop.device)
    with workspace.database.read() as connection:
        before = journal.next_seq(connection, device)
        assert journal.next_seq(connection, THERE) == 2
        assert journal.next_seq(connection, DeviceId("1" * 16)) == 1
    done = workspace.editor.set("judgement", item, "answer", "na")
    assert done.change
    assert done.change.split(".")[1] == f"{before:08d}"


def test_a_step_of_many_changes_keeps_their_order(workspace: Workspace) -> None:
    edits = [Edit("finding", EntityId(f"f{n:02d}"), "text", f"text {n}") for n in range(25)]
    done = workspace.editor.do("f00", edits)
    assert done.change
    with workspace.database.read() as connection:
        found = journal.changes_of(connection, StepId(done.change.rpartition(".")[0]))
    assert [c.value for c in found] == [e.value for e in edits]


def test_one_step_writes_one_value_for_a_field_named_twice(workspace: Workspace) -> None:
    edits = [Edit("finding", EntityId("f1"), "text", text) for text in ("first", "second")]
    assert workspace.editor.do("f1", edits).changes == 1
    assert [f.text for f in workspace.findings()] == ["second"]
    workspace.editor.undo("finding", "f1")
    assert [f.text for f in workspace.findings()] == [""]


def test_a_row_that_differs_from_the_log_is_reported(workspace: Workspace, item: EntityId) -> None:
    workspace.editor.set("judgement", item, "answer", "yes")
    with workspace.database.write() as connection:
        connection.exec_driver_sql("UPDATE judgement SET answer = 'no'")
    assert workspace.problems() == [f"judgement {item}: answer is not what the log says"]


def test_a_value_nobody_logged_is_reported(workspace: Workspace) -> None:
    with workspace.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO finding (id, text) VALUES ('f9', 'from nowhere')")
    assert workspace.problems() == ["finding f9: text is not what the log says"]


def test_every_kind_of_value_is_held_as_it_was_given(workspace: Workspace) -> None:
    values = {
        ("finding", "position"): -(2**53) + 1, ("finding", "deleted"): False, ("finding", "text"): "ŵ ŷ 😀 \ufeff\r\n\t",
        ("rating", "stars"): 0, ("judgement", "answer"): "na", ("inspection", "start"): "2026-02-28",
    }  # fmt: skip
    for (entity, field), value in values.items():
        entity_id = {"inspection": "inspection", "judgement": "x/2.1.1"}.get(entity, "x")
        workspace.editor.set(entity, entity_id, field, value)
        found = workspace.history(entity, entity_id, field)[0].value
        assert (found, type(found)) == (value, type(value))
    assert workspace.problems() == []
