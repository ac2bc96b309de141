"""What the program says itself has one apostrophe, ’: a straight one beside it on a page is seen."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import inspector_app
from inspector_app.core import paths
from tests.architecture.sources import nodes_of

PACKAGE = Path(inspector_app.__file__).parent
_STRAIGHT = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<!'Yes)(?<=s)'(?= [a-z])")
_AFTER_A_FACT = re.compile(r"^'s ")  # f"{name}'s case"


def straight(source: str) -> Iterator[str]:
    """The texts of a module with a straight apostrophe between letters, but for what is said of the code."""
    if "'" not in source and "\\" not in source:  # neither one nor anything that could be one
        return
    nodes = nodes_of(source)
    about = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in about:
            continue
        if _STRAIGHT.search(node.value) or _AFTER_A_FACT.search(node.value):
            yield node.value


@pytest.mark.parametrize("text", ["somebody's case", "the others' before", "{name}'s case"])
def test_a_straight_apostrophe_is_found(text: str) -> None:
    assert list(straight(f'"""It\'s told."""\nsaid = f"{text}"'))


def test_no_sentence_of_the_program_has_a_straight_apostrophe() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}: {text}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for text in straight(path.read_text("utf-8"))
    ]
    assert not found, "\n".join(["", *found])


_OURS = (
    "title",
    "singular",
    "note",
    "source",
    "what",
)  # of a sample; its sentences in the report are the inspectorate's


def test_no_words_of_ours_in_a_framework_file_have_a_straight_apostrophe() -> None:
    """What the inspectorate printed stays as it was printed; names of samples, notes and rules are this project's."""
    found = []
    for path in sorted((paths.resources() / "frameworks").glob("*.json")):
        read = json.loads(path.read_text("utf-8"))
        said = [rule["text"] for rule in read["rating"].get("rules", ())]
        for sample in read["samples"].values():
            said += [one.get(key) for one in (sample, sample["size"], *sample["windows"]) for key in _OURS]
        found += [f"{path.name}: {text}" for text in said if text and _STRAIGHT.search(text)]
    assert not found, "\n".join(["", *found])
