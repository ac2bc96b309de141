"""Looks after the file of the open inspection: backups by themselves, what other programs do to it, and where it is."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.words import later, say
from inspector_app.ui import ask
from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.main_window import MainWindow

_LOOK_EVERY, _ROOM_EVERY = 1000, 5000  # milliseconds
_COPIES = later("Inspections (*.inspection)")


class Keeping(QObject):
    """Works for one desk, off the UI thread but for a look at the file that takes some microseconds."""

    changed = Signal()  # whether what is done is saved is different now
    refused = Signal(object)  # Expected

    def __init__(self, desk: Desk, window: MainWindow, jobs: Jobs) -> None:
        super().__init__(desk)
        self._desk, self._window, self._jobs = desk, window, jobs
        self._workspace = desk.workspace
        self.moved = False
        self._told: Code | None = None
        self._refused_room: Code | None = None
        self._looking = QTimer(self, interval=_LOOK_EVERY)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        self._hourly = QTimer(self, interval=backups.HOUR * 1000)
        self._hourly.timeout.connect(lambda: self._back_up(Why.HOURLY))
        self._hourly.start()
        self._for_room = QTimer(self, interval=_ROOM_EVERY)
        self._for_room.timeout.connect(self.write_again)
        if self._workspace.waits_for_room:
            self._for_room.start()
        if not self._workspace.only_read:
            self._back_up(Why.OPENING)

    def look(self) -> None:
        """Look whether another program wrote into the file, moved it, or wants this window to come forward."""
        try:
            moved = self._workspace.moved
            if not moved:
                self._workspace.news()
        except Expected as error:
            if error.code is not self._told:
                self._told = error.code
                self.refused.emit(error)
            return
        self._told = None
        if moved != self.moved:
            self._set_moved(moved)
        if self._workspace.called():
            self._window.come_forward()

    def write_again(self) -> None:
        """Try whether the disk has room by now; as soon as it has, all that was typed meanwhile is saved."""
        self._for_room.stop()
        self._jobs.run(
            self._desk,
            lambda _: self._workspace.write_again(),
            done=self._write_on,
            failed=self._refuse_room,
        )

    def say_moved(self) -> None:
        """Say that the file is not where it was, and offer to save a copy."""
        words = sentence(Expected(Code.FILE_MOVED, where=self._workspace.path))
        self._window.tell(words, Offer(say("Save a copy…"), self.save_copy))

    def save_copy(self) -> None:
        """Ask where to, put a copy of the open file there, and go on in that."""
        path = ask.save_file(self._window, say("Save a copy"), str(_COPIES), self._suggested())
        if path is not None:
            self._jobs.run(
                self._desk,
                lambda ticket: self._workspace.go_on_in(path, backups.reported(ticket, say("Copying"))),
                done=lambda _: self._go_on(),
                failed=self.refused.emit,
            )

    def _write_on(self, written: bool) -> None:
        if not written:
            self._for_room.start()
            return
        self._window.tell("")
        self._window.remark(say("There is room on the disk again: what you write is saved."))
        self._desk.flush()
        self._workspace.tell_all()  # another program may have written since it was opened
        self._back_up(Why.OPENING)
        self.changed.emit()

    def _refuse_room(self, error: Expected) -> None:
        if error.code is not self._refused_room:
            self._refused_room = error.code
            self.refused.emit(error)
        self._for_room.start()

    def _set_moved(self, moved: bool) -> None:
        self.moved = moved
        if moved:
            self.say_moved()
            self._back_up(Why.MOVED)  # whatever the person does next, all that was saved is kept
        else:
            self._window.tell("")
        self.changed.emit()

    def _go_on(self) -> None:
        self.look()
        self._desk.flush()
        self._window.remark(say("Saved. You go on in this copy: {path}", path=self._workspace.path))
        self.changed.emit()

    def _back_up(self, why: Why) -> None:
        self._jobs.run(
            self._desk,
            lambda ticket: backups.make_if_due(self._workspace, why, ticket),
            done=lambda _: self._desk.counting.read_safeguards(),
            failed=lambda error: None if error.code is Code.FILE_MOVED else self.refused.emit(error),
        )

    def _suggested(self) -> Path:
        return self._workspace.laptop.new_path(self._workspace.path.stem)
