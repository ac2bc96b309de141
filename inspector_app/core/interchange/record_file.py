"""The record of an inspection as JSON: each thing of each kind of domain/fields.py, and every change (docs/record.md)."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from inspector_app.core.domain.cases.second_marking import marker_of, place_of
from inspector_app.core.domain.everything import Act, Everything, Item
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.ids import device_of
from inspector_app.core.domain.steps.changes import Step

FORMAT, VERSION = "inspection-record", 1
_TURN = 500  # lines between two looks whether it is still wanted


def write(about: dict[str, Any], found: Everything, progress: Callable[[int, int, str], None]) -> bytes:
    """The record: keys in a fixed order, a thing or a step a line. `about`: what stands at its head, beside its format.

    `progress(done, of, what)` is called every some hundred lines; what it raises stops the work.
    """
    of = sum(map(len, found.items.values())) + len(found.history)
    line = _Line(progress, of)
    head = {"format": FORMAT, "version": VERSION, **about, "people": found.people, "withheld": found.withheld}
    parts = [f'  "{key}": {_json(value)}' for key, value in head.items()]
    kinds = [f'    "{kind}": {_list(map(_item, items), line, 4)}' for kind, items in found.items.items()]
    parts.append('  "things": {\n' + ",\n".join(kinds) + "\n  }")
    parts.append(f'  "history": {_list(map(_act, found.history), line, 2)}')
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


class _Line:
    """Counts what is written, and says so now and then."""

    def __init__(self, progress: Callable[[int, int, str], None], of: int) -> None:
        self._progress, self._of, self._done = progress, of, 0

    def written(self, entry: dict[str, Any]) -> str:
        """An entry as its line."""
        if self._done % _TURN == 0:
            self._progress(self._done, self._of, "Writing the record")
        self._done += 1
        return _json(entry)


def _list(entries: Iterable[dict[str, Any]], line: _Line, indent: int) -> str:
    room = " " * indent
    written = [f"{room}  {line.written(entry)}" for entry in entries]
    return "[\n" + ",\n".join(written) + f"\n{room}]" if written else "[]"


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        **dict(_key(item)),
        "fields": {field: value for field, value in item.values.items() if value is not None},
        **({"contested": item.contested} if item.contested else {}),
        "made": _moment(item.made),
        "changed": _moment(item.changed),
    }


def _key(item: Item) -> Iterator[tuple[str, object]]:
    """What an id says that is made of parts; whose a second answer is stands behind it."""
    key = ENTITIES[item.entity].key
    if key:
        parts = dict(zip(key, place_of(item.id).split("/"), strict=False))
        yield "key", parts | ({"marker": marker_of(item.id)} if marker_of(item.id) else {})


def _moment(step: Step) -> dict[str, str]:
    return {"by": step.author, "at": step.at}


def _act(act: Act) -> dict[str, Any]:
    changes = [
        {"id": c.id, "thing": c.entity, "of": c.entity_id, "field": c.field, "value": c.value, "over": c.parents}
        for c in act.changes
    ]
    step = act.step
    return {
        "step": step.id, "did": step.verb.value, **_moment(step), "device": device_of(step.id), "laptop": act.laptop,
        "package": act.package, "changes": changes,
    }  # fmt: skip


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
