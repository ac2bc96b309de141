"""What Qt's layouts leave to be done by hand."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from inspector_app.ui.look import sizes, theme


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and destroy it; it is out of sight at once."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def column(part: QWidget, most: int = sizes.COLUMN) -> QHBoxLayout:
    """A part at the left of its room, no wider than `most` (px at 100%): so broad a text is still read with ease."""
    across = QHBoxLayout()
    part.setMaximumWidth(theme.px(most))
    across.addWidget(part, 1)
    across.addStretch(0)
    return across


def tab_through(stops: Iterable[QWidget]) -> None:
    """Let Tab go through these in this order; Qt's own is that in which they were made."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def tab_in_place(inside: QWidget) -> None:
    """Let Tab come to what was made inside a widget later where the widget stands, and not behind the whole window."""
    before = inside.previousInFocusChain()
    while before is not None and before is not inside and not _stops(before, inside):
        before = before.previousInFocusChain()
    tab_through([*([before] if before is not None else []), *stops_in(inside)])


def _stops(widget: QWidget, beside: QWidget) -> bool:
    """Whether Tab stops at it, in the window of another."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.window() is beside.window()


def stops_in(inside: QWidget) -> list[QWidget]:
    """Where Tab stops inside a widget, in the order in which they were made; the list of a drop-down is another window."""
    held = [w for w in inside.findChildren(QWidget) if w.window() is inside.window()]
    return [w for w in held if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None]
