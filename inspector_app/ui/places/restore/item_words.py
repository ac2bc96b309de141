"""An item of a backup in words: where it is, and each value as it was and as it is now."""

from collections.abc import Mapping, Sequence

from inspector_app.core.domain.cases.second_marking import place_of
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.values_said import value_of
from inspector_app.core.services.safekeeping.bringing_back import Difference
from inspector_app.core.words import say

_RANDOM = 32  # characters of an id that says nothing to anybody


def place(entity: str, item_id: str, refs: Mapping[str, str]) -> str:
    """Where an item is: "C02 · 2.1.1 · a", "C02 · interview"; `refs` are the references of cases by id."""
    parts = [refs.get(part, part) for part in place_of(item_id).split("/")]
    named = [part for part in parts if len(part) < _RANDOM]
    first = item_id.partition("/")[0]
    kind = [] if first in refs and len(named) > 1 else [ENTITIES[entity].title]
    return " · ".join([*named, *kind])


def differs(found: Sequence[Difference], names: Mapping[str, str]) -> str:
    """Each value of an item as it was then and as it is now, a paragraph each."""
    return "\n\n".join(_differs(one, names) for one in found)


def _differs(one: Difference, names: Mapping[str, str]) -> str:
    field = ENTITIES[one.entity].field(one.field)
    then = say("Then: {value}", value=value_of(field, one.then, names))
    now = say("Now: {value}", value=value_of(field, one.now, names))
    left = [say("People differ on it, so it is left to the conflict desk.")] if one.contested else []
    return "\n".join([field.title, then, now, *left])
