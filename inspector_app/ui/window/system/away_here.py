"""What the system says of a person who goes away: the laptop goes to sleep, its lid is shut, its session is locked.

Each system tells it in its own way; `watch` chooses. Where nothing can be heard (no bus, another desktop) the window still
locks on being idle, and at waking up, since idle time goes on while the laptop sleeps.
"""

import sys

from PySide6.QtCore import QObject

from inspector_app.ui.window.system.away import Away


def watch(parent: QObject) -> Away:
    """Listen to the system this runs on."""
    return _way()(parent)


def load() -> None:
    """Import what `watch` needs, before anybody waits for it."""
    _way()


def _way() -> type[Away]:
    """Imported here, since each way needs what only its own system has."""
    if sys.platform == "win32":
        from inspector_app.ui.window.system.away_windows import AwayWindows  # each is of one system alone

        return AwayWindows
    if sys.platform == "darwin":
        from inspector_app.ui.window.system.away_mac import AwayMac  # as above

        return AwayMac
    from inspector_app.ui.window.system.away_linux import AwayLinux  # as above

    return AwayLinux
