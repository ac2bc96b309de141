"""The piece of a text that shows why it was found, with the words that match. Pure.

It matches as the index does (SQLite's unicode61): words are runs of letters and digits, capitals and accents count for
nothing, so "ty" finds "Tŷ".
"""

import re
from functools import cache

from inspector_app.core.domain.finding.search import Term
from inspector_app.core.domain.text import folding

_LENGTH, _BEFORE = 220, 60  # characters of a snippet, and of it before the first match
_BETWEEN, _STARTS, _ENDS = r"[\W_]+", r"(?<![^\W_])", r"(?![^\W_])"


def pattern(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    """What finds any of the terms in a text, the longest first; None for no terms."""
    found = [_term(term) for term in sorted(terms, key=lambda t: -len(t.text))]
    return re.compile("|".join(f"(?:{term})" for term in found if term), re.IGNORECASE) if any(found) else None


def snippet(text: str, terms: tuple[Term, ...], one: re.Pattern[str] | None) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A piece of the text around the longest term that is in it, on one line, and where in it terms match.

    `one` is the `pattern` of the terms.
    """
    first = _first(text, terms) if one else None
    start = _word_start(text, max(0, first - _BEFORE)) if first is not None else 0
    piece = text[start : start + _LENGTH]
    if start + _LENGTH < len(text):
        piece = piece[: piece.rfind(" ")] if " " in piece[_BEFORE:] else piece
    shown = f"{'…' if start else ''}{' '.join(piece.split())}{'…' if start + _LENGTH < len(text) else ''}"
    return shown, tuple(match.span() for match in one.finditer(shown)) if one else ()


def _first(text: str, terms: tuple[Term, ...]) -> int | None:
    for term in sorted(terms, key=lambda t: -len(t.text)):
        alone = pattern((term,))
        match = alone.search(text) if alone else None
        if match:
            return match.start()
    return None


def _word_start(text: str, at: int) -> int:
    space = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
    return 0 if at == 0 else space + 1


@cache
def _term(term: Term) -> str:
    tokens = re.findall(r"[^\W_]+", folding.plain(term.text))
    body = _BETWEEN.join(folding.pattern(token, exact=False) for token in tokens)
    return _STARTS + body + ("" if term.prefix else _ENDS) if tokens else ""
