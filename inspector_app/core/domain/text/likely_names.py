"""Whether the text of a reference could be somebody's name, however it is spelt, put round, parted or numbered. Pure."""

import re
import unicodedata
from collections.abc import Iterator

_APOSTROPHES = "'’‘ʼʻ`´′"
# A letter is an initial; a whole word has apostrophes between its letters.
_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}(?:[{_APOSTROPHES}]?{_LETTER})*[{_APOSTROPHES}]?")
_INITIAL = re.compile(_LETTER)
_NUMERAL = re.compile(r"[IVX]{2,5}")
_TWICE = re.compile(r"([A-Z])\1")  # behind Z the letters begin again: Child AA
_VOWELS = frozenset("aeiouy")
_OF_A_SERVICE = re.compile(r"y(?:js|jt|jb|ot|os)s?$")  # NYJS, WMYOT: of a youth justice service, or offending team
_PEOPLE = frozenset(
    ["child", "young", "person", "victim", "boy", "girl", "male", "female", "yp", "cyp", "subject", "client", "participant",
     "adult"]
)  # fmt: skip
_COUNTED = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "alpha", "beta",
     "gamma", "delta", "first", "second", "third", "fourth", "fifth"]
)  # fmt: skip
_SIDES = frozenset(["north", "south", "east", "west", "central"])
_SURNAMES_TOO = _SIDES - {"central"} | {"ward", "court", "young"}  # many people are called so
_THINGS = frozenset(
    ["case", "sample", "reference", "ref", "id", "no", "nr", "number", "file", "record", "team", "group", "site", "unit",
     "ward", "block", "batch", "list", "set", "panel", "order", "bail", "remand", "custody", "court", "out", "of", "in",
     "post", "pre", "disposal", "community", "referral", "resolution", "caution", "conditional", "sentence", "resettlement",
     "youth", "justice", "service", "yot", "yjs", "yos", "yro", "dto", "ycc", "oocd", "care", "leaver", "year",
     "week", "risk", "pilot", "cohort", "dip", "audit", "school"]
)  # fmt: skip
_GENERIC = _PEOPLE | _COUNTED | _SIDES | _THINGS
# As the second of one name is told from the first, or with an age behind it: "Okafor (2)", "Kai, 15".
_COUNTED_AGAIN = re.compile(
    r"(?:\s*\(\d{1,2}\)|\s*,\s*\d{1,2}|\s+\d{1,2}\s?(?:y/?o|yrs?|years?)(?: old)?)\s*$", re.IGNORECASE
)
_WHOSE = re.compile(  # Kayden's case, Case of Kayden
    r"['’]s?\s+(?:case|file|record|order|intervention)$|^(?:case|file|record|order|intervention)\s+of\s+(?=\S+$)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^[A-Za-z]{1,3}\d+\b[\W_]*(?=[^\W\d_])|(?<=[^\W\d_])[\W_]+[A-Za-z]{1,3}\d+$"
)  # a reference, and a word
# Scripts in which a name has no blank in it; nobody's codes are written in them here.
_UNPARTED = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")


def looks_like_a_name(text: str) -> bool:
    """Whether a text could be somebody's name, with or without a number beside it.

    No reference that people make is two words alone. So "Red fox" counts as a name, and "Case A" or "North 12" does not.
    """
    words = list(_words(text))
    telling = [word for word in words if not _is_generic(word)]
    whole = [word for word in telling if not _INITIAL.fullmatch(word)]
    if sum(unicodedata.name(ch, "").startswith(_UNPARTED) for word in telling for ch in word) > 1:
        return True
    if _is_behind_an_initial(text, words):
        return True
    if not whole or not all(_WORD.fullmatch(word) for word in words):
        return False
    return len(telling) > 1 or _is_said_beside(words, numbered=any(ch.isdigit() for ch in text))


