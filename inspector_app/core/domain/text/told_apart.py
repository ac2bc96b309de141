"""Texts by so many of their words that one tells each from the others, for a list to choose from."""

from collections.abc import Sequence
from itertools import takewhile

from inspector_app.core.words import shortened

_LEAD = 24  # letters of the beginning that stay where the words that differ come later
_BACK = 10  # letters before the first that differs, in a text without blanks
_CUT = " …"


def told_apart(texts: Sequence[str], most: int = 80) -> list[str]:
    """Each text by its first words, some `most` letters; of those that begin alike, by where they differ as well.

    Texts that are the same from end to end have a number.
    """
    whole = [" ".join(text.split()) for text in texts]
    shown = [shortened(text, most) for text in whole]
    for _ in whole:  # each time those that stand alike are parted at least once
        for places in _alike(shown):
            at = _alike_up_to([whole[place] for place in places])
            if any(len(whole[place]) > at for place in places):
                for place in places:
                    shown[place] = _around(whole[place], at, most)
    for places in _alike(shown):
        for number, place in enumerate(places[1:], 2):
            shown[place] += f" ({number})"
    return shown


def _alike(shown: Sequence[str]) -> list[list[int]]:
    """The places of what reads the same."""
    by_words: dict[str, list[int]] = {}
    for place, words in enumerate(shown):
        by_words.setdefault(words, []).append(place)
    return [places for places in by_words.values() if len(places) > 1]


def _alike_up_to(texts: Sequence[str]) -> int:
    """How many letters all begin with: as many as the first and the last of them in order."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(min(texts), max(texts), strict=False)))


def _around(text: str, at: int, most: int) -> str:
    start = max(text.rfind(" ", 0, at) + 1, at - _BACK)
    lead = shortened(text, _LEAD)
    return f"{lead.removesuffix(_CUT)}{_CUT} {shortened(text[start:], most - len(lead))}"
