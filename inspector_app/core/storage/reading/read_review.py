"""What review and second marking read, and what a person who marks a case blind may see of it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, func, not_, select, union_all

from inspector_app.core.domain.cases import second_marking as marking
from inspector_app.core.domain.cases.review import ACCEPTED, SUBMITTED, CommentRow
from inspector_app.core.domain.cases.second_marking import BY_MAKER, FIRSTS, SECONDS, Asked
from inspector_app.core.domain.fields import COMMENT, INTERVIEW, JUDGEMENT, PROMPT
from inspector_app.core.domain.ids import ChangeId, EntityId, StepId, step_of
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Change, Step, heads_in
from inspector_app.core.storage.columns import EMPTY, agreed, split, text
from inspector_app.core.storage.ids import among, case_of, last_step, question_of, under
from inspector_app.core.storage.into import OutOf
from inspector_app.core.storage.log import acts, journal
from inspector_app.core.storage.log.acts import Self
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import contested, origin, read_answers
from inspector_app.core.storage.reading.origin import Origin
from inspector_app.core.storage.reading.read_answers import Answered
from inspector_app.core.storage.tables import OF_ENTITY, STEPS, head_of

# the next such act settles them
_BY_AN_ACT = {("review", "accepted"), ("review", "submitted"), ("second", "first_marks"), ("inspection", "sealed")}

_SECOND, _REVIEW, _COMMENT = OF_ENTITY["second"], OF_ENTITY["review"], OF_ENTITY["comment"]
_SECONDS = select(
    _SECOND.c.id.label("case"), _SECOND.c.marker, text(_SECOND, head_of("marker")),
    agreed(_SECOND, "first_done").is_(True).label("first_done"),
    agreed(_SECOND, "second_done").is_(True).label("second_done"),
    text(_SECOND, "first_marks"),
).order_by(_SECOND.c.id)  # fmt: skip
_SECOND_OF = OutOf(_SECONDS.where(_SECOND.c.id == bindparam("only")))
_ANSWERED_CASES = union_all(
    *(
        select(case_of(table.c.id).label("case")).where(
            agreed(table, "answer").is_not(None), not_(among(question_of(table.c.id)))
        )
        for table in (OF_ENTITY[entity] for entity in FIRSTS)
    )
).subquery()
_ANSWERED_COUNTS = select(_ANSWERED_CASES.c.case, func.count()).group_by(_ANSWERED_CASES.c.case)
_MARKS = union_all(
    *(
        select(OF_ENTITY[entity.code].c[head_of(field.code)]).where(under(OF_ENTITY[entity.code].c.id))
        for entity in (JUDGEMENT, PROMPT)
        for field in entity.fields
    )
)
_DIGESTS = {SUBMITTED: "submitted", ACCEPTED: "accepted"}  # stage -> the field of what the case said then
_REVIEWS = (
    select(
        _REVIEW.c.id.label("case"),
        text(_REVIEW, "stage"),
        text(_REVIEW, "reason"),
        *(column for field in _DIGESTS.values() for column in (_REVIEW.c[field], text(_REVIEW, head_of(field)))),
        split(_REVIEW, "stage").label("contested"),
        func.coalesce(STEPS.c.author, EMPTY).label("by"),
        func.coalesce(STEPS.c.at, EMPTY).label("at"),
    )
    .outerjoin_from(_REVIEW, STEPS, last_step(STEPS, _REVIEW.c[head_of("stage")]))
    .where(_REVIEW.c[head_of("stage")].is_not(None))
)
_ONE_REVIEW = _REVIEWS.where(_REVIEW.c.id == bindparam("only"))
_JUDGED_IN = union_all(
    *(
        select(STEPS.c.id)
        .join_from(table, STEPS, last_step(STEPS, table.c[head_of("answer")]))
        .where(under(table.c.id), table.c.answer.is_not(None))
        for table in (OF_ENTITY[entity] for entity in FIRSTS)
    )
)
_COMMENTS = (
    select(
        _COMMENT.c.id, _COMMENT.c.about, _COMMENT.c.text, STEPS.c.author.label("by"), STEPS.c.at,
        _COMMENT.c.answered.is_(True).label("answered"),
    )
    .join_from(_COMMENT, STEPS, last_step(STEPS, _COMMENT.c[head_of("about")]))
    .where(
        _COMMENT.c.deleted.is_not(True), _COMMENT.c.about.is_not(None), _COMMENT.c.text.is_not(None),
        under(_COMMENT.c.id),
    )
    .order_by(STEPS.c.at, _COMMENT.c.id)
)  # fmt: skip


# second marking


def second_markings(connection: Connection) -> dict[str, Asked]:
    """Case id -> its second marking, for the cases that have one. A contested "done" is not done."""
    asked = (_asked(connection, row) for row in connection.execute(_SECONDS).all())
    return {found.case: found for found in asked if found}


def second_marking(connection: Connection, case: str) -> Asked | None:
    """That of one case, as `second_markings`; None where nobody was asked."""
    row = _SECOND_OF.row(connection, only=case)
    return _asked(connection, row) if row else None


def _asked(connection: Connection, row: Sequence[Any]) -> Asked | None:
    case, marker, heads, first_done, second_done, first_marks = row
    markers = _values(connection, heads) if " " in heads else {marker}
    people = tuple(sorted(str(m) for m in markers if m))  # a package may say "" for nobody
    changes = tuple(ChangeId(i) for i in first_marks.split())
    return Asked(case, people, first_done, second_done, changes) if people else None


def blind_cases(connection: Connection, person: str) -> frozenset[str]:
    """The cases this person marks second while not both are done: of these they see their own second answers only."""
    return frozenset(case for case, asked in second_markings(connection).items() if asked.hides_from(person))


def marks_blind(connection: Connection, person: str, case: str) -> bool:
    """Whether a case is one of `blind_cases`."""
    asked = second_marking(connection, case)
    return asked is not None and asked.hides_from(person)


def kinds(connection: Connection, person: str, case: str) -> tuple[str, str]:
    """The entities that this person's judgements and prompts of a case are kept in."""
    return marking.kinds(second_marking(connection, case), person)


