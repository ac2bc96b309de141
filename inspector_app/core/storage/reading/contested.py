"""Which fields are contested, and what the two sides started from."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, literal, select, union_all

from inspector_app.core.domain.fields import ENTITIES, JUDGEMENT, PERSON, Value
from inspector_app.core.domain.ids import ChangeId, EntityId
from inspector_app.core.domain.steps.changes import Change, above
from inspector_app.core.storage.columns import split
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.tables import OF_ENTITY

# What is said of cards is no value to choose between: each laptop's person accepts a card, and whose line it is decides what
# is withdrawn.
_OF_CARDS = frozenset({"signing", "sealing", "card", "said", "withdrawn"})
_ALL = [
    (entity.code, field.code)
    for entity in ENTITIES.values()
    for field in entity.fields
    if entity is not PERSON or field.code not in _OF_CARDS
]
_FIELDS = union_all(  # one question for all: it is asked after every pause in typing
    *(
        select(literal(number), OF_ENTITY[entity].c.id).where(split(OF_ENTITY[entity], field))
        for number, (entity, field) in enumerate(_ALL)
    )
)


def fields(connection: Connection) -> list[tuple[str, EntityId, str]]:
    """(entity, id, field) of every contested field."""
    found = [(_ALL[number], i) for number, i in connection.execute(_FIELDS)]
    return [(entity, EntityId(i), field) for (entity, field), i in found]


def judgements(connection: Connection) -> list[tuple[str, str]]:
    """(case, key question) of every judgement whose answer is contested."""
    table = OF_ENTITY[JUDGEMENT.code]
    found = connection.scalars(select(table.c.id).where(split(table, "answer")))
    return [(case, question) for case, _, question in (entity_id.partition("/") for entity_id in found)]


def sides(connection: Connection) -> dict[tuple[str, EntityId, str], set[Value]]:
    """The values that stand against each other in every contested field."""
    found = {}
    for entity, entity_id, field in fields(connection):
        _, heads = journal.current(connection, entity, entity_id, field)
        found[entity, entity_id, field] = {change.value for change in journal.changes(connection, heads)}
    return found


def common_ancestor(known: Mapping[ChangeId, Change], heads: Sequence[ChangeId]) -> ChangeId | None:
    """The last change that every head was made on top of, directly or not; None when there is none."""
    shared = set.intersection(*(above(known, head) for head in heads))
    newest = shared - {parent for i in shared for parent in above(known, i)}
    return max(newest, default=None)
