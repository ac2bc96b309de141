"""Live figures: what stands in a text is what the figure is of; each copy says it from the data that it may tell."""

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx import Document

from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.inspection import Answer, Finding, FindingKind, Inspection, Judgement
from inspector_app.core.domain.live_figures import as_lines, figures, found, of_lines, token
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.report import content
from inspector_app.core.report.formats import docx, html, odt
from inspector_app.core.services.results import reports
from tests.report.conftest import Maker
from tests.report.test_formats import feet_of, quiet, read_docx, read_html, read_odt, texts

LIVE = "Plans met needs in [=2.2.1] cases.^[So also [=2.2.1].]"


def with_text(inspection: Inspection, text: str, section: str = "2.2") -> Inspection:
    return replace(inspection, findings=(*inspection.findings, Finding(section, FindingKind.NARRATIVE, text)))


def words(report: content.Report) -> str:
    return "\n".join(line for section in report.sections for block in section.blocks for line in texts(block))


def one_more_no(inspection: Inspection) -> Inspection:
    """The same inspection with another answer to the first Yes of 2.2.1."""
    first = next(j for j in inspection.judgements if j.question == "2.2.1" and j.answer is Answer.YES)
    changed = Judgement(first.case, first.question, Answer.NO)
    return replace(inspection, judgements=tuple(changed if j is first else j for j in inspection.judgements))


def now(make: Maker, inspection: Inspection, of: str = "2.2.1") -> str:
    return figures(make.rated(inspection).standards)[of]


@pytest.mark.parametrize("within", ["Said.^[In {figure} cases]", "> **In {figure} cases**\n> said"])
def test_a_frozen_figure_says_so_in_a_footnote_and_a_title_too(make: Maker, trafford: Inspection, within: str) -> None:
    """Neither can have a footnote of its own, and it read there as what the data give."""
    inspection = with_text(trafford, within.format(figure="[=2.2.1|3 of 4 (75%)|as the panel saw it]"))
    said = words(make.report(inspection))
    kept = f"This figure is kept as it stood: as the panel saw it. The data now give: {now(make, inspection)}."
    assert f"In 3 of 4 (75%) cases [{kept}]" in said
    outside = words(make.report(inspection, copy=Copy(Scope.SERVICE)))
    assert "In a number of cases [The figure is not given in this copy.]" in outside


def test_a_live_figure_follows_the_data_in_every_format(
    make: Maker, trafford: Inspection, text: Callable[[bytes], str]
) -> None:
    written = with_text(trafford, LIVE)
    before, after = now(make, written), now(make, one_more_no(written))
    assert before != after
    for inspection, right in ((written, before), (one_more_no(written), after)):
        report = make.report(inspection)
        for said in (
            words(report),
            "\n".join((read_docx(written_out := docx.write(report, quiet)), *feet_of(".docx", written_out))),
            "\n".join((read_odt(written_out := odt.write(report, quiet)), *feet_of(".odt", written_out))),
            read_html(html.write(report, quiet)),
            " ".join(text(make.pdf(inspection)).split()),
        ):
            squeezed = re.sub(r"\s+", "", said)
            assert re.sub(r"\s+", "", f"Plans met needs in {right} cases.") in squeezed
            assert re.sub(r"\s+", "", f"So also {right}.") in squeezed
            assert "[=" not in squeezed
        assert f"in {right} cases" in said, "the PDF with the blanks on either side of a figure: “in4 of 5” was printed"


def test_a_docx_has_it_as_a_content_control_that_says_what_it_is_of(make: Maker, trafford: Inspection) -> None:
    document = Document(io.BytesIO(docx.write(make.report(with_text(trafford, LIVE)), quiet)))
    tags = document.element.body.xpath(".//w:sdt/w:sdtPr/w:tag/@w:val")
    assert tags == ["figure:2.2.1"]


def test_a_frozen_figure_keeps_its_words_and_says_why_and_what_the_data_give(make: Maker, trafford: Inspection) -> None:
    frozen = token("2.2.1", "3 of 99 (3%)", "the panel saw | this [one].")
    said = words(make.report(with_text(trafford, f"In {frozen} cases.")))
    assert "In 3 of 99 (3%)" in said
    assert "This figure is kept as it stood: the panel saw this one. The data now give: " + now(make, trafford) in said


def test_after_the_seal_the_sealed_figure_stands_and_a_difference_is_said(make: Maker, trafford: Inspection) -> None:
    sealed = figures(make.rated(trafford).standards)
    later = one_more_no(with_text(trafford, LIVE))
    said = words(make.report(later, copy=Copy(sealed=of_lines(as_lines(sealed)))))
    assert f"Plans met needs in {sealed['2.2.1']}" in said
    assert f"This figure is from the sealed ratings. The data now give: {now(make, later)}." in said


