"""Review and second marking in words: stages, comments, whose case it is, and how far two markings agree."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from fractions import Fraction

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.review import ACCEPTED, RETURNED, SUBMITTED, CommentRow, Stage
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.rating.agreement import Agreement
from inspector_app.core.services.marking import SecondMarking
from inspector_app.ui.words.when import moment

ANSWERS: dict[Answer | None, str] = {
    Answer.YES: "Yes", Answer.NO: "No", Answer.NA: "Not applicable", None: "Not answered",
}  # fmt: skip
LEAST_FOR_KAPPA = 30  # pairs, as in rating/agreement.py
BLIND = "You are marking this case blind: the first answers are hidden until you both are done."


class Shown(Enum):
    """What is said of a case's review, each with a shape of its own (controls/stage_mark.py)."""

    IN_PROGRESS = "in progress"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    CHANGED = "changed since accepted"
    CONTESTED = "stage contested"


def shown(stage: Stage) -> Shown:
    """Which of them a case's stage is."""
    if stage.contested:
        return Shown.CONTESTED
    if stage.stage == ACCEPTED:
        return Shown.CHANGED if stage.changed_since_accepted else Shown.ACCEPTED
    return {SUBMITTED: Shown.SUBMITTED, RETURNED: Shown.RETURNED}.get(stage.stage, Shown.IN_PROGRESS)


def in_cell(stage: Stage) -> str:
    """The stage in the list of cases, with the comments that nobody has answered yet."""
    return " · ".join(part for part in (shown(stage).value, open_comments(stage.open_comments)) if part)


def open_comments(count: int) -> str:
    """ "2 comments", which are those not answered yet; "" for none."""
    return f"{count} comment{'' if count == 1 else 's'}" if count else ""


def by_whom(stage: Stage, now: datetime) -> str:
    """Who moved the case to its stage and when: "by Bob, today 17:40"; "" while nobody has."""
    if stage.contested:
        return "Two people moved it on differently. Submit, return or accept it to settle that."
    if not stage.by:
        return ""
    word = "accepted by" if stage.changed_since_accepted else "by"
    return f"{word} {stage.by}, {moment(stage.at, now)}"


def owner(row: CaseRow, me: str) -> str:
    """Whose case it is and what I can do there; `me` is a Person.id."""
    if row.inspector == me:
        return "Your case"
    if not row.inspector_name:
        return "Nobody has this case yet: you can answer and add notes"
    return f"{row.inspector_name}'s case: you can add notes"


def second(marking: SecondMarking | None, row: CaseRow) -> str:
    """How a second marking of the case stands, for this person; "" when there is none."""
    if marking is None:
        return ""
    first = row.inspector_name or "the inspector of the case"
    if marking.complete:
        return f"Marked twice, by {first} and {marking.marker_name}: both markings can be compared."
    if marking.blind:
        waiting = f" You have finished; {first} has not yet." if marking.second_done else ""
        return BLIND + waiting
    if marking.mine == "first":
        return f"{marking.marker_name} is marking this case blind, and sees none of your answers. {_finish(marking)}"
    return f"{marking.marker_name} is marking this case blind, and sees none of {first}'s answers."


def _finish(marking: SecondMarking) -> str:
    if not marking.first_done:
        return "Say when you have finished yours."
    return f"You have finished; {marking.marker_name} has not yet."


def comments(rows: Sequence[CommentRow], draft: str) -> str:
    """What the marker on a prompt says: "1 comment", "2 comments, answered", "1 comment · draft comment"."""
    parts = []
    if rows:
        answered = sum(row.answered for row in rows)
        done = ", answered" if answered == len(rows) else f", {answered} answered" if answered else ""
        parts.append(f"{len(rows)} comment{'' if len(rows) == 1 else 's'}{done}")
    if draft:
        parts.append("draft comment")
    return " · ".join(parts)


def place(question: str, prompt: str | None) -> str:
    """What a comment or an answer is about: "2.1.1 · prompt a", "2.1.1 · judgement", or "the case"."""
    if not question:
        return "the case"
    return f"{question} · {f'prompt {prompt}' if prompt else 'judgement'}"


def about(item: str) -> str:
    """As `place`, for the id of an item: "case/2.1.1/a"."""
    _, question, prompt = (*item.split("/"), "", "")[:3]
    return place(question, prompt or None)


# agreement


def share(figures: Agreement) -> str:
    """ "11 of 18 the same, 61.1%"."""
    if figures.percent is None:
        return "nothing was answered by both"
    return f"{figures.agreed} of {figures.pairs} the same, {_decimal(figures.percent, 1)}%"


def ac1(figures: Agreement) -> str:
    """Gwet's AC1 to two places; "none" where it cannot be reckoned."""
    return "none" if figures.gwet_ac1 is None else _decimal(figures.gwet_ac1, 2)


def kappa(figures: Agreement) -> str:
    """Cohen's kappa to two places, or why it is not shown."""
    if figures.pairs < LEAST_FOR_KAPPA:
        verb = "is" if figures.pairs == 1 else "are"
        return f"kappa is shown from {LEAST_FOR_KAPPA} pairs; there {verb} {figures.pairs or 'none'}"
    if figures.kappa is None:
        return "no kappa: both gave everything the same answer"
    return _decimal(figures.kappa, 2)


def _decimal(value: Fraction, places: int) -> str:
    """Rounded half up in size, exactly: 12.25 to one place is 12.3."""
    scale = 10**places
    scaled = abs(value) * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{whole // scale}.{whole % scale:0{places}}"
