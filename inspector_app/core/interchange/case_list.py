"""Opens a list of cases: text or a workbook, whatever code, separator and heading row it has. Pure.

A list names no file format of ours: services keep theirs in many ways. What each row means is read in
case_list_rows.py, once a person has said which column is what.
"""

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from inspector_app.core.domain.cases.case_list import Heading, Listing
from inspector_app.core.domain.text.alike import written
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import sheets
from inspector_app.core.interchange.case_list_headings import (
    holds_days,
    holds_words,
    known,
    leads_to_people,
    personal_column,
    tells_apart,
)
from inspector_app.core.interchange.packed import OLE, ZIPPED
from inspector_app.core.interchange.sheets import Row, blank
from inspector_app.core.interchange.workbooks.unseen import SHARED, Unseen, with_shared

MOST_ROWS = 1000  # the largest sample published is 125 cases and 30 of victims (HMIP, first year of the 2025 programme)
MOST_COLUMNS = 100
_LONGEST_HEADING, _LOOKED_INTO = 60, 1000  # letters of a heading; of a cell that may be one, blanks among them
_SHEETS, _HEADINGS = 20, 2  # sheets of a workbook that are looked at; headings by which one is taken for a list
_SEPARATORS = ",;\t|"
Cells = tuple[object, ...]
_ROUND_HEADINGS = " \"'‘’‚“”„«»"
_OTHER_QUOTES = re.compile(r"['‘‚“„”«][^'‘’‚“”„«»]+['’“”»]")
_END_OF_FILE = "\x1a"  # which programs of DOS put behind the last line
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]{1,3}")  # UTF-8 that was taken for Windows-1252
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BEGINNINGS = (
    (b"%PDF", "it is a PDF document"),
    (ZIPPED, "it is a zipped file; an Excel workbook has the ending .xlsx"),
    (OLE, "it is an old Excel or Word file, or has a password"),
    (b"{\\rtf", "it is a Word document"),
    (
        b"<",
        "it is a web page or XML, as some systems write for Excel; open it there, save it as .xlsx, and choose that",
    ),
)


def open_text(data: bytes, where: str) -> Listing:
    """The list in a text file: UTF-8, UTF-16 with its mark, or Windows-1252; commas, semicolons, tabs or bars.

    Raises Expected: CASE_LIST_INVALID, and TABLE_INVALID where quotation marks do not match.
    """
    text, remark = _decoded(data, where)
    separator = _separator(text)
    rows = sheets.text_rows(_quoted(text, separator), where, separator)
    return _listing(_first(rows, where), where, remark)


def open_workbook(data: bytes, where: str) -> Listing:
    """The list in a workbook of Excel or OpenDocument: on the first sheet in view that has headings of a case list and rows.

    Where none has, the first in view. It says so of any other sheet, and of those that look like a list too; and which of its
    rows and columns the sheet does not show, since they are read like the others.
    Raises Expected: WORKBOOK_UNREADABLE, CASE_LIST_INVALID.
    """
    book = sheets.Workbook(data, where)
    found = book.names()
    names = found[:_SHEETS]
    lists = [name for name in names if _is_list(book.rows(sheets.LOOKED_AT, name))] if names[1:] else []
    name = lists[0] if lists else names[0]
    rows = book.rows(MOST_ROWS + sheets.LOOKED_AT + 1, name)
    try:
        found_list = _listing(_first(rows, where), where, _sheet_read(name, names, lists[1:]))
        return _with_unseen(found_list, book.not_in_view(name))
    except Expected as error:
        if lists or len(found) == len(names):
            raise
        why = f"of its {len(found)} sheets the first {_SHEETS} are looked at, and none is a list; move the list to the front"
        raise refused(where, why) from error


def _with_unseen(listing: Listing, unseen: Unseen) -> Listing:
    """The list with its rows that are hidden or struck out, what rows share, and a remark on that and hidden columns."""
    hidden = [heading.text for heading in listing.headings if heading.place + 1 in unseen.columns]
    said = f"Hidden in the sheet, and read all the same: {', '.join(f'“{name}”' for name in hidden)}." if hidden else ""
    numbers = [number for number, _ in listing.rows]
    rows = tuple(zip(numbers, with_shared(listing.rows, unseen.shared), strict=True))
    shared = "" if rows == listing.rows else str(SHARED)
    remark = " ".join(filter(None, (listing.remark, said, shared)))
    return replace(
        listing,
        rows=rows,
        remark=remark,
        hidden=unseen.rows.intersection(numbers),
        struck=unseen.struck.intersection(numbers),
    )


def _is_list(rows: Sequence[Row]) -> bool:
    counts = [_headings_in(row) for row in rows]
    return max(counts, default=0) >= _HEADINGS and counts.index(max(counts)) < len(rows) - 1


def _sheet_read(name: str, names: Sequence[str], others: Sequence[str]) -> str:
    said = f"It was read from its sheet “{name}”."
    if others:
        more = ", ".join(f"“{other}”" for other in others)
        return f"{said} Not read, and like a list too: {more}; save such a sheet as a file of its own."
    return said if name != names[0] else ""


def refused(where: str, why: str) -> Expected:
    """The refusal of a whole list."""
    return Expected(Code.CASE_LIST_INVALID, where=where, why=why)


def _decoded(data: bytes, where: str) -> tuple[str, str]:
    for beginning, what in _BEGINNINGS:
        if data.lstrip()[: len(beginning)] == beginning:
            raise refused(where, what)
    text, remark = _by_code(data, where)
    text, remark = _once(text.rstrip(_END_OF_FILE), remark)
    if sheets.has_too_many_lines(text):
        raise refused(where, f"it has more than {sheets.MOST_LINES:,} lines; cut it down to the cases of the sample")
    strange = _NOT_TEXT.search(text)
    if strange:
        row = text.count("\n", 0, strange.start()) + 1
        raise refused(where, f"it is no text: line {row} holds a character that no text has")
    return text, remark


