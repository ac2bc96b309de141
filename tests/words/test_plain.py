"""Words that ring of another language or of the program: a careful civil servant says each otherwise (docs/words.md)."""

import ast
import re

import pytest

from tests.architecture.sources import nodes
from tests.words.source import PACKAGE, sentences

INSTEAD = {
    r"(?<!here )\b(?:is|are) no (?!longer\b|more than\b)": "is not a",
    r"\b(?:was|were|went) (?:(?!\bhas\b|\bhave\b)[^.;:])*\bsince\b": "has been … since",
    r"\b(?:was|were) never\b": "has never been",
    r"\bin the place of\b|\bin whose place\b": "instead of",
    r"\b(?:take|taken|takes) (?:\w+ ){0,3}(?:off|away|back|out)\b(?! of the)": "clear, delete, remove or undo",
    r"\blies?\b": "is, or is kept",
    r", for (?:\w+ ){1,3}(?:is|are|was|were|has|have|stood|mark)\b": "because",
    r"\banother \w+(?: of \{?\w+\}?)?(?: \([^)]*\))? than\b": "a different … from",
    r"\bon the conflict desk\b": "at the conflict desk",
    r"\b(?:go|goes) on\b": "continue, or carry on",
    r"\blets? (?:it |them )?go\b": "allow",
    r"\b(?:new|more|that card or taken|came) of it\b": "from it",
    r"\byour yes\b": "to be accepted",
    r"\b(?:whether|when|how|up to when)\b[^.:]*,? is,? not known": "it is not known whether",
    r"\bstands? (?:here|there|twice|above|below)\b": "is, is shown, or is listed",
    r"\b(?:everything else|what) of (?:yours|theirs)\b|\bwork of (?:theirs|\{name\})": "their work, or work from",
    r"\bwhere one\b|\bone (?:writes|sees|types)\b": "you, or the thing itself",
    r"\b(?:recorded|their) steps?\b|\bof the steps\b|\bsteps? (?:that you|is|are|was|were|recovered)\b": "edits",
    r"\bby now\b": "now",
    r"\bno word came\b|\bnobody knows how\b": "it is not known",
}


def foreign(text: str) -> list[str]:
    """What is said in the text that is better said otherwise, each with what it is said instead."""
    return [
        f"{text!r}: say {better}" for found, better in INSTEAD.items() if re.search(found, text[:1].lower() + text[1:])
    ]


def _of_the_window() -> set[str]:
    """Every text in the modules of the window but what is said of the code: a control puts what it is given into words."""
    found: set[str] = set()
    for path in (PACKAGE / "ui").rglob("*.py"):
        about = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
        texts = (node for node in nodes(path) if isinstance(node, ast.Constant) and id(node) not in about)
        found |= {node.value for node in texts if isinstance(node.value, str)}
    return found


def test_no_sentence_rings_of_another_language_or_of_the_program() -> None:
    said = {text for sentence in sentences() for text in sentence.texts} | _of_the_window()
    told = {told for text in said for told in foreign(text)}
    assert told == set(), "\n".join(sorted(told))


@pytest.mark.parametrize(
    "text",
    [
        "“{text}” is no day: write 24/3.",
        "The text was changed here since.",
        "Locked. Type your passphrase to go on.",
        "Left out, for the case was accepted: {cases}",
        "Up to when is not known: a clock stood in the future.",
        "People differ on it: settle that on the conflict desk.",
    ],
)
def test_what_rings_so_is_told(text: str) -> None:
    assert foreign(text)


@pytest.mark.parametrize(
    "text",
    ["There is no draft yet.", "The inspection has changed since.", "The text is no longer there.", "2 steps back"],
)
def test_what_reads_well_is_taken(text: str) -> None:
    assert foreign(text) == []
