"""What counts for nothing where words are looked for: capitals, accents, ligatures, characters that nobody sees. Pure.

Search, the piece of a text that it shows, and finding within a note all go by this.
"""

import re
import unicodedata
from functools import cache

MARKS = "\u0300-\u036f"  # accents that stand behind their letter, for a character class
PASTED = "\u00ad\u200b\u2060\ufeff"  # hidden hyphen, blanks of no width: what pasting takes off
_SELECTORS = (
    ("\u180b", "\u180f"),
    ("\ufe00", "\ufe0f"),
    ("\U000e0100", "\U000e01ef"),
)  # from, to: which form a sign has
# Those, and what joins letters, parts them, or says in which direction they run or which form they have.
_JOINS = "\u034f\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = PASTED + _JOINS + "".join(chr(code) for a, b in _SELECTORS for code in range(ord(a), ord(b) + 1))
# As ranges: a pattern has it behind each letter, and Python would look at every sign of it each time.
_BETWEEN = f"[{MARKS}{PASTED}{_JOINS}{''.join(map('-'.join, _SELECTORS))}]*"
_ACCENTED = (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))  # Latin, Greek, Cyrillic
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆ", "...": "…"}
_WIDE = {chr(code + 0xFEE0): chr(code) for code in range(ord("!"), ord("~") + 1)}  # as wide as a sign of Chinese: ２.１
_FOLDS = str.maketrans({
    **dict.fromkeys(UNSEEN, ""), **{one: letters for letters, one in _LIGATURES.items()}, **_WIDE,
})  # fmt: skip
# Letters that have no accent and are looked for without what they have: Łódź by lodz, Straße by strasse.
_TWO = {"ss": "ßẞ", "ae": "æÆ", "oe": "œŒ", "th": "þÞ"}
_ONE = {"o": "øØ", "l": "łŁ", "d": "đĐðÐ", "h": "ħĦ", "i": "ı"}
_PLAINLY = str.maketrans({one: letters for letters, ones in (*_TWO.items(), *_ONE.items()) for one in ones})
APOSTROPHES = "'’ʼ‘`´′＇"
HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\uff0d"  # with the dash and the minus that Word and PDFs have in its place
_QUOTES = '"“”„‟'
_EITHER = {one: f"[{re.escape(alike)}]" for alike in (APOSTROPHES, HYPHENS, _QUOTES) for one in alike}


def folded(text: str) -> str:
    """The text without unseen characters, ligatures and wide letters as their letters. Capitals and accents stay."""
    return text.translate(_FOLDS)


def indexed(text: str) -> str:
    """The same as the index has it, composed; its words are found by the letters of a keyboard here: ø is o, ß is ss."""
    return unicodedata.normalize("NFC", folded(text).translate(_PLAINLY))


def plain(text: str) -> str:
    """As it is indexed, without accents and capitals."""
    bare = "".join(c for c in unicodedata.normalize("NFD", indexed(text)) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.lower())


def letter(one: str) -> str:
    """A pattern of a plain letter with any accent, composed or not."""
    apart = unicodedata.normalize("NFD", one)
    either = f"[{re.escape(one)}{_accented().get(one, '')}]"
    return f"{either if apart == one else f'(?:{either}|{apart})'}{_BETWEEN}"


def pattern(wanted: str, *, exact: bool) -> str:
    """A pattern of a text within a note; `exact`: with its accents, however they are composed.

    Apostrophes, hyphens and quotation marks are those of any keyboard, and a blank is whatever parts two words.
    """
    text = unicodedata.normalize("NFC", folded(wanted)) if exact else plain(wanted)
    text, one = re.sub(r"\s+", " ", text), _exactly if exact else letter
    joins = _LIGATURES if exact else _LIGATURES | _TWO
    found, at = [], 0
    while at < len(text):
        letters = next((joined for joined in joins if text.startswith(joined, at)), text[at])
        each = "".join(_sign(c) or one(c) for c in letters)
        found.append(f"(?:{each}|[{joins[letters]}]{_BETWEEN})" if letters in joins else each)
        at += len(letters)
    return "".join(found)


def _sign(one: str) -> str:
    """A pattern of a sign that is written in several ways; "" for any other."""
    return r"\s+" if one == " " else _EITHER.get(one, "")


def _exactly(one: str) -> str:
    apart = unicodedata.normalize("NFD", one)
    wide = f"|{_wide(one)}" if _wide(one) else ""
    either = f"(?:{re.escape(one)}{'' if apart == one else f'|{re.escape(apart)}'}{wide})"
    return f"{either}[{UNSEEN}]*(?![{MARKS}])"


def _wide(one: str) -> str:
    return chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else ""


@cache
def _accented() -> dict[str, str]:
    """Letter -> itself with every accent, and as wide as a sign of Chinese."""
    found = {one: re.escape(_wide(one)) for one in _WIDE.values()}
    for code in _ACCENTED:
        bare = plain(chr(code))
        if bare != chr(code) and len(bare) == 1:
            found[bare] = found.get(bare, "") + chr(code)
    return found
