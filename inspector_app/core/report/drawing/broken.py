"""Paragraphs of ReportLab's whose ordinary words come to their lines without its parser, and once for each width.

What is set is what ReportLab sets (`tests/report/test_broken_lines.py`): anything out of the ordinary is left to it.
"""

import re
from functools import lru_cache
from html import unescape
from typing import Any

from reportlab import platypus
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent, stringWidth
from reportlab.platypus import Flowable

_wide = lru_cache(20_000)(stringWidth)  # of a word in a font and size: most words come again
_above_and_below = lru_cache(100)(getAscentDescent)  # a font and size have one; it is asked for each paragraph
_AS_REPORTLAB: Any = platypus.Paragraph  # some of what it is has no type there
_APART = re.compile("[\xa0\xad]")  # what joins words, or may part one
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{20,}")
_PARTS = re.compile(r"(?:https?://)?[^/?&=.-]+[/?&=.-]*|\S")  # an address is broken behind these, as printers do


@lru_cache(200)
def _kind(style: ParagraphStyle) -> Any:
    """How a piece of ordinary words in that style is described, as the parser would."""
    return _AS_REPORTLAB("x", style).frags[0]


def _like(piece: Any, **otherwise: Any) -> Any:
    """A piece as another, with this otherwise: ReportLab's `clone` in one step, for it is asked twice of each."""
    made = piece.__class__.__new__(piece.__class__)
    made.__dict__ = {**piece.__dict__, **otherwise}
    return made


class Broken(platypus.Paragraph):
    """A paragraph that keeps its lines while its width is the same."""

    frags: Any
    blPara: Any  # noqa: N815
    bulletText: Any  # noqa: N815
    _broken_at: float | None = None
    _written: list[str] | None = None
    _lines: Any = None

    def __init__(self, text: str | None, style: ParagraphStyle, bulletText: Any = None, frags: Any = None) -> None:  # noqa: N803  ReportLab's own name
        if text and frags is None and "<" not in text:
            frags = [_like(_kind(style), text=unescape(text) if "&" in text else text)]
        _AS_REPORTLAB.__init__(self, text, style, bulletText, frags)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room, as high as its lines."""
        if self._broken_at != width:
            self._part_addresses(width - self.style.leftIndent - self.style.rightIndent)
            self._size = super().wrap(width, height)
            self._broken_at, self._lines = width, self.blPara
        self.blPara, (self.width, self.height) = self._lines, self._size
        return self._size

    def split(self, width: float, height: float) -> list[Flowable]:
        """Its parts; where there are none it has its lines still."""
        lines = self._lines
        parts: list[Flowable] = super().split(width, height)
        self.blPara = lines
        return parts

    def breakLines(self, width: Any) -> Any:  # noqa: N802  ReportLab's own name
        """The lines, as it describes them."""
        return self._plainly(width) or _AS_REPORTLAB.breakLines(self, width)

    def _part_addresses(self, room: float) -> None:
        """Have a blank where an address that is wider than a line goes on in the next: ReportLab breaks within a word."""
        pieces = [piece for piece in self.frags if hasattr(piece, "text")]
        if self._written is None:
            self._written = [piece.text for piece in pieces]
        for piece, text in zip(pieces, self._written, strict=False):
            if "http" not in text and "www." not in text:  # which nearly every text is
                continue
            for address in _ADDRESS.findall(text):
                text = text.replace(address, _parted(address, piece.fontName, piece.fontSize, room))
            piece.text = text

    def _has_bullet_beside(self) -> bool:
        """Whether its bullet, if any, stands in its indent: a wider one takes room from the first line."""
        if not isinstance(self.bulletText, str):
            return not self.bulletText
        style = self.style
        wide = _wide(self.bulletText, style.bulletFontName, style.bulletFontSize) + 0.6 * style.bulletFontSize
        return bool(style.bulletIndent + wide <= style.leftIndent + style.firstLineIndent)

    def _plainly(self, widths: list[float]) -> Any:
        """The lines of ordinary words of one kind; None where that is not all there is."""
        words = _words(self.frags) if min(widths) == max(widths) and self._has_bullet_beside() else None
        if not words:
            return None
        piece, room = self.frags[0], widths[0]
        known = _lines(tuple(words), piece.fontName, piece.fontSize, room, self.style.spaceShrinkage)
        lines = list(known)  # a list of its own: ReportLab takes lines out of it
        ascent, descent = _above_and_below(piece.fontName, piece.fontSize)
        return lines and _like(piece, kind=0, lines=lines, ascent=ascent, descent=descent)


def _parted(address: str, font: str, size: float, room: float) -> str:
    """An address with a blank behind the last of its parts that has room in each line."""
    lines = [""]
    for part in _PARTS.findall(address):
        if lines[-1] and _wide(lines[-1] + part, font, size) > room:
            lines.append("")
        lines[-1] += part
    return " ".join(lines)


def _words(pieces: Any) -> list[str] | None:
    if len(pieces) != 1 or hasattr(pieces[0], "cbDefn") or hasattr(pieces[0], "backColor"):
        return None
    if hasattr(pieces[0], "text"):
        return None if _APART.search(pieces[0].text) else pieces[0].text.split()
    return None if any(type(word) is not str or not word for word in pieces[0].words) else list(pieces[0].words)


@lru_cache(8_000)  # of some two largest drafts: after a change nearly every paragraph is what it was
def _lines(
    words: tuple[str, ...], font: str, size: float, room: float, shrinks: float
) -> list[tuple[float, tuple[str, ...]]]:
    """Lines with the room that is left in each; none where a word is wider than a line."""
    space = _wide(" ", font, size)
    made: list[tuple[float, tuple[str, ...]]] = []
    line, taken = list[str](), -space
    for word in words:
        wide = _wide(word, font, size)
        if wide > room:
            return []
        if line and taken + space + wide > room + shrinks * space * len(line):
            made.append((room - taken, tuple(line)))
            line, taken = [word], wide
        else:
            line.append(word)
            taken += space + wide
    return [*made, (room - taken, tuple(line))]
