"""The menu under the person's name: how the window looks, when it locks, messages, keys, and the ways out."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.core.words import count, say
from inspector_app.ui.look import theme
from inspector_app.ui.note import spelling
from inspector_app.ui.window.system import captures

IDLE_MINUTES = (5, 10, 20, 30)
_FIRST, _LAST = ("card", "messages", "keys", "guide", "settings", "about"), ("leave", "lock", "quit")


class WindowMenu(QMenu):
    """Made of the window's commands, which say by themselves whether they are possible."""

    theme_wanted = Signal(str)
    idle_wanted = Signal(int)  # minutes without a key or the mouse before it locks
    kept_out_wanted = Signal(bool)  # of what is captured of the screen

    def __init__(self, parent: QWidget, commands: Mapping[str, QAction], idle: int, *, kept_out: bool) -> None:
        super().__init__(parent)
        self._kept_out = kept_out
        self._fill_view(self.addMenu(say("View")), commands)
        self._fill_waits(self.addMenu(say("Lock after")), idle)
        for codes in (_FIRST, _LAST):
            self.addSeparator()
            self.addActions([commands[code] for code in codes])

    def _fill_view(self, menu: QMenu, commands: Mapping[str, QAction]) -> None:
        looks = QActionGroup(menu)
        for name in theme.TITLES:
            action = _choice(menu, looks, theme.TITLES[name])
            action.triggered.connect(lambda _=False, name=name: self.theme_wanted.emit(name))
            action.setData(name)
        menu.addSeparator()
        menu.addActions([commands[code] for code in ("larger", "smaller", "usual-size")])
        menu.addSeparator()
        checks = commands["spelling"]
        checks.setCheckable(True)
        menu.addAction(checks)
        if captures.possible():
            keeps = menu.addAction(say("Keep out of screen captures"))
            keeps.setCheckable(True)
            keeps.setChecked(self._kept_out)
            keeps.toggled.connect(self.kept_out_wanted)
        menu.aboutToShow.connect(lambda: _check(looks, checks))

    def _fill_waits(self, menu: QMenu, idle: int) -> None:
        waits = QActionGroup(menu)
        for minutes in IDLE_MINUTES:
            words = count(minutes, "{n} minute without a key", "{n} minutes without a key")
            action = _choice(menu, waits, words)
            action.setChecked(minutes == idle)
            action.triggered.connect(lambda _=False, minutes=minutes: self.idle_wanted.emit(minutes))


def _check(looks: QActionGroup, checks: QAction) -> None:
    for action in looks.actions():
        action.setChecked(action.data() == theme.chosen())
    checks.setChecked(spelling.check().on)


def _choice(menu: QMenu, group: QActionGroup, text: str) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    group.addAction(action)
    return action
