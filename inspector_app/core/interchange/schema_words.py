"""What a JSON Schema finds wrong, in words that need no knowledge of schemas."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_KINDS = {
    "object": "an object in { }",
    "array": "a list in [ ]",
    "string": "text in quotation marks",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}
_LONGEST = 40


def json_path(parts: Iterable[str | int]) -> str:
    """A JSON path such as $.rating.bands[2].from."""
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)


def reason(error: "ValidationError") -> str:
    """Why a value is refused: one clause, without a full stop. Other rules keep the library's own words."""
    say = _SAY.get(str(error.validator))
    return say(error) if say else error.message


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return _KINDS["object" if isinstance(value, dict) else "array"]
    plain = {True: "true", False: "false", None: "null"}
    text = plain[value] if value is None or isinstance(value, bool) else repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _list(values: Iterable[object]) -> str:
    return ", ".join(repr(v) for v in values)


def _missing(error: Any) -> str:
    return next(f"{name!r} is missing" for name in error.validator_value if name not in error.instance)


def _missing_beside(error: Any) -> str:
    for name, needed in error.validator_value.items():
        for other in needed:
            if name in error.instance and other not in error.instance:
                return f"{other!r} is missing, which belongs with {name!r}"
    return str(error.message)


def _unknown(error: Any) -> str:
    known = error.schema.get("properties", {})
    extra = next(name for name in error.instance if name not in known)
    return f"{extra!r} is not a name used here; the names are {_list(known)}"


def _kind(error: Any) -> str:
    kinds = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    return f"this must be {' or '.join(_KINDS[k] for k in kinds)}, and it is {_shown(error.instance)}"


def _form(error: Any) -> str:
    return f"{_shown(error.instance)} cannot be used: {error.schema.get('description', error.validator_value)}"


_SAY: dict[str, Callable[[Any], str]] = {
    "required": _missing,
    "dependentRequired": _missing_beside,
    "additionalProperties": _unknown,
    "type": _kind,
    "pattern": _form,
    "enum": lambda e: f"{_shown(e.instance)} is not one of {_list(e.validator_value)}",
    "const": lambda e: f"this must be {_shown(e.validator_value)}, and it is {_shown(e.instance)}",
    "minimum": lambda e: f"{_shown(e.instance)} is too small; the least is {e.validator_value}",
    "maximum": lambda e: f"{_shown(e.instance)} is too large; the most is {e.validator_value}",
    "minLength": lambda _: "this text is empty",
    "maxLength": lambda e: f"this text is too long; the most is {e.validator_value} characters",
    "minItems": lambda e: f"this list is too short; the least is {e.validator_value}",
    "uniqueItems": lambda _: "something stands in this list twice",
}
