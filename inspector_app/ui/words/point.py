"""What is pointed at on a case, in words."""

from inspector_app.core.domain.cases.completeness import Point, Rule, ToCheck
from inspector_app.core.words import count, later, say

NOTHING = later("Nothing to check: everything is answered, and every No has its evidence.")
NOT_BEGUN = later("Not begun: what is worth checking shows here once something is answered.")
ABOUT = later("These are only pointers. They never stop you, and nothing here is part of a rating.")


def where(point: Point) -> str:
    """ "2.1.1 b", or "2.1.1" for the key question itself."""
    alone = point.prompt and point.rule is not Rule.UNANSWERED
    return f"{point.question} {point.prompt}" if alone else point.question


def said(point: Point) -> str:
    """One line about a point."""
    return f"{where(point)}: {_about(point)}"


def how_many(found: ToCheck) -> str:
    """How many there are, as briefly as can be."""
    return to_mention(found) or say("nothing to check")


def to_mention(found: ToCheck) -> str:
    """What has to be said of it before the case is submitted: how many there are, or that it is not begun; "" for nothing."""
    if not found.begun:
        return say("not begun")
    return say("{number} to check", number=len(found.points)) if found.points else ""


def about(found: ToCheck) -> str:
    """What is said over the list of them."""
    if not found.begun:
        return str(NOT_BEGUN)
    return str(ABOUT if found.points else NOTHING)


def _about(point: Point) -> str:
    match point.rule:
        case Rule.NOT_BEGUN:
            return say("not begun")
        case Rule.UNANSWERED:
            return _unanswered(point)
        case Rule.CONTESTED:
            return say("contested, two people differ")
        case Rule.NO_WITHOUT_EVIDENCE:
            return say("No without a note") if point.prompt else say("No without reasons")
        case Rule.YES_OVER_NO:
            return count(
                point.of,
                "Yes, while {number} of {n} prompt are No",
                "Yes, while {number} of {n} prompts are No",
                number=point.count,
            )
        case Rule.NO_OVER_YES:
            return count(
                point.of,
                "No, while {number} of {n} prompt are Yes",
                "No, while {number} of {n} prompts are Yes",
                number=point.count,
            )
        case Rule.FOLLOW_UP:
            return count(point.count, "a follow-up is open", "{n} follow-ups are open")
        case Rule.NO_SPEAKER:
            return count(point.count, "a quotation does not say who said it", "{n} quotations do not say who said them")


def _unanswered(point: Point) -> str:
    if point.prompt is None:
        return say("no judgement yet")
    if point.count == point.of:
        return count(point.of, "the prompt is not answered", "none of the {n} prompts answered")
    return count(
        point.of,
        "{number} of {n} prompt not answered",
        "{number} of {n} prompts not answered",
        number=point.count,
    )
