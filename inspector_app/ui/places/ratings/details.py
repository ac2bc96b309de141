"""What stands beside the table of ratings: one standard at a time, or the way to the overall rating."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.rated import Trace
from inspector_app.core.words import say
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import stops_in
from inspector_app.ui.look import theme
from inspector_app.ui.places.ratings.standard_card import StandardCard
from inspector_app.ui.places.ratings.trace_list import TraceList


class Details(QScrollArea):
    """Cards, each made when it is first wanted, of which one is seen. A card stays as it was left."""

    def __init__(self, make: Callable[[str], StandardCard], parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self.cards: dict[str, StandardCard] = {}
        self._steps: Sequence[Trace] = ()
        self._why = ""
        self._way: Card | None = None
        self._left_out: QLabel | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = theme.role(QWidget(self), "page")
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addStretch(1)
        self.setWidget(inside)

    def card(self, ref: str) -> StandardCard:
        """The card of a standard, made now if it was not."""
        if ref not in self.cards:
            card = self.cards[ref] = self._make(ref)
            card.hide()
            self._layout.insertWidget(self._layout.count() - 1, card)
        return self.cards[ref]

    def show_standard(self, ref: str) -> None:
        """Show a standard's card alone."""
        self._show(self.card(ref))

    def show_way(self) -> None:
        """Show how the overall rating was reached."""
        if self._way is None:
            self._way = Card(say("Overall: how this was reached"), parent=self.widget())
            self._way.body.addWidget(TraceList(self._way))
            self._left_out = theme.role(text_label(self._way), "small")
            self._way.body.addWidget(self._left_out)
            self._layout.insertWidget(0, self._way)
        self._fill_way()
        self._show(self._way)

    def set_steps(self, steps: Sequence[Trace]) -> None:
        """Take the steps to the overall rating."""
        self._steps = steps
        self._fill_way()

    def set_left_out(self, said: str) -> None:
        """Take what is not rated, and why."""
        self._why = said
        self._fill_way()

    def _fill_way(self) -> None:
        if self._left_out is not None:
            self._left_out.setText(self._why)
        found = self._way.findChild(TraceList) if self._way else None
        if isinstance(found, TraceList):
            found.set_steps(self._steps)

    def _show(self, shown: QWidget) -> None:
        for card in (*self.cards.values(), *([self._way] if self._way else [])):
            card.setVisible(card is shown)
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Give the keyboard to the first thing that acts on what is shown."""
        shown = next((card for card in self.cards.values() if card.isVisible()), None)
        if shown is not None:
            next(stop for stop in stops_in(shown) if stop.isVisible()).setFocus(Qt.FocusReason.TabFocusReason)

    def scroll_to(self, value: int) -> None:
        """Scroll as far as it was, once the heights are known."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(value))
