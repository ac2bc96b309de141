"""What is left to be filled in, and what was begun and is printed as it stands: a footnote, a live figure. Pure."""

import re
from collections.abc import Iterator

from inspector_app.core.domain.text import phrases
from inspector_app.core.domain.text.typed_lines import ACTS
from inspector_app.core.words import say

_LATER = re.compile(r"(?<![\w-])(?:XX+|TBC|TODO)(?![\w-])|\?{3,}")
_EMPTY = re.compile(r"\^\[\s*\]")
_FOOTNOTE, _FIGURE = re.compile(r"\^\[[^\s\[\]]{0,40}"), re.compile(r"\[=[^\s\[\]]{0,40}")


def found(text: str) -> Iterator[tuple[str, str]]:
    """What in a text as it was typed is not finished, and what is the matter with it."""
    for said in (*phrases.stops(text), *_LATER.findall(text)):
        yield said, say("still to be filled in")
    for said in _EMPTY.findall(text):
        yield said, say("this footnote is empty")
    for line in text.splitlines():
        rest = ACTS.sub(" ", line)
        for said in _FOOTNOTE.findall(rest):
            yield said, say("this footnote has no end, or a bracket in it")
        for said in _FIGURE.findall(rest):
            yield said, say("this is not a figure")
