"""Whether the tables say what the log says is found without replaying all of it, and as if all of it were replayed."""

import json
import random

import pytest

from inspector_app.core.domain.ids import ChangeId, EntityId, StepId, change_id
from inspector_app.core.domain.steps.changes import Change
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection, Database
from inspector_app.core.storage.log import derived, differing, journal
from inspector_app.core.storage.tables import head_of

FIELDS = (
    ("prompt", "c/1", "note"), ("prompt", "c/1", "answer"), ("prompt", "c/2", "note"), ("case", "c", "position"),
    ("case", "c", "deleted"),
)  # fmt: skip
VALUES = {"position": (0, 1, 5, None), "deleted": (True, False, None)}
TEXTS = ("yes", "5", "", 'a "b"\n\\ ŵ \u2028 \x07', None)
SPOILT = ("yes", "5", 5, 1, 0, True, None, "c" * 9000)


def logged(chance: random.Random) -> list[Change]:
    """A log of honest and of impossible changes: of several parents, of another field's, in circles, of unknown kinds."""
    made: list[Change] = []
    for number in range(chance.randint(1, 12)):
        entity, entity_id, field = chance.choice(FIELDS)
        step = StepId(f"{chance.choice('abc') * 16}.{number:08d}.00000000")
        own = [c.id for c in made if c.key == (entity, entity_id, field)]
        every = [c.id for c in made]
        parents = chance.choice([own[-1:], own[-1:], own[-1:], own[-2:], own[:1], every[-1:], []])
        value = chance.choice(VALUES.get(field, TEXTS))
        made.append(Change(change_id(step, 0), entity, EntityId(entity_id), field, value, tuple(parents)))
    if chance.random() < 0.2:  # the first was made on a later one
        first, last = made[0], made[-1]
        made[0] = Change(first.id, first.entity, first.entity_id, first.field, first.value, (last.id,))
    if chance.random() < 0.1:
        unknown = ChangeId(f"{'d' * 16}.00000001.00000000.0")
        made.append(Change(unknown, "nothing", EntityId("x"), "known", "of it", ()))
    return made


def spoil(connection: Connection, chance: random.Random) -> None:
    """Something that no edit does, to a row or to the log."""
    entity, entity_id, field = chance.choice(FIELDS)
    ids = [*connection.exec_driver_sql("SELECT id FROM changes").scalars(), "z"]
    act, value, one = chance.randrange(6), chance.choice(SPOILT), chance.choice(ids)
    if act == 0:
        connection.exec_driver_sql(f'UPDATE "{entity}" SET "{field}" = ? WHERE id = ?', (value, entity_id))
    elif act == 1:
        heads = chance.choice([one, f"{one} {one}", None, "z"])
        connection.exec_driver_sql(f'UPDATE "{entity}" SET "{head_of(field)}" = ? WHERE id = ?', (heads, entity_id))
    elif act == 2:
        connection.exec_driver_sql("DELETE FROM changes WHERE id = ?", (one,))
    elif act == 3:
        connection.exec_driver_sql("UPDATE changes SET value = ? WHERE id = ?", (json.dumps(value), one))
    elif act == 4:
        connection.exec_driver_sql("UPDATE changes SET parents = ? WHERE id = ?", (chance.choice(ids), one))
    else:
        connection.exec_driver_sql(f'DELETE FROM "{entity}" WHERE id = ?', (entity_id,))


def test_what_differs_is_what_replaying_all_of_the_log_finds(
    database: Database, seed: int, pytestconfig: pytest.Config
) -> None:
    chance, spoilt = random.Random(seed), 0
    for _ in range(400 if pytestconfig.getoption("--long") else 40):
        with database.write() as connection:
            for table in ("changes", "prompt", '"case"'):
                connection.exec_driver_sql(f"DELETE FROM {table}")
            made = logged(chance)
            journal.add_changes(connection, made)
            derived.again(connection, {c.key for c in made if c.entity != "nothing"})
            for _ in range(chance.choice([0, 1, 1, 2])):
                spoil(connection, chance)
            expected = differing._of_all(connection)
            assert differing.differing(connection) == expected
            spoilt += bool(expected)
    assert spoilt


def test_a_sound_file_is_found_to_be_so_without_replaying_a_field(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = workspace.case_id("C01")
    for n in range(30):
        workspace.editor.set("prompt", f"{case}/2.1.1/{'abc'[n % 3]}", "note", f"text {n}")
    workspace.editor.undo("prompt", f"{case}/2.1.1/a")
    replayed: list[int] = []
    replay = journal.replay
    monkeypatch.setattr(
        journal, "replay", lambda changes, word: (replayed.append(len(changes)), replay(changes, word))[1]
    )
    assert workspace.problems() == []
    assert sum(replayed) == 0


FIRST, SECOND = (f"{'a' * 16}.{n:08d}.00000000.0" for n in (1, 2))
NOTE, PLACE = ("prompt", "c/1", "note"), ("case", "c", "position")
PLACED = 'UPDATE "case" SET position = {}'


def said(change: str, value: str) -> str:
    return f"UPDATE changes SET value = {value} WHERE id = '{change}'"


@pytest.mark.parametrize(
    ("key", "spoilt"),
    [
        (NOTE, [said(SECOND, "'''two'''")]),  # SQLite reads what JSON5 is; nothing else of the program does
        (NOTE, [said(SECOND, "'\"two\" // said'")]),
        (NOTE, [said(SECOND, "'\"two\"' || char(0) || 'lost'")]),
        (NOTE, [said(SECOND, "jsonb('\"two\"')")]),
        (NOTE, [said(SECOND, "'lost'")]),
        (NOTE, [said(FIRST, "'lost'")]),  # its history cannot be read
        (NOTE, [said(FIRST, "''")]),
        (PLACE, [said(SECOND, "'0x5'")]),
        (PLACE, [said(SECOND, "'9223372036854775809'"), PLACED.format("9223372036854775808.0")]),
        (NOTE, [f"UPDATE changes SET parents = char(9) || '{SECOND}' WHERE id = '{FIRST}'"]),  # a circle
        (NOTE, ["DELETE FROM changes", "UPDATE prompt SET note = NULL, note_head = ''"]),
    ],
)
def test_what_sqlite_takes_for_the_same_and_the_program_does_not_is_found(
    database: Database, key: tuple[str, str, str], spoilt: list[str]
) -> None:
    entity, entity_id, field = key
    before, now = ("one", "two") if key == NOTE else (1, 5)
    with database.write() as connection:
        first = Change(ChangeId(FIRST), entity, EntityId(entity_id), field, before, ())
        second = Change(ChangeId(SECOND), entity, EntityId(entity_id), field, now, (first.id,))
        journal.add_changes(connection, [first, second])
        derived.again(connection, {key})
        assert differing.differing(connection) == []
        for statement in spoilt:
            connection.exec_driver_sql(statement)
        assert differing.differing(connection) == [key]


def test_half_a_character_in_log_and_row_alike_is_not_sound(database: Database) -> None:
    with database.write() as connection:
        journal.add_changes(connection, [Change(ChangeId(FIRST), "prompt", EntityId("c/1"), "note", "one", ())])
        derived.again(connection, {NOTE})
        connection.exec_driver_sql(r"""UPDATE changes SET value = '"\ud800"'""")
        connection.exec_driver_sql("UPDATE prompt SET note = CAST(x'EDA080' AS TEXT)")
        with pytest.raises(Exception, match="decode"):
            differing.differing(connection)
