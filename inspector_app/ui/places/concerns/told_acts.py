"""Who was told of a concern is added and deleted, and undo from the line for the next one takes either back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector_app.core.domain.cases.concern import concern_of
from inspector_app.core.domain.fields import INFORMED
from inspector_app.core.errors import Expected
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.telling import Offer, refuse, tell, tried
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.page import Page
from inspector_app.ui.places.concerns.concern_card import ConcernCard


class ToldActs:
    """For a page with these cards, by the id of their concern; `show` reads and shows them again."""

    def __init__(
        self, page: Page, workspace: Workspace, cards: Mapping[str, ConcernCard], show: Callable[[], None]
    ) -> None:
        self._page, self._workspace, self._cards, self._show = page, workspace, cards, show
        self._added = ""  # the line that was added last

    def add(self, concern_id: str, whom: str, day: str, time: str) -> None:
        """Add a line; the cursor goes to the next one, where undo takes this one back."""
        new = self._cards[concern_id].people.new
        try:
            self._added = concerns.tell(self._workspace, concern_id, whom, day, time)
        except Expected as error:
            refuse(new, error)
        else:
            tried(new, new.forget)
            hold(new, INFORMED.code, self._added)
            new.whom.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def delete(self, informed_id: str) -> None:
        """Delete a line; the cursor goes to the next one, where undo brings this one back."""
        card = self._cards[concern_of(informed_id)]
        self._added = ""
        if tried(card, lambda: concerns.delete_told(self._workspace, informed_id)):
            self._show()
            hold(card.people.new, INFORMED.code, informed_id)
            card.people.new.whom.setFocus(Qt.FocusReason.OtherFocusReason)
            undo = Offer(actions.command("undo").text, lambda: self._page.invert("undo", INFORMED.code, informed_id))
            tell(self._page, say("The line on who was told is deleted."), undo)

    def take_back(self, informed_id: str) -> bool:
        """Delete the line that was added last, where one is still on the line for the next. False for any other."""
        new, focus = self._cards[concern_of(informed_id)].people.new, QApplication.focusWidget()
        if informed_id != self._added or focus is None or not new.isAncestorOf(focus):
            return False
        self.delete(informed_id)
        return True