def hidden(connection: Connection, person: str, entity: str, entity_id: str) -> bool:
    """Whether the person may not see this item for now (`Asked.hides`)."""
    asked = second_marking(connection, entity_id.split("/")[0])
    return asked is not None and asked.hides(person, entity, _by(connection, entity, entity_id))


def hiding(connection: Connection, person: str, before: Connection) -> Callable[[str, str], bool]:
    """What `hidden` says of (entity, id), asked of many; `before`: a backup, which may have what is here no more."""
    markings = second_markings(connection)

    def hides(entity: str, entity_id: str) -> bool:
        asked = markings.get(entity_id.split("/")[0])
        if asked is None or asked.complete:
            return False
        by = _by(connection, entity, entity_id) or _by(before, entity, entity_id)
        return asked.hides(person, entity, by)

    return hides


def _by(connection: Connection, entity: str, entity_id: str) -> str:
    """Who made an item, where that counts for what is hidden."""
    if entity not in BY_MAKER:
        return ""
    if entity == INTERVIEW.code:
        return _maker(connection, entity, EntityId(entity_id))
    return next((c.by for c in _comments(connection, entity_id)), "")


def _maker(connection: Connection, entity: str, entity_id: EntityId) -> str:
    """Who made an item: the author of its first change by the making laptop's clock. Person.id, or "" for no item."""
    found = journal.steps(connection, [step_of(c.id) for c in journal.item_history(connection, entity, entity_id)])
    first = min(found.values(), key=lambda step: (step.at, step.id), default=None)
    return first.author if first else ""


def contested_for(connection: Connection, person: str) -> list[tuple[str, EntityId, str]]:
    """(entity, id, field) of every contested field that the person may see and has to settle."""
    return [
        (entity, entity_id, field)
        for entity, entity_id, field in contested.fields(connection)
        if (entity, field) not in _BY_AN_ACT and not hidden(connection, person, entity, entity_id)
    ]


def seen(connection: Connection, person: str, under: str = "", texts: bool = True) -> Iterator[Answered]:
    """Judgements and prompts as the person may see them: everybody's, or their own on a case they mark blind.

    `under` is "", or a case id and more that the ids begin with.
    """
    blind = blind_cases(connection, person)
    for entity in FIRSTS:
        for found in read_answers.answered(connection, entity, under, texts):
            if found.case not in blind:
                yield found
    for case in sorted(blind):
        if under.split("/")[0] in ("", case):
            for entity in SECONDS:
                yield from read_answers.answered(connection, entity, under or f"{case}/", texts)


def second_answers(connection: Connection, case: str) -> list[Answered]:
    """The second marker's answers on a case."""
    return [a for entity in SECONDS for a in read_answers.answered(connection, entity, f"{case}/")]


