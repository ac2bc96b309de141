"""Letters typed in a list lead to the line that begins with them; words that lead nowhere are not lost in silence."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QTableWidget

from inspector_app.ui.controls.buttons.burst import Burst
from inspector_app.ui.controls.telling import nowhere

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class Sought(_View):
    """Of a list or a table, named before Qt's own class: Qt takes every letter there, whether it finds a line or not."""

    _sought = ""

    def keyboardSearch(self, search: str) -> None:
        """Say of letters that lead to no line that they went nowhere."""
        super().keyboardSearch(search)
        self._sought = self._sought + search if self._burst.key() else search
        if not str(self.currentIndex().data() or "").casefold().startswith(self._sought.casefold()):
            nowhere(self, search)

    @cached_property
    def _burst(self) -> Burst:
        return Burst()


class SoughtList(Sought, QListWidget):
    """A plain list."""


class SoughtView(Sought, QListView):
    """A plain list of a model."""


class SoughtTable(Sought, QTableWidget):
    """A plain table."""
