"""The house in figures (docs/architecture.md): `python -m tests.architecture.measured [FOLDER]`.

FOLDER: another copy of the project, for figures of before; it comes first in PYTHONPATH then, so that its imports are read.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]


def rows(root: Path) -> Iterator[tuple[str, object]]:
    """What is counted, and how many there are of it."""
    paths = sorted((root / "inspector_app").rglob("*.py"))
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    trees = {path: ast.parse(text) for path, text in texts.items()}
    folders = Counter(path.parent for path in paths if path.name != "__init__.py")
    classes = {
        node.name: 1 + (node.end_lineno or 0) - node.lineno for t in trees.values() for node in _of(t, ast.ClassDef)
    }
    largest = max(classes, key=lambda name: classes[name])
    said = "\n".join(texts.values())
    yield "modules", len(paths)
    yield "lines of the product", sum(text.count("\n") for text in texts.values())
    yield "modules in the largest folder", max(folders.values())
    yield "lines of the largest class", f"{classes[largest]} ({largest})"
    yield "imports in functions", sum(_in_functions(tree) for tree in trees.values())
    yield "imports under TYPE_CHECKING", sum(_for_types(tree) for tree in trees.values())
    yield "S608 exemptions", len(re.findall(r"noqa:[^\n]*S608", said))
    yield "type-ignore exemptions", len(re.findall(r"#\s*type:\s*ignore", said))


def _of(tree: ast.AST, kind: type[ast.ClassDef]) -> list[ast.ClassDef]:
    return [node for node in ast.walk(tree) if isinstance(node, kind)]


def _imports(nodes: Iterator[ast.AST]) -> set[ast.AST]:
    return {node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)}


def _in_functions(tree: ast.AST) -> int:
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return len(_imports(inner for function in functions for inner in ast.walk(function)))


def _for_types(tree: ast.AST) -> int:
    """Statements below `if TYPE_CHECKING:`."""
    blocks = [n for n in ast.walk(tree) if isinstance(n, ast.If) and ast.unparse(n.test).endswith("TYPE_CHECKING")]
    return len(_imports(inner for block in blocks for inner in ast.walk(block)))


def chain(graph: grimp.ImportGraph) -> tuple[int, int]:
    """How many modules import one another in the longest chain, and how many stand in a circle."""
    stands = _circles(graph)

    @cache
    def longest(module: str) -> int:
        return 1 + max((longest(one) for one in graph.find_modules_directly_imported_by(module) - stands), default=0)

    sys.setrecursionlimit(10_000)
    return max(longest(module) for module in graph.modules - stands), len(stands)


def _circles(graph: grimp.ImportGraph) -> set[str]:
    """What is left when modules that nothing leads out of, or into, are taken away again and again."""
    left = set(graph.modules)
    while ends := {
        one
        for one in left
        if not graph.find_modules_directly_imported_by(one) & left
        or not graph.find_modules_that_directly_import(one) & left
    }:
        left -= ends
    return left


def main() -> None:
    """Print them."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    for what, figure in rows(root):
        print(f"{what}: {figure}")
    graph = grimp.build_graph("inspector_app", exclude_type_checking_imports=True, cache_dir=None)
    length, circled = chain(graph)
    print(f"longest import chain: {length} modules\nmodules in circles: {circled}")


if __name__ == "__main__":
    main()
