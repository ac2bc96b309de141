"""A report as text, and back: so it goes to the process that writes its file. Only what content.py lists is made of it."""

import dataclasses
import json
from datetime import datetime
from enum import Enum

from inspector_app.core.report import content
from inspector_app.core.report.content import Report

_OURS: dict[str, type] = {
    name: kind for name, kind in vars(content).items() if isinstance(kind, type) and kind.__module__ == content.__name__
}
_MOMENT = "moment"


def written(report: Report) -> str:
    """A report as JSON: tuples as lists, and what content.py lists as an object of its name and its fields in order."""
    return json.dumps(_plain(report), ensure_ascii=False)


def read(text: str) -> Report:
    """The report that `written` wrote. ValueError, TypeError or KeyError for what it did not write."""
    found = _made(json.loads(text))
    if not isinstance(found, Report):
        raise TypeError(type(found))
    return found


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return {type(value).__name__: value.value}
    if isinstance(value, datetime):
        return {_MOMENT: value.isoformat()}
    if dataclasses.is_dataclass(value):
        return {type(value).__name__: [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]}
    return value  # json refuses what is no plain value


def _made(value: object) -> object:
    if isinstance(value, list):
        return tuple(_made(each) for each in value)
    if not isinstance(value, dict):
        return value
    ((name, of),) = value.items()
    if name == _MOMENT:
        return datetime.fromisoformat(of)
    kind = _OURS[name]
    return kind(of) if issubclass(kind, Enum) else kind(*(_made(each) for each in of))
