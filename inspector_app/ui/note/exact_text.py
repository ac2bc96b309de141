"""A person's text in a QTextDocument and back, unchanged to the character.

A document ends its paragraphs with U+2029 and turns carriage returns and two noncharacters into paragraphs too, so those
would come back as line feeds. They are held by code points that Unicode leaves unassigned and every font leaves blank
(U+FFF0 to U+FFF5). `toPlainText` also turns no-break spaces and U+2028 into others, so text is read by `toRawText`.
"""

import re

_PARAGRAPH = "\u2029"  # as in a document; in a person's text it is a character like any other
_RETURN, _SEPARATOR, _LONE_RETURN, _FIRST, _SECOND, _ESCAPE = _MARKS = "\ufff0\ufff1\ufff5\ufff2\ufff3\ufff4"

# The first three stand before a line feed, so that the text looks broken where the person's text was.
_HOLD = {
    "\r\n": _RETURN + "\n",
    "\r": _LONE_RETURN + "\n",
    "\u2029": _SEPARATOR + "\n",
    "\ufdd0": _FIRST,
    "\ufdd1": _SECOND,
    **{mark: _ESCAPE + mark for mark in (_RETURN, _SEPARATOR, _LONE_RETURN, _FIRST, _SECOND, _ESCAPE)},
}
_GIVE = {held: text for text, held in _HOLD.items()}
_TO_HOLD = re.compile("\r\n|[\r\u2029\ufdd0\ufdd1\ufff0-\ufff5]")
_TO_GIVE = re.compile("\ufff4[\ufff0-\ufff5]|[\ufff0\ufff1\ufff5]\n|[\ufff0-\ufff5]")

_ASTRAL, _TWO = re.compile("[\U00010000-\U0010ffff]"), "\ufffc\ufffc"


def clean(text: str) -> str:
    """The text as it can be stored: without NUL, and with U+FFFD for half a character (a lone surrogate)."""
    text = text.replace("\x00", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def to_document(text: str) -> str:
    """The text as it is put into a document."""
    return _TO_HOLD.sub(lambda found: _HOLD[found[0]], clean(text))


def from_document(raw: str) -> str:
    """The text of a document's `toRawText`. A mark whose line break was deleted is deleted with it."""
    text = raw.replace(_PARAGRAPH, "\n")
    if any(mark in text for mark in _MARKS):  # all of the text is read at every key, and few hold one
        text = _TO_GIVE.sub(lambda found: _GIVE.get(found[0], ""), text)
    return clean(text)


def units(text: str) -> int:
    """The length of the text as a document counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def offset(text: str, at: int) -> int:
    """How many characters of a text its first `at` units are."""
    return at if text.isascii() else len(text.encode("utf-16-le")[: 2 * at].decode("utf-16-le", "replace"))


def widened(text: str, start: int, end: int) -> str:
    """A part of a document's text, given in units, with as many characters as it has units: emoji become two blanks."""
    if text.isascii():
        return text[start:end]
    part = text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace")
    return _ASTRAL.sub(_TWO, part)


def difference(old: str, new: str, at: int = -1) -> tuple[int, int, str]:
    """Where in `old` from and to another text must stand to make it `new`, and that text: the least there is.

    An "o" typed before or after an "o" makes the same text: that text ends at `at` (characters of `new`), where it can.
    """
    same = _shared(old, new)
    rest = min(len(old), len(new)) - same
    tail = _shared(old[::-1][:rest], new[::-1][:rest])
    end = len(new) - tail
    back = end - at if 0 <= at < end else 0
    if 0 < back <= same and old[len(old) - tail - back :] == new[at:]:
        same, tail, end = same - back, tail + back, at
    return same, len(old) - tail, new[same:end]


def _shared(one: str, other: str) -> int:
    """How many characters both begin with: found by halves, for texts can be long and mostly the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
