"""Text to a JSON tree that holds nothing surprising, so that later checks need not think of it.

Refused: broken JSON, NaN and infinities, numbers of absurd length, one key twice in an object, absurd nesting and halves
of surrogate pairs (which no file or database could store).
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from inspector_app.core.errors import Code, Expected

_DEEPEST = 12  # a document needs four levels
_MOST_DIGITS = 15
_HALF = re.compile("[\ud800-\udfff]")


class _Doubled(dict[str, Any]):
    """An object in which a key stood twice; found again, with its path, by `_oddities`."""

    key = ""


def decode(data: bytes, where: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark. Raises Expected(NOT_TEXT)."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Expected(Code.NOT_TEXT, where=where, position=error.start) from error


def tree(text: str, where: str) -> dict[str, Any]:
    """The object that a JSON text holds. Raises Expected(NOT_JSON) or Expected(DOCUMENT_INVALID) with the path."""
    try:
        root = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise Expected(Code.NOT_JSON, where=where, line=error.lineno, column=error.colno, why=error.msg) from error
    except RecursionError as error:
        raise invalid(where, "$", "it is nested too deeply") from error
    if not isinstance(root, dict):
        raise invalid(where, "$", "a document is a JSON object, in braces")
    for path, why in _oddities(root):
        raise invalid(where, path, why)
    return root


def invalid(where: str, path: str, why: str) -> Expected:
    """The refusal of a document at a path such as $.judgements[3].question."""
    return Expected(Code.DOCUMENT_INVALID, where=where, path=path, why=why)


def step(path: str, key: str | int) -> str:
    """The path one step further: a key of an object or a place in a list (from 0)."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if key.isidentifier() else f"{path}[{shown(key)}]"


def shown(value: object) -> str:
    """A value as a sentence shows it: on one line, and not for ever."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = text if len(text) <= 60 else text[:57] + "..."
    return "".join(c if c.isprintable() else "?" for c in text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = _Doubled(found)
    doubled.key = Counter(key for key, _ in pairs).most_common(1)[0][0]
    return doubled


def _integer(digits: str) -> float | int:
    # Python itself refuses to read some thousands of digits, with a traceback.
    return int(digits) if len(digits) <= _MOST_DIGITS else math.inf


def _oddities(root: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What JSON allows or Python lets pass and a document cannot hold. Not recursive: depth is one of the oddities."""
    open_nodes: list[tuple[str, int, Any]] = [("$", 0, root)]
    while open_nodes:
        path, depth, node = open_nodes.pop()
        why = _odd(node, depth)
        if why:
            yield path, why
        elif isinstance(node, dict):
            open_nodes += [(step(path, key), depth + 1, value) for key, value in reversed(node.items())]
            open_nodes += [(path, depth, key) for key in node]
        elif isinstance(node, list):
            open_nodes += [(step(path, i), depth + 1, node[i]) for i in reversed(range(len(node)))]


def _odd(node: Any, depth: int) -> str:
    if depth > _DEEPEST:
        return "it is nested too deeply"
    if isinstance(node, _Doubled):
        return f"the key {shown(node.key)} stands there twice"
    if isinstance(node, float) and not math.isfinite(node):
        return "the number is too large, or is no number"
    if isinstance(node, str) and _HALF.search(node):
        return "it holds half of a character"
    return ""
