"""With which letters and digits the words of a text begin, as the bits of one number. Pure.

The first letter of a word stands in nearly every text, and looking it up goes through every word that begins with it. By
these bits the index answers it at once.
"""

import re
from functools import cache

from inspector_app.core.domain.finding.search import Term
from inspector_app.core.domain.text import folding

_KNOWN = "abcdefghijklmnopqrstuvwxyz0123456789"
_FIRST = re.compile(rf"(?<![^\W_])(?<![^\W_][{folding.MARKS}])[^\W_]")


def of_text(text: str) -> int:
    """What the words of a text begin with, by `folding.plain`: only Latin letters and digits count."""
    bits = 0
    for first in set(_FIRST.findall(folding.indexed(text))):
        bits |= _bit(first)
    return bits


def of_term(term: Term) -> int:
    """The bit that tells which texts a term is in; 0 where no bit can."""
    return _bit(term.text) if term.prefix else 0


@cache
def _bit(text: str) -> int:
    plain = folding.plain(text)
    return 1 << _KNOWN.index(plain) if len(plain) == 1 and plain in _KNOWN else 0
