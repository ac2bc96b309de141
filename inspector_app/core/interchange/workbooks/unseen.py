"""What a worksheet says of its rows beside what is in them: that they are hidden, struck out, or share a cell."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from inspector_app.core.words import later

_TRUE = ("1", "true")
SHARED = later("What several rows share in one cell is read for each of them.")
_TITLE = 2  # columns beyond its first that a title goes over at least
MOST_SHARED = 2_000  # of cells that several rows share: more than a list of cases has rows
_DOWN = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


class Shared(NamedTuple):
    """A cell that several rows of one column share: its column, its first row and its last, from 1."""

    column: int
    first: int
    last: int


class Unseen(NamedTuple):
    """Rows and columns that are not in view, numbered from 1; rows that are struck out; cells that rows share."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    shared: tuple[Shared, ...] = ()


def unseen(part: Iterable[tuple[str, Element]], most: int, striking: Container[int] = ()) -> Unseen:
    """What a worksheet says, by the elements of its part as they end: of its columns the first `most`, which are read.

    `striking`: the styles of cells that strike out what stands there. openpyxl tells the rest only of a workbook that it
    holds whole in memory. ValueError where rows do not stand in their order: it leaves out those that come late.
    """
    rows, struck = set[int](), set[int]()
    spans: set[tuple[int, int]] = set()  # each once: a forged sheet names all its columns ten thousand times
    shared: list[Shared] = []
    number = 0
    for element in _kept_small(part):
        name = element.tag.rpartition("}")[2]
        if name == "row":
            before, number = number, int(element.get("r", number + 1))
            if number <= before:
                raise ValueError(number)
            if _hides(element) or element.get("ht") in ("0", "0.0"):
                rows.add(number)
            if _is_struck(element, striking):
                struck.add(number)
        elif name == "col" and _hides(element):
            spans.add((max(int(element.get("min", 1)), 1), min(int(element.get("max", 1)), most) + 1))
        elif name == "mergeCell" and len(shared) < MOST_SHARED:
            shared += _shared(element.get("ref", ""))
    columns = frozenset(column for first, end in spans for column in range(first, end))
    return Unseen(frozenset(rows), columns, frozenset(struck), tuple(shared))


def with_shared(rows: Sequence[tuple[int, tuple[object, ...]]], shared: Iterable[Shared]) -> list[tuple[object, ...]]:
    """The cells of each row with what stands in a cell that several of them share: a spreadsheet keeps it in the first alone.

    `rows`: their numbers, rising, and cells.
    """
    filled = [list(cells) for _, cells in rows]
    columns: dict[int, list[Shared]] = {}
    for one in shared:
        columns.setdefault(one.column - 1, []).append(one)
    for column, ranges in columns.items():
        _share(rows, filled, column, sorted(ranges))
    return [tuple(cells) for cells in filled]


def _share(rows: Sequence[tuple[int, object]], filled: list[list[object]], column: int, ranges: list[Shared]) -> None:
    """Each row is looked at once: a forged sheet has thousands of ranges over all of them."""
    waiting, current, value = iter(ranges), Shared(0, 0, 0), None
    following = next(waiting, None)
    for (number, _), cells in zip(rows, filled, strict=True):
        while following is not None and following.first <= number:
            here = following.first == number and column < len(cells)
            current, value, following = following, cells[column] if here else None, next(waiting, None)
        if value is not None and current.first < number <= current.last and column < len(cells):
            cells[column] = value


def _is_struck(row: Element, striking: Container[int]) -> bool:
    """Whether the first cell of a row that holds anything is struck out."""
    filled = next((cell for cell in row if cell.tag.endswith("}c") and len(cell)), None)
    return filled is not None and int(filled.get("s", 0)) in striking


def is_title(first: int, last: int) -> bool:
    """Whether what is joined from one column to another is a title or a note, which is of no row: as wide as a sheet."""
    return first == 1 and last - first >= _TITLE


def _shared(ref: str) -> list[Shared]:
    """The cells that a merged range joins, of its first column, in which its text stands: B2:B3, D2:E3."""
    found = _DOWN.fullmatch(ref)
    if found is None or int(found[2]) >= int(found[4]) or is_title(_column(found[1]), _column(found[3])):
        return []
    return [Shared(_column(found[1]), int(found[2]), int(found[4]))]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _kept_small(part: Iterable[tuple[str, Element]]) -> Iterator[Element]:
    for _, element in part:
        yield element
        if element.tag.endswith("}row"):
            element.clear()


def _hides(element: Element) -> bool:
    return element.get("hidden") in _TRUE
