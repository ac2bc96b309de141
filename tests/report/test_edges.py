"""What stands at the foot of a page, and where tables and charts end, as LibreOffice and Word lay them out."""

import io
import re
from collections.abc import Callable

import pytest
from docx import Document
from docx.oxml.ns import qn
from odfdo import Document as OpenDocument
from PIL import Image

from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.report import words
from inspector_app.core.report.content import Chart, table_of_texts
from inspector_app.core.report.formats import docx, odt, pictured
from tests.report.conftest import Maker
from tests.report.test_formats import quiet

SAMPLES = ("trafford", "salford", "fji")
_CUT = re.compile(r"HM Inspectorate(?! of Probation)")


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_page_ends_within_the_name_of_the_inspectorate(
    make: Maker, text: Callable[[bytes], str], sample: str, request: pytest.FixtureRequest
) -> None:
    """Every page of a document for Word or LibreOffice ended in “HM Inspectorate…”."""
    inspection: Inspection = request.getfixturevalue(sample)
    report = make.report(inspection)
    written = Document(io.BytesIO(docx.write(report, quiet)))
    foot = " ".join(paragraph.text for paragraph in written.sections[0].footer.paragraphs)
    page = OpenDocument(io.BytesIO(odt.write(report, quiet))).styles.serialize().decode("utf-8")
    for said in (foot, page, text(make.pdf(inspection))):
        assert not _CUT.search(" ".join(said.split()))
    assert " …" in foot


def test_a_notice_that_is_too_long_ends_with_one_of_its_parts() -> None:
    notice = "A sample. Its figures are those of the report: HM Inspectorate of Probation, “A title”, as licensed."
    assert words.led_in(notice) == notice
    assert words.led_in(notice, lambda said: len(said) <= 70) == "A sample. Its figures are those of the report …"
    assert words.led_in(notice, lambda said: len(said) <= 20) == "A sample …"
    assert words.led_in("word " * 100).endswith("…"), "without any stop between words"


@pytest.mark.parametrize("sample", SAMPLES)
def test_tables_and_charts_of_a_word_document_stand_under_the_text(
    make: Maker, sample: str, request: pytest.FixtureRequest
) -> None:
    """LibreOffice put 3 mm beside each chart, so that its figures stood right of the tables; these began left of the text."""
    written = Document(io.BytesIO(docx.write(make.report(request.getfixturevalue(sample)), quiet)))
    for shape in written.inline_shapes:
        assert [shape._inline.get(side) for side in ("distT", "distB", "distL", "distR")] == ["0"] * 4
    assert written.tables
    for table in written.tables:
        indent = table._tbl.tblPr.find(qn("w:tblInd"))
        assert (indent.get(qn("w:w")), indent.getprevious().tag) == ("108", qn("w:tblW"))


def test_no_letter_of_a_chart_is_cut_at_its_edge(make: Maker, trafford: Inspection) -> None:
    """The last bracket of “12 of 15 (80%)” was."""
    found = [b for section in make.report(trafford).sections for b in section.blocks if isinstance(b, Chart)]
    assert found
    for chart in found:
        picture = Image.open(io.BytesIO(pictured.as_png(chart).data)).convert("L")
        wide, high = picture.size
        for edge in (0, wide - 1):
            assert picture.crop((edge, 0, edge + 1, high)).getextrema() == (255, 255), chart.words


def test_of_recommendations_with_a_deadline_alone_there_is_no_other_column() -> None:
    titles = (("Recommendation", 46), ("Priority", 12), ("By", 15), ("Findings", 18), ("Cases", 9))
    table = table_of_texts(titles, [("1. One", "", "", "", ""), ("2. Two", "", "1 May 2027", "", "")])
    assert [column.title for column in table.columns] == ["Recommendation", "By"]
