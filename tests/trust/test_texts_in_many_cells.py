"""A text that packs into nothing and stands in thousands of cells of a workbook: it is not looked through in each."""

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import case_list, sheets, spoilt
from inspector_app.core.interchange.spoilt import Unreadable

Made = Callable[[str, int, int], bytes]
HEADINGS = ("Case reference", "Type", "Inspector")
_ODS = "urn:oasis:names:tc:opendocument:xmlns:"


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def excel(text: str, rows: int, columns: int) -> bytes:
    """A workbook in which this text is kept once, and meant by every cell below the headings."""
    kinds = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "sharedStrings": "sharedStrings"}
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_KIND}{of}+xml"/>' for name, of in kinds.items()
    )
    texts = "".join(f"<si><t>{one}</t></si>" for one in (text, *HEADINGS))
    top = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(1, len(HEADINGS) + 1))
    row = "<row>" + '<c t="s"><v>0</v></c>' * columns + "</row>"
    to = {"1": ("worksheet", "worksheets/sheet1.xml"), "2": ("sharedStrings", "sharedStrings.xml")}
    tied = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{of}" Target="{part}"/>' for number, (of, part) in to.items()
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{tied}</Relationships>',
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{texts}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData><row>{top}</row>{row * rows}'
            "</sheetData></worksheet>",
        }
    )


def zipped(parts: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return packed.getvalue()


def open_document(text: str, rows: int, columns: int) -> bytes:
    """The same as a spreadsheet of OpenDocument: one cell that is repeated."""
    cell = '<table:table-cell office:value-type="string"{again}><text:p>{text}</text:p></table:table-cell>'
    top = "".join(cell.format(again="", text=heading) for heading in HEADINGS)
    one = cell.format(again=f' table:number-columns-repeated="{columns}"', text=text)
    spaces = " ".join(f'xmlns:{name}="{_ODS}{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="S"><table:table-row>{top}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="{rows}">{one}</table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


KINDS = pytest.mark.parametrize("made", [excel, open_document])


@KINDS
@pytest.mark.parametrize("text", ["ab ", "x", "_x000D_"])
def test_a_text_longer_than_any_cell_is_none_and_is_said_to_be(made: Made, text: str) -> None:
    """Four megabytes in 60,000 cells, in a file of some kilobytes, were looked through 60,000 times."""
    data = made(text * (4_000_000 // len(text)), 600, 100)
    assert len(data) < 200_000
    _, *rows = sheets.Workbook(data, "x").rows()
    assert {cell for row in rows for cell in row.cells if cell is not None} == {Unreadable(spoilt.TOO_LONG)}


@KINDS
def test_a_sheet_whose_cells_together_hold_more_than_any_is_refused_in_a_sentence(made: Made) -> None:
    long = "ab " * 10_000
    fits = sheets.MOST_LETTERS // len(long) // 10 - 1
    assert len(sheets.Workbook(made(long, fits, 10), "x").rows()) == fits + 1
    with pytest.raises(Expected) as no:
        case_list.open_workbook(made(long, fits + 2, 10), "x")
    assert no.value.code is Code.WORKBOOK_UNREADABLE


@KINDS
def test_a_note_as_long_as_a_cell_may_be_is_read_whole(made: Made) -> None:
    note = "n" * sheets.LONGEST_CELL
    _, row = sheets.Workbook(made(note, 1, 3), "x").rows()
    assert [cell for cell in row.cells if cell] == [note] * 3
