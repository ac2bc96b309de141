"""What of the whole inspection is worth a look, with the way to where it is put right. Away while there is nothing."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.rating.unknown import UnknownRating
from inspector_app.core.services.safekeeping.backups import SecondCopy
from inspector_app.core.services.safekeeping.rehearsing import Rehearsal
from inspector_app.core.words import say
from inspector_app.ui.places.week.board_cards import BoardCard
from inspector_app.ui.words import reminders as words


class ToCheckCard(BoardCard):
    """Signals `asked` with the page on which something is put right, and None: the page as it was left."""

    asked = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("To check"), parent)
        self._ratings: Sequence[UnknownRating] = ()
        self._overdue: Sequence[str] = ()
        self._show()

    def set_ratings(self, ratings: Sequence[UnknownRating]) -> None:
        """Name these ratings, which count as none."""
        self._ratings = ratings
        self._show()

    def set_safeguards(self, copy: SecondCopy, rehearsal: Rehearsal, now: datetime) -> None:
        """Say which of them is overdue."""
        self._overdue = words.overdue(copy, rehearsal, now)
        self._show()

    def _show(self) -> None:
        self.clear()
        self._part([words.rating(rating) for rating in self._ratings], "ratings", say("Go to the ratings"))
        self._part(self._overdue, "restore", say("Go to backups and restore"))
        self.setHidden(not (self._ratings or self._overdue))

    def _part(self, said: Sequence[str], page: str, way: str) -> None:
        for sentence in said:
            self.say(sentence, "")
        if said:
            self.offer(way, way).clicked.connect(lambda: self.asked.emit(page, None))
