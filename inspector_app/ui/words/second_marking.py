"""Second marking in words: who was asked, how it stands, and how far two markings agree."""

from collections.abc import Sequence
from fractions import Fraction

from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.rating.agreement import Agreement
from inspector_app.core.services.cases.marking import SecondMarking
from inspector_app.core.words import count, later, listed, say

LEAST_FOR_KAPPA = 30  # pairs, as in rating/agreement.py
BLIND = later("You are marking this case blind: the first answers are hidden until you both are done.")


def asked_to_mark(marking: SecondMarking | None, *, instead: bool) -> str:
    """Who was asked to mark the case second; "" for nobody. `instead`: whoever is asked next may take their place."""
    if marking is None:
        return ""
    asked = say("{name}: asked to mark it.", name=marking.marker_name)
    if marking.complete:
        return f"{asked} {say('All have finished. Anybody you ask now marks it as well.')}"
    if not instead:
        others = say("Somebody else can be asked as well. Who asked for it, the lead and quality leads call it off.")
        return f"{asked} {others}"
    return f"{asked} {say('Somebody else can be asked instead of whoever has not finished, or as well.')}"


def second(marking: SecondMarking | None, row: CaseRow) -> str:
    """How a second marking of the case stands, for this person; "" when there is none."""
    if marking is None:
        return ""
    first = row.inspector_name or say("the inspector of the case")
    if marking.complete:
        return count(
            len(marking.markers),
            "Marked twice, by {first} and {name}: both markings can be compared.",
            "Marked by {first}, {name}: all markings can be compared.",
            first=first,
            name=marking.marker_name,
        )
    if marking.blind:
        waiting = [_not_yet([first])] if marking.own_done else []
        return " ".join([BLIND.say(), *waiting])
    if marking.mine == "first":
        said = count(
            len(marking.markers),
            "{name} marks this case blind, and sees none of your answers.",
            "{name} mark this case blind, and see none of your answers.",
            name=marking.marker_name,
        )
        return f"{said} {_finish(marking)}"
    if not (row.inspector_name or marking.first_done):
        return count(
            len(marking.markers),
            "{name} marks this case blind. It is nobody’s yet: give it to an inspector, to finish the first marking.",
            "{name} mark this case blind. It is nobody’s yet: give it to an inspector, to finish the first marking.",
            name=marking.marker_name,
        )
    return count(
        len(marking.markers),
        "{name} marks this case blind, and sees none of {first}’s answers.",
        "{name} mark this case blind, and see none of {first}’s answers.",
        name=marking.marker_name,
        first=first,
    )


def finished(marking: SecondMarking, row: CaseRow) -> str:
    """What is said to somebody who has just finished their marking: who has not yet, or that all can be compared."""
    if marking.complete:
        return second(marking, row)
    first = [] if marking.first_done else [row.inspector_name or say("the inspector of the case")]
    return _not_yet([*first, *(marker.name for marker in marking.waiting)])


def finished_with(gaps: int, row: CaseRow) -> str:
    """What is asked of who says that they have finished, while so many are unanswered in their marking."""
    return count(
        gaps,
        "{case}: {n} prompt or key question is unanswered in your marking. Have you finished?",
        "{case}: {n} prompts and key questions are unanswered in your marking. Have you finished?",
        case=row.ref,
    )


def _finish(marking: SecondMarking) -> str:
    if not marking.first_done:
        return say("Say when you have finished yours.")
    return _not_yet([marker.name for marker in marking.waiting])


def _not_yet(waiting: Sequence[str]) -> str:
    return count(
        len(waiting),
        "You have finished; {name} has not yet.",
        "You have finished; {name} have not yet.",
        name=listed(waiting),
    )


def share(figures: Agreement) -> str:
    """ "11 of 18 the same, 61.1%"."""
    if figures.percent is None:
        return say("nothing was answered by both")
    percent = _decimal(figures.percent, 1)
    return say("{number} of {of} the same, {percent}%", number=figures.agreed, of=figures.pairs, percent=percent)


def beyond_chance(figures: Agreement) -> str:
    """How far two agree once chance is allowed for: Gwet's AC1, and Cohen's kappa where it is to be told; "" of no pairs."""
    if figures.gwet_ac1 is None:
        return ""
    said = [say("beyond chance (Gwet’s AC1): {figure}", figure=_decimal(figures.gwet_ac1, 2))]
    if figures.kappa is not None:
        said.append(say("Cohen’s kappa: {figure}", figure=_decimal(figures.kappa, 2)))
    return " · ".join(said)


def _decimal(value: Fraction, places: int) -> str:
    """Rounded half up in size, exactly: 12.25 to one place is 12.3."""
    scale = 10**places
    scaled = abs(value) * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{whole // scale}.{whole % scale:0{places}}"
