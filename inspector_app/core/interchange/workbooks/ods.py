"""Rows of a spreadsheet of OpenDocument (.ods), by odfdo; what a cell shows is kept there beside what it is worth."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any, NamedTuple

from inspector_app.core.interchange import spoilt
from inspector_app.core.interchange.workbooks.unseen import Unseen

_CONTENT = "content.xml"
_HIDING = ("collapse", "filter")
_PLAIN_NUMBER = frozenset("0123456789.,-+ \u00a0\u202f%£€$()")


class Unread(NamedTuple):
    """A cell whose value nobody can know, and why."""

    why: str


OdsCell = str | int | float | date | Unread | None
OdsRow = tuple[int, list[OdsCell]]


def names(data: bytes) -> list[str]:
    """The names of the tables in view; of all, where none is."""
    return list(_in_view(data))


def rows(data: bytes, most: int, columns: int, named: str = "") -> list[OdsRow]:
    """The number and the cells of each row that holds anything, at most so many, of the first table in view or of one."""
    return list(islice(_filled(_table(data, named), columns), most))


def unseen(data: bytes, named: str = "") -> Unseen:
    """The rows and columns of a table that are not in view, but for those behind the last that holds anything."""
    table = _table(data, named)
    last = max((number for number, _ in _filled(table, 1_024)), default=0)
    hidden = {n for n, row in _numbered(table, "table:table-row", "rows", last) if _hides(row)}
    columns = {n for n, column in _numbered(table, "table:table-column", "columns", 1_024) if _hides(column)}
    return Unseen(frozenset(hidden), frozenset(columns))


def _document(data: bytes) -> Any:
    from odfdo import Document  # 0.4 s: only such a file pays for it

    return Document(io.BytesIO(data))


def _in_view(data: bytes) -> dict[str, Any]:
    """The tables by their names; ValueError where there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if b"<!DOCTYPE" in package.read(_CONTENT):  # by entities a small text can name a large one
            raise ValueError(_CONTENT)
    document = _document(data)
    hidden = {
        style.get_attribute_string("style:name")
        for style in document.body.root.get_elements("//style:style[style:table-properties/@table:display='false']")
    }
    tables = document.body.get_elements("table:table")
    if not tables:
        raise ValueError(_CONTENT)
    seen = [table for table in tables if table.get_attribute_string("table:style-name") not in hidden]
    return {str(table.get_attribute_string("table:name")): table for table in seen or tables}


def _table(data: bytes, named: str) -> Any:
    tables = _in_view(data)
    return tables[named] if named else next(iter(tables.values()))


def _hides(element: Any) -> bool:
    return element.get_attribute_string("table:visibility") in _HIDING


def _repeated(element: Any, of: str) -> int:
    return max(1, int(element.get_attribute_string(f"table:number-{of}-repeated") or 1))


def _numbered(table: Any, tag: str, of: str, most: int) -> Iterator[tuple[int, Any]]:
    """Rows or columns with their numbers, one that is repeated as often as it is; no further than `most`."""
    number = 0
    for element in table.get_elements(f"descendant::{tag}"):
        for _ in range(_repeated(element, of)):
            number += 1
            if number > most:
                return
            yield number, element


def _filled(table: Any, columns: int) -> Iterator[OdsRow]:
    number = 0
    for row in table.get_elements("descendant::table:table-row"):
        again = _repeated(row, "rows")
        cells = _cells(row, columns)
        if any(cell is not None for cell in cells):
            yield from ((number + nth, cells) for nth in range(1, again + 1))
        number += again


def _cells(row: Any, columns: int) -> list[OdsCell]:
    cells: list[OdsCell] = []
    for cell in row.get_elements("table:table-cell | table:covered-table-cell"):
        cells += [_value(cell)] * min(_repeated(cell, "columns"), columns - len(cells))
        if len(cells) >= columns:
            break
    return cells


def _value(cell: Any) -> OdsCell:
    shown = "\n".join(paragraph.inner_text for paragraph in cell.get_elements("text:p"))
    kind = cell.get_attribute_string("office:value-type")
    if shown in spoilt.ERRORS or shown.startswith("Err:"):
        return Unread(f"the error {shown}")
    if kind is None:
        formula = cell.get_attribute_string("table:formula") and not shown
        return (
            Unread("a formula that was never calculated; open the file and save it again") if formula else shown or None
        )
    if kind == "date":
        return _day(str(cell.get_attribute_string("office:date-value")))
    if kind in ("float", "percentage", "currency"):
        return _number(float(cell.get_attribute_string("office:value") or "nan"), shown)
    return shown or None


def _day(written: str) -> date:
    return datetime.fromisoformat(written)


def _number(number: float, shown: str) -> OdsCell:
    """A number as such where it is shown as one; else what is shown (007, C12), which is what somebody reads there."""
    noughts = shown.lstrip("-").startswith("0") and shown.lstrip("-0")[:1].isdigit()
    if shown and (noughts or not _PLAIN_NUMBER.issuperset(shown) or "-" in shown[1:]):
        return shown
    return int(number) if number == int(number) else number
