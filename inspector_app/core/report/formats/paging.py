"""Which sections begin a page where the pages are a word processor's, which alone knows where they end: it is estimated.

A page that holds only the last lines of what came before looks like a mistake. So no new page is asked for where the one
before would be left nearly empty, nor where it is nearly full: there the estimate may be some lines out, and what comes next
would be alone on a page as well. And wherever the pages end, what comes last before a new page, and last of all, is a
third of a page or so that no page parts: this needs no estimate to be right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from inspector_app.core.report import content
from inspector_app.core.report.content import Voice
from inspector_app.core.report.together import with_next

_USED, _FULL = 0.36, 0.92  # of a page: a section begins a new one only where between so much of the one before is used
_DOUBT, _MOST = 0.03, 0.14  # of a page: by how much the estimate is out for each page since the last new one; at most
_HALF = 0.5  # a page
_LAST = 0.3  # of a page: so much stands on the last one
_LONG = 0.6  # of a page: more than so much is not kept together for that
# What is mostly not parted.
_WHOLE = (content.Table, content.Chart, content.Overall, content.Notice, content.RatingLine)
_LEAST = 2.0  # lines of anything else that stand together
_GAP = 0.65  # lines between two paragraphs
_SMALL = 0.8  # how high, and how wide, small letters are beside ordinary ones
_HEADING = {1: 3.0, 2: 2.2}
_CONTENTS = 1.3  # lines that a heading has in the contents
_BAR, _SCALE = 1.7, 4.5  # lines of a bar of a chart, and of its scale
_FOOT = 2.2  # lines of a footnote, with the line above the first


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of some format: how many letters its lines have, and how many lines it has."""

    letters: int
    lines: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A block; whether no page ends between it and the next; and how many of its last parts (the rows of a table, items,
    paragraphs of a box, else itself) no page parts, as the last page would be nearly empty."""

    block: content.Block
    with_next: bool
    last: int


@dataclass(frozen=True, slots=True)
class Paged:
    """A section, whether it begins a page, and its blocks."""

    section: content.Section
    new_page: bool
    blocks: tuple[Kept, ...]


def paged(sections: Sequence[content.Section], sheet: Sheet) -> Iterator[Paged]:
    """The sections as they are set on such pages."""
    measure = _Measure(sheet)
    begins = _begins(sections, sheet, measure)
    ends = [place for place, new_page in enumerate([*begins[1:], True]) if new_page]
    last: dict[tuple[int, int], int] = {}
    for before, end in pairwise([-1, *ends]):
        last |= _last(sections, range(before + 1, end + 1), measure)
    for place, (section, new_page) in enumerate(zip(sections, begins, strict=True)):
        final = len(section.blocks) - 1 if place in ends else None
        kept = (
            Kept(block, with_next=(kept or bool(last.get((place, k)))) and k != final, last=last.get((place, k), 0))
            for k, (block, kept) in enumerate(with_next(section.blocks))
        )
        yield Paged(section, new_page, tuple(kept))


def pages(sections: Sequence[content.Section], sheet: Sheet) -> dict[str, int]:
    """The page of each heading by its key, as `paged` sets them behind a cover: reckoned, mostly right, else one out."""
    measure, found = _Measure(sheet), dict[str, int]()
    used = sheet.lines * (1 + _HALF * ceil(_listed(sections) / sheet.lines))  # the cover, and half of the contents
    for section, new_page in zip(sections, _begins(sections, sheet, measure), strict=True):
        used = ceil(used / sheet.lines) * sheet.lines if new_page else used
        for place, block in enumerate(section.blocks):
            if isinstance(block, content.Heading):
                above = _below(section.blocks[:place], used, sheet.lines, measure)
                found[block.key] = int(_turned(section.blocks, place, above, sheet.lines, measure) // sheet.lines) + 1
        used = _below(section.blocks, used, sheet.lines, measure)
    return found


def _listed(sections: Sequence[content.Section]) -> float:
    """Lines of the contents, about."""
    return sum(isinstance(block, content.Heading) for section in sections for block in section.blocks) * _CONTENTS


def _turned(blocks: Sequence[content.Block], place: int, used: float, lines: int, measure: "_Measure") -> float:
    """Where a heading stands: on the next page where the one before has no room for it and what follows it at once."""
    following = blocks[place + 1 : place + 2]
    least = _HEADING.get(1, 2.0) + sum(min(sum(measure.parts(b)), _LEAST) for b in following)
    return ceil(used / lines) * lines if lines - used % lines < least else used


def _begins(sections: Sequence[content.Section], sheet: Sheet, measure: "_Measure") -> list[bool]:
    """Of each section whether it begins a page: the last that does begins no page that would be left nearly empty."""
    begins, used = list[bool](), sheet.lines * _HALF  # of the contents
    for section in sections:
        begins.append(section.new_page and _is_worth_it(used / sheet.lines))
        used = _below(section.blocks, 0 if begins[-1] else used, sheet.lines, measure)
    if any(begins) and used < _LAST * sheet.lines:
        begins[len(begins) - 1 - begins[::-1].index(True)] = False
    return begins


def _last(
    sections: Sequence[content.Section], places: Sequence[int], measure: "_Measure"
) -> dict[tuple[int, int], int]:
    """By section and block, how many of its last parts stand together at the end of these sections."""
    lines, total = measure.sheet.lines, 0.0
    found: dict[tuple[int, int], int] = {}
    for place in reversed(places):
        for number, block in reversed(list(enumerate(sections[place].blocks))):
            for part in reversed(measure.parts(block)):
                if total >= _LAST * lines or total + part > _LONG * lines:
                    return found
                total += part
                found[place, number] = found.get((place, number), 0) + 1
    return found


def _below(blocks: Sequence[content.Block], used: float, lines: int, measure: "_Measure") -> float:
    """How many lines are used below these: what is not parted goes to the next page whole, where a page has room for it."""
    chain = 0.0
    for block, kept in with_next(blocks):
        high = sum(measure.parts(block))
        chain += high
        if kept or isinstance(block, content.Heading | content.Label):
            continue
        least = chain if isinstance(block, _WHOLE) else chain - high + min(high, _LEAST)
        room = lines - used % lines
        used += chain + (room if room < least <= lines else 0)
        chain = 0.0
    return used + chain


def _is_worth_it(used: float) -> bool:
    """Whether a new page is begun after so many pages."""
    doubt = min(_DOUBT * used, _MOST)
    return _USED + doubt <= used % 1 <= _FULL - doubt


@dataclass(frozen=True, slots=True)
class _Measure:
    """About how many lines something takes on a page."""

    sheet: Sheet

    def parts(self, block: content.Block) -> list[float]:
        """The parts of a block between which a page may end, the space below them within the last."""
        match block:
            case content.Heading(level=level):
                return [_HEADING.get(level, 2.0)]
            case content.Paragraph(text=text, voice=voice):
                small = _SMALL if voice is Voice.NOTE else 1
                return [small * self._lines(text, 1 / small) + _GAP + _feet(text)]
            case content.Bullets(items=texts):
                return [self._lines(text, 0.97) + _feet(text) + _GAP / len(texts) for text in texts]
            case content.Quote(paragraphs=texts):
                return [1, *(self._lines(text, 0.95) + _GAP for text in texts)]  # its title, or the room round it
            case content.Notice(text=said):
                return [self._lines(content.plain(said), 0.95) + _GAP]
            case content.Table(columns=columns, rows=rows):
                return [2, *(self._row(columns, one) for one in rows)]
            case content.Chart(bars=bars):
                return [_BAR * len(bars) + _SCALE]
            case content.Overall():
                return [4 + 3 * _GAP]
        return [1 + _GAP]

    def _lines(self, text: content.Text, share: float = 1) -> int:
        across = max(self.sheet.letters * share, 1)  # a column has room for a letter, however many there are
        return max(ceil(sum(len(run.text) for run in text) / across), 1)

    def _row(self, columns: tuple[content.Column, ...], one: content.Row) -> float:
        if one.group:
            return 1 + _GAP / 2
        cells = [cell if isinstance(cell, tuple) else content.plain(cell.word) for cell in one.cells]
        each = (self._lines(cell, column.share / 100 / _SMALL) for cell, column in zip(cells, columns, strict=False))
        most = max(each, default=1)
        return _SMALL * (most + _GAP / 2)


def _feet(text: content.Text) -> float:
    return _FOOT * sum(bool(run.foot) for run in text)
