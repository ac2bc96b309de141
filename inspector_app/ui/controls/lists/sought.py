"""Letters typed in a list lead to the line that begins with them; words that lead nowhere are not lost in silence."""

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QTableWidget

from inspector_app.ui.controls.buttons.single_keys import PAUSE
from inspector_app.ui.controls.telling import nowhere

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class Sought(_View):
    """Of a list or a table, named before Qt's own class: Qt takes every letter there, whether it finds a line or not."""

    _sought, _sought_at = "", float("-inf")

    def keyboardSearch(self, search: str) -> None:
        """Say of letters that lead to no line that they went nowhere."""
        super().keyboardSearch(search)
        now = time.monotonic()
        self._sought = search if now - self._sought_at > PAUSE else self._sought + search
        self._sought_at = now
        if not str(self.currentIndex().data() or "").casefold().startswith(self._sought.casefold()):
            nowhere(self, search)


class SoughtList(Sought, QListWidget):
    """A plain list."""


class SoughtView(Sought, QListView):
    """A plain list of a model."""


class SoughtTable(Sought, QTableWidget):
    """A plain table."""
