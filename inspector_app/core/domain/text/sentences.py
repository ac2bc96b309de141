"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_ENDS = re.compile(r"(?<=[.!?؟۔])(?:\^\[[^\]]*\])?[”\"’')\]]*\s+|\n+")
_NOT_AN_END = re.compile(r"(?:\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|St|vs|cf|[A-Z])\.|\[=[^\]]*|\^\[[^\]]*)\s*$")
_BY = re.compile(r"\([^()\n]{1,80}\)")
_MARK = re.compile(r"^\s*(?:[-•>*]\s+|\d+[.)]\s+)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: its words, and where they stand in it."""

    words: str
    start: int
    end: int


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order. A line is one too; what marks it as one of a list is none of its words."""
    found, start = [], 0
    for end in (*_ends(text), len(text)):
        piece = text[start:end]
        mark = _MARK.match(piece)
        inside = piece[mark.end() :] if mark else piece
        words = inside.strip()
        if words:
            first = end - len(inside) + len(inside) - len(inside.lstrip())
            found.append(Sentence(words, first, first + len(words)))
        start = end
    return tuple(found)


def _ends(text: str) -> Iterable[int]:
    for end in _ENDS.finditer(text):
        before = text[max(0, end.start() - 200) : end.start() + len(end.group().rstrip())]
        if "\n" in end.group() or not (_NOT_AN_END.search(before) or _is_attributed(before, text, end.end())):
            yield end.end()


def _is_attributed(before: str, text: str, end: int) -> bool:
    """Whether it is a quotation, behind which brackets say who said it: they are part of its sentence."""
    return before.endswith(("”", "’", '"', "'")) and _BY.match(text, end) is not None
