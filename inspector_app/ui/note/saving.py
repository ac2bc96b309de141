"""What a box holds of one field, the same for every box: what the person was shown, and what they typed or chose since.

Whatever is written goes over what was shown here (Edit.over), so that it settles nothing, and replaces nothing that came in
under the hand. What was written here stays in the box for as long as it stands, whatever a colleague put beside it.
"""

from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.services.editor import Done
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.onto_disk import RETRY_AFTER, Disk, OntoDisk

SAVE_AFTER = 400  # ms from the first unsaved key, however fast the typing goes on: on disk well within a second
SESSION_PAUSE = 5000  # ms without a key, after which the next save is a step of its own
_AS_IT_STANDS = frozenset({Code.VALUE_INVALID, Code.CASE_NOT_YOURS, Code.CASE_ACCEPTED})  # no use to try again
_NOT_BUSY = 40  # ms until it is tried again to save what is typed while another thread writes
_LOOK_AGAIN = 300  # ms: a value that came in while a list hung open is shown once it is closed


class Bound(QObject):
    """One field as one box shows it; "" where the field holds nothing."""

    saved = Signal(str)  # ISO 8601 UTC of the last save; "" where nothing was ever saved and nothing is to be
    failed = Signal(object)  # Expected: the disk would not take it

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._target: Target | None = None
        self._door: Door | None = None
        self._stored: Value = ""
        self._written: ChangeId | None = None  # what was written here last, of this field

    def is_bound(self, target: Target, door: Door) -> bool:
        """Whether the box writes to that field by that door."""
        return self._target == target and self._door == door

    @property
    def target(self) -> Target | None:
        """The field that is shown."""
        return self._target

    @property
    def stored(self) -> Value:
        """What is on disk, as far as this box knows: what one types or chooses over."""
        return self._stored

    def _bind(self, target: Target, door: Door) -> None:
        self._target, self._door, self._written = target, door, None

    def _takes(self, value: Value) -> bool:
        """Whether a value that stands now is to be shown in the place of what is here."""
        if value == self._stored or self._door is None:
            return False
        return self._written is None or not self._door.stands(self._written)

    def _give(self, value: Value, amend: ChangeId | None = None) -> Done:
        """Write what was typed or chosen. Expected: as the door; nothing is changed then."""
        if self._target is None or self._door is None:
            raise Bug("a box was typed in before it was bound")
        done = self._door.write(replace(self._target, over=self._stored), value, amend)
        self._stored = shown(done.value)
        self._written = done.change or self._written
        return done


def shown(value: Value) -> Value:
    """A value as a box holds it."""
    return "" if value is None else value


class Chosen(Bound):
    """A choice, written at once. One that is refused is not kept: what is stored is shown again, and `failed` says why."""

    def __init__(self, owner: QWidget, put: Callable[[Value], object]) -> None:
        """`put` shows a value as the one that is chosen, and tells nobody."""
        super().__init__(owner)
        self._put, self._box = put, owner
        self._came: Value = ""

    def show_value(self, target: Target, value: Value, door: Door) -> None:
        """Show what a field holds. While its list hangs open, what is shown stays until that is closed."""
        if not self.is_bound(target, door):
            self._bind(target, door)
            self._stored = shown(value)
        self._came = shown(value)
        self._take()

    def _take(self) -> None:
        if self._takes(self._came):
            if isinstance(self._box, QComboBox) and self._box.view().isVisible():
                QTimer.singleShot(_LOOK_AGAIN, self, self._take)
                return
            self._stored = self._came
        self._put(self._stored)

    def choose(self, value: Value) -> None:
        """Write what a person chose."""
        if shown(value) == self._stored:
            return
        try:
            done = self._give(value)
        except Expected as error:
            self.failed.emit(error)
        else:
            self.saved.emit(done.at)
        self._put(self._stored)


