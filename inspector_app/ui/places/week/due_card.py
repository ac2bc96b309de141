"""What is due by when, with the way to the page that it is on. Away while nothing is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.days import when
from inspector_app.core.services.fieldwork.due import Due
from inspector_app.core.words import count, say
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.page import Item
from inspector_app.ui.places.week.board_cards import BoardCard


class DueCard(BoardCard):
    """Signals `asked` with the page on which something is, and what to go to there."""

    asked = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Due"), parent)
        self.hide()

    def set_dates(self, dates: Sequence[Due], today: date) -> None:
        """Name these, the soonest first; what is past says so."""
        self.clear()
        side = QSize(*(theme.px(sizes.PICTURE),) * 2)
        for due in dates:
            late = date.fromisoformat(due.day) < today
            colour = theme.colours().warn if late else theme.colours().quiet
            sign = icon("week", colour, side.width(), self.devicePixelRatioF())
            self.row(sign, _what(due), _when(due.day, late=late)).clicked.connect(lambda _=False, d=due: self._go(d))
        self.setHidden(not dates)

    def _go(self, due: Due) -> None:
        if due.of == "point":
            self.asked.emit("accuracy", None)
        else:
            self.asked.emit("findings", Item("recommendation", due.id))


def _what(due: Due) -> str:
    if due.of == "point":
        return say("The service’s points on factual accuracy")
    return count(due.number, "{n} recommendation", "{n} recommendations")


def _when(day: str, *, late: bool) -> str:
    said = when.day(date.fromisoformat(day))
    return say("was due {day}", day=said) if late else say("due {day}", day=said)
