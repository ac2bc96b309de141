"""The sign before a point in the list: how it stands, seen before it is read."""

from inspector_app.core.domain.panel.accuracy import PointRow
from inspector_app.ui.controls.lists.lined import CONTESTED, OPEN
from inspector_app.ui.look import theme


def sign(row: PointRow) -> tuple[str, str]:
    """The sign of a point (controls/lined.py) and its colour: contested, open, waiting for a second person, signed."""
    c = theme.colours()
    if row.contested:
        return CONTESTED, c.contested
    if not row.decided:
        return OPEN, c.border
    return ("saved", c.yes) if row.signed_off else ("person", c.accent)
