"""What can still be read of a damaged workspace file and of the log beside it, without SQLite and without writing to it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from inspector_app.core import files, open_here
from inspector_app.core.crypto.pages import SIZE, Opener
from inspector_app.core.storage.safekeeping import log_reader
from inspector_app.core.storage.safekeeping.page_reader import GetPage, Reader, Row, Stored
from inspector_app.core.storage.tables import CHANGES, STEPS

_STEP = re.compile(r"[0-9a-f]{16}\.\d{8}\.[0-9a-f]{8}")
_CHANGE = re.compile(rf"{_STEP.pattern}\.\d+")
_PAGES, _VERSION = slice(28, 32), slice(60, 64)  # of the first page: how many the file has, and of which version
_INDEX_PAGES = (0x02, 0x0A)  # where tables without row numbers stand

Values = dict[str, Stored]


@dataclass(frozen=True, slots=True)
class _Form:
    """How a row of the log is known by itself: by the id in its first column, and how many columns it has at least."""

    id: re.Pattern[str]
    columns: tuple[str, ...]
    least: int = 6


_LOG = {"steps": _Form(_STEP, tuple(STEPS.c.keys())), "changes": _Form(_CHANGE, tuple(CHANGES.c.keys()))}


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Tables by name, each with its rows by the names of columns; how many pages there are, and how many are lost.

    `version` is how many migrations the file has had; 0 where its first page is lost.
    """

    version: int
    tables: Mapping[str, Sequence[Values]]
    pages: int
    lost: int


def salvage(path: Path, key: bytes, salt: bytes) -> Salvaged:
    """Read what can be read of a file with the log beside it, and of the file alone: the log may be of another state of it.

    So a row may come twice, in two stages. Expected: FILE_MISSING, FOLDER_READ_ONLY, DISK_FAILED.
    """
    with files.saying_what_failed(path):
        data, newer = open_here.read(path), log_reader.frames(path)
    opener = Opener(key, salt)

    def of_file(number: int) -> bytes | None:
        return opener.open(number, data[(number - 1) * SIZE : number * SIZE])

    def newest(number: int) -> bytes | None:
        stages = (opener.open(number, page) for page in newer.get(number, ()))
        return next((page for page in stages if page is not None), None) or of_file(number)

    first = newest(1)
    said = int.from_bytes(first[_PAGES]) if first else 0  # of a file that was cut short after a page nothing else does
    count = max([-(-len(data) // SIZE), *newer, said])
    tables: dict[str, list[Values]] = defaultdict(list)
    for page in (newest, of_file) if newer else (of_file,):
        for name, row in _rows(page, count):
            tables[name].append(row)
    return Salvaged(
        version=int.from_bytes(first[_VERSION]) if first else 0,
        tables=tables,
        pages=count,
        lost=sum(newest(number) is None for number in range(1, count + 1)),
    )


def _rows(page: GetPage, count: int) -> Iterator[tuple[str, Values]]:
    """Every row with its table. Of the log, also those on pages that no tree leads to any more, once one is broken."""
    reader = Reader(page)
    first = page(1)
    for name, root, columns in _tables(reader) if first is not None else ():
        for row in reader.tree(root):
            yield name, dict(zip(columns, row, strict=False))
    if first is None or reader.lost:
        for name, row in _by_form(reader, count):
            yield name, dict(zip(_LOG[name].columns, row, strict=False))


def _tables(reader: Reader) -> Iterator[tuple[str, int, list[str]]]:
    """Name, root page and columns, in the order in which they are stored, of the tables that the file says it has."""
    for row in list(reader.tree(1)):
        if len(row) < 5 or row[0] != "table":
            continue
        name, root, made_by = row[1], row[3], row[4]
        if isinstance(name, str) and isinstance(root, int) and root and isinstance(made_by, str):
            columns = _columns(name, made_by)
            if columns:
                yield name, root, columns


def _columns(name: str, made_by: str) -> list[str]:
    """The columns of a table in the order in which it stores them: without row numbers, its key comes first."""
    scratch = sqlite.connect(":memory:")
    try:
        scratch.execute(made_by)
        rows = scratch.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
        (without,) = scratch.execute("SELECT wr FROM pragma_table_list(?)", (name,)).fetchone()
    except (sqlite.Error, TypeError):  # a table that another module makes, as the full-text index
        return []
    finally:
        scratch.close()
    if not without:
        return [column for column, _ in rows]
    key = sorted((row for row in rows if row[1]), key=lambda row: row[1])
    return [column for column, _ in (*key, *(row for row in rows if not row[1]))]


def _by_form(reader: Reader, count: int) -> Iterator[tuple[str, Row]]:
    for number in range(1, count + 1):
        page = None if number in reader.read else reader.page(number)
        if page is not None and page[0] in _INDEX_PAGES:
            for row in reader.rows(number, page):
                yield from ((name, row) for name, form in _LOG.items() if _has_form(row, form))


def _has_form(row: Row, form: _Form) -> bool:
    return len(row) >= form.least and isinstance(row[0], str) and form.id.fullmatch(row[0]) is not None
