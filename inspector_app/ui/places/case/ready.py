"""The first sheet of the case page, made while a passphrase is tried: half a second in which the window has nothing to do.

Nothing on it is of an inspection. It is used once, where keys and look are still as it was made.
"""

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inspector_app.core.domain.framework import Framework
from inspector_app.ui import own_keys
from inspector_app.ui.controls.page_keys import case_hint
from inspector_app.ui.look import theme
from inspector_app.ui.look.layout import layout_of
from inspector_app.ui.places.case.sheet import CaseSheet

_MOST = 9  # prompts that a key question has, of the frameworks that come with the program
_Look = tuple[object, ...]

_made: list[tuple[_Look, CaseSheet]] = []


def make(window: QSize, owner: QObject) -> None:
    """Have a sheet ready for a window of that size, with rows for the prompts of any key question; as long as `owner`."""
    if _made and _made[0][0] == _look() and isValid(_made[0][1]):
        return
    forget()
    sheet = CaseSheet(case_hint(), layout=layout_of(window))  # in no window: else Tab would come to it before the rail
    sheet.view.have_rows(_MOST)
    owner.destroyed.connect(forget)
    _made.append((_look(), sheet))


def sheet(parent: QWidget, framework: Framework) -> CaseSheet:
    """The sheet that is ready, or else a new one, for an inspection made against that framework."""
    look, found = _made.pop() if _made else (None, None)
    if found is not None and isValid(found) and look == _look():
        found.setParent(parent)
    else:
        found = CaseSheet(case_hint(), parent)
    found.judge_by(framework)
    return found


def forget() -> None:
    """Let go of what is ready."""
    while _made:
        made = _made.pop()[1]
        if isValid(made):
            made.deleteLater()


def _look() -> _Look:
    """What tips, hints and sizes were made by."""
    return theme.name(), theme.zoom(), case_hint(), own_keys.edition()
