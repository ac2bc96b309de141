"""How references and names are kept, and when two of them are one and the same, whoever wrote or typed them.

Two laptops, two keyboards and a spreadsheet spell one reference differently: composed or not, in capitals or not, with
characters that nobody sees. Everything that compares references or names does it here.
"""

import re
import unicodedata

from inspector_app.core.domain.text import folding
from inspector_app.core.domain.text.storable import storable

_JOINERS = "\u200c\u200d"  # unseen too, but some scripts are not written without them
# Characters that show nothing though they count as letters, marks or signs: joiners, variations, fillers, Braille's blank.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
_KEYBOARDS = str.maketrans({**dict.fromkeys(folding.APOSTROPHES, "'"), **dict.fromkeys(folding.HYPHENS, "-")})
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def written(text: str) -> str:
    """The text as it is kept: on one line, composed (NFC), without characters that do not show or turn others round."""
    seen = (
        ch
        for ch in _BLANK.sub("", storable(text))
        if ch.isspace() or ch in _JOINERS or unicodedata.category(ch)[0] != "C"
    )
    return unicodedata.normalize("NFC", " ".join("".join(seen).split()))


def key(text: str) -> str:
    """What two spellings of one reference or name have in common; only to compare by.

    Apostrophes and hyphens are those of one keyboard or another.
    """
    plain = written(text).translate(dict.fromkeys(map(ord, _JOINERS))).translate(_KEYBOARDS)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", plain).casefold())


def without_zeros(text: str) -> str:
    """The key without zeros before numbers, which a spreadsheet takes off: 7 for 007."""
    return _ZEROS.sub("", key(text))
