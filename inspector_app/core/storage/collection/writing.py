"""What comes into a collection: an inspection whole, once."""

from typing import Any

from sqlalchemy import Connection, Table, delete, select

from inspector_app.core.domain.collection import Collected, Kind, Question, Standard
from inspector_app.core.domain.text import alike
from inspector_app.core.storage.collection.tables import INSPECTION, QUESTION, STANDARD


def same(connection: Connection, one: Collected) -> tuple[Kind, str] | None:
    """What is there of the same inspection (service, first day and framework): its kind and digest; None when nothing."""
    found = connection.execute(select(INSPECTION.c.kind, INSPECTION.c.digest).where(*_is(one))).one_or_none()
    return found and (Kind(found.kind), found.digest)


def put(connection: Connection, one: Collected) -> None:
    """Put it in, in the place of what is there of the same inspection."""
    connection.execute(delete(INSPECTION).where(*_is(one)))
    made = connection.execute(INSPECTION.insert().values(**_inspection(one)).returning(INSPECTION.c.id)).scalar_one()
    _several(connection, STANDARD, [_standard(made, place, part) for place, part in enumerate(one.standards)])
    _several(connection, QUESTION, [_question(made, place, part) for place, part in enumerate(one.questions)])


def _is(one: Collected) -> tuple[Any, ...]:
    return (
        INSPECTION.c.service_key == alike.key(one.service),
        INSPECTION.c.start == one.start,
        INSPECTION.c.framework == one.rules.framework,
    )


def _several(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _inspection(one: Collected) -> dict[str, Any]:
    alike_named = (
        "service", "start", "end", "version", "digest", "score", "score_max", "overall", "provisional", "at", "by", "groups"
    )  # fmt: skip
    return {name: getattr(one, name) for name in alike_named} | {
        "service_key": alike.key(one.service),
        "framework": one.rules.framework,
        "rules": one.rules.digest,
        "kind": one.kind.value,
    }


def _standard(inspection: int, place: int, one: Standard) -> dict[str, Any]:
    named = ("ref", "title", "counted", "computed", "rating", "points")
    return {name: getattr(one, name) for name in named} | {"inspection": inspection, "place": place}


def _question(inspection: int, place: int, one: Question) -> dict[str, Any]:
    named = ("standard", "ref", "text", "yes", "of", "not_applicable", "unanswered", "band", "given")
    return {name: getattr(one, name) for name in named} | {"inspection": inspection, "place": place}
