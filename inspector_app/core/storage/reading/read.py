"""What screens, rating and export read: frozen values, each made by few queries and none lazily."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Label, Select, bindparam, delete, func, select

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.draft.copies import outward
from inspector_app.core.domain.field import ABSURD
from inspector_app.core.domain.fields import CASE, Field, Kind
from inspector_app.core.domain.inspection import (
    Case,
    Finding,
    FindingKind,
    GivenRating,
    Inspection,
    PanelDecision,
    Previous,
    Recommendation,
    Support,
    Totals,
)
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.domain.text.names import called, shown
from inspector_app.core.domain.text.natural import natural
from inspector_app.core.storage.columns import NOUGHT, agreed, agreed_day, agreed_text, day, text
from inspector_app.core.storage.ids import last_step
from inspector_app.core.storage.into import Named
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import (
    read_answers,
    read_caseload,
    read_points,
    read_support,
    read_told,
    read_whole,
    stands,
)
from inspector_app.core.storage.reading.people import cards as cards
from inspector_app.core.storage.reading.people import names as names
from inspector_app.core.storage.reading.people import team as team
from inspector_app.core.storage.reading.read_support import Known
from inspector_app.core.storage.tables import META, OF_ENTITY, STEPS, head_of, upsert

_ALL_META = select(META.c.name, META.c.value)
_PUT_META = upsert(META)
_DROP_META = delete(META).where(META.c.name == bindparam("dropped"))


def meta(connection: Connection) -> dict[str, str]:
    """What the workspace was made with: framework id and text, format."""
    return dict(connection.execute(_ALL_META).all())


def put_meta(connection: Connection, values: dict[str, str]) -> None:
    """Record what the workspace is made with, or what is to be known of it from now on."""
    connection.execute(_PUT_META, [{"name": name, "value": value} for name, value in values.items()])


def drop_meta(connection: Connection, name: str) -> None:
    """Record it no longer."""
    connection.execute(_DROP_META, {"dropped": name})


# the whole

_INSPECTION = OF_ENTITY["inspection"]
_FIELDWORK = (day(_INSPECTION, "start"), day(_INSPECTION, "end"))
_SERVICE = select(text(_INSPECTION, "service"))
_HEAD = select(
    *_FIELDWORK, *(text(_INSPECTION, field) for field in ("service", "marking", "notice", "gaps")),
    agreed_text(_INSPECTION, "nation"), agreed_day(_INSPECTION, "return_start"), agreed_day(_INSPECTION, "return_end"),
)  # fmt: skip


def service(connection: Connection) -> str:
    """The service that is inspected."""
    return called(connection.execute(_SERVICE).scalar_one())


def inspection(connection: Connection, framework: str, blind: Collection[str] = ()) -> Inspection:
    """The whole inspection, but for what was judged and heard on `blind` cases. A contested answer reads as unanswered."""
    found, written, sources = cases(connection), findings(connection), read_whole.sources(connection)
    known = {c.id for c in found}.difference(blind)
    carried = read_support.by_text(connection, Known(known, list(sources), [f.id for f in written]))
    return Inspection(
        framework=framework, **_head(connection),
        team=tuple(team(connection)), cases=tuple(found),
        judgements=tuple(j for j in read_answers.judgements(connection) if j.case in known),
        prompts=tuple(p for p in read_answers.prompts(connection) if p.case in known),
        ratings=tuple(given_ratings(connection)), panel=tuple(panel_decisions(connection, whole=not blind)),
        findings=tuple(Finding(f.group, FindingKind(f.kind), f.text, carried.get(f.id, ()), mark=f.id) for f in written),
        recommendations=tuple(_recommendation(r, carried.get(r.id, ())) for r in recommendations(connection)),
        previous=tuple(Previous(p.group, p.text, p.outcome, p.note) for p in previous(connection)),
        totals=tuple(_totals(connection)), caseload=tuple(read_caseload.rows(connection)),
        told=tuple(read_told.told(connection, whole=not blind)), points=tuple(read_points.documented(connection)),
        interviews=tuple(read_whole.interviews(connection, known)), events=tuple(read_whole.events(connection)),
        sources=tuple(sources.values()), concerns=tuple(read_whole.concerns(connection)),
    )  # fmt: skip


def _recommendation(row: TextRow, carried: tuple[Support, ...]) -> Recommendation:
    due = date.fromisoformat(row.due) if row.due else None
    return Recommendation(row.group, row.text, row.priority, due, carried, mark=row.id)


def rated_from(connection: Connection, framework: str, blind: Collection[str] = ()) -> Inspection:
    """What the ratings of the inspection come from, and its own facts: no note, prompt or text of a finding is read."""
    found = cases(connection)
    known = {c.id for c in found}.difference(blind)
    return Inspection(
        framework=framework, **_head(connection), cases=tuple(found),
        judgements=tuple(j for j in read_answers.judgements(connection, texts=False) if j.case in known),
        ratings=tuple(given_ratings(connection)), panel=tuple(panel_decisions(connection)), totals=tuple(_totals(connection)),
    )  # fmt: skip


def for_service(connection: Connection, framework: str, blind: Collection[str] = ()) -> Inspection:
    """What the service's copy of the draft findings is made from: no comment, prompt, second marking or concern is read."""
    return outward(
        replace(
            rated_from(connection, framework, blind),
            team=tuple(team(connection)),
            findings=tuple(Finding(f.group, FindingKind(f.kind), f.text, mark=f.id) for f in findings(connection)),
            recommendations=tuple(Recommendation(r.group, r.text, mark=r.id) for r in recommendations(connection)),
            interviews=tuple(read_whole.interviews(connection, {c.id for c in cases(connection)}.difference(blind))),
            sources=tuple(read_whole.sources(connection).values()),
        )
    )


