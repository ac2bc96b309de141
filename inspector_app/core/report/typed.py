"""What people typed, as blocks of the report: paragraphs, lists, quotations and boxes, footnotes.

Three signs of Markdown act at the beginning of a line or in it, and nothing else does: "- " begins an item of a list, ">"
a line of a quotation or box (whose title is a first line in **stars**), and ^[words] puts a footnote there. A live figure
(domain/live_figures.py) has its words and, where there is one, its note by now.
"""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import groupby

from inspector_app.core.domain import live_figures
from inspector_app.core.report import words
from inspector_app.core.report.content import Block, Bullets, Paragraph, Quote, Run, Text, plain
from inspector_app.core.report.footnotes import Footnotes

_ACTS = re.compile(rf"\s?\^\[(?P<note>(?:[^\[\]]|\[=[^\[\]]*\])*)\]|{live_figures.PATTERN}")
_TITLE = re.compile(r"\*\*(.+)\*\*")
_NUMBER = re.compile(r"\d+(\.\d+)*\. ")


class _Line(Enum):
    BODY = ""
    ITEM = "- "
    QUOTE = ">"


def blocks(text: str, notes: Footnotes) -> Iterator[Block]:
    """What somebody typed, in its order; the footnotes in it are added to `notes`."""
    for kind, lines in groupby(words.paragraphs(text), key=_kind):
        said = [line[len(kind.value) :].strip() for line in lines]
        if kind is _Line.ITEM:
            yield Bullets(tuple(noted(line, notes) for line in said))
        elif kind is _Line.QUOTE:
            yield _quote([line for line in said if line], notes)
        else:
            yield from (Paragraph(noted(line, notes)) for line in said)


def numbered(texts: list[str], notes: Footnotes) -> Iterator[Block]:
    """The same with each paragraph numbered through; one that begins with a number of its own keeps that."""
    number = 0
    for block in (block for text in texts for block in blocks(text, notes)):
        if isinstance(block, Paragraph) and not _NUMBER.match(block.text[0].text):
            number += 1
            yield Bullets((block.text,), number)
        else:
            yield block


def one_line(text: str, notes: Footnotes) -> Text:
    """What somebody typed as one item of a list: its paragraphs run on."""
    return noted(" ".join(words.paragraphs(text)), notes)


def noted(line: str, notes: Footnotes) -> Text:
    """A line, with the mark of each footnote where the footnote was typed, and each live figure as a run of its own."""
    runs: list[Run] = []
    before, at = "", 0
    for found in _ACTS.finditer(line):
        before, at = before + line[at : found.start()], found.end()
        if found["note"] is not None:
            before += notes.add(_words(found["note"].strip()))
            continue
        live = live_figures.of_match(found)
        runs += plain(before) if before else ()
        runs.append(Run(live.words or live.of, of=live.of))
        before = notes.add(live.reason) if live.reason else ""
    rest = before + line[at:]
    return (*runs, *plain(rest)) if rest or not runs else tuple(runs)


def _words(text: str) -> str:
    """The text with the words of its live figures."""
    return live_figures.replaced(text, lambda live: live.words or live.of)


def _kind(line: str) -> _Line:
    return next((kind for kind in (_Line.ITEM, _Line.QUOTE) if line.startswith(kind.value)), _Line.BODY)


def _quote(lines: list[str], notes: Footnotes) -> Quote:
    title = _TITLE.fullmatch(lines[0]) if lines else None
    said = lines[1:] if title else lines
    return Quote(tuple(noted(line, notes) for line in said), _words(title.group(1).strip()) if title else "")
