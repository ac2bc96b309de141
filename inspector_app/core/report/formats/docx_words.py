"""Words of a report in a document for a word processor: runs, live figures, and bookmarks by which they are known again."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, groupby
from typing import Any

from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from inspector_app.core.domain.returned import marks
from inspector_app.core.domain.returned.figures import figure_title
from inspector_app.core.domain.text.direction import is_mixed, mostly_right
from inspector_app.core.report import content
from inspector_app.core.report.formats import feet, said
from inspector_app.core.report.formats.docx_feet import Feet, made

_NOTE, _WORDS = qn("w:footnoteReference"), qn("w:t")
_BEHIND_BIDI = (  # in the order of the schema (ECMA-376, part 1, 17.3.1.26 and 17.3.2.28)
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr",
)  # fmt: skip
_BEHIND_RTL = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath")
_FIRST_MARK = 10_000  # of the numbers of bookmarks; headings have those below


def add(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Adds words to a paragraph."""
    run = paragraph.add_run(said.readable(text))
    run.bold = bold or None


def _live(paragraph: Paragraph, run: content.Run) -> None:
    """A live figure as a content control, whose tag says what it is of; a writer may go on from its words.

    Its title says the same and its words, so that a figure that somebody wrote over is told from one that is out of date.
    """
    control, about, inside = (OxmlElement(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
    about.append(made("w:alias", {"w:val": said.readable(figure_title(run.of, run.text))}))
    about.append(made("w:tag", {"w:val": f"{said.FIGURE}{said.readable(run.of)}"}))
    about.append(OxmlElement("w:text"))
    add(paragraph, run.text, bold=run.bold)
    inside.append(paragraph.runs[-1]._r)
    control.extend((about, inside))
    paragraph._p.append(control)


def field(paragraph: Paragraph, code: str) -> None:
    """A number that the word processor works out."""
    field = made("w:fldSimple", {"w:instr": code})
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[0].text = "–"
    field.append(run)
    paragraph._p.append(field)


def text_in(document: Docx, text: content.Text, style: str) -> Paragraph:
    """A paragraph; what is of a text is known again by a bookmark, what the program writes by another."""
    paragraph = document.add_paragraph(style=style)
    if not any(run.mark for run in text):
        with marked(paragraph, marks.printed("".join(run.text for run in text), next_mark(paragraph))):
            add_runs(paragraph, text)
    else:
        for mark, runs in groupby(text, key=lambda run: run.mark):
            with marked(paragraph, mark or f"{marks.BESIDE}{next_mark(paragraph)}"):
                add_runs(paragraph, runs)
    part_from_the_right(paragraph)
    return paragraph


def part_from_the_right(paragraph: Paragraph) -> None:
    """Puts before its footnotes' marks what keeps them out of what is written from right to left, which is no text of it."""
    if next(paragraph._p.iter(_NOTE), None) is None:
        return
    parts = list(paragraph._p.iter(_NOTE, _WORDS))
    whole, before = "".join(part.text or "" for part in parts), ""
    for part in parts:
        if part.tag == _WORDS:
            before += part.text or ""
        elif signs := feet.parted(before, whole):
            _put_before(paragraph, part.getparent(), signs)
            before += signs


def turn_from_the_right(document: Docx) -> None:
    """Has paragraphs begin at the right that are mostly written from there; no word processor finds that out itself."""
    feet: Feet = document.part.feet  # type: ignore[attr-defined]
    for paragraph in chain(document.element.body.iter(qn("w:p")), feet.paragraphs()):
        words = list(paragraph.iter(_WORDS))
        if mostly_right("".join(part.text or "" for part in words)):
            paragraph.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_BEHIND_BIDI)
            for run in {part.getparent() for part in words if is_mixed(part.text or "")}:
                run.get_or_add_rPr().insert_element_before(OxmlElement("w:rtl"), *_BEHIND_RTL)


def _put_before(paragraph: Paragraph, run: Any, signs: str) -> None:
    """Before a mark's run, and the bookmark round it."""
    with marked(paragraph, f"{marks.BESIDE}{next_mark(paragraph)}"):
        paragraph.add_run(signs)
    for made_last in paragraph._p[-3:]:
        run.getprevious().addprevious(made_last)


def add_runs(paragraph: Paragraph, runs: Iterable[content.Run]) -> None:
    """Adds words in their styles, live figures as what they are."""
    for run in runs:
        if run.of:
            _live(paragraph, run)
        elif run.foot and _feet(paragraph).put(paragraph, run.text):
            continue
        else:
            add(paragraph, run.text, bold=run.bold)


def with_feet(document: Docx, notes: dict[str, str]) -> None:
    """Makes a document ready for these footnotes, by their marks: each is put in where its mark is added first."""
    document.part.feet = Feet(document, notes)  # type: ignore[attr-defined]


def _feet(paragraph: Paragraph) -> Feet:
    feet: Feet = paragraph.part.feet  # type: ignore[attr-defined]
    return feet


@contextmanager
def marked(paragraph: Paragraph, name: str) -> Iterator[None]:
    """A bookmark of that name round what is added to the paragraph."""
    number = str(next_mark(paragraph))
    paragraph._p.append(made("w:bookmarkStart", {"w:id": number, "w:name": name}))
    yield
    paragraph._p.append(made("w:bookmarkEnd", {"w:id": number}))


def next_mark(paragraph: Paragraph) -> int:
    """The next number of a bookmark of this document; headings have the first thousands."""
    part = paragraph.part
    part.marked = getattr(part, "marked", _FIRST_MARK) + 1  # type: ignore[attr-defined]
    return int(part.marked)  # type: ignore[attr-defined]
