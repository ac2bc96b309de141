"""What is read of a collection: its inspections one by one, and counted, by framework and rules, by the database itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from inspector_app.core.domain.collection import Collected, Kind, Rules
from inspector_app.core.storage.collection.tables import INSPECTION, QUESTION, STANDARD

_FIELDS = (
    "service", "start", "end", "version", "digest", "score", "score_max", "overall", "provisional", "at", "by", "groups"
)  # fmt: skip
_RULES = (INSPECTION.c.framework, INSPECTION.c.rules)


@dataclass(frozen=True, slots=True)
class Group:
    """How many inspections were rated by some rules in one version: counted, of these not sealed, and provisional ones."""

    rules: Rules
    version: int
    counted: int
    unsealed: int
    provisional: int
    score_max: int | None


@dataclass(frozen=True, slots=True)
class Rated:
    """How many inspections have a rating. `subject`: a standard's reference, "" for the overall rating."""

    rules: Rules
    subject: str
    title: str
    word: str
    points: int | None
    inspections: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A key question's cases over the inspections in which any was judged."""

    rules: Rules
    standard: str
    ref: str
    text: str
    yes: int
    of: int
    inspections: int


def inspections(connection: Connection) -> list[Collected]:
    """Every inspection without its standards and key questions, the oldest first."""
    rows = connection.execute(select(INSPECTION).order_by(INSPECTION.c.start, INSPECTION.c.service_key))
    return [
        Collected(
            rules=Rules(row.framework, row.rules), kind=Kind(row.kind), **{name: row._mapping[name] for name in _FIELDS}
        )
        for row in rows
    ]


def groups(connection: Connection, kinds: Sequence[Kind]) -> list[Group]:
    """Which rules there are, each in each of its versions."""
    final = INSPECTION.c.provisional.is_(False)
    unsealed = final & (INSPECTION.c.kind != Kind.SEALED.value)
    asked = (
        select(
            *_RULES, INSPECTION.c.version, _how_many(final), _how_many(unsealed), _how_many(~final),
            func.max(INSPECTION.c.score_max),
        )
        .where(INSPECTION.c.kind.in_([kind.value for kind in kinds]))
        .group_by(*_RULES, INSPECTION.c.version)
        .order_by(*_RULES, INSPECTION.c.version)
    )  # fmt: skip
    found: Iterable[Any] = connection.execute(asked)
    return [
        Group(
            rules=_rules(row), version=row[2], counted=int(row[3]), unsealed=int(row[4]), provisional=int(row[5]),
            score_max=row[6],
        )
        for row in found
    ]  # fmt: skip


def overall(connection: Connection, kinds: Sequence[Kind]) -> list[Rated]:
    """The overall ratings, counted. None has points of its own."""
    asked = select(*_RULES, INSPECTION.c.overall, func.count()).where(INSPECTION.c.overall.is_not(None))
    found = connection.execute(_final(asked, kinds).group_by(*_RULES, INSPECTION.c.overall))
    return [
        Rated(rules=_rules(row), subject="", title="", word=row[2], points=None, inspections=row[3]) for row in found
    ]


def standards(connection: Connection, kinds: Sequence[Kind]) -> list[Rated]:
    """The ratings of each standard, counted, in the order of the framework and from the highest."""
    of = STANDARD.c
    asked = (
        select(*_RULES, of.ref, func.min(of.title), of.rating, func.min(of.points), func.count())
        .join(STANDARD, of.inspection == INSPECTION.c.id)
        .where(of.rating.is_not(None))
    )
    grouped = _final(asked, kinds).group_by(*_RULES, of.ref, of.rating)
    found = connection.execute(grouped.order_by(func.min(of.place), of.ref, func.min(of.points).desc()))
    return [
        Rated(rules=_rules(row), subject=row[2], title=row[3], word=row[4], points=row[5], inspections=row[6])
        for row in found
    ]


def rates(connection: Connection, kinds: Sequence[Kind]) -> list[Judged]:
    """The cases of each key question, added up, in the order of the framework."""
    of = QUESTION.c
    asked = (
        select(*_RULES, of.standard, of.ref, func.min(of.text), func.sum(of.yes), func.sum(of.of), func.count())
        .join(QUESTION, of.inspection == INSPECTION.c.id)
        .where(of.of > 0)
    )
    grouped = _final(asked, kinds).group_by(*_RULES, of.standard, of.ref)
    found: Iterable[Any] = connection.execute(grouped.order_by(func.min(of.place), of.standard, of.ref))
    return [
        Judged(
            rules=_rules(row), standard=row[2], ref=row[3], text=row[4], yes=int(row[5]), of=int(row[6]),
            inspections=row[7],
        )
        for row in found
    ]  # fmt: skip


def _final(asked: Select[Any], kinds: Sequence[Kind]) -> Select[Any]:
    kind = INSPECTION.c.kind.in_([kind.value for kind in kinds])
    return asked.where(INSPECTION.c.provisional.is_(False), kind)


def _how_many(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _rules(row: Sequence[Any]) -> Rules:
    return Rules(row[0], row[1])
