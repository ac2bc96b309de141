"""Composition root of the window: makes the parts, joins them, starts Qt."""

import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.look.hover import Hover
from inspector_app.ui.look.ring import Ring
from inspector_app.ui.window import anew, measure
from inspector_app.ui.window.anew import Handed
from inspector_app.ui.window.main_window import SEEN_THEME, MainWindow
from inspector_app.ui.window.shell import Shell
from inspector_app.ui.window.system.application import Application
from inspector_app.ui.window.system.idle import Idle

_IDLE, _LONGEST_IDLE = 10, 60  # minutes
_BEGAN = time.perf_counter()
_MEASURE = "--measure-start"
_COMPONENTS = "--components"  # for whoever works on the look; no person needs it
_OURS = (_MEASURE, _COMPONENTS)
USAGE = (
    "usage: inspector-app [WORKSPACE] | inspector-app --measure-start | inspector-app COMMAND …  (inspector-app --help)"
)
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # without one of them Qt would abort the process

BROKEN = (
    "Something went wrong in the program. Your work is saved in {where}. "
    "You can go on; if it happens again, close the program and open it again."
)


class Program(QObject):
    """The window and what stands behind it, for one laptop."""

    _broke = Signal()

    def __init__(self, application: QApplication, laptop: Laptop, ready: Callable[[], object] | None = None) -> None:
        """`ready` is called when the first screen can be used, in place of what else is prepared then."""
        super().__init__()
        settings = laptop.settings
        _dress(application, settings)
        Ring(application, self)
        Hover(application, self)
        self.laptop = laptop
        self.jobs = Jobs(self)
        self.idle = Idle(_idle_minutes(settings.get("idle_minutes", _IDLE)), self)
        self.window = MainWindow(settings)
        self.shell = Shell(laptop, self.window, self.jobs, self.idle)
        self.window.painted.connect(ready or self._settle)
        self._broke.connect(self._say_broken)
        application.commitDataRequest.connect(self.on_session_end)
        application.aboutToQuit.connect(self.shell.close)

    def start(self, wanted: Path | None, handed: Handed | None = None) -> None:
        """Show the first screen; after a lock as the window stood before it (`handed`)."""
        self.shell.begin(wanted, handed.inspection if handed else "")
        if handed:
            self.shell.say_locked()
        if handed and handed.window != "front":
            self.window.show_behind(small=handed.window == "small")
        else:
            self.window.show()

    def on_session_end(self, _manager: object) -> None:
        """The person logs out or the system goes down: write what was typed."""
        self.shell.flush()

    def _settle(self) -> None:
        """What the first painting did not have to wait for."""
        from inspector_app.ui.window import after_first  # commands and strip know the database: 0.4 s

        after_first.settle(self.shell, self.idle, self._broke.emit)

    def _say_broken(self) -> None:
        desk = self.shell.desk
        self.window.tell(BROKEN.format(where=desk.workspace.path if desk else self.laptop.folder))


def main(arguments: list[str]) -> int:
    """Open the window; returns the exit status."""
    measured, handed = _MEASURE in arguments, Handed.of(arguments)
    files = [] if handed else [Path(argument) for argument in arguments if argument not in _OURS]
    if len(files) > 1 or any(str(file).startswith("-") for file in files):
        print(USAGE, file=sys.stderr)
        return 2
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        print(f"inspector-app: {sentence(Expected(Code.NO_DISPLAY))}", file=sys.stderr)
        return 3
    application = theme.application(sys.argv[0], Application)
    application.setApplicationName("inspector-app")
    application.setDesktopFileName("inspector-app")  # by which the desktop knows its icon (packaging)
    if _COMPONENTS in arguments:
        return _show_components(application)
    program = Program(application, Laptop(), _measured if measured else None)
    application.file_wanted.connect(program.shell.open_given)
    program.start(files[0] if files else None, handed)
    status = application.exec()
    if program.jobs.stuck:  # everything is saved
        anew.end(status)
    return status


def _show_components(application: QApplication) -> int:
    """The page of components in the person's theme and size."""
    from inspector_app.ui.window.components import known_components  # which no inspector needs

    _dress(application, Laptop().settings)
    Ring(application, application)
    shown = known_components(date.today())
    shown.showMaximized()
    gc.enable()
    return application.exec()


def _dress(application: QApplication, settings: Settings) -> None:
    """In the person's theme and size."""
    chosen, seen = str(settings.get("theme", theme.SYSTEM)), str(settings.get(SEEN_THEME, ""))
    theme.apply(application, chosen, _whole(settings.get("zoom", 100)), seen)


def _measured() -> None:
    print(measure.report(_BEGAN), flush=True)  # before what is written at the end
    QApplication.quit()


def _idle_minutes(value: object) -> int:
    """What was chosen; else as at first. Nobody can choose that it never locks, so a changed file does not either."""
    minutes = _whole(value)
    return minutes if 0 < minutes <= _LONGEST_IDLE else _IDLE


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
