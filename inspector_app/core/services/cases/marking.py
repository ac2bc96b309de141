"""Blind second marking: a second person judges a case without seeing how the first did, then both are compared.

While not both are done the second marker is shown nothing of the first's answers: not in the list of cases, on the
page, by the next gap, in the history, in comments, or among contested fields (`Workspace.hides`); and nobody but they
see the second's. The first's answers go on counting in the ratings; the second's never do, and are in no report or document.
This keeps honest people from being swayed; it is no lock. The totals of the ratings move with the first's answers,
and a whole document exported from the second marker's laptop holds them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inspector_app.core.domain.cases.second_marking import Asked
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.rating.agreement import Agreement, agreement
from inspector_app.core.services.people import standing, team
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_answers, read_review


@dataclass(frozen=True, slots=True)
class SecondMarking:
    """A second marking as it stands. `mine`: this person is "first" (has the case), "second" (marks it second) or neither.

    `blind`: this person may see only their own second answers on the case for now.
    """

    case: str
    marker: str  # Person.id; the first of them where two laptops asked different people
    marker_name: str
    first_done: bool
    second_done: bool
    complete: bool
    mine: str
    blind: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """What one marker gave. `by` is a name; `at` ISO 8601 UTC, or "" where nothing was given.

    `laptop`: the name of whose laptop recorded it, where that is another's. Both are "" while nobody is to be named.
    """

    answer: Answer | None
    text: str = ""
    by: str = ""
    at: str = ""
    laptop: str = ""


@dataclass(frozen=True, slots=True)
class MarkedTwice:
    """One key question (`prompt` None: its own judgement) or prompt on one case, as both markers answered it."""

    case: str
    case_ref: str
    question: str
    prompt: str | None
    first: Marked
    second: Marked


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two markings side by side, of one case or of several.

    `unanswered` lists what only one of them answered; what neither did is left out. The figures are of the items that
    both answered: of all, of the key questions' judgements, and of the prompts. `counts`: (first, second) -> how often.
    """

    cases: tuple[str, ...]  # references
    disagreements: tuple[MarkedTwice, ...]
    unanswered: tuple[MarkedTwice, ...]
    agreements: tuple[MarkedTwice, ...]
    counts: dict[tuple[Answer, Answer], int]
    figures: Agreement
    judgements: Agreement
    prompts: Agreement


def second_markings(workspace: Workspace) -> dict[str, SecondMarking]:
    """Case id -> its second marking, for the cases that have one."""
    return _second_markings(workspace, None)


def blind_cases(workspace: Workspace) -> frozenset[str]:
    """The cases this person marks blind: how the first marker judged them is not theirs to see."""
    return frozenset(case for case, second in second_markings(workspace).items() if second.blind)


def second_marking(workspace: Workspace, case_id: str) -> SecondMarking | None:
    """The second marking of a case; None when nobody was asked."""
    return _second_markings(workspace, case_id).get(case_id)


def _second_markings(workspace: Workspace, only: str | None) -> dict[str, SecondMarking]:
    with workspace.database.read() as connection:
        names = read.names(connection)
        owners = {c.id: c.inspector for c in read.cases(connection, only)}
        asked = read_review.second_markings(connection)
    return {case: _state(a, owners[case], workspace.me, names) for case, a in asked.items() if case in owners}


def ask(workspace: Workspace, case_id: str, marker: str) -> None:
    """Ask a person (id) to mark the case second. Asking somebody else starts afresh; asking the same person changes nothing.

    Expected: CASE_UNKNOWN, PERSON_UNKNOWN, NO_CARD, VALUE_INVALID (it is their own case, or it was marked twice already),
    CASE_MARKED_BLIND (who marks it blind ends no marking: they would see the first's answers), DISK_FULL, …
    """
    owner = workspace.case_row(case_id).inspector
    _require_not_blind(workspace, case_id)
    with workspace.database.read() as connection:
        asked = read_review.second_markings(connection).get(case_id)
        others = [a for a in read_review.second_answers(connection, case_id) if a.by != marker]
    card = team.with_laptop(workspace, marker)
    helps = standing.held(workspace, case_id).helper == marker
    if (asked and asked.complete) or marker == owner or helps:
        own = "the case is their own" if marker == owner else "they help with it" if helps else ""
        why = own or "the case was marked twice already"
        raise Expected(Code.VALUE_INVALID, field="The second marker", value=card.name, why=why)
    if not asked or asked.markers != (marker,):
        edits = [*_ended(case_id, marker), *(e for a in others for e in _cleared(a))]
        workspace.editor.do(case_id, edits, Verb.ADD)


