"""A text that goes to another place of its list, by key or drawn there."""

from collections.abc import Callable
from typing import Any

from inspector_app.core.services.results import findings
from inspector_app.core.words import say
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.page import Page
from inspector_app.ui.places.findings.desk import FindingsDesk
from inspector_app.ui.places.findings.text_item import TextItem

Try = Callable[[Callable[..., Any]], Any]  # does something to the workspace; None where it was refused, which is told


class Moving:
    """Moves the texts of a desk. Everything typed is on disk before."""

    def __init__(self, page: Page, desk: FindingsDesk, try_: Try) -> None:
        self._page, self._desk, self._try = page, desk, try_

    def place(self, entity: str, text: str, by: int) -> None:
        """A text was drawn to another place of its list; where it stands now is told, with the way back."""
        if not self._page.flush() or not self._try(lambda w: findings.move(w, entity, text, by)):
            return
        self._desk.sheet.enter_words(text)
        if (item := self._desk.sheet.item_in_hand()) is not None:
            self._tell(item)

    def move(self, item: TextItem | None, by: int) -> None:
        """Move a text, in which the cursor stays."""
        if item is not None and self._page.flush():
            if self._try(lambda w: findings.move(w, item.entity, item.row.id, by)):
                self._tell(item)
            self._desk.back_to_text()

    def _tell(self, item: TextItem) -> None:
        item.begin_step()
        moved = say("Moved: it is now {name}.", name=item.name[:1].lower() + item.name[1:])
        tell(self._page, moved, self._page.undo_of(item.entity, item.row.id))
