"""The library that holds a document against its JSON Schema: loaded (0.2 s) by whoever has one to check."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError


def validator(schema: Mapping[str, Any]) -> "Draft202012Validator":
    """What checks documents against that schema."""
    from jsonschema import Draft202012Validator  # 0.2 s: only a document or a framework pays for it

    return Draft202012Validator(schema)


def worst(validator: "Draft202012Validator", document: object) -> "ValidationError | None":
    """What is most wrong with a document; None when nothing is."""
    from jsonschema.exceptions import best_match  # by now it is there

    found: ValidationError | None = best_match(validator.iter_errors(document))
    return found
