"""Drawings in buttons: before their words, in the colour of the words. One stands for nothing that the words do not say."""

from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon

B = TypeVar("B", bound=QPushButton)


def ink(button: QPushButton) -> str:
    """The colour of what is written on a button, which goes by its role."""
    c = theme.colours()
    if not button.isEnabled():
        return c.quiet
    plain = {"plain": c.text, "listed": c.text, "tool": c.text, "chip": c.text}
    if button.property("role") == "strip-tab":
        return c.text if button.isChecked() else c.strip_quiet
    return {"primary": c.on_accent, "careful": c.error, **plain}.get(str(button.property("role")), c.accent)


def small(button: B) -> B:
    """Let a button be of the lesser size, in a column beside something, and return it."""
    button.setProperty("small", True)
    return button


def fold(button: B, *, opened: bool) -> B:
    """Draw before the words of a button whether what it unfolds is open: the tip points to it, or to the words."""
    return draw(button, "chevron-black" if opened else "after")


def draw(button: B, name: str) -> B:
    """Put the drawing of that name (resources/icons) before the words of a button that has its role, and return it."""
    quiet = button.property("role") in ("plain", "listed")
    side = theme.px(sizes.PICTURE)
    colour = theme.colours().quiet if quiet else ink(button)
    button.setIcon(icon(name, colour, side, button.devicePixelRatioF()))
    button.setIconSize(QSize(side, side))
    return button
