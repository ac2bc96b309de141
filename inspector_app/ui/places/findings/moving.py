"""A text that goes to another place of its list, or to another owner, by key or drawn there."""

from collections.abc import Callable
from typing import Any

from inspector_app.core.services.results import findings
from inspector_app.core.services.results.findings import Owner
from inspector_app.core.words import later, say
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.page import Page
from inspector_app.ui.places.findings.desk import FindingsDesk
from inspector_app.ui.places.findings.texts.text_item import TextItem

_HEADING_GONE = later("Nothing is left to this owner, whose heading is gone: {owner}.")
Try = Callable[[Callable[..., Any]], Any]  # does something to the workspace; None where it was refused, which is told
_FURTHEST = {
    -1: later("It cannot be moved up: there is nothing above it."),
    1: later("It cannot be moved down: there is nothing below it."),
}


class Moving:
    """Moves the texts of a desk. Everything typed is on disk before."""

    def __init__(self, page: Page, desk: FindingsDesk, try_: Try) -> None:
        self._page, self._desk, self._try = page, desk, try_
        desk.sheet.placed.connect(self.place)
        desk.sheet.given.connect(self.give)

    def place(self, entity: str, text: str, by: int) -> None:
        """A text was drawn to another place of its list; where it stands now is told, with the way back."""
        if self._page.flush() and self._try(lambda w: findings.move(w, entity, text, by)):
            self._tell(text)

    def give(self, entity: str, text: str, to: str, place: int) -> None:
        """What is recommended was drawn to another owner, where so many of theirs stand above it."""
        if not self._page.flush():
            return
        before = self._try(lambda w: findings.owner_of(w, entity, text))
        if self._try(lambda w: findings.give(w, entity, text, to, place)):
            self._tell(text, to, before)

    def move(self, item: TextItem | None, by: int) -> None:
        """Move a text, in which the cursor stays; past the end of its owner's it is the next owner's."""
        if item is None or not self._page.flush():
            return
        entity, text = item.entity, item.row.id
        before = self._try(lambda w: findings.owner_of(w, entity, text))
        moved = self._try(lambda w: findings.move(w, entity, text, by))
        self._desk.sheet.enter_words(text)
        if moved is False:
            tell(self._page, _FURTHEST[by].say())
        elif moved:
            now = self._try(lambda w: findings.owner_of(w, entity, text))
            self._tell(text, now.name if now and before and now.name != before.name else None, before)

    def _tell(self, text: str, to: str | None = None, before: Owner | None = None) -> None:
        """Be in the text, and say where it stands now; to whom it was given, if it was, and whether who had it has more."""
        self._desk.sheet.enter_words(text)
        item = self._desk.sheet.item_in_hand()
        if item is not None:
            item.begin_step()
            said = say("Moved: it is now {name}.", name=item.name[:1].lower() + item.name[1:])
            whose = say("Owner: {owner}.", owner=to or say("no name yet")) if to is not None else ""
            alone = to is not None and before is not None and before.number == 1
            gone = _HEADING_GONE.say(owner=before.name or say("no name yet")) if before and alone else ""
            tell(self._page, " ".join(filter(None, (said, whose, gone))), self._page.undo_of(item.entity, item.row.id))
