"""The piece of a text that shows why it was found, with the words that match. Pure.

It matches as the index does (SQLite's unicode61): words are runs of letters and digits, capitals and accents count for
nothing, so "ty" finds "Tŷ".
"""

import re
import unicodedata
from functools import cache

from inspector_app.core.domain.search import Term

_LENGTH, _BEFORE = 220, 60  # characters of a snippet, and of it before the first match
_ACCENTS = "[\u0300-\u036f]*"
_BETWEEN, _STARTS, _ENDS = r"[\W_]+", r"(?<![^\W_])", r"(?![^\W_])"
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


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
    tokens = re.findall(r"[^\W_]+", _plain(term.text))
    body = _BETWEEN.join("".join(_letter(c) for c in token) for token in tokens)
    return _STARTS + body + ("" if term.prefix else _ENDS) if tokens else ""


def _letter(letter: str) -> str:
    accented = _accented().get(letter, "")
    return f"[{re.escape(letter)}{accented}]{_ACCENTS}"


@cache
def _accented() -> dict[str, str]:
    """Letter -> itself with every accent."""
    found: dict[str, str] = {}
    for code in _LATIN:
        plain = _plain(chr(code))
        if plain != chr(code) and len(plain) == 1:
            found[plain] = found.get(plain, "") + chr(code)
    return found


def _plain(text: str) -> str:
    """Without accents and capitals."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()
