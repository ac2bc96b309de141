"""The one table of sentences for people: what happened, what is safe, what to do. The commands use it too."""

from datetime import date, datetime
from pathlib import Path

from inspector_app.core.domain.days import when
from inspector_app.core.domain.text import alike
from inspector_app.core.errors import Code, Expected
from inspector_app.core.words import Later, later
from inspector_app.ui.refusals import collections, documents, files, laptop, leaving, packages, people, work

SENTENCES: dict[Code, Later] = {
    **laptop.SENTENCES,
    **files.SENTENCES,
    **people.SENTENCES,
    **packages.SENTENCES,
    **leaving.SENTENCES,
    **documents.SENTENCES,
    **work.SENTENCES,
    **collections.SENTENCES,
}

# Where one unlocks the window there is one laptop, and no path helps; a command may be about any profile folder.
_AT_THE_DOOR: dict[Code, Later] = {
    Code.WRONG_PASSPHRASE: later(
        "That passphrase does not open what is kept on this laptop. Nothing was changed; type it again: capitals and "
        "spaces count."
    )
}
_MISSING = later("{field} is needed, and nothing is written there. Nothing was changed; type it and try again.")


def sentence(error: Expected) -> str:
    """The one-line sentence for an error. A missing fact shows as its name in braces rather than failing."""
    return _filled(SENTENCES[error.code], error)


def is_missing(error: Expected) -> bool:
    """Whether what is wrong with a value is that there is none."""
    return error.code is Code.VALUE_INVALID and error.facts.get("value") == ""


def at_the_door(error: Expected) -> str:
    """The sentence for an error where somebody unlocks the window or changes how."""
    return _filled(_AT_THE_DOOR.get(error.code, SENTENCES[error.code]), error)


def _filled(words: Later, error: Expected) -> str:
    if is_missing(error):
        words = _MISSING  # nobody says that a name cannot be ''
    return words.say(**{name: _said(fact) for name, fact in error.facts.items()})


def _said(fact: object) -> object:
    """A fact as a person reads it: days and moments as everywhere; names of files, which may hold anything, on one line."""
    if isinstance(fact, str | Path):
        return said if (said := str(fact)).isprintable() else alike.written(said)
    if isinstance(fact, datetime):
        return when.moment(fact, datetime.now().astimezone())
    return when.day(fact) if isinstance(fact, date) else fact
