"""What the paper looks like: one table of colours, sizes and fonts. Lengths are in points (1/72 inch)."""

import threading
import unicodedata
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from inspector_app.core import paths
from inspector_app.core.domain.rating_inks import ON_WHITE

PAGE = A4
MARGIN = 25 * mm
TOP = 27 * mm
BOTTOM = 27 * mm
WIDTH = PAGE[0] - 2 * MARGIN
HEIGHT = PAGE[1] - TOP - BOTTOM
HEAD_LINE = PAGE[1] - 15 * mm  # of the words at the head and the foot of each page
FOOT_LINE = 14 * mm

INK = HexColor("#1d2328")
MUTED = HexColor("#525d66")  # 6.7:1 on white
ACCENT = HexColor("#1d4468")
LINE = HexColor("#c4ccd3")
TINT = HexColor("#eef2f6")
WATERMARK = HexColor("#f2f4f6")
EMPTY = HexColor("#7c8790")  # the outline of a step not reached: 3.7:1 on white

RATINGS = tuple(HexColor(colour) for colour in ON_WHITE)

REGULAR, BOLD = "NotoSans", "NotoSans-Bold"
ARABIC, ARABIC_BOLD = "NotoSansArabic", "NotoSansArabic-Bold"  # of Arabic, Persian, Urdu and others
SYMBOLS = "DejaVuSans"  # for signs Noto Sans lacks: ticks, arrows, stars; and for Hebrew
_CHAIN = (REGULAR, ARABIC, SYMBOLS)  # which of them draws a character: the first that can
FILES = {
    REGULAR: "NotoSans-Regular.ttf",
    BOLD: "NotoSans-Bold.ttf",
    ARABIC: "NotoSansArabic-Regular.ttf",
    ARABIC_BOLD: "NotoSansArabic-Bold.ttf",
    SYMBOLS: "DejaVuSans.ttf",
}
REPLACEMENT = "\ufffd"
_loading = threading.Lock()


@cache
def _loaded() -> dict[str, TTFont]:
    folder = paths.resources() / "fonts"
    fonts = {name: TTFont(name, str(folder / file)) for name, file in FILES.items()}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, REGULAR, BOLD)
    pdfmetrics.registerFontFamily(ARABIC, ARABIC, ARABIC_BOLD, ARABIC, ARABIC_BOLD)
    pdfmetrics.registerFontFamily(SYMBOLS, SYMBOLS, SYMBOLS, SYMBOLS, SYMBOLS)
    return fonts


def load_fonts() -> None:
    """Makes the shipped fonts known to ReportLab, once; reports may be made in several threads."""
    with _loading:
        _loaded()


def has_glyph(font: str, char: str) -> bool:
    """Whether a shipped font can draw a character. Call `load_fonts` first."""
    return ord(char) in _loaded()[font].face.charToGlyph


@cache
def font_of(char: str) -> str:
    """The shipped font that draws a character; that of the text where none can. Call `load_fonts` first."""
    return next((font for font in _CHAIN if has_glyph(font, char)), REGULAR)


def drawable(text: str) -> str:
    """Text on one line in which each character is one that a shipped font can draw, or the replacement sign.

    Control characters and those that turn the direction of writing are taken out: they could make words seem other
    than they are.
    """
    joined = " ".join(text.split())
    if joined.isascii() and joined.isprintable():  # the fonts have all of these
        return joined
    return unicodedata.normalize("NFC", joined).translate(_GLYPHS)


def one_font(text: str) -> bool:
    """Whether the font of the text draws all of it, or no other can. Call `load_fonts` first."""
    return all(font_of(char) == REGULAR for char in set(text))


class _Glyphs(dict[int, str]):
    """What is drawn for each character, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _glyph(chr(code))
        return found


_GLYPHS = _Glyphs()


def _glyph(char: str) -> str:
    if has_glyph(REGULAR, char) and unicodedata.category(char) not in ("Cc", "Cf"):
        return char
    # Cf and Mn: joiners, direction marks, variation selectors; alone they are nothing to see
    if unicodedata.category(char) in ("Cc", "Cf", "Mn"):
        return ""
    return char if has_glyph(font_of(char), char) else REPLACEMENT


def _style(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    ours: dict[str, Any] = {
        "fontName": REGULAR,
        "bulletFontName": REGULAR,
        "textColor": INK,
        "bulletColor": ACCENT,
        "allowWidows": 0,
        "allowOrphans": 0,
    }
    return ParagraphStyle(name, fontSize=size, leading=leading, **(ours | more))


BODY = _style("body", 10, 14.5, spaceBefore=7.5, spaceAfter=7.5)
LEAD = _style("lead", 11, 16.5, textColor=ACCENT, spaceAfter=9)
NOTE = _style("note", 8.5, 12, textColor=MUTED, spaceAfter=4)
BULLET = _style("bullet", 10, 14.5, leftIndent=14, bulletIndent=2, bulletFontSize=11, spaceAfter=4)
NUMBERED = _style("numbered", 10, 14.5, leftIndent=22, bulletIndent=2, bulletFontSize=10, spaceAfter=4)
LABEL = _style("label", 10.5, 15, fontName=BOLD, spaceBefore=10, spaceAfter=4)
HEADINGS = {
    1: _style("heading-1", 21, 27, fontName=BOLD, textColor=ACCENT, spaceBefore=26, spaceAfter=12),
    2: _style("heading-2", 14, 19, fontName=BOLD, textColor=ACCENT, spaceBefore=14, spaceAfter=6),
    3: _style("heading-3", 11, 16, fontName=BOLD, spaceBefore=8, spaceAfter=4),
}
NOTICE = _style(
    "notice",
    10,
    15,
    backColor=TINT,
    borderColor=ACCENT,
    borderWidth=0.75,
    borderPadding=8,
    leftIndent=9,
    rightIndent=9,
    spaceBefore=20,
    spaceAfter=22,
)
QUOTE = _style("quote", 10, 14.5)
QUOTE_TITLE = _style("quote-title", 10, 14.5, fontName=BOLD, textColor=ACCENT)
CELL = _style("cell", 9, 13)
CELL_FIGURE = _style("cell-figure", 9, 13, alignment=TA_RIGHT)
CELL_HEAD = _style("cell-head", 8, 11, fontName=BOLD, textColor=MUTED)
CELL_HEAD_FIGURE = _style("cell-head-figure", 8, 11, fontName=BOLD, textColor=MUTED, alignment=TA_RIGHT)
CELL_GROUP = _style("cell-group", 9.5, 13, fontName=BOLD, textColor=ACCENT)
RATING = _style("rating", 10, 13, fontName=BOLD)
RATING_CELL = _style("rating-cell", 9, 13, fontName=BOLD)
OVERALL = _style("overall", 16, 21, fontName=BOLD)
SCORE = _style("score", 16, 21, fontName=BOLD, textColor=ACCENT)
KICKER = _style("kicker", 12, 16, fontName=BOLD, textColor=MUTED, spaceAfter=10)
COVER_TITLE = _style("cover-title", 32, 39, fontName=BOLD, textColor=ACCENT, spaceAfter=8)
COVER_FRAMEWORK = _style("cover-framework", 15, 21, spaceAfter=22)
CONTENTS = {1: _style("contents-1", 10, 14, fontName=BOLD), 2: _style("contents-2", 10, 14, leftIndent=12)}
CONTENTS_PAGE = _style("contents-page", 10, 14, alignment=TA_RIGHT)
