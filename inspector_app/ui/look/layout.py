"""How pages are put together at a size of the window. Width and height are judged apart, in pixels divided by the zoom."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QSize

from inspector_app.ui.look import sizes, theme


class Across(Enum):
    """How wide the window is."""

    NARROW = auto()
    USUAL = auto()
    WIDE = auto()


class Down(Enum):
    """How high the window is."""

    LOW = auto()  # a small window with large letters
    SHORT = auto()
    MEDIUM = auto()
    TALL = auto()


class Layout(NamedTuple):
    """What a page is laid out by: another one only beyond a threshold, so that dragging an edge does not flicker."""

    across: Across
    down: Down

    @property
    def short(self) -> bool:
        """Whether bars and rows have their lesser height (sizes.Height)."""
        return self.down in (Down.LOW, Down.SHORT)


def layout_of(window: QSize) -> Layout:
    """The layout for a window of that size, at the present zoom."""
    return Layout(_across(window.width()), _down(window.height()))


def _across(width: int) -> Across:
    if width < theme.px(sizes.NARROW):
        return Across.NARROW
    return Across.WIDE if width >= theme.px(sizes.WIDE) else Across.USUAL


def _down(height: int) -> Down:
    if height < theme.px(sizes.LOW):
        return Down.LOW
    if height <= theme.px(sizes.SHORT):
        return Down.SHORT
    return Down.TALL if height >= theme.px(sizes.TALL) else Down.MEDIUM
