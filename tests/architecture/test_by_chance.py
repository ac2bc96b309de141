"""What would make a test red on another day or a busier machine, or a window say what was so yesterday."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import MODULES, PACKAGE

MINUTE = 60
TESTS = sorted((PACKAGE.parent / "tests").rglob("*.py"))
_CLOCK = re.compile(r"(?:date|datetime)\.(?:today|now|utcnow)|time\.(?:time|localtime)|Q\w+\.currentDate\w*")
_GIVES_UP = re.compile(r"(?<!qtbot)\.(?:wait|join)\((?:timeout=)?(\d+)\)")  # an event, a thread, a process; in seconds


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


def test_no_test_gives_up_within_a_minute_on_what_must_come() -> None:
    """Ten seconds were enough, until three workers and a check of types had two cores."""
    found = {
        f"{path.relative_to(PACKAGE.parent)}: {given_up.group()}"
        for path in TESTS
        if "benchmarks" not in path.parts
        for given_up in _GIVES_UP.finditer(path.read_text(encoding="utf-8"))
        if 0 < int(given_up.group(1)) < MINUTE
    }
    assert found == set()


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
