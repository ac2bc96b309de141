"""Where everything of a chart lies, for whatever draws it: boxes, lines and words, in points from its upper left corner."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from inspector_app.core.report import content
from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.one_line import Anchor, wide

_LETTERS, _SMALL = 9.0, 7.0
_BAR, _STEP = 12.0, 18.0  # how thick a bar is, and from one to the next
_GAP, _LINE = 8.0, 9.5  # beside a bar, and from a line of small words to the next
_EDGE = 2.0  # at either side: letters of a picture are no narrower than they are reckoned
_MOST = 0.3  # of the width, for the labels
_LEAST = 0.25  # of the width, for the bars


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float
    colour: Color


@dataclass(frozen=True, slots=True)
class Upright:
    """A line from above to below."""

    left: float
    top: float
    bottom: float
    colour: Color


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words, on its base line."""

    left: float
    base: float
    text: str
    size: float
    bold: bool = False
    anchor: Anchor = Anchor.START
    colour: Color = look.INK


Shape = Box | Upright | Words


@dataclass(frozen=True, slots=True)
class Shapes:
    """A whole chart: how large it is, and what is drawn in order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class _Room:
    left: float
    width: float
    top: float
    bottom: float

    def at(self, percent: float) -> float:
        return self.left + self.width * percent / 100


def of_chart(chart: content.Chart) -> Shapes:
    """The shapes of a chart as wide as the text. Call `look.load_fonts` first."""
    labels = [fitting(bar.label, _MOST * look.WIDTH, strong=bar.strong) for bar in chart.bars]
    left = max(_wide(label, bar.strong) for label, bar in zip(labels, chart.bars, strict=True)) + _GAP + _EDGE
    room = look.WIDTH - left - _GAP - _EDGE
    says = [fitting(bar.says, (1 - _LEAST) * room, strong=bar.strong) for bar in chart.bars]
    right = max(_wide(said, bar.strong) for said, bar in zip(says, chart.bars, strict=True)) + _GAP
    names = _names(chart.bands, (room - right) / 100)
    top = _LINE * max((len(lines) for lines in names), default=0) + 4
    plot = _Room(left, room - right, top, top + _STEP * len(chart.bars) + 3)
    shapes = (*_scale(chart.bands, names, plot), *_bars(chart, labels, says, plot))
    return Shapes(look.WIDTH, plot.bottom + _LINE + 5, shapes)


def fitting(text: str, width: float, *, strong: bool) -> str:
    """The words that have room in that width, with an ellipsis where they are not all."""
    text = look.drawable(text)
    if _wide(text, strong) <= width:
        return text
    fit = bisect_right(range(1, len(text)), width, key=lambda letters: _wide(f"{text[:letters]}…", strong))
    return f"{text[:fit].rstrip()}…"


def _wide(text: str, bold: bool, size: float = _LETTERS) -> float:
    return wide(text, look.BOLD if bold else look.REGULAR, size)


def _names(bands: Sequence[tuple[int, str]], percent: float) -> list[list[str]]:
    """The words of each band in lines that it is wide enough for; none where one has no room: the text says them too."""
    ends = [lower for lower, _ in bands[1:]] + [100]
    split = [
        _split(look.drawable(word), (end - lower) * percent) for (lower, word), end in zip(bands, ends, strict=False)
    ]
    return split if all(split) else [[] for _ in bands]


def _split(text: str, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and _wide(f"{lines[-1]} {word}", False, _SMALL) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines if all(_wide(line, False, _SMALL) <= width for line in lines) else []


def _scale(bands: Sequence[tuple[int, str]], names: list[list[str]], plot: _Room) -> Iterator[Shape]:
    starts = [lower for lower, _ in bands] or [0]
    for place, (lower, end) in enumerate(zip(starts, [*starts[1:], 100], strict=True)):
        if place % 2 == 0:
            width = plot.at(end) - plot.at(lower)
            yield Box(plot.at(lower), plot.top, width, plot.bottom - plot.top, look.TINT)
    for lower, lines in zip(starts, names, strict=False):
        end = next((other for other in starts if other > lower), 100)
        for place, line in enumerate(reversed(lines)):
            base = plot.top - 4 - place * _LINE
            yield Words(plot.at((lower + end) / 2), base, line, _SMALL, anchor=Anchor.MIDDLE, colour=look.MUTED)
    for tick in sorted({0, 100, *starts}):
        yield Upright(plot.at(tick), plot.top, plot.bottom + 2, look.EMPTY)
        base = plot.bottom + 2 + _LINE
        yield Words(plot.at(tick), base, f"{tick}%", _SMALL, anchor=Anchor.MIDDLE, colour=look.MUTED)


def _bars(chart: content.Chart, labels: list[str], says: list[str], plot: _Room) -> Iterator[Shape]:
    for place, (bar, label, said) in enumerate(zip(chart.bars, labels, says, strict=True)):
        top = plot.top + place * _STEP + (_STEP - _BAR + 3) / 2
        base = top + _BAR - 2.5
        yield Words(plot.left - _GAP, base, label, _LETTERS, bar.strong, Anchor.END)
        yield Box(plot.left, top, plot.width * min(max(bar.percent, 0), 100) / 100, _BAR, look.ACCENT)
        yield Words(plot.left + plot.width + _GAP + _GAP, base, said, _LETTERS, bar.strong)
