"""What would make a test red on another day, or a window say yesterday's."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import MODULES, PACKAGE

TESTS = sorted((PACKAGE.parent / "tests").rglob("*.py"))
_CLOCK = re.compile(r"(?:date|datetime)\.(?:today|now|utcnow)|time\.(?:time|localtime)|Q\w+\.currentDate\w*")


def asked_on_import(part: ast.AST) -> Iterator[ast.Call]:
    """The calls of a clock that are made while the module is imported: what stands in a function is called later."""
    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
        inside: list[ast.AST] = [*part.decorator_list, part.args]
    else:
        inside = [] if isinstance(part, ast.Lambda) else [*ast.iter_child_nodes(part)]
    if isinstance(part, ast.Call) and _CLOCK.fullmatch(ast.unparse(part.func)):
        yield part
    for one in inside:
        yield from asked_on_import(one)


def clocks(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    found = asked_on_import(ast.parse(text)) if _CLOCK.search(text) else ()
    return [f"{path.relative_to(PACKAGE.parent)}:{call.lineno}" for call in found]


def test_no_module_keeps_the_day_on_which_it_was_imported() -> None:
    """A run that goes past midnight went on with yesterday, and so would a window that is open for days."""
    assert [found for path in (*MODULES, *TESTS) for found in clocks(path)] == []


@pytest.mark.parametrize(
    ("written", "lines"),
    [("TODAY = date.today()", [1]), ("def later(day=datetime.now(UTC)):\n    pass", [1]), ("at = time.time", []),
     ("class A:\n    at = time.time()", [2]), ("def later():\n    return date.today()", []),
     ("later = lambda: QDate.currentDate()", [])],
)  # fmt: skip
def test_what_is_asked_on_import_is_told_from_what_is_asked_later(written: str, lines: list[int]) -> None:
    assert [call.lineno for call in asked_on_import(ast.parse(written))] == lines
