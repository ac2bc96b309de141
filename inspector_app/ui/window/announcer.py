"""Says aloud, to whoever listens with a screen reader, what the window shows in passing and what it shows elsewhere."""

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QObject, QTimer

from inspector_app.ui.window.system.by_hand import ByHand

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)
_QUIET_FOR = 1000  # milliseconds without a key: what is typed is read out, too, and must not be talked over

_LAST = "saved"  # of what is said together: when a disk takes an edit is chance


class Announcer(QObject):
    """Politely, never while somebody types; what is to be said meanwhile is said together, nothing twice."""

    def __init__(self, of: QObject) -> None:
        super().__init__(of)
        self._of = of
        self._waiting: dict[str, str] = {}  # what it is about -> words
        self._later = QTimer(self, singleShot=True, interval=_QUIET_FOR)
        self._later.timeout.connect(self._announce)
        self._hands = ByHand(self)

    def say(self, words: str, about: str = "") -> None:
        """Say this as soon as nobody types, in place of what waits to be said `about` the same thing; "" for nothing."""
        if self._waiting.get(about or words) == words:
            return
        self._waiting.pop(about, None)  # the last word on it is said last
        if not words:
            return
        self._waiting[about or words] = words
        if not self._later.isActive():
            self._hands.begin()
            self._later.start()

    def forget(self) -> None:
        """Say nothing of what still waits."""
        self._waiting.clear()
        self._stop()

    def forget_that(self, words: str) -> None:
        """Say this no more: it was taken away before its turn came."""
        self._waiting.pop(words, None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait on while keys come; swallow nothing."""
        if event.type() in _KEYS:
            self._later.start()
        return False

    def _announce(self) -> None:
        self._stop()
        messages_first = sorted(self._waiting.items(), key=lambda one: (one[0] != one[1], one[0] == _LAST))
        words, self._waiting = " ".join(_ended(words) for _, words in messages_first), {}
        if words:
            event = QtGui.QAccessibleAnnouncementEvent(self._of, words)
            event.setPoliteness(QtGui.QAccessible.AnnouncementPoliteness.Polite)
            QtGui.QAccessible.updateAccessibility(event)

    def _stop(self) -> None:
        self._later.stop()
        self._hands.end()


def _ended(words: str) -> str:
    """With a full stop, which a screen reader hears as a pause."""
    return words if words.endswith((".", "?", "…")) else f"{words}."
