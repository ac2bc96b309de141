"""How ratings are said in words on the screen: counts, distances, what is open, what the panel did. No Qt, no rules."""

from collections.abc import Sequence

from inspector_app.core.domain.framework import Framework, Scale
from inspector_app.core.domain.rated import Bounds, Rated, RatedQuestion, RatedStandard


def many(number: int, noun: str) -> str:
    """1 case, 2 cases."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(parts: Sequence[str]) -> str:
    """A, b and c."""
    return ", ".join(parts) if len(parts) < 2 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def figure(question: RatedQuestion) -> str:
    """A key question's count and percent, as it may stand in a finding: 12 of 15 (80%); "" without a judged case."""
    tally = question.tally
    return f"{tally.yes} of {tally.of} ({question.percent}%)" if tally.of else ""


def title(rated: RatedStandard) -> str:
    """A standard's reference and title."""
    return f"{rated.ref}  {rated.title}"


def rating_of(framework: Framework, rated: RatedStandard) -> str:
    """The rating as a word; for stars with their number; "" without one."""
    if rated.rating and framework.rating.scale is Scale.STARS:
        return f"{many(framework.rating.points(rated.rating), 'star')}, {rated.rating.lower()}"
    return rated.rating or ""


def standing(framework: Framework, rated: RatedStandard) -> str:
    """How settled a standard's rating is, with its points: suggested, changed by the panel, still open."""
    parts = []
    if rated.discretion:
        parts.append(f"changed by the panel from {rated.discretion.computed}")
    if rated.suggested:
        parts.append("suggested, not decided")
    parts += _open_of(rated)
    if rated.counted and rated.points is not None:
        parts.append(many(rated.points, "point"))
    if framework.rating.overall and not rated.counted:
        parts.append("does not count towards the overall rating")
    return " · ".join(parts)


def _open_of(rated: RatedStandard) -> list[str]:
    """Open judgements, and what they can still lead to."""
    unanswered = sum(q.tally.unanswered for q in rated.key_questions)
    said = [f"{many(unanswered, 'judgement')} open"] if unanswered else []
    if rated.bounds and rated.key_questions and not rated.complete and not rated.suggested:
        said.append(still_possible(rated.bounds))
    return said


def still_possible(bounds: Bounds) -> str:
    """The worst and best rating still possible."""
    if bounds.worst == bounds.best:
        return f"whatever is open, {bounds.best}"
    return f"still possible: {bounds.worst} to {bounds.best}"


def distance(question: RatedQuestion) -> str:
    """How many cases judged the other way would move the band, up and down: "1 more Yes of 15 would make this Good"."""
    far, of, said = question.distance, question.tally.of, []
    if far.up is not None:
        said.append(f"{far.up} more Yes of {of} would make this {far.up_to}")
    if far.down is not None:
        said.append(f"{far.down} fewer {'would make it' if said else f'of {of} would make this'} {far.down_to}")
    return "; ".join(said)


def notes(framework: Framework, question: RatedQuestion) -> list[str]:
    """What has to be said under a key question besides its figure and its word."""
    tally, said = question.tally, []
    if distance(question):
        said.append(distance(question))
    if tally.unanswered:
        bounds = f", {still_possible(question.bounds)}" if question.bounds else ""
        said.append(f"{tally.unanswered} unanswered{bounds}")
    if tally.not_applicable:
        said.append(f"{tally.not_applicable} not applicable, left out")
    if question.differs:
        said.append(_differs(framework, question))
    return said


def _differs(framework: Framework, question: RatedQuestion) -> str:
    on = framework.rating.band_on
    tenths = 1000 * question.tally.yes // question.tally.of if question.tally.of else 0
    return (
        f"the printed {question.percent}% and the exact fraction ({tenths // 10}.{tenths % 10}…%) fall in different bands: "
        f"this framework uses the {on.value} figure; the exact fraction is {question.exact_band}"
    )


def spoken_figure(question: RatedQuestion) -> str:
    """A key question's figure as one sentence for people who hear the screen."""
    if not question.tally.of:
        return f"{question.ref}: no case judged yet"
    lowest = ", the lowest" if question.lowest else ""
    return (
        f"{question.ref}: {question.tally.yes} Yes of {question.tally.of}, {question.percent}%, {question.band}{lowest}"
    )


def suggestion(framework: Framework, rated: RatedStandard) -> str:
    """What is suggested for a standard that people decide (V1), with how sure the rule is; or that it is decided."""
    if rated.decided:
        return f"Decided: {rated.computed}."
    refs = " and ".join(q.ref for q in rated.key_questions)
    if rated.computed is None:
        return f"Nothing can be suggested yet: it takes both {refs}."
    rule = framework.rating.rule("mixed")
    decided = "not decided" if rated.suggested else "settled by the panel"
    return f"Suggested: {rated.computed} (the lower of {refs}; {rule.basis.status.value} rule) – {decided}"


def panel_state(rated: RatedStandard, to: str, reason: str) -> str:
    """What the panel's decision on a standard does, in one sentence; "" without a decision."""
    if not to:
        return ""
    if rated.computed is None:
        said = f"Waits: {to} takes effect once there is a computed rating."
    elif rated.computed == to:
        said = f"Confirms the computed rating, {to}."
    else:
        said = f"Changes {rated.computed} to {to}, which is what scores. Percentages stay as they are."
    return said if reason.strip() else f"{said} No reason written yet."


def overall_open(rated: Rated) -> list[str]:
    """Why the overall rating is provisional, standard by standard; empty when it is not."""
    missing = [s.ref for s in rated.standards if s.counted and s.rating is None]
    said = [f"{listed(missing)} {'has' if len(missing) == 1 else 'have'} no rating yet"] if missing else []
    for standard in rated.standards:
        unanswered = sum(q.tally.unanswered for q in standard.key_questions)
        if not standard.counted or standard.rating is None:
            continue
        if standard.suggested:
            said.append(f"{standard.ref} is suggested, not decided")
        elif unanswered:
            said.append(f"{standard.ref} has {many(unanswered, 'judgement')} open")
    return said


def overall_bounds(rated: Rated) -> str:
    """The worst and best overall still possible, in one sentence; "" where nothing can be said or nothing is open."""
    found = rated.bounds
    if found is None or not rated.provisional:
        return ""
    if found.worst_score == found.best_score:
        return f"Whatever is still open: {many(found.best_score, 'point')}, {found.best}."
    if found.worst == found.best:
        return f"Still possible: {found.worst_score} to {found.best_score} points; {found.best} either way."
    return (
        f"Still possible: from {found.worst_score} ({found.worst}) to {found.best_score} ({found.best}) "
        f"of {rated.score_max} points."
    )
