"""Whether the text of a reference could be somebody's name, however it is spelt, put round or parted. Pure."""

import re
import unicodedata

_APOSTROPHES = "'’‘ʼʻ`´′"
# A letter is an initial; a whole word has apostrophes and hyphens between its letters.
_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}(?:[{_APOSTROPHES}‑-]?{_LETTER})*[{_APOSTROPHES}]?")
_INITIAL = re.compile(rf"{_LETTER}(?:-{_LETTER})?")
_GENERIC = frozenset(
    ["case", "child", "young", "victim", "person", "sample", "reference", "boy", "girl", "male", "female", "yp", "cyp",
     "subject", "client", "participant", "file", "record"]
)  # fmt: skip


def looks_like_a_name(text: str) -> bool:
    """Whether a text is two words or more and could be somebody's name.

    No reference that people make has words alone: it has a figure. So "Red fox" counts as a name, and "Case A" does not.
    """
    said = _parted(_without_marks(text)).split()
    words = [word for word in said if word.casefold() not in _GENERIC]
    whole = [word for word in words if not _INITIAL.fullmatch(word)]
    return len(words) > 1 and bool(whole) and all(_WORD.fullmatch(word) for word in words)


def _without_marks(text: str) -> str:
    """Vowel signs and the like are of their letter, which no pattern of letters knows."""
    return "".join(ch for ch in text if unicodedata.category(ch)[0] != "M")


def _parted(text: str) -> str:
    """Blanks for whatever stands between words: commas, brackets, quotation marks, lines; not what is within one."""
    within = f"-‑{_APOSTROPHES}"
    kept = "".join(ch if ch.isalnum() or ch in within else " " for ch in text)
    return re.sub(rf"(?:(?<=\s)|^)[{within}]+|[-‑]+(?=\s|$)", " ", kept)
