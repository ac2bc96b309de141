"""Where a draft for a word processor asks for a new page: never where the one before would be left nearly empty."""

import io
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.report.content import (
    Block,
    Bullets,
    Chart,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from inspector_app.core.report.formats import docx, odt
from inspector_app.core.report.formats.paging import Sheet, paged
from inspector_app.core.report.together import with_next
from tests.report import another_office
from tests.report.conftest import Maker
from tests.report.test_formats import quiet

SHEET = Sheet(letters=90, lines=48)
LINE = "x" * 90


def begun(*chapters: tuple[Block, ...]) -> list[bool]:
    """Of each chapter after the first whether it begins a page."""
    sections = [
        Section((Heading("A chapter", 1, f"c{n}"), *blocks), new_page=True) for n, blocks in enumerate(chapters)
    ]
    sections.append(Section(lines(20)))  # the last page has to have something
    return [one.new_page for one in paged(sections, SHEET)][1:-1]


def lines(number: int) -> tuple[Block, ...]:
    """A paragraph of so many lines."""
    return (Paragraph(plain(LINE * number)),)


@pytest.mark.parametrize(
    ("number", "new_page"),
    [(5, False), (25, True), (35, True), (43, False), (47, False), (55, False), (75, True), (80, True), (100, False)],
)
def test_a_chapter_begins_a_page_only_where_the_one_before_is_well_used_and_not_nearly_full(
    number: int, new_page: bool
) -> None:
    """55 lines are a page and some: a page was begun below the last ten, which stood alone."""
    assert begun(lines(number), lines(1)) == [new_page]


def test_what_follows_without_a_new_page_counts_with_what_stands_above_it() -> None:
    assert begun(lines(5), lines(25), lines(1)) == [False, True]


def test_tables_lists_and_charts_take_their_room() -> None:
    table = Table((Column("Key question", 70), Column("Yes", 30, figures=True)), (Row((plain(LINE), plain("7"))),) * 14)
    assert begun((table,), lines(1)) == begun((Bullets((plain(LINE[:80]),) * 25),), lines(1)) == [True]
    assert begun((Chart((), (), ""), Chart((), (), ""), Chart((), (), ""), *lines(10)), lines(1)) == [True]


def test_the_longer_it_is_since_the_last_new_page_the_surer_it_must_be() -> None:
    assert begun(lines(19), lines(1)) == [True]
    assert begun(lines(19 + 4 * 48), lines(1)) == [False]


@pytest.mark.parametrize("share", [0, -20])
def test_columns_without_room_and_rows_without_cells_end_no_draft(share: int) -> None:
    """Of a framework with so many key questions that none gets a hundredth of the width."""
    table = Table((Column("Case", share),), (Row((plain("C01"),)), Row(())))
    assert begun((table,), lines(1)) == [False]


def test_what_is_not_parted_goes_to_the_next_page_whole_in_the_estimate() -> None:
    """A table that had no room was counted on half a page: a page of three lines came of it."""
    table = Table((Column("Key question", 70), Column("Yes", 30, figures=True)), (Row((plain(LINE), plain("7"))),) * 14)
    assert begun((*lines(30), table, *lines(1)), lines(1)) == [True]
    assert begun((*lines(30), *lines(20)), lines(1)) == [False], "lines go on over pages"


def test_no_page_ends_between_a_table_and_its_chart() -> None:
    table, chart, said = Table((), ()), Chart((), (), ""), Paragraph(plain("Lowest score: 2.1.1."))
    for between in ((), (said,)):
        kept = [one for _, one in with_next((*lines(1), table, *between, chart, *lines(1)))]
        assert kept == [False, *(True for _ in (table, *between, chart)), False]
    assert [one for _, one in with_next((table, said, *lines(1)))] == [False] * 3


def rows(number: int) -> Table:
    """A table of so many rows of a line."""
    return Table((Column("Number", 20), Column("Source", 80)), (Row((plain("1"), plain("A source"))),) * number)


ENDS: dict[str, tuple[Block, ...]] = {
    "a short section": (Heading("Further information", 1, "end"), Bullets((plain("a glossary"),) * 2)),
    "a list": (Bullets((plain("a point"),) * 40),),
    "a table": (rows(25),),
    "paragraphs": (Paragraph(plain("A sentence.")),) * 40,
}


@pytest.mark.parametrize("end", ENDS)
def test_a_third_of_a_page_stands_together_at_the_end_and_before_each_new_page(end: str) -> None:
    """Wherever the pages of a word processor end: "Further information" stood alone on the last one, and two rows did."""
    text = [Paragraph(plain("A sentence."))] * 40
    chapters = [Section((Heading("A chapter", 1, f"c{n}"), *text[: 8 + 3 * n]), new_page=True) for n in range(9)]
    parts = [part for chapter in chapters for part in (chapter, Section(ENDS[end]))]
    made = list(paged(parts, SHEET))
    begins = [place for place, one in enumerate(made) if one.new_page and place] + [len(made)]
    assert len(begins) > 1
    for first, after in pairwise([0, *begins]):
        blocks = [kept for one in made[first:after] for kept in one.blocks]
        held = [kept for kept in blocks if kept.last]
        assert blocks[-len(held) :] == held
        assert [kept.with_next for kept in held] == [True] * (len(held) - 1) + [False], (
            "a new page, or the end, follows"
        )
        assert 9 <= sum(kept.last for kept in held) <= 20


def test_the_last_section_begins_no_page_that_it_would_leave_nearly_empty() -> None:
    chapters = [Section((Heading("A chapter", 1, f"c{n}"), *lines(many)), True) for n, many in enumerate((30, 30, 3))]
    assert [one.new_page for one in paged(chapters, SHEET)] == [True, True, False]


def test_a_paragraph_of_a_page_is_not_kept_whole_for_the_sake_of_the_last() -> None:
    (made,) = paged([Section((*lines(10), *lines(45), *lines(3)))], SHEET)
    assert [kept.last for kept in made.blocks] == [0, 0, 1]


def test_word_processors_are_told_what_stands_together(make: Maker, trafford: Inspection) -> None:
    for end, blocks in ENDS.items():
        made = replace(make.report(trafford), sections=(Section((Heading("Section", 1, "s"), *lines(9), *blocks)),))
        drawn = Document(io.BytesIO(docx.write(made, quiet))).element.body.xpath("//w:body//w:p[w:r]")
        kept = [bool(paragraph.xpath("w:pPr/w:keepNext")) for paragraph in drawn]
        final = 2 if end == "a table" else 1  # the cells of its last row, or a paragraph
        assert kept[-final - 3 :] == [True] * 3 + [False] * final, end
        with zipfile.ZipFile(io.BytesIO(odt.write(made, quiet))) as archive:
            assert archive.read("content.xml").count(b"Leads") >= 7, end


MANY_ROWS = range(30, 54, 3)


@pytest.fixture(scope="module")
def set_elsewhere(make: Maker, trafford: Inspection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where reports of so many rows are as PDFs that another office made of each format."""
    folder = tmp_path_factory.mktemp("rows")
    for number in MANY_ROWS:
        made = replace(make.report(trafford), sections=(Section((Heading("Section", 1, "s"), rows(number))),))
        for ending, write in (("docx", docx.write), ("odt", odt.write)):
            (folder / f"{number} {ending}.{ending}").write_bytes(write(made, quiet))
    return another_office.pdfs(folder, *sorted(folder.iterdir()), seconds=300)


@another_office.needed
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_another_office_leaves_no_last_page_of_a_few_rows(set_elsewhere: Path, ending: str) -> None:
    """Rows alone: of paragraphs that are kept together LibreOffice 7.4 takes one or two to the next page, and Word all."""
    last = {number: rows_of_the_last_page(set_elsewhere / f"{number} {ending}.pdf") for number in MANY_ROWS}
    assert {number: rows for number, rows in last.items() if rows < 9} == {}


def rows_of_the_last_page(path: Path) -> int:
    seen = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return seen.split("\f")[-2].count("A source")
