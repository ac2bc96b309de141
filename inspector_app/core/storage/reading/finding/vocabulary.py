"""The words that stand in the index, and how often: read for what somebody may have meant by one that stands nowhere."""

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, column, func, select, table

_WORDS = table("vocabulary", column("term"), column("doc"))
# Of the connection alone, and in memory: it looks into the index and keeps nothing.
_MADE = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'texts', 'row')"
_OF_LENGTH = select(_WORDS.c.term, _WORDS.c.doc).where(
    func.length(_WORDS.c.term).between(bindparam("least"), bindparam("most"))
)


def words(connection: Connection, least: int, most: int) -> Iterator[tuple[str, int]]:
    """Words of so many letters as the index has them (no capitals, no accents), with in how many things each stands."""
    connection.exec_driver_sql(_MADE)
    yield from ((term, doc) for term, doc in connection.execute(_OF_LENGTH, {"least": least, "most": most}))
