"""The draft findings in every format: all that the report says is in each, in its order, and nothing acts or stays behind."""

import io
import re
import subprocess
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.styles.styles import Styles
from odfdo import Document as OpenDocument
from odfdo import Element
from openpyxl import load_workbook

from inspector_app.core.domain.draft.copies import SAID, Copy, Scope
from inspector_app.core.domain.inspection import Finding, FindingKind, Inspection
from inspector_app.core.domain.text.typed_lines import superscript
from inspector_app.core.interchange import word_document
from inspector_app.core.rating.engine import rate
from inspector_app.core.rating.explain import trace
from inspector_app.core.report import compose, content
from inspector_app.core.report.formats import docx, feet, html, odt, said, xlsx
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import reports
from tests.report import another_office

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)
WRITTEN = {".docx": docx.write, ".odt": odt.write, ".html": html.write}
ODD = 'A <b>tag</b> & "quotes" \u202e\u05e9\u05dc\u05d5\u05dd Tŷ 🙂 \x01\x0b end'
TYPED = Finding("2.1", FindingKind.NARRATIVE, ODD)
DATA = Path(__file__).parents[1] / "data"
SOURCES = [
    exchange.sample_document(),
    exchange.sample_document("salford-2024"),
    DATA / "blackburn-2023.json",
    exchange.sample_document("trafford-2015"),
]


@cache
def composed(source: Path, *more: Finding) -> content.Report:
    framework, inspection = exchange.load(source)
    inspection = replace(inspection, findings=(*inspection.findings, *more))
    rated = rate(framework, inspection)
    return compose.draft_findings(framework, inspection, rated, trace(framework, rated), NOON)


def quiet(*_: object) -> None:
    """Nobody is told how far it is."""


@cache
def drawn(ending: str, source: Path, *more: Finding) -> bytes:
    """That report as a file of that kind, written once for all who only read in it."""
    return {**WRITTEN, ".xlsx": xlsx.write}[ending](composed(source, *more), quiet)


def texts(block: content.Block) -> list[str]:
    """What a block says, in the order of reading."""
    match block:
        case content.Heading() | content.Label() | content.Notice():
            return [block.text]
        case content.Paragraph():
            return [said.cell(block.text)]
        case content.Bullets():
            return [said.cell(item) for item in block.items]
        case content.Quote():
            return [block.title, *(said.cell(text) for text in block.paragraphs)]
        case content.RatingLine():
            return [block.label, said.rating(block.rating)]
        case content.Overall():
            return [block.service, block.fieldwork, block.score, block.label, said.rating(block.rating)]
        case content.Chart():
            return []
        case content.Table():
            heads = [column.title for column in block.columns]
            return [
                *heads,
                *(said.cell(cell) for row in block.rows for cell in (row.cells[:1] if row.group else row.cells)),
            ]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", said.readable(text))


def read_docx(data: bytes) -> str:
    """The words of its text, with the number of each footnote in its place."""
    said = []
    for node in Document(io.BytesIO(data)).element.body.iter():
        if str(node.tag).endswith("}footnoteReference"):
            said.append(superscript(next(number for name, number in node.items() if name.endswith("}id"))))
        elif str(node.tag).endswith("}t"):
            again = str(node.getparent().getparent().tag).endswith("}fldSimple")
            said.append(superscript(node.text or "") if again else node.text or "")
    return "".join(said)


def read_odt(data: bytes) -> str:
    document = OpenDocument(io.BytesIO(data))
    """The same of it."""
    for note in document.body.get_elements("//text:note"):
        note.replace_element(note.get_element("text:note-body"), Element.from_tag("text:note-body"))
        citation = note.get_element("text:note-citation")
        citation.text = superscript(citation.text)
    tree = ElementTree.fromstring(document.content.serialize())
    return "".join(tree.itertext())


def feet_of(ending: str, data: bytes) -> list[str]:
    """The footnotes of a file, as its word processor would number and print them."""
    if ending == ".odt":
        notes = OpenDocument(io.BytesIO(data)).body.get_elements("//text:note")
        return [f"{superscript(note.citation)} {note.note_body.strip()}" for note in notes]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        notes = ElementTree.fromstring(archive.read("word/footnotes.xml"))
    said = ["".join(note.itertext()).strip() for note in notes if len(note[0]) > 1]
    return [f"{superscript(str(number))} {words}" for number, words in enumerate(said, start=1)]


