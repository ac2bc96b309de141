"""The draft findings as a file: what every page carries, what the file says of itself, and that no text breaks it."""

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from inspector_app.core.domain.inspection import (
    Answer,
    Case,
    Finding,
    FindingKind,
    Inspection,
    Judgement,
    PanelDecision,
    Person,
    Recommendation,
)
from inspector_app.core.report.content import Heading
from inspector_app.core.report.drawing import look, pdf

NASTY = {
    "no words": " \n\t ",
    "one very long word": "x" * 3000,
    "a very long paragraph": "safeguarding " * 600,
    "many paragraphs": "\n\n".join(["Planning came late in this case."] * 120),
    "markup": '<b>bold & <i>bad</b> </para> <font size=99> <br/> &amp; <a href="x"> <img src="file:///etc/passwd"/>',
    "signs of other fonts": "👩‍👧 🚓 ✓ → ★ ☐ 中文 שלום مرحبا ŵŷŴŶ",
    "direction and control characters": "abc \u202egnp.exe\u202c \u2066x\u2069 a\x00b\x07c\ud800d\u2028e\u00adf\ufeff",
    "stacked accents": "a\u0301\u0302\u0303\u0489" * 300,
    "one long line without a break": "no\u00a0break" * 400,
}


@pytest.fixture(scope="module")
def reader(make, trafford) -> PdfReader:
    return PdfReader(io.BytesIO(make.pdf(trafford)))


def all_texts(inspection: Inspection, text: str) -> Inspection:
    """The inspection with one text wherever somebody can type."""
    standards = ("1.1", "2.1", "V1")
    return replace(
        inspection,
        service=text,
        marking=text,
        notice=text,
        team=(Person("a", text, "lead"),),
        cases=tuple(replace(c, type=text) for c in inspection.cases),
        ratings=tuple(replace(r, rationale=text) for r in inspection.ratings),
        panel=(PanelDecision("2.2", "Good", text, "2.2.2"),),
        findings=tuple(Finding(s, kind, text) for s in standards for kind in FindingKind),
        recommendations=(Recommendation(text, text), Recommendation("The service", text)),
    )


def test_every_page_says_draft_marking_data_as_at_and_its_number(reader) -> None:
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert "DRAFT" in text
        assert text.count("OFFICIAL-SENSITIVE") >= 2
        assert "Data as at 28 March 2025, 14:02" in text
        assert f"Page {number} of {len(reader.pages)}" in text
        assert "Sample inspection." in text


def test_watermark_is_no_text(reader) -> None:
    assert [page.extract_text().count("DRAFT") for page in reader.pages[1:]] == [1] * (len(reader.pages) - 1)


