"""A text that goes to another place of its list, or to another owner, by key or drawn there."""

from collections.abc import Callable
from typing import Any

from inspector_app.core.services.results import findings
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
        before = self._only_text(text)
        if self._page.flush() and self._try(lambda w: findings.give(w, entity, text, to, place)):
            self._tell(text, to, before)

    def move(self, item: TextItem | None, by: int) -> None:
        """Move a text, in which the cursor stays; past the end of its owner's it is the next owner's."""
        if item is None or not self._page.flush():
            return
        owner, before = item.row.group, self._only_text(item.row.id)
        moved = self._try(lambda w: findings.move(w, item.entity, item.row.id, by))
        self._desk.sheet.enter_words(item.row.id)
        if moved is False:
            tell(self._page, _FURTHEST[by].say())
        elif moved and (now := self._desk.sheet.item_in_hand()) is not None:
            self._tell(item.row.id, now.row.group if now.row.group != owner else None, before)

    def _only_text(self, text: str) -> str | None:
        """The owner who has nothing but this text; None where they have more."""
        items = list(self._desk.sheet.items())
        owner = next((item.row.group for item in items if item.row.id == text), None)
        return owner if sum(item.row.group == owner for item in items) == 1 else None

    def _tell(self, text: str, to: str | None = None, before: str | None = None) -> None:
        """Be in the text, and say where it stands now; to whom it was given, if it was, and of whom it was all (`before`)."""
        self._desk.sheet.enter_words(text)
        item = self._desk.sheet.item_in_hand()
        if item is not None:
            item.begin_step()
            said = say("Moved: it is now {name}.", name=item.name[:1].lower() + item.name[1:])
            whose = say("Owner: {owner}.", owner=to or say("no name yet")) if to is not None else ""
            gone = (
                _HEADING_GONE.say(owner=before or say("no name yet")) if to is not None and before is not None else ""
            )
            tell(self._page, " ".join(filter(None, (said, whose, gone))), self._page.undo_of(item.entity, item.row.id))
