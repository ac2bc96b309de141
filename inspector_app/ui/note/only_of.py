"""Undo and redo that a message offers: of what it tells, and never of what was done after."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector_app.core.words import later
from inspector_app.ui import actions
from inspector_app.ui.controls.telling import tell

_NOT = {
    "undo": later(
        "Not undone from here: something else has been done there since. In that item, {key} undoes the "
        "last thing first."
    ),
    "redo": later("Not done again: something else has been done there since."),
}


def only_of(
    teller: QWidget, code: str, stands: Callable[[], object], act: Callable[[], object]
) -> Callable[[], object]:
    """That act ("undo", "redo"), as a message offers it that stays while one goes on; `stands`: what it would be of.

    Once that is another it does nothing, which is told.
    """
    meant = stands()

    def do() -> None:
        if stands() == meant:
            act()
        else:
            tell(teller, _NOT[code].say(key=actions.keys("undo")) if code == "undo" else _NOT[code].say())

    return do
