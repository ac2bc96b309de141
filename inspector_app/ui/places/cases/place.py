"""Where somebody is on the list of cases."""

from dataclasses import dataclass

from inspector_app.core.domain.cases.asked import CasesAsked
from inspector_app.ui.places.cases.filter_boxes import Which


@dataclass(frozen=True, slots=True)
class CasesPlace:
    """Where somebody was on this page."""

    case: str
    sample: str = ""
    asked: Which = Which.ALL
    text: str = ""
    stage: str = ""
    only: tuple[str, ...] = ()
    which: str = ""
    chosen: tuple[str, ...] = ()
    asked_by: CasesAsked | None = None
