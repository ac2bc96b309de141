"""Words that are longer than a line, broken where they have to be; of nothing but text, as the first screen needs it."""

import re
from collections.abc import Callable
from unicodedata import category

_BREAK, _HOLD = "\u200b", "\u2060"  # where a line may break, and where it may not, which show nowhere
# Qt breaks behind a stroke: "judged: n/" and "a", "Victim (Y/" and "N)". What is longer may break there: parents/carers.
_SHORT = re.compile(r"(?<![\w/])([^\W\d_]{1,2})/(?=[^\W\d_]{1,2}(?![\w/]))")
_LONG = re.compile(rf"[^\s{_BREAK}-]{{24,}}")  # a place in Wales, a reference, an address: longer than a narrow line
_WORD = re.compile(r"\S+")
_JOINTS = re.compile(r"[^/-]*[/-]+|[^/-]+")
_PART = 12  # letters
_JOINED = ("Mn", "Mc", "Me", "Cf")  # kinds of characters that belong to the letter before them, or join two


def breakable(words: str) -> str:
    """The words as Qt breaks them where one is longer than a line: what draws them by itself breaks between words alone.

    Two or three letters round a stroke, as not applicable is written, stay one word.
    """
    return held(_LONG.sub(lambda long: _broken(long[0]), words))


def held(words: str) -> str:
    """The words with what holds two or three letters round a stroke together: n/a."""
    return _SHORT.sub(rf"\1/{_HOLD}", words)


def broken_beyond(words: str, is_long: Callable[[str], bool]) -> str:
    """The words; those that are longer than their line can break, and no others within.

    They break behind their hyphens and strokes, as a reference does, and a part that is longer still at each of its letters.
    """
    return _WORD.sub(lambda word: _apart(word[0], is_long) if is_long(word[0]) else word[0], words)


def whole(words: str) -> str:
    """Words that were made breakable, as they were before."""
    return words.replace(_BREAK, "").replace(f"/{_HOLD}", "/")


def _apart(word: str, is_long: Callable[[str], bool]) -> str:
    return _BREAK.join(_broken(part, 1) if is_long(part) else part for part in _JOINTS.findall(word))


def _broken(word: str, part: int = _PART) -> str:
    parts, begun = [], 0
    for place in range(1, len(word)):
        joined = category(word[place]) in _JOINED or category(word[place - 1]) == "Cf"
        if place - begun >= part and not joined:
            parts.append(word[begun:place])
            begun = place
    return _BREAK.join([*parts, word[begun:]])
