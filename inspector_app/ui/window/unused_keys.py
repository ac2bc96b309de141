"""What is said of a command's key that nothing in view takes: a key that does nothing without a word is pressed again.

Single keys (letters, arrows, Del) are not spoken of: they belong to lists and texts.
"""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from inspector_app.core.words import listed, say
from inspector_app.ui import actions
from inspector_app.ui.actions import Command

_HELD = Qt.KeyboardModifier
_WITH = _HELD.ControlModifier | _HELD.AltModifier | _HELD.MetaModifier
_UNDOING = ("undo", "redo")  # pages say by themselves what they have none of


def words(event: QKeyEvent, *, inside: bool) -> str:
    """The sentence on a key; "" for one of no command. `inside`: whether an inspection is open."""
    meant = [] if event.isAutoRepeat() else _commands(event)
    if not meant:
        return ""
    if not inside:
        return say("{command}: open an inspection first.", command=meant[0].text)
    acts = listed([f"{command.text} ({command.group})" for command in meant])
    return say("{key} does nothing here now. It is for: {acts}.", key=_shown(event), acts=acts)


def _commands(event: QKeyEvent) -> list[Command]:
    held = event.modifiers() & ~(_HELD.KeypadModifier | _HELD.GroupSwitchModifier)
    if not held & _WITH and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
        return []
    pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key()))).toString()
    return [c for c in actions.COMMANDS if pressed in actions.in_use(c.code) and c.code not in _UNDOING]


def _shown(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.NativeText)
