"""A button looks pointed at only while the pointer is on it.

Qt tells a button that the pointer has left it when the pointer moves. Where a dialog opens from a button and the page is
another when it closes, nobody tells it, and it went on looking pressed until somebody pointed at it again.
"""

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication

_AFTER = 300  # milliseconds: by then the page stands as it will


class Hover(QObject):
    """Looks after the buttons whenever another window has the keyboard, as after a dialog."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        """Until `parent` is gone."""
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self.look)
        application.focusWindowChanged.connect(self._follow)

    def _follow(self, _window: QWindow | None) -> None:
        self._soon.start()

    def look(self) -> None:
        """Let go of every button that the pointer is not on."""
        at = QCursor.pos()
        for window in QApplication.topLevelWidgets():
            for button in window.findChildren(QAbstractButton):
                if button.underMouse() and not button.rect().contains(button.mapFromGlobal(at)):
                    button.setAttribute(QtCore.Qt.WidgetAttribute.WA_UnderMouse, on=False)
                    button.update()