def test_file_names_itself_its_language_and_its_author(reader) -> None:
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"] is not None
    assert str(catalogue["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"
    assert reader.metadata.title == "Draft findings: Trafford"
    assert reader.metadata.author == "Inspector A"
    assert reader.metadata["/CreationDate"] == "D:20250328140200Z"


def test_every_font_is_ours_and_embedded(reader, make, salford, fji) -> None:
    others = [PdfReader(io.BytesIO(make.pdf(inspection))) for inspection in (salford, fji)]
    for page in (page for each in (reader, *others) for page in each.pages):
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/FontDescriptor"]
            assert "/FontFile2" in descriptor
            assert any(name in str(font.get_object()["/BaseFont"]) for name in ("NotoSans", "DejaVuSans"))


def test_every_heading_is_a_bookmark_on_its_own_page(reader, make, trafford) -> None:
    headings = [b for s in make.report(trafford).sections for b in s.blocks if isinstance(b, Heading)]
    marks = list(_flat(reader.outline))
    assert [m.title for m in marks] == [h.text for h in headings]
    for mark in marks:
        page = reader.pages[reader.get_destination_page_number(mark)]
        assert mark.title in " ".join(page.extract_text().split())


def _flat(outline: list) -> list[Destination]:
    return [m for entry in outline for m in (_flat(entry) if isinstance(entry, list) else [entry])]


def test_contents_give_the_page_of_each_heading(reader) -> None:
    contents = " ".join(reader.pages[1].extract_text().split())
    listed = [f"{m.title} {reader.get_destination_page_number(m) + 1}" for m in _flat(reader.outline)]
    assert " ".join(listed) in contents


def test_text_of_the_trafford_demo_is_that_of_the_published_figures(make, trafford, text) -> None:
    found = text(make.pdf(trafford))
    assert "Score 4/12" in found
    assert "Overall rating Requires improvement" in found
    at = 0
    for percent in ("80%", "60%", "80%", "60%", "87%", "60%"):
        at = found.index(percent, at) + 1


def test_equal_input_gives_equal_bytes(make, trafford, salford) -> None:
    first = make.pdf(trafford)
    make.pdf(salford)
    assert make.pdf(trafford) == first


@pytest.mark.parametrize("name", NASTY)
def test_no_typed_text_breaks_the_report(make, trafford, text, name) -> None:
    assert "How the ratings were reached".lower() in text(make.pdf(all_texts(trafford, NASTY[name]))).lower()


@pytest.mark.parametrize("name", NASTY)
def test_no_text_of_a_framework_breaks_the_report(make, trafford, name) -> None:
    framework, nasty = make.framework("iyjwcv-2025"), NASTY[name]
    standards = tuple(
        replace(
            s,
            title=nasty,
            statement=nasty,
            domain=nasty,
            key_questions=tuple(replace(q, text=nasty) for q in s.key_questions),
        )
        for s in framework.standards
    )
    assert make.pdf(trafford, replace(framework, title=nasty, source=nasty, standards=standards)).startswith(b"%PDF")


def test_no_word_of_a_long_narrative_is_lost(make, trafford, text) -> None:
    narrative = " ".join(f"w{number}" for number in range(5000))
    found = text(make.pdf(replace(trafford, findings=(Finding("2.1", FindingKind.NARRATIVE, narrative),))))
    assert {f"w{number}" for number in range(5000)} <= set(found.split())


def test_markup_is_printed_as_it_was_typed(make, trafford, text) -> None:
    typed = "Score <b>5 & 6</b> &amp; more"
    found = text(make.pdf(replace(trafford, findings=(Finding("2.1", FindingKind.NARRATIVE, typed),))))
    assert typed in found


def test_signs_without_a_glyph_are_replaced_and_the_rest_is_kept(make, trafford, text) -> None:
    typed = "Ŵyn ŷ ✓ done 🚓 end\u202e \ud800"
    found = text(make.pdf(replace(trafford, findings=(Finding("2.1", FindingKind.NARRATIVE, typed),))))
    assert f"Ŵyn ŷ ✓ done {look.REPLACEMENT} end {look.REPLACEMENT}" in found
    assert "\u202e" not in found


def test_nothing_judged_makes_a_whole_report(make, trafford, text) -> None:
    bare = Inspection("iyjwcv-2025", trafford.service, trafford.start, trafford.end)
    assert "Score not yet known" in text(make.pdf(bare))


def test_no_page_is_empty(make, trafford, salford, fji) -> None:
    for inspection in (trafford, salford, fji, Inspection("yos-2018", "Elm", date(2024, 1, 22), date(2024, 1, 26))):
        pages = PdfReader(io.BytesIO(make.pdf(inspection))).pages
        assert [n for n, page in enumerate(pages, start=1) if not _inside(page)] == []


def _inside(page: PageObject) -> str:
    """The text of a page between its head and its foot."""
    found = []

    def visit(text: str, at: list[float], matrix: list[float], *_font: object) -> None:
        height = at[5] + matrix[5]
        if look.BOTTOM <= height <= look.PAGE[1] - look.TOP:
            found.append(text)

    page.extract_text(visitor_text=visit)
    return "".join(found).strip()


class Cancelled(Exception):
    pass


def test_progress_grows_and_reaches_each_page(make, trafford) -> None:
    told: list[tuple[int, int, str]] = []
    made = pdf.write(make.report(trafford), lambda *step: told.append(step))
    done = [step[0] for step in told]
    assert done == sorted(done)
    assert all(0 <= step[0] <= step[1] for step in told)
    pages = len(PdfReader(io.BytesIO(made)).pages)
    assert f"Page {pages} of {pages}" in [step[2] for step in told]


@pytest.mark.parametrize("calls", [1, 5, 30])
def test_cancelling_from_the_callback_stops_the_work(make, trafford, calls) -> None:
    told = []

    def cancel(*step: object) -> None:
        told.append(step)
        if len(told) == calls:
            raise Cancelled

    with pytest.raises(Cancelled):
        pdf.write(make.report(trafford), cancel)
    assert len(told) == calls


def test_the_largest_inspection_is_drawn_with_all_its_cases(make, trafford) -> None:
    framework = make.framework("iyjwcv-2025")
    cases = tuple(
        Case(f"{sample}{n}", f"{sample}{n}", sample, "community sentence")
        for sample, number in (("children", 91), ("victims", 24))
        for n in range(number)
    )
    judgements = tuple(
        Judgement(c.id, q.ref, Answer.YES if n % 3 else Answer.NO)
        for n, c in enumerate(cases)
        for _, q in framework.sample_questions(c.sample)
    )
    paragraph = "Casework to achieve positive change for children was a strength. " * 8
    findings = tuple(
        Finding(s, kind, paragraph) for s in ("2.1", "2.2", "2.3", "V1") for kind in FindingKind for _ in range(8)
    )
    largest = replace(trafford, cases=cases, judgements=judgements, findings=findings, prompts=())
    made = make.pdf(largest)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    assert any("detailed look at 91 cases" in " ".join(page.split()) for page in pages)
