"""The piece of a text that shows why it was found, with the words that match. Pure.

It matches as the index does (SQLite's unicode61): words are runs of letters and digits, capitals and accents count for
nothing, so "ty" finds "Tŷ".
"""

import re
from functools import lru_cache

from inspector_app.core.domain.finding.search import Term
from inspector_app.core.domain.text import folding

_LENGTH, _BEFORE = 220, 60  # characters of a snippet, and of it before the first match
# A text in which no letter has more than one form: a pattern of the bare letters finds the same there. One with every accent
# of each letter takes Python several ms to make, and there is a new one at each key.
_PLAIN = re.compile(r"[\x00-\x7f\xa0‘’“”–—…•·£€]*")
_BETWEEN, _STARTS, _ENDS = r"[\W_]+", r"(?<![^\W_])", r"(?![^\W_])"


def pattern(terms: tuple[Term, ...], text: str) -> re.Pattern[str] | None:
    """What finds any of the terms in this text, the longest first; None for no terms."""
    return _pattern(terms, plain=_PLAIN.fullmatch(text) is not None)


def snippet(text: str, terms: tuple[Term, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A piece of the text around the longest term that is in it, on one line, and where in it terms match."""
    first = _first(text, terms)
    start = _word_start(text, max(0, first - _BEFORE)) if first is not None else 0
    piece = text[start : start + _LENGTH]
    if start + _LENGTH < len(text):
        piece = piece[: piece.rfind(" ")] if " " in piece[_BEFORE:] else piece
    shown = f"{'…' if start else ''}{' '.join(piece.split())}{'…' if start + _LENGTH < len(text) else ''}"
    one = pattern(terms, shown)
    return shown, tuple(match.span() for match in one.finditer(shown)) if one else ()


def _first(text: str, terms: tuple[Term, ...]) -> int | None:
    for term in sorted(terms, key=lambda t: -len(t.text)):
        alone = pattern((term,), text)
        match = alone.search(text) if alone else None
        if match:
            return match.start()
    return None


def _word_start(text: str, at: int) -> int:
    space = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
    return 0 if at == 0 else space + 1


@lru_cache(maxsize=256)
def _pattern(terms: tuple[Term, ...], *, plain: bool) -> re.Pattern[str] | None:
    found = [_term(term, plain=plain) for term in sorted(terms, key=lambda t: -len(t.text))]
    return re.compile("|".join(f"(?:{term})" for term in found if term), re.IGNORECASE) if any(found) else None


def _term(term: Term, *, plain: bool) -> str:
    tokens = re.findall(r"[^\W_]+", folding.plain(term.text))
    body = _BETWEEN.join(token if plain else folding.pattern(token, exact=False) for token in tokens)
    return _STARTS + body + ("" if term.prefix else _ENDS) if tokens else ""
