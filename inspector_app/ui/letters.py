"""The single keys that answer: as at first, the person's own, or off (WCAG 2.1.4). Kept in the settings of the laptop."""

from collections import Counter

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.words import say

FIRST: dict[Answer, str] = {Answer.YES: "y", Answer.NO: "n", Answer.NA: "-"}
OFF = ""

_in_use = dict(FIRST)


def letter(answer: Answer) -> str:
    """The key that gives an answer, as it is written on keyboards; OFF where none does."""
    return _in_use[answer].upper()


def state(answer: Answer) -> str:
    """Whether its key is as at first, the person's own, or off."""
    if _in_use[answer] == OFF:
        return say("off")
    return say("as at first") if _in_use[answer] == FIRST[answer] else say("yours")


def answer_of(typed: str) -> Answer | None:
    """The answer that a key gives; None where it gives none."""
    found = typed.lower()
    return next((answer for answer, of in _in_use.items() if of == found and found != OFF), None)


def all_shown() -> str:
    """The keys in use as they stand in hints ("Y N -"); "" when all are off."""
    return " ".join(letter(answer) for answer in Answer if letter(answer))


def read(settings: Settings) -> None:
    """Use what the settings hold from now on. What is no such key there, or stands there twice, is as at first."""
    found = {answer: str(settings.get(_name(answer), first)) for answer, first in FIRST.items()}
    checked = {answer: of if _why_not(of) is None else FIRST[answer] for answer, of in found.items()}
    twice = max(Counter(of for of in checked.values() if of != OFF).values(), default=0) > 1
    _in_use.update(FIRST if twice else checked)


def change(settings: Settings, answer: Answer, typed: str) -> None:
    """Give an answer another key, or with OFF none. Expected: VALUE_INVALID, DISK_FULL, FOLDER_READ_ONLY; nothing changes."""
    wanted = typed.lower()
    taken = wanted != OFF and any(of == wanted for other, of in _in_use.items() if other is not answer)
    why = say("it gives another answer already") if taken else _why_not(wanted)
    if why is not None:
        raise Expected(Code.VALUE_INVALID, field=say("A key that answers"), value=typed, why=why)
    settings.set(_name(answer), wanted)
    _in_use[answer] = wanted


def change_all(settings: Settings, wanted: dict[Answer, str]) -> None:
    """Give all three their keys at once (FIRST, or OFF for each), or none of them. Expected: as Settings.set."""
    settings.set_all({_name(answer): of for answer, of in wanted.items()})
    _in_use.update(wanted)


def _name(answer: Answer) -> str:
    return f"letter_{answer}"


def _why_not(typed: str) -> str | None:
    if typed != typed.lower() or len(typed) > 1 or (typed and not typed.isprintable()) or typed.isspace():
        return say("it is not a single letter or sign")
    if typed.isnumeric():
        return say("digits are line numbers on the Paper page")
    return None
