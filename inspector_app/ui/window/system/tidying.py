"""Looks for garbage in the window's own thread, and through everything only when nobody would notice."""

import gc

from PySide6.QtCore import QObject, QTimer

from inspector_app.ui.jobs import Jobs
from inspector_app.ui.window.system.idle import Idle

_YOUNG = 7_000  # things made since the last look: as many as Python itself lets come together
_LOOK_EVERY = 250  # milliseconds
_DUE = 10  # looks at what is young before everything is due, as Python has it
_QUIET = 3.0  # seconds without a sign of a person
_CHECK_EVERY = 5_000  # milliseconds


class Tidying(QObject):
    """Takes Python's search for garbage upon itself; Python makes none of its own while this lives.

    Python searches wherever it is when enough was made, in a job's thread too. Widgets that are gone are garbage of the
    window's thread alone: a job that came upon them ended the program. And the search of everything holds the
    interpreter's lock: in the middle of a word the window stood still for 100 to 600 milliseconds beside a large
    inspection (`python -m tests.benchmarks gaps`).
    """

    def __init__(self, idle: Idle, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._idle, self._jobs, self._looks = idle, jobs, 0
        if gc.isenabled():
            gc.disable()
            self.destroyed.connect(_as_python_has_it)
        for every, what in ((_LOOK_EVERY, self.look), (_CHECK_EVERY, self.check)):
            timer = QTimer(self, interval=every)
            timer.timeout.connect(what)
            timer.start()

    def look(self) -> None:
        """Look through what was made since the last time, if it is much."""
        if gc.get_count()[0] > _YOUNG:
            gc.collect(1)
            self._looks += 1

    def check(self) -> None:
        """Look through everything, if it is time and nobody waits for anything."""
        if self._looks >= _DUE and self._idle.quiet >= _QUIET and not self._jobs.busy:
            gc.collect()
            self._looks = 0


def _as_python_has_it(_gone: QObject) -> None:
    gc.enable()
