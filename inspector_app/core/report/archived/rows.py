"""The things of an inspection as rows of tables, and what became of each: whose names stand for ids is said once, here."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector_app.core.domain.cases.second_marking import marker_of, place_of
from inspector_app.core.domain.days import when
from inspector_app.core.domain.everything import Act, Everything, Item
from inspector_app.core.domain.fields import CASE, ENTITIES, OWN_RATING, SOURCE, Field, Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.panel import own_ratings
from inspector_app.core.domain.panel.own_ratings import Whose
from inspector_app.core.domain.steps.changes import Change, Step
from inspector_app.core.domain.values_said import value_of
from inspector_app.core.report.content import Row, plain
from inspector_app.core.words import say

_RANDOM = 32  # characters of an id that says nothing to anybody
_OPENED = OWN_RATING.field("opened")


@dataclass(frozen=True, slots=True)
class Source:
    """What the page is made of. `inspection`: its id."""

    inspection: str
    framework: Framework
    found: Everything


class Rows:
    """Of each thing its name, its rows and the rows of its history."""

    def __init__(self, source: Source) -> None:
        self._source, found = source, source.found
        titles = {
            item.id: str(item.values.get(field) or item.id)
            for kind, field in ((CASE.code, "ref"), (SOURCE.code, "title"))
            for item in found.items[kind]
        }
        self._names: Mapping[str, str] = {**titles, **{i: name for i, name in found.people.items() if name}}
        self._changes: dict[tuple[str, str], list[tuple[Act, Change]]] = defaultdict(list)
        for act in found.history:
            for change in act.changes:
                self._changes[change.entity, change.entity_id].append((act, change))

    def of(self, items: Sequence[Item]) -> Iterator[Row]:
        """What these say, a row a field under the name of each; whoever changed it last, and when, stands beside the name."""
        for item in items:
            rows = list(self._fields(item))
            if rows:
                yield Row((plain(f"{self.name(item)} · {self._moment(item.changed)}"),), group=True)
                yield from rows

    def history(self, items: Sequence[Item]) -> Iterator[Row]:
        """Every change of these, the oldest first: when, who, what, and the value from then on."""
        for item in items:
            rows = [
                Row(tuple(plain(cell) for cell in self._change(act, change)))
                for act, change in self._changes[item.entity, item.id]
                if _is_told(_field(item.entity, change.field))
            ]
            if rows:
                yield Row((plain(self.name(item)),), group=True)
                yield from rows

    def name(self, item: Item) -> str:
        """What kind of thing it is, and where: "A prompt · 2.1.1 · a · the framework's words"."""
        entity, parts = ENTITIES[item.entity], place_of(item.id).split("/")
        shown = [self._names.get(part, part) for part in parts] if entity.key else []
        if entity.key[:1] == ("case",):
            shown = shown[1:]  # it stands under the heading of its case
        marker = marker_of(item.id)
        whose = [self._names.get(marker, marker)] if marker else []
        return " · ".join([entity.title, *(one for one in shown if len(one) < _RANDOM), *whose, *self._asked(item)])

    def _asked(self, item: Item) -> list[str]:
        if "question" not in ENTITIES[item.entity].key:
            return []
        _, question, prompt = (*place_of(item.id).split("/"), "", "")[:3]
        known = self._source.framework.questions.get(question)
        return [known[1].text_of(prompt)] if known else []

    def _fields(self, item: Item) -> Iterator[Row]:
        for field in ENTITIES[item.entity].fields:
            value = item.values.get(field.code)
            if value in (None, "") or not _is_told(field) or (field.code == "deleted" and not value):
                continue
            yield Row((plain(field.title), plain(self._value(item.id, field, value))))
            for one in item.contested.get(field.code, ())[1:]:
                another = say("{field}, another value", field=field.title)
                yield Row((plain(another), plain(self._value(item.id, field, one))))

    def _change(self, act: Act, change: Change) -> tuple[str, str, str, str]:
        field = _field(change.entity, change.field)
        return (
            _printed(act.step),
            self._names.get(act.step.author, act.step.author),
            field.title,
            self._value(change.entity_id, field, change.value),
        )

    def _value(self, of: str, field: Field, value: Value) -> str:
        """What a field of the thing `of` (its id) holds, in words."""
        if field is _OPENED and value:
            return self._opened(of, str(value))
        if isinstance(value, str) and "/" in value and not field.prose and not field.longest:
            parts = value.split("/")
            if self._names.keys() & set(parts):
                return " · ".join(self._names.get(part, part) for part in parts)
        return value_of(field, value, self._names)

    def _opened(self, of: str, text: str) -> str:
        standard, _, person = of.partition("/")
        said = own_ratings.read(text, Whose(self._source.inspection, standard, person))
        return f"{said.rating}: {said.reason}" if said else say("None")

    def _moment(self, step: Step) -> str:
        return f"{self._names.get(step.author, step.author)}, {_printed(step)}"


def _is_told(field: Field) -> bool:
    """Whether it is for people: an opened rating is, though it is kept as a text of the program."""
    return field is _OPENED or not (field.inner or field.code == "position")


def _field(entity: str, field: str) -> Field:
    return ENTITIES[entity].field(field)


def _printed(step: Step) -> str:
    return when.printed(datetime.fromisoformat(step.at))
