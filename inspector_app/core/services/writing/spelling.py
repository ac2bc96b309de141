"""Which words are spelt right, and what was meant by one that is not. Offline; dictionaries are in resources/dictionaries.

The library holds the interpreter's lock while it loads a dictionary (50 ms each) and while it looks for suggestions
(100 ms), so in a thread it would still stop the person typing. It runs in a process of its own, which the window talks to
by lines of JSON (`serve`); what is in memory there goes with it when the inspection is locked or closed.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import BinaryIO

from inspector_app.core import itself, paths
from inspector_app.core.domain.text import folding

SWITCH = "--spelling"  # the argument that makes the program this process, before the languages
ENGLISH, WELSH = "en_GB", "cy_GB"
LONGEST = 60  # letters: no word of either language is longer, and the library's time grows with them
MOST_SUGGESTIONS = 6
_FIELD_WORDS = "field-words.txt"

_RUN = re.compile(r"\S+")
_LETTER = rf"[\w{folding.MARKS}]"  # an accent belongs to the letter before it
_HIDDEN = f"[{folding.UNSEEN}]"
_WORD = re.compile(  # with apostrophes or hyphens inside, and what nobody sees
    rf"{_LETTER}+(?:(?:{_HIDDEN}+['’\u2010\u2011-]?|['’\u2010\u2011-]){_HIDDEN}*{_LETTER}+)*"
)
_ADDRESS = re.compile(r"://|@|www\.")
_NEVER = re.compile(r"[\d_]")
_CAPITALS = re.compile(r"[A-ZÂÊÎÔÛŴŶ]{3}|[A-ZÂÊÎÔÛŴŶ]{2,}['’]?s$")  # MAPPA, SENCo, GPs; but "THe" is a slip
_BORROWED = re.compile(
    "[\u0301\u0300\u0308\u0302\u0327\u0303]"
)  # the accents of café, déjà, naïve, fête, façade, señor
_JOINED = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "Oe", "Æ": "Ae"})
_TYPEWRITER = str.maketrans({**dict.fromkeys("’ʼ", "'"), **dict.fromkeys("\u2010\u2011", "-")})

Placed = tuple[tuple[int, str], ...]  # words with their places


def languages(nation: str) -> tuple[str, ...]:
    """The dictionaries for an inspection in that nation ("england", "wales", ""). In Wales either language is right."""
    return (ENGLISH, WELSH) if nation == "wales" else (ENGLISH,)


def words(text: str, known: dict[str, Placed] | None = None) -> Iterator[tuple[int, str]]:
    """Each word of a text that can be spelt right or wrong, with its place; not references (C01), capitals (YOT),
    addresses, nor what is too long for a word.

    `known` keeps what was found between two spaces: of a paragraph that is typed in nearly all stood there a key before.
    """
    known = {} if known is None else known
    for run in _RUN.finditer(text):
        found = known.get(run[0])
        if found is None:
            found = _in_run(run[0])
            if len(run[0]) <= LONGEST:
                known[run[0]] = found
        for at, word in found:
            yield run.start() + at, word


def _in_run(run: str) -> Placed:
    if _ADDRESS.search(run):
        return ()
    return tuple((found.start(), found[0]) for found in _WORD.finditer(run) if _is_checked(found[0]))


def _is_checked(word: str) -> bool:
    if not 2 <= len(word) <= LONGEST or word.isupper():
        return False
    return not _NEVER.search(word) and not _CAPITALS.match(word)


def plain(word: str) -> str:
    """The word with the apostrophe and the hyphen of a typewriter, composed and without ligatures, as lists of words are."""
    return unicodedata.normalize("NFC", folding.folded(word).translate(_TYPEWRITER))


def without_accents(word: str) -> str:
    """A word that English has from elsewhere as its list has it: cafe for café; accents of other languages stay."""
    return unicodedata.normalize("NFC", _BORROWED.sub("", unicodedata.normalize("NFD", word))).translate(_JOINED)


def among(word: str, own: Collection[str]) -> bool:
    """Whether a word is one of a person's own: as it is kept, with a capital before a sentence, or with 's."""
    word = plain(word)
    stem = word.removesuffix("'s")
    return any(form in own for form in (word, stem, word[:1].lower() + word[1:], stem[:1].lower() + stem[1:]))


class Speller:
    """The dictionaries of some languages; a word that is right in one of them is right."""

    def __init__(self, wanted: Iterable[str]) -> None:
        from hunspell import Hunspell  # the window imports this module for its list of languages alone

        folder = paths.resources() / "dictionaries"
        self._dictionaries = [Hunspell(name, hunspell_data_dir=str(folder)) for name in wanted]
        for word in (folder / _FIELD_WORDS).read_text(encoding="utf-8").split():
            self._dictionaries[0].add(word)

    def right(self, word: str) -> bool:
        """Whether the word is right, by the rules of its language on capitals."""
        word = plain(word)
        stem = word.removesuffix("'s")  # the lists have some possessives only, and any name can have one
        if any(dictionary.spell(word) or dictionary.spell(stem) for dictionary in self._dictionaries):
            return True
        # The English list has no accented word: one is right where it is without its accents.
        bare = without_accents(stem)
        return bare != stem and self._dictionaries[0].spell(bare)

    def suggest(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first, a few of each language."""
        found = [dictionary.suggest(plain(word)) for dictionary in self._dictionaries]
        each = MOST_SUGGESTIONS // len(found)
        return list(dict.fromkeys(word for of in found for word in of[:each]))


def serve(wanted: Iterable[str], asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer questions, a line of JSON each, until there are no more.

    {"check": [words]} gives {"right": [...], "wrong": [...]}; {"suggest": word} gives {"word": word, "suggestions": [...]},
    with null for the suggestions of a word that is right.
    """
    speller = Speller(wanted)
    for line in asked:
        answers.write(json.dumps(_answer(speller, json.loads(line))).encode() + b"\n")
        answers.flush()


def _answer(speller: Speller, question: dict[str, object]) -> dict[str, object]:
    word, wanted = question.get("suggest"), question.get("check")
    if isinstance(word, str):
        return {"word": word, "suggestions": None if speller.right(word) else speller.suggest(word)}
    verdicts: dict[bool, list[str]] = {True: [], False: []}
    for each in wanted if isinstance(wanted, list) else ():
        verdicts[speller.right(str(each))].append(str(each))
    return {"right": verdicts[True], "wrong": verdicts[False]}


def main(arguments: list[str]) -> int:
    """Be the process that knows the words; ends with its input, and so with the window."""
    serve(arguments or languages(""), sys.stdin.buffer, sys.stdout.buffer)
    return 0


def command(wanted: Iterable[str]) -> list[str]:
    """The command line that starts that process."""
    return itself.command([SWITCH, *wanted])
