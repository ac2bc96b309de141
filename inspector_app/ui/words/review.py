"""Review in words: stages, comments, and whose case it is."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum

from inspector_app.core.domain.cases.review import ACCEPTED, RETURNED, SUBMITTED, CommentRow, Stage
from inspector_app.core.domain.cases.second_marking import place_of
from inspector_app.core.domain.cases.standing import Standing
from inspector_app.core.domain.days import when
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import CaseRow, QuestionMark
from inspector_app.core.services.people.standing import Rights
from inspector_app.core.words import Later, count, later, say

ANSWERS: dict[Answer | None, Later] = {
    Answer.YES: later("Yes"), Answer.NO: later("No"), Answer.NA: later("Not applicable"), None: later("Not answered"),
}  # fmt: skip

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


def asked(marks: Sequence[QuestionMark]) -> bool:
    """Whether anything is answered on a case with these key questions: nothing is where all were entered as totals."""
    return any(mark.items for mark in marks)


def left(gaps: int, marks: Sequence[QuestionMark]) -> str:
    """How many answers are left to give on a case with these key questions; where none is asked for, why."""
    if gaps:
        return count(gaps, "{n} gap", "{n} gaps")
    if asked(marks):
        return say("all answered")
    return say("entered as totals") if marks else say("nothing to answer")


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
    here = say("Your cases have no gaps left.") if mine else say("This inspector’s cases have no gaps left.")
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
        return say("{name} has this case but no laptop here: you can answer and add notes", name=row.inspector_name)
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


def asked_to_help(rights: Rights) -> str:
    """Who was asked to help with the case; "" for nobody."""
    return say("{name} has been asked. Only one person helps at a time.", name=rights.helper) if rights.helper else ""


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
