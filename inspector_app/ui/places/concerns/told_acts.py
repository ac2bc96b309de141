"""Who was told of a concern is added and deleted, and undo from the line for the next one takes either back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector_app.core.domain.cases.concern import concern_of
from inspector_app.core.domain.fields import INFORMED
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.fact import as_shown
from inspector_app.ui.controls.telling import refuse, tell, tried
from inspector_app.ui.last_done import LastDone
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.page import Page
from inspector_app.ui.places.concerns.card import ConcernCard


class ToldActs:
    """For a page with these cards, by the id of their concern; `show` reads and shows them again."""

    def __init__(
        self, page: Page, workspace: Workspace, cards: Mapping[str, ConcernCard], show: Callable[[], None]
    ) -> None:
        self._page, self._workspace, self._cards, self._show = page, workspace, cards, show
        self._last = LastDone[str]()  # the line that was added, by its id

    def add(self, concern_id: str, whom: str, day: str, time: str) -> None:
        """Add a line; the cursor goes to the next one, where undo takes this one back."""
        new = self._cards[concern_id].people.new
        try:
            added = concerns.tell(self._workspace, concern_id, whom, day, time)
        except Expected as error:
            refuse(new, error)
        else:
            self._last.did(added)
            tried(new, new.forget)
            self._go_on(concern_id, added)
        self._show()

    def delete(self, informed_id: str) -> None:
        """Delete a line; the cursor goes to the next one, where undo brings this one back."""
        self._last.forget()
        if self._delete(informed_id):
            tell(
                self._page, say("The line on who was told is deleted."), self._page.undo_of(INFORMED.code, informed_id)
            )

    def invert(self, code: str, informed_id: str) -> bool:
        """Take back the line that was added last, or add it again. False for any other, or where one has gone elsewhere.

        What is taken back is a deletion in the log; undo once more must not undo that.
        """
        new, focus = self._cards[concern_of(informed_id)].people.new, QApplication.focusWidget()
        if focus is None or not new.isAncestorOf(focus):
            return False
        if code == "undo" and informed_id == self._last.of("redo"):
            self._page.failed.emit(Expected(Code.NOTHING_TO_UNDO))
            return True
        if informed_id != self._last.of(code):
            return False
        return self._take_back(informed_id) if code == "undo" else self._add_again(informed_id)

    def _take_back(self, informed_id: str) -> bool:
        whom = self._words(informed_id)
        if self._delete(informed_id):
            self._last.turned()
            self._tell(say("Undone: added: {whom}", whom=whom), "redo", informed_id)
        return True

    def _add_again(self, informed_id: str) -> bool:
        if tried(self._page, lambda: self._page.take_back_step(INFORMED.code, informed_id)):
            self._last.turned()
            self._show()
            self._go_on(concern_of(informed_id), informed_id)
            self._tell(say("Done again: added: {whom}", whom=self._words(informed_id)), "undo", informed_id)
        return True

    def _delete(self, informed_id: str) -> bool:
        card = self._cards[concern_of(informed_id)]
        done = tried(card, lambda: concerns.delete_told(self._workspace, informed_id))
        if done:
            self._show()
            self._go_on(concern_of(informed_id), informed_id)
        return done

    def _go_on(self, concern_id: str, informed_id: str) -> None:
        """The cursor goes to the line for the next; undo there is about the one that was added or deleted."""
        new = self._cards[concern_id].people.new
        hold(new, INFORMED.code, informed_id)
        new.whom.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, informed_id: str) -> str:
        held = self._workspace.editor.held(INFORMED.code, informed_id, "whom").value
        return as_shown(str(held or "")) or say("no name yet")

    def _tell(self, words: str, code: str, informed_id: str) -> None:
        again = self._page.redo_of if code == "redo" else self._page.undo_of
        tell(self._page, words, again(INFORMED.code, informed_id))
