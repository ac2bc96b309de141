"""Fields found anew from every change that is here of them: where work was taken out, replaced, or came in a circle."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.steps.changes import heads_text
from inspector_app.core.domain.steps.circles import covered
from inspector_app.core.storage.log import awaiting, journal
from inspector_app.core.storage.log.awaiting import Awaited
from inspector_app.core.storage.log.held import Key, drop_empty, put
from inspector_app.core.storage.tables import CHANGES

_GRAPH = select(CHANGES.c.entity, CHANGES.c.entity_id, CHANGES.c.field, CHANGES.c.id, CHANGES.c.parents)

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
    awaiting.forget(connection, graphs)
    wanted = {
        Awaited(parent, *key) for key, graph in graphs.items() for parents in graph.values() for parent in parents
    }
    awaiting.note(connection, wanted)
    return found
