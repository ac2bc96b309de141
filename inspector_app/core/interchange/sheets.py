"""Rows of cells out of CSV and Excel files, whatever the file; no knowledge of what the cells mean.

Rows are numbered as a spreadsheet numbers them: from 1, the heading row included.
"""

import csv
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

from inspector_app.core import workbook
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import shown_numbers, spoilt
from inspector_app.core.interchange.jsontext import decode

MOST_ROWS = 1_048_576  # Excel's own limit; a forged row number could ask for any
MOST_COLUMNS = (
    256  # read of a workbook: openpyxl fills every row up to its last cell, and a stray one may be the 16,384th
)
LONGEST_CELL = 32_767  # Excel's own limit; openpyxl would cut longer text off without a word
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # as str.splitlines has them
MOST_LINES = 500_000  # of a text: a table of a large inspection, each note of many lines, has a tenth
MOST_CELLS = 1_000  # kept of a row of text: more than any table that is read has columns
_LARGEST = 50_000_000  # bytes unpacked
_MOST_PARTS = 2_000
# Elements of XML: each costs openpyxl far more than its bytes, and half a thousand of them fit into one byte of a package.
_MOST_CELLS, _MOST_OTHERS = 1_000_000, 100_000  # of a sheet or of its texts; of styles and the like
_LONGEST = 500_000  # bytes of one tag or comment, as in packed.py; openpyxl reads in smaller pieces, and so longer
_OF_CELLS = ("xl/worksheets/", "xl/sharedStrings.xml")
_NO_TEXT = "str"  # the type of a cell without a value whose formula gave a text of no letters
_CHUNK = 1 << 16
_OTHERWISE = "a number that its format shows otherwise; format the column as Text and type it again"
_WHOLE_ROW = "(the whole row)"
_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[ ]*(?:\r\n?|\n)', re.IGNORECASE)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_OLE = b"\xd0\xcf\x11\xe0"  # what an .xls file and a workbook with a password begin with
# What openpyxl and the standard library raise on a broken workbook, found by feeding them broken workbooks.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ParseError, EOFError, OSError, RuntimeError),
    *(LookupError, ValueError, TypeError, AttributeError, OverflowError, AssertionError, expat.ExpatError),
)


class Row(NamedTuple):
    """A row of a sheet: its number and its cells as they are (text, numbers, dates; None where empty)."""

    number: int
    cells: tuple[object, ...]


class Unreadable(NamedTuple):
    """A cell whose value nobody can know: a formula that was never calculated, or one that failed."""

    why: str


def refused(where: str, row: int, column: str, why: str) -> Expected:
    """The refusal of a table at a row and a column."""
    return Expected(Code.TABLE_INVALID, where=where, row=row, column=column, why=why)


def csv_rows(data: bytes, where: str, headings: Sequence[str]) -> Iterator[Row]:
    """Rows of a CSV file in UTF-8; commas, semicolons or tabs, whichever shows most of the headings.

    A first line `sep=;`, by which a file tells Excel its separator, is none of the rows.
    """
    text = decode(data, where)
    if has_too_many_lines(text):
        raise refused(where, MOST_LINES + 1, _WHOLE_ROW, f"the file has more than {MOST_LINES:,} lines")
    told = _SEPARATOR.match(text)
    if told is None:
        return text_rows(text, where, _delimiter(text, headings))
    return (row for row in text_rows(text, where, told[1]) if row.number > 1)


