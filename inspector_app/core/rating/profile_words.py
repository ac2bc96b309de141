"""What is said of a profile of the sample, on the screen, on the terminal and in print alike."""

from inspector_app.core.domain.by_question import Total
from inspector_app.core.rating.breakdown import Part, percent, share
from inspector_app.core.rating.suppress import TOGETHER
from inspector_app.core.words import later, say

NONE = "–"
NOT_TOLD = later("Not shown: each part is too small.")


def called(part: Part) -> str:
    """What the cases of a part have in common."""
    return say("Others together") if part.value == TOGETHER else part.value[:1].upper() + part.value[1:]


def cases(number: int, of: int | None) -> str:
    """How many of how many, with their share."""
    return say("{cases} of {of} ({percent}%)", cases=number, of=of or 0, percent=share(number, of) or 0)


def rate(total: Total | None, *, outside: bool) -> str:
    """How often Yes, of those judged; what is told outside is the percentage alone."""
    if total is None or not total.of:
        return NONE
    if outside:
        return f"{percent(total)}%"
    return say("{yes}/{of} ({percent}%)", yes=total.yes, of=total.of, percent=percent(total) or 0)
