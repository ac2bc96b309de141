"""Where each flowable comes to stand, found once and before anything is drawn: what names pages can be drawn after it.

As ReportLab's own documents set them, with one frame a page; of its actions only breaks are known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, PageBreak
from reportlab.platypus.doctemplate import LayoutError

from inspector_app.core.report.drawing import look

_FUZZ = 1e-6


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable and its lower left corner; `spare` is what it leaves of the width."""

    flowable: Flowable
    left: float
    bottom: float
    spare: float

    def draw(self, canvas: Canvas) -> None:
        """Draws it where it stands."""
        flowable: Any = self.flowable  # what it takes has no type there
        flowable.drawOn(canvas, self.left, self.bottom, _sW=self.spare)


Page = list[Placed]


def set_on_pages(flowables: Iterable[Flowable]) -> list[Page]:
    """The pages of a story, between the margins of the look. Raises LayoutError for what no page is high enough for."""
    setter = _Setter()
    for flowable in flowables:
        rest = [flowable]
        while rest:
            rest[:1] = setter.put(rest[0])
    return [page for page in setter.pages if page]


class _Setter:
    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._turn()

    def _turn(self) -> None:
        self.pages.append([])
        self._top = look.PAGE[1] - look.TOP
        self._after = 0.0  # the space that the flowable above keeps
        self._at_top = True

    def put(self, flowable: Flowable) -> list[Flowable]:
        """Places it, or what there is room for, and gives what is left."""
        if isinstance(flowable, PageBreak | CondPageBreak):
            wanted = look.HEIGHT + 1 if isinstance(flowable, PageBreak) else flowable.height
            self._after = 0.0
            if self._top - look.BOTTOM < wanted and not self._at_top:
                self._turn()
            return []
        room = self._top - look.BOTTOM - self._before(flowable)
        parts = self._fitting(flowable, room)
        if parts:
            self._place(parts[0], room)
            return parts[1:]
        if self._at_top:
            raise LayoutError(f"{type(flowable).__name__} is too high for a page")
        self._turn()
        return [flowable]

    @staticmethod
    def _fitting(flowable: Flowable, room: float) -> list[Flowable]:
        """The flowable where there is room for it, else its parts, of which the first has room; nothing where none has."""
        if room <= 0:
            return []
        if flowable.wrap(look.WIDTH, room)[1] <= room + _FUZZ:
            return [flowable]
        return list(flowable.split(look.WIDTH, room))

    def _before(self, flowable: Flowable) -> float:
        return 0.0 if self._at_top else max(flowable.getSpaceBefore() - self._after, 0.0)

    def _place(self, flowable: Flowable, room: float) -> None:
        wide, high = flowable.wrap(look.WIDTH, room)
        bottom = look.BOTTOM + room - high
        self.pages[-1].append(Placed(flowable, look.MARGIN, bottom, look.WIDTH - wide))
        self._after = flowable.getSpaceAfter()
        below = bottom - self._after
        self._at_top = self._at_top and below == self._top
        self._top = below