def read_html(data: bytes) -> str:
    from html.parser import HTMLParser

    class Words(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.said: list[str] = []
            self.raised = False

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.raised = self.raised or tag == "sup"

        def handle_endtag(self, tag: str) -> None:
            self.raised = self.raised and tag != "sup"

        def handle_data(self, data: str) -> None:
            self.said.append(superscript(data) if self.raised else data)

    words = Words()
    words.feed(data.decode())
    return "".join(words.said)


READ: dict[str, Callable[[bytes], str]] = {".docx": read_docx, ".odt": read_odt, ".html": read_html}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
@pytest.mark.parametrize("ending", WRITTEN)
def test_everything_that_the_report_says_is_in_it_in_order(ending: str, source: Path) -> None:
    report = composed(source)
    text, at = squeezed(READ[ending](drawn(ending, source))), 0
    for section in feet.apart(report)[0]:
        for one in (part for block in section.blocks for part in texts(block)):
            found = text.find(squeezed(one), at)
            assert found >= 0, one
            at = found


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_a_footnote_is_one_of_the_word_processors_own_with_the_number_that_the_report_has(
    ending: str, source: Path
) -> None:
    about = next(finding for finding in exchange.load(source)[1].findings if finding.kind is FindingKind.NARRATIVE)
    marked = replace(about, text="A yard of 20 m².^[First.] And so on.^[Second.]")
    report = composed(source, marked)
    sections, notes = feet.apart(report)
    data = drawn(ending, source, marked)
    assert feet_of(ending, data) == [said.readable(f"{mark} {words}") for mark, words in notes.items()]
    assert {"First.", "Second."} <= set(notes.values())
    printed = [b for s in report.sections for b in s.blocks if re.match("[⁰¹²³⁴⁵⁶⁷⁸⁹]+ ", "".join(texts(b)))]
    assert len(notes) == len(printed) >= 3
    assert not [b for s in sections for b in s.blocks if b in printed]
    assert "20 m²." in READ[ending](data)


def test_the_number_of_a_footnote_at_a_further_place_stays_raised_and_is_read_back_as_the_mark_it_is() -> None:
    """Word writes the number of such a field anew, in plain figures with the style of footnotes."""
    data = drawn(".docx", SOURCES[1])
    fields = [node for node in Document(io.BytesIO(data)).element.body.iter() if str(node.tag).endswith("}fldSimple")]
    assert [next(iter(field.values())).split()[::2] for field in fields] == [["NOTEREF", "\\f"]] * 2
    assert {field[0].style for field in fields} == {"footnotereference"}
    assert [field[0].text for field in fields] == ["6", "9"]
    cells = {"".join(piece.text for piece in line.pieces) for line in word_document.read(data, "draft").paragraphs}
    assert {"46% ⁶", "62% ⁹"} <= cells


def test_a_style_is_looked_up_once_however_many_paragraphs_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    look_up = Styles.get_style_id

    def counted(styles: Styles, style: Any, kind: Any) -> Any:
        asked.append(style)
        return look_up(styles, style, kind)

    monkeypatch.setattr(Styles, "get_style_id", counted)
    docx.write(composed(exchange.sample_document("salford-2024")), quiet)
    assert {"Cell", "List Bullet", "Normal"} <= set(asked)
    assert max(asked.count(style) for style in asked) <= 5, "some are before the document is ready"


def test_a_numbered_list_of_an_opendocument_is_counted_by_its_word_processor_and_begins_where_the_report_says() -> None:
    report = composed(SOURCES[3])
    wanted = [b.first for s in report.sections for b in s.blocks if isinstance(b, content.Bullets) and b.first]
    body = OpenDocument(io.BytesIO(drawn(".odt", SOURCES[3]))).body
    first = body.get_elements("//text:list[@text:style-name='ReportNumbers']/text:list-item[1]")
    assert [int(str(item.get_attribute("text:start-value"))) for item in first] == wanted != []


@pytest.mark.parametrize("ending", WRITTEN)
def test_headings_are_headings_of_the_format_and_nest_without_a_gap(ending: str) -> None:
    report = composed(SOURCES[0])
    wanted = [
        block.level for section in report.sections for block in section.blocks if isinstance(block, content.Heading)
    ]
    data = drawn(ending, SOURCES[0])
    if ending == ".docx":
        names = [p.style.name for p in Document(io.BytesIO(data)).paragraphs if p.style is not None]
        found = [int(name[-1]) for name in names if str(name).startswith("Heading ")]
    elif ending == ".odt":
        found = [int(h.level or 0) for h in OpenDocument(io.BytesIO(data)).body.headers]
    else:
        found = [int(level) - 1 for level in re.findall(rb'<h(\d) id="(?!footnotes")', data)]
    assert found == wanted
    assert all(now - before <= 1 for before, now in zip([0, *found], found, strict=False))


@pytest.mark.parametrize("ending", WRITTEN)
def test_what_was_typed_acts_nowhere_and_what_cannot_be_held_is_shown(ending: str) -> None:
    text = READ[ending](drawn(ending, SOURCES[0], TYPED))
    assert '<b>tag</b> & "quotes"' in text
    assert "🙂" in text
    assert "\x0b" not in text


@pytest.mark.parametrize("ending", [*WRITTEN, ".xlsx"])
def test_equal_reports_are_equal_bytes_at_another_moment(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write = {**WRITTEN, ".xlsx": xlsx.write}[ending]
    report, first = composed(SOURCES[0]), drawn(ending, SOURCES[0])
    clock = time.localtime(time.time() + 86_400)
    monkeypatch.setattr(time, "localtime", lambda *_: clock)
    assert write(report, quiet) == first


@pytest.mark.parametrize("ending", [".docx", ".odt", ".xlsx"])
def test_a_file_says_of_itself_what_the_report_says_and_no_more(ending: str) -> None:
    report = composed(SOURCES[0])
    with zipfile.ZipFile(io.BytesIO(drawn(ending, SOURCES[0]))) as archive:
        assert archive.testzip() is None
        about = archive.read("meta.xml" if ending == ".odt" else "docProps/core.xml").decode()
        assert all(entry.date_time[:3] == (2026, 3, 11) for entry in archive.infolist())
    assert report.title in about
    assert "2026-03-11" in about
    assert not re.search("python-docx|2013-12-23|openpyxl", about)


def test_a_document_has_nothing_of_the_empty_one_that_it_is_made_from() -> None:
    for ending in (".docx", ".odt"):
        with zipfile.ZipFile(io.BytesIO(drawn(ending, SOURCES[0]))) as archive:
            assert not [name for name in archive.namelist() if "humbnail" in name], ending
            parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
        assert not [part for part in parts if b"Macintosh" in part], ending


@pytest.mark.parametrize("scope", Scope)
def test_every_page_of_a_document_says_for_whom_it_is_how_it_is_marked_and_its_number(scope: Scope) -> None:
    framework, inspection = exchange.load(exchange.sample_document())
    made = {e: reports.draft_findings(framework, inspection, NOON, copy=Copy(scope), ending=e) for e in WRITTEN}
    with zipfile.ZipFile(io.BytesIO(made[".docx"])) as archive:
        docx_foot, docx_head = (archive.read(f"word/{name}1.xml").decode() for name in ("footer", "header"))
    with zipfile.ZipFile(io.BytesIO(made[".odt"])) as archive:
        around = ElementTree.fromstring(archive.read("styles.xml"))
    (page,) = (one for one in around.iter() if one.tag.endswith("}master-page"))
    odt_head, odt_foot = (ElementTree.tostring(one, encoding="unicode") for one in page)
    for head, foot in ((docx_head, docx_foot), (odt_head, odt_foot)):
        assert "OFFICIAL-SENSITIVE" in head
        assert "DRAFT" in head
        assert str(SAID[scope]) in foot
        assert "PAGE" in foot or "page-number" in foot


def test_no_line_of_a_paragraph_stands_alone_on_a_page_of_an_odt() -> None:
    """Word does so by itself: the last line of what a chart shows came on the page after it."""
    with zipfile.ZipFile(io.BytesIO(drawn(".odt", SOURCES[0]))) as archive:
        styles = ElementTree.fromstring(archive.read("styles.xml"))
    looks = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
    of_all = [s for s in styles.iter(f"{looks}default-style") if s.get(f"{looks}family") == "paragraph"]
    (found,) = (s.find(f"{looks}paragraph-properties") for s in of_all)
    form = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
    assert found is not None
    assert [found.get(f"{form}{lines}") for lines in ("orphans", "widows")] == ["2", "2"]


def test_figures_stand_to_the_right_and_a_row_of_a_table_is_not_parted() -> None:
    with zipfile.ZipFile(io.BytesIO(drawn(".odt", SOURCES[0]))) as archive:
        whole = archive.read("content.xml").decode()
    assert re.search(r'<text:p text:style-name="Figure">12</text:p>', whole)
    assert '<text:h text:outline-level="1" text:style-name="ChapterPage">Foreword' in whole
    rows = Document(io.BytesIO(drawn(".docx", SOURCES[0]))).tables[0]._tbl.tr_lst
    assert all("cantSplit" in row.xml for row in rows[1:])


def test_no_page_ends_between_a_standard_and_its_table_and_none_begins_with_the_last_rows_of_its_head() -> None:
    """A heading, what it asks for and its rating stood at the foot of a page, and all else on the next."""
    made = Document(io.BytesIO(drawn(".docx", SOURCES[1])))
    lines = [
        paragraph for paragraph in made.paragraphs if paragraph.text.startswith(("Rating: ", "We inspected 20 cases"))
    ]
    assert [bool(paragraph.paragraph_format.keep_with_next) for paragraph in lines] == [True] * 14
    asked = next(table for table in made.tables if len(table.rows) == 4)
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in asked.rows]
    assert kept == [True] * 4, "its chart comes next"
    with zipfile.ZipFile(io.BytesIO(drawn(".odt", SOURCES[1]))) as archive:
        styles = [
            archive.read("content.xml").count(b'table:style-name="%sTable"' % kind) for kind in (b"Whole", b"Kept")
        ]
        assert styles == [0, 8], "seven with their charts, and one near the end"
    ratings = made.tables[0]
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in ratings.rows[:4]]
    assert kept == [True, True, True, False]


