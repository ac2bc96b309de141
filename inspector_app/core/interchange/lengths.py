"""Texts of a document that are longer than their fields are (domain/fields.py)."""

from collections.abc import Iterator, Mapping
from typing import Any

from inspector_app.core.domain.fields import ENTITIES, Entity
from inspector_app.core.interchange.items import at


def problems(tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(path, why) of each, lazily. The tree has passed the schema."""
    for entity in ENTITIES.values():
        if entity.listed is not None and any(field.longest for field in entity.documented):
            for path, item in _items("$", tree, entity.listed):
                yield from _of_item(path, item, entity)


def _items(path: str, node: Any, listed: str) -> Iterator[tuple[str, Any]]:
    """The items of a list, "sources.figures" within each of another; the whole document for ""."""
    name, _, inner = listed.partition(".")
    if not name:
        yield path, node
        return
    for place, item in enumerate(node.get(name) or ()):
        yield from _items(f"{path}.{name}[{place}]", item, inner)


def _of_item(path: str, item: Mapping[str, Any], entity: Entity) -> Iterator[tuple[str, str]]:
    for field in entity.documented:
        if field.longest and (why := field.too_long(at(item, field.key))):
            yield f"{path}.{field.key}", why
