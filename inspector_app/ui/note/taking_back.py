"""Undo and redo inside a note: a burst of typing at a time, where there is one; else it is the item's last step.

What undo puts back is typed text like any other, and saved as such. A burst that was saved in a step which is over is taken
back together with that step, and the rest of the step is written anew.
"""

from typing import Protocol

from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.live_figures import in_words
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Expected
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.bursts import Back
from inspector_app.ui.note.saving import shown
from inspector_app.ui.words import undone


class Steps(Protocol):
    """How a page takes back whole steps of an item."""

    def next_undone(self, entity: str, entity_id: str) -> tuple[Edit, ...]:
        """What undo of the item would write. Expected: as undo."""

    def take_back_step(self, entity: str, entity_id: str) -> None:
        """Undo the item's last step. Expected: as undo."""


def note_in_hand() -> NoteBox | None:
    """The note that has the focus."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, NoteBox) else None


def walk(box: NoteBox, code: str, steps: Steps | None = None) -> str:
    """Undo or redo ("undo", "redo") a burst of typing; what was done, in words; "" where none was.

    `steps`: those of the page; None where the note has no history, as a draft.
    """
    before = box.text()
    if not box.flush() or not (_back(box, steps) if code == "undo" else _forth(box)):
        return ""
    box.flush()
    figures = box.highlighter.figures
    return undone.in_note(before, box.text(), again=code == "redo", read=lambda text: in_words(text, figures))


def stands(box: NoteBox) -> object:
    """What undo or redo of a burst there would be of: another as soon as anything is typed, or the box is of another text."""
    if not Shiboken.isValid(box):  # its section, or its page, was left
        return None
    target = box.saving.target
    return target, box.text(), box.bursts.turns


def _back(box: NoteBox, steps: Steps | None) -> bool:
    back = box.bursts.back(box.text())
    if back is None or not _step_is_open(box, back, steps):
        return False
    box.walk_to(back.text, back.at)
    box.bursts.went_back()
    return True


def _forth(box: NoteBox) -> bool:
    forth = None if box.bursts.beyond else box.bursts.forth(box.text())
    if forth is None:
        return False
    box.walk_to(*forth)
    box.bursts.went_forth()
    return True


def _step_is_open(box: NoteBox, back: Back, steps: Steps | None) -> bool:
    """Whether the text before the burst can be saved without becoming what the next undo of the item takes back."""
    target = box.saving.target
    if steps is None or target is None or (back.this_step and box.saving.in_step):
        return True
    if shown(box.saving.stored) == back.step_began:  # nothing of it was saved
        return True
    try:
        if not _is_text(steps.next_undone(target.entity, target.id), target.field, back.step_began):
            return False
        box.end_session()
        steps.take_back_step(target.entity, target.id)
    except Expected:
        return False
    return True


def _is_text(edits: tuple[Edit, ...], field: str, text: Value) -> bool:
    return [(edit.field, shown(edit.value)) for edit in edits] == [(field, text)]
