"""Where the person is, as text for the encrypted file, and back. Only dataclasses and enums of ours are ever made of it."""

import dataclasses
import json
from collections.abc import Mapping
from enum import Enum
from importlib import import_module
from pathlib import Path

_OURS = ("inspector_app.ui.", "inspector_app.core.domain.")
_KIND, _OF = "kind", "of"


def written(place: object) -> str:
    """A place as JSON: a frozen dataclass of such, of tuples, frozen sets, mappings, enums, paths and plain values."""
    return json.dumps(_plain(place))


def read(text: str) -> object:
    """The place that `written` wrote; None where it is none that this version of the program knows."""
    try:
        return _made(json.loads(text))
    except (ValueError, TypeError, AttributeError, ImportError, KeyError, RecursionError):
        return None


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return {_KIND: _name(type(value)), _OF: value.name}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {_KIND: _name(type(value)), _OF: fields}
    if isinstance(value, Path):
        return {_KIND: "path", _OF: str(value)}
    if isinstance(value, tuple | frozenset):
        return {_KIND: type(value).__name__, _OF: [_plain(each) for each in value]}
    if isinstance(value, Mapping):
        return {_KIND: "mapping", _OF: {str(name): _plain(each) for name, each in value.items()}}
    return value  # json refuses what is no plain value


def _made(value: object) -> object:
    if not isinstance(value, dict):
        return value
    kind, of = value[_KIND], value[_OF]
    match kind:
        case "tuple":
            return tuple(_made(each) for each in of)
        case "frozenset":
            return frozenset(_made(each) for each in of)
        case "path":
            return Path(of)
        case "mapping":
            return {name: _made(each) for name, each in of.items()}
    found = _class(kind)
    if issubclass(found, Enum):
        return found[of]
    return found(**{name: _made(each) for name, each in of.items()})


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


def _class(name: str) -> type:
    module, _, kind = name.partition(":")
    if not module.startswith(_OURS):
        raise ValueError(name)
    found: object = getattr(import_module(module), kind)
    if not isinstance(found, type) or not (dataclasses.is_dataclass(found) or issubclass(found, Enum)):
        raise ValueError(name)
    return found
