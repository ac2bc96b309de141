"""Everything out at any time: the archive of the inspection, as one line at the foot of the page."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.days.when import stamp
from inspector_app.core.services.documents import archive, exchange
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import later, say
from inspector_app.ui import actions, ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.words import saved

CODE = "everything"
_ABOUT = later(
    "All that you may see of this inspection, with comments, second markings and history, as one file that needs no program: "
    "a page to read, JSON and CSV. It is not encrypted."
)
_KINDS = (  # of which the first is everything, and the others a part of it
    later("Everything, to read and for programs (*.zip)"),
    later("The inspection document (*.json)"),
    later("Table of judgements (*.csv)"),
    later("Workbook of judgements (*.xlsx)"),
)


class EverythingLine(QWidget):
    """Writes it in a job, once what is being typed is saved."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, flush: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._flush = workspace, flush
        self.save = PressButton(say("Save e&verything…"), self)
        self.save.setToolTip(actions.command(CODE).tip)
        self.about = theme.role(text_label(self), "small")
        self.about.setText(_ABOUT.say())
        self.line = JobLine(jobs, say("Saving everything"), self)
        self.save.clicked.connect(self.save_as)
        across = QHBoxLayout()
        across.addLayout(Flow(self.save))
        across.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(across)
        layout.addWidget(self.about)

    def save_as(self) -> None:
        """Ask where, and as what; and write it there."""
        if self.line.busy or not self._flush():
            return
        now = datetime.now().astimezone()
        called = f"{say('Everything')} {self._workspace.path.stem} {stamp(now)}"
        kinds = ";;".join(kind.say() for kind in _KINDS)
        path = ask.save_file(
            self, say("Save everything, not encrypted"), kinds, ask.in_documents(f"{called}{archive.ENDING}")
        )
        if path is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        def work(ticket: Ticket) -> None:
            exchange.export(self._workspace, path, ticket)

        said = saved.open_to_all(path)
        self.line.run(say("Reading"), work, lambda _: self.line.say(said))
