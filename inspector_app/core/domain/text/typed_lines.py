"""The lines of what people typed, and what acts in them: footnotes `^[words]` and live figures (set by report/typed.py)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspector_app.core.domain import live_figures

ACTS = re.compile(rf"\s?\^\[(?P<note>(?:[^\[\]]|\[=[^\[\]]*\])*)\]|{live_figures.PATTERN}")
TITLE = re.compile(r"\*\*(.+)\*\*")  # the first line of a box
ITEM, QUOTE = "- ", ">"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BOXED = re.compile(rf"^[ \t]*{QUOTE}[ \t]*", re.MULTILINE)
_SIGN = re.compile(rf"{re.escape(ITEM)}\s*|{QUOTE}\s*")


def superscript(number: str) -> str:
    """A footnote's number as superscript digits, so that it is read as one also when the text is copied out."""
    return number.translate(_SUPERSCRIPT)


def as_read(text: str, known: Mapping[str, str]) -> str:
    """A text as a copy of the draft reads, without its footnotes; `known`: what each live figure says."""
    return live_figures.in_words(_without_notes(text), known)


def in_print(text: str) -> str:
    """A text as print shows it: without footnotes, and without the signs that make a box or a quotation; figures stay."""
    return _BOXED.sub("", _without_notes(text))


def _without_notes(text: str) -> str:
    return ACTS.sub(lambda found: found[0] if found["note"] is None else "", text)


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line with something in it, of the text from `start` to `end`: the sign that it begins with, its words, its tail."""

    start: int
    end: int
    sign: str
    words: str
    tail: str = ""


def lines(text: str) -> Iterator[TypedLine]:
    """The lines of a text that are not blank, as the report counts them."""
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            yield _line(words, start)
        at += len(line)


def _line(words: str, start: int) -> TypedLine:
    sign = found.group() if (found := _SIGN.match(words)) else ""
    rest, end = words[len(sign) :], start + len(words)
    if sign.startswith(QUOTE) and (title := TITLE.fullmatch(rest)):
        return TypedLine(start, end, f"{sign}**", title[1], "**")
    return TypedLine(start, end, sign, rest)
