"""What review and second marking read, and what a person who marks a case blind may see of it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, Select, bindparam, func, not_, select, true, union_all

from inspector_app.core.domain import ids
from inspector_app.core.domain.cases import second_marking as marking
from inspector_app.core.domain.cases.review import ACCEPTED, SUBMITTED, CommentRow
from inspector_app.core.domain.cases.second_marking import AGREED, BY_MAKER, COUNTED, FIRSTS, SECONDS, Kept, marker_of
from inspector_app.core.domain.fields import COMMENT, INTERVIEW
from inspector_app.core.domain.ids import EntityId, StepId, step_of
from inspector_app.core.domain.steps.changes import Verb, heads_in
from inspector_app.core.storage.columns import EMPTY, agreed, split, text
from inspector_app.core.storage.ids import among, case_of, last_step, question_of, under
from inspector_app.core.storage.log import acts, brought_back, journal
from inspector_app.core.storage.log.acts import Self
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import contested, read_answers, read_marking
from inspector_app.core.storage.reading.read_answers import Answered, Stood
from inspector_app.core.storage.reading.whose_word import words_on
from inspector_app.core.storage.tables import OF_ENTITY, STEPS, head_of

# the next such act settles them
_BY_AN_ACT = {
    ("review", "accepted"), ("review", "submitted"), ("second", "first_marks"), ("second", "settled"), ("marking", "marks"),
    ("marking", "done"), ("inspection", "sealed"),
}  # fmt: skip

_REVIEW, _COMMENT = OF_ENTITY["review"], OF_ENTITY["comment"]


@cache
def _answered_counts(some: bool) -> Select[str, int]:
    # Of which key question each is takes longer to find than all the rest, and usually none is left out.
    cases = union_all(
        *(
            select(case_of(table.c.id).label("case")).where(
                agreed(table, "answer").is_not(None), not_(among(question_of(table.c.id))) if some else true()
            )
            for table in (OF_ENTITY[entity] for entity in FIRSTS)
        )
    ).subquery()
    return select(cases.c.case, func.count()).group_by(cases.c.case)


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
        text(_REVIEW, head_of("stage")),
        (STEPS.c.verb == Verb.UNDO.value).label("undone"),
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


def blind_cases(connection: Connection, person: str) -> frozenset[str]:
    """The cases this person marks second and is not done with, or the first is not: they see their own answers only."""
    found = read_marking.second_markings(connection)
    return frozenset(case for case, asked in found.items() if asked.hides_from(person))


def blind_to_anybody(connection: Connection) -> frozenset[str]:
    """The cases of which somebody may see their own answers only: not everybody who marks them is done."""
    found = read_marking.second_markings(connection)
    return frozenset(case for case, asked in found.items() if asked.markings and not asked.complete)


def uncounted(connection: Connection, person: str) -> frozenset[tuple[str, str]]:
    """(entity, field) of the ratings of another day that the person may not see, for they mark a case blind."""
    return COUNTED if blind_cases(connection, person) else frozenset()


def kinds(connection: Connection, person: str, case: str) -> Kept:
    """Where this person's judgements and prompts of a case are kept."""
    return marking.kinds(read_marking.second_marking(connection, case), person)


def hidden(connection: Connection, person: str, entity: str, entity_id: str) -> bool:
    """Whether the person may not see this item for now (`Asked.hides`)."""
    asked = read_marking.second_marking(connection, ids.case_of(entity_id))
    if asked is None:
        return entity in SECONDS  # of a second marking that was called off
    return asked.hides(person, entity, entity_id, _by(connection, entity, entity_id))


def is_of_another(connection: Connection, person: str, entity: str, entity_id: str) -> bool:
    """Whether somebody else wrote this interview down: who marks blind writes to their own alone."""
    return entity == INTERVIEW.code and _maker(connection, entity, EntityId(entity_id)) not in ("", person)


def hiding(connection: Connection, person: str, before: Connection | None = None) -> Callable[[str, str], bool]:
    """What `hidden` says of (entity, id), asked of many; `before`: a backup, which may have what is here no more."""
    markings = read_marking.second_markings(connection)

    def hides(entity: str, entity_id: str) -> bool:
        asked = markings.get(ids.case_of(entity_id))
        if asked is None:
            return entity in SECONDS
        by = _by(connection, entity, entity_id) or (_by(before, entity, entity_id) if before is not None else "")
        return asked.hides(person, entity, entity_id, by)

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
    """(entity, id, field) of every contested field that the person may see and has to settle.

    Who marked a case settles nothing of its agreed version.
    """
    marked, hides = dict[str, bool](), hiding(connection, person)
    unseen = uncounted(connection, person) | _BY_AN_ACT

    def theirs(entity: str, entity_id: str) -> bool:
        case = ids.case_of(entity_id)
        if entity in AGREED and case not in marked:
            asked = read_marking.second_marking(connection, case)
            marked[case] = asked is not None and person in read_marking.who_marked(connection, asked)
        return not (entity in AGREED and marked[case])

    return [
        (entity, entity_id, field)
        for entity, entity_id, field in contested.fields(connection)
        if (entity, field) not in unseen and not hides(entity, entity_id) and theirs(entity, entity_id)
    ]


