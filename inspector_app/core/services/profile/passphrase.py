"""How hard a passphrase is to guess, by the zxcvbn library; the least that is accepted; and one that is made.

Accepted is what takes as many guesses as four unrelated words do: 10^14 by zxcvbn's count. That count takes each blank for
something to guess, so the words are also counted without blanks, and without those that anybody would try here: of 2,000
draws of four words from the EFF's list the easiest came to 10^11.8 so. A common word of the field counts as one of a list
as short as that of field_words.py: four of them are few guesses, and one among others is a word like any. So do words of
one row (days, seasons, colours, letters that are spelt out; rows_of_words.py), and a word that comes again counts once.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile import field_words, rows_of_words

if TYPE_CHECKING:
    from inspector_app.core.crypto.keyring import Keyring

_WORDS = ("very weak", "weak", "fair", "good", "strong")
_STEPS = (6, 10, 14, 18)  # powers of ten of guesses from which a passphrase is weak, fair, good, strong
_ACCEPTED = 3
_LEAST_IN_WORDS = 11.5  # power of ten of guesses, of the words alone
_BETWEEN = re.compile(r"[\s\-_.,]+")
_TOGETHER = 2  # words of the field: one among others is a word like any other
_MANY = 3  # words of rows; fewer count so where there is no other word
_OF_A_ROW = 1.5  # power of ten of guesses: a row has some thirty
_PARTS = re.compile(r"[^\W\d_]+\d*|\d+|.")  # "winter2026summer2026" are two words
_WORD = 3  # letters: what is shorter may come again by chance
_SIGNS = "0123456789!?'\"()*#&+$£%"  # that people put behind a word
_LONGEST = 72  # characters looked at: zxcvbn takes seconds on very long ones, and none of those is weak
_FIELD = (  # what anybody would try on this program
    "hmip", "hmi", "probation", "inspectorate", "inspector", "inspection", "fieldwork", "youth", "justice", "service",
    "lead", "children", "victims", "case", "prompt", "judgement", "outstanding", "inadequate", "england", "wales", "cymru",
)  # fmt: skip
_SAYINGS = (  # words that belong together, however many: a guesser has lists of them, and of many more
    "correct horse battery staple", "four random common words", "four unrelated words",
    "the quick brown fox jumps over the lazy dog", "the quick brown fox",
    "to be or not to be", "once upon a time", "god save the king", "god save the queen",
    "mae hen wlad fy nhadau", "croeso i gymru", "cymru am byth", "yma o hyd", "bore da", "nos da", "iechyd da",
    "llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "llanfairpwllgwyngyll", "the lord is my shepherd",
    "keep calm and carry on", "may the force be with you", "all you need is love", "the only way is up",
    *(" ".join(two) for row in rows_of_words.IN_ORDER for two in pairwise(row.split())),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Strength:
    """`score` 0 to 4, the word for it, advice (may be empty), whether it is accepted, what makes it easy (may be empty)."""

    score: int
    word: str
    advice: str
    accepted: bool
    warning: str = ""


def strength(passphrase: str, about: tuple[str, ...] = ()) -> Strength:
    """The strength of a passphrase; `about` holds words an attacker would try first (the person's name).

    Takes some milliseconds and, the first time, a slow import: not for every key press on the UI thread.
    """
    if not passphrase:
        return Strength(0, _WORDS[0], "", accepted=False)
    zxcvbn = _guesser()
    known = [*_FIELD, *_SAYINGS, *(word for text in about for word in (text, *text.split()))]
    known += ["".join(text.split()) for text in known if " " in text]
    found = zxcvbn(passphrase[:_LONGEST], user_inputs=known)
    words, listed = _words_alone(passphrase, {*known})
    unknown = zxcvbn(words[:_LONGEST], user_inputs=known)["guesses_log10"] if words else 0
    enough = unknown + listed >= _LEAST_IN_WORDS
    score = min(sum(found["guesses_log10"] >= step for step in _STEPS), len(_STEPS) if enough else _ACCEPTED - 1)
    warning = str(found["feedback"]["warning"] or "")
    advice = warning or (_ADVICE if score < _ACCEPTED else "")
    return Strength(score, _WORDS[score], advice, accepted=score >= _ACCEPTED, warning=warning)


def warm_up() -> None:
    """Load the word lists, which take a tenth of a second, before they are wanted."""
    _guesser()


def _guesser() -> Callable[..., Any]:
    from zxcvbn import zxcvbn  # its word lists take a tenth of a second to load

    found: Callable[..., Any] = zxcvbn
    return found


def _words_alone(passphrase: str, known: set[str]) -> tuple[str, float]:
    """What is left to guess when one knows how the words are parted, and tries the known ones first; and as a power of ten
    the guesses of those beside it that stand in short lists: of the field, or rows as that of the days.
    """
    tried = {word.casefold() for word in known}
    text = " ".join(_BETWEEN.split(passphrase.casefold()))
    for saying in _SAYINGS:
        text = text.replace(saying, " ").replace("".join(saying.split()), " ")
    left = _once([word for word in text.split() if word not in tried])
    of_rows = {word for word in left if _bare(word) in rows_of_words.WORDS}
    if len(of_rows) < min(_MANY, len(left)):
        of_rows = set()
    of_the_field = {word for word in left if _bare(word) in field_words.WORDS} - of_rows
    if len(of_the_field) < _TOGETHER:
        of_the_field = set()
    guesses = len(of_rows) * _OF_A_ROW + len(of_the_field) * math.log10(len(field_words.WORDS))
    return "".join(word for word in left if word not in of_rows | of_the_field), guesses


def _once(words: Iterable[str]) -> list[str]:
    """The words, each once: "cat1 cat2 tac" is no more to guess than the first of them."""
    seen: set[str] = set()
    left = []
    for word in (part for typed in words for part in _PARTS.findall(typed)):
        bare = _bare(word)
        if len(bare) < _WORD or not {bare, bare[::-1]} & seen:
            left.append(word)
        seen.add(bare)
    return left


def _bare(word: str) -> str:
    return word.strip(_SIGNS)


_TOO_EASY = "it takes too few guesses"
_ADVICE = "Four or more words that do not belong together are hard to guess"


def easy_to_guess(keyring: "Keyring") -> tuple[str, ...]:
    """What an attacker would try first at this laptop: the person, and the services that were inspected."""
    return (keyring.person.name, keyring.person.role, *(workspace.service for workspace in keyring.workspaces))


def refuse_weak(passphrase: str, about: tuple[str, ...]) -> None:
    """Nothing when it is hard enough to guess, and can be typed again. Expected: WEAK_PASSPHRASE, UNTYPABLE_PASSPHRASE."""
    unseen = [place for place, sign in enumerate(passphrase, 1) if _cannot_be_typed(sign)]
    if unseen:
        raise Expected(Code.UNTYPABLE_PASSPHRASE, place=unseen[0])
    found = strength(passphrase, about)
    if not found.accepted:
        raise Expected(Code.WEAK_PASSPHRASE, why=(found.warning or _TOO_EASY).rstrip("."))


def _cannot_be_typed(sign: str) -> bool:
    """What shows nothing, or is another blank than the space bar's: it comes with a paste, and no hand types it."""
    return sign != " " and unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp", "Zs")
