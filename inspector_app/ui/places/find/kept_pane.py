"""Beside what is found: the searches kept under a name, each with how much it finds, and what was looked for today."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidgetItem, QVBoxLayout, QWidget

from inspector_app.core.domain.finding.search import Query
from inspector_app.core.words import count, say
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.lists.lined import Line, LinedList
from inspector_app.ui.look import sizes, theme

_QUERY = Qt.ItemDataRole.UserRole + 2
WIDE = 232  # px at 100%


class KeptPane(QFrame):
    """Signals `chosen` with a Query when somebody goes to one of them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.setFixedWidth(theme.px(WIDE))
        self.list = LinedList(say("Kept searches, and what was looked for today"), self)
        theme.role(self.list, "inside")
        self._counts: Mapping[str, int] = {}
        self._shown: tuple[object, ...] = ()
        self.hint = theme.role(text_label(self), "small")  # how one finds, for whoever is at it
        self.hint.setText(
            say(
                "Every word has to occur. “Quotation marks” keep words together; -word leaves a word out. Kept searches stay "
                "on this laptop."
            )
        )
        inside = QVBoxLayout(self)
        inside.setContentsMargins(*(sizes.EDGE,) * 4)
        inside.setSpacing(0)
        inside.addWidget(self.list, 1)
        below = QVBoxLayout()
        below.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        below.addWidget(self.hint)
        inside.addLayout(below)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    def set_counts(self, counts: Mapping[str, int], kept: Mapping[str, Query], looked: Sequence[Query]) -> None:
        """Show these with how much each finds, as far as that is known."""
        self._counts = counts
        self.show_these(kept, looked, self._chosen())

    def show_these(self, kept: Mapping[str, Query], looked: Sequence[Query], now: Query) -> None:
        """Show the kept searches and what was looked for; the one that is searched for `now` is chosen."""
        shown = (tuple(kept.items()), tuple(looked), tuple(self._counts.items()))
        if shown != self._shown:
            self._shown = shown
            self._fill(kept, looked)
        self._mark(now)

    def _fill(self, kept: Mapping[str, Query], looked: Sequence[Query]) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            if not kept:
                none = Line("", "", say("Kept searches"), beside=say("None yet"))
                self._add(say("No search is kept yet"), none, Query())
            for place, (name, query) in enumerate(kept.items()):
                head = say("Kept searches") if not place else ""
                found = self._counts.get(name)
                at = "" if found is None else f"{found:,}"
                spoken = name if found is None else f"{name}: {count(found, '{n} place', '{n} places')}"
                self._add(spoken, Line("", "", head, beside=name, at=at), query)
            for place, query in enumerate(looked):
                self._add(
                    query.text, Line("", "", say("Looked for today") if not place else "", beside=query.text), query
                )

    def _add(self, spoken: str, line: Line, query: Query) -> None:
        self.list.add(spoken, line).setData(_QUERY, query)

    def _mark(self, now: Query) -> None:
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
            for place in range(self.list.count()):
                if self.list.item(place).data(_QUERY) == now and not now.empty:
                    self.list.setCurrentRow(place)
                    return

    def _chosen(self) -> Query:
        item = self.list.currentItem()
        held = item.data(_QUERY) if item is not None else None
        return held if isinstance(held, Query) else Query()

    def _choose(self, item: QListWidgetItem) -> None:
        if not item.data(_QUERY).empty:
            self.chosen.emit(item.data(_QUERY))
