"""What the service was told, by day."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from inspector_app.core.domain.fields import TOLD
from inspector_app.core.domain.ids import step_of
from inspector_app.core.domain.panel.told import Told, ToldRow
from inspector_app.core.domain.steps.changes import heads_in
from inspector_app.core.storage.columns import agreed_day, agreed_text, differing, text, written
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.named import named
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_TOLD = OF_ENTITY[TOLD.code]
_FIELDS = tuple(field.code for field in TOLD.fields if field.code != "deleted")
_ROWS = select(
    _TOLD.c.id, *(text(_TOLD, field) for field in _FIELDS), _TOLD.c[head_of("whom")], differing(_TOLD, _FIELDS)
).where(written(_TOLD, ("whom",)))  # deleting, and taking back that it was written down, clear it

_DOCUMENTED = (
    select(agreed_day(_TOLD, "day"), *(agreed_text(_TOLD, field) for field in _FIELDS if field != "day"))
    .where(written(_TOLD, ("whom",)))
    .order_by(_TOLD.c.day, _TOLD.c.id)
)


def told(connection: Connection, *, whole: bool = True) -> Iterator[Told]:
    """What was told, as documents have it; without the ratings of then where these are not to be seen (not `whole`)."""
    for row in named(connection, _DOCUMENTED):
        found = Told(**row)
        yield found if whole else replace(found, rated="")


def rows(connection: Connection) -> list[ToldRow]:
    """What was told, by day and then as it was written down; `by` is a Person.id."""
    found = list(named(connection, _ROWS))
    made = {row["id"]: step_of(heads_in(row.pop(head_of("whom")))[0]) for row in found}
    steps = journal.steps(connection, set(made.values()))
    told = [
        ToldRow(
            **row | {"contested": tuple(row["contested"].split())},
            by=steps[made[row["id"]]].author,
            at=steps[made[row["id"]]].at,
        )
        for row in found
    ]
    return sorted(told, key=lambda one: (one.day, one.at, one.id))
