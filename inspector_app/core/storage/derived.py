"""Fields found anew from every change that is here of them: where work was taken out, replaced, or came in a circle."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select

from inspector_app.core.domain.changes import heads_text
from inspector_app.core.domain.circles import covered
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.storage import journal
from inspector_app.core.storage.held import Key, drop_empty, put
from inspector_app.core.storage.ids import among
from inspector_app.core.storage.tables import AWAITED, CHANGES

_GRAPH = select(CHANGES.c.entity, CHANGES.c.entity_id, CHANGES.c.field, CHANGES.c.id, CHANGES.c.parents)
_HERE = select(CHANGES.c.id).where(among(CHANGES.c.id))
_AWAIT = insert(AWAITED)

Found = dict[Key, tuple[Value, str | None]]


def again(connection: Connection, keys: Collection[Key]) -> Found:
    """Write the value and heads of these fields as all their changes say, and what is awaited of them; gives both."""
    graphs: dict[Key, dict[str, list[str]]] = {key: {} for key in keys}
    for entity, entity_id, field, change, parents in connection.execute(_GRAPH):
        if (entity, entity_id, field) in graphs:
            graphs[entity, entity_id, field][change] = parents.split()
    last = {key: sorted(ChangeId(i) for i in graph.keys() - covered(graph)) for key, graph in graphs.items()}
    known = {c.id: c for c in journal.changes(connection, [i for ids in last.values() for i in ids])}
    found: Found = {}
    for key, ids in last.items():
        standing = [known[i] for i in ids]
        found[key] = (standing[0].value, heads_text(standing)) if standing else (None, None)
    put(connection, found)
    drop_empty(connection, [key for key, (_, heads) in found.items() if heads is None])
    _await(connection, graphs)
    return found


def _await(connection: Connection, graphs: dict[Key, dict[str, list[str]]]) -> None:
    wanted = {(parent, *key) for key, graph in graphs.items() for parents in graph.values() for parent in parents}
    here = set(connection.scalars(_HERE, {"ids": sorted({row[0] for row in wanted})}))
    columns = ("id", "entity", "entity_id", "field")
    absent = [dict(zip(columns, row, strict=True)) for row in sorted(wanted) if row[0] not in here]
    for entity, entity_id, field in graphs:
        of_field = (AWAITED.c.entity == entity, AWAITED.c.entity_id == entity_id, AWAITED.c.field == field)
        connection.execute(delete(AWAITED).where(*of_field))
    if absent:
        connection.execute(_AWAIT, absent)
