"""A chart on a page: one figure, whose words say all of it."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from inspector_app.core.report import content
from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.chart_shapes import Box, Shape, Upright, Words, of_chart
from inspector_app.core.report.drawing.one_line import draw
from inspector_app.core.report.drawing.tagged import Element, tagged

_ROOM = 4.0  # above and below


class Charted(Flowable):
    """Draws a chart as wide as the text."""

    def __init__(self, chart: content.Chart) -> None:
        super().__init__()
        self.words = look.drawable(chart.words)
        self.element: Element | None = None
        self._shapes = of_chart(chart)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its own size, with room round it."""
        return self._shapes.width, self._shapes.height + 2 * _ROOM

    def draw(self) -> None:
        """Draws it as a figure."""
        canvas = tagged(self.canv)
        if canvas is not None:
            canvas.begin(self.element)
        self.canv.saveState()
        for shape in self._shapes.shapes:
            _draw(self.canv, shape, self._shapes.height + _ROOM)
        self.canv.restoreState()
        if canvas is not None:
            canvas.end()


def _draw(canvas: Canvas, shape: Shape, high: float) -> None:
    match shape:
        case Box():
            canvas.setFillColor(shape.colour)
            canvas.rect(shape.left, high - shape.top - shape.height, shape.width, shape.height, stroke=0, fill=1)
        case Upright():
            canvas.setStrokeColor(shape.colour)
            canvas.setLineWidth(0.5)
            canvas.line(shape.left, high - shape.top, shape.left, high - shape.bottom)
        case Words():
            canvas.setFillColor(shape.colour)
            font = look.BOLD if shape.bold else look.REGULAR
            draw(canvas, (shape.left, high - shape.base), shape.text, font, shape.size, shape.anchor)
