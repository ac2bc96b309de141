"""Paragraphs that stand twice in the texts of a draft, as stock paragraphs do: the same words, but for a few."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from inspector_app.core.domain.rows import TextRow

_LEAST = 12  # words: shorter ones are said again with reason ("We saw no evidence of this.")
_ALIKE = 0.75  # of the pairs of words that two paragraphs have, those that both have


@dataclass(frozen=True, slots=True)
class Repeated:
    """A paragraph of `text` that stands in `before` too."""

    text: TextRow
    words: str
    before: TextRow


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: TextRow
    said: str
    pairs: frozenset[tuple[str, str]]


def repeated(texts: Sequence[TextRow]) -> list[Repeated]:
    """Each paragraph that says what one before it does, with the first such."""
    seen: list[_Paragraph] = []
    found = []
    for text in texts:
        for one in _paragraphs(text):
            before = next((other for other in seen if _alike(one.pairs, other.pairs)), None)
            if before is None:
                seen.append(one)
            else:
                found.append(Repeated(text, one.said, before.text))
    return found


def _paragraphs(text: TextRow) -> list[_Paragraph]:
    made = []
    for line in text.text.splitlines():
        words = [word for part in line.casefold().split() if (word := part.strip(".,;:!?“”\"'‘’()[]>*-"))]
        if len(words) >= _LEAST:
            pairs = frozenset(pairwise(words))
            made.append(_Paragraph(text, " ".join(line.split()), pairs))
    return made


def _alike(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    least, most = sorted((len(one), len(other)))
    if least < _ALIKE * most:
        return False
    both = len(one & other)
    return both >= _ALIKE * (least + most - both)
