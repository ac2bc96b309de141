"""Looks after the file of the open inspection: backups by themselves, what other programs do to it, and where it is."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.days.when import moment
from inspector_app.core.errors import GONE, Code, Expected
from inspector_app.core.services.safekeeping import backups, going_on
from inspector_app.core.services.safekeeping.recovering import Recovered
from inspector_app.core.words import later, say
from inspector_app.ui import ask
from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.main_window import MainWindow
from inspector_app.ui.words import backups as words

_LOOK_EVERY, _ROOM_EVERY = 1000, 5000  # milliseconds
_OF_FILE = (*GONE, Code.FILE_DAMAGED)
_COPIES = later("Inspections (*.inspection)")


class Keeping(QObject):
    """Works for one desk, off the UI thread but for a look at the file that takes some microseconds."""

    changed = Signal()  # whether what is done is saved is different now
    refused = Signal(object)  # Expected

    def __init__(self, desk: Desk, window: MainWindow, jobs: Jobs) -> None:
        super().__init__(desk)
        self._desk, self._window, self._jobs = desk, window, jobs
        self._workspace = desk.workspace
        self.moved = self.overwritten = False
        self._learning = False
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
            overwritten = not moved and self._workspace.overwritten
            if not (moved or overwritten):
                self._workspace.news()
        except Expected as error:
            if error.code is not self._told:
                self._told = error.code
                self.refused.emit(error)
            return
        self._told = None
        self._learn()
        if moved != self.moved:
            self._set_moved(moved)
        if overwritten != self.overwritten:
            self.overwritten = overwritten
            self.say_where_it_is()
            self.changed.emit()
        if self._workspace.called():
            self._window.come_forward()

    def _learn(self) -> None:
        """Have what stands in the file taken in, where that is not known: reading it takes longer the more there is."""

        def ended() -> None:
            self._learning = False

        if not (self._learning or self._workspace.learnt):
            self._learning = True
            self._jobs.run(
                self._desk,
                lambda _: self._workspace.learn(),
                done=lambda _: None,
                failed=lambda _: None,  # what is wrong with the file is said by the next look
                ended=ended,
            )

    def write_again(self) -> None:
        """Try whether the disk has room by now; as soon as it has, all that was typed meanwhile is saved."""
        self._for_room.stop()
        self._jobs.run(
            self._desk,
            lambda _: self._workspace.write_again(),
            done=self._write_on,
            failed=self._refuse_room,
        )

    @property
    def unsaved(self) -> str:
        """Why nothing more is saved in the file; "" while it is."""
        if self.moved:
            return say("Not saved: the file is not where it was")
        return say("Not saved: another program wrote into the file") if self.overwritten else ""

    def explains(self, error: Expected) -> bool:
        """Whether something was refused because the file is not where, or what, it was; then that is said.

        Else whatever job came upon it last would take that away, and with it what there is to do about it.
        """
        where = error.facts.get("where")
        if error.code not in _OF_FILE or (where is not None and Path(str(where)).name != self._workspace.path.name):
            return False
        self.look()
        self.say_where_it_is()
        return bool(self.unsaved)

    def say_where_it_is(self) -> None:
        """Say that the file is not where it was, or not what it was, and offer the way on; nothing where all is well."""
        if self.moved:
            self._say_moved()
        elif self.overwritten:
            self._say_overwritten()

    def _say_overwritten(self) -> None:
        said = sentence(Expected(Code.FILE_OVERWRITTEN, where=self._workspace.path.name))
        newest = going_on.newest_backup(self._workspace)
        kept = say("The newest backup: {moment}.", moment=moment(newest, datetime.now().astimezone())) if newest else ""
        self._say_once(f"{said} {kept}".rstrip(), Offer(say("Recover…"), self.recover))

    def _say_once(self, said: str, offer: Offer) -> None:
        """Each job comes upon the same: what stands there already is not said aloud again."""
        if not self._window.messages.stands(said):
            self._window.tell(said, offer)

    def recover(self) -> None:
        """Ask where to, put what is left of the file, its log and the newest backup together there, and go on in that."""
        path = ask.save_file(self._window, say("Recover into a new inspection"), str(_COPIES), self._suggested())
        if path is not None:
            self._jobs.run(
                self._desk,
                lambda ticket: going_on.recover(self._workspace, path, ticket),
                done=self._on_recovered,
                failed=self.refused.emit,
            )

    def _on_recovered(self, done: Recovered) -> None:
        self._workspace.tell_all()
        self._go_on()
        self._window.tell("\n".join(words.recovered(done)))

    def _say_moved(self) -> None:
        said = sentence(Expected(Code.FILE_MOVED, where=self._workspace.path))
        self._say_once(said, Offer(say("Save a copy…"), self.save_copy))

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
            self._say_moved()
            self._back_up(Why.MOVED)  # whatever the person does next, all that was saved is kept
        else:
            self._window.tell("")
        self.changed.emit()

    def _go_on(self) -> None:
        self.look()
        self._desk.flush()
        self._window.remark(say("Saved. You are now working in this copy: {path}", path=self._workspace.path))
        self.changed.emit()

    def _back_up(self, why: Why) -> None:
        self._jobs.run(
            self._desk,
            lambda ticket: backups.make_if_due(self._workspace, why, ticket),
            done=lambda _: self._desk.counting.read_safeguards(),
            failed=lambda error: None if error.code in GONE else self.refused.emit(error),
        )

    def _suggested(self) -> Path:
        return self._workspace.laptop.new_path(self._workspace.path.stem)
