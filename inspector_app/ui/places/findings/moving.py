"""A text that goes to another place of its list, or to another owner, by key or drawn there."""

from collections.abc import Callable
from typing import Any

from inspector_app.core.services.results import findings
from inspector_app.core.services.results.findings import Moved
from inspector_app.core.services.workspace import Workspace
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
        self._move(text, lambda w: findings.move(w, entity, text, by))

    def give(self, entity: str, text: str, to: str, place: int) -> None:
        """What is recommended was drawn to another owner, where so many of theirs stand above it."""
        self._move(text, lambda w: findings.give(w, entity, text, to, place))

    def move(self, item: TextItem | None, by: int) -> None:
        """Move a text, in which the cursor stays; past the end of its owner's it is the next owner's."""
        if item is not None:
            entity, text = item.entity, item.row.id
            self._move(text, lambda w: findings.move(w, entity, text, by), furthest=_FURTHEST[by].say())

    def _move(self, text: str, by: Callable[[Workspace], Moved], furthest: str = "") -> None:
        """`furthest`: what is said where it stands at the end already, and is in hand all the same."""
        if not self._page.flush():
            return
        moved = self._try(by)
        if furthest or (moved and moved.moved):
            self._desk.sheet.enter_words(text)
        if moved and moved.moved:
            self._tell(moved)
        elif moved and furthest:
            tell(self._page, furthest)

    def _tell(self, moved: Moved) -> None:
        """Say where the text in hand stands now, to whom it was given, if it was, and whether who had it has more."""
        item = self._desk.sheet.item_in_hand()
        if item is not None:
            item.begin_step()
            said = say("Moved: it is now {name}.", name=item.name[:1].lower() + item.name[1:])
            whose = say("Owner: {owner}.", owner=_named(moved.to)) if moved.to is not None else ""
            gone = _HEADING_GONE.say(owner=_named(moved.gone)) if moved.gone is not None else ""
            tell(self._page, " ".join(filter(None, (said, whose, gone))), self._page.undo_of(item.entity, item.row.id))


def _named(owner: str) -> str:
    return owner or say("no name yet")
