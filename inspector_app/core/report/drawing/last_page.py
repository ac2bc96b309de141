"""What comes to the last page of a document: more than a few lines, where the page before has some to give."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from inspector_app.core.report.drawing import look

_FEW = 0.25 * look.HEIGHT  # of a page: less on the last looks like a mistake
_LEFT = 0.25 * look.HEIGHT  # so much stays on the page before
_HEAD = 2  # a heading, and where it is known by
_PAGE_TOP = look.PAGE[1] - look.TOP


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

    @property
    def top(self) -> float:
        """Where its upper edge is."""
        return self.bottom + float(self.flowable.wrap(look.WIDTH, look.HEIGHT)[1])


Page = list[Placed]


def filled(before: Page, last: Page, ends: Iterable[int]) -> tuple[Page, Page]:
    """The last two pages, of which the first gives to the last what makes it more than a few lines; else as they are.

    `ends`: where the headings of the first stand in it. Neither has a footnote.
    """
    used = _PAGE_TOP - last[-1].bottom
    if used >= _FEW:
        return before, last
    room = look.HEIGHT - used - _seen(last).flowable.getSpaceBefore()
    best = len(before)
    for end in _apart(ends):
        if 0 < end < best:
            given = before[end].top - before[-1].bottom
            if _PAGE_TOP - before[end - 1].bottom < _LEFT or given > room:
                break
            best = end
            if given + used >= _FEW:
                break
    return (before[:best], [*_from_top(before[best:], last)]) if best < len(before) else (before, last)


def _apart(heads: Iterable[int]) -> list[int]:
    """Those of headings that stand under no other, from the last: no page ends between a heading and one below it."""
    placed = sorted(heads)
    return [at for at, before in zip(placed, [-_HEAD, *placed], strict=False) if at - before > _HEAD][::-1]


def _seen(some: Sequence[Placed]) -> Placed:
    """The first that takes room: where a heading is known by stands before it, and takes none."""
    return next((one for one in some if one.top > one.bottom), some[0])


def _from_top(given: Sequence[Placed], last: Sequence[Placed]) -> Iterator[Placed]:
    up = _PAGE_TOP - _seen(given).top
    yield from (replace(one, bottom=one.bottom + up) for one in given)
    between = max(given[-1].flowable.getSpaceAfter(), _seen(last).flowable.getSpaceBefore())
    down = _PAGE_TOP - (given[-1].bottom + up - between)
    yield from (replace(one, bottom=one.bottom - down) for one in last)
