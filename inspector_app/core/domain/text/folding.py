"""What counts for nothing where words are looked for: capitals, accents, ligatures, characters that nobody sees. Pure.

Search, the piece of a text that it shows, and finding within a note all go by this.
"""

import re
import unicodedata
from functools import cache

MARKS = "\u0300-\u036f"  # accents that stand behind their letter, for a character class
PASTED = "\u00ad\u200b\u2060\ufeff"  # hidden hyphen, blanks of no width: what pasting takes off
# Those, and what joins letters, parts them or says in which direction they run.
UNSEEN = PASTED + "\u034f\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BETWEEN = f"[{MARKS}{UNSEEN}]*"
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆ"}
_FOLDS = str.maketrans({**dict.fromkeys(UNSEEN, ""), **{one: letters for letters, one in _LIGATURES.items()}})
APOSTROPHES = "'’ʼ‘`´′"
HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"  # with the dash and the minus that Word and PDFs have in its place
_QUOTES = '"“”„‟'
_EITHER = {one: f"[{re.escape(alike)}]" for alike in (APOSTROPHES, HYPHENS, _QUOTES) for one in alike}


def folded(text: str) -> str:
    """The text as the index has it: without unseen characters, ligatures as their letters. Capitals and accents stay."""
    return text.translate(_FOLDS)


def plain(text: str) -> str:
    """Without accents and capitals."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()


def letter(one: str) -> str:
    """A pattern of a plain letter with any accent, composed or not."""
    return f"[{re.escape(one)}{_accented().get(one, '')}]{_BETWEEN}"


def pattern(wanted: str, *, exact: bool) -> str:
    """A pattern of a text within a note; `exact`: with its accents, however they are composed.

    Apostrophes, hyphens and quotation marks are those of any keyboard, and a blank is whatever parts two words.
    """
    text = unicodedata.normalize("NFC", folded(wanted)) if exact else plain(folded(wanted))
    text, one = re.sub(r"\s+", " ", text), _exactly if exact else letter
    found, at = [], 0
    while at < len(text):
        letters = next((joined for joined in _LIGATURES if text.startswith(joined, at)), text[at])
        each = "".join(_sign(c) or one(c) for c in letters)
        found.append(f"(?:{each}|{_LIGATURES[letters]})" if letters in _LIGATURES else each)
        at += len(letters)
    return "".join(found)


def _sign(one: str) -> str:
    """A pattern of a sign that is written in several ways; "" for any other."""
    return r"\s+" if one == " " else _EITHER.get(one, "")


def _exactly(one: str) -> str:
    apart = unicodedata.normalize("NFD", one)
    either = re.escape(one) if apart == one else f"(?:{re.escape(one)}|{re.escape(apart)})"
    return f"{either}[{UNSEEN}]*(?![{MARKS}])"


@cache
def _accented() -> dict[str, str]:
    """Letter -> itself with every accent."""
    found: dict[str, str] = {}
    for code in _LATIN:
        bare = plain(chr(code))
        if bare != chr(code) and len(bare) == 1:
            found[bare] = found.get(bare, "") + chr(code)
    return found
