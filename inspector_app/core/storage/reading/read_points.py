"""The service's points on factual accuracy, with who judged and who signed."""

from typing import Any

from sqlalchemy import Connection, select

from inspector_app.core.domain.fields import POINT
from inspector_app.core.domain.ids import EntityId, step_of
from inspector_app.core.domain.panel.accuracy import Decision, Point, PointKind, PointRow
from inspector_app.core.domain.steps.changes import Change, Step, heads_in
from inspector_app.core.storage.columns import agreed_day, agreed_text, differing, text, written
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.named import named
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_POINT = OF_ENTITY[POINT.code]
_FIELDS = tuple(field.code for field in POINT.fields if field.code != "deleted")
_ROWS = (
    select(
        _POINT.c.id,
        *(text(_POINT, field) for field in _FIELDS),
        _POINT.c[head_of("signed")],
        _POINT.c[head_of("said")],
        differing(_POINT, _FIELDS),
    ).where(written(_POINT, ("said",)))  # deleting, and taking back that it came in, clear it
)

_OF_DOCUMENTS = ("kind", "quoted", "said", "source", "decision", "reason")
_DOCUMENTED = (
    select(agreed_day(_POINT, "day"), *(agreed_text(_POINT, field) for field in _OF_DOCUMENTS))
    .where(written(_POINT, ("said",)))
    .order_by(_POINT.c.day, _POINT.c.id)
)


def documented(connection: Connection) -> list[Point]:
    """The points as documents have them; of what people differ on, nothing."""
    return [Point(**row) for row in named(connection, _DOCUMENTED)]


def rows(connection: Connection) -> list[PointRow]:
    """The points that are there, in the order in which they were written down: a new one has the last number."""
    found = list(named(connection, _ROWS))
    made = {row["id"]: step_of(heads_in(row.pop(head_of("said")))[0]) for row in found}
    steps = journal.steps(connection, made.values())
    found.sort(key=lambda row: (steps[made[row["id"]]].at, made[row["id"]], row["id"]))
    return [_row(connection, row) for row in found]


def _row(connection: Connection, row: dict[str, Any]) -> PointRow:
    point = EntityId(row["id"])
    signed = row.pop(head_of("signed")) or ""
    entity, _, text_id = row["about"].partition("/")
    of_text = journal.field_history(connection, entity, EntityId(text_id), "text") if _is_text(entity, text_id) else []
    others = _texts_before(connection, point, row["about"])
    decisions = [c for f in ("decision", "reason") for c in journal.field_history(connection, POINT.code, point, f)]
    steps = journal.steps(connection, {step_of(c.id) for c in (*of_text, *others, *decisions)})
    judged = frozenset(step.author for step in steps.values())
    signer = _signer(connection, signed, judged)
    return PointRow(
        **row
        | {
            "kind": PointKind(row["kind"]) if row["kind"] else None,
            "decision": Decision(row["decision"]) if row["decision"] else None,
            "contested": tuple(row["contested"].split()),
        },
        judged=judged,
        decided_by=next((steps[step_of(c.id)].author for c in decisions), ""),
        signer=signer.author if signer else "",
        signed_at=signer.at if signer else "",
        now=str(of_text[0].value or "") if of_text else "",
    )


def _is_text(entity: str, text_id: str) -> bool:
    return entity in ("finding", "recommendation") and bool(text_id)


def _texts_before(connection: Connection, point: EntityId, about: str) -> list[Change]:
    """What was written of the other texts that the point has been on: who moves it off their own has judged of it still."""
    found: list[Change] = []
    for on in {str(c.value or "") for c in journal.field_history(connection, POINT.code, point, "about")} - {about}:
        entity, _, text_id = on.partition("/")
        found += (
            journal.field_history(connection, entity, EntityId(text_id), "text") if _is_text(entity, text_id) else []
        )
    return found


def _signer(connection: Connection, signed: str, judged: frozenset[str]) -> Step | None:
    """Who signed; of several who signed the same apart, one who judged nothing of it."""
    steps = list(journal.steps(connection, [step_of(head) for head in heads_in(signed)]).values())
    return next((step for step in steps if step.author not in judged), next(iter(steps), None))
