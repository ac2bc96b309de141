"""What the first painting did not wait for: the log, strip, commands, … and what the first opening will need."""

from collections.abc import Callable

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QTimer

from inspector_app.core import log
from inspector_app.core.services import preparing
from inspector_app.core.services.profile import passphrase
from inspector_app.ui.controls import heard
from inspector_app.ui.look import system
from inspector_app.ui.window import uncaught
from inspector_app.ui.window.commands import Commands
from inspector_app.ui.window.desk import page_class
from inspector_app.ui.window.shell import Shell
from inspector_app.ui.window.strip import Strip
from inspector_app.ui.window.system import away_here
from inspector_app.ui.window.system.idle import Idle
from inspector_app.ui.window.system.tidying import Tidying


def settle(shell: Shell, idle: Idle, broke: Callable[[], None]) -> None:
    """Make what stands round the first screen. `broke` is called where something went wrong in the program."""
    window = shell.window
    system.listen(window.follow_system)
    window.follow_system()
    log.start(shell.laptop.folder)
    heard.install()
    uncaught.install(broke)
    strip = Strip(window.head)
    window.add_strip(strip)
    Commands(shell, strip, idle)
    Tidying(idle, shell.jobs, shell)
    shell.jobs.run(shell, lambda _: _warm_up(), done=lambda _: None, failed=shell.tell)
    for load in (away_here.load, _have_classes, _have_colours):  # in this thread, a turn each: they are of Qt
        QTimer.singleShot(0, shell, load)


def _have_classes() -> None:
    """Have PySide make what it makes of QtWidgets, dialogs and wizards too, when it is first given a widget of Qt's own.

    With their enums 40 classes, 20 ms of the first opening, though none of them is used. The page that asks for a
    passphrase has no such widget.
    """
    QtWidgets.QScrollArea().viewport()


def _have_colours() -> None:
    """Likewise what it makes, 169 gradients among them, when a painter is first given a colour to fill with."""
    spot = QtGui.QPixmap(1, 1)
    painter = QtGui.QPainter(spot)
    painter.fillRect(spot.rect(), QtGui.QColor())
    painter.end()


def _warm_up() -> None:
    """Import what the first opening needs, and prepare what it asks, while the passphrase is being typed."""
    from inspector_app.ui.window.ways import ways  # noqa: F401  in this job: no key has to wait for it

    passphrase.warm_up()
    for code in ("case", "cases"):
        page_class(code)
    preparing.warm_up()
