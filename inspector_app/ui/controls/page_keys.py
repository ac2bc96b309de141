"""The keys by which one moves about the case page. Answering and writing are the row's own keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from inspector_app.ui import letters

_KEYS, _HELD = Qt.Key, Qt.KeyboardModifier
_NONE, _CONTROL, _ALT = _HELD.NoModifier, _HELD.ControlModifier, _HELD.AltModifier
_CONTROL_SHIFT = _CONTROL | _HELD.ShiftModifier

_CODES: dict[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (_KEYS.Key_Up, _NONE): "up",
    (_KEYS.Key_Down, _NONE): "down",
    (_KEYS.Key_Down, _CONTROL): "next-gap",
    (_KEYS.Key_PageDown, _CONTROL): "next-case",
    (_KEYS.Key_PageUp, _CONTROL): "previous-case",
    (_KEYS.Key_Left, _CONTROL): "previous-question",
    (_KEYS.Key_Right, _CONTROL): "next-question",
    (_KEYS.Key_Left, _ALT): "previous-question",  # in a note too, where Control moves by words
    (_KEYS.Key_Right, _ALT): "next-question",
    (_KEYS.Key_Z, _CONTROL): "undo",
    (_KEYS.Key_Z, _CONTROL_SHIFT): "redo",
    (_KEYS.Key_Y, _CONTROL): "redo",
}
_CODES |= {(_KEYS.Key_Undo, _NONE): "undo", (_KEYS.Key_Redo, _NONE): "redo"}
_STANDARD = {"undo": QKeySequence.StandardKey.Undo, "redo": QKeySequence.StandardKey.Redo}

_HINTS = (
    "Delete clear",
    "↑ ↓ move",
    "Enter note, Esc back",
    "Ctrl+↓ next gap",
    "Alt+← → before, next",
    "Ctrl+PgDown next case",
    "Ctrl+Z undo",
)


def case_hint() -> str:
    """The keys of the case page in one line, with those that answer as they are in use."""
    return "  ·  ".join((*answer_hint(), *_HINTS))


def answer_hint() -> tuple[str, ...]:
    """The keys that answer; nothing where all of them are off."""
    return (f"{letters.all_shown()} answer",) if letters.all_shown() else ()


def code_of(event: QKeyEvent) -> str | None:
    """What a key asks of the page, in whichever group of the keyboard; None when it asks nothing.

    Undo and redo have keys of their own on some keyboards, and others that the system gives them (Alt+Backspace on Windows).
    """
    held = event.modifiers() & ~(_HELD.KeypadModifier | _HELD.GroupSwitchModifier)
    found = _CODES.get((Qt.Key(event.key()), held))
    return found or next((code for code, keys in _STANDARD.items() if event.matches(keys)), None)
