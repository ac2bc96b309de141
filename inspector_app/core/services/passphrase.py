"""How hard a passphrase is to guess, by the zxcvbn library; the least that is accepted; and one that is made.

Accepted is what takes as many guesses as four unrelated words do: 10^14 by zxcvbn's count, which takes each word for one of
the first few thousand that people use.
"""

from dataclasses import dataclass

from inspector_app.core.errors import Code, Expected

_WORDS = ("very weak", "weak", "fair", "good", "strong")
_STEPS = (6, 10, 14, 18)  # powers of ten of guesses from which a passphrase is weak, fair, good, strong
_ACCEPTED = 3
_LONGEST = 72  # characters looked at: zxcvbn takes seconds on very long ones, and none of those is weak
_FIELD = (  # what anybody would try on this program
    "hmip", "hmi", "probation", "inspectorate", "inspector", "inspection", "fieldwork", "youth", "justice", "service",
    "lead", "correct horse battery staple",
)  # fmt: skip
_HOW_MANY = 5  # words of one that is made: 10^19 guesses, 64 bits, before Argon2id


@dataclass(frozen=True, slots=True)
class Strength:
    """`score` 0 to 4, the word for it, advice (may be empty), and whether it is accepted."""

    score: int
    word: str
    advice: str
    accepted: bool


def strength(passphrase: str, about: tuple[str, ...] = ()) -> Strength:
    """The strength of a passphrase; `about` holds words an attacker would try first (the person's name).

    Takes some milliseconds and, the first time, a slow import: not for every key press on the UI thread.
    """
    if not passphrase:
        return Strength(0, _WORDS[0], "", accepted=False)
    from zxcvbn import zxcvbn  # its word lists take a tenth of a second to load

    known = [*_FIELD, *(word for text in about for word in (text, *text.split()))]
    found = zxcvbn(passphrase[:_LONGEST], user_inputs=known)
    score = sum(found["guesses_log10"] >= step for step in _STEPS)
    advice = str(found["feedback"]["warning"] or (_ADVICE if score < _ACCEPTED else ""))
    return Strength(score, _WORDS[score], advice, accepted=score >= _ACCEPTED)


_ADVICE = "Four or more words that do not belong together are hard to guess"


def refuse_weak(passphrase: str, about: tuple[str, ...]) -> None:
    """Nothing when it is hard enough to guess. Expected: WEAK_PASSPHRASE."""
    found = strength(passphrase, about)
    if not found.accepted:
        raise Expected(Code.WEAK_PASSPHRASE, why=(found.advice or found.word).rstrip("."))


def made() -> str:
    """A passphrase nobody has: five words drawn from the EFF's list of 7,776, by the system's generator."""
    from xkcdpass import xkcd_password  # reads its list: only when somebody asks for one

    words = xkcd_password.generate_wordlist(
        wordfile=xkcd_password.locate_wordfile("eff-long"), min_length=3, max_length=9
    )
    return str(xkcd_password.generate_xkcdpassword(words, numwords=_HOW_MANY))
