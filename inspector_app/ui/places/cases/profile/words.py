"""What the profile of the sample says."""

from inspector_app.core.domain.by_question import Total
from inspector_app.core.domain.cases.case_facts import FEW
from inspector_app.core.rating.breakdown import Breakdown, Part, percent, share
from inspector_app.core.words import count, later, say

TEAM = (
    f"For the inspection team only: numbers under {FEW}, marked ▾, could point to a child. "
    "The copies of the panel and the lead have what may be shared outside the team; the service’s copy has none of it."
)
OUTSIDE = later("As it may be shared outside")
NOTHING = later("The facts of each case are on its page ({key}).")
CASELOAD = later("The service’s caseload")
HOW = later("A value and a number in each line, such as: community sentence 41")


def cases(part: Part, one: Breakdown) -> str:
    """How many, with their share."""
    return say("{cases} ({percent}%)", cases=part.cases, percent=share(part.cases, one.cases) or 0)


def caseload(part: Part, one: Breakdown) -> str:
    """The same of the service's caseload; "" where it is not given or not told."""
    if part.caseload is None or not one.caseload:
        return ""
    return say("service {cases} ({percent}%)", cases=part.caseload, percent=share(part.caseload, one.caseload) or 0)


def spoken(one: Breakdown, part: Part) -> str:
    """A line as a screen reader says it."""
    said = f"{one.title}, {part.value or say('others together')}: {part.cases}"
    if part.cases < FEW:
        said += ", fewer than five: for the team alone"
    beside = caseload(part, one)
    return f"{said}; {beside}" if beside else said


def rate_spoken(question: str, called: str, total: Total | None, *, outside: bool) -> str:
    """The same as a screen reader says it."""
    if total is None or not total.of:
        return say("{question}, {part}: nothing judged, or not shown", question=question, part=called)
    if outside:
        return say("{question}, {part}: {percent}% Yes", question=question, part=called, percent=percent(total) or 0)
    return say("{question}, {part}: {yes} Yes of {of}", question=question, part=called, yes=total.yes, of=total.of)


def unread(lines: list[str]) -> str:
    """Lines of the caseload that count for nothing."""
    return count(
        len(lines), "{n} line is not counted: {first}", "{n} lines are not counted: {first}, …", first=lines[0]
    )
