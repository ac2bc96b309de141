"""The application of the window's process."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Signals a file that the running program is asked to open.

    macOS starts no second program for a file that is double-clicked, and gives none as an argument: it sends an event,
    also to a program that it has just started.
    """

    file_wanted = Signal(object)  # its path

    def event(self, event: QEvent) -> bool:
        """Say what is to be opened; all else is for Qt."""
        if event.type() == QEvent.Type.FileOpen and (name := getattr(event, "file", str)()):
            self.file_wanted.emit(Path(name))
            return True
        return super().event(event)
