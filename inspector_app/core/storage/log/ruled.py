"""By whom and by which rules it was found whose word counts in a file: who leads, and the rules of domain/whose.py."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from inspector_app.core.domain.whose import digest
from inspector_app.core.storage.into import OutOf
from inspector_app.core.storage.tables import META, upsert

_LEADS, _RULES = "who leads", "whose word"  # Person.ids, and the digest of the rules
_OF_META = OutOf(select(META.c.value).where(META.c.name == bindparam("name")))
_PUT_META = upsert(META)


def note(connection: Connection, lead: Iterable[str]) -> bool:
    """Note who leads, as the keyring says it, and the rules of now; gives whether that is news: rows may be others then."""
    before, now = leads(connection), frozenset(lead)
    if not now or (now == before and not otherwise(connection)):
        return False
    said = {_LEADS: " ".join(sorted(now)), _RULES: digest()}
    connection.execute(_PUT_META, [{"name": name, "value": value} for name, value in said.items()])
    return True


def leads(connection: Connection) -> frozenset[str]:
    """Who leads (Person.ids); nobody in a file in which everything counts."""
    return frozenset(_noted(connection, _LEADS).split())


def otherwise(connection: Connection) -> bool:
    """Whether the rows may be what another version of the program found, by other rules on who may write."""
    return bool(leads(connection)) and _noted(connection, _RULES) != digest()


def _noted(connection: Connection, name: str) -> str:
    row = _OF_META.row(connection, name=name)
    return str(row[0]) if row else ""
