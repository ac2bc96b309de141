"""The team: who is in it, and its public keys."""

from sqlalchemy import Connection, func, select

from inspector_app.core.domain.changes import heads_in
from inspector_app.core.domain.ids import place_of, step_of
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.team import Card
from inspector_app.core.storage.columns import EMPTY, agreed_text, text
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_PERSON = OF_ENTITY["person"]
_CARDS = select(
    _PERSON.c.id, text(_PERSON, "name"), text(_PERSON, "role"), agreed_text(_PERSON, "signing"),
    agreed_text(_PERSON, "sealing"), func.coalesce(_PERSON.c[head_of("name")], EMPTY).label("heads"),
).where(_PERSON.c.deleted.is_not(True))  # fmt: skip
_NAMES = select(_PERSON.c.id, text(_PERSON, "name"))


def team(connection: Connection) -> list[Person]:
    """The team, in the order their names were written."""
    return [Person(card.id, card.name, card.role) for card in cards(connection)]


def cards(connection: Connection) -> list[Card]:
    """The team with its public keys, in the order their names were written; contested keys count as none."""
    rows = sorted(connection.execute(_CARDS), key=lambda row: _when(row.heads))
    return [Card(row.id, row.name, row.role, row.signing, row.sealing) for row in rows]


def names(connection: Connection) -> dict[str, str]:
    """Person id -> name, also of those who left the team."""
    return dict(connection.execute(_NAMES).all())


def _when(heads: str) -> tuple[str, int]:
    found = heads_in(heads)
    return (step_of(found[0]), place_of(found[0])) if found else ("", 0)
