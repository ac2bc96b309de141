"""What is read by scrolling: it is a place where Tab stops, and shows when it has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class Reading(QScrollArea):
    """The arrows and Page Down scroll it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("reads", True)  # the stylesheet shows its focus