def test_the_services_copy_tells_no_figure_that_its_tables_do_not(make: Maker, trafford: Inspection) -> None:
    few = replace(
        trafford, judgements=tuple(j for n, j in enumerate(trafford.judgements) if j.question != "2.2.1" or n < 4)
    )
    frozen = token("2.2.1", "1 of 3 (33%)", "canary reason")
    written = with_text(few, f"A [=2.2.1] B {frozen} C [=2.2.2] D [=9.9.9].")
    assert now(make, written, "2.2.2") in words(make.report(written))
    said = words(make.report(written, copy=Copy(Scope.SERVICE)))
    assert re.search(rf"B a number of\S* C {re.escape(now(make, written, '2.2.2'))} D a number of cases\S*\.", said)
    assert "canary" not in said


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("[=2.2.1] cases had a plan.", "A number of¹ cases had a plan."),
        ("Well planned. [=2.2.1] had a plan.", "Well planned. A number of cases¹ had a plan."),
        ("We saw a plan in [=2.2.1] of the cases.", "We saw a plan in a number¹ of the cases."),
        ("We saw a plan in [=2.2.1].", "We saw a plan in a number of cases¹."),
        ("In [=2.2.1|1 of 3 (33%)|canary] cases it was seen.", "In a number of¹ cases it was seen."),
        ("Plans were good in most cases ([=2.2.1]).", "Plans were good in most cases (figure not given in this copy)."),
        (
            "Seen in [=2.2.1 percent] of cases, in [=2.2.1 count] cases.",
            "Seen in a share¹ of cases, in a number of² cases.",
        ),
        ("The score is [=T1 score], and [=T1 score] of work was done.", "The score is a percentage¹, and a share² of"),
    ],
)
def test_a_sentence_stands_without_the_figure_that_a_copy_does_not_tell(
    make: Maker, trafford: Inspection, typed: str, reads: str
) -> None:
    few = replace(trafford, judgements=tuple(j for j in trafford.judgements if j.question != "2.2.1"))
    report = make.report(with_text(few, typed), copy=Copy(Scope.SERVICE))
    marks = str.maketrans(dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹"))
    said = words(report).translate(marks)
    assert reads.translate(marks) in said
    assert said.count("The figure is not given in this copy.") == sum(reads.count(mark) for mark in "¹²")


def test_each_form_of_a_figure_reads_right_and_the_seal_has_them_all(make: Maker, trafford: Inspection) -> None:
    """“In 12 of 15 (80%) of cases” was printed in every copy."""
    text = "In [=2.1.1 percent] of cases, in [=2.1.1 count] cases, in most ([=2.1.1])."
    reads = "In 80% of cases, in 12 of 15 cases, in most (12 of 15 (80%))."
    sealed = of_lines("2.1.1\t12 of 15 (80%)")
    assert as_lines(sealed) == "2.1.1\t12 of 15 (80%)", "a seal is written as before"
    for copy in (Copy(), Copy(Scope.LEAD), Copy(sealed=sealed)):
        assert reads in words(make.report(with_text(trafford, text, "2.1"), copy=copy))


def test_of_a_small_number_outside_each_form_is_the_percentage_and_the_sentence_stands(
    make: Maker, trafford: Inspection
) -> None:
    """12 of 15: three were No, which is fewer than five."""
    text = "In [=2.1.1 percent] of cases, in [=2.1.1 count] cases, in [=2.1.1] cases, in most ([=2.1.1])."
    said = words(make.report(with_text(trafford, text, "2.1"), copy=Copy(Scope.SERVICE)))
    assert "In 80% of cases, in 80% of cases, in 80% of cases, in most (80%)." in said


def test_figures_that_count_nothing_and_frozen_ones_that_are_old_are_listed(make: Maker, trafford: Inspection) -> None:
    text = f"[=2.2.1] [=9.9.9] {token('2.2.1', '3 of 99 (3%)', 'so')}"
    row = TextRow(id="1", group="2.2", kind="narrative", text=text, position=1)
    listed = reports.disagreements(make.framework(trafford.framework), trafford, [row])
    assert [(one.said, one.right) for one in listed] == [
        ("[=9.9.9]", "there is no figure for 9.9.9"),
        ("3 of 99 (3%)", f"2.2.1: {now(make, trafford)}"),
    ]


@pytest.mark.parametrize(
    "typed", ["[=]", "[= ]", "[=2.2.1", "[=a\nb]", "=2.2.1]", "[=[=2.2.1]", "[=x|y|z|w]", "^[=2.2.1]"]
)
def test_what_is_typed_by_halves_breaks_nothing(make: Maker, trafford: Inspection, typed: str) -> None:
    assert make.pdf(with_text(trafford, f"Before {typed} after."))


def test_a_figure_is_read_as_it_was_written() -> None:
    (live,) = found(f"x {token('2.2.1', '1 of 2 (50%)', 'why')}")
    assert (live.of, live.words, live.reason, live.frozen) == ("2.2.1", "1 of 2 (50%)", "why", True)
    assert not next(found("[=2.2.1]")).frozen
