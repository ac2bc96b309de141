"""The program knows one folder for passing files, the one that the system names: whoever names another gets all of it."""

import ast

import pytest

from tests.architecture.sources import MODULES, nodes

NAMED = tuple(f"/{place}" for place in ("tmp", "var/tmp", "dev/shm", "run/user"))


def places_named(module: tuple[ast.AST, ...]) -> list[str]:
    """The texts of a module (`nodes`) that begin with such a folder; what a docstring says is none."""
    said = {id(node.value) for node in module if isinstance(node, ast.Expr)}
    texts = (node for node in module if isinstance(node, ast.Constant) and id(node) not in said)
    return [node.value for node in texts if isinstance(node.value, str) and node.value.startswith(NAMED)]


@pytest.mark.parametrize("text", [f'open("{NAMED[0]}/x")', f'PLACE = "{NAMED[1]}"', f'f"{NAMED[2]}/{{name}}"'])
def test_a_folder_that_is_named_is_found(text: str) -> None:
    assert places_named(tuple(ast.walk(ast.parse(text)))) != []


def test_no_folder_for_passing_files_is_named_in_the_program() -> None:
    found = {path.name: places for path in MODULES if (places := places_named(nodes(path)))}
    assert found == {}