def test_each_table_of_the_report_is_one_marked_sheet_without_merged_or_empty_cells() -> None:
    report = composed(exchange.sample_document())
    tables = [b for s in report.sections for b in s.blocks if isinstance(b, content.Table) and b.rows]
    book = load_workbook(io.BytesIO(drawn(".xlsx", SOURCES[0])))
    assert book.sheetnames == ["Cover", "Contents", "Notes", *(f"Table {n}" for n in range(1, len(tables) + 1))]
    for table, name in zip(tables, book.sheetnames[3:], strict=True):
        sheet: Any = book[name]
        (marked,) = sheet.tables.values()
        cells = [cell for row in sheet[marked.ref] for cell in row]
        assert sheet.merged_cells.ranges == set()
        assert all(cell.value not in (None, "") for cell in cells)
        grouped = any(row.group for row in table.rows)
        assert len(sheet[marked.ref][0]) == len(table.columns) + grouped
        assert len(sheet[marked.ref]) == 1 + sum(not row.group for row in table.rows)
        assert all(cell.data_type in "sn" for cell in cells)  # no formula


def test_a_percent_is_a_number_and_a_printed_table_is_as_wide_as_its_page() -> None:
    book = load_workbook(io.BytesIO(drawn(".xlsx", SOURCES[0])))
    sheet: Any = next(book[name] for name in book.sheetnames if "2.1 Assessing" in str(book[name]["A1"].value))
    (share,) = {cell.column for cell in sheet[4] if cell.value == "% 'Yes'"}
    found = [sheet.cell(row, share) for row in (5, 6)]
    assert [(cell.value, cell.number_format) for cell in found] == [(0.8, "0%"), (0.6, "0%")]
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$4"
    assert {(made.page_setup.fitToWidth, made.page_setup.fitToHeight) for made in book.worksheets} == {(1, 0)}


