"""What Qt's layouts leave to be done by hand."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and destroy it; it is out of sight at once."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def tab_through(stops: Iterable[QWidget]) -> None:
    """Let Tab go through these in this order; Qt's own is that in which they were made."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def stops_in(inside: QWidget) -> list[QWidget]:
    """Where Tab stops inside a widget, in the order in which they were made; the list of a drop-down is another window."""
    held = [w for w in inside.findChildren(QWidget) if w.window() is inside.window()]
    return [w for w in held if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None]
