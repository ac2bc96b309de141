"""The footnotes of a report, for formats that have some of their own: which paragraphs are some, and where each is led to."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from inspector_app.core.report import content
from inspector_app.core.report.formats import said

_NOTE = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹]+) (.*)", re.DOTALL)
_FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})  # of unicodedata.bidirectional: letters, and Arabic figures
_ENDS = {**dict.fromkeys(("LRE", "RLE", "LRO", "RLO"), "\u202c"), **dict.fromkeys(("LRI", "RLI", "FSI"), "\u2069")}
_TO_THE_LEFT = "\u200e"  # counts as a letter that is written from the left


def apart(report: content.Report) -> tuple[tuple[content.Section, ...], dict[str, str]]:
    """The sections without the footnotes that something leads to, and these by their marks: what each says."""
    led_to = {run.text for section in report.sections for block in section.blocks for run in runs(block) if run.foot}
    sections, notes = [], {}
    for section in report.sections:
        found = {block: note for block in section.blocks if (note := _note(block)) and note[0] in led_to}
        notes.update(dict(found.values()))
        sections.append(replace(section, blocks=tuple(block for block in section.blocks if block not in found)))
    return tuple(sections), notes


def runs(block: content.Block) -> Iterator[content.Run]:
    """All the words of a block that can have a mark, in the order of reading."""
    for text in _texts(block):
        yield from text


def parted(before: str, whole: str) -> str:
    """What stands before the mark of a footnote, so that it is not within what is written from right to left:
    `marks.UNSEEN`, or "". `before` is what its paragraph says before it, `whole` all that it says.

    LibreOffice 7.4 never ends where such a mark stands in the line with which a page is full; behind a live figure
    letters after the mark are enough for that.
    """
    if whole.isascii() or not any(kind in _FROM_THE_RIGHT or kind in _ENDS for kind in _kinds(whole)):
        return ""
    return "".join(reversed(_not_ended(_kinds(before)))) + _TO_THE_LEFT


def _kinds(said: str) -> list[str]:
    return [unicodedata.bidirectional(char) for char in said]


def _not_ended(kinds: list[str]) -> list[str]:
    """What would end the directions that signs have given and none has ended, the first first (UAX 9, X2 to X7)."""
    ends = list[str]()
    for kind in kinds:
        if kind in _ENDS:
            ends.append(_ENDS[kind])
        elif kind == "PDF" and ends[-1:] == ["\u202c"]:
            ends.pop()
        elif kind == "PDI" and "\u2069" in ends:
            del ends[len(ends) - 1 - ends[::-1].index("\u2069") :]
    return ends


def _texts(block: content.Block) -> Iterator[content.Text]:
    match block:
        case content.Paragraph():
            yield block.text
        case content.Bullets(items=texts) | content.Quote(paragraphs=texts):
            yield from texts
        case content.RatingLine():
            yield said.rated(block.rating)
        case content.Overall():
            yield from said.overall(block)
        case content.Table():
            yield from (said.text_of(cell) for row in block.rows for cell in row.cells)


def _note(block: content.Block) -> tuple[str, str] | None:
    """The mark of a footnote and what it says; None of anything else."""
    if not (isinstance(block, content.Paragraph) and block.voice is content.Voice.NOTE):
        return None
    found = _NOTE.fullmatch("".join(run.text for run in block.text))
    return (found[1], found[2]) if found else None
