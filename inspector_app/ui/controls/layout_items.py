"""What PySide would keep of a layout that is put into another. Before the first painting: it needs little of Qt."""

import gc
from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QSpacerItem, QWidgetItem
from shiboken6 import createdByPython, invalidate


def let_go() -> None:
    """Let no layout keep what Qt makes for the parts of a layout that is put into it. Called once, before any is made.

    PySide wraps each of these items as a child of the layout around. Qt deletes them with their widgets and tells nobody,
    so that whatever Python makes later at the address of one has two wrappers there: the program ended in the middle of
    `QListWidget.clear()`, one time in ten where memory is soon used again (`tests/ui/test_layouts.py`).
    """
    for kind, names in ((QBoxLayout, ("addLayout", "insertLayout")), (QGridLayout, ("addLayout",))):
        for name in names:
            setattr(kind, name, _keeping_none(getattr(kind, name)))


def _keeping_none(add: Callable[..., None]) -> Callable[..., None]:
    """Without `functools.wraps`: to be asked for its docstring, PySide reads all that it knows of signatures."""

    def put_into(around: QLayout, *what: object, **how: object) -> None:
        add(around, *what, **how)
        for held in gc.get_referents(around):
            if isinstance(held, QWidgetItem | QSpacerItem) and not createdByPython(held):
                invalidate(held)

    return put_into
