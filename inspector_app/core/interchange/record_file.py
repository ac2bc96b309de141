"""The record of an inspection as JSON: each thing of each kind of domain/fields.py, and every change (docs/record.md)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from inspector_app.core.domain.cases.second_marking import marker_of, place_of
from inspector_app.core.domain.everything import Act, Everything, Item
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.ids import device_of
from inspector_app.core.domain.steps.changes import Step
from inspector_app.core.interchange.pieces import as_json, in_pieces

FORMAT, VERSION = "inspection-record", 1
_TURN = 500  # lines between two looks whether it is still wanted


def write(about: dict[str, Any], found: Everything, progress: Callable[[int, int, str], None]) -> list[bytes]:
    """The record, in pieces: keys in a fixed order, a thing or a step a line. `about`: what stands at its head.

    `progress(done, of, what)` is called every some hundred lines; what it raises stops the work.
    """
    return in_pieces(_text(about, found, progress))


def _text(about: dict[str, Any], found: Everything, progress: Callable[[int, int, str], None]) -> Iterator[str]:
    of = sum(map(len, found.items.values())) + len(found.history)
    line = _Line(progress, of)
    head = {"format": FORMAT, "version": VERSION, **about, "people": found.people, "withheld": found.withheld}
    before = "{\n"
    for key, value in head.items():
        yield f'{before}  "{key}": {as_json(value)}'
        before = ",\n"
    yield ',\n  "things": '
    before = "{\n"
    for kind, items in found.items.items():
        yield f'{before}    "{kind}": '
        yield from _list(([as_json(_item(item))] for item in items), line, 4)
        before = ",\n"
    yield '\n  },\n  "history": '
    yield from _list(map(_act, found.history), line, 2)
    yield "\n}\n"


class _Line:
    """Counts what is written, and says so now and then."""

    def __init__(self, progress: Callable[[int, int, str], None], of: int) -> None:
        self._progress, self._of, self._done = progress, of, 0

    def begins(self) -> None:
        """Another line."""
        if self._done % _TURN == 0:
            self._progress(self._done, self._of, "Writing the record")
        self._done += 1


def _list(entries: Iterable[Iterable[str]], line: _Line, indent: int) -> Iterator[str]:
    room, before = " " * indent, "["
    for entry in entries:
        line.begins()
        yield f"{before}\n{room}  "
        yield from entry
        before = ","
    yield f"\n{room}]" if before == "," else "[]"


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


def _act(act: Act) -> Iterator[str]:
    """A step, its changes one by one: one of an import has as many as there are answers."""
    step = act.step
    head = as_json({
        "step": step.id, "did": step.verb.value, **_moment(step), "device": device_of(step.id), "laptop": act.laptop,
        "package": act.package,
    })  # fmt: skip
    yield f'{head[:-1]}, "changes": ['
    before = ""
    for c in act.changes:
        about = {"id": c.id, "thing": c.entity, "of": c.entity_id, "field": c.field, "value": c.value}
        yield before + as_json(about | {"over": c.parents})
        before = ", "
    yield "]}"
