"""How the report puts ratings, titles, numbers and typed texts into words."""

import re
from collections.abc import Callable

from inspector_app.core.domain.parts import Numbered
from inspector_app.core.domain.text.writing import cut
from inspector_app.core.words import say

_FOOT = 160  # letters of a notice at the foot of a page
_ENDS = re.compile(r"[.,;:](?=\s)")
_SERVICE = re.compile(
    r"(?<=\w)[\s,]+(youth (justice|offending) (service|team)s?|yjs|yos|yot)( ?\(\w+\))?\s*$", re.IGNORECASE
)
_IN_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def quoted(word: str) -> str:
    """A rating word in quotation marks, as the published footnotes have it."""
    return f"'{word}'"


def number(n: int, least: int = 0) -> str:
    """A number of things within a sentence, as the published reports write it: words to nine, figures from 10.

    Of a number below `least` that is all that is said.
    """
    if n < least:
        return say("fewer than {n}", n=number(least))
    return _IN_WORDS[n - 1] if 1 <= n <= len(_IN_WORDS) else f"{n:,}"


def area(service: str) -> str:
    """The area of a service that was named in full, which the sentences of the reports call its service themselves."""
    return _SERVICE.sub("", service)


def filled(sentence: Numbered, n: int, service: str = "", least: int = 0) -> str:
    """A sentence of the framework about `n` things (`least`: as of `number`)."""
    said = sentence.one if n == 1 and not least else sentence.many
    return said.replace("{n}", number(n, least)).replace("{service}", area(service))


def beginning(text: str) -> str:
    """A text as the first words of a line."""
    return text[:1].upper() + text[1:]


def within_sentence(title: str) -> str:
    """A title as it stands inside a sentence: assessing, but V1 and YJS stay, and a title of several capitals too.

    "Partnerships and Services" is a name as it stands; half of it in small letters is neither a name nor a word.
    """
    first, *rest = title.split(" ")
    is_name = any(char.isupper() or char.isdigit() for char in first[1:]) or any(word[:1].isupper() for word in rest)
    return title if is_name else title[:1].lower() + title[1:]


def shortened(text: str, most: int = 160) -> str:
    """A title that must stay on a few lines, as in a row of a table; the whole of it stands at its own heading."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def led_in(text: str, fits: Callable[[str], bool] = lambda said: len(said) <= _FOOT) -> str:
    """As many whole parts of a notice as have room at the foot of a page, with " …" where more follows; the cover has all.

    A part ends at a comma, a stop or a colon, so that no name is cut: every page ended in "HM Inspectorate…".
    """
    if fits(text):
        return text
    parts = (f"{text[: end.start()]} …" for end in reversed(list(_ENDS.finditer(text))))
    return next((said for said in parts if fits(said)), shortened(text, _FOOT))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of what somebody typed: a line break ends one, and empty ones go. No line goes on without a blank."""
    return [line.strip() for line in cut(text).splitlines() if line.strip()]
