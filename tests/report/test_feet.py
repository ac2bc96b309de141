"""A footnote stands at the foot of the page on which its mark stands, and once."""

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from inspector_app.core.domain.text.typed_lines import superscript
from inspector_app.core.report.content import Bullets, Heading, Paragraph, Row, Section, Voice, plain
from tests.report.structure import faults
from tests.report.test_pages import LINE, pages, table, written

_NOTE = re.compile("^([⁰¹²³⁴⁵⁶⁷⁸⁹]+) (.*)")
_MARK = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def feet(made: bytes) -> dict[str, int]:
    """The page of each footnote, by its mark; each page's footnotes are its last lines."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages(made), start=1):
        texts = [line.text for line in page]
        notes = [place for place, text in enumerate(texts) if _NOTE.match(text)]
        for place in notes:
            mark = _NOTE.match(texts[place])
            assert mark is not None
            assert mark[1] not in found, f"{mark[1]} stands twice"
            found[mark[1]] = number
    return found


def led_to(made: bytes) -> dict[str, int]:
    """The page of the first mark of each, but for that which begins the note itself."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages(made), start=1):
        for line in page:
            words = line.text[len(note[1]) :] if (note := _NOTE.match(line.text)) else line.text
            for mark in _MARK.findall(words):
                found.setdefault(mark, number)
    return found


@pytest.mark.parametrize("published", ["trafford", "salford", "blackburn", "fji"])
def test_each_footnote_of_a_report_stands_on_the_page_of_its_mark(make, request, published: str) -> None:
    made = make.pdf(request.getfixturevalue(published))
    assert feet(made) == led_to(made)
    assert len(feet(made)) >= 3


def noted(number: int, words: str) -> Paragraph:
    return Paragraph(plain(f"{superscript(str(number))} {words}"), Voice.NOTE)


def test_a_footnote_goes_with_its_mark_wherever_that_comes_to_stand(make, trafford) -> None:
    """In a long paragraph, an item, and a row of a table; each is put below one more line."""
    made, number = [], 0
    for lines in range(30):
        texts = [f"{LINE * 3}Here{superscript(str(number + n))} {LINE * 4}" for n in (1, 2)]
        rows = table(6, 2, group=True)
        last = Row((plain(f"Row{superscript(str(number + 3))}"), plain("Derived")))
        marked = replace(rows, rows=(*rows.rows, last))
        blocks = (Paragraph(plain("A line.")),) * lines
        notes = tuple(noted(number + n, f"{LINE * 2}end") for n in (1, 2, 3))
        made.append(Section((Heading("Section", 1, f"s{lines}"), *blocks, Paragraph(plain(texts[0])),
                             Bullets((plain(texts[1]),)), marked, *notes), new_page=True))  # fmt: skip
        number += 3
    found = written(make.report(trafford), made)
    assert feet(found) == led_to(found)
    assert len(feet(found)) == number
    assert faults(found) == []


@pytest.mark.parametrize(("notes", "lines"), [(60, 1), (1, 900), (3, 8), (200, 2)])
def test_however_many_or_long_they_are_each_is_printed_once(make, trafford, notes: int, lines: int) -> None:
    marks = "".join(f" word{superscript(str(n))}" for n in range(1, notes + 1))
    texts = tuple(noted(n, LINE * lines) for n in range(1, notes + 1))
    blocks = (Heading("Section", 1, "s"), Paragraph(plain(marks)), *texts, Paragraph(plain("The end.")))
    made = written(make.report(trafford), [Section(blocks, new_page=True)])
    said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert len(re.findall("[⁰¹²³⁴⁵⁶⁷⁸⁹]+ Planning", said)) == notes
    assert " ".join(said.split()).count("Planning came late") == notes * lines
    assert "The end." in said
    assert faults(made) == []
