"""The shape of an inspection document, by resources/schemas/inspection.schema.json, in plain words."""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from inspector_app.core.interchange import checked_by
from inspector_app.core.interchange.jsontext import invalid, shown, step
from inspector_app.core.interchange.schema_words import reason
from inspector_app.core.paths import resources

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError


def check(tree: Mapping[str, Any], where: str) -> None:
    """Raise Expected(DOCUMENT_INVALID) for the first thing in the tree that the schema does not allow.

    Lists that are longer than any can be come first: to look at each of their entries takes seconds.
    """
    _refuse_endless(tree, where)
    for error in _validator().iter_errors(tree):
        path = "$"
        for key in error.absolute_path:
            path = step(path, key)
        raise invalid(where, *_plain(error, path))


def _refuse_endless(tree: Mapping[str, Any], where: str) -> None:
    for key, rule in _schema()["properties"].items():
        found, most = tree.get(key), rule.get("maxItems")
        if most and isinstance(found, list) and len(found) > most:
            why = f"there are {len(found):,} in the list, and no inspection has more than {most:,}"
            raise invalid(where, step("$", key), why)


@cache
def _validator() -> "Draft202012Validator":
    return checked_by.validator(_schema())


@cache
def _schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((resources() / "schemas" / "inspection.schema.json").read_text(encoding="utf-8"))
    return found


def _plain(error: "ValidationError", path: str) -> tuple[str, str]:
    """The path and the reason. A key that is missing or too many is named in the path."""
    value: Any = error.instance
    rule: Any = error.validator_value
    match error.validator:
        case "required":
            return step(path, next(key for key in rule if key not in value)), "this key is missing"
        case "additionalProperties":
            return _unknown_key(value, list(error.schema["properties"]), path)  # type: ignore[index,call-overload,unused-ignore]
        case "oneOf":
            return path, "it must name either a standard or a question, and not both"
        case "enum":
            return path, f"{shown(value)} is not one of: {', '.join(v for v in rule if v is not None)}"
        case _:
            return path, reason(error)


def _unknown_key(found: Mapping[str, Any], known: list[str], path: str) -> tuple[str, str]:
    key = next(key for key in found if key not in known)
    near = get_close_matches(key[:60], known, 1)
    meant = f"did you mean {near[0]}?" if near else f"the keys here are {', '.join(known)}"
    return step(path, key), f"there is no such key; {meant}"
