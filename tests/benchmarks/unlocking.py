"""One process that is locked, unlocked, and painted where the person was: prints what the derivation of the key did not take.

Called by `unlock`, with the inspection's file, for a laptop of INSPECTOR_HOME.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from inspector_app.app import Program
from inspector_app.core.crypto import seal
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui.look import theme
from inspector_app.ui.window.system.application import Application
from tests.benchmarks.workload import PASSPHRASE

BEFORE = 2.0  # seconds that a person takes at least to type a passphrase: what is made ready meanwhile is ready
PATIENCE = 60.0


class _Painted(QObject):
    """When the first prompt of the case was painted first."""

    at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at:
            self.at = time.perf_counter()
        return False


def main(path: Path) -> None:
    """Print seconds by the clock and of the window's thread, from Return to the case painted, the derivation apart."""
    derived = _timed_derivation()
    application = theme.application("unlocking", Application)
    program = Program(application, Laptop())
    program.start(path)
    _turn(application, lambda: False, BEFORE)
    QTest.keyClicks(next(box for box in program.window.findChildren(QLineEdit) if box.isVisible()), PASSPHRASE)
    painted = _Painted(program)
    began, given = time.perf_counter(), time.thread_time()
    QTest.keyClick(application.focusWidget(), Qt.Key.Key_Return)
    _turn(application, lambda: bool(derived), PATIENCE)
    right = time.thread_time()
    _turn(application, lambda: _watched(program, painted), PATIENCE)
    worked = time.thread_time() - right
    clock = painted.at - began - sum(derived)
    print(json.dumps({"clock": clock, "worked": worked, "meanwhile": right - given, "derived": sum(derived)}))
    QTimer.singleShot(0, application.quit)
    application.exec()  # it ends as the program does


def _watched(program: Program, painted: _Painted) -> bool:
    """Whether the case that the person was at is painted; the view is watched from when it is there."""
    desk = program.shell.desk
    page = desk.page("case") if desk is not None and desk.places().current == "case" else None
    if page is not None and not painted.at and page.property("watched") is None:
        page.setProperty("watched", True)
        page.view.rows[0].installEventFilter(painted)
    return bool(painted.at)


def _turn(application, over, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and not over():
        application.processEvents()
        time.sleep(0.0005)


def _timed_derivation() -> list[float]:
    taken: list[float] = []
    derive = seal.derive

    def timed(*arguments) -> bytes:
        began = time.perf_counter()
        try:
            return derive(*arguments)
        finally:
            taken.append(time.perf_counter() - began)

    seal.derive = timed
    return taken


if __name__ == "__main__":
    main(Path(sys.argv[1]))
