"""Footnotes: which paragraphs of a story are some, and which of them the words of a flowable lead to."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from reportlab.platypus import Flowable

from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.framed import Table
from inspector_app.core.report.drawing.right_to_left import Paragraph

_MARK = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_HIGHEST = look.HEIGHT / 5  # a higher one is set as what it is, a text, where its section ends

Feet = dict[str, Paragraph]  # by their marks


def number(flowable: Flowable) -> str:
    """The mark of a footnote, as superscript digits; "" of anything else."""
    if not (isinstance(flowable, Paragraph) and flowable.style.name == look.NOTE.name):
        return ""
    found = _MARK.match(_said(flowable))
    return found.group() if found else ""


def parts(flowables: Iterable[Flowable]) -> Iterator[tuple[list[Flowable], Feet]]:
    """A story in parts: what is read, and the footnotes that stood below it. A very high one stays where it stood."""
    body: list[Flowable] = []
    for is_foot, same in groupby(flowables, key=_is_foot):
        if is_foot:
            yield body, {number(one): one for one in same if isinstance(one, Paragraph)}
            body = []
        else:
            body = list(same)
    if body:
        yield body, {}


def _is_foot(flowable: Flowable) -> bool:
    return bool(number(flowable)) and flowable.wrap(look.WIDTH, look.HEIGHT)[1] <= _HIGHEST


def marks(flowable: Any) -> Iterator[str]:
    """The marks in its words, in order."""
    if isinstance(flowable, Paragraph):
        said = _said(flowable)
        if not said.isascii():
            yield from _MARK.findall(said)
    elif isinstance(flowable, Table):
        yield from (mark for row in flowable._cellvalues for cell in row for mark in marks(cell))
    elif isinstance(flowable, list | tuple):
        yield from (mark for one in flowable for mark in marks(one))
    elif isinstance(words := getattr(flowable, "words", None), Paragraph):  # of a rating
        yield from marks(words)


def _said(paragraph: Paragraph) -> str:
    """Its words; of a part of a paragraph, those of the part."""
    return " ".join(map(_words, paragraph.frags))


def _words(piece: Any) -> str:
    """Words in one style; ReportLab keeps a word of several, and what it broke into words, otherwise."""
    if isinstance(piece, list):
        return "".join(text for _, text in piece[1:])
    return str(piece.text) if hasattr(piece, "text") else " ".join(piece.words)
