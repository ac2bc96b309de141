"""The full-text index inside the encrypted file: what is written in which item, brought up to date after the edits.

The index is derived. Triggers (migration 3) note which items it is out of date on, whatever wrote them, so nothing here
is part of an edit, and the index is in no package.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from inspector_app.core.domain.changes import heads_in
from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.domain.marks import Mark, marked
from inspector_app.core.domain.search import Term, Words
from inspector_app.core.storage import journal
from inspector_app.core.storage.database import Database

# The texts of each kind of item that search finds, in the order they are shown. The triggers are of the same columns.
TEXTS: dict[str, tuple[str, ...]] = {
    entity.code: texts
    for entity in ENTITIES.values()
    if (texts := tuple(field.code for field in entity.fields if field.searched))
}
# By what of a deleted thing one sees that somebody wrote on since (storage/stands.py), where that is not all its texts.
_STANDS_BY: dict[str, tuple[str, ...]] = {"interview": ("note",), "case": (), "comment": ()}
_BATCH, _BATCH_BYTES = 64, 64 * 1024  # of one transaction: an edit may have to wait for one, and must not be felt to
_MOST = 500  # SQLite bounds the number of parameters


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
    return int(connection.exec_driver_sql("SELECT count(*) FROM unindexed").scalar_one())


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
    wanted, unwanted = " AND ".join(map(_quoted, words.must)), " OR ".join(map(_quoted, words.never))
    select, given = "SELECT entity, id FROM indexed WHERE 1", []
    for condition, text in (
        ("n IN (SELECT rowid FROM texts WHERE texts MATCH ?)", wanted),
        ("n NOT IN (SELECT rowid FROM texts WHERE texts MATCH ?)", unwanted),
        ("instr(' ' || marks || ' ', ' ' || ? || ' ') > 0", mark),
    ):
        if text:
            select += f" AND {condition}"
            given.append(text)
    for row in connection.exec_driver_sql(select, tuple(given)):
        yield row[0], row[1]


def items(connection: Connection, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Item]:
    """These items (entity, id) whole, with what of them is searched; one nobody touched yet is left out."""
    by_entity: dict[str, list[str]] = defaultdict(list)
    for entity, entity_id in wanted:
        by_entity[entity].append(entity_id)
    return {(i.entity, i.id): i for entity, ids in by_entity.items() for i in _items(connection, entity, ids)}


def _items(connection: Connection, entity: str, ids: Sequence[str]) -> Iterator[Item]:
    fields = [field.code for field in ENTITIES[entity].fields]
    columns = ", ".join(f'"{code}", "{code}_head"' for code in fields)
    for start in range(0, len(ids), _MOST):
        part = tuple(ids[start : start + _MOST])
        marks = ", ".join("?" * len(part))
        rows = connection.exec_driver_sql(f'SELECT id, {columns} FROM "{entity}" WHERE id IN ({marks})', part)  # noqa: S608
        for row in rows.all():
            values = dict(zip(fields, row[1::2], strict=True))
            heads = {code: head or "" for code, head in zip(fields, row[2::2], strict=True)}
            yield Item(entity, row[0], values, heads, _texts(connection, entity, values, heads))


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
    rows = connection.exec_driver_sql("SELECT entity, id FROM unindexed LIMIT ?", (_BATCH,)).all()
    if not rows:
        return 0
    found = items(connection, [(entity, i) for entity, i in rows])
    taken: list[tuple[str, str, str]] = []
    size = 0
    for entity, entity_id in rows:
        item = found.get((entity, entity_id))
        size += len(item.text) if item else 0
        if taken and size > _BATCH_BYTES:
            break
        taken.append((entity, entity_id, item.text if item else ""))
    _put(connection, taken)
    connection.exec_driver_sql("DELETE FROM unindexed WHERE (entity, id) = (?, ?)", [row[:2] for row in taken])
    return len(taken)


def _put(connection: Connection, texts: Sequence[tuple[str, str, str]]) -> None:
    """Let the index say this of these items (entity, id, text)."""
    known = _numbers(connection, texts)
    gone = [(known[entity, i],) for entity, i, text in texts if not text and (entity, i) in known]
    if gone:
        connection.exec_driver_sql("DELETE FROM texts WHERE rowid = ?", gone)
        connection.exec_driver_sql("DELETE FROM indexed WHERE n = ?", gone)
    kept = [(entity, i, text) for entity, i, text in texts if text]
    if kept:
        rows = [(entity, i, _marks(text)) for entity, i, text in kept]
        into = "INSERT INTO indexed (entity, id, marks) VALUES (?, ?, ?)"
        connection.exec_driver_sql(f"{into} ON CONFLICT DO UPDATE SET marks = excluded.marks", rows)
        numbers = _numbers(connection, kept)
        rows_of_index = [(numbers[entity, i], text) for entity, i, text in kept]
        connection.exec_driver_sql("INSERT OR REPLACE INTO texts (rowid, text) VALUES (?, ?)", rows_of_index)


def _numbers(connection: Connection, of: Sequence[tuple[str, str, str]]) -> dict[tuple[str, str], int]:
    """(entity, id) -> the number of the item in the index, for those it has."""
    marks = ", ".join(["(?, ?)"] * len(of))
    select = f"SELECT entity, id, n FROM indexed WHERE (entity, id) IN (VALUES {marks})"  # noqa: S608
    given = tuple(part for entity, i, _ in of for part in (entity, i))
    return {(entity, i): n for entity, i, n in connection.exec_driver_sql(select, given)}


def _marks(text: str) -> str:
    kinds = {mark.kind for mark in marked(text)}
    return " ".join(kind.value for kind in Mark if kind in kinds)


def _quoted(term: Term) -> str:
    """A term as FTS5 takes it: in quotes nothing in it is an operator."""
    return '"' + term.text.replace('"', '""') + ('" *' if term.prefix else '"')
