"""The one table of sizes, in pixels at 100%: text, weights, spaces, corners, edges and heights (tests/ui/test_sizes.py).

Widgets ask for them through theme.px, so that they follow the zoom; the stylesheet is made from them.
"""

from typing import NamedTuple

# Text: four sizes, three weights.
SMALL, BODY, HEADING, TITLE = 13, 15, 18, 24
PANEL_SMALL, PANEL_BODY, PANEL_HEADING, PANEL_TITLE = 18, 21, 25, 34  # the same at 140%, to be read across a table
READING, STRONG, HEADLINE = 400, 600, 700  # HEADLINE at HEADING and TITLE alone

# Spaces are steps of one grid.
STEP = 4
TIGHT, CLOSE, NEAR, APART, FAR, PAGE = (n * STEP for n in range(1, 7))
HAIR = 2  # half a step: between lines that are one thing

# Where a page is put together otherwise (look/layout.py): of the window, divided by the zoom.
NARROW, WIDE = 1200, 1800  # under it is narrow; from it on is wide
LOW, SHORT, TALL = 480, 700, 900  # under it only what is judged has room; up to it is short; from it on is tall
COLUMN = 520  # some 80 characters of text to read: no column of it is wider

# Corners and edges.
ROUND = 4  # buttons, cards, fields, messages
ROUND_SMALL = 3  # chips, checks
EDGE = 1
STRESS = 2  # today, and what is suggested
HERE = 4  # the bar at the left of where one is
RING, RING_CONTRAST = 2, 3  # what has the keyboard
RING_AWAY = 2  # between a ring and what it is about


class Height(NamedTuple):
    """How high something is in a window of the usual height, and in one of at most 700."""

    usual: int
    short: int


# Heights.
STRIP = Height(40, 32)
CASE_BAR = Height(52, 44)
BUTTON, BUTTON_SMALL = 32, 28
FIELD = 32
ANSWER, ANSWER_WIDE = Height(30, 28), Height(54, 48)
JUDGEMENT, JUDGEMENT_WIDE = Height(36, 30), Height(88, 66)
PROMPT = Height(48, 44)
ROW = Height(28, 24)
POPUP_ROW = 32
POPUP_ROWS = 12  # so many are seen whole, the others are scrolled to
MESSAGE = 40
FOOT = Height(36, 28)
CHIP = 22
CHECK = 16
SIGN, PICTURE = 12, 16  # a drawn shape beside words; an icon in a button
BAR = 8  # progress and shares
REASON = 18  # the line kept free under a field for what is wrong with it
SCROLL = 12
TARGET = 24  # nothing that acts is smaller, in either direction

# How wide a box is, by what it holds, and a list beside something.
BOX_KEY, BOX_NUMBER, BOX_SHORT, BOX_DAY, BOX_FIGURES = 48, 80, 120, 148, 170
BOX_NAME, BOX_LONG = 220, 260
SIDE_LIST = 248
LIST_LEAST = 320  # as high as a list over the page is at least
FORM, WIDEST = 760, 1000  # a page of one column; lists that are read across
BROAD = (
    1528  # what stands beside a list is no broader, which fills a window of 1920: its lines would be too long to read
)
LENGTH = (8, 12)  # one of the three that say how thin evidence is: its width and height
ANY = 16_777_215  # Qt's own limit to a size: none of ours
