"""What finding needs to know of the things it finds: where each belongs, and how each prompt and judgement stands."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Table,
    and_,
    bindparam,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    union_all,
)

from inspector_app.core.domain import ids
from inspector_app.core.domain.cases.concern import concern_of
from inspector_app.core.domain.cases.review import CommentRow, unsubmitted
from inspector_app.core.domain.cases.second_marking import FIRSTS, SECONDS, Asked, Kept, kinds
from inspector_app.core.domain.fields import INTERVIEW
from inspector_app.core.domain.finding.search import UNANSWERED
from inspector_app.core.domain.ids import PersonId
from inspector_app.core.domain.inspection import Case
from inspector_app.core.storage.columns import NOUGHT, split, text
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.reading import read, read_answers, read_marking, read_review, stands
from inspector_app.core.storage.reading.finding.search import TEXTS
from inspector_app.core.storage.tables import OF_ENTITY

# What a thing without a key belongs to, as a field of it says.
_OF = {
    entity: select(OF_ENTITY[entity].c.id, text(OF_ENTITY[entity], field))
    for entity, field in {"finding": "standard", "concern": "case", "event": "case"}.items()
}
_SOURCES = select(OF_ENTITY["source"].c.id, text(OF_ENTITY["source"], "title")).where(stands.SOURCE)
_INFORMED = select(OF_ENTITY["informed"].c.id)
_INTERVIEWS = select(OF_ENTITY["interview"].c.id).where(under(OF_ENTITY["interview"].c.id))


@dataclass(frozen=True, slots=True)
class Ground:
    """What is looked over, for one person: the cases in their order, and what the other things belong to."""

    person: PersonId
    cases: dict[str, Case]
    stages: dict[str, str]  # case id -> what it is at (domain/cases/review.py)
    second: dict[str, Asked]
    comments: dict[str, CommentRow]  # those the person may see
    sources: dict[str, str]  # id -> title
    unheard: frozenset[str]  # interviews that blind marking hides from the person
    belongs: dict[
        tuple[str, str], str
    ]  # (finding, concern, somebody told of one, or event; id) -> its standard or case

    def kinds(self, case: str) -> Kept:
        """Where this person's judgements and prompts of a case are kept."""
        return kinds(self.second.get(case), self.person)

    def shows(self, entity: str, entity_id: str) -> bool:
        """Whether a thing is there for this person: not deleted with its case or source, not hidden by blind marking."""
        if entity in ("source", "score", "bearing"):
            return entity_id.split("/")[0] in self.sources
        if entity == "comment" and entity_id not in self.comments:
            return False
        if entity in FIRSTS or entity in SECONDS:
            case = ids.case_of(entity_id)
            asked = self.second.get(case)
            there = case in self.cases and (entity in FIRSTS or asked is not None)
            return there and not (asked and asked.hides(self.person, entity, entity_id))
        if entity_id in self.unheard:
            return False
        return entity not in ("case", "comment", "interview") or ids.case_of(entity_id) in self.cases


def ground(connection: Connection, person: PersonId) -> Ground:
    """What there is to find for this person."""
    belongs = {(entity, i): of for entity, asked in _OF.items() for i, of in connection.execute(asked)}
    belongs |= {("informed", i): belongs.get(("concern", concern_of(i)), "") for i in connection.scalars(_INFORMED)}
    second = read_marking.second_markings(connection)
    unheard = frozenset(
        i
        for asked in second.values()
        if not asked.complete
        for i in connection.scalars(_INTERVIEWS, {"under": f"{asked.case}/"}).all()
        if read_review.hidden(connection, person, INTERVIEW.code, i)
    )
    cases = {case.id: case for case in read.cases(connection)}
    reviews, begun = read_review.reviews(connection), read_answers.begun(connection)
    reviewed = {case: found.stage for case, found in reviews.items()}
    return Ground(
        person, cases, {case: reviewed.get(case) or unsubmitted(case in begun) for case in cases},
        second, {c.id: c for c in read_review.comments(connection, person)},
        dict(connection.execute(_SOURCES).all()), unheard, belongs,
    )  # fmt: skip


def standing(connection: Connection, answer: str, note: bool | None) -> set[str]:
    """`key` of every judgement and prompt, first and second, that has this answer (UNANSWERED: none) and a text or none.

    "" and None let everything through; a contested answer is none. No text is read, nor anything that is stored behind one:
    that would read the whole file.
    """
    asked = answer if answer in ("", UNANSWERED) else _THIS
    return set(connection.scalars(_standing(asked, note), {"answer": answer}))


@cache
def _standing(asked: str, note: bool | None) -> CompoundSelect[str]:
    tables = ((entity, OF_ENTITY[entity]) for entity in (*FIRSTS, *SECONDS))
    return union_all(
        *(
            select(literal(f"{entity} ") + table.c.id).where(
                _answer(asked, table), _noted(note, table.c[TEXTS[entity][0]])
            )
            for entity, table in tables
        )
    )


_THIS = "this"  # the answer that is given as `answer`


def _answer(asked: str, table: Table) -> ColumnElement[bool]:
    given, differ = table.c.answer, split(table, "answer")
    if asked == _THIS:
        return and_(given == bindparam("answer"), not_(differ))
    return or_(given.is_(None), differ) if asked == UNANSWERED else true()


def _noted(note: bool | None, column: ColumnElement[str]) -> ColumnElement[bool]:
    size = func.coalesce(func.octet_length(column), NOUGHT)
    return true() if note is None else size > NOUGHT if note else size == NOUGHT


def key(entity: str, entity_id: str) -> str:
    """An item as `standing` names it: one string, for the sets are large and must not keep the collector busy."""
    return f"{entity} {entity_id}"
