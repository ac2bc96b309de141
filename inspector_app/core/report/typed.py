"""What people typed, as blocks of the report: paragraphs, lists, quotations and boxes, footnotes.

Three signs of Markdown act at the beginning of a line or in it, and nothing else does: "- " begins an item of a list, ">"
a line of a quotation or box (a line of it in **stars** is a title, and begins a box), and ^[words] puts a footnote there. A
live figure (domain/live_figures.py) has its words and, where there is one, its note by now.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum
from itertools import groupby

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.returned import marks
from inspector_app.core.domain.text.typed_lines import ACTS, ITEM, QUOTE, TITLE
from inspector_app.core.report import words
from inspector_app.core.report.content import Block, Bullets, Paragraph, Quote, Run, Text
from inspector_app.core.report.footnotes import Footnotes

_HEADING, _HEADING_LONG = re.compile(r"\d+\. \w"), 140
_NUMBER = re.compile(r"\d+(\.\d+)*\. ")


class _Line(Enum):
    BODY = ""
    ITEM = ITEM
    QUOTE = QUOTE


_Numbered = tuple[int, str]  # a line with its number in the text


def blocks(text: str, notes: Footnotes, mark: str = "") -> Iterator[Block]:
    """What somebody typed, in its order; the footnotes in it are added to `notes`.

    `mark`: by what its paragraphs are known again in a draft that comes back (domain/returned/marks.py).
    """
    for kind, lines in groupby(enumerate(words.paragraphs(text)), key=lambda line: _kind(line[1])):
        said = [(number, line[len(kind.value) :].strip()) for number, line in lines]
        if kind is _Line.ITEM:
            yield Bullets(tuple(_marked(line, notes, mark) for line in said))
        elif kind is _Line.QUOTE:
            yield from _boxes([line for line in said if line[1]], notes, mark)
        else:
            yield from (Paragraph(_marked(line, notes, mark)) for line in said)


def numbered(texts: Iterable[tuple[str, str]], notes: Footnotes) -> Iterator[Block]:
    """The same of texts with their marks, each paragraph numbered through; one that begins with its own number keeps that."""
    number = 0
    for block in (block for text, mark in texts for block in blocks(text, notes, mark)):
        if isinstance(block, Paragraph) and not _NUMBER.match(block.text[0].text):
            number += 1
            yield Bullets((block.text,), number)
        elif isinstance(block, Paragraph) and _begins_some(block):
            yield Paragraph(tuple(replace(run, bold=True) for run in block.text))
        else:
            yield block


def _begins_some(block: Paragraph) -> bool:
    """Whether it is the heading of the paragraphs after it: "2. Partnerships" before 2.1."""
    said = "".join(run.text for run in block.text).rstrip()
    return bool(_HEADING.match(said)) and len(said) <= _HEADING_LONG and not said.endswith((".", ":", "!", "?"))


def one_line(text: str, notes: Footnotes, mark: str = "") -> Text:
    """What somebody typed as one item of a list: its paragraphs run on."""
    return noted(" ".join(words.paragraphs(text)), notes, marks.line(mark, None))


def noted(line: str, notes: Footnotes, mark: str = "") -> Text:
    """A line, with the mark of each footnote where the footnote was typed, and each live figure as a run of its own."""
    runs: list[Run] = []
    at = 0
    for found in ACTS.finditer(line):
        runs += (Run(line[at : found.start()], mark=mark),) if found.start() > at else ()
        at = found.end()
        if found["note"] is not None:
            runs.append(Run(notes.add(_words(found["note"].strip())), mark=mark, foot=True))
            continue
        live = live_figures.of_match(found)
        runs.append(Run(live.words or live.of, of=live.of, mark=mark))
        if live.reason:
            runs.append(Run(notes.add(live.reason), mark=mark, foot=True))
    rest = line[at:]
    return (*runs, Run(rest, mark=mark)) if rest or not runs else tuple(runs)


def _marked(line: _Numbered, notes: Footnotes, mark: str) -> Text:
    return noted(line[1], notes, marks.line(mark, line[0]))


def _words(text: str) -> str:
    """The text with the words of its live figures, and behind it what is to be known of them: here no footnote has room."""
    said = live_figures.replaced(text, lambda live: live.words or live.of)
    reasons = " ".join(dict.fromkeys(live.reason for live in live_figures.found(text) if live.reason))
    return f"{said} [{reasons}]" if reasons else said


def _kind(line: str) -> _Line:
    return next((kind for kind in (_Line.ITEM, _Line.QUOTE) if line.startswith(kind.value)), _Line.BODY)


def _boxes(lines: list[_Numbered], notes: Footnotes, mark: str) -> Iterator[Quote]:
    """Each title begins a box of its own; without any words there is none."""
    if not lines:
        return
    begins = [place for place, line in enumerate(lines) if not place or TITLE.fullmatch(line[1])]
    for first, after in zip(begins, [*begins[1:], len(lines)], strict=True):
        yield _quote(lines[first:after], notes, mark)


def _quote(lines: list[_Numbered], notes: Footnotes, mark: str) -> Quote:
    title = TITLE.fullmatch(lines[0][1])
    said = tuple(_marked(line, notes, mark) for line in (lines[1:] if title else lines))
    if title is None:
        return Quote(said)
    return Quote(said, _words(title.group(1).strip()), marks.line(mark, lines[0][0]))
