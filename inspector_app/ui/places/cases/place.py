"""Where somebody is on the list of cases."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CasesPlace:
    """Where somebody was on this page."""

    case: str
    sample: str
    mine: bool
    text: str
    stage: str = ""
    only: tuple[str, ...] = ()
    which: str = ""
    chosen: tuple[str, ...] = ()
