"""The one table of sentences against everything that is raised."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from string import Formatter

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.ui.errors import SENTENCES, sentence
from tests.architecture.sources import MODULES, PACKAGE, calls, nodes


def fields(code: Code) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(SENTENCES[code].text) if name}


def name(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def raised(path: Path) -> Iterator[tuple[str, list[str], set[str]]]:
    """Every `Expected(...)` in a module: where it stands, the codes it may raise, and the facts it brings."""
    module = nodes(path)[0]
    assert isinstance(module, ast.Module)
    for node in calls(path).get("Expected", ()):
        yield f"{name(path)}:{node.lineno}", codes(node.args[0], module), {k.arg or "" for k in node.keywords}


def codes(first: ast.expr, module: ast.Module) -> list[str]:
    """The codes that stand there as Code.X, alone, one or another, or in a table of the same module."""
    if isinstance(first, ast.Subscript) and isinstance(first.value, ast.Name):
        tables = [n for n in module.body if isinstance(n, ast.Assign | ast.AnnAssign)]
        held = [n.value for n in tables if n.value and f"{first.value.id} " in ast.unparse(n).replace(":", " ")[:60]]
    else:
        held = [first]
    found = [n for value in held for n in ast.walk(value) if isinstance(n, ast.Attribute)]
    return [n.attr for n in found if isinstance(n.value, ast.Name) and n.value.id == "Code"]


RAISING = [path for path in MODULES if "Expected(" in path.read_text(encoding="utf-8")]


def test_every_code_has_one_sentence() -> None:
    assert set(SENTENCES) == set(Code)


def test_what_is_raised_brings_every_fact_of_its_sentence() -> None:
    every = [row for path in RAISING for row in raised(path)]
    assert [where for where, found, _ in every if not found] == [], "the code must be plain to see where it is raised"
    assert [f"{w}: {code}" for w, found, facts in every for code in found if not fields(Code[code]) <= facts] == []


def test_every_code_is_raised_somewhere() -> None:
    assert {code for path in RAISING for _, found, _ in raised(path) for code in found} == set(Code.__members__)


@pytest.mark.parametrize("code", Code)
def test_a_sentence_is_one_line_of_plain_words(code: Code) -> None:
    text = SENTENCES[code].text.replace("!r}", "}")
    assert "\n" not in text
    assert "!" not in text
    assert "  " not in text
    assert text[0].isupper() or text[0] == "{"
    assert {"error", "invalid", "failed", "exception"}.isdisjoint(text.lower().split())


def test_a_fact_that_is_missing_shows_its_name_and_does_not_fail() -> None:
    assert "{where}" in sentence(Expected(Code.FILE_MISSING))


def test_days_and_moments_are_said_as_everywhere() -> None:
    """No sentence shows UTC as it is stored: a fact that is a date or a moment is put into words where it is shown."""
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    changed = sentence(Expected(Code.CHANGED_SINCE, by="Bob", at=now))
    assert changed.startswith(f"Bob has changed this since (today {now.astimezone():%H:%M}), ")
    wrong = sentence(
        Expected(Code.VALUE_INVALID, field="The end", value=date(2026, 3, 9), why="it is before the start")
    )
    assert wrong.startswith("The end cannot be '9 March 2026': it is before the start.")


def test_no_day_or_moment_is_raised_as_text() -> None:
    texts = re.compile(r"\.isoformat\(|strftime\(|\bnow\(\)|\.(at|day|made|saved|since|here_until|return_start)$")
    found = []
    for path in RAISING:
        for node in calls(path).get("Expected", ()):
            said = [ast.unparse(keyword.value) for keyword in node.keywords]
            found += [f"{path.name}:{node.lineno} {text}" for text in said if texts.search(text)]
    assert found == []
