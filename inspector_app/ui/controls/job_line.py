"""One piece of long work: what it is doing, how far, a Cancel; afterwards what came of it, or why not."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from inspector_app.core.errors import Expected
from inspector_app.core.services.ticket import Ticket
from inspector_app.ui.controls.banner import Banner, Weight
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs

T = TypeVar("T")


class JobLine(QWidget):
    """Runs one job at a time. Destroying it cancels the job."""

    busy_changed = Signal(bool)

    def __init__(self, jobs: Jobs, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.doing = QLabel(self)
        self.bar = QProgressBar(self, textVisible=False)
        self.bar.setAccessibleName(name)
        self.cancel = PressButton("Cancel", self)
        self.cancel.setAccessibleName(f"{name}: cancel")
        self.cancel.clicked.connect(self.stop)
        self.said, self.problem = text_label(self), Banner(Weight.ERROR, self)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._working = QWidget(self)
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.doing)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._working, self.said, self.problem):
            layout.addWidget(part)
            part.hide()
        self._running: list[Ticket] = []
        self.destroyed.connect(partial(_stop, self._running))

    @property
    def busy(self) -> bool:
        """Whether work is being done."""
        return bool(self._running)

    def run(
        self,
        doing: str,
        work: Callable[[Ticket], T],
        done: Callable[[T], None],
        failed: Callable[[Expected], object] | None = None,
    ) -> None:
        """Do `work` in a job. What it refuses is said here, after `failed` was told. Nothing while busy."""
        if self.busy:
            return
        self.say("")
        self._show_progress(0, 0, doing)

        def refused(error: Expected) -> None:
            if failed is not None:
                failed(error)
            self.refuse(error)

        ticket = self._jobs.run(self, work, done=done, failed=refused, ended=self._end, progressed=self._show_progress)
        self._running.append(ticket)
        self._working.show()
        self.busy_changed.emit(True)

    def stop(self) -> None:
        """Ask the work to stop; nothing is left of it."""
        if self.busy:
            _stop(self._running)
            self.doing.setText("Stopping")

    def say(self, text: str) -> None:
        """Say what came of it; "" clears everything."""
        self.problem.hide()
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def refuse(self, error: Expected) -> None:
        """Say why it did not come about."""
        self.say("")
        self.problem.set_text(sentence(error))
        self.problem.show()

    def _end(self) -> None:
        stopped = any(ticket.cancelled for ticket in self._running)
        self._running.clear()
        self._working.hide()
        self.busy_changed.emit(False)
        if stopped:
            self.say("Stopped. Nothing was changed.")

    def _show_progress(self, done: int, of: int, what: str) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.doing.setText(what)


def _stop(running: Sequence[Ticket]) -> None:
    """Without touching the widget, which is gone by then."""
    for ticket in running:
        ticket.cancel()
