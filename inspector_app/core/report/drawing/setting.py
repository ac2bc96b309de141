"""Where each flowable comes to stand, found once and before anything is drawn: what names pages can be drawn after it.

As ReportLab's own documents set them, with one frame a page; of its actions only breaks are known.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from reportlab.platypus import CondPageBreak, Flowable, PageBreak
from reportlab.platypus.doctemplate import LayoutError

from inspector_app.core.report.drawing import feet, look
from inspector_app.core.report.drawing.feet import Feet
from inspector_app.core.report.drawing.framed import Chapter, Head, Stroke, Together
from inspector_app.core.report.drawing.last_page import Page, Placed, filled
from inspector_app.core.report.drawing.right_to_left import Paragraph

_FUZZ = 1e-6
_ABOVE_FEET, _LINE = 12.0, 100.0  # the room above the footnotes of a page, and the line in it


def set_on_pages(flowables: Iterable[Flowable]) -> list[Page]:
    """The pages of a story, between the margins of the look; its footnotes are at the foot of the page that has their mark.

    Raises LayoutError for what no page is high enough for.
    """
    setter = _Setter()
    for body, known in feet.parts(flowables):
        setter.known = known
        for flowable in chain(body, _left(known)):
            rest = [flowable]
            while rest:
                rest[:1] = setter.put(rest[0])
    setter.end()
    return [page for page in setter.pages if page]


def _left(known: Feet) -> Iterator[Flowable]:
    """The footnotes that nothing led to by now, which are set as they stand."""
    while known:
        yield known.pop(next(iter(known)))


class _Setter:
    """`known`: the footnotes of what is put; each goes out of it when a page has it."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.known: Feet = {}
        self._carried: list[Paragraph] = []  # footnotes for which the page before had no room
        self._feet: list[Paragraph] = []
        self._ends: list[int] = []  # where the headings of this page stand in it
        self._turn()

    def end(self) -> None:
        """Places the last footnotes."""
        if not (self._feet or self._carried or self._feet_before) and len(self.pages) > 1 and self.pages[-1]:
            self.pages[-2:] = filled(self.pages[-2], self.pages[-1], self._ends_before)
        while self._feet or self._carried:
            self._turn()

    def _turn(self) -> None:
        if self.pages:
            self._place_feet()
        self._feet_before, self._ends_before = self._feet, self._ends
        self.pages.append([])
        self._feet, self._ends = [], []
        self._bottom = look.BOTTOM
        self._top = look.PAGE[1] - look.TOP
        self._after = 0.0  # the space that the flowable above keeps
        self._at_top = True
        self._keep(self._carried)

    def put(self, flowable: Flowable) -> list[Flowable]:
        """Places it, or what there is room for, and gives what is left."""
        if isinstance(flowable, PageBreak | CondPageBreak):
            wanted = look.HEIGHT + 1 if isinstance(flowable, PageBreak) else flowable.height
            if isinstance(flowable, Together) and wanted:
                wanted += self._high(self._feet_of(flowable.first))
            if not isinstance(flowable, Together):  # which may stand before any paragraph
                self._after = 0.0
            if isinstance(flowable, Head):
                self._ends.append(len(self.pages[-1]))
            foot = look.BOTTOM if isinstance(flowable, Chapter) else self._bottom
            if self._top - foot < wanted and not self._at_top:
                self._turn()
            return []
        room = self._top - self._bottom - self._before(flowable)
        parts = self._fitting(flowable, room)
        if not parts and self._at_top:
            parts = self._cut(flowable, room)  # its footnotes are too many for a page: they go on on the next
        if parts:
            self._place(parts[0], room)
            return parts[1:]
        if self._at_top and not self._feet:
            raise LayoutError(f"{type(flowable).__name__} is too high for a page")
        self._turn()
        return [flowable]

    def _fitting(self, flowable: Flowable, room: float) -> list[Flowable]:
        """The flowable where there is room for it and its footnotes, else its parts, of which the first has room for both;
        nothing where none has."""
        parts = self._cut(flowable, room)
        led_to = self._feet_of(parts[0]) if parts else []
        return self._cut(flowable, room - self._high(led_to)) if led_to else parts

    @staticmethod
    def _cut(flowable: Flowable, room: float) -> list[Flowable]:
        if room <= 0:
            return []
        if flowable.wrap(look.WIDTH, room)[1] <= room + _FUZZ:
            return [flowable]
        return list(flowable.split(look.WIDTH, room))

    def _before(self, flowable: Flowable) -> float:
        return 0.0 if self._at_top else max(flowable.getSpaceBefore() - self._after, 0.0)

    def _place(self, flowable: Flowable, room: float) -> None:
        wide, high = flowable.wrap(look.WIDTH, room)
        bottom = self._bottom + room - high
        self.pages[-1].append(Placed(flowable, look.MARGIN, bottom, look.WIDTH - wide))
        self._after = flowable.getSpaceAfter()
        below = bottom - self._after
        self._at_top = self._at_top and below == self._top
        self._top = below
        for mark in self._marks(flowable):
            self._carried.append(self.known.pop(mark))
        self._keep(self._carried)

    def _feet_of(self, flowable: Flowable | list[Flowable]) -> list[Paragraph]:
        return [self.known[mark] for mark in self._marks(flowable)]

    def _marks(self, flowable: Flowable | list[Flowable]) -> list[str]:
        """The marks in it of footnotes that stand nowhere yet; its words are read only while there are such."""
        return [mark for mark in dict.fromkeys(feet.marks(flowable)) if mark in self.known] if self.known else []

    def _high(self, notes: list[Paragraph]) -> float:
        """The room that they need at the foot of this page."""
        high = sum(_note_high(note) for note in notes)
        return high + _ABOVE_FEET if notes and not self._feet else high

    def _keep(self, notes: list[Paragraph]) -> None:
        """Takes from them those that have room at the foot of this page."""
        while notes and self._bottom + self._high(notes[:1]) <= self._top + self._after + _FUZZ:
            self._bottom += self._high(notes[:1])
            self._feet.append(notes.pop(0))

    def _place_feet(self) -> None:
        top = self._bottom
        if self._feet:
            top -= _ABOVE_FEET
            line = Stroke(_LINE, 0.5, color=look.LINE, hAlign="LEFT", spaceBefore=0, spaceAfter=0, lineCap="butt")
            line.wrap(look.WIDTH, look.HEIGHT)
            self.pages[-1].append(Placed(line, look.MARGIN, top + _ABOVE_FEET / 3, 0))
        for note in self._feet:
            wide, high = note.wrap(look.WIDTH, look.HEIGHT)
            self.pages[-1].append(Placed(note, look.MARGIN, top - high, look.WIDTH - wide))
            top -= _note_high(note)


def _note_high(note: Paragraph) -> float:
    return float(note.wrap(look.WIDTH, look.HEIGHT)[1] + note.getSpaceAfter())
