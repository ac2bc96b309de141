"""Where somebody is on the week board."""

from dataclasses import dataclass

from inspector_app.ui.places.week.board_head import EVERYBODY


@dataclass(frozen=True, slots=True)
class WeekPlace:
    """Where somebody was: the event in hand, the day, how far it was scrolled, the week and whose; which event is open."""

    event: str
    day: str
    scroll: tuple[int, int]
    week: str = ""
    whose: str = EVERYBODY
    opened: str = ""
