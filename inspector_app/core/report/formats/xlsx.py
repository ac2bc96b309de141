"""The tables of a report as a workbook: a cover, contents, notes, and each table on a sheet of its own, marked as a table.

By the government's guidance "Releasing statistics in spreadsheets" (Analysis Function): one table a sheet, no merged or
empty cells within it, no meaning by colour alone, notes on a sheet of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table

from inspector_app.core import workbook
from inspector_app.core.report import content
from inspector_app.core.report.content import Progress, Report
from inspector_app.core.report.formats import said

_SIZE = 12  # points: the least that the guidance has
_BOLD, _WRAP = Font(name="Arial", size=_SIZE, bold=True), Alignment(wrap_text=True, vertical="top")
_FIGURE = Alignment(horizontal="right", vertical="top", indent=1, wrap_text=True)
_BROAD = 0.88  # of the letters of a line there is room for in bold
_LINE, _HIGHEST = 15.5, 409  # points: a line, and what an office lets a row have
_WHOLE = Alignment(vertical="top")  # a line that goes on over empty cells
_PLAIN, _TITLE = Font(name="Arial", size=_SIZE), Font(name="Arial", bold=True, size=15)
_HEAD = 4  # the row of the headings: above it the title, where the table is from, and where the contents are
_WIDEST, _NARROWEST = 50, 12  # letters, as offices count a width
_PAGE = 70  # of the one column of a sheet of lines: a wider one is cut by the edge of the paper, and not made smaller
_MOST = 30_000  # letters of a text: a cell holds some more, which escapes may need
_MORE = " [The text goes on: a document has all of it.]"
_WHOLE_NUMBER = re.compile("0|[1-9][0-9]{0,14}")
_Value = str | int | float  # a float is a percent
_NOTHING = "[none]"  # what stands in a cell that has nothing to say


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table with the heading that it stands under; `notes` are what follows it in small letters."""

    title: str
    table: content.Table
    notes: tuple[str, ...]


def write(report: Report, progress: Progress) -> bytes:
    """The workbook of a report. `progress(done, of, what)` is called for each table; what it raises stops the work."""
    sheets = list(_sheets(report))
    book: Any = Workbook()
    book._named_styles["Normal"].font = _PLAIN  # by whose letters an office counts widths: of one that it lacks, by any
    _cover(book.active, report)
    _contents(book.create_sheet("Contents"), sheets)
    _notes(book.create_sheet("Notes"), sheets)
    for sheet_before in book.worksheets:
        _as_wide(sheet_before)
    for number, sheet in enumerate(sheets, start=1):
        progress(number - 1, len(sheets), "Writing the tables")
        _table(book.create_sheet(f"Table {number}"), number, sheet)
    about = book.properties
    about.title, about.subject, about.creator = map(said.readable, (report.title, report.subject, report.author))
    about.created = report.made.replace(tzinfo=None)
    return said.settled(workbook.as_bytes(book, report.made), report.made)


def _sheets(report: Report) -> Iterator[_Sheet]:
    for section in report.sections:
        title, under = "", ""
        for place, block in enumerate(section.blocks):
            if isinstance(block, content.Heading):
                title, under = block.text, ""
            elif isinstance(block, content.Label):
                under = block.text
            elif isinstance(block, content.Table) and block.rows:
                yield _Sheet(": ".join(filter(None, (title, under))), block, tuple(_below(section.blocks[place + 1 :])))


def _below(blocks: tuple[content.Block, ...]) -> Iterator[str]:
    for block in blocks:
        if not (isinstance(block, content.Paragraph) and block.voice is content.Voice.NOTE):
            return
        yield said.cell(block.text)


def _cover(sheet: Any, report: Report) -> None:
    sheet.title = "Cover"
    sheet.column_dimensions["A"].width = _PAGE
    facts = [f"{label}: {fact}" for label, fact in report.cover.facts]
    lines = (report.title, report.cover.framework, *facts, report.notice)
    for row, line in enumerate(filter(None, lines), start=1):
        _put(sheet, row, 1, line, _TITLE if row == 1 else _PLAIN)


def _contents(sheet: Any, sheets: list[_Sheet]) -> None:
    sheet.column_dimensions["A"].width = _PAGE
    _put(sheet, 1, 1, "Contents", _TITLE)
    _put(sheet, 2, 1, "Each line leads to its sheet.", _PLAIN)
    for number, line in enumerate(sheets, start=1):
        _put(sheet, 2 + number, 1, f"Table {number}: {line.title}", _PLAIN)
        sheet.cell(2 + number, 1).hyperlink = f"#'Table {number}'!A1"