def seen(connection: Connection, person: str, under: str = "", texts: bool = True) -> Iterator[Answered]:
    """Judgements and prompts as the person may see them: everybody's, or their own on a case they mark blind.

    `under` is "", or a case id and more that the ids begin with.
    """
    markings = read_marking.second_markings(connection)
    blind = {case: asked for case, asked in markings.items() if asked.hides_from(person)}
    for entity in FIRSTS:
        all_of_them = read_answers.answered(connection, entity, under, texts)
        yield from (found for found in all_of_them if found.case not in blind) if blind else all_of_them
    for case, asked in sorted(blind.items()):
        if ids.case_of(under) in ("", case):
            own = marking.kinds(asked, person).marker
            for entity in SECONDS:
                for found in read_answers.answered(connection, entity, under or f"{case}/", texts):
                    if marker_of(found.id) == own:
                        yield found


def stood(connection: Connection, person: str, only: str | None = None) -> dict[str, Stood]:
    """Case id -> how its answers stand as the person may see them: as `seen`, without each of them; `only`: of that case."""
    markings = read_marking.second_markings(connection) if only is None else {}
    alone = [only] if only else [case for case, asked in markings.items() if asked.hides_from(person)]
    own = {case: Stood.of(seen(connection, person, f"{case}/", texts=False)) for case in alone}
    return own if only else read_answers.stood(connection) | own


def answered_counts(connection: Connection, but: Collection[str] = ()) -> dict[str, int]:
    """Case id -> how many of its judgements and prompts, `but` those of some key questions, have an uncontested answer."""
    return dict(connection.execute(_answered_counts(bool(but)), {"ids": sorted(but)}).all())


# review


def judged_by(connection: Connection, case: str, me: Self) -> frozenset[str]:
    """Whose answers stand on the case (Person.ids): who is said to have given them, and whose laptop recorded them."""
    steps = [StepId(i) for i in connection.scalars(_JUDGED_IN, {"under": f"{case}/"})]
    said = {step.author for step in journal.steps(connection, steps).values()}
    return frozenset(said | {*acts.who_made(connection, steps, me).values()})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A case's row of review. `said` holds the digest of what it said when it came to its stage, or those that contest it.

    It is empty of a case that was submitted under a former version. `said_heads`: the changes that it stands in.
    """

    stage: str
    reason: str
    by: str  # Person.id
    at: str
    contested: bool
    said: tuple[str, ...]
    said_heads: str = ""

    @property
    def handed_on(self) -> bool:
        """Whether what it says is compared with what it said. One without a digest was not accepted by this program.

        Nor was a digest of what was submitted taken away again by it.
        """
        return bool(self.said_heads) or self.stage == ACCEPTED


def reviews(connection: Connection, only: str | None = None) -> dict[str, Reviewed]:
    """Case id -> its review, for the cases that have been submitted once; with `only`, that case."""
    rows = connection.execute(_REVIEWS) if only is None else connection.execute(_ONE_REVIEW, {"only": only})
    found = {}
    for row in rows.all():
        by, at = _who_moved(connection, row) if row.stage else ("", "")
        field, said = _DIGESTS.get(row.stage), _said(connection, row._mapping)
        heads = row._mapping[head_of(field)] if field else ""
        found[row.case] = Reviewed(row.stage, row.reason, by, at, row.contested, said, heads)
    return found


def _who_moved(connection: Connection, row: Row[Any]) -> tuple[str, str]:
    """Who brought the case to its stage (Person.id), and when: an undo of what came after brings back somebody else's act."""
    if row.undone and not row.contested:
        moved = step_of(brought_back.first(connection, heads_in(row.stage_head)[0]))
        if (step := journal.steps(connection, [moved]).get(moved)) is not None:
            return step.author, step.at
    return row.by, row.at


def by_others(connection: Connection, found: Mapping[str, Reviewed]) -> dict[str, frozenset[str]]:
    """Of cases handed on, whose word it is (Person.ids) what they said then, where not only of those who may say it.

    What was accepted is said by reviewers, which is for the caller to know; what was submitted by whose the case is or was,
    and who helps or helped.
    """
    words = words_on(connection, [one.said_heads for one in found.values()])
    said = {case: words.of(one.said_heads) for case, one in found.items()}
    submitted = [case for case, one in found.items() if one.stage == SUBMITTED]
    others = {case: people | {found[case].by} for case, people in said.items() if found[case].stage == ACCEPTED}
    others |= {case: said[case] for case in submitted}
    for field in ("inspector", "helper"):
        doubtful = [case for case in submitted if others[case]]
        had = read_marking.ever_had(connection, doubtful, field)
        others |= {case: others[case] - had[case] for case in doubtful}
    return {case: people for case, people in others.items() if people}


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
    asked = read_marking.second_markings(connection)
    return [
        c
        for c in _comments(connection, under)
        if (of := asked.get(ids.case_of(c.id))) is None or not of.hides(person, COMMENT.code, c.id, c.by)
    ]


def _comments(connection: Connection, start: str) -> list[CommentRow]:
    return [_comment(row) for row in named(connection, _COMMENTS, under=start)]


def _comment(row: dict[str, Any]) -> CommentRow:
    _, question, prompt = (*row["about"].split("/"), "", "")[:3]
    return CommentRow(**row, question=question, prompt=prompt or None)


def _values(connection: Connection, head: str) -> set[str | int | bool | None]:
    return {change.value for change in journal.changes(connection, heads_in(head))}
