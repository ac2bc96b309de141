"""In the menu of a note: who said the quotation that one is in, by role, and that a name in it was changed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QMenu

from inspector_app.core.domain.text import quoting
from inspector_app.core.domain.text.quoting import ROLES, Quotation
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.note.text import NoteText


def add_to(menu: QMenu, box: NoteText) -> None:
    """Offer it where the paragraph at the cursor is marked as a quotation; what it has already is ticked."""
    said = quoting.of_line(box.textCursor().block().text())
    if said is None:
        return
    who = menu.addMenu(say("Who said it"))
    other = (said.speaker,) if said.speaker and said.speaker not in ROLES else ()
    for role in (*ROLES, *other):
        its = said.speaker == role
        _tick(who, role, its, partial(_put, box, replace(said, speaker="" if its else role)))
    _tick(menu, say("Name changed"), said.changed, partial(_put, box, replace(said, changed=not said.changed)))


def _tick(menu: QMenu, words: str, its: bool, do: Callable[[], None]) -> None:
    action = menu.addAction(as_it_stands(words))
    action.setCheckable(True)
    action.setChecked(its)
    action.triggered.connect(lambda _checked: do())


def _put(box: NoteText, said: Quotation) -> None:
    block = box.textCursor().block()
    if quoting.of_line(block.text()) is not None:  # else the text has moved on
        box.change(block.position(), block.position() + block.length() - 1, quoting.with_quotation(block.text(), said))
