"""What stands beside the table of ratings: one standard at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app.ui.controls.layouts import stops_in
from inspector_app.ui.look import theme

if TYPE_CHECKING:  # it comes after the first painting
    from inspector_app.ui.places.ratings.standard_card import StandardCard

_BELOW = 2  # what lies under every card, and the room that is left


class Details(QScrollArea):
    """Cards, each made when it is first wanted, of which one is seen. A card stays as it was left."""

    def __init__(self, make: Callable[[str], "StandardCard"], parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self.cards: dict[str, StandardCard] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = theme.role(QWidget(self), "page")
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._under = QVBoxLayout()
        self._layout.addLayout(self._under)
        self._layout.addStretch(1)
        self.setWidget(inside)

    def put_under(self, widget: QWidget) -> None:
        """Show something below whichever card is seen."""
        self._under.addWidget(widget)

    def card(self, ref: str) -> "StandardCard":
        """The card of a standard, made now if it was not."""
        if ref not in self.cards:
            card = self.cards[ref] = self._make(ref)
            card.hide()
            self._layout.insertWidget(self._layout.count() - _BELOW, card)
        return self.cards[ref]

    def show_standard(self, ref: str) -> None:
        """Show a standard's card alone."""
        self._show(self.card(ref))

    def _show(self, shown: "StandardCard") -> None:
        for card in self.cards.values():
            card.setVisible(card is shown)
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Give the keyboard to the first thing that acts on what is shown."""
        shown = next((card for card in self.cards.values() if card.isVisible()), None)
        if shown is not None:
            next(stop for stop in stops_in(shown) if stop.isVisible()).setFocus(Qt.FocusReason.TabFocusReason)

    def bring_into_view(self, part: QWidget | None) -> None:
        """Show a part of what is shown, where there is one, once the heights are known; a key pressed there rates nothing."""
        if part is not None:
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(part))

    def scroll_to(self, value: int) -> None:
        """Scroll as far as it was, once the heights are known."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(value))