def first_answers(connection: Connection, asked: Asked) -> dict[str, Answered]:
    """By id, the first's answers as they were when the first was done, read from the log. A contested answer is none."""
    changes = journal.changes(connection, asked.first_marks)
    steps = journal.steps(connection, {step_of(c.id) for c in changes})
    origins = origin.of_steps(connection, steps.values())
    by_item: dict[EntityId, list[Change]] = defaultdict(list)
    for change in sorted(changes, key=lambda c: c.id):
        by_item[change.entity_id].append(change)
    return {item: _as_answered(item, of_item, steps, origins) for item, of_item in by_item.items()}


def _as_answered(
    item: EntityId, last: list[Change], steps: dict[StepId, Step], origins: dict[StepId, Origin]
) -> Answered:
    """`last`: the heads of the item's answer and text. Of a contested text both are kept, one below the other."""
    answers = [c for c in last if c.field == "answer"]
    texts = [c for c in last if c.field != "answer"]
    contested = any(c.value != answers[0].value for c in answers)
    answer = Answer(str(answers[0].value)) if answers and answers[0].value and not contested else None
    text = "\n\n".join(dict.fromkeys(str(c.value) for c in texts if c.value))
    first = step_of((answers or texts)[0].id)
    at = max(steps[step_of(c.id)].at for c in last)
    return Answered(item, answer, text, steps[first].author, at, contested, origins[first].laptop)


def answered_counts(connection: Connection, but: Collection[str] = ()) -> dict[str, int]:
    """Case id -> how many of its judgements and prompts, `but` those of some key questions, have an uncontested answer."""
    return dict(connection.execute(_ANSWERED_COUNTS, {"ids": sorted(but)}).all())


def marks_now(connection: Connection, case: str) -> list[ChangeId]:
    """The heads of every field of the case's judgements and prompts."""
    heads = connection.scalars(_MARKS, {"under": f"{case}/"})
    return sorted(head for of_field in heads for head in heads_in(of_field or ""))


# review


def judged_by(connection: Connection, case: str, me: Self) -> frozenset[str]:
    """Whose answers stand on the case (Person.ids): who is said to have given them, and whose laptop recorded them."""
    steps = [StepId(i) for i in connection.scalars(_JUDGED_IN, {"under": f"{case}/"})]
    said = {step.author for step in journal.steps(connection, steps).values()}
    return frozenset(said | {*acts.who_made(connection, steps, me).values()})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A case's row of review. `said` holds the digest of what it said when it came to its stage, or those that contest it.

    It is empty of a case that was submitted under a former version.
    """

    stage: str
    reason: str
    by: str  # Person.id
    at: str
    contested: bool
    said: tuple[str, ...]

    @property
    def handed_on(self) -> bool:
        """Whether what it says is compared with what it said. An acceptance without a digest was not made by this program."""
        return bool(self.said) or self.stage == ACCEPTED


def reviews(connection: Connection, only: str | None = None) -> dict[str, Reviewed]:
    """Case id -> its review, for the cases that have been submitted once; with `only`, that case."""
    rows = connection.execute(_REVIEWS) if only is None else connection.execute(_ONE_REVIEW, {"only": only})
    found = {}
    for row in rows.all():
        by, at = (row.by, row.at) if row.stage else ("", "")
        found[row.case] = Reviewed(row.stage, row.reason, by, at, row.contested, _said(connection, row._mapping))
    return found


def _said(connection: Connection, row: RowMapping) -> tuple[str, ...]:
    field = _DIGESTS.get(row["stage"])
    if field is None:
        return ()
    head = row[head_of(field)]
    digests = _values(connection, head) if " " in head else {row[field]}
    return tuple(sorted(str(d) for d in digests if d))


def comments(connection: Connection, person: str, under: str = "") -> list[CommentRow]:
    """The comments this person may see, oldest first by the making laptop's clock; `by` is a Person.id.

    `under`: what the ids begin with, a case's and "/", or "". On a case marked blind a person sees their own.
    """
    asked = second_markings(connection)
    return [
        c
        for c in _comments(connection, under)
        if (of := asked.get(c.id.split("/")[0])) is None or not of.hides(person, COMMENT.code, c.by)
    ]


def _comments(connection: Connection, start: str) -> list[CommentRow]:
    return [_comment(row) for row in named(connection, _COMMENTS, under=start)]


def _comment(row: dict[str, Any]) -> CommentRow:
    _, question, prompt = (*row["about"].split("/"), "", "")[:3]
    return CommentRow(**row, question=question, prompt=prompt or None)


def _values(connection: Connection, head: str) -> set[str | int | bool | None]:
    return {change.value for change in journal.changes(connection, heads_in(head))}
