"""Where pages end: no heading stands alone at the foot of one, none holds a line or nothing, and no row is empty.

What follows a heading is tried at every height of the page that it can come to stand at.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain, product

import pytest
from pypdf import PageObject, PdfReader

from inspector_app.core.domain.draft.copies import Copy, Scope, outward
from inspector_app.core.domain.inspection import Finding, FindingKind, Inspection, Recommendation
from inspector_app.core.domain.text.typed_lines import superscript
from inspector_app.core.report.content import (
    Block,
    Bullets,
    Chart,
    Column,
    Heading,
    Label,
    Notice,
    Overall,
    Paragraph,
    Quote,
    Rating,
    RatingLine,
    Report,
    Row,
    Section,
    Table,
    Voice,
    plain,
    table_of_texts,
)
from inspector_app.core.report.drawing import look, pdf, story
from inspector_app.core.report.drawing.charted import Charted
from inspector_app.core.report.drawing.framed import Table as SetTable
from inspector_app.core.report.drawing.right_to_left import Paragraph as SetParagraph
from inspector_app.core.report.drawing.setting import set_on_pages
from inspector_app.core.services.documents import exchange

LINE = "Planning came late in this case and nobody asked the child about it. "
FRAMEWORKS = ("fji-2014", "iyjs-2025", "iyjwcv-2025", "yos-2018")
_HEADS = {style.fontSize for style in (*look.HEADINGS.values(), look.LABEL)}


@dataclass(frozen=True)
class Line:
    """A line of a page, by its height."""

    text: str
    heading: bool


def lines(page: PageObject) -> list[Line]:
    """The lines of a page between its head and its foot, from the top."""
    found: dict[int, list[tuple[str, bool]]] = {}

    def visit(text: str, at: list[float], matrix: list[float], font: dict[str, str] | None, size: float) -> None:
        height = at[5] + matrix[5]
        if text.strip() and look.BOTTOM <= height <= look.PAGE[1] - look.TOP:
            bold = "Bold" in (font or {}).get("/BaseFont", "")
            found.setdefault(round(height), []).append((text.strip(), bold and size in _HEADS))

    page.extract_text(visitor_text=visit)
    return [Line(" ".join(t for t, _ in found[y]), any(h for _, h in found[y])) for y in sorted(found, reverse=True)]


@lru_cache(4)
def pages(made: bytes) -> list[list[Line]]:
    """The lines of each page: read once for all that is asked of one file, which changes nothing in them."""
    return [lines(page) for page in PdfReader(io.BytesIO(made)).pages]


def faults(made: bytes) -> list[tuple[int, str]]:
    """Pages (from 1) that end on a heading, or that hold fewer than two lines."""
    found = [(n, page) for n, page in enumerate(pages(made), start=1)]
    alone = [(n, page[-1].text) for n, page in found if page and page[-1].heading]
    return alone + [(n, " ".join(line.text for line in page)) for n, page in found if len(page) < 2]


def table(rows: int, height: int, group: bool) -> Table:
    made = tuple(Row((plain(LINE * height), plain("Derived"))) for _ in range(rows))
    return Table(
        (Column("Step", 60), Column("Status", 40)), ((Row((plain("2.1"),), group=True), *made) if group else made)
    )


BENEATH: dict[str, Callable[[], tuple[Block, ...]]] = {
    "one line": lambda: (Paragraph(plain("No more.")),),
    "three lines, which are not parted": lambda: (Paragraph(plain(LINE * 3)),),
    "a long paragraph": lambda: (Paragraph(plain(LINE * 20)),),
    "a statement and a rating": lambda: (
        Paragraph(plain(LINE * 3), Voice.LEAD),
        RatingLine("Rating", Rating("Good", 3, 4)),
    ),
    "a list": lambda: (Bullets((plain(LINE * 3), plain(LINE), plain(LINE * 9))),),
    "a table with groups": lambda: (table(9, 2, group=True),),
    "a table of high rows": lambda: (table(3, 9, group=False),),
    "a notice": lambda: (Notice(LINE * 4),),
}
LONG = ("three lines, which are not parted", "a table of high rows")
SHORT = tuple(below for below in BENEATH if below not in LONG)
ABOVE: dict[str, Callable[[str], tuple[Block, ...]]] = {
    "label": lambda _: (Label("Strengths"),),
    "chapter": lambda at: (Heading("Background", 1, at),),
    "standard": lambda at: (Heading("2.1 Assessing " * 6, 2, at),),
    "standard and label": lambda at: (Heading("2.1 Assessing", 2, at), Label("Strengths")),
    "chapter and standard": lambda at: (Heading("Work with children", 1, at), Heading("2.1 Assessing", 2, f"{at}-1")),
}


def heights(many: Sequence[int] = range(19, 27)) -> Iterator[tuple[Block, ...]]:
    """What stands above, so that the next block is tried every few points from 170 above the foot of a page to it."""
    for body, notes in product(many, range(3)):
        lines_above = [Paragraph(plain("A line."))] * body + [Paragraph(plain("A."), Voice.NOTE)] * notes
        yield tuple(lines_above)


def sections(head: str, below: str) -> Iterator[Section]:
    for n, above in enumerate(heights()):
        blocks = (Heading("Section", 1, f"section-{n}"), *above, *ABOVE[head](f"head-{n}"), *BENEATH[below]())
        yield Section(blocks, new_page=True)


@pytest.mark.parametrize(("head", "below"), [*product(ABOVE, LONG), *product(("label", "chapter and standard"), SHORT)])
def test_no_heading_stands_alone_wherever_it_comes_to_stand(make, trafford, head: str, below: str) -> None:
    assert faults(written(make.report(trafford), tuple(sections(head, below)))) == []


def written(report: Report, sections: Sequence[Section]) -> bytes:
    return pdf.write(replace(report, sections=tuple(sections)), lambda done, of, what: None)


def whole(make, inspection: Inspection, turn: int) -> Inspection:
    """The inspection with findings whose lengths differ from standard to standard and from one turn to the next."""
    standards = make.framework(inspection.framework).standards
    many = [(place * 7 + turn * 5) % 11 for place in range(len(standards) * len(FindingKind))]
    asked = ((s.ref, kind) for s in standards for kind in FindingKind)
    findings = tuple(Finding(ref, kind, LINE * 3) for (ref, kind), n in zip(asked, many, strict=True) for _ in range(n))
    made = tuple(Recommendation(f"Owner {n % 3}", LINE * (n + 1)) for n in range(turn * 4))
    return replace(inspection, findings=findings, recommendations=made, notice=LINE * 6 * turn)


@pytest.mark.parametrize("turn", range(3))
@pytest.mark.parametrize("framework_id", FRAMEWORKS)
def test_no_page_of_a_whole_report_ends_on_a_heading_or_holds_a_line(make, trafford, salford, fji, framework_id, turn):
    like = {"fji-2014": fji, "yos-2018": salford}.get(framework_id, replace(trafford, framework=framework_id))
    assert faults(make.pdf(whole(make, like, turn))) == []


@pytest.mark.parametrize("framework_id", FRAMEWORKS)
def test_an_inspection_in_which_nothing_is_written_has_no_page_of_nothing(make, framework_id) -> None:
    bare = Inspection(framework_id, "Elm", date(2025, 3, 24), date(2025, 3, 28))
    made = pages(make.pdf(bare))
    assert faults(make.pdf(bare)) == []
    assert not [page for page in made if len(page) < 5]
    assert not [page for page in made if "Recommendations" in [line.text for line in page]]


@pytest.mark.parametrize("more", [4, 8, 12, 16, 20])
def test_a_long_name_over_a_long_notice_leaves_the_facts_on_the_cover(make, trafford, more: int) -> None:
    """They were a page of their own, below a third of a page with nothing on it."""
    name = "Gwasanaeth Cyfiawnder Ieuenctid Tŷ Ddewi a Chwm Rhondda ar gyfer y Gorllewin a’r Canolbarth"
    notice = exchange.load(exchange.sample_document())[1].notice + " And some words more." * more
    first, second, *_ = pages(make.pdf(replace(trafford, service=name, notice=notice)))
    assert "Status" in " ".join(line.text for line in first)
    assert "Contents" in [line.text for line in second]


def test_the_facts_of_the_cover_stay_together_below_a_long_notice(make, trafford) -> None:
    first, second, *_ = pages(make.pdf(replace(trafford, notice="A notice of some words. " * 110)))
    said = [" ".join(line.text for line in page) for page in (first, second)]
    assert [("Status" in page, "Data as at" in page) for page in said] == [(False, False), (True, True)]


def test_an_inspection_without_a_name_leaves_no_empty_tinted_row(make, trafford) -> None:
    named, nameless = (written_overall(make, replace(trafford, service=service)) for service in ("Elm", " "))
    assert len(nameless) == len(named) - 1


def written_overall(make, inspection: Inspection) -> list[list[object]]:
    overall = next(b for s in make.report(inspection).sections for b in s.blocks if isinstance(b, Overall))
    (table,) = story.of_section(Section((overall,)))
    return table._cellvalues


@pytest.mark.parametrize("rows", range(34, 44))  # of 13 points and their room: a page holds thirty or so
def test_what_a_table_takes_to_its_last_page_is_more_than_a_few_lines(make, trafford, rows) -> None:
    made = Section((Heading("Annexe", 1, "annexe"), table(rows, 1, group=False)), new_page=True)
    assert len(pages(written(make.report(trafford), (made,)))[-1]) > 5


def test_a_long_table_begins_on_the_page_that_it_is_on_where_a_third_of_it_is_free(make, trafford) -> None:
    above = (Heading("Annexe", 1, "annexe"), *(Paragraph(plain("A line.")),) * 18)
    made = pages(written(make.report(trafford), (Section((*above, table(40, 1, group=False)), new_page=True),)))
    begun = next(page for page in made if "A line." in [line.text for line in page])
    assert sum(line.text.endswith("Derived") for line in begun) >= 5


def test_a_section_follows_a_few_lines_on_their_page_though_footnotes_stand_at_its_foot(make, trafford) -> None:
    marks = superscript("1"), superscript("2")
    notes = [Paragraph(plain(f"{mark} {LINE * 6}"), Voice.NOTE) for mark in marks]
    few = (Heading("Ratings", 1, "first"), *(Paragraph(plain(f"A line.{mark}")) for mark in (*marks, "", "")), *notes)
    after = (Heading("Recommendations", 1, "second"), Paragraph(plain("The end.")))
    made = pages(written(make.report(trafford), [Section(blocks, new_page=True) for blocks in (few, after)]))
    assert [line.text for line in made[-1] if line.text in ("Ratings", "Recommendations")] == [
        "Ratings",
        "Recommendations",
    ]


def test_a_note_stands_on_the_page_of_the_table_that_it_is_on(make, trafford) -> None:
    note = Paragraph(plain("No number below five is told."), Voice.NOTE)
    heads = [Heading("Section", 1, f"s{n}") for n, _ in enumerate(heights())]
    made = [
        Section((head, *above, Label("Profile"), note, table(3, 2, group=False)), new_page=True)
        for head, above in zip(heads, heights(), strict=True)
    ]
    assert not [
        page for page in pages(written(make.report(trafford), made)) if page[-1].text.startswith("No number below")
    ]


def test_a_column_in_which_nothing_stands_is_left_out_and_the_first_stays() -> None:
    titles = (("Standard", 20), ("Member", 30), ("Reason", 50))
    made = table_of_texts(titles, [("", " ", "Close."), ("", "", "")])
    assert [(column.title, column.share) for column in made.columns] == [("Standard", 28), ("Reason", 71)]
    assert [[cell[0].text for cell in row.cells] for row in made.rows] == [["–", "Close."], ["–", "–"]]


def test_the_record_says_in_a_sentence_what_would_be_a_table_of_dashes(make, trafford, fji, salford, text) -> None:
    said = text(make.pdf(trafford))
    assert "Priority, deadline and what each rests on No recommendation has a priority or deadline yet" in said
    assert "none of them judged yet." not in said
    unrated = text(make.pdf(replace(fji, ratings=())))
    assert f"{len(fji.cases)} cases, none of them judged yet." in unrated
    rated = "cases. They have no answers of their own. Rated as a whole: {}."
    assert f"{len(fji.cases)} {rated.format('T1, T2, T3, T4 and T6')}" in text(make.pdf(fji))
    said = text(make.pdf(salford))
    assert f"4 {rated.format('4.1')}" in said
    assert "judged yet" not in said


@pytest.mark.parametrize(("rows", "high"), [(rows, 2) for rows in range(17, 20)] + [(rows, 7) for rows in range(5, 9)])
def test_the_head_of_a_table_stands_once_on_a_page_and_its_last_row_is_not_alone(make, trafford, rows, high) -> None:
    made = Section((Heading("Annexe", 1, "annexe"), table(rows, high, group=False)), new_page=True)
    for page in pages(written(make.report(trafford), (made,))):
        heads = [n for n, line in enumerate(page) if line.text == "Step Status"]
        starts = sum(line.text.endswith("Derived") for line in page)
        assert len(heads) <= 1
        assert not heads or starts >= 2


def test_a_box_begins_with_more_than_its_title_and_with_the_line_that_leads_to_it(make, trafford) -> None:
    asked, box = Paragraph(plain("One parent said:")), Quote((plain(LINE * 8), plain(LINE)), "A box")
    boxes = ((asked, Quote((plain(LINE * 2),))), (asked, box), (box,))
    made = [
        Section((Heading("Section", 1, f"s{n}-{k}"), *above, *under), new_page=True)
        for k, under in enumerate(boxes)
        for n, above in enumerate(heights())
    ]
    last = [page[-1].text for page in pages(written(make.report(trafford), tuple(made))) if page]
    assert len(last) > len(made)
    assert not {"One parent said:", "A box"} & set(last)


@pytest.mark.parametrize("scope", [Scope.SERVICE, Scope.PANEL])
@pytest.mark.parametrize("ref", ["2.2. Planning", "2.1. Assessment"])
def test_a_chart_stands_on_the_page_of_its_table_and_heading_wherever_they_come_to_stand(
    make, salford, scope, ref
) -> None:
    """Where the page before would hold too little, only its heading, and that of its domain, stand with the table."""
    report = make.report(salford, copy=Copy(scope))
    standard = next(s for s in report.sections if any(isinstance(b, Heading) and b.text == ref for b in s.blocks))
    (chart,) = [b for b in standard.blocks if isinstance(b, Chart)]
    shown = standard.blocks[: standard.blocks.index(chart) + 4]  # with its words and two footnotes
    for above in heights(range(4, 40, 4)):
        blocks = (Heading("Section", 1, "s"), *above, *shown)
        made = [" ".join(line.text for line in page) for page in pages(written(report, (Section(blocks),)))]
        (with_heading,) = [page for page in made if ref in page and "Contents" not in page]
        assert f"{ref[:3]}.3 Does" in with_heading, len(above)
        assert "Domain two" in with_heading or not isinstance(shown[0], Heading) or shown[0].level > 1, len(above)
        # A page has 29 of the lines: eight would leave it nearly empty.
        assert "Chart: percentage" in with_heading or 0 < with_heading.count("A line.") <= 8, len(above)


def test_the_ratings_of_all_standards_stand_on_one_page(make, salford) -> None:
    """A foreword of a page and some lines left them no room: the last six stood on the page behind."""
    inspection = replace(salford, service="Salford")
    one = [[line.text for line in page] for page in pages(pdf.write(make.report(inspection), lambda *_: None))]
    (ratings,) = [page for page in one if any(text.startswith("Score ") for text in page)]
    assert any(text.startswith("1.1 Governance") for text in ratings)
    assert any(text.startswith("4.1 Resettlement policy") for text in ratings)


def test_a_paragraph_above_a_signature_is_as_far_from_the_one_before_as_any(make, trafford) -> None:
    texts = [Paragraph(plain(LINE * 4)) for _ in range(3)]
    section = Section((Heading("Foreword", 1, "first"), *texts, Paragraph(plain("Martin Jones CBE"))), new_page=True)
    page = PdfReader(io.BytesIO(written(make.report(trafford), [section]))).pages[-1]
    tops: list[float] = []

    def visit(text: str, at: list[float], matrix: list[float], font: dict[str, str] | None, size: float) -> None:
        if text.startswith("Planning came late"):
            tops.append(at[5] + matrix[5])

    page.extract_text(visitor_text=visit)
    starts = tops[:: len(tops) // 3]
    assert round(starts[0] - starts[1]) == round(starts[1] - starts[2])


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("name", exchange.samples())
def test_a_chart_stands_on_the_page_of_its_table(make, name: str, scope: Scope) -> None:
    """That of Salford's 3.1 came on the next page: its table left it a few points too little."""
    framework, inspection = exchange.load(exchange.sample_document(name))
    report = make.report(outward(inspection) if scope is Scope.SERVICE else inspection, copy=Copy(scope))
    look.load_fonts()
    table, standard = -1, False
    for number, page in enumerate(set_on_pages(chain.from_iterable(map(story.of_section, report.sections)))):
        for flowable in (placed.flowable for placed in page):
            if isinstance(flowable, SetParagraph) and flowable.style.name in (
                look.HEADINGS[1].name,
                look.HEADINGS[2].name,
            ):
                standard = flowable.getPlainText()[:1].isdigit()
            if isinstance(flowable, SetTable) and flowable.repeatRows:
                table = number
            if isinstance(flowable, Charted) and standard:
                assert number == table, f"page {number} of {framework.id}"
