"""How the program says something to a person. English is the source text; where there is a catalogue, it is translated.

Every sentence goes through `say`, `count` or `later`, and stands there as it is read, whole:

- Never a piece of a sentence: another language puts its pieces together in another order. What stands side by side
  without being one sentence is joined by " · ", ", ", ": " or "; ", and a sentence follows a sentence.
- Facts are named placeholders: `say("The work of {name} is here.", name=...)`.
- A number with its noun is `count`, with both forms in full: Welsh has six (none, one, two, three, six, any other), so
  nothing can be put together around "1 case" and "2 cases".
- No fact stands after a word that would mutate it. In Welsh the first letter of a word changes after many words, such as
  "to", "of", "from", "on", "and", "or" and numbers (Caerdydd, but i Gaerdydd), and what is put in as a fact cannot
  change. A fact that is a word of the language (a rating, a kind, the name of a field, a day of the week, a phrase that
  `count` made) therefore stands first, in quotation marks, or after a colon, comma, semicolon, dot, dash or bracket.
  Names of people, numbers, references of the framework, files and keys stay as they are in Welsh, and stand anywhere.

tests/words reads the source and holds all of this; docs/words.md lists the words themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from gettext import NullTranslations, translation
from pathlib import Path
from typing import TypeVar

from inspector_app.core import paths


def catalogue(folder: Path) -> NullTranslations:
    """The catalogue for this machine's language in `folder`/LANG/LC_MESSAGES/words.mo; the English itself without one.

    The language is that of the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), as gettext has it.
    """
    return translation("words", folder, fallback=True) if folder.is_dir() else NullTranslations()


T = TypeVar("T")
_NAMED = 10  # numbers that are named one by one
_catalogue = catalogue(paths.resources() / "words")


def say(text: str, /, **facts: object) -> str:
    """A sentence with its facts. One that was not given shows as its name in braces: a screen does not fail for it."""
    return _filled(_catalogue.gettext(text), facts)


def count(n: int, one: str, many: str, /, **facts: object) -> str:
    """A sentence about `n` things, in the form that the language has for that number: "1 case", "1,200 cases".

    `one` and `many` are the English forms, with the number as {n}.
    """
    return _filled(_catalogue.ngettext(one, many, n), {"n": f"{n:,}", **facts})


class Later:
    """A sentence that stands in a table and is said when it is shown: by `say`, or as a string when it has no facts.

    No dataclass: the first screen needs none other, and loading what makes them is 2 % of the start.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def say(self, /, **facts: object) -> str:
        """The sentence with its facts."""
        return _filled(_catalogue.gettext(self.text), facts)

    def __str__(self) -> str:
        return self.say()


def later(text: str, /) -> Later:
    """A sentence for a table or a constant, which are made once and must not keep the language of that moment."""
    return Later(text)


def listed(items: Sequence[str]) -> str:
    """A list within a sentence: "", "a", "a and b", "a, b and c"; "a, b; c" where one of them has a comma of its own."""
    if len(items) < 2:
        return "".join(items)
    if any(", " in item for item in items):
        return "; ".join(items)
    return say("{items} and {last}", items=", ".join(items[:-1]), last=items[-1])


def cut(items: Sequence[T], most: int) -> tuple[Sequence[T], int]:
    """Of many only the first, and how many are left out: never one alone, which is named in no more room."""
    named = items if len(items) <= most + 1 else items[:most]
    return named, len(items) - len(named)


_OPEN = " -–,;:("  # what leads on to more, and ends no beginning


def shortened(text: str, most: int) -> str:
    """The beginning of a text of about so many letters, up to the end of a word, with " …" where more follows."""
    if len(text) <= most:
        return text
    head = text[: most + 1]
    return f"{(head[: head.rfind(' ')] if ' ' in head else text[:most]).rstrip(_OPEN)} …"


def numbered(numbers: Sequence[int]) -> str:
    """Numbers within a sentence, of many only the first: "2", "2 and 5", "1, 2 and 30 more"."""
    named, left = cut(numbers, _NAMED)
    return listed([*map(str, named), *([say("{number} more", number=left)] if left else [])])


def by_number(numbers: Iterable[tuple[str, int]]) -> list[tuple[list[str], int]]:
    """What has the same number, together and in the order of the first: 2.1 and 2.2 with 3, then 2.3 with 1."""
    found: dict[int, list[str]] = {}
    for name, number in numbers:
        found.setdefault(number, []).append(name)
    return [(names, number) for number, names in found.items()]


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _filled(text: str, facts: Mapping[str, object]) -> str:
    return text.format_map(_Facts(facts)) if facts else text
