"""Rows of a spreadsheet of OpenDocument (.ods); what a cell shows is kept there beside what it is worth.

Its tables are in one part of XML, which is read whole and once, by the standard library: `package.check` has bounded it, and
odfdo refuses what packs well, as a table with many empty rows does, and gives links as Markdown.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

from inspector_app.core.interchange import spoilt
from inspector_app.core.interchange.spoilt import Unreadable
from inspector_app.core.interchange.workbooks.unseen import MOST_SHARED, Shared, Unseen, is_title

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TABLE, _TEXT, _STYLE = (f"{_NAMES}{name}:1.0}}" for name in ("office", "table", "text", "style"))
_CONTENT = "content.xml"
_HIDING = ("collapse", "filter")
_PLAIN_NUMBER = frozenset("0123456789.,-+ \u00a0\u202f%£€$()")
_ROW, _COLUMN = f"{_TABLE}table-row", f"{_TABLE}table-column"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_GROUPS = tuple(
    f"{_TABLE}table-{name}" for of in ("row", "column") for name in (f"{of}s", f"{of}-group", f"header-{of}s")
)
_MOST_SPACES = 100  # that one element stands for; it could say any number
_UNCALCULATED = "a formula that was never calculated; open the file and save it again"

OdsCell = str | int | float | date | Unreadable | None
OdsCells = tuple[OdsCell, ...]


class Bounds(NamedTuple):
    """How far a table is read; what a repeated row or column stands for has no end of its own."""

    rows: int
    columns: int


class Spreadsheet:
    """The tables of a spreadsheet that are in view. Raises what `package.opened` takes for damaged."""

    def __init__(self, data: bytes, bounds: Bounds) -> None:
        """Read it; every question about a table is answered from what is held then."""
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            root = fromstring(package.read(_CONTENT))  # noqa: S314 - `package.check` lets no entities in
        self._tables, self._bounds = _in_view(root), bounds
        self._striking = {s.get(f"{_STYLE}name") for s in root.iter(f"{_STYLE}style") if _strikes(s)}

    def names(self) -> list[str]:
        """The names of the tables in view; of all, where none is."""
        return list(self._tables)

    def rows(self, most: int, named: str = "") -> Iterator[tuple[int, OdsCells]]:
        """The number and the cells of each row that holds anything, at most so many, of the first table or of one."""
        return islice(self._filled(self._table(named)), most)

    def unseen(self, named: str = "") -> Unseen:
        """The rows and columns of a table that are not in view, but for those behind the last that holds anything."""
        table = self._table(named)
        last = max((rows.stop - 1 for rows, row in _numbered(table, _ROW, "rows") if self._holds(row)), default=0)
        return Unseen(
            _hidden(_numbered(table, _ROW, "rows"), min(last, self._bounds.rows)),
            _hidden(_numbered(table, _COLUMN, "columns"), self._bounds.columns),
            frozenset(rows.start for rows, row in _numbered(table, _ROW, "rows") if self._is_struck(row)),
            tuple(islice(_shared(table, self._bounds.columns), MOST_SHARED)),
        )

    def _is_struck(self, row: Element) -> bool:
        filled = next((cell for cell in row if cell.tag in _CELLS and _value(cell) is not None), None)
        return filled is not None and filled.get(f"{_TABLE}style-name") in self._striking

    def _table(self, named: str) -> Element:
        return self._tables[named] if named else next(iter(self._tables.values()))

    def _holds(self, row: Element) -> bool:
        return any(cell is not None for cell in _cells(row, self._bounds.columns))

    def _filled(self, table: Element) -> Iterator[tuple[int, OdsCells]]:
        for numbers, row in _numbered(table, _ROW, "rows"):
            cells = tuple(_cells(row, self._bounds.columns))
            if all(cell is None for cell in cells):
                continue
            for number in numbers:
                if number > self._bounds.rows:
                    raise ValueError(number)
                yield number, cells


def _in_view(root: Element) -> dict[str, Element]:
    """The tables by their names; ValueError where there is none."""
    tables = root.findall(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    if not tables:
        raise ValueError(_CONTENT)
    styles = root.iter(f"{_STYLE}style")
    hidden = {style.get(f"{_STYLE}name") for style in styles if _hides_tables(style)}
    seen = [table for table in tables if table.get(f"{_TABLE}style-name") not in hidden]
    return {table.get(f"{_TABLE}name", ""): table for table in seen or tables}


def _hides_tables(style: Element) -> bool:
    return any(said.get(f"{_TABLE}display") == "false" for said in style.findall(f"{_STYLE}table-properties"))


def _strikes(style: Element) -> bool:
    said = style.findall(f"{_STYLE}text-properties")
    return any(one.get(f"{_STYLE}text-line-through-style", "none") != "none" for one in said)


def _shared(table: Element, columns: int) -> Iterator[Shared]:
    """The cells that several rows share, by the column in which their text stands."""
    for rows, row in _numbered(table, _ROW, "rows"):
        column = 1
        for cell in row:
            if cell.tag not in _CELLS or column > columns:
                continue
            down, across = (int(cell.get(f"{_TABLE}number-{of}-spanned") or 1) for of in ("rows", "columns"))
            if down > 1 and not is_title(column, column + across - 1):
                yield Shared(column, rows.start, rows.start + down - 1)
            column += _repeated(cell, "columns")


def _numbered(table: Element, tag: str, of: str) -> Iterator[tuple[range, Element]]:
    """Rows or columns with the numbers that each stands for, in groups or out of them; none of a table within a cell."""
    number = 1
    for element in _within(table, tag):
        again = _repeated(element, of)
        yield range(number, number + again), element
        number += again


def _within(parent: Element, tag: str) -> Iterator[Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _GROUPS:
            yield from _within(element, tag)


def _hidden(numbered: Iterable[tuple[range, Element]], last: int) -> frozenset[int]:
    hiding = (numbers for numbers, element in numbered if element.get(f"{_TABLE}visibility") in _HIDING)
    return frozenset(number for numbers in hiding for number in range(numbers.start, min(numbers.stop, last + 1)))


def _repeated(element: Element, of: str) -> int:
    return max(1, int(element.get(f"{_TABLE}number-{of}-repeated") or 1))


def _cells(row: Element, columns: int) -> list[OdsCell]:
    cells: list[OdsCell] = []
    for cell in row:
        if len(cells) >= columns:
            break
        if cell.tag in _CELLS:
            cells += [_value(cell)] * min(_repeated(cell, "columns"), columns - len(cells))
    return cells


def _value(cell: Element) -> OdsCell:
    kind = cell.get(f"{_OFFICE}value-type")
    shown = "\n".join("".join(_letters(paragraph)) for paragraph in cell.findall(f"{_TEXT}p"))
    if len(shown) > spoilt.LONGEST:
        return Unreadable(spoilt.TOO_LONG)
    if shown in spoilt.ERRORS or shown.startswith("Err:"):
        return Unreadable(f"the error {shown}")
    if kind is None:
        return Unreadable(_UNCALCULATED) if cell.get(f"{_TABLE}formula") and not shown else shown or None
    if kind == "date":
        return _day(cell.get(f"{_OFFICE}date-value", ""))
    if kind in ("float", "percentage", "currency"):
        return _number(cell.get(f"{_OFFICE}value", ""), shown)
    return shown or cell.get(f"{_OFFICE}{kind}-value") or None  # a program may write the value alone


def _letters(element: Element) -> Iterator[str]:
    """What is read in a paragraph: of a link its words, of an element that stands for blanks these, of a comment nothing."""
    yield element.text or ""
    for child in element:
        name = child.tag.removeprefix(_TEXT)
        if name == "s":
            yield " " * min(int(child.get(f"{_TEXT}c", 1)), _MOST_SPACES)
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n"
        elif child.tag != f"{_OFFICE}annotation":
            yield from _letters(child)
        yield child.tail or ""


def _day(written: str) -> date | Unreadable:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return Unreadable("a date that no calendar has; type it again")


def _number(written: str, shown: str) -> OdsCell:
    """A number as such where it is shown as one; else what is shown (007, C12), which is what somebody reads there."""
    try:
        number = float(written)
        whole = number == int(number)
    except (ValueError, OverflowError):
        return Unreadable(spoilt.NO_NUMBER)
    noughts = shown.lstrip("-").startswith("0") and shown.lstrip("-0")[:1].isdigit()
    if shown and (noughts or not _PLAIN_NUMBER.issuperset(shown) or "-" in shown[1:]):
        return shown
    return int(number) if whole else number