def _notes(sheet: Any, sheets: list[_Sheet]) -> None:
    sheet.column_dimensions["A"].width = _PAGE
    _put(sheet, 1, 1, "Notes", _TITLE)
    _put(
        sheet,
        2,
        1,
        f"{_NOTHING} stands where there is nothing to say. A rating is as it stood when the data was read.",
        _PLAIN,
    )
    said_of = [f"Table {number}: {note}" for number, line in enumerate(sheets, start=1) for note in line.notes]
    for row, note in enumerate(said_of, start=3):
        _put(sheet, row, 1, note, _PLAIN)


def _table(sheet: Any, number: int, line: _Sheet) -> None:
    _put(sheet, 1, 1, f"Table {number}: {line.title}", _TITLE, _WHOLE)
    _put(
        sheet, 2, 1, "This sheet holds one table. What is to be known of it stands on the sheet Notes.", _PLAIN, _WHOLE
    )
    grouped = any(row.group for row in line.table.rows)
    titles = _titles([*(("Group",) if grouped else ()), *(column.title for column in line.table.columns)])
    rows = list(_rows(line.table, grouped=grouped))
    figures = [*((False,) if grouped else ()), *(column.figures for column in line.table.columns)]
    for place, title in enumerate(titles, start=1):
        longest = max([len(title), *(len(str(row[place - 1])) for row in rows)])
        sheet.column_dimensions[get_column_letter(place)].width = min(max(longest + 2, _NARROWEST), _WIDEST)
        _put(sheet, _HEAD, place, title, _BOLD, _FIGURE if figures[place - 1] else _WRAP)
    for down, row in enumerate(rows, start=_HEAD + 1):
        for place, value in enumerate(row, start=1):
            _put(sheet, down, place, value, _PLAIN, _FIGURE if figures[place - 1] else _WRAP)
    _on_paper(sheet)
    last = get_column_letter(len(titles))
    sheet.add_table(Table(displayName=f"table_{number}", ref=f"A{_HEAD}:{last}{_HEAD + len(rows)}"))


def _high(text: str, wide: float) -> float:
    """The height of a row in which a text can be read: not every office works it out when it opens the file."""
    lines = sum(max(1, len(wrap(line, int(wide)))) for line in text.splitlines())
    return min(_LINE * max(1, lines), _HIGHEST)


def _on_paper(sheet: Any) -> None:
    """Printed, a table is as wide as its page, with its headings on each."""
    sheet.page_setup.orientation = "landscape"
    _as_wide(sheet)
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"


def _as_wide(sheet: Any) -> None:
    """Printed, what a sheet says is as wide as a page."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _titles(titles: list[str]) -> list[str]:
    """Each heading of a table once: an office refuses a table with two of one name."""
    known: dict[str, int] = {}
    found = []
    for title in (said.readable(title).strip() or _NOTHING for title in titles):
        known[title.casefold()] = known.get(title.casefold(), 0) + 1
        found.append(title if known[title.casefold()] == 1 else f"{title} ({known[title.casefold()]})")
    return found


def _rows(table: content.Table, *, grouped: bool) -> Iterator[list[_Value]]:
    group = _NOTHING
    for row in table.rows:
        if row.group:
            group = said.cell(row.cells[0]) or _NOTHING
        else:
            values = [
                _value(said.cell(cell), figures=column.figures)
                for column, cell in zip(table.columns, row.cells, strict=True)
            ]
            yield [*((group,) if grouped else ()), *values]


def _value(text: str, *, figures: bool) -> _Value:
    """A figure as a number, a percent as its share of 1; of anything else its words, which may be the reference 0012."""
    if figures and _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if figures and _WHOLE_NUMBER.fullmatch(text.removesuffix("%")):
        return int(text[:-1]) / 100
    return text.strip() or _NOTHING


def _fitting(text: str) -> str:
    """The text as far as a cell holds it, which then says that there is more."""
    return text if len(text) <= _MOST else f"{text[: _MOST - len(_MORE)]}{_MORE}"


def _put(sheet: Any, row: int, column: int, value: _Value, font: Font, lies: Alignment = _WRAP) -> None:
    """As it stands: what begins with = is no formula."""
    cell = sheet.cell(row, column)
    cell.value = workbook.storable(_fitting(value)) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, float):
        cell.number_format = "0%"
    cell.font, cell.alignment = font, lies
    if lies.wrap_text:
        line = sheet.row_dimensions[row]
        wide = sheet.column_dimensions[get_column_letter(column)].width * (_BROAD if font is _BOLD else 1)
        line.height = max(line.height or 0, _high(str(value), wide))
