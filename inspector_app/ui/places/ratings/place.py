"""Where somebody was on the Ratings page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RatingsPlace:
    """Where somebody was: on which line, what was unfolded, whose cases were listed, the focus, how far it was scrolled."""

    unfolded: tuple[tuple[str, str], ...]
    listed: tuple[str, ...]
    focus: str
    scroll: int
    at: str = ""
    in_details: bool = False  # where there is room for one half alone
