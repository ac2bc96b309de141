"""Blocks of content as ReportLab flowables. Every one of them can be split, so that no text is too long for a page."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportlab.platypus import CondPageBreak, Flowable

from inspector_app.core.report import content
from inspector_app.core.report.content import Voice
from inspector_app.core.report.drawing import feet, look, tables
from inspector_app.core.report.drawing.charted import Charted
from inspector_app.core.report.drawing.drawn import PageMark
from inspector_app.core.report.drawing.framed import Chapter, Head, Table, Together
from inspector_app.core.report.drawing.markup import markup, paragraph
from inspector_app.core.report.drawing.right_to_left import Paragraph
from inspector_app.core.report.drawing.tables import ROOM_TABLE, RULES, Style, rated
from inspector_app.core.report.together import is_above, is_bold, is_name, leads_on, stays_with

_VOICES = {Voice.BODY: look.BODY, Voice.LEAD: look.LEAD, Voice.NOTE: look.NOTE}
# Room kept for a heading and what follows it at once; more where what follows needs more before it can be split.
_ROOM = {1: 160.0, 2: 150.0, 3: 70.0}
_ROOM_WITH_TABLE = 280.0  # a standard begins where its table of key questions still fits
_ROOM_WITH_CHART = 0.74 * look.HEIGHT  # and their chart, where that leaves the page before a quarter full
_STANDARD, _SOON = 2, 8  # the level of its heading; after so many blocks comes nothing that it has to stay with
_FOOTNOTE = 30.0  # about the height of one
_ROOM_BOX = 130.0  # a box of at most eight lines or so stays whole; a longer one begins with as much
_WHOLE = 3  # a paragraph of at most so many lines is not split: neither part may be a single line
# A section that begins a page begins it unless less than a third or so of the page are used: what is left of the section
# before, or a section of a few lines, is then not a page of its own.
_ROOM_SECTION = 0.64 * look.HEIGHT


def of_section(section: content.Section) -> Iterator[Flowable]:
    """A section."""
    if section.new_page:
        yield Chapter(_ROOM_SECTION)
    made = _Made()
    for place, block in enumerate(section.blocks):
        following = section.blocks[place + 1 :]
        if isinstance(block, content.Heading):
            yield from _heading(block, following, made, led=_is_led(section.blocks[:place], block))
        elif isinstance(block, content.Label):
            yield from _label(block, following, made)
        else:
            yield from _leading_on(block, following, made)
            yield from made.take(block)


def _is_led(before: Sequence[content.Block], heading: content.Heading) -> bool:
    """Whether a heading stands right under another, which asked for the room of both."""
    if before and isinstance(before[-1], content.Paragraph) and stays_with(before[-1], heading):
        before = before[:-1]
    return bool(before) and isinstance(before[-1], content.Heading)


class _Made:
    """The flowables of blocks that were measured before they are set, so that each is made and broken into lines once."""

    def __init__(self) -> None:
        self._kept: dict[int, list[Flowable]] = {}  # by the identity of the block, which its section holds meanwhile

    def look_at(self, block: content.Block) -> list[Flowable]:
        """What the block is set as; kept until it is taken."""
        if id(block) not in self._kept:
            self._kept[id(block)] = list(_block(block))
        return self._kept[id(block)]

    def take(self, block: content.Block) -> list[Flowable]:
        """The same, to be set: a block that stands twice in a section is made twice."""
        made = self.look_at(block)
        del self._kept[id(block)]
        return made


def _leading_on(block: content.Block, following: Sequence[content.Block], made: _Made) -> Iterator[Flowable]:
    """Room for what no page may end between: lines that end in a colon and what they lead to, a chart and what it shows in
    words, the last paragraph and who signed it."""
    if isinstance(block, content.Chart):
        yield CondPageBreak(height_of(made.look_at(block)[0]) + _least(following, made))
    elif isinstance(block, content.Paragraph) and following:
        leads = leads_on(block) or is_bold(block) or is_above(block, following[0])
        signed = 0.0 if leads or is_name(block) else _signature(following, made)
        if leads or signed:
            said = made.look_at(block)[0]
            long = said.wrap(look.WIDTH, look.HEIGHT)[1] > _WHOLE * _VOICES[block.voice].leading
            needed = height_of(said) + (signed or _least(following, made))
            under = made.look_at(following[0]) if isinstance(following[0], content.Table) else []
            yield Together(0 if leads and long else min(needed, ROOM_TABLE), [said, *under])


def _signature(following: Sequence[content.Block], made: _Made) -> float:
    """The height of the lines of a signature, where nothing but some and footnotes follows."""
    names = [block for block in following if not _is_foot(block)]
    if not all(map(is_name, names)):
        return 0
    return sum(height_of(flowable) for name in names for flowable in made.look_at(name))


def _is_foot(block: content.Block) -> bool:
    return isinstance(block, content.Paragraph) and block.voice is Voice.NOTE


def _block(block: content.Block) -> Iterator[Flowable]:
    match block:
        case content.Paragraph():
            yield Paragraph(markup(block.text), _VOICES[block.voice])
        case content.Bullets():
            yield from _bullets(block)
        case content.Quote():
            yield from _quote(block)
        case content.Notice():
            yield paragraph(block.text, look.NOTICE)
        case content.RatingLine():
            yield from _rating_line(block)
        case content.Overall():
            yield from _overall(block)
        case content.Table():
            yield from tables.of_table(block)
        case content.Chart():
            yield Charted(block)


def _bullets(bullets: content.Bullets) -> Iterator[Flowable]:
    for place, item in enumerate(bullets.items):
        if bullets.first is None:
            yield Paragraph(markup(item), look.BULLET, bulletText="•")
        else:
            yield Paragraph(markup(item), look.NUMBERED, bulletText=f"{bullets.first + place}.")


def _quote(quote: content.Quote) -> Iterator[Flowable]:
    """A box with an edge at its left, which goes on on the next page between its paragraphs or inside one."""
    title = [paragraph(quote.title, look.QUOTE_TITLE)] if quote.title else []
    said = [Paragraph(markup(text), look.QUOTE) for text in quote.paragraphs]
    if not (title or said):
        return
    first: list[list[Flowable]] = [[*title, *said[:1]]]  # a title goes on no page without its words
    edge: list[Style] = [
        ("BACKGROUND", (0, 0), (-1, -1), look.TINT),
        ("LINEBEFORE", (0, 0), (0, -1), 3, look.ACCENT),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
    ]
    box = Table(
        [first, *([one] for one in said[1:])],
        [look.WIDTH - 6],
        style=[*RULES, *edge],
        splitInRow=1,
        spaceBefore=8,
        spaceAfter=10,
        hAlign="RIGHT",
    )
    yield CondPageBreak(min(height_of(box), _ROOM_BOX))
    yield box


def _heading(
    heading: content.Heading, following: Sequence[content.Block], made: _Made, *, led: bool
) -> Iterator[Flowable]:
    yield Head(_room(heading, following, made, led=led))
    yield PageMark(heading)
    yield paragraph(heading.text, look.HEADINGS[heading.level])


def _label(label: content.Label, following: Sequence[content.Block], made: _Made) -> Iterator[Flowable]:
    yield Head(_room(label, following, made))
    yield paragraph(label.text, look.LABEL)


def _room(
    head: content.Heading | content.Label, following: Sequence[content.Block], made: _Made, *, led: bool = False
) -> float:
    """The height that must be left for a heading not to stand alone: a page at most. `led`: right under another."""
    style = look.LABEL if isinstance(head, content.Label) else look.HEADINGS[head.level]
    needed = min(height_of(paragraph(head.text, style)) + _least(following, made), look.HEIGHT)
    if isinstance(head, content.Label):
        return needed
    if head.level != _STANDARD or isinstance(following[0] if following else None, content.Table):
        return max(min(needed, _ROOM_WITH_CHART), 0 if head.level == _STANDARD else _ROOM[head.level])
    soon = list(takewhile(lambda block: not isinstance(block, content.Heading), following[:_SOON]))
    table = any(isinstance(block, content.Table) for block in soon)
    shown = _with_chart(paragraph(head.text, style), soon, made) if table and not led else 0
    return max(needed, _ROOM_WITH_TABLE if table else _ROOM[head.level], min(shown, _ROOM_WITH_CHART))


def _with_chart(head: Flowable, soon: Sequence[content.Block], made: _Made) -> float:
    """The height of a heading and what comes down to a chart and its words, with the footnotes; 0 without a chart."""
    place = next((place for place, block in enumerate(soon) if isinstance(block, content.Chart)), None)
    if place is None:
        return 0
    down = [one for block in soon[: place + 2] for one in made.look_at(block) if not isinstance(one, CondPageBreak)]
    return _stacked([head, *down]) + _FOOTNOTE * len(set(feet.marks(down)))


def _least(following: Sequence[content.Block], made: _Made) -> float:
    """The height without which nothing of what follows is set."""
    if not following:
        return 0
    first = following[0]
    if isinstance(first, content.Heading | content.Label):
        return _room(first, following[1:], made)
    if isinstance(first, content.Table):
        return float(made.look_at(first)[0].height)  # of the room that it asks for
    begins = next((one for one in made.look_at(first) if not isinstance(one, CondPageBreak)), None)
    if begins is None:
        return _least(following[1:], made)
    high = height_of(begins)
    if isinstance(first, content.Paragraph) and isinstance(next(iter(following[1:]), None), content.Heading):
        return high + (_least(following[1:], made) if stays_with(first, following[1]) else 0)
    if isinstance(begins, Paragraph) and begins.wrap(look.WIDTH, look.HEIGHT)[1] > _WHOLE * begins.style.leading:
        return float(begins.getSpaceBefore() + 2 * begins.style.leading)
    return min(high, _ROOM_BOX if isinstance(first, content.Quote) else ROOM_TABLE)


def _stacked(flowables: Sequence[Flowable]) -> float:
    """The height of flowables below one another: of two spaces that meet, the larger is kept."""
    high, kept = 0.0, 0.0
    for one in flowables:
        high += max(one.getSpaceBefore(), kept) + one.wrap(look.WIDTH, look.HEIGHT)[1]
        kept = one.getSpaceAfter()
    return high + kept


def height_of(flowable: Flowable) -> float:
    """The height of a flowable on a page of its own, with the space that it keeps."""
    return float(flowable.wrap(look.WIDTH, look.HEIGHT)[1] + flowable.getSpaceBefore() + flowable.getSpaceAfter())


def _rating_line(line: content.RatingLine) -> Iterator[Flowable]:
    row = [paragraph(line.label, look.RATING), rated(line.rating, look.RATING)]
    lines: list[Style] = [
        ("LINEABOVE", (0, 0), (-1, 0), 0.75, look.ACCENT),
        ("LINEBELOW", (0, -1), (-1, -1), 0.75, look.ACCENT),
    ]
    yield Table([row], [0.16 * look.WIDTH, 0.84 * look.WIDTH], style=[*RULES, *lines], spaceAfter=9)


def _overall(overall: content.Overall) -> Iterator[Flowable]:
    named: list[list[Flowable | str]] = (
        [[paragraph(overall.service, look.RATING), ""]] if overall.service.strip() else []
    )
    rows: list[list[Flowable | str]] = [
        *named,
        [paragraph(overall.fieldwork, look.CELL), paragraph(overall.score, look.SCORE)],
        [paragraph(overall.label, look.CELL), rated(overall.rating, look.OVERALL)],
    ]
    style: list[Style] = [
        *RULES,
        *(("SPAN", (0, place), (-1, place)) for place in range(len(named))),
        ("VALIGN", (0, len(named)), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (0, -1), 10),
        ("BACKGROUND", (0, 0), (-1, -1), look.TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 2, look.ACCENT),
    ]
    yield Table(rows, [0.36 * look.WIDTH, 0.64 * look.WIDTH], style=style, splitInRow=1, spaceAfter=16)