def text_rows(text: str, where: str, delimiter: str) -> Iterator[Row]:
    """Rows of text whose cells are parted by the delimiter, and by a blank behind it where the headings are so."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # a long note is no fault
    # strict: a stray quotation mark would otherwise swallow all rows after it into one note
    padded = f'"{delimiter} "' in first_line(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=padded, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            kept = cells[:MOST_CELLS]
            yield Row(number, tuple(Unreadable(f"the Excel error {c}") if c in spoilt.ERRORS else c for c in kept))
    except csv.Error as error:
        raise refused(where, number + 1, _WHOLE_ROW, f"its quotation marks do not match ({error})") from error


def _delimiter(text: str, headings: Sequence[str]) -> str:
    first = first_line(text)
    return max(",;\t", key=lambda d: sum(h in headings for h in _names(first.split(d, MOST_CELLS)[:MOST_CELLS])))


def has_too_many_lines(text: str) -> bool:
    """Whether a text goes on for more lines than any list or table; told before they are taken apart, which takes minutes."""
    return any(text.count(end) > MOST_LINES for end in _LINE_ENDS)


def first_line(text: str) -> str:
    """The first line in which a letter or figure stands; "" for none."""
    return next((line for line in text.splitlines() if any(c.isalnum() for c in line)), "")


def _names(cells: Iterable[str]) -> list[str]:
    return [cell.strip(' "').casefold() for cell in cells]


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file as Excel likes it: UTF-8 with a byte order mark, commas, Windows line ends."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_rows(data: bytes, where: str, most: int = MOST_ROWS, sheet: str = "") -> list[Row]:
    """Rows of a worksheet of an Excel workbook, the first in view without a name; formulas as Excel last calculated them.

    No more than `most` of those that hold anything, and of each its first MOST_COLUMNS cells.
    """
    _check_zip(data, where)
    with _opened(where):
        return _rows(data, most, sheet)


def xlsx_names(data: bytes, where: str) -> list[str]:
    """The names of the worksheets in view; of all, where none is."""
    _check_zip(data, where)
    with _opened(where):
        return list(_sheets(data))


@contextmanager
def _opened(where: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions, which are nothing to us
            yield
    except _NoSheetError as error:
        raise _no_workbook(where, "there is no sheet with cells in it") from error
    except _BROKEN as error:
        raise _no_workbook(where, "it is damaged, or no workbook at all") from error


class _NoSheetError(Exception):
    """A workbook has nothing but charts, or what its sheets are in is lost."""


def _check_zip(data: bytes, where: str) -> None:
    if data.startswith(_OLE):
        raise _no_workbook(where, "it has a password, or is of the old kind .xls")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if len(package.infolist()) > _MOST_PARTS:
                raise _no_workbook(where, f"it has more than {_MOST_PARTS} parts")
            size = sum(member.file_size for member in package.infolist())
            if size > _LARGEST:
                most = _LARGEST // 1_000_000
                raise _no_workbook(where, f"it unpacks to {size // 1_000_000} MB, and {most} MB is the most")
            crowded = next((name for name in package.namelist() if _is_crowded(package, name)), None)
    except _BROKEN as error:
        raise _no_workbook(where, "it is damaged, or no workbook at all") from error
    if crowded is not None:
        raise _no_workbook(where, f"its part {crowded} has more in it than any workbook of cases")


def _is_crowded(package: zipfile.ZipFile, name: str) -> bool:
    """Whether a part has more elements than are read, or one thing in it that does not end. Raises as a damaged one does."""
    most, found, fed = _MOST_CELLS if name.startswith(_OF_CELLS) else _MOST_OTHERS, 0, 0
    if not name.endswith((".xml", ".rels")):  # a picture: nothing of it is read
        return False
    parser = expat.ParserCreate()
    with package.open(name) as part:
        while found <= most and (chunk := part.read(_CHUNK)):
            found += chunk.count(b"<") - chunk.count(b"</")
            fed += len(chunk)
            parser.Parse(chunk, False)
            if fed - parser.CurrentByteIndex > _LONGEST:
                return True
    return found > most


def _no_workbook(where: str, why: str) -> Expected:
    return Expected(Code.WORKBOOK_UNREADABLE, where=where, why=why)


def _rows(data: bytes, most: int, sheet: str) -> list[Row]:
    rows = list(islice(_read(data, sheet, values=False), most))
    if not any(cell.data_type == "f" for row in rows for cell in row.cells):  # type: ignore[attr-defined]
        return [Row(row.number, tuple(_value(cell) for cell in row.cells)) for row in rows]
    calculated = {row.number: row.cells for row in islice(_read(data, sheet, values=True), most)}
    return [Row(row.number, _calculated(row.cells, calculated.get(row.number, ()))) for row in rows]


def _book(data: bytes, *, values: bool = False) -> Any:
    from openpyxl import load_workbook  # 0.3 s: only a workbook pays for it

    return load_workbook(io.BytesIO(data), read_only=True, data_only=values)


def _in_view(book: Any) -> dict[str, Any]:
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not book.worksheets:
        raise _NoSheetError
    return {sheet.title: sheet for sheet in seen or book.worksheets}


def _sheets(data: bytes) -> Iterator[str]:
    book = _book(data)
    try:
        yield from _in_view(book)
    finally:
        book.close()


def _read(data: bytes, named: str, *, values: bool) -> Iterator[Row]:
    """The rows that hold anything, with openpyxl's cells; `values` has those of formulas instead of the formulas."""
    book = _book(data, values=values)
    try:
        sheets = _in_view(book)
        sheet = sheets[named] if named else next(iter(sheets.values()))
        sheet.reset_dimensions()  # the file's own word for its size is often wrong
        empty: object = None  # the last empty row: openpyxl gives one and the same for each that the file leaves out
        for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
            if number > MOST_ROWS:
                raise ValueError(number)
            if cells is empty:
                continue
            if any(cell.value is not None or cell.data_type == _NO_TEXT for cell in cells):
                yield Row(number, tuple(cells))
            else:
                empty = cells
    finally:
        book.close()


def _calculated(cells: Sequence[Any], values: Sequence[Any]) -> tuple[object, ...]:
    row = []
    for i, cell in enumerate(cells):
        value = _value(values[i]) if i < len(values) else None
        empty = i < len(values) and getattr(values[i], "data_type", "") == _NO_TEXT
        uncalculated = cell.data_type == "f" and value is None and not empty
        row.append(Unreadable("a formula that was never calculated; save the file in Excel") if uncalculated else value)
    return tuple(row)


def _value(cell: Any) -> object:
    """The value of a cell as Excel shows it: an error, a number with its noughts, a text with what its XML cannot hold."""
    value = cell.value
    if cell.data_type == "e":
        return Unreadable(f"the Excel error {value}")
    if isinstance(value, str):
        return _unescaped(value)
    whole = isinstance(value, int | float) and not isinstance(value, bool) and value == int(value)
    seen = shown_numbers.shown(int(value), cell.number_format) if whole else ""
    return Unreadable(_OTHERWISE) if seen is None else seen or value


def _unescaped(text: str) -> str:
    """OOXML writes characters that XML cannot hold as _xHHHH_, and a line feed of another system as _x000D_ before it."""
    found = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text
    return found.replace("\r\n", "\n").replace("\r", "\n")


def xlsx_bytes(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> bytes:
    """An Excel workbook of one sheet, every cell text; `widths` in characters. No cell longer than LONGEST_CELL."""
    from openpyxl import Workbook, cell, utils  # as above

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Judgements"
    sheet.freeze_panes = "A2"
    for i, width in enumerate(widths, 1):
        sheet.column_dimensions[utils.get_column_letter(i)].width = width
    for row in rows:
        sheet.append([_text_cell(cell.WriteOnlyCell(sheet, workbook.storable(text) or None)) for text in row])
    return workbook.as_bytes(book, datetime.now(UTC))


def _text_cell(cell: Any) -> Any:
    # "=…" stays text, and Excel keeps "2.1.1" from becoming a date when the cell is edited
    if cell.value is not None:
        cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
    return cell