def test_a_row_of_a_sheet_is_as_high_as_what_it_says() -> None:
    rows = tuple(content.Row((content.plain(text),)) for text in ("One line", "Words " * 40, "x\n" * 3, "y" * 40_000))
    table = content.Table((content.Column("Rule", 100),), rows)
    sections = (content.Section((content.Heading("x", 1, "x"), table)),)
    data = xlsx.write(replace(composed(exchange.sample_document()), sections=sections), quiet)
    sheet: Any = load_workbook(io.BytesIO(data))["Table 1"]
    one, long, three, most = (sheet.row_dimensions[row].height for row in range(5, 9))
    assert one < three == 3 * one < long + one
    assert long >= 3 * one
    assert most == 409


@pytest.mark.parametrize("figures", [True, False])
def test_the_headings_of_a_sheet_have_room_for_all_lines_of_the_longest(figures: bool) -> None:
    """ "Does the delivery (and review?) of …" ran over the first row where LibreOffice opened it."""
    column = content.Column("Words of a heading " * 5, 100, figures=figures)
    table = content.Table((column,), (content.Row((content.plain("7"),)),))
    sections = (content.Section((content.Heading("x", 1, "x"), table)),)
    data = xlsx.write(replace(composed(exchange.sample_document()), sections=sections), quiet)
    sheet: Any = load_workbook(io.BytesIO(data))["Table 1"]
    assert sheet["A4"].alignment.wrap_text
    assert sheet.row_dimensions[4].height >= 2 * sheet.row_dimensions[5].height


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    table = content.Table(
        (content.Column("=1+1", 50), content.Column("=1+1", 50)), (content.Row((content.plain("=2+2"), ())),)
    )
    report = replace(
        composed(exchange.sample_document()), sections=(content.Section((content.Heading("=x", 1, "x"), table)),)
    )
    sheet: Any = load_workbook(io.BytesIO(xlsx.write(report, quiet)))["Table 1"]
    assert [cell.value for cell in sheet[4]] == ["=1+1", "=1+1 (2)"]
    assert [(cell.value, cell.data_type) for cell in sheet[5]] == [("=2+2", "s"), ("[none]", "s")]


