"""The team as it is shown: people by name, and by the cards that this laptop's person accepted.

What the keyring holds of accepted cards is copied into the file (`accepted`), so that lists are read in one query. The
keyring decides; no field of a package changes how somebody is called whose card was accepted, or takes them off a list.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, String, delete, func, insert, or_, select

from inspector_app.core.domain.ids import place_of, step_of
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.steps.changes import heads_in
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text.names import called, shown
from inspector_app.core.storage.columns import EMPTY
from inspector_app.core.storage.tables import ACCEPTED, OF_ENTITY, head_of

_PERSON = OF_ENTITY["person"]
_KNOWN = _PERSON.outerjoin(ACCEPTED, ACCEPTED.c.person == _PERSON.c.id)
_NAME, _ROLE = (
    func.coalesce(ACCEPTED.c[part], _PERSON.c[part], EMPTY, type_=String).label(part) for part in ("name", "role")
)
_KEYS = (func.coalesce(ACCEPTED.c[key], EMPTY, type_=String).label(key) for key in ("signing", "sealing"))
_HEADS = func.coalesce(_PERSON.c[head_of("name")], EMPTY, type_=String).label("heads")
_NAMES = select(_PERSON.c.id, _NAME).select_from(_KNOWN)
_TEAM = (
    select(_PERSON.c.id, _NAME, _ROLE, *_KEYS, _HEADS)
    .select_from(_KNOWN)
    .where(or_(_PERSON.c.deleted.is_not(True), ACCEPTED.c.signing != ""))
)
_ACCEPTED = select(ACCEPTED.c.person, ACCEPTED.c.name, ACCEPTED.c.role, ACCEPTED.c.signing, ACCEPTED.c.sealing)


def names(connection: Connection) -> dict[str, str]:
    """Person id -> name, also of those who left the team."""
    found = {person: called(name) for person, name in connection.execute(_NAMES)}
    return {**found, **{row.person: row.name for row in connection.execute(_ACCEPTED)}}


def cards(connection: Connection) -> list[Card]:
    """The team, in the order their names were written; keys are empty where no card is accepted."""
    rows = sorted(connection.execute(_TEAM), key=lambda row: _when(row.heads))
    return [Card(row.id, called(row.name), shown(row.role), row.signing, row.sealing) for row in rows]


def team(connection: Connection) -> list[Person]:
    """The team, in the order their names were written."""
    return [Person(card.id, card.name, card.role) for card in cards(connection)]


def copy_accepted(connection: Connection, found: Iterable[Card]) -> None:
    """Make the file's copy that of the keyring. A card that counts no longer comes without keys."""
    rows = [(card.id, card.name, card.role, card.signing, card.sealing) for card in found]
    if sorted(rows) != sorted(tuple(row) for row in connection.execute(_ACCEPTED)):
        connection.execute(delete(ACCEPTED))
        columns = ("person", "name", "role", "signing", "sealing")
        connection.execute(insert(ACCEPTED), [dict(zip(columns, row, strict=True)) for row in rows])


def _when(heads: str) -> tuple[str, int]:
    found = heads_in(heads)
    return (step_of(found[0]), place_of(found[0])) if found else ("", 0)
