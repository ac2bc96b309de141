"""Notices that nobody has typed, pointed, dictated or edited for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from inspector_app.ui.window.system.by_hand import ByHand

_SIGNS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,  # what dictation, an input method or a keyboard on the screen composes and commits
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.NativeGesture,
    )
)
_CHECK_EVERY = 5_000  # milliseconds


class Idle(QObject):
    """Signals `idle` once when `minutes` have passed without a sign of a person; zero minutes means never.

    Two clocks are watched, as the monotonic one stands still on some systems while the laptop sleeps.
    """

    idle = Signal()

    def __init__(
        self,
        minutes: int,
        parent: QObject | None = None,
        clocks: tuple[Callable[[], float], ...] = (time.monotonic, time.time),
    ) -> None:
        super().__init__(parent)
        self._seconds = 60 * minutes
        self._clocks = clocks
        self._last = tuple(clock() for clock in clocks)
        self._hands = ByHand(self)
        self._timer = QTimer(self, interval=_CHECK_EVERY)
        self._timer.timeout.connect(self.check)

    @property
    def minutes(self) -> int:
        """How long it waits; zero is for ever."""
        return self._seconds // 60

    @property
    def quiet(self) -> float:
        """Seconds since the last sign of a person."""
        return max(clock() - last for clock, last in zip(self._clocks, self._last, strict=True))

    def set_minutes(self, minutes: int) -> None:
        """Wait so long from now on; zero is for ever."""
        self._seconds = 60 * minutes
        self.note()

    def start(self) -> None:
        """Watch the application from now on."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and not self._timer.isActive():
            self.note()
            self._hands.begin()
            self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._hands.end()
        self._timer.stop()

    def check(self) -> None:
        """Signal when the time is over."""
        if self._timer.isActive() and 0 < self._seconds <= self.quiet:
            self.stop()
            self.idle.emit()
        elif self._timer.isActive():
            self._hands.look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note signs of a person; swallow nothing."""
        if event.type() in _SIGNS:
            self.note()
        return False

    def note(self) -> None:
        """Somebody is there: also what edits through the accessibility interface, and sends no event, is a person."""
        self._last = tuple(clock() for clock in self._clocks)