def test_what_a_table_says_is_in_its_sheet_as_it_was_and_says_where_it_is_not_whole() -> None:
    texts = ("0012", "_x0041_ and _x000D_", "1" * 40_000)
    rows = tuple(content.Row((content.plain(text), content.plain("12"))) for text in texts)
    table = content.Table((content.Column("Case", 50), content.Column("Yes", 50, figures=True)), rows)
    report = replace(
        composed(exchange.sample_document()), sections=(content.Section((content.Heading("x", 1, "x"), table)),)
    )
    data = xlsx.write(report, quiet)
    sheet: Any = load_workbook(io.BytesIO(data))["Table 1"]
    ref, escaped, long = (sheet.cell(row, 1).value for row in (5, 6, 7))
    assert (ref, sheet.cell(5, 2).value) == ("0012", 12)
    assert escaped == "_x005F_x0041_ and _x005F_x000D_"  # openpyxl leaves to the office what it reads as typed
    assert long.startswith("1" * 20_000)
    assert long.endswith("a document has all of it.]")


@pytest.mark.parametrize("ending", reports.ENDINGS)
def test_a_report_of_nothing_is_made_too(ending: str) -> None:
    framework, inspection = exchange.load(exchange.sample_document())
    bare = Inspection(framework.id, "", inspection.start, inspection.end)
    assert reports.draft_findings(framework, bare, NOON, ending=ending)


@pytest.mark.parametrize("ending", reports.ENDINGS)
def test_the_services_copy_says_in_every_format_that_it_is_the_services(ending: str) -> None:
    framework, inspection = exchange.load(exchange.sample_document())
    made = reports.draft_findings(framework, inspection, NOON, copy=Copy(Scope.SERVICE), ending=ending)
    if ending in READ:
        text = READ[ending](made)
        assert "Service’s copy" in text
        assert "Annexe: record of the inspection" not in text
    else:
        assert made


@pytest.mark.parametrize("ending", [*WRITTEN, ".xlsx"])
def test_the_work_tells_how_far_it_is_and_stops_when_it_is_stopped(ending: str) -> None:
    write = {**WRITTEN, ".xlsx": xlsx.write}[ending]
    told: list[tuple[int, int]] = []
    write(composed(exchange.sample_document()), lambda done, of, _: told.append((done, of)))
    assert [done for done, _ in told] == list(range(told[0][1]))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(composed(exchange.sample_document()), stop)


@pytest.mark.parametrize("ending", reports.ENDINGS)
def test_nothing_is_written_but_where_one_said(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a temporary file was made")

    for name in ("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory"):
        monkeypatch.setattr(f"tempfile.{name}", refuse)
    framework, inspection = exchange.load(exchange.sample_document())
    made = reports.draft_findings(framework, inspection, NOON, ending=ending)
    reports.save(made, tmp_path / f"draft{ending}", known=reports.ENDINGS)
    assert [path.name for path in tmp_path.iterdir()] == [f"draft{ending}"]


@another_office.needed
def test_another_office_reads_the_files_and_finds_in_them_what_was_said(tmp_path: Path) -> None:
    files = [tmp_path / f"draft as {ending[1:]}{ending}" for ending in (".docx", ".odt", ".xlsx")]
    for path in files:
        path.write_bytes(drawn(path.suffix, SOURCES[0], TYPED))
    made = another_office.pdfs(tmp_path, *files, seconds=120)
    for path in files:
        command = ["pdftotext", made / f"{path.stem}.pdf", "-"]
        seen = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert "2.3 Implementation and delivery" in seen
        assert "Requires improvement" in seen
        assert path.suffix == ".xlsx" or '<b>tag</b> & "quotes"' in " ".join(seen.split())
