"""Who began an item: of what was written down, and of comments and interviews, that is whose it is (domain/whose.py)."""

from collections.abc import Iterable

from sqlalchemy import Connection

from inspector_app.core.domain.ids import EntityId, StepId
from inspector_app.core.domain.whose import BEGUN_BY
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.log.held import Key


def steps(connection: Connection, entity: str, entity_id: str) -> list[StepId]:
    """The steps in which an item was begun: what of it is its writer's was written there on top of nothing, or cleared."""
    history = journal.item_history(connection, entity, EntityId(entity_id))
    texts = [change for change in history if change.field in BEGUN_BY.get(entity, ())]
    nothing = {change.id for change in texts if not change.value}
    return [change.step for change in texts if change.value and nothing.issuperset(change.parents)]


def items(keys: Iterable[Key]) -> list[str]:
    """The ids of the items of which changes to these fields may say who began them, or what of them counts."""
    return sorted({entity_id for entity, entity_id, _ in keys if entity in BEGUN_BY})
