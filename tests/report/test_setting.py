"""Pages are set once, before the first is drawn: what names a page, and how many there are, is right all the same."""

import io
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import pairwise

import pytest
from pypdf import PdfReader
from reportlab.platypus import PageBreak, Spacer
from reportlab.platypus.doctemplate import LayoutError

from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.report.content import (
    Bullets,
    Column,
    Heading,
    Label,
    Paragraph,
    Row,
    Section,
    Table,
    Voice,
    plain,
)
from inspector_app.core.report.drawing import last_page, look, pdf, setting, story
from inspector_app.core.report.drawing.framed import Table as DrawnTable
from inspector_app.core.report.drawing.right_to_left import Paragraph as Drawn
from inspector_app.core.report.drawing.tagged import Element
from inspector_app.core.services.results import reports
from tests.report.conftest import Maker
from tests.report.test_formats import quiet


def test_the_contents_and_each_foot_name_the_page_that_a_heading_came_to_stand_on(
    make: Maker, trafford: Inspection
) -> None:
    headings = [Heading(f"Number {n} of many", 1 + n % 2, f"h{n}") for n in range(150)]
    blocks = [block for h in headings for block in (h, Paragraph(plain("Words. " * 60)))]
    report = replace(make.report(trafford), sections=(Section(tuple(blocks), new_page=True),))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.write(report, quiet))).pages]
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1))
    listed = " ".join(" ".join(pages[:8]).split())
    for heading in headings:
        (stands,) = (n for n, page in enumerate(pages, start=1) if heading.text in page and "Words." in page)
        assert f"{heading.text} {stands} " in listed, heading


def test_a_story_is_composed_once(make: Maker, trafford: Inspection, monkeypatch: pytest.MonkeyPatch) -> None:
    composed = []
    of_section = pdf.story.of_section
    monkeypatch.setattr(pdf.story, "of_section", lambda section: composed.append(section) or of_section(section))
    report = make.report(trafford)
    pdf.write(report, quiet)
    assert composed == list(report.sections)


def test_a_page_that_is_drawn_by_itself_is_that_page_of_the_file(make: Maker, trafford: Inspection) -> None:
    laid = pdf.lay(make.report(trafford), quiet)
    whole = PdfReader(io.BytesIO(laid.whole(quiet))).pages
    assert len(whole) == laid.count
    for number, page in enumerate(whole):
        (alone,) = PdfReader(io.BytesIO(laid.page(number))).pages
        assert alone.extract_text() == page.extract_text()
        assert "/Annots" not in alone, "a link that leads nowhere"


def test_a_page_that_is_drawn_by_itself_looks_as_it_does_in_the_file(make: Maker, trafford: Inspection) -> None:
    report = make.report(trafford)
    laid = pdf.lay(report, quiet)
    alone = reports.LaidPages(report, laid, look.PAGE)
    with closing(reports.pages(laid.whole(quiet))) as whole:
        assert len(alone.sizes) == whole.count
        assert all(alone.sizes[n] == pytest.approx(whole.size(n), abs=0.01) for n in range(whole.count))
        assert all(alone.render(number, 1.0) == whole.render(number, 1.0) for number in range(whole.count))


def test_looking_at_pages_changes_nothing_of_the_file(make: Maker, trafford: Inspection) -> None:
    laid = pdf.lay(make.report(trafford), quiet)
    seen = [laid.page(number) for number in (5, 0, 5)]
    assert seen[0] == seen[2]
    with ThreadPoolExecutor(1) as beside:
        looked = []
        assert laid.whole(lambda *_: looked.append(beside.submit(laid.page, 5))) == make.pdf(trafford)
    assert {one.result() for one in looked} == {seen[0]}


def test_no_page_is_empty_and_what_no_page_is_high_enough_for_is_said() -> None:
    look.load_fonts()
    line = Drawn("A line.", look.BODY)
    pages = setting.set_on_pages([PageBreak(), line, PageBreak(), PageBreak(), Drawn("Another.", look.BODY)])
    assert [len(page) for page in pages] == [1, 1]
    with pytest.raises(LayoutError):
        setting.set_on_pages([line, Spacer(0, look.HEIGHT + 1)])


def test_a_line_that_leads_to_a_table_stands_over_it_though_its_footnote_takes_room_below() -> None:
    """The room was measured without the footnote: the line stood last on its page, and the table on the next."""
    look.load_fonts()
    lead = Paragraph(plain("Our rating¹ is based on the following:"))
    rows = tuple(Row((plain(f"2.1.{n}"), plain("1"))) for n in range(3))
    table = Table((Column("Key question", 60), Column("Yes", 40)), rows)
    note = Paragraph(plain("¹ " + "The rating is driven by the lowest score of its key questions. " * 6), Voice.NOTE)
    turned = set()
    for above in range(20, 32):
        blocks = (*[Paragraph(plain("A line."))] * above, lead, table, note)
        pages = setting.set_on_pages(story.of_section(Section(blocks)))
        (where,) = (n for n, page in enumerate(pages) if any("Our rating" in _text(one) for one in page))
        (under,) = (n for n, page in enumerate(pages) if any(isinstance(one.flowable, DrawnTable) for one in page))
        assert where == under, above
        turned.add(where)
    assert turned == {0, 1}


def _text(placed: last_page.Placed) -> str:
    return placed.flowable.getPlainText() if isinstance(placed.flowable, Drawn) else ""


def test_the_last_page_has_more_than_a_few_lines_wherever_the_page_before_ends() -> None:
    """It has them from the page before: all in their order, and nothing lies on anything or below the foot."""
    look.load_fonts()
    given = set[int]()
    for lines in range(8, 60):
        above = [f"Line {number}." for number in range(lines)]
        said = [
            *above,
            "Areas for improvement",
            "One thing.",
            "Another.",
            "A third.",
            "Further information",
            "A glossary.",
        ]
        found = [Paragraph(plain(one)) for one in above]
        areas = Bullets(tuple(plain(one) for one in said[-5:-2]))
        whole = (
            Section((*found, Label(said[-6]), areas)),
            Section((Heading(said[-2], 1, "f"), Paragraph(plain(said[-1])))),
        )
        pages = setting.set_on_pages(flowable for section in whole for flowable in story.of_section(section))
        assert [_text(one) for page in pages for one in page if _text(one)] == said
        for page in pages:
            seen = [one for one in page if one.top > one.bottom]
            assert all(over.bottom >= under.top - 0.01 for over, under in pairwise(seen)), lines
            assert (seen[0].top, seen[-1].bottom >= look.BOTTOM) == (pytest.approx(look.PAGE[1] - look.TOP), True)
        last = [_text(one) for one in pages[-1] if _text(one)]
        given.add(len(last))
        assert last[0] != "Further information", f"{lines} lines above: two lines alone on a page"
    assert 6 in given, "the small heading with its list went to the last page"


def test_pages_that_are_only_looked_at_are_the_same_and_nothing_is_said_of_them(make, trafford, monkeypatch) -> None:
    report, said = make.report(trafford), []
    add = Element.add
    monkeypatch.setattr(Element, "add", lambda self, role, **more: said.append(role) or add(self, role, **more))
    seen = pdf.lay(report, lambda *_: None, heard=False)
    pages = [seen.page(number) for number in range(seen.count)]
    assert said == []
    heard = pdf.lay(report, lambda *_: None)
    assert said
    assert [heard.page(number) for number in range(heard.count)] == pages
