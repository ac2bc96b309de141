"""The footnotes of a report, for formats that have some of their own: which paragraphs are some, and where each is led to."""

import re
from collections.abc import Iterator
from dataclasses import replace

from inspector_app.core.report import content
from inspector_app.core.report.formats import said

_NOTE = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹]+) (.*)", re.DOTALL)


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
