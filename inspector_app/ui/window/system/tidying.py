"""Looks for garbage when nobody would notice: never while somebody is at the keyboard, never beside a job."""

import gc
from functools import partial

from PySide6.QtCore import QObject, QTimer

from inspector_app.ui.jobs import Jobs
from inspector_app.ui.window.system.idle import Idle

_NEVER = 2**30  # times that younger garbage is looked for, before Python looks through everything by itself
_DUE = 10  # times, as Python has it
_QUIET = 3.0  # seconds without a sign of a person
_CHECK_EVERY = 5_000  # milliseconds


class Tidying(QObject):
    """Takes Python's search of everything for garbage upon itself.

    That search holds the interpreter's lock, and wherever it fell, in the middle of a word too, the window stood still:
    for 100 to 600 milliseconds beside a large inspection (`python -m tests.benchmarks gaps`). What is young is still
    looked for at any time.
    """

    def __init__(self, idle: Idle, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._idle, self._jobs = idle, jobs
        young, middle, old = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        self.destroyed.connect(partial(gc.set_threshold, young, middle, old))
        timer = QTimer(self, interval=_CHECK_EVERY)
        timer.timeout.connect(self.check)
        timer.start()

    def check(self) -> None:
        """Look through everything, if it is time and nobody waits for anything."""
        if gc.get_count()[2] >= _DUE and self._idle.quiet >= _QUIET and not self._jobs.busy:
            gc.collect()