def may_be_a_name(text: str) -> bool:
    """Whether a text is one word that could be a surname: "Okafor", or one before a surname that is a thing too: "Tom Ward".

    It may as well be a colour, or a ward of that name, so it is refused nowhere.

    A reference may stand beside it: "C01 Okafor". What has another figure in it, few letters or none that is spoken (GMP)
    is an abbreviation or a code.
    """
    plain = _BESIDE.sub("", _WHOSE.sub("", _COUNTED_AGAIN.sub("", text)))
    words = list(_words(plain))
    if any(ch.isdigit() for ch in plain) or not all(_WORD.fullmatch(word) for word in words):
        return False
    if len(words) == 2 and words[1].casefold() in _SURNAMES_TOO:  # Tom Ward; it may as well be where somebody is
        words.pop()
    return len(words) == 1 and len(words[0]) > 2 and not _is_generic(words[0]) and not _is_code(words[0])


def _is_behind_an_initial(text: str, words: list[str]) -> bool:
    """Whether a word that is a thing or a side is somebody's surname by the initial before it: J Ward, A. M. Young, West, P.

    Ward B is a ward, and N West a side of a side.
    """
    turned = "," in text
    initials, surname = (words[1:], words[:1]) if turned else (words[:-1], words[-1:])
    if any(ch.isdigit() for ch in text) or not initials or not all(_INITIAL.fullmatch(word) for word in initials):
        return False
    called = surname[0].casefold()
    of_a_side = called in _SIDES and initials[0].casefold() in {side[0] for side in _SIDES}
    return called in _SURNAMES_TOO and not of_a_side


def _is_said_beside(words: list[str], *, numbered: bool) -> bool:
    """Whether a single telling word is a name by the ordinary words round it: "Child Amir", "Tom Young", "Ann North"."""
    first, last = words[0].casefold(), words[-1].casefold()
    if len(words) < 2:
        return False
    if not _is_generic(last) and first in _PEOPLE:
        return True
    return not _is_generic(first) and (last == "young" or (last in _SIDES | _PEOPLE and not numbered))


def _is_generic(word: str) -> bool:
    return word.casefold() in _GENERIC or bool(_NUMERAL.fullmatch(word) or _TWICE.fullmatch(word))


def _words(text: str) -> Iterator[str]:
    """The words of a text; what has a figure and few letters is a code, and beside figures so is an abbreviation."""
    plain = unicodedata.normalize("NFKC", text)
    numbered = any(ch.isdigit() for ch in plain)
    for token in _parted(_without_marks(plain)).split():
        if not any(ch.isdigit() for ch in token):
            if not (numbered and token.isupper() and _is_code(token)) or len(token) == 1:
                yield token
            continue
        yield from (part for part in re.split(r"\d+", token) if part and not _is_code(part))


def _is_code(letters: str) -> bool:
    """Whether letters beside a figure say no word: YJ, a, TŶ; YJS, GMP."""
    bare = unicodedata.normalize("NFD", letters.casefold())
    latin = all("LATIN" in unicodedata.name(ch, "") for ch in letters)
    return len(letters) <= 2 or (latin and not _VOWELS & set(_OF_A_SERVICE.sub("", bare)))


def _ends_a_word(before: str) -> bool:
    """Whether a capital behind it begins another word: three letters are the least, for codes have two (aaAa/0)."""
    return before[-3:].isalpha() and len(before) > 2 and before[-2:].islower()


def _without_marks(text: str) -> str:
    """Vowel signs and the like are of their letter, which no pattern of letters knows."""
    return "".join(ch for ch in text if unicodedata.category(ch)[0] != "M")


def _parted(text: str) -> str:
    """Blanks for whatever stands between words: commas, brackets, hyphens, a capital behind a small letter (JohnSmith)."""
    parted = "".join(ch if ch.isalnum() or ch in _APOSTROPHES else " " for ch in text)
    marked = [
        f" {ch}" if ch.isupper() and _ends_a_word(parted[:at]) and parted[at + 1 : at + 2].islower() else ch
        for at, ch in enumerate(parted)
    ]
    return re.sub(rf"(?:(?<=\s)|^)[{_APOSTROPHES}]+", " ", "".join(marked))
