"""The menu under the person's name: messages, keys, guide, settings, and the ways out."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

_FIRST, _LAST = ("card", "messages", "keys", "guide", "settings", "about"), ("leave", "lock", "quit")


class WindowMenu(QMenu):
    """Made of the window's commands, which say by themselves whether they are possible."""

    def __init__(self, parent: QWidget, commands: Mapping[str, QAction]) -> None:
        super().__init__(parent)
        self.addActions([commands[code] for code in _FIRST])
        self.addSeparator()
        self.addActions([commands[code] for code in _LAST])
