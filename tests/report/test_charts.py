"""A chart says what the table beside it says, in every format, and no more than its copy may tell."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from odfdo import Document as OpenDocument
from PIL import Image
from reportlab.pdfbase.pdfmetrics import stringWidth

from inspector_app.core.domain.caseload import Caseload
from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.report import content
from inspector_app.core.report.charts import of_theme
from inspector_app.core.report.drawing import chart_shapes, look, pdf
from inspector_app.core.report.drawing.chart_shapes import Box, Upright, Words, fitting, of_chart
from inspector_app.core.report.formats import docx, html, odt
from tests.report.conftest import Maker
from tests.report.structure import faults, pieces, reader
from tests.report.test_formats import quiet

BANDS = ((0, "Inadequate"), (50, "Requires improvement"), (65, "Good"), (80, "Outstanding"))


def charts(report: content.Report) -> list[content.Chart]:
    """The charts of key questions: that of how the sample divides stands in the record."""
    found = [b for section in report.sections for b in section.blocks if isinstance(b, content.Chart)]
    return [chart for chart in found if not chart.words.startswith("Chart of the sample")]


def of_the_sample(report: content.Report) -> list[content.Chart]:
    found = [b for section in report.sections for b in section.blocks if isinstance(b, content.Chart)]
    return [chart for chart in found if chart.words.startswith("Chart of the sample")]


def test_the_sample_divides_in_the_inspectorates_copies_as_it_may_be_told_outside(
    make: Maker, trafford: Inspection
) -> None:
    told = replace(trafford, caseload=(Caseload("children", "type", "out-of-court disposal 40\nbail 3\nremand 57"),))
    for scope in (Scope.PANEL, Scope.LEAD):
        (chart,) = of_the_sample(make.report(told, copy=Copy(scope)))
        assert [(bar.label, bar.says) for bar in chart.bars] == [
            ("Out-of-court disposal", "7 of 15 (47%)"), ("Others together", "8 of 15 (53%)"),
        ]  # fmt: skip
    text = str([b for section in make.report(told).sections for b in section.blocks])
    assert "40 of 100 (40%)" in text
    assert "60 of 100 (60%)" in text
    assert of_the_sample(make.report(told, copy=Copy(Scope.SERVICE))) == []


def test_each_standard_with_cases_has_its_key_questions_on_the_bands_of_the_framework(
    make: Maker, trafford: Inspection
) -> None:
    found = charts(make.report(trafford))
    assert [[(bar.label, bar.percent) for bar in chart.bars] for chart in found][:3] == [
        [("2.1.1", 80), ("2.1.2", 60)],
        [("2.2.1", 80), ("2.2.2", 60)],
        [("2.3.1", 87), ("2.3.2", 60)],
    ]
    assert {chart.bands for chart in found} == {BANDS}
    assert found[0].words.startswith(
        "Chart of the percentage 'Yes': 2.1.1: 12 of 15 (80%), Outstanding; 2.1.2: 9 of 15 (60%), Requires improvement."
    )
    assert [bar.strong for bar in found[0].bars] == [False, True], "the lowest stands out, as in the table"


def test_the_services_copy_has_percentages_alone_and_none_of_v1(make: Maker, trafford: Inspection) -> None:
    found = charts(make.report(trafford, copy=Copy(Scope.SERVICE)))
    assert [bar.says for chart in found for bar in chart.bars][:2] == ["80%", "60%"]
    assert not any(re.search(r"\d of \d", chart.words) for chart in found)
    assert not any(bar.label.startswith("V1") for chart in found for bar in chart.bars)


def test_a_question_that_nobody_judged_has_no_bar_and_a_chart_without_bars_is_none(
    make: Maker, trafford: Inspection
) -> None:
    assert charts(make.report(replace(trafford, judgements=()))) == []
    without = tuple(j for j in trafford.judgements if j.question != "2.1.1")
    assert [bar.label for bar in charts(make.report(replace(trafford, judgements=without)))[0].bars] == ["2.1.2"]


def test_a_theme_of_2014_has_its_chart_without_bands() -> None:
    (chart, caption) = of_theme("1", 14, 20)
    assert isinstance(chart, content.Chart)
    assert (chart.bars[0].percent, chart.bands, chart.words) == (
        70,
        (),
        "Chart of the percentage 'Yes': 1: 14 of 20 (70%).",
    )
    assert isinstance(caption, content.Paragraph)


def test_a_chart_is_a_figure_with_its_words_and_the_file_stays_sound(make: Maker, trafford: Inspection) -> None:
    report = make.report(trafford)
    made = pdf.write(report, quiet)
    assert faults(made) == []
    figures = [str(piece.said["/Alt"]) for piece in pieces(reader(made)) if piece.role == "Figure"]
    assert figures == [chart.words for chart in (*charts(report), *of_the_sample(report))]


def test_documents_have_each_chart_as_a_picture_with_its_words(make: Maker, trafford: Inspection) -> None:
    report = make.report(trafford)
    words = [chart.words for chart in (*charts(report), *of_the_sample(report))]
    document = Document(io.BytesIO(docx.write(report, quiet)))
    assert [node.get("descr") for node in document.element.body.iter() if str(node.tag).endswith("}docPr")] == words
    assert len(document.inline_shapes) == len(words)
    opened = odt.write(report, quiet)
    described = OpenDocument(io.BytesIO(opened)).body.get_elements("//svg:desc")
    assert [one.text for one in described] == words
    with zipfile.ZipFile(io.BytesIO(opened)) as parts:
        pictures = [parts.read(name) for name in parts.namelist() if name.startswith("Pictures/")]
    assert len(pictures) == len(set(pictures)) > 0
    assert all(Image.open(io.BytesIO(one)).format == "PNG" for one in pictures)
    page = html.write(report, quiet).decode()
    assert page.count('role="img"') == len(words)
    assert "12 of 15 (80%)" in page.split("<svg", 1)[1].split("</svg>", 1)[0]
    assert "<img" not in page


@pytest.mark.parametrize("many", [1, 12])
@pytest.mark.parametrize("label", ["2.1.1", "W" * 200, "", "שלום"])
@pytest.mark.parametrize("bands", [BANDS, (), ((0, "A"), (1, "Extraordinarily long"), (2, "C"))])
def test_whatever_the_framework_says_nothing_lies_outside_of_the_chart_or_on_other_words(
    label: str, bands: tuple[tuple[int, str], ...], many: int
) -> None:
    look.load_fonts()
    bars = tuple(content.Bar(label, 100, "123456 of 123456 (100%)", strong=True) for _ in range(many))
    laid = of_chart(content.Chart(bars, bands, "words"))
    for shape in laid.shapes:
        if isinstance(shape, Box | Upright):
            assert 0 <= shape.left <= laid.width
    assert all(shape.left + shape.width <= laid.width for shape in laid.shapes if isinstance(shape, Box))
    said = [shape for shape in laid.shapes if isinstance(shape, Words) and shape.size > 8]
    assert all(shape.base <= laid.height for shape in said)
    boxes = [_across(shape) for shape in said]
    assert all(left >= -0.5 and right <= laid.width + 0.5 for left, right in boxes)


def _across(words: Words) -> tuple[float, float]:
    wide = stringWidth(words.text, look.BOLD if words.bold else look.REGULAR, words.size)
    left = {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    return words.left - left, words.left - left + wide


@given(st.text("iW .é漢", max_size=40), st.floats(0, 200))
def test_a_label_is_cut_where_the_next_letter_would_have_no_room(label: str, width: float) -> None:
    def room(text: str) -> bool:
        return stringWidth(text, look.REGULAR, 9) <= width

    look.load_fonts()
    label = look.drawable(label)
    cut = next((f"{label[:n].rstrip()}…" for n in range(len(label) - 1, 0, -1) if room(f"{label[:n]}…")), "…")
    assert fitting(label, width, strong=False) == (label if room(label) else cut)


def test_a_label_of_any_length_is_measured_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of a hundred thousand letters was measured as often as it has letters, each time whole."""
    look.load_fonts()
    measured: list[str] = []
    wide = chart_shapes.wide
    monkeypatch.setattr(chart_shapes, "wide", lambda text, *how: measured.append(text) or wide(text, *how))
    assert fitting("x" * 100_000, 100, strong=False).endswith("x…")
    assert len(measured) < 30
