"""What asks for a reason or a person before the case moves on: each opens in the place of the note."""

from PySide6.QtCore import QObject

from inspector_app.ui.places.case.beside.side import Side
from inspector_app.ui.places.case.open_review import ACCEPT_OWN, REOPEN, TAKEOVER
from inspector_app.ui.places.case.review_cards import GiveReason, ReturnCase, ReviewCard, help_with, second_marking


class ReviewCards(QObject):
    """One of each, made with the page: what is written in one stays until it is sent."""

    def __init__(self, side: Side) -> None:
        super().__init__(side)
        self._side = side
        self.take_over = GiveReason(TAKEOVER, "Take this case over", "Take it over", side)
        self.reopen = GiveReason(REOPEN, "Reopen this case", "Reopen it", side)
        self.accept_own = GiveReason(ACCEPT_OWN, "Accept this case", "Accept it", side)
        self.return_case, self.ask_help, self.ask_second = ReturnCase(side), help_with(side), second_marking(side)
        for code, card in self.by_code.items():
            side.add(code, card)

    @property
    def by_code(self) -> dict[str, ReviewCard]:
        """The cards, by the act that opens each."""
        return {**self.reasons, "return": self.return_case, "ask-help": self.ask_help, "ask-second": self.ask_second}

    @property
    def reasons(self) -> dict[str, GiveReason]:
        """The cards that ask for a reason, by the act it is of."""
        return {"take-over": self.take_over, "reopen": self.reopen, "accept": self.accept_own}

    @property
    def open(self) -> bool:
        """Whether one of them is there."""
        return self._side.code in self.by_code

    @property
    def asking(self) -> bool:
        """Whether one that asks somebody is there."""
        return self._side.code in ("ask-help", "ask-second")

    def show(self, code: str) -> None:
        """Open one, and go to where one writes or chooses in it."""
        card = self.by_code[code]
        self._side.open(code, card.heading.text(), headed=False)
        card.begin()

    def flush(self) -> bool:
        """Keep what is being written. False when some of it could not be."""
        kept = [card.flush() for card in self.by_code.values()]
        return all(kept)  # each is kept, whatever became of the one before
