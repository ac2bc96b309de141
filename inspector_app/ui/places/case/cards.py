"""What asks for a reason or a person before the case moves on: each opens in the place of the note."""

from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from inspector_app.ui.places.case.beside.side import Side
from inspector_app.ui.places.case.open_review import ACCEPT_OWN, REOPEN, TAKEOVER
from inspector_app.ui.places.case.review_cards import (
    AskSomebody,
    GiveReason,
    ReturnCase,
    ReviewCard,
    help_with,
    second_marking,
)

_Kind = TypeVar("_Kind", bound=ReviewCard)
_CARDS = {
    "take-over": "take_over", "reopen": "reopen", "accept": "accept_own", "return": "return_case",
    "ask-help": "ask_help", "ask-second": "ask_second",
}  # fmt: skip


class ReviewCards(QObject):
    """One of each, made when it is first wanted: on most cases none is. What is written in one stays until it is sent.

    Signals `made` with the act and its card, which is to be filled then.
    """

    made = Signal(str, object)

    def __init__(self, side: Side) -> None:
        super().__init__(side)
        self._side = side
        self.all: list[ReviewCard] = []  # that were made

    @cached_property
    def take_over(self) -> GiveReason:
        """Asks why the case is taken over."""
        return self._add("take-over", GiveReason(TAKEOVER, "Take this case over", "Take it over", self._side))

    @cached_property
    def reopen(self) -> GiveReason:
        """Asks why an accepted case is opened again."""
        return self._add("reopen", GiveReason(REOPEN, "Reopen this case", "Reopen it", self._side))

    @cached_property
    def accept_own(self) -> GiveReason:
        """Asks why somebody accepts a case that they judged."""
        return self._add("accept", GiveReason(ACCEPT_OWN, "Accept this case", "Accept it", self._side))

    @cached_property
    def return_case(self) -> ReturnCase:
        """Asks what is to be looked at again."""
        return self._add("return", ReturnCase(self._side))

    @cached_property
    def ask_help(self) -> AskSomebody:
        """Asks who helps."""
        return self._add("ask-help", help_with(self._side))

    @cached_property
    def ask_second(self) -> AskSomebody:
        """Asks who marks the case second."""
        return self._add("ask-second", second_marking(self._side))

    def _add(self, code: str, card: _Kind) -> _Kind:
        self._side.add(code, card)
        self.all.append(card)
        self.made.emit(code, card)
        return card

    @staticmethod
    def has(code: str) -> bool:
        """Whether an act opens one of them."""
        return code in _CARDS

    @staticmethod
    def asks(code: str) -> bool:
        """Whether what an act opens asks somebody."""
        return code in ("ask-help", "ask-second")

    @property
    def code(self) -> str:
        """The act whose card is there; "" for none."""
        return self._side.code if self.has(self._side.code) else ""

    @property
    def open(self) -> bool:
        """Whether one of them is there."""
        return bool(self.code)

    @property
    def asking(self) -> bool:
        """Whether one that asks somebody is there."""
        return self.asks(self._side.code)

    def show(self, code: str) -> None:
        """Open the one of an act, and go to where one writes or chooses in it."""
        card: ReviewCard = attrgetter(_CARDS[code])(self)
        self._side.open(code, card.heading.text(), headed=False)
        card.begin()

    def flush(self) -> bool:
        """Keep what is being written. False when some of it could not be."""
        kept = [card.flush() for card in self.all]
        return all(kept)  # each is kept, whatever became of the one before
