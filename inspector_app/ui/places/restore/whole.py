"""A whole inspection brought back, with its file closed: from a backup, or what can be read of a damaged one."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import recovering, restoring
from inspector_app.core.services.safekeeping.recovering import Recovered
from inspector_app.core.services.safekeeping.restoring import Restored
from inspector_app.core.words import later, say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import readable, text_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import backups as words

_FILES, _BACKUPS = later("Inspections (*.inspection)"), later("Backups (*.backup)")


class Whole(ScrollColumn):
    """Signals `open_wanted` with the path of what is to be opened now; `left` when nothing is."""

    open_wanted = Signal(object)
    left = Signal()

    def __init__(self, laptop: Laptop, jobs: Jobs, path: Path, wrong: str = "") -> None:
        """`wrong`: the sentence that says why the file could not be opened; "" where it is sound."""
        title = say("This inspection cannot be opened") if wrong else say("Restore")
        super().__init__(title, width=sizes.FORM)  # its three ways stand on one line
        self.setWindowTitle(title)
        self._laptop, self._path, self._damaged = laptop, path, bool(wrong)
        self.wrong = theme.role(text_label(self), "error")
        self.wrong.setText(wrong)
        self.about = text_label(self)
        self.about.setText(
            say(
                "Nothing is lost by trying: the damaged file is kept in any case. Restoring puts the newest sound backup in "
                "its place. Recovering makes a new inspection of whatever can be read of the file and of that backup, and "
                "says what it is and what is missing."
            )
        )
        self.restore = theme.role(PressButton(say("&Restore the newest backup"), self), "primary")
        self.recover = PressButton(say("Re&cover what can be read…"), self)
        self.other = PressButton(say("Restore another &backup…"), self)
        self.line = JobLine(jobs, say("Bringing the inspection back"), self)
        self.report = readable(self)
        self.open = theme.role(PressButton(say("&Open the inspection"), self), "primary")
        self.back = PressButton(say("&Inspections"), self)
        self._lay_out()
        self._connect()

    def bring(self, backup: Path | None) -> None:
        """Put the whole back from this backup; None for the newest that is sound."""
        laptop, path = self._laptop, self._path
        self.line.run(
            say("Restoring"), lambda ticket: restoring.restore(laptop, path, backup, ticket), self._on_restored
        )

    def _lay_out(self) -> None:
        self.add(self.wrong, self.about)
        self.body.addLayout(Flow(self.restore, self.recover, self.other))
        self.add(self.line, self.report)
        self.body.addLayout(Flow(self.open, self.back))
        self.body.addStretch(1)
        for part in (self.wrong, self.about, self.restore, self.recover, self.other):
            part.setVisible(self._damaged)
        self.report.hide()
        self.open.setVisible(not self._damaged)
        self.setFocusProxy(self.restore if self._damaged else self.open)

    def _connect(self) -> None:
        self.restore.clicked.connect(lambda: self.bring(None))
        self.other.clicked.connect(self._ask_for_backup)
        self.recover.clicked.connect(self._ask_where)
        self.open.clicked.connect(lambda: self.open_wanted.emit(self._path))
        self.back.clicked.connect(self.left)
        self.line.busy_changed.connect(self._on_busy)

    def _ask_for_backup(self) -> None:
        path = ask.open_file(self, say("Restore a backup"), str(_BACKUPS), self._laptop.backups_folder)
        if path is not None:
            self.bring(path)

    def _ask_where(self) -> None:
        suggested = self._laptop.new_path(self._path.stem)
        into = ask.save_file(self, say("Recover into a new inspection"), str(_FILES), suggested)
        if into is not None:
            laptop, path = self._laptop, self._path
            self.line.run(
                say("Reading"), lambda ticket: recovering.recover(laptop, path, into, ticket), self._on_recovered
            )

    def _on_restored(self, done: Restored) -> None:
        self._show_done(say("Restored"), words.put_back(done, datetime.now().astimezone()), done.path)

    def _on_recovered(self, done: Recovered) -> None:
        self._show_done(say("Recovered"), "\n".join(words.recovered(done)), done.path)

    def _show_done(self, title: str, report: str, path: Path) -> None:
        self._path = path
        self.title.setText(title)
        self.setAccessibleName(title)
        for part in (self.wrong, self.about, self.restore, self.recover, self.other):
            part.hide()
        self.report.setText(report)
        self.report.show()
        self.open.show()
        self.setFocusProxy(self.open)
        self.open.setFocus()

    def _on_busy(self, busy: bool) -> None:
        for button in (self.restore, self.recover, self.other, self.open, self.back):
            button.setEnabled(not busy)
        if not busy:
            self.setFocus()
