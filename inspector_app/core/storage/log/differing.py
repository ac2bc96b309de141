"""The fields of which the tables do not say what the log says.

Nearly every field is one line of changes with the last of them as its only head. That these are right is found by SQLite;
only what it cannot be sure of is replayed (`journal.replay`), which takes several times as long. Statements this wide are
said past Core's own execution, which took three quarters of what a small file takes, and of each backup of one.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from inspector_app.core.domain.fields import ENTITIES, Kind
from inspector_app.core.domain.steps.changes import Change
from inspector_app.core.storage.columns import EMPTY
from inspector_app.core.storage.ids import among
from inspector_app.core.storage.into import AllOf
from inspector_app.core.storage.log import journal, ruled, taking
from inspector_app.core.storage.log.held import Key, held
from inspector_app.core.storage.tables import CHANGES, OF_ENTITY, head_of

_MANY = 2_000  # fields to be replayed; of more than that, all are
_NUMBERS, _TEXTS = ("integer", "true", "false", "null"), ("text", "null")  # what JSON calls a column's values
_HELD = ("integer", "text", "null")  # what SQLite calls them: what is beyond its integers it rounds
_ESCAPED = r"\u"  # a character by its number: half of one, too, which no row can hold
_NO_IDS = "*[^0-9a-z.]*"  # of parents: they are no single id
_PARENT = CHANGES.alias("parent")
_KEY = ("entity", "entity_id", "field")
_SAME_FIELD = and_(*(CHANGES.c[name] == _PARENT.c[name] for name in _KEY))
_ODD = AllOf(
    select(*(table.c[name] for table in (CHANGES, _PARENT) for name in _KEY))
    .outerjoin_from(CHANGES, _PARENT, _PARENT.c.id == CHANGES.c.parents)
    .where(
        CHANGES.c.parents != EMPTY,
        or_(
            func.instr(CHANGES.c.parents, " ") > 0,
            CHANGES.c.parents.op("GLOB")(_NO_IDS),
            CHANGES.c.parents >= CHANGES.c.id,
            and_(_PARENT.c.id.is_not(None), ~_SAME_FIELD),
        ),
    )
)
_LAST = AllOf(
    select(CHANGES.c.id).where(CHANGES.c.id.not_in(select(CHANGES.c.parents).where(CHANGES.c.parents != EMPTY)))
)
# SQLite takes more for JSON than Python does: other ways to write it, what is no text, what stands before a NUL.
_UNREADABLE = AllOf(
    select(*(CHANGES.c[name] for name in _KEY))
    .where(
        or_(
            func.typeof(CHANGES.c.value) != "text",
            func.instr(CHANGES.c.value, func.char(0)) > 0,
            func.json_valid(CHANGES.c.value) == 0,
        )
    )
    .distinct()
)
# Most kinds have no rows in most files, and to take a statement of theirs apart is most of what it costs there.
_THERE = AllOf(select(*(exists(select(OF_ENTITY[code].c.id)) for code in ENTITIES)))
_FIELDS_OF = select(*(CHANGES.c[name] for name in _KEY)).where(among(CHANGES.c.id)).distinct()


def differing(connection: Connection) -> list[Key]:
    """Those fields, in order; none in a sound file. Where some of the log cannot be read, the fields of that."""
    unreadable = sorted(key for key in _UNREADABLE.rows(connection))
    if unreadable:
        return unreadable
    doubtful = _oddly_linked(connection) | _not_plain(connection) | taking.doubtful(connection)
    if len(doubtful) > _MANY:
        return _of_all(connection)
    logged = _replayed(connection, journal.of_fields(connection, doubtful))
    known = {key for key in doubtful if key[0] in ENTITIES and key[2] in OF_ENTITY[key[0]].c}
    there = held(connection, known)
    # What is doubtful and has no changes is a row with something in it.
    found = sorted(key for key in doubtful if key not in logged or logged[key] != there.get(key))
    if found and ruled.otherwise(connection):  # a backup from before, which nothing is written into
        return sorted({*found} - taking.doubtful(connection))
    return found


def _of_all(connection: Connection) -> list[Key]:
    logged, there = _replayed(connection, journal.log(connection)), journal.tables(connection)
    return sorted(key for key in logged.keys() | there.keys() if logged.get(key) != there.get(key))


def _replayed(connection: Connection, changes: Sequence[Change]) -> journal.Rows:
    return journal.replay(changes, taking.judge(connection, changes))


def _oddly_linked(connection: Connection) -> set[Key]:
    """Fields with a change that was made on several others, on one with a later id, or on one of another field; and that.

    Every circle has a link to a later id, whatever the ids are: a field that is not among these is a tree.
    """
    return {key for row in _ODD.rows(connection) for key in (row[:3], row[3:]) if key[0] is not None}


def _not_plain(connection: Connection) -> set[Key]:
    """Fields of which the row does not plainly hold the value of its one head, or which have another head in the log.

    What is left of a tree is right then: each change that no other was made on is the head of its own field's row.
    """
    last, heads, found = {change for (change,) in _LAST.rows(connection)}, set[str](), set[Key]()
    (there,) = _THERE.rows(connection)
    for code in (code for code, has_rows in zip(ENTITIES, there, strict=True) if has_rows):
        for field, entity_id, head in _rows_of(code).rows(connection):
            if head in last:
                heads.add(head)
            else:
                found.add((code, entity_id, field))
    unsaid = connection.execute(_FIELDS_OF, {"ids": sorted(last - heads)})
    return found | {(entity, entity_id, field) for entity, entity_id, field in unsaid}


@cache
def _rows_of(code: str) -> AllOf:
    """Of each field that was written: its code, the entity's id, and its head where the row holds the value of that."""
    return AllOf(union_all(*(_rows_of_field(code, field.code, field.kind) for field in ENTITIES[code].fields)))


def _rows_of_field(code: str, field: str, kind: Kind) -> Select[*tuple[Any, ...]]:
    table = OF_ENTITY[code]
    value, head = table.c[field], table.c[head_of(field)]
    right = and_(
        CHANGES.c.entity == _said(code),
        CHANGES.c.entity_id == table.c.id,
        CHANGES.c.field == _said(field),
        func.json_type(CHANGES.c.value).in_(_NUMBERS if kind in (Kind.NUMBER, Kind.FLAG) else _TEXTS),
        func.typeof(value).in_(_HELD),
        func.instr(CHANGES.c.value, _ESCAPED) == 0,
        value.op("IS")(func.json_extract(CHANGES.c.value, "$")),
    )
    return (
        select(_said(field), table.c.id, case((right, head)))
        .outerjoin_from(table, CHANGES, CHANGES.c.id == head)
        .where(or_(value.is_not(None), head.is_not(None)))
    )


def _said(code: str) -> ColumnElement[str]:
    """A code of domain/fields.py, which is a word, as it stands in a statement."""
    return literal_column(f"'{code}'", String)
