"""Handing the keyboard from a page to the part of it that wants it, and to what has just come."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from inspector_app.ui.look import sizes, theme


def hand_on(page: QWidget, to: QWidget) -> None:
    """Whenever the page is given the keyboard, give it to this part; said again, to another part.

    Not Qt's setFocusProxy: by that Tab too goes straight to the part, and what stands before it on the page is passed over.
    """
    hand = next((child for child in page.children() if isinstance(child, _Hand)), None) or _Hand(page)
    hand.to = to


def go_to(part: QWidget, *more: QWidget) -> None:
    """Give the keyboard to what has just come, and scroll so that it is seen, and with it `more` where there is room.

    Qt scrolls to what Tab leads to, not to what is given the keyboard in another way.
    """
    part.setFocus(Qt.FocusReason.OtherFocusReason)
    QTimer.singleShot(0, part, partial(_bring_into_view, (*more, part)))  # by then they have their places


def _bring_into_view(parts: tuple[QWidget, ...]) -> None:
    around = parts[0].parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            for part in parts:  # the last of them is seen in any case
                around.ensureWidgetVisible(part, 0, theme.px(sizes.APART))
        around = around.parentWidget()


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
