"""The service's caseload, by sample and characteristic."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from inspector_app.core.domain.caseload import Caseload
from inspector_app.core.domain.fields import CASELOAD
from inspector_app.core.storage.columns import agreed_text, contested, text
from inspector_app.core.storage.named import named
from inspector_app.core.storage.tables import OF_ENTITY

_TABLE = OF_ENTITY[CASELOAD.code]
_AGREED = select(_TABLE.c.id, agreed_text(_TABLE, "counts")).order_by(_TABLE.c.id)
_SHOWN = select(_TABLE.c.id, text(_TABLE, "counts"), contested(_TABLE, "counts").label("differs")).order_by(_TABLE.c.id)


def rows(connection: Connection) -> Iterator[Caseload]:
    """What is given; that on which two people differ is not."""
    for row in named(connection, _AGREED):
        if row["counts"]:
            sample, _, characteristic = row["id"].partition("/")
            yield Caseload(sample, characteristic, row["counts"])


def shown(connection: Connection) -> dict[str, tuple[str, bool]]:
    """What stands in each box, by id, and whether two people differ on it."""
    return {row["id"]: (row["counts"] or "", bool(row["differs"])) for row in named(connection, _SHOWN)}
