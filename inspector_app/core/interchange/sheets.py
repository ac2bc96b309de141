"""Rows of cells out of CSV and Excel files, whatever the file; no knowledge of what the cells mean.

Rows are numbered as a spreadsheet numbers them: from 1, the heading row included.
"""

import codecs
import csv
import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from inspector_app.core import workbook
from inspector_app.core.domain.text.alike import written
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import shown_numbers, spoilt
from inspector_app.core.interchange.jsontext import decode
from inspector_app.core.interchange.spoilt import Unreadable
from inspector_app.core.interchange.workbooks import ods, package
from inspector_app.core.interchange.workbooks.unseen import Unseen, unseen

MOST_ROWS = 1_048_576  # Excel's own limit; a forged row number could ask for any
MOST_COLUMNS = (
    256  # read of a workbook: openpyxl fills every row up to its last cell, and a stray one may be the 16,384th
)
LOOKED_AT = 10  # of the first rows, for the one that has the headings: a title or two may stand above it
LONGEST_CELL = 32_767  # Excel's own limit; openpyxl would cut longer text off without a word
# Of the cells of a sheet that are read, together: one text of megabytes, packed into kilobytes, can stand in a million.
MOST_LETTERS = 50_000_000
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # as str.splitlines has them
_OTHER_ENDS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), "\n")  # which end rows where no others do
MOST_LINES = 500_000  # of a text: a table of a large inspection, each note of many lines, has a tenth
MOST_CELLS = 1_000  # kept of a row of text: more than any table that is read has columns
_NO_TEXT = "str"  # the type of a cell without a value whose formula gave a text of no letters
_OTHERWISE = "a number that its format shows otherwise; format the column as Text and type it again"
_WHOLE_ROW = "(the whole row)"
_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[ ]*(?:\r\n?|\n)', re.IGNORECASE)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Row(NamedTuple):
    """A row of a sheet: its number and its cells as they are (text, numbers, dates; None where empty)."""

    number: int
    cells: tuple[object, ...]


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
    if "\n" not in text and "\r" not in text:
        text = text.translate(_OTHER_ENDS)
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
    """The one that shows most of the headings in any one of the first lines: a title or two may stand above them."""
    first = list(islice((line for line in text.splitlines() if any(c.isalnum() for c in line)), LOOKED_AT))

    def shown(line: str, delimiter: str) -> int:
        return sum(h in headings for h in _names(line.split(delimiter, MOST_CELLS)[:MOST_CELLS]))

    return max(",;\t", key=lambda d: max((shown(line, d) for line in first), default=0))


def has_too_many_lines(text: str) -> bool:
    """Whether a text goes on for more lines than any list or table; told before they are taken apart, which takes minutes."""
    return any(text.count(end) > MOST_LINES for end in _LINE_ENDS)


def first_line(text: str) -> str:
    """The first line in which a letter or figure stands; "" for none."""
    return next((line for line in text.splitlines() if any(c.isalnum() for c in line)), "")


def _names(cells: Iterable[str]) -> list[str]:
    return [cell.strip(' "').casefold() for cell in cells]


def blank(cell: object) -> bool:
    """Whether nothing stands in a cell, or nothing that can be seen."""
    return cell is None or (isinstance(cell, str) and (not cell.strip() or not (cell.isascii() or written(cell))))


