"""Handing the keyboard from a page to the part of it that wants it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


def hand_on(page: QWidget, to: QWidget) -> None:
    """Whenever the page is given the keyboard, give it to this part; said again, to another part.

    Not Qt's setFocusProxy: by that Tab too goes straight to the part, and what stands before it on the page is passed over.
    """
    hand = next((child for child in page.children() if isinstance(child, _Hand)), None) or _Hand(page)
    hand.to = to


class _Hand(QObject):
    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.to: QWidget | None = None
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus in."""
        if watched is self.parent() and isinstance(event, QFocusEvent) and event.gotFocus() and self.to is not None:
            self.to.setFocus(event.reason())
        return False
