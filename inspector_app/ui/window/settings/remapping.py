"""What a person may make of the keys: which commands can have another one, what may be a key, and whether it is taken.

Keys by which one answers, moves, writes and undoes stay, as Qt's own boxes and lists have them too, and so does raising a
concern. Two commands share a key only where they did at first.
"""

import re

from PySide6.QtCore import Qt

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.words import say
from inspector_app.ui import actions, letters, own_keys

ANSWERS = {answer.value: answer for answer in Answer}
STAY = frozenset(
    (
        "raise-concern", "clear", "up", "down", "note", "note-back", "out", "next-gap", "next-question",
        "previous-question", "next-case", "previous-case", "undo", "redo", "event-earlier", "event-later", "take-away",
        "open-case", "next-prompt", "previous-prompt", "open-there", "find-next", "find-previous",
    )
)  # fmt: skip
MOVABLE = tuple(row.code for row in actions.COMMANDS if row.code not in STAY and row.code not in ANSWERS)
_EDITING = frozenset(f"Ctrl+{letter}" for letter in "ACVXYZ")
_HELD = Qt.KeyboardModifier
_HOLDS = (
    ("Meta+", _HELD.MetaModifier), ("Ctrl+", _HELD.ControlModifier), ("Alt+", _HELD.AltModifier),
    ("Shift+", _HELD.ShiftModifier),
)  # fmt: skip
# Alt with a letter belongs to the button that has it underlined; Shift with a digit is another sign on each keyboard.
_CHORD = re.compile(r"Ctrl\+(Alt\+)?(Shift\+)?[A-Z]|(Ctrl\+(Alt\+)?|Alt\+)[0-9]|(Ctrl\+)?(Shift\+)?F([1-9]|1[0-2])")


def state(code: str) -> str:
    """Whether the key of a command is as at first, the person's own, off, or always on."""
    if code in ANSWERS:
        return letters.state(ANSWERS[code])
    if code in STAY:
        return say("always on")
    key = own_keys.own(code)
    if key is None:
        return say("as at first")
    return say("off") if key == own_keys.OFF else say("yours")


def chord(key: int, held: Qt.KeyboardModifier) -> str:
    """A key with those held, in Qt's portable notation; "" for one that can be no command's key."""
    keys, name = Qt.Key, ""
    if keys.Key_F1 <= key <= keys.Key_F12:
        name = f"F{key - keys.Key_F1 + 1}"
    elif keys.Key_A <= key <= keys.Key_Z or keys.Key_0 <= key <= keys.Key_9:
        name = chr(key)
    made = "".join(word for word, of in _HOLDS if held & of) + name
    return made if _CHORD.fullmatch(made) else ""


def read(settings: Settings) -> None:
    """Use the keys that the settings hold from now on; those that could not be chosen are as at first."""
    own_keys.read(settings, MOVABLE, _could_be, lambda code, key: bool(_holder(code, key)))


def change(settings: Settings, code: str, key: str | None) -> None:
    """Give a command another key (in portable notation), none (""), or those of first (None).

    Expected: VALUE_INVALID (it can be no key, or is taken), DISK_FULL, FOLDER_READ_ONLY, BUSY; then nothing changes.
    """
    wanted = actions.command(code).keys if key is None else (key,)
    for of in filter(None, wanted):
        if why := _why_not(code, of):
            raise _cannot(of, why)
    own_keys.change(settings, code, key)


def change_letter(settings: Settings, code: str, typed: str | None) -> None:
    """The same for an answer, whose key is a single letter or sign. Expected: as letters.change."""
    answer = ANSWERS[code]
    letters.change(settings, answer, letters.FIRST[answer] if typed is None else typed)


def all_as_at_first(settings: Settings) -> None:
    """Give every command and every answer the keys of first. Expected: as Settings.set."""
    letters.change_all(settings, letters.FIRST)
    own_keys.forget(settings)


def no_key() -> Expected:
    """What is said of a key that can be no command's: which ones can."""
    why = say("choose Ctrl with a letter or a digit, Alt with a digit, or one of F1 to F12")
    return _cannot(say("that key"), why)


def in_use() -> tuple[object, ...]:
    """Something that is equal as long as no key changed."""
    return own_keys.edition(), letters.all_shown()


def _why_not(code: str, key: str) -> str:
    """Why a command cannot have this key; "" where it can."""
    taken = _holder(code, key)
    if taken:
        return say("it is taken: {command}", command=actions.command(taken).text)
    return say("it copies, pastes or selects text") if key in _EDITING else ""


def _could_be(key: str) -> bool:
    return key == own_keys.OFF or (_CHORD.fullmatch(key) is not None and key not in _EDITING)


def _holder(code: str, key: str) -> str:
    """The other command that has this key now, unless both had it at first; "" for none."""
    first = actions.command(code).keys
    for row in actions.COMMANDS:
        if row.code != code and key in actions.in_use(row.code) and not (key in first and key in row.keys):
            return row.code
    return ""


def _cannot(key: str, why: str) -> Expected:
    return Expected(Code.VALUE_INVALID, field=say("The key of a command"), value=key, why=why)