def letters(place: int) -> str:
    """The name a spreadsheet gives to a column, from 0: A, B, … Z, AA."""
    first, last = divmod(place, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file as Excel likes it: UTF-8 with a byte order mark, commas, Windows line ends."""
    return b"".join(csv_lines(rows))


def csv_lines(rows: Iterable[Sequence[str]]) -> list[bytes]:
    """The same a row each: the csv module, given all of them at once, holds Python's lock until the last is written."""
    lines = _Lines([codecs.BOM_UTF8])
    writer = csv.writer(lines)
    for row in rows:
        writer.writerow(row)
    return lines


class _Lines(list[bytes]):
    def write(self, line: str) -> None:
        self.append(line.encode())


class Workbook:
    """A workbook of Excel or of OpenDocument, opened once however many of its sheets are looked at.

    Which of them it is is told by what it holds, whatever it is called. Everything asked of it may raise Expected:
    WORKBOOK_UNREADABLE.
    """

    def __init__(self, data: bytes, where: str) -> None:
        """Refuse what is no workbook; `where` names the file in what is said."""
        package.check(data, where)
        self._where = where
        with package.opened(where):
            self._book: ods.Spreadsheet | _Excel = (
                ods.Spreadsheet(data, ods.Bounds(MOST_ROWS, MOST_COLUMNS))
                if package.is_open_document(data)
                else _Excel(data)
            )

    def names(self) -> list[str]:
        """The names of the worksheets in view; of all, where none is."""
        with package.opened(self._where):
            return self._book.names()

    def rows(self, most: int = MOST_ROWS, sheet: str = "") -> list[Row]:
        """Rows of a worksheet, the first in view without a name; formulas as they were last calculated.

        No more than `most` of those that hold anything, and of each its first MOST_COLUMNS cells.
        """
        found, letters = list[Row](), 0
        with package.opened(self._where):
            for number, cells in self._book.rows(most, sheet):
                letters += sum(len(cell) for cell in cells if isinstance(cell, str))
                if letters > MOST_LETTERS:
                    break
                found.append(Row(number, cells))
        if letters > MOST_LETTERS:
            raise package.no_workbook(self._where, "a sheet of it holds more words than any list or table of cases")
        return found

    def not_in_view(self, sheet: str = "") -> Unseen:
        """The rows and columns of a worksheet that are read and that a spreadsheet does not show, as after a filter."""
        with package.opened(self._where):
            return self._book.unseen(sheet)


class _Excel:
    """The worksheets of a workbook of Excel, by openpyxl, which gives either the formulas or what they came to."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._formulas = _book(data)
        self._sheets = _in_view(self._formulas)

    def names(self) -> list[str]:
        return list(self._sheets)

    def rows(self, most: int, named: str = "") -> Iterator[Row]:
        rows = list(islice(_read(_one(self._sheets, named)), most))
        if not any(cell.data_type == "f" for row in rows for cell in row.cells):  # type: ignore[attr-defined]
            return (Row(row.number, tuple(_value(cell) for cell in row.cells)) for row in rows)
        calculated = {row.number: row.cells for row in islice(_read(_one(self._calculated, named)), most)}
        return (Row(row.number, _calculated(row.cells, calculated.get(row.number, ()))) for row in rows)

    def unseen(self, named: str = "") -> Unseen:
        # openpyxl says where a sheet stands by no other name
        with self._formulas._archive.open(_one(self._sheets, named)._worksheet_path) as part:
            return unseen(_openpyxl().xml.functions.iterparse(part), MOST_COLUMNS, self._striking)

    @cached_property
    def _striking(self) -> frozenset[int]:
        """The styles of cells whose letters are struck out."""
        book = self._formulas
        return frozenset(i for i, style in enumerate(book._cell_styles) if book._fonts[style.fontId].strike)

    @cached_property
    def _calculated(self) -> dict[str, Any]:
        return _in_view(_book(self._data, values=True))


def _openpyxl() -> Any:
    import openpyxl  # 0.3 s: only a workbook pays for it

    return openpyxl


def _book(data: bytes, *, values: bool = False) -> Any:
    return _openpyxl().load_workbook(io.BytesIO(data), read_only=True, data_only=values)


def _in_view(book: Any) -> dict[str, Any]:
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not book.worksheets:
        raise package.NoSheetError
    return {sheet.title: sheet for sheet in seen or book.worksheets}


def _one(sheets: dict[str, Any], named: str) -> Any:
    return sheets[named] if named else next(iter(sheets.values()))


def _read(sheet: Any) -> Iterator[Row]:
    """The rows that hold anything, with openpyxl's cells."""
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
        if len(value) > spoilt.LONGEST:
            return Unreadable(spoilt.TOO_LONG)
        return shown_numbers.shown_text(_unescaped(value), cell.number_format)
    if isinstance(value, float) and not math.isfinite(value):
        return Unreadable(spoilt.NO_NUMBER)
    whole = isinstance(value, int | float) and not isinstance(value, bool) and value == int(value)
    seen = shown_numbers.shown(int(value), cell.number_format) if whole else ""
    return Unreadable(_OTHERWISE) if seen is None else seen or value


def _unescaped(text: str) -> str:
    """OOXML writes characters that XML cannot hold as _xHHHH_, and a line feed of another system as _x000D_ before it."""
    found = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text
    return found.replace("\r\n", "\n").replace("\r", "\n")


def xlsx_bytes(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> bytes:
    """An Excel workbook of one sheet, every cell text; `widths` in characters. No cell longer than LONGEST_CELL."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Judgements"
    sheet.freeze_panes = "A2"
    for i, width in enumerate(widths, 1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(i)].width = width
    for row in rows:
        sheet.append([_text_cell(openpyxl.cell.WriteOnlyCell(sheet, workbook.storable(text) or None)) for text in row])
    return workbook.as_bytes(book, datetime.now(UTC))


def _text_cell(cell: Any) -> Any:
    # "=…" stays text, and Excel keeps "2.1.1" from becoming a date when the cell is edited
    if cell.value is not None:
        cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
    return cell
