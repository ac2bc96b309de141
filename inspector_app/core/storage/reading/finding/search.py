"""The full-text index inside the encrypted file: what is written in which item, brought up to date after the edits.

The index is derived. Triggers (migration 3) note which items it is out of date on, whatever wrote them, so nothing here
is part of an edit, and the index is in no package.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, String, bindparam, delete, func, literal, select
from sqlalchemy.dialects.sqlite import insert

from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.domain.finding import beginnings
from inspector_app.core.domain.finding.search import Term, Words
from inspector_app.core.domain.steps.changes import heads_in
from inspector_app.core.domain.text.folding import indexed
from inspector_app.core.domain.text.marks import Mark, marked
from inspector_app.core.storage.columns import NOUGHT
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.ids import among
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.named import named
from inspector_app.core.storage.tables import FULL_TEXT, INDEXED, OF_ENTITY, UNINDEXED, head_of

# The texts of each kind of item that search finds, in the order they are shown. The triggers are of the same columns.
TEXTS: dict[str, tuple[str, ...]] = {
    entity.code: texts
    for entity in ENTITIES.values()
    if (texts := tuple(field.code for field in entity.fields if field.searched))
}
# By what of a deleted thing one sees that somebody wrote on since (storage/reading/stands.py), where not by all its texts.
_STANDS_BY: dict[str, tuple[str, ...]] = {
    "told": ("whom",),
    "point": ("said",),
    "interview": ("note",),
    "case": (),
    "comment": (),
}
_BATCH, _BATCH_BYTES = 64, 64 * 1024  # of one transaction: an edit may have to wait for one, and must not be felt to

_BEHIND = select(func.count()).select_from(UNINDEXED)
_NEXT = select(UNINDEXED.c.entity, UNINDEXED.c.id).limit(_BATCH)
_DONE = delete(UNINDEXED).where(UNINDEXED.c.entity == bindparam("entity"), UNINDEXED.c.id == bindparam("id"))
_NUMBERS = select(INDEXED.c.id, INDEXED.c.n).where(INDEXED.c.entity == bindparam("entity"), among(INDEXED.c.id))
_TO_MARK = insert(INDEXED)
_MARK = _TO_MARK.on_conflict_do_update(
    index_elements=[INDEXED.c.entity, INDEXED.c.id],
    set_={"marks": _TO_MARK.excluded.marks, "beginnings": _TO_MARK.excluded.beginnings},
)
_INDEX = insert(FULL_TEXT).prefix_with("OR REPLACE")  # a virtual table has no other way to say it
_FORGET = [delete(table).where(number == bindparam("number")) for table, number in (
    (FULL_TEXT, FULL_TEXT.c.rowid), (INDEXED, INDEXED.c.n),
)]  # fmt: skip
_ALL = select(INDEXED.c.entity, INDEXED.c.id)
_NUMBERED = select(INDEXED.c.entity, INDEXED.c.id, INDEXED.c.n)
_ONLY_NUMBERS = select(func.json_group_array(INDEXED.c.n, type_=String))  # one row, however many there are
_HAS_WORDS = FULL_TEXT.c.texts.match(bindparam("wanted"))
_ALONE = select(func.json_group_array(FULL_TEXT.c.rowid, type_=String)).where(_HAS_WORDS)
_OF_WORDS = select(FULL_TEXT.c.rowid).where(_HAS_WORDS)
_OF_UNWANTED = select(FULL_TEXT.c.rowid).where(FULL_TEXT.c.texts.match(bindparam("unwanted")))
_CONDITIONS = {  # of what is given
    "wanted": INDEXED.c.n.in_(_OF_WORDS),
    "unwanted": INDEXED.c.n.not_in(_OF_UNWANTED),
    "mark": func.instr(" " + INDEXED.c.marks + " ", literal(" ") + bindparam("mark") + " ") > NOUGHT,
    "begins": INDEXED.c.beginnings.bitwise_and(bindparam("begins")) == bindparam("begins"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """An item as stored: the value of every field, and which fields are contested."""

    entity: str
    id: str
    values: Mapping[str, Value]
    heads: Mapping[str, str]
    texts: tuple[str, ...]  # in the order of TEXTS; of a contested text every side's

    @property
    def text(self) -> str:
        """All its texts, a line each."""
        return "\n".join(self.texts)

    @property
    def contested(self) -> bool:
        """Whether two people's values stand against each other in any of its fields."""
        return any(" " in head for head in self.heads.values())


def behind(connection: Connection) -> int:
    """How many items the index is out of date on."""
    return connection.scalars(_BEHIND).one()


def is_behind(database: Database) -> bool:
    """Whether something that is written is not in the index yet."""
    with database.read() as connection:
        return behind(connection) > 0


