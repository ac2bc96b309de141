"""The items of an inspection document and the values they are of, by the keys that domain/fields.py gives the fields."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.fields import ENTITIES, Entity, Field, Kind
from inspector_app.core.interchange.jsontext import shown

Item = dict[str, Any]
_VALUES: dict[Kind, Callable[[Any], object]] = {
    Kind.TEXT: str,
    Kind.NUMBER: int,
    Kind.FLAG: bool,
    Kind.CHOICE: str,
    Kind.DATE: date.fromisoformat,
    Kind.SPANS: lambda held: tuple(sorted(span(one) for one in held)),
}


def span(held: Mapping[str, str]) -> Span:
    """A span of days of a document; without an end it is one day."""
    start = date.fromisoformat(held["start"])
    return Span(start, date.fromisoformat(held["end"]) if held.get("end") else start)


def given(entity: Entity, item: Mapping[str, Any]) -> Item:
    """What an item that has been checked says of each field, by the field's code; what it leaves out or says null of, not.

    Days become dates, and 3.0, which JSON has for 3, becomes 3.
    """
    said = ((code, kind, at(item, key)) for code, (key, kind) in _documented(entity.code).items())
    return {code: _VALUES[kind](held) for code, kind, held in said if held is not None}


@cache
def _documented(entity: str) -> dict[str, tuple[str, Kind]]:
    """The key and kind of each field that documents have, by its code."""
    return {field.code: (field.key, field.kind) for field in ENTITIES[entity].documented}


def at(item: Mapping[str, Any], key: str) -> Any:
    """What stands at a key, "fieldwork.start" within another; None for nothing."""
    if "." not in key:
        return item.get(key)
    outer, _, inner = key.partition(".")
    return at(item.get(outer, {}), inner)


def days(entity: Entity) -> Iterable[str]:
    """The keys of an entity at which a day stands."""
    return (field.key for field in entity.documented if field.kind is Kind.DATE)


def no_days(path: str, item: Mapping[str, Any], entity: Entity) -> Iterator[tuple[str, str]]:
    """(path, why) of each day of an item that no calendar has."""
    yield from not_in_calendar(path, item, days(entity))


def not_in_calendar(path: str, item: Mapping[str, Any], keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The same of these keys."""
    for key in keys:
        held = at(item, key)
        try:
            date.fromisoformat(held or "2025-03-24")
        except ValueError:
            yield f"{path}.{key}", f"{shown(held)} is not a day of the calendar"


def written(entity: Entity, value: Any, first: tuple[str, ...] = (), always: Collection[str] = ()) -> Item:
    """A value as an item: its fields that hold something that a reader takes, and those of `always` (codes) anyhow.

    In the order of the value's class, but for those that come `first`: documents have always been written so.
    """
    kind: Any = type(value)
    said = ((field, getattr(value, field.code)) for field in _order(kind, entity.code, first))
    return {
        field.key: _plain(held)
        for field, held in said
        if field.code in always or ((held or type(held) is int) and _reads(field, held))
    }


def _reads(field: Field, held: object) -> bool:
    return field.reads(held) if isinstance(held, str | int) else True


@cache
def _order(kind: Any, entity: str, first: tuple[str, ...]) -> tuple[Field, ...]:
    """The fields that documents have, in the order in which they are written."""
    known = {field.code: field for field in ENTITIES[entity].documented}
    order = dict.fromkeys((*first, *(part.name for part in fields(kind))))
    return tuple(known[code] for code in order if code in known)


def nested(item: Item) -> Item:
    """An item whose keys have dots, as the objects within one another that they name."""
    found: Item = {}
    for key, held in item.items():
        outer, _, inner = key.rpartition(".")
        (found.setdefault(outer, {}) if outer else found)[inner] = held
    return found


def filled(**found: object) -> Item:
    """An item of what is not empty."""
    return {key: _plain(value) for key, value in found.items() if value}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [{"start": span.start.isoformat(), "end": span.end.isoformat()} for span in value]
    return value.isoformat() if isinstance(value, date) else value
