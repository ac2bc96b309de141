"""Dates and times are said in one module, whatever the machine's locale is."""

import ast
import re
from collections.abc import Sequence
from pathlib import Path

from inspector_app.core.domain.days import when
from tests.architecture import sources
from tests.words.source import PACKAGE

SAYS = PACKAGE / "core" / "domain" / "days" / "when.py"
OTHERS = [path for path in sorted(PACKAGE.rglob("*.py")) if path != SAYS]
OF_A_FILE = re.compile(r"%Y%m%d%H%M%S")  # a format of the PDF itself, which nobody reads


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def said(nodes: Sequence[ast.AST]) -> set[str]:
    """What dates and times are formatted by, and names of months."""
    called = {n.func.attr for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)}
    texts = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    formats = {t for t in texts if re.search(r"%[aAbBcdHIjmMpSUwWxXyYZ]", t) and not OF_A_FILE.fullmatch(t)}
    return called & {"strftime", "strptime", "ctime"} | formats | texts & {month.text for month in when.MONTHS}


def test_no_other_module_says_a_date_or_a_time() -> None:
    """The names of months and days would follow the machine's locale, and one date would read in two ways.

    One test of all modules: a thousand tests cost their workers more than what they look at.
    """
    assert OTHERS
    found = {name(path): said(sources.nodes(path)) for path in OTHERS}
    assert {module: faults for module, faults in found.items() if faults} == {}


def test_what_says_a_date_is_found() -> None:
    planted = "a = f'{day:%d %B}'; b = day.strftime('%x'); c = f'D:{made:%Y%m%d%H%M%S}'; d = 'March'"
    assert said(sources.nodes_of(planted)) == {"strftime", "%d %B", "%x", "March"}


YEAR_OF_AN_EXAMPLE = re.compile(
    r"\d{1,2}/\d{1,2}/20\d\d|" + "(?:" + "|".join(m.text for m in when.MONTHS) + r") 20\d\d"
)
COMPONENTS = "ui/places/components/"  # which shows what a field looks like, to whoever builds


def examples(nodes: Sequence[ast.AST]) -> set[str]:
    """Dates with their year in what is no docstring."""
    described = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    texts = (
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described
    )
    return {found for text in texts for found in YEAR_OF_AN_EXAMPLE.findall(text) if "HMIP" not in text}


def test_no_example_of_a_date_has_a_year_that_is_not_the_inspections() -> None:
    """“Type it as 3/4/2025” stood in an inspection of 2014."""
    found = {name(path): examples(sources.nodes(path)) for path in OTHERS}
    assert {module: dates for module, dates in found.items() if dates and not module.startswith(COMPONENTS)} == {}
    assert examples(sources.nodes_of("a = 'write 3/4/2025 or 3 April 2025'")) == {"3/4/2025", "April 2025"}
