"""Review and second marking in words: stages, comments, whose case it is, and how far two markings agree."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from fractions import Fraction

from inspector_app.core.domain.cases.review import ACCEPTED, RETURNED, SUBMITTED, CommentRow, Stage
from inspector_app.core.domain.cases.second_marking import place_of
from inspector_app.core.domain.cases.standing import Standing
from inspector_app.core.domain.days import when
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.rating.agreement import Agreement
from inspector_app.core.services.cases.marking import SecondMarking
from inspector_app.core.services.people.standing import Rights
from inspector_app.core.words import Later, count, later, listed, say

ANSWERS: dict[Answer | None, Later] = {
    Answer.YES: later("Yes"), Answer.NO: later("No"), Answer.NA: later("Not applicable"), None: later("Not answered"),
}  # fmt: skip
LEAST_FOR_KAPPA = 30  # pairs, as in rating/agreement.py
BLIND = later("You are marking this case blind: the first answers are hidden until you both are done.")

READ_ONLY = later("Accepted: read only")


class Shown(Enum):
    """What is said of a case's review, each with a shape of its own (controls/stage_mark.py)."""

    NOT_BEGUN = "not begun"
    IN_PROGRESS = "in progress"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    SUBMITTED_CHANGED = "changed since submitted"
    ACCEPTED_CHANGED = "changed since accepted"
    CONTESTED = "stage contested"

    @property
    def words(self) -> str:
        """The stage as it is said."""
        return _SHOWN[self].say()


_SHOWN: dict[Shown, Later] = {
    Shown.NOT_BEGUN: later("not begun"), Shown.IN_PROGRESS: later("in progress"), Shown.SUBMITTED: later("submitted"),
    Shown.RETURNED: later("returned"), Shown.ACCEPTED: later("accepted"),
    Shown.SUBMITTED_CHANGED: later("changed since submitted"), Shown.ACCEPTED_CHANGED: later("changed since accepted"),
    Shown.CONTESTED: later("stage contested"),
}  # fmt: skip


def shown(stage: Stage) -> Shown:
    """Which of them a case's stage is."""
    if stage.contested:
        return Shown.CONTESTED
    if stage.stage == ACCEPTED:
        return Shown.ACCEPTED_CHANGED if stage.changed else Shown.ACCEPTED
    if stage.stage == SUBMITTED:
        return Shown.SUBMITTED_CHANGED if stage.changed else Shown.SUBMITTED
    if stage.stage == RETURNED:
        return Shown.RETURNED
    return Shown.IN_PROGRESS if stage.begun else Shown.NOT_BEGUN


def in_cell(stage: Stage) -> str:
    """The stage in the list of cases, with the comments that nobody has answered yet."""
    return " · ".join(part for part in (shown(stage).words, open_comments(stage.open_comments)) if part)


def open_comments(number: int) -> str:
    """ "2 comments", which are those not answered yet; "" for none."""
    return count(number, "{n} comment", "{n} comments") if number else ""


_BY = later("by {name}, {moment}")
_MOVED = {  # what somebody did to it is not all that is said of its stage
    Shown.SUBMITTED_CHANGED: later("submitted by {name}, {moment}"),
    Shown.ACCEPTED_CHANGED: later("accepted by {name}, {moment}"),
}


def by_whom(stage: Stage, now: datetime) -> str:
    """Who moved the case to its stage and when: "by Bob, today 17:40"; "" while nobody has."""
    if stage.contested:
        return say("Two people moved it on differently. Submit, return or accept it to settle that.")
    if not stage.by:
        return ""
    at = when.moment(stage.at, now)
    said = _MOVED.get(shown(stage), _BY).say(name=stage.by, moment=at)
    return say("{what}: {reason}", what=said, reason=stage.reason) if stage.reason else said


def on_to(row: CaseRow, before: CaseRow, question: str) -> str:
    """That one is on another case now than on the one before, and at which of its key questions."""
    here = ", ".join(part for part in (row.ref, row.type, question) if part)
    return say("{case} has no other gap. Now you are on the next case: {here}", case=before.ref, here=here)


def gap_elsewhere(row: CaseRow, *, mine: bool) -> str:
    """Where the next gap is, if no case in the hands that one was in (`mine`: this person's) has any."""
    here = say("Your cases have no gap left.") if mine else say("The cases of this inspector have no gap left.")
    if row.inspector_name:
        there = say("The next is in {case}, {name}’s case.", case=row.ref, name=row.inspector_name)
    else:
        there = say("The next is in {case}, which nobody has yet.", case=row.ref)
    return f"{here} {there}"


