"""The library that holds a document against its JSON Schema: loaded (0.2 s) by whoever has one to check."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_DEFINED = "#/$defs/"


def validator(schema: Mapping[str, Any]) -> "Draft202012Validator":
    """What checks documents against that schema."""
    from jsonschema import Draft202012Validator  # 0.2 s: only a document or a framework pays for it

    return Draft202012Validator(_put_in(schema, schema.get("$defs", {})))


def _put_in(part: Any, definitions: Mapping[str, Any], within: tuple[str, ...] = ()) -> Any:
    """A part of a schema with each definition in the place where it is referred to; the library looks each up at each value.

    One that is referred to `within` itself stays so.
    """
    if isinstance(part, list):
        return [_put_in(each, definitions, within) for each in part]
    if not isinstance(part, dict):
        return part
    name = str(part.get("$ref", "")).removeprefix(_DEFINED)
    if len(part) == 1 and name in definitions and name not in within:
        return _put_in(definitions[name], definitions, (*within, name))
    return {key: _put_in(each, definitions, within) for key, each in part.items()}


def worst(validator: "Draft202012Validator", document: object) -> "ValidationError | None":
    """What is most wrong with a document; None when nothing is."""
    from jsonschema.exceptions import best_match  # by now it is there

    found: ValidationError | None = best_match(validator.iter_errors(document))
    return found
