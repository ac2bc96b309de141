"""How hard a passphrase is to guess, by the zxcvbn library; and the least that is accepted."""

from dataclasses import dataclass

_WORDS = ("very weak", "weak", "fair", "good", "strong")
_ACCEPTED = 3  # zxcvbn: "safely unguessable: moderate protection from offline slow-hash scenario"
_LONGEST = 72  # characters looked at: zxcvbn takes seconds on very long ones, and none of those is weak


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

    found = zxcvbn(passphrase[:_LONGEST], user_inputs=[word for text in about for word in (text, *text.split())])
    score = int(found["score"])
    feedback = found["feedback"]
    advice = str(feedback["warning"] or next(iter(feedback["suggestions"]), ""))
    return Strength(score, _WORDS[score], advice, accepted=score >= _ACCEPTED)
