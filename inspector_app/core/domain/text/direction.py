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
    """Whether it begins from the right, and more of it is so: a name turns no sentence round, at its beginning neither."""
    if not is_mixed(text):
        return False
    letters = [kind for kind in map(unicodedata.bidirectional, text) if kind == "L" or kind in RIGHT]
    return letters[0] in RIGHT and letters.count("L") < len(letters) / 2
