"""Marks in a note: a paragraph that begins with one of five words and a colon is marked so. Pure.

A mark is text like any other ("Strength: the child was seen alone"), so it is kept, merged, searched and printed with the
note and needs nothing beside it. A paragraph is a line of the note, as Enter makes it; it may be an item of a list.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """The kinds, in the order of their keys (Alt+1 to Alt+6).

    CLOSE, in the reasons of a judgement, says that it could have gone the other way: *Ratings* and the panel count those.
    """

    STRENGTH = "strength"
    IMPROVEMENT = "area-for-improvement"
    QUOTATION = "quotation"
    FOLLOW_UP = "follow-up"
    PRACTICE = "practice-example"
    CLOSE = "close-call"


MARKS: dict[Mark, str] = {
    Mark.STRENGTH: "Strength",
    Mark.IMPROVEMENT: "Area for improvement",
    Mark.QUOTATION: "Quotation",
    Mark.FOLLOW_UP: "Follow up",
    Mark.PRACTICE: "Practice example",
    Mark.CLOSE: "Close call",
}

_KINDS = {word.lower(): kind for kind, word in MARKS.items()}
_BEFORE = r"(?P<before>[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)"  # an item of a list can be marked too
_MARKED = re.compile(
    rf"{_BEFORE}(?P<word>{'|'.join(re.escape(word) for word in MARKS.values())}):(?P<rest>.*)",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_UNMARKED = re.compile(rf"{_BEFORE}(?P<rest>.*)", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked paragraph of a note."""

    kind: Mark
    text: str  # what the paragraph says after the mark, without white space around it
    position: int  # of the mark's first letter in the note, in characters


def marked(text: str) -> tuple[Marked, ...]:
    """The marked paragraphs of a note, from top to bottom. The case of the mark's letters does not matter."""
    found, start = [], 0
    for line in text.split("\n"):
        if match := _MARKED.fullmatch(line):
            kind = _KINDS[match["word"].lower()]
            found.append(Marked(kind, match["rest"].strip(), start + match.start("word")))
        start += len(line) + 1
    return tuple(found)


def has(text: str, kind: Mark) -> bool:
    """Whether any paragraph of a note has that mark."""
    return any(found.kind is kind for found in marked(text))


def place(line: str) -> tuple[Mark, int, int] | None:
    """The mark of one paragraph and where it stands in it, from its first letter to behind its colon; or None."""
    match = _MARKED.fullmatch(line)
    return (_KINDS[match["word"].lower()], match.start("word"), match.end("word") + 1) if match else None


def toggled(line: str, kind: Mark) -> str:
    """The paragraph with that mark before it, in the place of another; without it where it has it already."""
    match = _MARKED.fullmatch(line)
    if match is None:
        match = _UNMARKED.fullmatch(line)
        return f"{match['before']}{MARKS[kind]}: {match['rest']}" if match else line
    if _KINDS[match["word"].lower()] is kind:
        return match["before"] + match["rest"].removeprefix(" ")
    return f"{match['before']}{MARKS[kind]}:{match['rest']}"
