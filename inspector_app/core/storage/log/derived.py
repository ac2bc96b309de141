"""Fields found anew from every change that is here of them: where work was taken out, replaced, or came in a circle."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.steps.circles import covered
from inspector_app.core.domain.steps.taking import standing
from inspector_app.core.domain.whose import JUDGED
from inspector_app.core.storage.log import awaiting, journal, taking
from inspector_app.core.storage.log.awaiting import Awaited
from inspector_app.core.storage.log.held import Key, drop_empty, put
from inspector_app.core.storage.tables import CHANGES

_GRAPH = select(CHANGES.c.entity, CHANGES.c.entity_id, CHANGES.c.field, CHANGES.c.id, CHANGES.c.parents)

Found = dict[Key, tuple[Value, str | None]]
Graphs = dict[Key, dict[str, list[str]]]


def again(connection: Connection, keys: Collection[Key]) -> Found:
    """Write the value and heads of these fields as all their changes say, and what is awaited of them; gives both."""
    graphs: Graphs = {key: {} for key in keys}
    for entity, entity_id, field, change, parents in connection.execute(_GRAPH):
        if (entity, entity_id, field) in graphs:
            graphs[entity, entity_id, field][change] = parents.split()
    found = _standing(connection, graphs)
    put(connection, found)
    drop_empty(connection, [key for key, (_, heads) in found.items() if heads is None])
    awaiting.forget(connection, graphs)
    wanted = {
        Awaited(parent, *key) for key, graph in graphs.items() for parents in graph.values() for parent in parents
    }
    awaiting.note(connection, wanted)
    return found


def _standing(connection: Connection, graphs: Graphs) -> Found:
    """What stands in each field, (None, None) for nothing. All changes are read only where it counts whose word they are."""
    judged = {key for key in graphs if (key[0], key[2]) in JUDGED}
    wanted = {
        key: [*graph] if key in judged else sorted(graph.keys() - covered(graph)) for key, graph in graphs.items()
    }
    known = {
        c.id: c for c in journal.changes(connection, sorted({ChangeId(i) for ids in wanted.values() for i in ids}))
    }
    word = taking.judge(connection, known.values())
    return {
        key: standing([known[ChangeId(i)] for i in ids], word) if ids else (None, None) for key, ids in wanted.items()
    }
