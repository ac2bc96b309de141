"""What the first painting did not wait for: the log, strip, commands, … and what the first opening will need."""

from collections.abc import Callable

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


def _warm_up() -> None:
    """Import what the first opening needs, and prepare what it asks, while the passphrase is being typed."""
    from inspector_app.ui.window.ways import ways  # noqa: F401  in this job: no key has to wait for it

    passphrase.warm_up()
    for code in ("case", "cases"):
        page_class(code)
    preparing.warm_up()