def withdraw(workspace: Workspace, case_id: str) -> None:
    """Ask nobody to mark the case second any more. The second answers stay in the history and are shown nowhere.

    Expected: NO_SECOND_MARKING, VALUE_INVALID (both are done already), CASE_MARKED_BLIND, CASE_UNKNOWN, DISK_FULL, …
    """
    _require_not_blind(workspace, case_id)
    if _asked(workspace, case_id).complete:
        why = "both markings are done"
        raise Expected(Code.VALUE_INVALID, field="The second marker", value=None, why=why)
    workspace.editor.do(case_id, _ended(case_id, None), Verb.ADD)


def done(workspace: Workspace, case_id: str) -> None:
    """Say that my marking is done: the second's if I was asked, the first's if the case is mine. It is not taken back.

    Done again before the other is, it counts from now. The first's answers are compared as they were when they were
    done, so that what is changed after the two have talked does not pass for agreement.
    Expected: NO_SECOND_MARKING, VALUE_INVALID (the case is somebody else's), CASE_UNKNOWN, DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    asked, case = _asked(workspace, case_id), workspace.case_row(case_id)
    item = EntityId(case_id)
    if workspace.me in asked.markers:
        edits = [Edit("second", item, "second_done", True)]
    elif workspace.me == case.inspector:
        with workspace.database.read() as connection:
            marks = " ".join(read_review.marks_now(connection, case_id))
        edits = [Edit("second", item, "first_done", True), Edit("second", item, "first_marks", marks)]
    else:
        why = "the case is not theirs; take it over first"
        raise Expected(Code.VALUE_INVALID, field="The first marker", value=workspace.laptop.person.name, why=why)
    if not asked.complete:
        workspace.editor.do(case_id, edits, Verb.ADD)


def is_settled(workspace: Workspace, case_id: str) -> bool:
    """Whether the agreed version of the case counts, so that who marked what may be said."""
    held = workspace.editor.held("second", case_id, "settled")
    return held.value is True and not held.contested


def comparison(workspace: Workspace, case_id: str, *, names: bool = False) -> Comparison:
    """The two markings of a case side by side; who gave what is said only with `names`, or once it is settled.

    Expected: CASE_UNKNOWN, NO_SECOND_MARKING, NOT_BOTH_DONE (for everyone).
    """
    asked, row = _asked(workspace, case_id), workspace.case_row(case_id)
    if not asked.complete:
        state = second_markings(workspace)[case_id]
        left = ((state.first_done, row.inspector_name or "its inspector"), (state.second_done, state.marker_name))
        waiting = " and ".join(name for finished, name in left if not finished)
        raise Expected(Code.NOT_BOTH_DONE, case=row.ref, waiting=waiting)
    return _compared(workspace, [asked], names=names)


def overall(workspace: Workspace) -> Comparison:
    """Every second marking on which both are done, together; of no cases when there is none. Names as in `comparison`."""
    with workspace.database.read() as connection:
        asked = read_review.second_markings(connection).values()
    return _compared(workspace, [a for a in asked if a.complete])


def edits_ending_that_of(workspace: Workspace, case_id: str, person: str) -> list[Edit]:
    """The edits that end a person's unfinished second marking of a case, for they get to see the first's answers."""
    with workspace.database.read() as connection:
        blind = case_id in read_review.blind_cases(connection, person)
    return _ended(case_id, None) if blind else []


def _state(asked: Asked, owner: str, me: str, names: dict[str, str]) -> SecondMarking:
    marker = asked.markers[0]
    mine = "second" if me in asked.markers else "first" if me == owner else ""
    blind = mine == "second" and not asked.complete
    name = names.get(marker, "")
    return SecondMarking(
        case=asked.case,
        marker=marker,
        marker_name=name,
        first_done=asked.first_done,
        second_done=asked.second_done,
        complete=asked.complete,
        mine=mine,
        blind=blind,
    )


def _asked(workspace: Workspace, case_id: str) -> Asked:
    ref = workspace.case_row(case_id).ref
    with workspace.database.read() as connection:
        asked = read_review.second_markings(connection).get(case_id)
    if asked is None:
        raise Expected(Code.NO_SECOND_MARKING, case=ref)
    return asked


def _require_not_blind(workspace: Workspace, case_id: str) -> None:
    if case_id in blind_cases(workspace):
        raise Expected(Code.CASE_MARKED_BLIND, case=workspace.case_ref(case_id))


def _ended(case_id: str, marker: str | None) -> list[Edit]:
    """A second marking back at its beginning, by this marker or nobody."""
    values = {"marker": marker, "first_done": None, "second_done": None, "first_marks": None}
    return [Edit("second", EntityId(case_id), field, value) for field, value in values.items()]


def _cleared(answered: read_answers.Answered) -> list[Edit]:
    entity, text = ("second_judgement", "rationale") if answered.is_judgement else ("second_prompt", "note")
    return [Edit(entity, EntityId(answered.id), field, None) for field in ("answer", text)]


# comparing


def _compared(workspace: Workspace, asked: Iterable[Asked], *, names: bool = False) -> Comparison:
    markings = {a.case: a for a in asked}
    named = {case for case in markings if names or is_settled(workspace, case)}
    pairs: list[MarkedTwice] = []
    with workspace.database.read() as connection:
        people = read.names(connection)
        cases = [c for c in read.cases(connection) if c.id in markings]
        for case in cases:
            first = read_review.first_answers(connection, markings[case.id])
            second = {a.id: a for a in read_review.second_answers(connection, case.id)}
            for question, prompt in _places(workspace, case.sample):
                item = "/".join(part for part in (case.id, question, prompt) if part)
                given = (of.get(item) or read_answers.unanswered(item) for of in (first, second))
                one, other = (_marked(answered, people, named=case.id in named) for answered in given)
                pairs.append(
                    MarkedTwice(
                        case=case.id, case_ref=case.ref, question=question, prompt=prompt, first=one, second=other
                    )
                )
    return _comparison(tuple(c.ref for c in cases), pairs)


def _comparison(refs: tuple[str, ...], pairs: list[MarkedTwice]) -> Comparison:
    both = [(p, (p.first.answer, p.second.answer)) for p in pairs if p.first.answer and p.second.answer]
    one = [p for p in pairs if bool(p.first.answer) != bool(p.second.answer)]
    return Comparison(
        cases=refs,
        disagreements=tuple(p for p, (first, second) in both if first != second),
        unanswered=tuple(one),
        agreements=tuple(p for p, (first, second) in both if first == second),
        counts=dict(Counter(answers for _, answers in both)),
        figures=agreement([answers for _, answers in both]),
        judgements=agreement([answers for p, answers in both if p.prompt is None]),
        prompts=agreement([answers for p, answers in both if p.prompt is not None]),
    )


def _places(workspace: Workspace, sample: str) -> Iterator[tuple[str, str | None]]:
    for _, question in workspace.framework.sample_questions(sample):
        yield question.ref, None
        yield from ((question.ref, prompt.ref) for prompt in question.prompts)


def _marked(answered: read_answers.Answered, people: dict[str, str], *, named: bool) -> Marked:
    by, laptop = (people.get(answered.by, ""), answered.laptop) if named else ("", "")
    return Marked(answer=answered.answer, text=answered.text, by=by, at=answered.at, laptop=laptop)
