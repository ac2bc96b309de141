"""A collection in which another program, or a disk, put what its columns are not for: a sentence, by every way it is read."""

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import collections
from inspector_app.core.storage.collection import tables
from inspector_app.ui.errors import sentence

COLUMNS = [(table.name, column.name) for table in tables.ALL.sorted_tables for column in table.columns]
WRONG = ["'x'", "CAST(x'ff00fe' AS TEXT)", "-5", "4611686018427387904", "NULL", "'0000-13-77'"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A collection of one inspection, as the program makes it."""
    made = tmp_path_factory.mktemp("collection") / "all.collection"
    collections.add(str(made), [exchange.sample_document()], sealed=False)
    return made.read_bytes()


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[".".join(one) for one in COLUMNS])
def test_a_value_that_is_not_of_its_column_is_shown_or_refused_in_a_sentence(
    sound: bytes, tmp_path: Path, table: str, column: str
) -> None:
    here, spoils = tmp_path / "all.collection", 0
    for value in WRONG:
        here.write_bytes(sound)
        if not spoil(here, f'UPDATE OR REPLACE "{table}" SET "{column}" = {value}'):
            continue
        spoils += 1
        before = here.read_bytes()
        for read in (collections.inspections, collections.compare):
            said = ""
            try:
                read(str(here))
            except Expected as refused:
                said = sentence(refused)
            assert "{" not in said
            assert here.read_bytes() == before
    assert spoils


def spoil(here: Path, how: str) -> bool:
    """Write it, whatever the file says of its columns; False where SQLite lets nobody."""
    with closing(sqlite3.connect(here)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE type = 'table'")
        connection.commit()
    with closing(sqlite3.connect(here)) as connection, suppress(sqlite3.Error):
        connection.execute(how)
        connection.commit()
        return True
    return False


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[".".join(one) for one in COLUMNS])
def test_a_schema_that_a_disk_spoilt_is_damage(sound: bytes, tmp_path: Path, table: str, column: str) -> None:
    """A bit of a column's name: it was a fault of the program, in words of the database."""
    here = tmp_path / "all.collection"
    for other in (b"\x7f" + column.encode()[1:], b"\xff" + column.encode()[1:]):
        here.write_bytes(sound)
        rename(here, table, column.encode(), other)
        before = here.read_bytes()
        for read in (collections.inspections, collections.compare):
            with pytest.raises(Expected) as refused:
                read(str(here))
            assert refused.value.code is Code.FILE_DAMAGED
            assert "{" not in sentence(refused.value)
        with pytest.raises(Expected):
            collections.add(str(here), [exchange.sample_document()], sealed=False)
        assert here.read_bytes() == before


def rename(here: Path, table: str, column: bytes, other: bytes) -> None:
    """Write another name of that column, as long, into the file."""
    data = here.read_bytes()
    at = re.search(rb'CREATE TABLE "?' + table.encode() + rb'"? \(', data)
    assert at is not None
    place = re.compile(rb"(?<=[\s(\"])" + re.escape(column) + rb"(?=[\s\"])").search(data, at.end())
    assert place is not None
    here.write_bytes(data[: place.start()] + other + data[place.end() :])
