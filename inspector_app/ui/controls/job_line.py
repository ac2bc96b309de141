"""One piece of long work: what it is doing, how far, a Cancel, in a line that is kept free for it.

What came of it, or why it did not come about, is a message over the foot of the window.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from inspector_app.core.errors import Expected
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.words import say
from inspector_app.ui.controls import telling
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.frames.room import keep_room
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme, wrapping

T = TypeVar("T")
_LONG = 1000  # milliseconds


class JobLine(QWidget):
    """Runs one job at a time. Destroying it cancels the job."""

    busy_changed = Signal(bool)

    def __init__(self, jobs: Jobs, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._name = jobs, name
        self.setAccessibleName(name)
        self._doing, self._told, self._begun, self._what = "", False, False, ""
        self._refused = False  # of what was tried last
        self._pressed: QAbstractButton | None = None  # what has the keyboard again when the work is done
        self._long = QTimer(self, singleShot=True, interval=_LONG)  # what takes less is not spoken of
        self._long.timeout.connect(self._speak_of_it)
        self.doing = plain_label(parent=self)
        self.bar = QProgressBar(self, textVisible=False)
        self.bar.setAccessibleName(name)
        self.cancel = PressButton("Cancel", self)
        self.cancel.setAccessibleName(f"{name}: cancel")
        self.cancel.clicked.connect(self.stop)
        self._working = QWidget(self)
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.doing)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._working)
        keep_room(self._working)
        kept = self._working.sizePolicy()
        kept.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # what it says widens no column
        self._working.setSizePolicy(kept)
        self._working.hide()
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
        dropped: Callable[[T], None] | None = None,
        asked: bool = True,
    ) -> None:
        """Do `work` in a job. What it refuses is said, after `failed` was told. `dropped`: as there. Nothing while busy.

        Where it is `asked` for, a lock that stops it is told of by the name of this line.
        """
        if self.busy:
            return
        if self._refused:
            telling.unsay(self)  # why it did not come about before holds no longer
        self._refused = False
        self._doing, self._told, self._begun = doing, False, False
        self._show_progress(0, 0, doing)

        def refused(error: Expected) -> None:
            if failed is not None:
                failed(error)
            self.refuse(error)

        ended_well = partial(self._done, done)
        ticket = self._jobs.run(
            self,
            work,
            done=ended_well,
            failed=refused,
            ended=self._end,
            stopped=partial(self.say, say("Stopped. Nothing was changed.")),
            progressed=self._show_progress,
            dropped=dropped,
            asked=self._name if asked else "",
        )
        self._running.append(ticket)
        self._long.start()
        self._working.show()
        self._take_focus()
        self.busy_changed.emit(True)

    def stop(self) -> None:
        """Ask the work to stop: nothing is left of it, or it was done before it heard of it, and is told as done."""
        if self.busy:
            _stop(self._running)
            self._what = say("Stopping")
            self._say_what()

    def say(self, text: str, *offers: Offer) -> None:
        """Say what came of it, and what one may do next."""
        self._told = True
        telling.tell(self, text, *offers)

    def refuse(self, error: Expected) -> None:
        """Say why it did not come about."""
        self._told = self._refused = True
        telling.refuse(self, error)

    def _end(self) -> None:
        self._running.clear()
        self._long.stop()
        self._working.hide()
        self.busy_changed.emit(False)
        self._give_focus_back()

    def _take_focus(self) -> None:
        """Hold the keyboard while the button that was pressed may be shut: Qt would go on to the next and scroll there.

        Right after a dialog the window has no keyboard yet; that of the window says who had it and will have it again.
        """
        pressed, around = self.window().focusWidget(), self.parentWidget()
        if isinstance(pressed, QAbstractButton) and around is not None and around.isAncestorOf(pressed):
            self._pressed = pressed
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_focus_back(self) -> None:
        if (
            self.window().focusWidget() is self
            and not self.busy
            and self._pressed is not None
            and isValid(self._pressed)
        ):
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, done: Callable[[T], None], made: T) -> None:
        done(made)
        if self._begun and not self._told:
            telling.speak(self, say("{work}: done", work=self._doing), self._name)

    def _speak_of_it(self) -> None:
        self._begun = True
        telling.speak(self, say("{work}: begun", work=self._doing), self._name)

    def _show_progress(self, done: int, of: int, what: str) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self._what = what
        self._say_what()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width more of what is done has room, or less."""
        super().resizeEvent(event)
        self._say_what()

    def _say_what(self) -> None:
        """Say what is being done: as much of it as there is room for, and all of it in the tip."""
        room = self.width() - self.cancel.sizeHint().width() - theme.px(sizes.BOX_NUMBER)
        shown = wrapping.beginning(self._what, self.doing.font(), max(room, 1))
        self.doing.setText(shown if self.isVisible() else self._what)
        self.doing.setToolTip(self._what)
        self.doing.setAccessibleName(self._what)


def _stop(running: Sequence[Ticket]) -> None:
    """Without touching the widget, which is gone by then."""
    for ticket in running:
        ticket.cancel()