def catch_up(database: Database, report: Callable[[int, int], None], pause: Callable[[], None]) -> None:
    """Bring the index up to date, a transaction for each small batch; `pause` is called between two.

    `report` is called with how many items are done of how many, and may raise to stop: what is done stays done.
    Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    with database.read() as connection:
        left = behind(connection)
    done = 0
    while left:
        report(done, done + left)
        with database.write() as connection:
            taken = _index_some(connection)
            # Edits go on meanwhile, and another thread may have done the rest.
            left = left - taken if 0 < taken < left else behind(connection)
        done += taken
        pause()


def matching(connection: Connection, words: Words, mark: str = "") -> Iterator[tuple[str, str]]:
    """(entity, id) of what every wanted term occurs in and no unwanted one, with that mark; nothing given is no condition."""
    statement, given = _asked(_ALL, words, mark)
    yield from ((entity, i) for entity, i in connection.execute(statement, given))


def numbers(connection: Connection, words: Words, mark: str = "") -> list[int]:
    """The same by the numbers of `numbered`, in the order of these."""
    statement, given = _asked(_ONLY_NUMBERS, words, mark)
    if given["wanted"] and not (given["unwanted"] or given["mark"] or given["begins"]):
        statement = _ALONE  # the index alone knows
    found: list[int] = json.loads(connection.scalars(statement, given).one())
    return found


def numbered(connection: Connection) -> Iterator[tuple[str, str, int]]:
    """(entity, id) of all that is in the index, with its number there."""
    yield from ((entity, i, number) for entity, i, number in connection.execute(_NUMBERED))


def _asked(
    statement: Select[*tuple[Any, ...]], words: Words, mark: str
) -> tuple[Select[*tuple[Any, ...]], dict[str, object]]:
    bits = {term: beginnings.of_term(term) for term in words.must}
    given: dict[str, object] = {
        "wanted": " AND ".join(_quoted(term) for term, bit in bits.items() if not bit),
        "unwanted": " OR ".join(map(_quoted, words.never)),
        "mark": mark,
        "begins": sum(set(bits.values())),
    }
    return statement.where(*(condition for name, condition in _CONDITIONS.items() if given[name])), given


def items(connection: Connection, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Item]:
    """These items (entity, id) whole, with what of them is searched; one nobody touched yet is left out."""
    found = _by_entity(wanted).items()
    return {(i.entity, i.id): i for entity, ids in found for i in _items(connection, entity, ids)}


def _by_entity(items: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for entity, entity_id in items:
        found[entity].append(entity_id)
    return found


@cache
def _whole(entity: str) -> Select[*tuple[Any, ...]]:
    table = OF_ENTITY[entity]
    return select(*table.c).where(among(table.c.id))


def _items(connection: Connection, entity: str, ids: Sequence[str]) -> Iterator[Item]:
    fields = [field.code for field in ENTITIES[entity].fields]
    for row in named(connection, _whole(entity), ids=ids):
        values = {code: row[code] for code in fields}
        heads = {code: row[head_of(code)] or "" for code in fields}
        yield Item(entity, row["id"], values, heads, _texts(connection, entity, values, heads))


def _texts(
    connection: Connection, entity: str, values: Mapping[str, Value], heads: Mapping[str, str]
) -> tuple[str, ...]:
    if values.get("deleted") and " " not in heads["deleted"]:
        left = _STANDS_BY.get(entity, TEXTS[entity])
        if not any(values[code] or " " in heads[code] for code in left):
            return ()
    found: list[Value] = []
    for code in TEXTS[entity]:
        sides = journal.changes(connection, heads_in(heads[code])) if " " in heads[code] else []
        found += [change.value for change in sides] or [values[code]]
    return tuple(str(text) for text in found if text)


def _index_some(connection: Connection) -> int:
    """Index the first items that are out of date; how many that were."""
    behind_on = [(entity, i) for entity, i in connection.execute(_NEXT)]
    if not behind_on:
        return 0
    found = items(connection, behind_on)
    taken: list[tuple[str, str, str]] = []
    size = 0
    for entity, entity_id in behind_on:
        item = found.get((entity, entity_id))
        size += len(item.text) if item else 0
        if taken and size > _BATCH_BYTES:
            break
        taken.append((entity, entity_id, item.text if item else ""))
    _put(connection, taken)
    connection.execute(_DONE, [{"entity": entity, "id": i} for entity, i, _ in taken])
    return len(taken)


def _put(connection: Connection, texts: Sequence[tuple[str, str, str]]) -> None:
    """Let the index say this of these items (entity, id, text)."""
    known = _numbers(connection, texts)
    gone = [{"number": known[entity, i]} for entity, i, text in texts if not text and (entity, i) in known]
    if gone:
        for statement in _FORGET:
            connection.execute(statement, gone)
    kept = [(entity, i, text) for entity, i, text in texts if text]
    if kept:
        connection.execute(_MARK, [{"entity": entity, "id": i} | _told(text) for entity, i, text in kept])
        numbers = _numbers(connection, kept)
        connection.execute(_INDEX, [{"rowid": numbers[entity, i], "text": indexed(text)} for entity, i, text in kept])


def _numbers(connection: Connection, of: Sequence[tuple[str, str, str]]) -> dict[tuple[str, str], int]:
    """(entity, id) -> the number of the item in the index, for those it has."""
    return {
        (entity, i): number
        for entity, ids in _by_entity((entity, i) for entity, i, _ in of).items()
        for i, number in connection.execute(_NUMBERS, {"entity": entity, "ids": ids})
    }


def _told(text: str) -> dict[str, object]:
    """What the index says of a text beside its words."""
    kinds = {mark.kind for mark in marked(text)}
    marks = " ".join(kind.value for kind in Mark if kind in kinds)
    return {"marks": marks, "beginnings": beginnings.of_text(text)}


def _quoted(term: Term) -> str:
    """A term as FTS5 takes it: in quotes nothing in it is an operator."""
    return '"' + term.text.replace('"', '""') + ('" *' if term.prefix else '"')
