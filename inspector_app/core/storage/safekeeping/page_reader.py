"""SQLite's file format, read page by page, for a file that SQLite itself gives up on (sqlite.org/fileformat2.html).

What cannot be read is left out and counted; what can be is given as rows of values.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from inspector_app.core.crypto.pages import USABLE

_INNER_INDEX, _INNER_TABLE, _LEAF_INDEX, _LEAF_TABLE = 0x02, 0x05, 0x0A, 0x0D
_TYPES = (_INNER_INDEX, _INNER_TABLE, _LEAF_INDEX, _LEAF_TABLE)
_FIRST_HEAD = 100  # bytes before the head of the first page
_LARGEST = 1_000_000_000  # bytes of a row: SQLite's own limit
_MIN_LOCAL = (USABLE - 12) * 32 // 255 - 23  # of what has overflow pages, the least that stands on its own page
_MOST_INDEX, _MOST_TABLE = (USABLE - 12) * 64 // 255 - 23, USABLE - 35  # bytes of a row that needs none

Stored = int | float | str | bytes | None
Row = tuple[Stored, ...]
GetPage = Callable[[int], bytes | None]  # a page by its number, from 1; None where it is not as it was written


class _Unreadable(Exception):
    """A row of which a part is lost."""


@dataclass(slots=True)
class Reader:
    """Reads trees of one file. `read` are the pages seen so far, `lost` those that should have been read and could not."""

    page: GetPage
    read: set[int] = field(default_factory=set)
    lost: set[int] = field(default_factory=set)

    def tree(self, root: int) -> Iterator[Row]:
        """The rows of the table with that root page. Of a table with row numbers, the number stands last."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in self.read:  # a damaged page may point anywhere
                continue
            self.read.add(number)
            page = self.page(number)
            if page is None or _type(number, page) not in _TYPES:
                self.lost.add(number)
                continue
            yield from self.rows(number, page)
            waiting += _children(number, page)

    def rows(self, number: int, page: bytes) -> Iterator[Row]:
        """The rows on one page, but for those of which a part is lost."""
        for cell in _cells(number, page):
            try:
                row = self._row(_type(number, page), page, cell)
            except (_Unreadable, IndexError, UnicodeDecodeError):
                continue
            if row is not None:
                yield row

    def _row(self, kind: int, page: bytes, at: int) -> Row | None:
        if kind == _INNER_TABLE:
            return None
        at += 4 if kind == _INNER_INDEX else 0
        size, at = _number(page, at)
        if kind != _LEAF_TABLE:
            return _values(self._whole(page, at, size, _MOST_INDEX))
        row_number, at = _number(page, at)
        return (*_values(self._whole(page, at, size, _MOST_TABLE)), row_number)

    def _whole(self, page: bytes, at: int, size: int, most: int) -> bytes:
        """A row's bytes, with what stands of it on other pages."""
        if not 0 < size <= _LARGEST:
            raise _Unreadable
        if size <= most:
            return page[at : at + size]
        here = _MIN_LOCAL + (size - _MIN_LOCAL) % (USABLE - 4)
        here = here if here <= most else _MIN_LOCAL
        parts, left = [page[at : at + here]], size - here
        following = int.from_bytes(page[at + here : at + here + 4])
        seen: set[int] = set()
        while left > 0:
            more = self.page(following) if following and following not in seen else None
            if more is None:
                self.lost.add(following)
                raise _Unreadable
            seen.add(following)
            parts.append(more[4 : 4 + min(left, USABLE - 4)])
            left -= USABLE - 4
            following = int.from_bytes(more[:4])
        self.read |= seen
        return b"".join(parts)


def _head(number: int) -> int:
    return _FIRST_HEAD if number == 1 else 0


def _type(number: int, page: bytes) -> int:
    return page[_head(number)]


def _cells(number: int, page: bytes) -> list[int]:
    """Where the cells of a page begin."""
    head = _head(number)
    count = int.from_bytes(page[head + 3 : head + 5])
    first = head + (12 if _type(number, page) in (_INNER_INDEX, _INNER_TABLE) else 8)
    found = [int.from_bytes(page[first + 2 * n : first + 2 * n + 2]) for n in range(min(count, USABLE // 2))]
    return [at for at in found if first <= at < USABLE]


def _children(number: int, page: bytes) -> list[int]:
    if _type(number, page) not in (_INNER_INDEX, _INNER_TABLE):
        return []
    head = _head(number)
    cells = [int.from_bytes(page[at : at + 4]) for at in _cells(number, page)]
    return [*cells, int.from_bytes(page[head + 8 : head + 12])]


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where what follows begins."""
    value = 0
    for length in range(8):
        value = value << 7 | data[at + length] & 0x7F
        if data[at + length] < 0x80:
            return value, at + length + 1
    return value << 8 | data[at + 8], at + 9


def _values(record: bytes) -> Row:
    size, at = _number(record, 0)
    if not 0 < size <= len(record):
        raise _Unreadable
    kinds = []
    while at < size:
        kind, at = _number(record, at)
        kinds.append(kind)
    found: list[Stored] = []
    for kind in kinds:
        value, at = _value(record, at, kind)
        found.append(value)
    return tuple(found)


def _value(record: bytes, at: int, kind: int) -> tuple[Stored, int]:
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], at
    if kind >= 12:
        end = at + (kind - 12) // 2
        if end > len(record):
            raise _Unreadable
        return (record[at:end].decode(errors="replace") if kind % 2 else record[at:end]), end
    end = at + (kind if kind < 5 else {5: 6, 6: 8, 7: 8}.get(kind, 0))
    if kind > 6 or end > len(record):  # no table here holds fractions
        raise _Unreadable
    return int.from_bytes(record[at:end], signed=True), end
