"""An item of a backup in words: where it is, and each value as it was and as it is now."""

from collections.abc import Mapping, Sequence

from inspector_app.core.domain.cases.second_marking import place_of
from inspector_app.core.domain.fields import ENTITIES, SUPPORT, Value
from inspector_app.core.domain.ids import is_random
from inspector_app.core.domain.live_figures import to_read
from inspector_app.core.domain.values_said import value_of
from inspector_app.core.services.safekeeping.bringing_back import Difference
from inspector_app.core.words import say, shortened

_LONGEST = 60  # letters of what an item says, by which one knows it


def place(entity: str, item_id: str, refs: Mapping[str, str], found: Sequence[Difference] = ()) -> str:
    """Where an item is: "C02 · 2.1.1 · a", "C02 · interview"; what stands nowhere in particular by its first words.

    `refs` are the references of cases by id, `found` what differs of it.
    """
    named = _named(place_of(item_id), refs)
    first = item_id.partition("/")[0]
    kind = [] if first in refs and len(named) > 1 else [ENTITIES[entity].title]
    words = _words(found) if not named else ""
    return " · ".join([*named, *kind]) + (f": “{words}”" if words else "")


def differs(found: Sequence[Difference], names: Mapping[str, str], refs: Mapping[str, str]) -> str:
    """Each value of an item as it was then and as it is now, a paragraph each. `names` are those of people by id."""
    return "\n\n".join(_differs(one, names, refs) for one in found)


def _named(path: str, refs: Mapping[str, str]) -> list[str]:
    return [refs.get(part, part) for part in path.split("/") if part in refs or not is_random(part)]


def _words(found: Sequence[Difference]) -> str:
    """What it says, or said then."""
    said = (str(value) for one in found for value in (one.now, one.then) if value and _is_text(one))
    return shortened(" ".join(to_read(next(said, "")).split()), _LONGEST)


def _is_text(one: Difference) -> bool:
    return ENTITIES[one.entity].field(one.field).searched or (one.entity, one.field) == (SUPPORT.code, "sentence")


def _differs(one: Difference, names: Mapping[str, str], refs: Mapping[str, str]) -> str:
    field = ENTITIES[one.entity].field(one.field)

    def read(value: Value) -> str:
        if (one.entity, one.field) == (SUPPORT.code, "on") and value:
            return " · ".join(_named(str(value).partition("/")[2], refs)) or str(value).partition("/")[0].capitalize()
        return to_read(value_of(field, value, names))

    left = [say("People differ on it, so it is left to the conflict desk.")] if one.contested else []
    then, now = say("Then: {value}", value=read(one.then)), say("Now: {value}", value=read(one.now))
    return "\n".join([field.title, then, now, *left])
