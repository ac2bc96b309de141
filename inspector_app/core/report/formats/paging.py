"""Which sections begin a page where the pages are a word processor's, which alone knows where they end: it is estimated.

A page that holds only the last lines of what came before looks like a mistake. So no new page is asked for where the one
before would be left nearly empty, nor where it is nearly full: there the estimate may be some lines out, and what comes next
would be alone on a page as well.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from inspector_app.core.report import content
from inspector_app.core.report.content import Voice
from inspector_app.core.report.together import with_next

_USED, _FULL = 0.36, 0.92  # of a page: a section begins a new one only where between so much of the one before is used
_DOUBT, _MOST = 0.03, 0.14  # of a page: by how much the estimate is out for each page since the last new one; at most
_HALF = 0.5  # a page
_High = Callable[[content.Block], float]
# What is mostly not parted.
_WHOLE = (content.Table, content.Chart, content.Overall, content.Notice, content.RatingLine)
_LEAST = 2.0  # lines of anything else that stand together
_GAP = 0.65  # lines between two paragraphs
_SMALL = 0.8  # how high, and how wide, small letters are beside ordinary ones
_HEADING = {1: 3.0, 2: 2.2}
_BAR, _SCALE = 1.7, 4.5  # lines of a bar of a chart, and of its scale
_FOOT = 2.2  # lines of a footnote, with the line above the first


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of some format: how many letters its lines have, and how many lines it has."""

    letters: int
    lines: int


def with_page(sections: Sequence[content.Section], sheet: Sheet) -> Iterator[tuple[content.Section, bool]]:
    """Each section, and whether it begins a page."""
    high, used = _measure(sheet), sheet.lines * _HALF  # of the contents
    for section in sections:
        new_page = section.new_page and _is_worth_it(used / sheet.lines)
        used = _below(section.blocks, 0 if new_page else used, sheet.lines, high)
        yield section, new_page


def _below(blocks: Sequence[content.Block], used: float, lines: int, high: _High) -> float:
    """How many lines are used below these: what is not parted goes to the next page whole, where a page has room for it."""
    chain = 0.0
    for block, kept in with_next(blocks):
        chain += high(block)
        if kept or isinstance(block, content.Heading | content.Label):
            continue
        least = chain if isinstance(block, _WHOLE) else chain - high(block) + min(high(block), _LEAST)
        room = lines - used % lines
        used += chain + (room if room < least <= lines else 0)
        chain = 0.0
    return used + chain


def _is_worth_it(used: float) -> bool:
    """Whether a new page is begun after so many pages."""
    doubt = min(_DOUBT * used, _MOST)
    return _USED + doubt <= used % 1 <= _FULL - doubt


def _measure(sheet: Sheet) -> _High:
    """About how many lines a block takes."""

    def lines(text: content.Text, share: float = 1) -> int:
        across = max(sheet.letters * share, 1)  # a column has room for a letter, however many there are
        return max(ceil(sum(len(run.text) for run in text) / across), 1)

    def feet(text: content.Text) -> float:
        return _FOOT * sum(bool(run.foot) for run in text)

    def row(columns: tuple[content.Column, ...], one: content.Row) -> float:
        if one.group:
            return 1 + _GAP / 2
        cells = [cell if isinstance(cell, tuple) else content.plain(cell.word) for cell in one.cells]
        each = (lines(cell, column.share / 100 / _SMALL) for cell, column in zip(cells, columns, strict=False))
        most = max(each, default=1)
        return _SMALL * (most + _GAP / 2)

    def high(block: content.Block) -> float:
        match block:
            case content.Heading(level=level):
                return _HEADING.get(level, 2.0)
            case content.Paragraph(text=text, voice=voice):
                small = _SMALL if voice is Voice.NOTE else 1
                return small * lines(text, 1 / small) + _GAP + feet(text)
            case content.Bullets(items=texts):
                return sum(lines(text, 0.97) + feet(text) for text in texts) + _GAP
            case content.Quote(paragraphs=texts):
                return sum(lines(text, 0.95) + _GAP for text in texts) + 1
            case content.Notice(text=said):
                return lines(content.plain(said), 0.95) + _GAP
            case content.Table(columns=columns, rows=rows):
                return sum(row(columns, one) for one in rows) + 2
            case content.Chart(bars=bars):
                return _BAR * len(bars) + _SCALE
            case content.Overall():
                return 4 + 3 * _GAP
        return 1 + _GAP

    return high
