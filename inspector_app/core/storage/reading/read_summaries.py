"""Summaries of key questions on cases."""

from sqlalchemy import Connection, select

from inspector_app.core.domain.fields import SUMMARY
from inspector_app.core.storage.columns import differing, text
from inspector_app.core.storage.tables import OF_ENTITY

_SUMMARY = OF_ENTITY[SUMMARY.code]
_ROWS = select(_SUMMARY.c.id, text(_SUMMARY, "text"), text(_SUMMARY, "of"), differing(_SUMMARY, ("text",)))


def rows(connection: Connection) -> dict[str, tuple[str, str, bool]]:
    """By id (case and key question): the line, the digest of the notes it was written from, whether it is contested."""
    return {id_: (said, of, bool(contested)) for id_, said, of, contested in connection.execute(_ROWS)}
