"""The list of contents of a document for a word processor says on which page each heading is."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from odfdo import Document as OpenDocument
from pypdf import PdfReader

from inspector_app.core.report import content
from inspector_app.core.report.drawing import look
from inspector_app.core.services.documents import exchange
from tests.report import another_office
from tests.report.test_formats import SOURCES, WRITTEN, composed, quiet


def listed(report: content.Report) -> list[content.Heading]:
    return [heading for heading in report.headings if heading.level in look.CONTENTS]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_each_line_of_a_word_documents_contents_has_a_field_for_its_page_with_a_number_in_it(source: Path) -> None:
    report = composed(source)
    document = Document(io.BytesIO(WRITTEN[".docx"](report, quiet)))
    lines = [p for p in document.paragraphs if p.style and p.style.name.startswith("toc ")]
    assert [line.text.split("\t")[0] for line in lines] == [heading.text for heading in listed(report)]
    xml = [line._p.xml for line in lines]
    numbers = [int(line.text.split("\t")[1]) for line in lines]
    assert numbers == sorted(numbers)
    assert numbers[0] == 3, "behind the cover and the contents"
    body = document.element.body.xml
    for line in xml:
        (mark,) = re.findall(r"PAGEREF (part\d+) ", line)
        assert f'w:name="{mark}"' in body
        assert f'w:anchor="{mark}"' in line
    settings: Any = document.settings.element
    assert "updateFields" not in settings.xml, "Word would ask whoever opens it"
    assert "dirty" not in body


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_each_line_of_an_opendocuments_contents_has_its_page(source: Path) -> None:
    report = composed(source)
    body = OpenDocument(io.BytesIO(WRITTEN[".odt"](report, quiet))).body
    fields = body.get_elements("//text:bookmark-ref")
    marks = {str(mark.get_attribute("text:name")) for mark in body.get_elements("//text:bookmark")}
    assert len(fields) == len(listed(report))
    assert {str(field.get_attribute("text:ref-name")) for field in fields} <= marks
    assert {field.get_attribute("text:reference-format") for field in fields} == {"page"}
    assert all(field.text.isdecimal() for field in fields)


@pytest.fixture(scope="module")
def set_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> tuple[content.Report, Path]:
    """The report of the sample, and where it is as a PDF that another office made of each format."""
    folder, report = tmp_path_factory.mktemp("set"), composed(exchange.sample_document())
    for ending in (".docx", ".odt"):
        (folder / f"as {ending[1:]}{ending}").write_bytes(WRITTEN[ending](report, quiet))
    return report, another_office.pdfs(folder, *sorted(folder.iterdir()), seconds=120)


@another_office.needed
@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_the_pages_are_those_on_which_the_headings_stand_once_an_office_has_opened_it(
    set_elsewhere: tuple[content.Report, Path], ending: str
) -> None:
    report, folder = set_elsewhere
    read = PdfReader(folder / f"as {ending[1:]}.pdf").pages
    pages = [squeezed(page.extract_text()) for page in read]
    contents = read[1].extract_text()
    numbers = [int(number) for number in re.findall(r"\.{4,}(\d+)", contents)]
    headings = listed(report)
    assert len(numbers) == len(headings)
    for heading, number in zip(headings, numbers, strict=True):
        assert squeezed(heading.text) in pages[number - 1], heading.text


def squeezed(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
