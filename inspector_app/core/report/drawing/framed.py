"""Tables and lines whose edges and grounds are decoration to whoever hears the page."""

from typing import Any

from reportlab import platypus
from reportlab.platypus import CondPageBreak, Flowable

from inspector_app.core.report.drawing.tagged import tagged

_AS_REPORTLAB: Any = platypus.Table


class Table(platypus.Table):
    """A table; a header row that is drawn again on a further page is decoration too (right_to_left.Paragraph)."""

    repeatRows: int  # noqa: N815  ReportLab's own name
    _cellvalues: Any  # and this has no type there
    is_contents = False  # of lines that lead to pages, and no table to be heard
    _calculated_at: float | None = None

    def _calc(self, availWidth: float, availHeight: float) -> None:  # noqa: N803  ReportLab's own names
        """Its heights, once for a width: it is asked where it is measured, set and split, and no row of ours hangs on the
        height that is left."""
        if self._calculated_at != availWidth:
            _AS_REPORTLAB._calc(self, availWidth, availHeight)
            self._calculated_at = availWidth

    def _drawBkgrnd(self) -> None:  # noqa: N802  ReportLab's own name
        self._decorated(lambda: _AS_REPORTLAB._drawBkgrnd(self))

    def _drawLines(self) -> None:  # noqa: N802  ReportLab's own name
        self._decorated(lambda: _AS_REPORTLAB._drawLines(self))

    def _decorated(self, draw: Any) -> None:
        canvas = tagged(self.canv)
        if canvas is None:
            draw()
            return
        canvas.decorate()
        draw()
        canvas.end()


class Stroke(platypus.HRFlowable):
    """A line across."""

    def draw(self) -> None:
        """Draw it as decoration."""
        canvas = tagged(self.canv)
        if canvas is not None:
            canvas.decorate()
        super().draw()
        if canvas is not None:
            canvas.end()


class Together(CondPageBreak):
    """Room for so much, of which `first` is set next; the footnotes it leads to need theirs on the same page."""

    def __init__(self, height: float, first: Flowable | list[Flowable]) -> None:
        super().__init__(height)
        self.first = first


class Chapter(CondPageBreak):
    """A new page for a section, unless so much of the page is free; footnotes at its foot fill no page."""


class Head(CondPageBreak):
    """Room for a heading and what it must not stand without; a page may end before it."""
