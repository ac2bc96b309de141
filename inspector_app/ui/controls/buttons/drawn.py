"""Drawings in buttons: before their words, in the colour of the words. One stands for nothing that the words do not say."""

from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from inspector_app.ui.controls.flow import beside
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import before_words

DRAWING = "drawing"  # of a button: the name of what `draw` put before its words, drawn anew where it has another role
FOLDED_OUT = "folded_out"  # of a button, whether what it unfolds is open; with a name, it is so again in another look
B = TypeVar("B", bound=QPushButton)


def ink(button: QPushButton) -> str:
    """The colour of what is written on a button, which goes by its role."""
    c = theme.colours()
    if not button.isEnabled():
        return c.off
    drawn = c.text if button.property("drawn") else c.accent
    plain = {"plain": drawn, "slight": drawn, "listed": c.text, "tool": c.text, "chip": c.text}
    if button.property("role") == "strip-tab":
        return c.text if button.isChecked() else c.strip_quiet
    return {"primary": c.on_accent, "careful": c.error, **plain}.get(str(button.property("role")), c.accent)


def small(button: B) -> B:
    """Let a button be of the lesser size, in a column beside something, and return it."""
    button.setProperty("small", True)
    return button


def fold(button: B, *, opened: bool) -> B:
    """Draw before the words of a button whether what it unfolds is open: the tip points to it, or to the words."""
    button.setProperty(FOLDED_OUT, opened)
    return draw(button, "chevron-black" if opened else "after")


def draw(button: B, name: str) -> B:
    """Put the drawing of that name (resources/icons) before the words of a button that has its role, and return it."""
    button.setProperty(DRAWING, name)
    quiet = button.property("role") in ("plain", "listed")
    return put(button, name, theme.colours().quiet if quiet else ink(button))


def dress(button: B, role: str) -> B:
    """Give a button another role, with what `draw` put before its words in the colour of that, and return it."""
    theme.role(button, role)
    name = button.property(DRAWING)
    return draw(button, str(name)) if name else button


def dots(button: B, name: str) -> B:
    """Let a button be the three dots behind which the rest is, called by that name, and return it; never alone on a line."""
    theme.role(beside(button), "tool").setFixedSize(theme.px(sizes.BUTTON_SMALL), theme.px(sizes.BUTTON_SMALL))
    button.setAccessibleName(name)
    return draw(button, "more")


def put(button: B, name: str, colour: str, side: int = sizes.PICTURE) -> B:
    """Likewise, in this colour and as wide as that (px at 100%); words, where there are any, stand off it."""
    across, gap = theme.px(side), theme.px(sizes.TIGHT) if button.text() else 0
    button.setIcon(before_words(name, colour, across, gap, button.devicePixelRatioF()))
    button.setIconSize(QSize(across + gap, across))
    button.setProperty("drawn", True)  # a quiet button without a drawing is known by the colour of its words
    return button