def _once(text: str, remark: str) -> tuple[str, str]:
    """The text, and what to say of it, with letters as they were meant that were put into UTF-8 twice: Ã© for é."""

    def meant(found: re.Match[str]) -> str:
        try:
            return b"".join(_as_byte(ch) for ch in found[0]).decode()
        except UnicodeError:
            return found[0]

    once = _TWICE.sub(meant, text)
    said = "Some letters were put into UTF-8 twice, and are read as they were meant: check that accents are right."
    return (text, remark) if once == text else (once, " ".join(filter(None, (remark, said))))


def _as_byte(ch: str) -> bytes:
    return bytes([ord(ch)]) if ord(ch) < 0x100 else ch.encode("cp1252")


def _by_code(data: bytes, where: str) -> tuple[str, str]:
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16"), ""
        try:
            return data.decode("utf-8-sig"), ""
        except UnicodeDecodeError:
            return data.decode("cp1252"), "It was read as Windows-1252: check that accents are right."
    except UnicodeDecodeError as error:
        raise refused(where, f"it is no text that can be read (byte {error.start})") from error


def _quoted(text: str, separator: str) -> str:
    """With the quotation marks of tables, where every heading stands in others: ‘Case ref’;‘Type’, as Word makes of them."""
    top = sheets.first_line(text).split(separator)
    if len(top) < _HEADINGS or not all(_OTHER_QUOTES.fullmatch(cell.strip()) for cell in top):
        return text
    between = re.escape(separator)
    opened = re.sub(rf"(^|{between})([ ]?)['‘‚“„”«]", r'\1\2"', text, flags=re.MULTILINE)
    return re.sub(rf"['’“”»]([ ]?)(?=\r?$|{between})", r'"\1', opened, flags=re.MULTILINE)


def _separator(text: str) -> str:
    """The one that shows most of the headings that lists have; else that parts lines into the most cells; else a comma."""
    lines = [line for line in text.splitlines() if line.strip()][: sheets.LOOKED_AT]

    def shows(separator: str) -> tuple[int, int]:
        cells = (line.split(separator, sheets.MOST_CELLS)[: sheets.MOST_CELLS] for line in lines)
        headings = (sum(known(cell.strip(_ROUND_HEADINGS)[:_LONGEST_HEADING]) for cell in row) for row in cells)
        return max(headings, default=0), max((line.count(separator) for line in lines), default=0)

    return max(_SEPARATORS, key=shows)


def _first(rows: Iterable[Row], where: str) -> list[Row]:
    """The filled rows, refused when they are too many: no more of them are read than tell that."""
    filled = list(islice((row for row in rows if any(not blank(cell) for cell in row.cells)), MOST_ROWS + 2))
    if not filled:
        raise refused(where, "it is empty")
    if len(filled) > MOST_ROWS + 1:
        raise refused(where, f"it has more than {MOST_ROWS} rows; cut it down to the cases of the sample")
    return filled


def _listing(filled: Sequence[Row], where: str, remark: str) -> Listing:
    top = _heading_row(filled)
    rows = filled[top + 1 :]
    if not rows:
        raise refused(where, "it has headings and no case under them")
    wide = max(i + 1 for row in filled[top:] for i, cell in enumerate(row.cells) if not blank(cell))
    if wide > MOST_COLUMNS:
        raise refused(where, f"it has {wide} columns, and {MOST_COLUMNS} is the most")
    headings = _headings(filled[top], rows, wide)
    return Listing(where, headings, tuple((row.number, row.cells[:wide]) for row in rows), remark)


def _heading_row(filled: Sequence[Row]) -> int:
    """The one of the first rows with the most headings that case lists have; the very first when none has any."""
    counts = [_headings_in(row) for row in filled[: sheets.LOOKED_AT]]
    return counts.index(max(counts))


def _headings_in(row: Row) -> int:
    """How many headings of case lists a row has; a row of Excel is filled up with empty cells, which are most of it."""
    return sum(known(_named(cell)) for cell in row.cells if not blank(cell))


def _headings(top: Row, rows: Sequence[Row], wide: int) -> tuple[Heading, ...]:
    """Every column that has a heading or a cell; those whose heading is missing or not the only one say where they are."""
    names = [_named(top.cells[i]) if i < len(top.cells) else "" for i in range(wide)]
    found = []
    for i, name in enumerate(names):
        used = bool(name) or any(i < len(row.cells) and not blank(row.cells[i]) for row in rows)
        shown = f"{name} (column {sheets.letters(i)})" if names.count(name) > 1 or not name else name
        if used:
            personal, days = personal_column(name, _texts(rows, i)), holds_days(_texts(rows, i))
            words = not days and holds_words(_texts(rows, i))
            tells = not days and tells_apart(_texts(rows, i), len(rows))
            leads = not days and leads_to_people(_texts(rows, i))
            found.append(Heading(i, shown.strip(), personal, days=days, words=words, tells=tells, leads=leads))
    return tuple(found)


def _texts(rows: Sequence[Row], place: int) -> Iterator[str]:
    return (str(row.cells[place]) for row in rows if place < len(row.cells) and not blank(row.cells[place]))


def _named(cell: object) -> str:
    return "" if blank(cell) else written(str(cell)[:_LOOKED_INTO])[:_LONGEST_HEADING]