def owner(row: CaseRow, rights: Rights, *, blind: bool) -> str:
    """Whose case it is and what I can do there; `blind`: I mark it second."""
    if blind:
        return _marked_blind(row)
    match rights.standing:
        case Standing.OWN if rights.helper:
            return say("Your case; {helper} helps with it", helper=rights.helper)
        case Standing.OWN:
            return say("Your case")
        case Standing.HELPING:
            return say("{name}’s case: you were asked to help", name=row.inspector_name)
        case Standing.COLLEAGUE:
            return say("{name}’s case: read only", name=row.inspector_name)
    if row.inspector_name:
        return say("{name} has this case, and no laptop here: you can answer and add notes", name=row.inspector_name)
    return say("Nobody has this case yet: you can answer and add notes")


def _marked_blind(row: CaseRow) -> str:
    if row.inspector_name:
        return say("{name}’s case: you mark it blind", name=row.inspector_name)
    return say("Nobody’s case yet: you mark it blind")


def owner_of(row: CaseRow, rights: Rights, *, blind: bool) -> str:
    """The same for a chip: in fewer words of a case that no laptop here is in the way of."""
    if blind or rights.standing is not Standing.FREE:
        return owner(row, rights, blind=blind)
    if row.inspector_name:
        return say("{name}’s case: you can answer", name=row.inspector_name)
    return say("Nobody’s case yet: you can answer")


def owner_in_brief(rights: Rights, *, blind: bool) -> str:
    """The same in a word or two, where there is no room for more."""
    if blind:
        return say("Marked blind")
    match rights.standing:
        case Standing.OWN:
            return say("Your case")
        case Standing.HELPING:
            return say("You help")
        case Standing.COLLEAGUE:
            return say("Read only")
    return say("Not taken")


def judgement_on(question: str, *, mine: bool, name: str) -> str:
    """Whose judgement on a key question it is: of this person, or of `name`; "" where anybody may give it."""
    if mine:
        return say("Your judgement on {question}", question=question)
    if name:
        return say("{name}’s judgement on {question}", name=name, question=question)
    return say("Judgement on {question}", question=question)


def note_on(name: str, prompt: str) -> str:
    """What stands over a note; `name` is whose it is, "" for one that can be written in."""
    if name:
        return say("{name}’s note on prompt {ref}", name=name, ref=prompt)
    return say("Note on prompt {ref}", ref=prompt)


def before_reason(kind: str, row: CaseRow, *, blind: bool) -> str:
    """What an act does, before its reason is written: taking a case over, reopening it, accepting what one judged."""
    match kind:
        case "takeover":
            whose = (
                say("{case} is {name}’s case.", case=row.ref, name=row.inspector_name)
                if row.inspector_name
                else say("Nobody has {case} yet.", case=row.ref)
            )
            ends = [say("Your blind marking of it ends: you will see the first answers.")] if blind else []
            becomes = say("It becomes yours, and everybody can see that you took it and why.")
            return " ".join([whose, becomes, *ends, say("Your reason:")])
        case "reopen":
            return say(
                "{case} can be answered again, and is in progress until it is submitted. Your reason:", case=row.ref
            )
    return say(
        "You judged case {case} yourself, and a case is accepted by somebody else. As lead you can accept it all the same, "
        "with your reason:",
        case=row.ref,
    )


def asked_to_mark(marking: SecondMarking | None) -> str:
    """Who was asked to mark the case second; "" for nobody."""
    if marking is None:
        return ""
    asked = say("{name}: asked to mark it.", name=marking.marker_name)
    if marking.complete:
        return f"{asked} {say('All have finished. Whoever is asked now marks it beside them.')}"
    instead = say("Somebody else is asked in the place of who has not finished, or marks it beside them.")
    return f"{asked} {instead}"


def asked_to_help(rights: Rights) -> str:
    """Who was asked to help with the case; "" for nobody."""
    return say("{name} was asked. One person helps at a time.", name=rights.helper) if rights.helper else ""


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


def comments(rows: Sequence[CommentRow], draft: str) -> str:
    """What the marker on a prompt says: "1 comment", "2 comments, answered", "1 comment · draft comment"."""
    return " · ".join(part for part in (_written(rows), say("draft comment") if draft else "") if part)


def _written(rows: Sequence[CommentRow]) -> str:
    if not rows:
        return ""
    said, answered = count(len(rows), "{n} comment", "{n} comments"), sum(row.answered for row in rows)
    if not answered:
        return said
    return ", ".join([said, say("answered") if answered == len(rows) else say("{number} answered", number=answered)])


def place(question: str, prompt: str | None) -> str:
    """What a comment or an answer is about: "2.1.1 · prompt a", "2.1.1 · judgement", or "the case"."""
    if not question:
        return say("the case")
    return f"{question} · {say('prompt {ref}', ref=prompt) if prompt else say('judgement')}"


def about(item: str) -> str:
    """As `place`, for the id of an item: "case/2.1.1/a"."""
    _, question, prompt = (*place_of(item).split("/"), "", "")[:3]
    return place(question, prompt or None)


# agreement


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