class Saving(Bound):
    """A text that saves itself while one types: within half a second, and at once when the box is left or goes out of sight.

    Keys that follow one another are one step of the history. While the disk refuses, the text stays and is tried again;
    what cannot be taken as it stands (31/02/2026; a case that is a colleague's by now) stays as well, holds nobody up, and is
    spoken of when the box is left.
    """

    refused = Signal(object)  # Expected: it cannot be taken as it stands
    began_anew = Signal()  # another field is shown
    step_ended = Signal()  # what is typed next is a step of its own in the history
    accepted = Signal()  # what the box holds was taken, or is shown as it came

    def __init__(
        self, owner: QWidget, typed: Callable[[], str], put: Callable[[Value, bool], object],
        read: Callable[[str], Value] = str, after: int | None = SAVE_AFTER,
    ) -> None:  # fmt: skip
        """`typed` gives what is in the box; `put` shows a value, of the same field or (True) of another one.

        `read` makes a value of what was typed (Expected VALUE_INVALID), where its door does not. `after`: milliseconds from
        the first key; None for what is only read once the box is left.
        """
        super().__init__(owner)
        self._box, self._typed, self._put, self._read, self._after = owner, typed, put, read, after
        self._shown = self._at = ""  # what the box held when it was shown or saved last, and when that was
        self._session: ChangeId | None = None
        self._unsaved = self._putting = self._wrong = False
        self._refused: Code | None = None
        self._onto_disk = OntoDisk(self, self._on_disk, self._say_once)
        self._save_timer = self._timer(lambda: self._save(speak=False))
        self._pause_timer = self._timer(self.end_session)
        self._keep_timer = self._timer(self._keep)

    def _timer(self, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(then)
        return timer

    @property
    def unsaved(self) -> bool:
        """Whether the box holds what is not on disk."""
        return self._unsaved or self._onto_disk.owed

    @property
    def in_step(self) -> bool:
        """Whether what is typed now is saved in the step of what was saved last."""
        return self._session is not None

    # shown

    def show_value(self, target: Target, value: Value, door: Door, at: str = "") -> bool:
        """Show what a field holds, written at that time; whether the box was filled. What is unsaved here stays.

        Another field may be shown only once what was typed before is saved (Bug).
        """
        value = shown(value)
        if self.is_bound(target, door):
            if self._unsaved or not self._takes(value):
                return False
            self.end_session()
            self._fill(value, at, other=False)
            return True
        if not self.flush():
            raise Bug(f"a box was given another field while it held unsaved text of {self._target}")
        self.end_session()
        self._bind(target, door)
        self._refused = None
        self.began_anew.emit()
        self._fill(value, at, other=True)
        return True

    def show_stored(self) -> None:
        """Show what is stored as such values are usually shown, unless something else is in the box."""
        if not self._unsaved and self._target is not None:
            self._fill(self._stored, self._at, other=False)

    def _fill(self, value: Value, at: str, *, other: bool) -> None:
        self._stored, self._at = value, at
        self._putting = True
        self._put(value, other)
        self._putting = False
        self._shown, self._unsaved, self._wrong = self._typed(), False, False
        self.accepted.emit()

    # typed

    def touched(self) -> bool:
        """The box holds something else; whether it is a person's doing."""
        if self._putting:
            return False
        self._unsaved = True
        self._pause_timer.start(SESSION_PAUSE)
        if self._after is None:
            self._save_timer.stop()  # half of it is not tried again
            if not self._keep_timer.isActive():
                self._keep_timer.start(SAVE_AFTER)
        elif self._refused:
            self._save(speak=False)
        elif not self._save_timer.isActive():
            self._save_timer.start(self._after)
        return True

    def flush(self) -> bool:
        """Put everything typed on disk now. False when the disk would not take it; it stays in the box."""
        if self._box.hasFocus():
            QGuiApplication.inputMethod().commit()
        return self._save(speak=True)

    def leave(self) -> bool:
        """The same, and the next save is a step of its own in the history."""
        written = self.flush()
        self.end_session()
        return written

    def forget(self) -> None:
        """What was typed and is not on disk goes: something else was done to the field."""
        self._save_timer.stop()
        self._unsaved = self._wrong = False
        self.end_session()
        self.show_stored()

    def let_go(self) -> None:
        """Save nothing any more: the inspection is about to be closed, and what could be saved was."""
        for timer in (self._save_timer, self._pause_timer, self._keep_timer):
            timer.stop()
        self._onto_disk.forget()
        self._unsaved = False

    def end_session(self) -> None:
        """The next save is a step of its own in the history."""
        self._pause_timer.stop()
        if self._session is not None:
            self._session = None
            self.step_ended.emit()

    def _keep(self) -> None:
        """What is not read yet is on disk all the same, as it stands."""
        if self._unsaved and self._target is not None and self._door is not None and self._door.keep is not None:
            with suppress(Expected):  # the next save says so
                self._door.keep(self._target, self._typed())

    def _save(self, *, speak: bool) -> bool:
        self._save_timer.stop()
        if not self._unsaved:
            return self._settle() if speak else self._onto_disk.again()
        typed, disk = self._typed(), None if speak or self._door is None else self._door.disk
        if disk is not None and disk.busy:  # packages are taken: who types does not wait for that
            self._save_timer.start(_NOT_BUSY)
            return False
        if typed != self._shown or self._wrong:
            try:
                with disk.not_waiting() if disk else nullcontext():
                    self._write(self._read(typed), disk)
            except Expected as error:
                return self._on_refused(error, speak=speak)
        self._shown, self._unsaved, self._wrong = typed, False, False
        self.accepted.emit()
        if not self._onto_disk.owed:
            self._on_disk()
        return self._settle() if speak else True

    def _write(self, value: Value, disk: Disk | None) -> None:
        if shown(value) == self._stored and not self._wrong:
            return  # typed in another way
        done = self._give(value, self._session)
        self._at = done.at
        self._session = done.change or self._session
        if disk is not None:
            self._onto_disk.soon(disk)
        elif done.change is not None:
            self._onto_disk.forget()  # what waits for the disk puts all before it there

    def _settle(self) -> bool:
        """Put on disk what was written without waiting for it; False where it cannot be, which is tried again."""
        if self._onto_disk.owed:
            try:
                self._onto_disk.now()
            except Expected as error:
                return self._try_again(error)
            self._on_disk()
        return True

    def _on_disk(self) -> None:
        self._refused = None
        self.saved.emit(self._at)

    def _try_again(self, error: Expected) -> bool:
        self._save_timer.start(RETRY_AFTER)
        self._say_once(error)
        return False

    def _say_once(self, error: Expected) -> None:
        again, self._refused = self._refused is error.code, error.code
        if not again:
            self.failed.emit(error)

    def _on_refused(self, error: Expected, *, speak: bool) -> bool:
        self._wrong = error.code in _AS_IT_STANDS
        if self._wrong:
            if speak or self._refused:  # the second try found another cause: the sign is not to name the one that ended
                self._refused = None
                self.refused.emit(error)
            return True
        return self._try_again(error)
