"""A person who goes away, as whatever system tells it."""

from PySide6.QtCore import QObject, Signal


class Away(QObject):
    """Signals `left` when the person goes away."""

    left = Signal()

    def here(self) -> None:
        """The laptop is unlocked: from now on there is something to lock before it sleeps."""

    def gone(self) -> None:
        """It is locked: nothing has to be waited for."""