def _head(connection: Connection) -> dict[str, Any]:
    head = connection.execute(_HEAD).mappings().one()
    names = {"service": called(head["service"], ABSURD), "marking": shown(head["marking"], ABSURD)}
    return {**head, **names, "gaps": spans.read(head["gaps"])}


def _as_read(field: Field) -> Label[Any]:
    """A field of a case: a contested text as its first side, anything else that is contested as nothing."""
    if field.kind is Kind.TEXT:
        return text(_CASE, field.code)
    return (agreed_day if field.kind is Kind.DATE else agreed)(_CASE, field.code)


_CASE = OF_ENTITY[CASE.code]
_CASES = select(_CASE.c.id, *(_as_read(field) for field in CASE.documented)).where(stands.CASE)
_SAMPLES_AND_REFS = select(*(_as_read(field) for field in CASE.documented if field.code in ("sample", "ref"))).where(
    stands.CASE
)
_CASE_IDS = select(_CASE.c.id).where(stands.CASE)
_EVERY_CASE, _ONE_CASE = Named(_CASES), Named(_CASES.where(_CASE.c.id == bindparam("only")))
_BRIEF = tuple(_as_read(field) for field in CASE.documented if field.code in ("sample", "ref", "inspector"))
_CASES_IN_BRIEF = Named(select(_CASE.c.id, *_BRIEF).where(stands.CASE))
_ONE_REF = select(*(_as_read(field) for field in CASE.documented if field.code == "ref")).where(
    stands.CASE, _CASE.c.id == bindparam("only")
)


def cases(connection: Connection, only: str | None = None, *, brief: bool = False) -> list[Case]:
    """Cases by sample and reference (C2 before C10); with `only`, that one; `brief`: nothing but these and the inspector."""
    every = _CASES_IN_BRIEF if brief else _EVERY_CASE
    rows = every.rows(connection) if only is None else _ONE_CASE.rows(connection, only=only)
    return sorted((Case(**row) for row in rows), key=lambda c: (c.sample, natural(c.ref), c.id))


def case_ref(connection: Connection, case: str) -> str:
    """What a case is called; "" where there is none of that id. For a sentence about it: the whole of it is forty fields."""
    return connection.scalar(_ONE_REF, {"only": case}) or ""


def case_ids(connection: Connection) -> frozenset[str]:
    """The ids of the cases that are there."""
    return frozenset(connection.scalars(_CASE_IDS))


def samples_and_refs(connection: Connection) -> list[tuple[str, str]]:
    """Sample and reference of each case: to read cases whole costs ten times as much."""
    return [(row["sample"], row["ref"]) for row in named(connection, _SAMPLES_AND_REFS)]


# findings, ratings

