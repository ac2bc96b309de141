"""From which side a text is written. Pure."""

import re
import unicodedata

RIGHT = frozenset({"R", "AL"})  # of unicodedata.bidirectional
# Where such characters are, and few others: looked for first, because a typographic apostrophe is in nearly every text.
_PERHAPS = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def is_mixed(text: str) -> bool:
    """Whether some of a text is written from right to left."""
    if text.isascii() or not _PERHAPS.search(text):  # nearly every text: this is asked of each
        return False
    return any(unicodedata.bidirectional(char) in RIGHT for char in _PERHAPS.findall(text))


def mostly_right(text: str) -> bool:
    """Whether it begins from the right, and more of it is so: a name turns no sentence round, at its beginning neither.

    Letters count alone: signs of direction have one too, and are put before the marks of footnotes.
    """
    if not is_mixed(text):
        return False
    letters = [unicodedata.bidirectional(char) for char in text if char.isalpha()]
    return letters[:1] != ["L"] and sum(kind in RIGHT for kind in letters) > len(letters) / 2
