"""People's names as they may stand on a card: what somebody typed or a file says, without what nobody can see."""

import unicodedata

from inspector_app.core.domain.text import alike

LONGEST = 200  # characters
NO_NAME = "?"  # for what has to be called something, and is called nothing


def shown(text: str, most: int = LONGEST) -> str:
    """A name or reference that came from anywhere, as lists and headings have it; "?" for one in which nothing shows.

    A package may hold any text: one of several lines, in a mirror or without an end would push the rest of a page away, or
    read as what it is not.
    """
    if len(text) > most:
        text = text[: 2 * most]  # what comes after is cut anyway
    elif text.isascii() and text.isprintable() and text == text.strip():
        return text
    line = alike.written(text)
    return (line if len(line) <= most else f"{line[: most - 1].rstrip()}…") or NO_NAME * bool(text)


def called(text: str, most: int = LONGEST) -> str:
    """The same of what has to have a name: "?" for nothing at all too, so that no heading or sentence ends in a gap."""
    return shown(text, most) or NO_NAME


def mixes_alphabets(text: str) -> bool:
    """Whether letters of another alphabet stand among Latin ones, as in a name made to look like another's."""
    of = {unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()} - {"MODIFIER"}
    return "LATIN" in of and len(of) > 1


def tidied(text: str) -> str:
    """The name on one line, without characters that do not show or turn others round; "" when no letter is left."""
    name = alike.written(text)[:LONGEST].rstrip()
    return name if any(unicodedata.category(ch)[0] in "LNPS" for ch in name) else ""
