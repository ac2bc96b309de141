"""The program as it is written: each module read once for all the rules of the house."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import UnionType

import inspector_app

PACKAGE = Path(inspector_app.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def parts(path: Path, kind: type[ast.AST] | UnionType) -> Iterator[ast.AST]:
    """What of that kind a module is made of."""
    return (node for node in nodes(path) if isinstance(node, kind))


def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that a module is made of, itself first. Kept until `forget`."""
    return nodes_of(path.read_text(encoding="utf-8"))


@cache
def nodes_of(source: str) -> tuple[ast.AST, ...]:
    """The same of what is written there."""
    return tuple(ast.walk(ast.parse(source)))


@cache
def calls(path: Path) -> dict[str, list[ast.Call]]:
    """The calls of a module, by what is called as it is written: `self.box.setText`."""
    found = defaultdict(list)
    for node in nodes(path):
        if isinstance(node, ast.Call):
            found[written(node.func)].append(node)
    return dict(found)


def written(node: ast.expr) -> str:
    """As `ast.unparse`, which takes long for what is most often a name with a dot or two in it."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
        return f"{written(node.value)}.{node.attr}"
    return ast.unparse(node)


def forget() -> None:
    """Let go of what was read."""
    nodes_of.cache_clear()
    calls.cache_clear()
