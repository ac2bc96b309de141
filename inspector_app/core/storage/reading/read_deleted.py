"""Texts of the draft that somebody deleted, for who wants one back."""

from sqlalchemy import Connection, func, not_, select

from inspector_app.core.domain.inspection import FindingKind
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.storage.columns import NOUGHT, text
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import stands
from inspector_app.core.storage.tables import OF_ENTITY

_STANDS = {"finding": stands.FINDING, "recommendation": stands.RECOMMENDATION, "previous": stands.PREVIOUS}


def deleted(connection: Connection, entity: str) -> list[TextRow]:
    """The findings, recommendations or those of the last inspection that are gone, without their words, which went too."""
    table = OF_ENTITY[entity]
    group = text(table, "standard" if entity == "finding" else "to").label("group")
    kind = [func.coalesce(table.c.kind, FindingKind.NARRATIVE.value).label("kind")] if entity == "finding" else []
    position = func.coalesce(table.c.position, NOUGHT).label("position")
    asked = select(table.c.id, group, *kind, text(table, "text"), position).where(
        table.c.deleted.is_(True), not_(_STANDS[entity])
    )
    return [TextRow(**({"kind": ""} | row)) for row in named(connection, asked)]
