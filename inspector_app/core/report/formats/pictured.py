"""A chart as a picture: for a browser as lines and words, for word processors as points."""

import io
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import Color

from inspector_app.core import paths
from inspector_app.core.report import content
from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.chart_shapes import Box, Shape, Upright, Words, of_chart
from inspector_app.core.report.drawing.one_line import Anchor
from inspector_app.core.report.formats import said

_FINE = 3  # points of the picture to one of the page
_ANCHORS = {Anchor.START: "ls", Anchor.MIDDLE: "ms", Anchor.END: "rs"}  # as Pillow has them, on the base line


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, and how large it is."""

    data: bytes
    width: int
    height: int


def as_svg(chart: content.Chart) -> Element:
    """The chart as an element of a page, heard as the one picture with words that it is."""
    look.load_fonts()
    laid = of_chart(chart)
    made = Element("svg", viewBox=f"0 0 {laid.width:.1f} {laid.height:.1f}", role="img")
    made.set("aria-label", said.readable(chart.words))
    for shape in laid.shapes:
        _add(made, shape)
    return made


def _add(parent: Element, shape: Shape) -> None:
    match shape:
        case Box(left, top, width, height, colour):
            at = {"x": left, "y": top, "width": width, "height": height}
            SubElement(parent, "rect", {name: f"{value:.1f}" for name, value in at.items()}, fill=_hex(colour))
        case Upright(left, top, bottom, colour):
            at = {"x1": left, "y1": top, "x2": left, "y2": bottom}
            SubElement(parent, "line", {name: f"{value:.1f}" for name, value in at.items()}, stroke=_hex(colour))
        case Words():
            SubElement(parent, "text", _letters(shape)).text = said.readable(shape.text)


def _letters(words: Words) -> dict[str, str]:
    return {
        "x": f"{words.left:.1f}",
        "y": f"{words.base:.1f}",
        "font-size": f"{words.size}",
        "font-weight": "bold" if words.bold else "normal",
        "text-anchor": words.anchor,
        "fill": _hex(words.colour),
    }


def _hex(colour: Color) -> str:
    return f"#{said.colour(colour)}"


def as_png(chart: content.Chart) -> Picture:
    """The chart as a file for a document."""
    look.load_fonts()
    laid = of_chart(chart)
    picture = Image.new("RGB", (round(laid.width * _FINE), round(laid.height * _FINE)), "white")
    draw = ImageDraw.Draw(picture)
    for shape in laid.shapes:
        _paint(draw, shape)
    out = io.BytesIO()
    # Not the smallest file: to look for that takes a third of what the picture does, for two of its eleven kilobytes.
    picture.quantize(64).save(out, "PNG")
    return Picture(out.getvalue(), picture.width, picture.height)


def _paint(draw: ImageDraw.ImageDraw, shape: Shape) -> None:
    match shape:
        case Box(left, top, width, height, colour):
            if width > 0:
                draw.rectangle(_fine(left, top, left + width, top + height), _hex(colour))
        case Upright(left, top, bottom, colour):
            draw.line(_fine(left, top, left, bottom), _hex(colour), width=_FINE // 2)
        case Words():
            at = (shape.left * _FINE, shape.base * _FINE)
            letters = _font(look.BOLD if shape.bold else look.REGULAR, shape.size * _FINE)
            draw.text(at, shape.text, _hex(shape.colour), letters, _ANCHORS[shape.anchor])


def _fine(*points: float) -> tuple[float, ...]:
    return tuple(point * _FINE for point in points)


@cache
def _font(name: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(paths.resources() / "fonts" / look.FILES[name]), size)
