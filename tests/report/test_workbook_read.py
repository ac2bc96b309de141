"""A workbook of a draft as an office shows and prints it: nothing is cut, and figures stand under their headings."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from inspector_app.core.report.formats import xlsx
from tests.report.test_formats import SOURCES, composed, quiet

_LETTERS = ("Helvetica", 12)  # which has the widths of Arial
_DIGIT = stringWidth("0", *_LETTERS)  # by which an office counts the width of a column
_A4, _INCH = 595, 72
_EDGE = 6  # points that an office keeps free in a cell


@pytest.fixture(scope="module", params=SOURCES, ids=lambda path: path.stem)
def book(request: pytest.FixtureRequest) -> Any:
    return load_workbook(io.BytesIO(xlsx.write(composed(request.param), quiet)))


def test_a_sheet_of_lines_is_no_wider_than_its_paper(book: Any) -> None:
    """An office makes a table smaller until it fits, but never one column: that it cuts."""
    for name in ("Cover", "Contents", "Notes"):
        margins = (book[name].page_margins.left + book[name].page_margins.right) * _INCH
        assert book[name].column_dimensions["A"].width * _DIGIT <= _A4 - margins


def test_every_row_is_as_high_as_the_lines_of_its_texts(book: Any) -> None:
    looked = 0
    for sheet in book:
        for cell in (cell for row in sheet for cell in row if cell.alignment.wrap_text and not cell.font.bold):
            wide = sheet.column_dimensions[cell.column_letter].width * _DIGIT - _EDGE
            lines = simpleSplit(str(cell.value), *_LETTERS, wide)
            assert len(lines) * _LETTERS[1] * 1.15 <= sheet.row_dimensions[cell.row].height, cell.value
            looked += len(lines) > 1
    assert looked > 10


def test_figures_stand_at_the_right_as_their_heading_does(book: Any) -> None:
    figures = 0
    for sheet in book.worksheets[3:]:
        for column in sheet.iter_cols(min_row=4):
            if any(cell.data_type == "n" for cell in column):
                assert {cell.alignment.horizontal for cell in column} == {"right"}
                figures += 1
    assert figures >= 1
