"""The second copy in a folder of the person's, and the rehearsal that shows whether backups come back."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.backups import Why
from inspector_app.core.services.safekeeping import backups, rehearsing
from inspector_app.core.services.safekeeping.backups import NO_SECOND_COPY, SecondCopy
from inspector_app.core.services.safekeeping.rehearsing import Tried
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.words import backups as words


class SecondCopyCard(Card):
    """Where the second copy is kept and how old it is. Signals `made` when there is a newer one, or another folder."""

    made = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget) -> None:
        about = say("Backups are copied to this folder as well. Another disk, such as the department’s drive, is best.")
        super().__init__(say("Second copy"), about, parent)
        self._workspace = workspace
        self.state = text_label(self)
        self.choose = PressButton(say("Choose the &folder…"), self)
        self.now = PressButton(say("Copy &now"), self)
        self.none = PressButton(say("Keep no second copy"), self)
        self.line = JobLine(jobs, say("Making the second copy"), self)
        self.stack(self.state)
        self.body.addLayout(Flow(self.choose, self.now, self.none))
        self.stack(self.line)
        self.choose.clicked.connect(self._ask)
        self.now.clicked.connect(self._copy)
        self.none.clicked.connect(lambda: self._name(None))
        self.show_copy(NO_SECOND_COPY)

    def show_copy(self, found: SecondCopy) -> None:
        """Say where it is and how old."""
        now = datetime.now().astimezone()
        theme.role(self.state, "label" if found.is_old(now) else "")
        self.state.setText(words.second_copy(found, now) if found.folder else say("No second copy is kept."))
        for button in (self.now, self.none):
            button.setVisible(bool(found.folder))

    def _ask(self) -> None:
        folder = ask.folder(self, say("The folder of the second copy"))
        if folder is not None:
            self._name(folder)

    def _name(self, folder: Path | None) -> None:
        laptop = self._workspace.laptop

        def done(_: None) -> None:
            self.made.emit()
            if folder is not None:
                self._copy()

        self.line.run(say("Writing"), lambda _: backups.name_second_folder(laptop, folder), done)

    def _copy(self) -> None:
        workspace = self._workspace
        self.line.run(
            say("Backing up"), lambda ticket: backups.make(workspace, Why.ASKED, ticket), lambda _: self.made.emit()
        )


class RehearsalCard(Card):
    """A restore that is tried in a temporary place. Signals `rehearsed` when one was."""

    rehearsed = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget) -> None:
        about = say(
            "Restores the newest backup and the second copy to a temporary place, still encrypted, then counts "
            "and compares. Nothing is changed."
        )
        super().__init__(say("Rehearsal"), about, parent)
        self._workspace = workspace
        self.last = text_label(self)
        self.now = PressButton(say("Re&hearse now"), self)
        self.line = JobLine(jobs, say("Rehearsing"), self)
        self.stack(self.last, self.now, self.line)
        self.body.addStretch(1)
        self.now.clicked.connect(self._rehearse)
        self._show()

    def _show(self) -> None:
        found = rehearsing.last(self._workspace.laptop, self._workspace.id)
        self.last.setText(words.last_rehearsal(found, datetime.now().astimezone()))

    def _rehearse(self) -> None:
        laptop, path = self._workspace.laptop, self._workspace.path
        self.line.run(say("Rehearsing"), lambda ticket: rehearsing.rehearse(laptop, path, ticket), self._on_done)

    def _on_done(self, done: list[Tried]) -> None:
        self._show()
        self.rehearsed.emit()
        bad = next((tried for tried in done if tried.problems), None)
        if bad is None:
            self.line.say("\n".join(words.rehearsed(done)))
        else:
            self.line.refuse(rehearsing.refusal(bad))
