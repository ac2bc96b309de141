"""Words of a draft that stand twice by a slip, or round a figure that does not go with them. Pure."""

import re
from collections.abc import Iterator

from inspector_app.core.words import say

_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_]+)[ \u00a0]+\1(?![\w’'-])", re.IGNORECASE)
_MEANT = frozenset({"had", "that", "very"})  # "what they had had", "that that was so"
_WHOLE_OF = re.compile(r"\b\d{1,3} of \d{1,3}(?: \(\d{1,3}(?:%| per cent)\))? of\b")
_NO_OF = re.compile(r"\b\d{1,3}(?:%| per cent) cases?\b")


def found(said: str) -> Iterator[tuple[str, str]]:
    """What stands twice in a text as it reads, figures and all, and what is the matter with it."""
    for twice in _TWICE.finditer(said):
        again = twice[0][-len(twice[1]) :]
        if twice[1].casefold() not in _MEANT and not again[0].isupper():  # Baden Baden is a name
            yield twice[0], say("the word is repeated")
    for figure in _WHOLE_OF.finditer(said):
        yield figure[0], say("the percentage alone goes before “of”")
    for figure in _NO_OF.finditer(said):
        yield figure[0], say("“of” is missing")
