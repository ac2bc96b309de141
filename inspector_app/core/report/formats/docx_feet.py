"""Footnotes of a document for a word processor's own: python-docx has none, and makes the part and its elements for us."""

from collections.abc import Iterator
from typing import Any

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from inspector_app.core.domain.returned import marks
from inspector_app.core.report.formats import said

_TEXT, _REFERENCE = "footnote text", "footnote reference"  # as Word calls its own styles
_FIRST_MARK = 1_000_000  # of the numbers of bookmarks; those of texts and headings are below
_LINES = {"-1": "separator", "0": "continuationSeparator"}  # between the text of a page and its footnotes
_AFTER = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang",
          "w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures", "w:forceUpgrade",
          "w:captions", "w:readModeInkLockDown", "w:smartTagType", "w:shapeDefaults", "w:doNotEmbedSmartTags",
          "w:decimalSymbol", "w:listSeparator")  # fmt: skip


def made(tag: str, values: dict[str, str]) -> Any:
    """An element of that tag with these attributes."""
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(name), value)
    return element


class Feet:
    """The footnotes of a document; each is put in where its mark comes first, and the word processor numbers them."""

    def __init__(self, document: Docx, notes: dict[str, str]) -> None:
        """`notes`: what each says, by its mark. A document without any gets no part for them."""
        self._notes, self._put = notes, dict[str, int]()
        if notes:
            _styles(document)
            self._part = _part(document)

    def put(self, paragraph: Paragraph, mark: str) -> bool:
        """A footnote where the paragraph ends by now; of one that is there already, its number. False: it is none."""
        if mark not in self._notes:
            return False
        if mark in self._put:
            _again(paragraph, self._put[mark])
            return True
        note = self._put[mark] = len(self._put) + 1
        run = paragraph.add_run(style=_REFERENCE)
        run._r.append(made("w:footnoteReference", {"w:id": str(note)}))
        _bookmarked(paragraph, _called(note), _FIRST_MARK + 2 * note, run._r)
        self._said(note, mark)
        return True

    def paragraphs(self) -> Iterator[Any]:
        """The paragraphs of those that were put in, as elements."""
        return self._part.element.iter(qn("w:p")) if self._notes else iter(())

    def _said(self, note: int, mark: str) -> None:
        """What it says, with a bookmark by which it is known again, and whether somebody changed it."""
        whole = made("w:footnote", {"w:id": str(note)})
        self._part.element.append(whole)
        line = OxmlElement("w:p")
        whole.append(line)
        paragraph = Paragraph(line, self._part)
        paragraph.style = _TEXT
        paragraph.add_run(style=_REFERENCE)._r.append(OxmlElement("w:footnoteRef"))
        paragraph.add_run(" ")
        words = said.readable(self._notes[mark])
        run = paragraph.add_run(words)
        _bookmarked(paragraph, marks.note(mark, words), _FIRST_MARK + 2 * note + 1, run._r)


def _again(paragraph: Paragraph, note: int) -> None:
    """The number of a footnote that stands at another place, which the word processor keeps right and raised."""
    field = made("w:fldSimple", {"w:instr": f" NOTEREF {_called(note)} \\f \\h "})
    field.append(paragraph.add_run(str(note), style=_REFERENCE)._r)
    paragraph._p.append(field)


def _called(note: int) -> str:
    """The name of the bookmark round a footnote's number."""
    return f"_RefNote{note}"


def _bookmarked(paragraph: Paragraph, name: str, number: int, run: Any) -> None:
    run.addprevious(made("w:bookmarkStart", {"w:id": str(number), "w:name": name}))
    paragraph._p.append(made("w:bookmarkEnd", {"w:id": str(number)}))


def _styles(document: Docx) -> None:
    text = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style, text.font.size = document.styles["Note"], Pt(9)
    text.paragraph_format.space_after = Pt(2)
    document.styles.add_style(_REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True).font.superscript = True


def _part(document: Docx) -> StoryPart:
    """The part that holds them, with the two lines that the word processor draws above them."""
    whole = OxmlElement("w:footnotes")
    part = StoryPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, whole, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    told = OxmlElement("w:footnotePr")
    for number, kind in _LINES.items():
        line = made("w:footnote", {"w:type": kind, "w:id": number})
        run = OxmlElement("w:r")
        run.append(OxmlElement(f"w:{kind}"))
        line.append(OxmlElement("w:p"))
        line[0].append(run)
        whole.append(line)
        told.append(made("w:footnote", {"w:id": number}))
    document.settings.element.insert_element_before(told, *_AFTER)
    return part
