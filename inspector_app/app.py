"""Composition root of the window: makes the parts, joins them, starts Qt."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.laptop import Laptop
from inspector_app.ui.controls import heard
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.window.idle import Idle
from inspector_app.ui.window.main_window import MainWindow
from inspector_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from inspector_app.ui.window.desk import Desk

_BEGAN = time.perf_counter()
_MEASURE = "--measure-start"
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
        heard.install()
        theme.apply(application, str(settings.get("theme", "light")), _whole(settings.get("zoom", 100)))
        self.laptop = laptop
        self.jobs = Jobs(self)
        self.idle = Idle(_whole(settings.get("idle_minutes", 10)), self)
        self.window = MainWindow(settings)
        self.shell = Shell(laptop, self.window, self.jobs, self.page_kinds(), self.idle)
        self.window.painted.connect(ready or self._settle)
        self._broke.connect(self._say_broken)
        application.commitDataRequest.connect(self.on_session_end)
        application.aboutToQuit.connect(self.shell.close)

    def start(self, wanted: Path | None) -> None:
        """Show the first screen."""
        self.shell.begin(wanted)
        self.window.show()

    def on_session_end(self, _manager: object) -> None:
        """The person logs out or the system goes down: write what was typed."""
        self.shell.flush()

    def _settle(self) -> None:
        """What the first painting did not have to wait for."""
        from inspector_app.core import log
        from inspector_app.ui.window import uncaught
        from inspector_app.ui.window.commands import Commands
        from inspector_app.ui.window.status_line import StatusLine

        log.start(self.laptop.folder)
        uncaught.install(self._broke.emit)
        status = StatusLine(_whole(self.laptop.settings.get("idle_minutes", 10)))
        self.window.add_status(status)
        Commands(self.shell, status, self.idle)
        self.jobs.run(self, lambda _: _warm_up(), done=lambda _: None, failed=self.shell.tell)

    def _say_broken(self) -> None:
        desk = self.shell.desk
        self.window.tell(BROKEN.format(where=desk.workspace.path if desk else self.laptop.folder))

    def page_kinds(self) -> "dict[str, Callable[[Desk], QWidget]]":
        """The pages of an inspection, in the order of the rail; each is imported when it is first wanted."""
        return {
            "week": _week, "cases": self._cases, "case": _assessment, "evidence": _evidence, "find": self._find,
            "concerns": _concerns, "ratings": _ratings, "findings": self._findings, "handoff": self._handoff,
            "conflicts": _conflicts, "second": _second, "compare": _compare, "profile": _profile,
            "paper": self._paper, "setup": self._setup,
        }  # fmt: skip

    def _cases(self, desk: "Desk") -> QWidget:
        from inspector_app.ui.places.cases.page import Cases

        page = Cases(desk.workspace, self.laptop.person)
        page.case_chosen.connect(desk.open_case)
        page.set_concerns(desk.concern_cases)
        desk.concerns_counted.connect(page.set_concerns)
        page.paper_wanted.connect(lambda: desk.show_page("paper"))
        page.profile_wanted.connect(lambda: desk.show_page("profile"))
        return page

    def _find(self, desk: "Desk") -> QWidget:
        from functools import partial

        from inspector_app.ui.places.find.page import Find
        from inspector_app.ui.window.open_found import open_found

        page = Find(desk.workspace, self.jobs)
        page.chosen.connect(partial(open_found, desk))
        return page

    def _handoff(self, desk: "Desk") -> QWidget:
        from inspector_app.ui.places.handoff.page import Handoff

        page = Handoff(desk.workspace, self.jobs, desk.flush)
        page.conflicts_wanted.connect(lambda: desk.show_page("conflicts"))
        page.ledger_read.connect(lambda rows: self.shell.say_colleagues(desk, rows))
        page.failed.connect(desk.said)
        desk.changed.connect(lambda: page.set_contested(desk.contested))
        page.set_contested(desk.contested)
        return page

    def _paper(self, desk: "Desk") -> QWidget:
        from inspector_app.ui.places.paper.page import Paper

        page = Paper(desk.workspace, self.jobs)
        page.failed.connect(desk.said)
        return page

    def _setup(self, desk: "Desk") -> QWidget:
        from inspector_app.ui.places.setup.page import Setup

        page = Setup(desk.workspace, self.jobs)
        page.page_wanted.connect(desk.show_page)
        page.failed.connect(desk.said)
        return page

    def _findings(self, desk: "Desk") -> QWidget:
        from inspector_app.ui.places.findings.page import Findings

        page = Findings(self.jobs)
        page.open(desk.workspace)
        page.failed.connect(desk.said)
        return page


def main(arguments: list[str]) -> int:
    """Open the window; returns the exit status."""
    measured = _MEASURE in arguments
    files = [Path(argument) for argument in arguments if argument != _MEASURE]
    if len(files) > 1 or any(str(file).startswith("-") for file in files):
        print(USAGE, file=sys.stderr)
        return 2
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        print(f"inspector-app: {sentence(Expected(Code.NO_DISPLAY))}", file=sys.stderr)
        return 3
    application = QApplication(sys.argv[:1])
    application.setApplicationName("inspector-app")
    program = Program(application, Laptop(), _measured if measured else None)
    program.start(files[0] if files else None)
    return application.exec()


def _measured() -> None:
    from inspector_app.ui.window import measure

    QApplication.quit()
    print(measure.report(_BEGAN), flush=True)


def _assessment(desk: "Desk") -> QWidget:
    from inspector_app.ui.places.case.page import Assessment

    page = Assessment()
    page.open(desk.workspace)
    page.back_requested.connect(lambda: desk.show_page("cases"))
    page.case_changed.connect(desk.name_case)
    page.compare_wanted.connect(desk.compare)
    page.sheet.header.set_concerns(desk.concern_cases)
    desk.concerns_counted.connect(page.sheet.header.set_concerns)
    page.sheet.header.flag.clicked.connect(lambda: desk.show_page("concerns"))
    page.prompts_wanted.connect(desk.compare_prompt)
    page.failed.connect(desk.said)
    return page


def _week(desk: "Desk") -> QWidget:
    from inspector_app.ui.places.week.page import Week

    page = Week(desk.workspace)
    page.cases_wanted.connect(desk.show_cases)
    page.concern_wanted.connect(desk.show_concern)
    page.raise_wanted.connect(desk.raise_concern)
    page.case_wanted.connect(desk.open_case)
    page.source_wanted.connect(desk.show_source)
    page.page_wanted.connect(desk.show_page)
    page.failed.connect(desk.said)
    page.set_ledger(desk.ledger)
    desk.ledger_read.connect(page.set_ledger)
    return page


def _concerns(desk: "Desk") -> QWidget:
    from inspector_app.ui.places.concerns.page import Concerns

    page = Concerns(desk.workspace)
    page.case_asked.connect(desk.open_case)
    page.failed.connect(desk.said)
    return page


def _compare(desk: "Desk") -> QWidget:
    from inspector_app.ui.places.cases.compare import Compare

    page = Compare(desk.workspace)
    page.item_chosen.connect(desk.open_case)
    return page


def _profile(desk: "Desk") -> QWidget:
    from inspector_app.ui.places.cases.profile import Profile

    return Profile(desk.workspace)


def _second(desk: "Desk") -> QWidget:
    from inspector_app.ui.places.cases.second_marking import SecondMarkings

    page = SecondMarkings(desk.workspace)
    page.case_asked.connect(desk.open_case)
    return page


def _evidence(desk: "Desk") -> QWidget:
    from inspector_app.ui.places.evidence.page import Evidence

    page = Evidence(desk.workspace)
    page.page_wanted.connect(desk.show_page)
    page.failed.connect(desk.said)
    return page


def _conflicts(desk: "Desk") -> QWidget:
    from inspector_app.ui.places.handoff.conflicts import Conflicts

    page = Conflicts(desk.workspace)
    page.back_wanted.connect(lambda: desk.show_page("handoff"))
    page.failed.connect(desk.said)
    return page


def _ratings(desk: "Desk") -> QWidget:
    from inspector_app.ui.places.ratings.page import Ratings

    page = Ratings()
    page.open(desk.workspace)
    page.case_asked.connect(desk.open_case)
    page.failed.connect(desk.said)
    return page


def _warm_up() -> None:
    """Import what the first opening needs, while the passphrase is being typed."""
    import zxcvbn  # noqa: F401

    from inspector_app.core.services import exchange, workspace  # noqa: F401
    from inspector_app.ui.places.case import page as case  # noqa: F401
    from inspector_app.ui.places.cases import page as cases  # noqa: F401


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
