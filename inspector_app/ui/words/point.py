"""What is pointed at on a case, in words."""

from inspector_app.core.domain.completeness import Point, Rule

NOTHING = "Nothing to check: everything is answered, and every No has its evidence."
ABOUT = "These point something out. They never stop you, and nothing here is part of a rating."


def where(point: Point) -> str:
    """ "2.1.1 b", or "2.1.1" for the key question itself."""
    alone = point.prompt and point.rule is not Rule.UNANSWERED
    return f"{point.question} {point.prompt}" if alone else point.question


def said(point: Point) -> str:
    """One line about a point."""
    return f"{where(point)}: {_about(point)}"


def count(points: int) -> str:
    """How many there are, as briefly as can be."""
    return f"{points} to check" if points else "nothing to check"


def _about(point: Point) -> str:
    match point.rule:
        case Rule.UNANSWERED if point.prompt is None:
            return "no judgement yet"
        case Rule.UNANSWERED if point.count == point.of:
            return f"none of the {point.of} prompts answered" if point.of > 1 else "the prompt is not answered"
        case Rule.UNANSWERED:
            return f"{point.count} of {point.of} prompts not answered"
        case Rule.CONTESTED:
            return "contested, two people differ"
        case Rule.NO_WITHOUT_EVIDENCE:
            return "No without a note" if point.prompt else "No without a rationale"
        case Rule.YES_OVER_NO:
            return f"Yes, while {point.count} of {point.of} prompts are No"
        case Rule.NO_OVER_YES:
            return f"No, while {point.count} of {point.of} prompts are Yes"
        case Rule.FOLLOW_UP:
            return "a follow-up is open" if point.count == 1 else f"{point.count} follow-ups are open"
