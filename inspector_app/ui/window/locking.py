"""The lock beyond what the shell knows: who goes away, what lies over the window or on the clipboard, and the new program."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.core.errors import Expected
from inspector_app.core.words import later, say
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.window import anew
from inspector_app.ui.window.main_window import MainWindow
from inspector_app.ui.window.system import away_here
from inspector_app.ui.window.system.away import Away
from inspector_app.ui.window.system.idle import Idle

if TYPE_CHECKING:  # it comes with unlocking
    from inspector_app.ui.window.system.clipboard import OurClipboard

_PATIENCE = (
    3000  # milliseconds for work to come to its end; what is killed then leaves nothing half made (leftovers.py)
)
_TO_READ = 5000  # milliseconds for a sentence, after which what the memory holds goes with the program
_NOT_STARTED = later(
    "Everything is saved. The program cannot restart itself, which can happen after an update, and closes now. "
    "Start it, and type your passphrase to continue."
)
_TRY_AGAIN = 5000  # milliseconds between attempts to save what no disk took


class Locking(QObject):
    """Signals `wanted` when the window is to be locked, `again` while text waits under the lock for a disk, and `stuck`
    when no new program can be started and this one is about to end.
    """

    wanted = Signal()
    again = Signal()
    stuck = Signal()

    def __init__(self, window: MainWindow, jobs: Jobs, idle: Idle) -> None:
        super().__init__(window)
        self._window, self._jobs, self._idle = window, jobs, idle
        self._away: Away | None = None
        self._clipboard: OurClipboard | None = None
        self._waiting = QTimer(self, interval=_TRY_AGAIN)
        self._waiting.timeout.connect(self.again)
        idle.idle.connect(self.wanted)

    def begin(self) -> None:
        """The laptop is unlocked: watch from now on whether the person goes away, and what is copied."""
        self._waiting.stop()
        self._idle.start()
        if self._clipboard is None:
            from inspector_app.ui.window.system.clipboard import OurClipboard  # its hash is 5 MB of library

            self._clipboard = OurClipboard(self)
        if self._away is None:
            self._away = away_here.watch(self)
            self._away.left.connect(self.wanted)
        self._away.here()

    def stood(self) -> str:
        """How the window stands, for `anew.Handed`."""
        if self._window.isMinimized():
            return "small"
        return "front" if QGuiApplication.focusWindow() is not None else "behind"

    def clear_over(self) -> None:
        """Close every dialog, menu and other window of this program, as a person does who thinks better of it.

        What is being dragged is let go first: its window lies over all others, and whoever drops it would get the words.
        """
        QDrag.cancel()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget is not self._window:
                if isinstance(widget, QtWidgets.QDialog):
                    widget.reject()
                else:
                    widget.close()

    def wait(self) -> None:
        """Text stays under the lock that no disk took: try again from time to time, in this program."""
        self.end()
        self._waiting.start()

    def end(self) -> None:
        """The window is locked or about to close: nobody is watched, and nothing of ours stays on the clipboard."""
        self._idle.stop()
        if self._clipboard is not None:
            self._clipboard.clear()
        if self._away is not None:
            self._away.gone()

    def start_anew(self, handed: anew.Handed) -> None:
        """End this program, once its window shows nothing any more, and be a new one. Where none can be started it ends too.

        Work for the inspection was cancelled with its closing; a keyring that is being written comes to its end.
        """
        self._waiting.stop()
        with suppress(Expected):  # a full disk: the window comes back where it usually is
            self._window.keep_geometry()
        QTimer.singleShot(0, self, lambda: self._start_anew(handed))

    def _start_anew(self, handed: anew.Handed) -> None:
        self._jobs.wait(_PATIENCE)
        anew.start_anew(handed)
        self.stuck.emit()
        QTimer.singleShot(_TO_READ, self, anew.end)


def ending() -> QWidget:
    """What the window shows until the new one comes: nothing that takes keys, which would be typed into nowhere."""
    return _page(say("Locking"), say("Everything is saved. Locking…"))


def not_started() -> QWidget:
    """What it shows where none comes, as long as one reads it."""
    return _page(say("Ending"), str(_NOT_STARTED))


def _page(title: str, words: str) -> QWidget:
    page = plain_label(words)
    page.setWordWrap(True)
    page.setWindowTitle(title)
    page.setContentsMargins(*(theme.px(2 * theme.GRID),) * 4)
    return page
