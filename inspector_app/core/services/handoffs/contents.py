"""What work is about, as an inspector counts it: cases, sources and texts, and not changes of fields."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from inspector_app.core.domain.fields import (
    AGREED_JUDGEMENT,
    AGREED_PROMPT,
    BEARING,
    CASE,
    COMMENT,
    CONCERN,
    EVENT,
    FINDING,
    INFORMED,
    INTERVIEW,
    JUDGEMENT,
    MARKING,
    PANEL,
    PREVIOUS,
    PROMPT,
    RATING,
    RECOMMENDATION,
    REVIEW,
    SCORE,
    SECOND,
    SECOND_JUDGEMENT,
    SECOND_PROMPT,
    SOURCE,
    SUMMARY,
    SUPPORT,
    TOTALS,
)
from inspector_app.core.domain.ids import PersonId, case_of
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.reading import read, read_concerns

_OF_CASES = {
    entity.code
    for entity in (
        CASE, JUDGEMENT, PROMPT, INTERVIEW, COMMENT, SECOND, MARKING, SECOND_JUDGEMENT, SECOND_PROMPT, AGREED_JUDGEMENT,
        AGREED_PROMPT, SUMMARY,
    )
}  # fmt: skip
_OF_SOURCES = {e.code for e in (SOURCE, SCORE, BEARING)}
_OF_TEXTS = {e.code for e in (FINDING, RECOMMENDATION, PREVIOUS, SUPPORT)}
_OF_RATINGS = {e.code for e in (RATING, PANEL, TOTALS)}
_ANSWERS = {JUDGEMENT.code, PROMPT.code}


@dataclass(frozen=True, slots=True)
class Contents:
    """What some work is about: references of cases, the rest counted.

    `moved_on`: cases that were submitted, returned, accepted or reopened; `concerns`: the cases that have them, and
    `worries` how many there are about no case; `other`: whether there is something besides, as of the team or the dates.
    """

    cases: tuple[str, ...] = ()
    moved_on: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    worries: int = 0
    sources: int = 0
    texts: int = 0
    ratings: int = 0
    events: int = 0
    other: bool = False


NOTHING = Contents()


def contents(connection: Connection, keys: Iterable[Key]) -> Contents:
    """What work on these fields is about, in a file that holds it."""
    by_kind: dict[str, set[str]] = {}
    for entity, of, _ in keys:
        by_kind.setdefault(_kind(entity), set()).add(case_of(of))
    concerns = _concerned(connection, by_kind.get("concern", ()))
    return Contents(
        cases=_refs(connection, by_kind.get("case", ())),
        moved_on=_refs(connection, by_kind.get("review", ())),
        concerns=tuple(dict.fromkeys(ref for ref in concerns if ref)),
        worries=concerns.count(""),
        other="other" in by_kind,
        **{kind: len(by_kind.get(kind, ())) for kind in ("sources", "texts", "ratings", "events")},
    )


def own_answers(connection: Connection, keys: Iterable[Key], me: PersonId) -> int:
    """How many answers of these are of cases that this person inspects."""
    answers = [case_of(of) for entity, of, field in keys if entity in _ANSWERS and field == "answer"]
    mine = {case.id for case in read.cases(connection, brief=True) if case.inspector == me} if answers else set[str]()
    return sum(of in mine for of in answers)


def passed_on(connection: Connection, changed: Iterable[Key]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Whose cases are now that another had before, of what changed: people (ids; "" for nobody) with references."""
    moved = {of for entity, of, field in changed if entity == CASE.code and field == "inspector"}
    found: dict[str, tuple[str, ...]] = {}
    for case in read.cases(connection, brief=True) if moved else ():
        if case.id in moved:
            found[case.inspector or ""] = (*found.get(case.inspector or "", ()), case.ref)
    return tuple(found.items())


def asked_to_mark(connection: Connection, new: Iterable[Key], me: PersonId) -> tuple[str, ...]:
    """The references of the cases of which this person is asked for a second marking, of the fields that are new."""
    mine = (of for entity, of, field in new if (entity, field) == (MARKING.code, "asked") and of.endswith(f"/{me}"))
    return _refs(connection, {case_of(of) for of in mine})


def marked(connection: Connection, new: Iterable[Key]) -> tuple[str, ...]:
    """The references of the cases that somebody has finished marking, of the fields that are new."""
    done = {(MARKING.code, "done"), (SECOND.code, "first_done")}
    return _refs(connection, {case_of(of) for entity, of, field in new if (entity, field) in done})


@cache
def _kind(entity: str) -> str:
    kinds = ((_OF_CASES, "case"), (_OF_SOURCES, "sources"), (_OF_TEXTS, "texts"), (_OF_RATINGS, "ratings"))
    plain = {REVIEW.code: "review", CONCERN.code: "concern", INFORMED.code: "concern", EVENT.code: "events"}
    return next((kind for codes, kind in kinds if entity in codes), plain.get(entity, "other"))


def _refs(connection: Connection, ids: Collection[str]) -> tuple[str, ...]:
    """The references of these cases, in the order of the lists."""
    return tuple(case.ref for case in read.cases(connection, brief=True) if case.id in ids) if ids else ()


def _concerned(connection: Connection, ids: Collection[str]) -> tuple[str, ...]:
    """The case of each of these concerns, "" for none."""
    if not ids:
        return ()
    return tuple(row.case_ref for row in read_concerns.rows(connection) if row.id in ids)
