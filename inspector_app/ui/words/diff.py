"""What changed between two texts, word by word: for the eye (strike and underline, never colour alone) and in words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from html import escape

from inspector_app.core.domain.text import compared
from inspector_app.core.domain.text.sentences import sentences_of
from inspector_app.core.words import say

_WORDS = re.compile(r"\s*\S+|\s+")  # with the blank before it: what a text goes on with leaves its last word as it was
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


class Kind(Enum):
    """What became of a stretch of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text."""

    kind: Kind
    text: str


def diff(before: str, after: str) -> list[Part]:
    """The parts of both texts in order: those not ADDED make up `before`, those not REMOVED `after`.

    By lines first, and by words only where lines differ: long notes are compared in a moment.
    """
    parts: list[Part] = []
    left = compared.MOST_PAIRS
    for old, new in _hunks(_LINES.findall(before), _LINES.findall(after)):
        words = _WORDS.findall(old), _WORDS.findall(new)
        for gone, come in [(old, new)] if old == new else _hunks(*words, most=left):
            parts += [Part(Kind.SAME, come)] if gone == come else _replaced(gone, come)
        left = max(0, left - (0 if old == new else compared.pairs(*words)))
    return parts


def as_html(
    parts: list[Part],
    removed: str,
    added: str,
    kept: Callable[[str, bool], str] = lambda text, _begins: escape(text),
    *,
    grounds: tuple[str, str] | None = None,
) -> str:
    """Rich text: removed words struck through, added ones underlined and bold, in these colours (#rrggbb).

    `kept` makes HTML of what stayed, told whether it begins where a line does. `grounds`: what the two stand on.
    """
    inside, begins = "", True
    gone, come = (f"; background-color: {ground}" for ground in grounds) if grounds else ("", "")
    for part, text in zip(parts, _shown(parts), strict=True):
        match part.kind:
            case Kind.SAME:
                inside += kept(text, begins)
            case Kind.REMOVED:
                inside += f'<s style="color: {removed}{gone}">{escape(text)}</s>'
            case Kind.ADDED:
                new = text.lstrip(" ")  # no line is drawn under the blank before it
                inside += f'{text.removesuffix(new)}<u style="color: {added}{come}"><b>{escape(new)}</b></u>'
        begins = text.endswith("\n")
    return f'<p style="white-space: pre-wrap; margin: 0">{inside}</p>'


def near(parts: list[Part], quoted: str = "") -> list[Part]:
    """Of a long text only the sentences that changed or hold what is `quoted`, "…" for the others; all where none does."""
    kept: list[Part] = []
    for place, part in enumerate(parts):
        if part.kind is not Kind.SAME:
            kept.append(part)
            continue
        shown = _near(part.text, quoted, after_change=place > 0, before_change=place + 1 < len(parts))
        if shown:
            kept.append(Part(Kind.SAME, shown))
    return kept or parts


def _near(text: str, quoted: str, *, after_change: bool, before_change: bool) -> str:
    """The first sentence where a change comes before it, the last where one comes after, and those with what is quoted."""
    starts = [0, *(found.start for found in sentences_of(text)[1:])]
    ends = [*starts[1:], len(text)]
    begins = text.find(quoted) if quoted else -1
    over = range(begins, begins + len(quoted)) if begins >= 0 else range(0)
    shown, left_out = "", False
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        beside = (after_change and not place) or (before_change and place == len(starts) - 1)
        if beside or (over and start < over.stop and over.start < end):
            shown += ("… " if left_out else "") + text[start:end]
            left_out = False
        else:
            left_out = True
    return f"{shown.rstrip()} …" if shown and left_out else shown


def in_words(parts: list[Part]) -> str:
    """The text as it is heard, with what was removed and added said in words."""
    return " ".join(_heard(part.kind, part.text.strip()) for part in parts if part.text.strip())


def _heard(kind: Kind, text: str) -> str:
    match kind:
        case Kind.SAME:
            return text
        case Kind.REMOVED:
            return say("(removed: {text})", text=text)
        case Kind.ADDED:
            return say("(added: {text})", text=text)


def _shown(parts: list[Part]) -> Iterator[str]:
    """The texts with what replaces another one on the same line, and a space between the two."""
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        replaced = part.kind is Kind.REMOVED and after is not None and after.kind is Kind.ADDED
        apart = "" if after is not None and after.text[:1].isspace() else " "
        yield f"{part.text.rstrip()}{apart}" if replaced else part.text


def _replaced(gone: str, come: str) -> list[Part]:
    return [Part(kind, text) for kind, text in ((Kind.REMOVED, gone), (Kind.ADDED, come)) if text]


def _hunks(before: list[str], after: list[str], most: int = compared.MOST_PAIRS) -> Iterator[tuple[str, str]]:
    for _, i, j, k, m in compared.steps(before, after, most):
        yield "".join(before[i:j]), "".join(after[k:m])
