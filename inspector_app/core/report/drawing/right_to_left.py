"""Writing from right to left on paper: letters that join are joined, and each line is put into the order one reads it in.

ReportLab draws characters one after another from the left. The order is that of the Unicode Bidirectional Algorithm (UAX 9),
found for each line after it was broken, so that a name over two lines begins on the first.
"""

from copy import copy
from functools import cache
from itertools import groupby
from typing import Any

from arabic_reshaper import ArabicReshaper
from bidi import algorithm
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus.paragraph import FragLine, ParaLines

from inspector_app.core.domain.text.direction import is_mixed, mostly_right
from inspector_app.core.report.drawing.broken import Broken
from inspector_app.core.report.drawing.tagged import Element, tagged

_AS_WRITTEN = {
    "delete_harakat": False,
    "ARABIC LIGATURE ALLAH": False,
}  # vowel signs stay; that sign is in no font of ours

_JOINER = "\u200d"


class Paragraph(Broken):
    """A paragraph in whose lines everything stands where it is read, and which knows what it is (`tagged`)."""

    element: Element | None = None
    link_says = ""  # what it leads to, where all of it is a link
    _whole_right: bool | None = None  # of a part of a paragraph: whether the whole of that begins at the right

    def split(self, width: float, height: float) -> list[Flowable]:
        """Its parts are the same paragraph to whoever hears them, and begin at the same side."""
        parts: list[Flowable] = super().split(width, height)
        for part in (part for part in parts if isinstance(part, Paragraph)):
            part.element, part.link_says = self.element, self.link_says
            part._whole_right = self._begins_right()
        return parts

    def draw(self) -> None:
        """Draw it as what it is. A header drawn again on another page was heard already."""
        canvas, element = tagged(self.canv), self.element
        if canvas is None:
            self._draw()
            return
        again = element is not None and element.parent is not None and element.parent.role == "TH"
        if again and element is not None and element.pages - {canvas.getPageNumber()}:
            canvas.decorate("Pagination")
        else:
            canvas.begin(element)
        self._draw()
        canvas.end()

    def _draw(self) -> None:
        """Draw the lines in the order for reading; broken and split they are in the order of writing."""
        written, right = vars(self)["blPara"], self._begins_right()  # the lines: ReportLab gives them no type
        if not (right or is_mixed(_said(written))):
            super().draw()
            return
        self.blPara = ParaLines(
            **{**vars(written), "lines": [_read(line, "R" if right else "L") for line in written.lines]}
        )
        try:
            self._draw_at_right() if right else super().draw()
        finally:
            self.blPara = written

    def _begins_right(self) -> bool:
        if self._whole_right is not None:
            return self._whole_right
        return mostly_right(_said(vars(self)["blPara"]))

    def _draw_at_right(self) -> None:
        """With its indents, and the sign of an item, at the other side."""
        style, sign = self.style, self.bulletText
        right = TA_RIGHT if style.alignment == TA_LEFT else style.alignment
        self.bulletText, self.style = (
            None,
            ParagraphStyle(
                f"{style.name}-right",
                parent=style,
                alignment=right,
                leftIndent=style.rightIndent,
                rightIndent=style.leftIndent,
            ),
        )
        try:
            super().draw()
        finally:
            self.style, self.bulletText = style, sign
        if isinstance(sign, str) and sign:
            self._draw_sign(sign)

    def _draw_sign(self, sign: str) -> None:
        style, written = self.style, vars(self)["blPara"]
        first = written.lines[0] if written.kind else written
        self.canv.setFont(style.bulletFontName, style.bulletFontSize)
        self.canv.setFillColor(style.bulletColor)
        said = "".join(char for _, char in in_order(sign, "R"))
        self.canv.drawRightString(self.width - style.bulletIndent, self.height - first.ascent, said)


def joined(text: str) -> str:
    """Arabic letters in the form that they have beside their neighbours; other writing as it is.

    A joiner without width goes: nothing draws it, and the library loses count of the letters after one.
    """
    return str(_shaper().reshape(text.replace(_JOINER, ""))) if is_mixed(text) else text


def in_order(text: str, base: str = "L") -> list[tuple[int, str]]:
    """The characters of a line from the left: where each stands in the text, and how it is drawn (brackets turn round).

    `base`: "R" where the line as a whole is written from right to left.
    """
    storage = algorithm.get_empty_storage()
    level = algorithm.PARAGRAPH_LEVELS[base]
    storage["base_level"], storage["base_dir"] = level, ("L", "R")[level]
    algorithm.get_embedding_levels(text, storage)
    for place, char in enumerate(storage["chars"]):
        char["place"] = place
    for step in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
    ):
        step(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    return [(char["place"], char["ch"]) for char in storage["chars"]]


def read(text: str) -> str:
    """A line of joined letters in the order for reading."""
    base = "R" if mostly_right(text) else "L"
    return "".join(char for _, char in in_order(text, base)) if is_mixed(text) else text


def _said(written: Any) -> str:
    return " ".join(_text(line) for line in written.lines)


def _text(line: object) -> str:
    if isinstance(line, FragLine):
        return "".join(piece.text for piece in line.words)
    return " ".join(line[1]) if isinstance(line, tuple) else ""


def _read(line: object, base: str) -> object:
    """A broken line of ReportLab's, of one format (a tuple) or of several, in the order for reading."""
    if isinstance(line, FragLine):
        made = copy(line)
        made.words = _formats(line.words, base)
        return made
    if isinstance(line, tuple):
        extra, words = line
        return extra, "".join(char for _, char in in_order(" ".join(words), base)).split(" ")
    return line


def _formats(pieces: list[ParagraphStyle], base: str) -> list[object]:
    """Pieces of text, each in one format, in the order for reading: a piece may come apart."""
    owners = [place for place, piece in enumerate(pieces) for _ in piece.text]
    order = in_order("".join(piece.text for piece in pieces), base)
    made: list[object] = []
    for owner, chars in groupby(order, key=lambda at: owners[at[0]]):
        piece = copy(pieces[owner])
        piece.text = "".join(char for _, char in chars)
        made.append(piece)
    return made


@cache
def _shaper() -> ArabicReshaper:
    return ArabicReshaper(_AS_WRITTEN)