_FINDING, _RECOMMENDATION = OF_ENTITY["finding"], OF_ENTITY["recommendation"]
_FINDINGS = (
    select(
        _FINDING.c.id,
        text(_FINDING, "standard").label("group"),
        func.coalesce(_FINDING.c.kind, FindingKind.NARRATIVE.value).label("kind"),
        text(_FINDING, "text"),
        func.coalesce(_FINDING.c.position, NOUGHT).label("position"),
    )
    .where(stands.FINDING)
    .order_by(_FINDING.c.position, _FINDING.c.id)
)
_RECOMMENDATIONS = (
    select(
        _RECOMMENDATION.c.id,
        text(_RECOMMENDATION, "to").label("group"),
        text(_RECOMMENDATION, "text"),
        agreed_text(_RECOMMENDATION, "priority"),
        agreed_text(_RECOMMENDATION, "due"),
        func.coalesce(_RECOMMENDATION.c.position, NOUGHT).label("position"),
    )
    .where(stands.RECOMMENDATION)
    .order_by(_RECOMMENDATION.c.position, _RECOMMENDATION.c.id)
)
_PREVIOUS_TABLE = OF_ENTITY["previous"]
_PREVIOUS = (
    select(
        _PREVIOUS_TABLE.c.id,
        text(_PREVIOUS_TABLE, "to").label("group"),
        text(_PREVIOUS_TABLE, "text"),
        agreed_text(_PREVIOUS_TABLE, "outcome"),
        text(_PREVIOUS_TABLE, "note"),
        func.coalesce(_PREVIOUS_TABLE.c.position, NOUGHT).label("position"),
    )
    .where(stands.PREVIOUS)
    .order_by(_PREVIOUS_TABLE.c.position, _PREVIOUS_TABLE.c.id)
)
_RATING, _PANEL, _TOTAL = OF_ENTITY["rating"], OF_ENTITY["panel"], OF_ENTITY["totals"]
_RATINGS = select(
    _RATING.c.id.label("subject"), text(_RATING, "rationale"),
    *(agreed(_RATING, field) for field in ("rating", "stars", "case_score")),
).order_by(_RATING.c.id)  # fmt: skip
_DECISIONS = (  # fmt: skip
    select(
        _PANEL.c.id.label("standard"),
        agreed(_PANEL, "to"),
        *(text(_PANEL, field) for field in ("reason", "question", "members", "computed", "interests")),
    )
    .where(agreed(_PANEL, "to").is_not(None))
    .order_by(_PANEL.c.id)
)
_TOTALS = (
    select(_TOTAL.c.id.label("question"), agreed(_TOTAL, "yes"), agreed(_TOTAL, "of"))
    .where(agreed(_TOTAL, "yes").element <= agreed(_TOTAL, "of").element)  # two people's may not agree: then it is none
    .order_by(_TOTAL.c.id)
)


@cache
def _saved(entity: str, field: str) -> Select[*tuple[Any, ...]]:
    table = OF_ENTITY[entity]
    return select(table.c.id, STEPS.c.at).join_from(table, STEPS, last_step(STEPS, table.c[head_of(field)]))


def saved(connection: Connection, entity: str, field: str) -> dict[str, str]:
    """When that field was last written, of each item of a kind whose field was: ISO 8601 by id."""
    return {row["id"]: row["at"] for row in named(connection, _saved(entity, field))}


def findings(connection: Connection) -> list[TextRow]:
    """Findings in the order they stand in the report."""
    return [TextRow(**row) for row in named(connection, _FINDINGS)]


def recommendations(connection: Connection) -> list[TextRow]:
    """Recommendations in order."""
    return [TextRow(kind="", **row) for row in named(connection, _RECOMMENDATIONS)]


def previous(connection: Connection) -> list[TextRow]:
    """The recommendations of the last inspection, in order."""
    return [TextRow(kind="", **row) for row in named(connection, _PREVIOUS)]


def allowed(connection: Connection) -> frozenset[str]:
    """What was let go with a reason although it may identify somebody, by its key (domain/text/identifying.py)."""
    table = OF_ENTITY["allowed"]
    rows = connection.execute(select(table.c.id, text(table, "reason")))
    return frozenset(item for item, reason in rows if reason.strip())


def given_ratings(connection: Connection) -> Iterator[GivenRating]:
    """What people rated or wrote a rationale on; a contested rating is none."""
    for given in (GivenRating(**row) for row in named(connection, _RATINGS)):
        if given.rating or given.stars is not None or given.case_score is not None or given.rationale:
            yield given


def panel_decisions(connection: Connection, *, whole: bool = True) -> Iterator[PanelDecision]:
    """What the panel decided and nobody contests; without the rating it went from where that is not to be seen."""
    found = (PanelDecision(**row) for row in named(connection, _DECISIONS))
    return found if whole else (replace(one, computed="") for one in found)


def by_totals(connection: Connection) -> frozenset[str]:
    """The key questions that are known by their totals, so that nothing is left to judge on them."""
    return frozenset(given.question for given in _totals(connection))


def _totals(connection: Connection) -> Iterator[Totals]:
    return (Totals(**row) for row in named(connection, _TOTALS))
