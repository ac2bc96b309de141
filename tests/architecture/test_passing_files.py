"""The program knows one folder for passing files, the one that the system names: whoever names another gets all of it."""

import ast
from pathlib import Path

import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "inspector_app"
NAMED = ("/tmp", "/var/tmp", "/dev/shm", "/run/user")


def places_named(text: str) -> list[str]:
    """The texts of a module that begin with such a folder; what a docstring says is none."""
    tree = ast.parse(text)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in said)
    return [node.value for node in texts if isinstance(node.value, str) and node.value.startswith(NAMED)]


@pytest.mark.parametrize("text", ['open("/tmp")', 'PLACE = "/var/tmp"', 'f"/dev/shm{name}"'])
def test_a_folder_that_is_named_is_found(text: str) -> None:
    assert places_named(text) != []


def test_no_folder_for_passing_files_is_named_in_the_program() -> None:
    found = {path.name: places for path in PROGRAM.rglob("*.py") if (places := places_named(path.read_text("utf-8")))}
    assert found == {}
