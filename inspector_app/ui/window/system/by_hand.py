"""What a person does in the window, whatever part of it is meant: keys, the pointer, what is dictated."""

from PySide6 import QtGui
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid


class ByHand(QObject):
    """Shows it to an event filter, from `begin` to `end`.

    It comes from the system to the windows (menus and lists that drop down are windows too), and what is composed to what
    has the keyboard: these are watched. To be asked about every event of all widgets took an eighth of the window's time.
    """

    def __init__(self, shown_to: QObject) -> None:
        super().__init__(shown_to)
        self._filter = shown_to
        self._begun = False
        self._composed_in: QObject | None = None

    def begin(self) -> None:
        """Watch from now on."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and not self._begun:
            self._begun = True
            application.focusObjectChanged.connect(self._follow)
            self._follow(application.focusObject())

    def end(self) -> None:
        """Watch no longer."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and self._begun:
            self._begun = False
            application.focusObjectChanged.disconnect(self._follow)
            for window in application.allWindows():
                window.removeEventFilter(self._filter)
            self._leave()

    def look(self) -> None:
        """Watch the windows that are there: one that came since without the keyboard is found so."""
        for window in QGuiApplication.allWindows():
            if isinstance(
                window, QtGui.QWindow
            ):  # what went a moment ago may come back from PySide as what had its address before
                window.installEventFilter(self._filter)  # once: Qt takes it out before it puts it in

    def _follow(self, focus: QObject | None) -> None:
        """Watch what has the keyboard now, to which input methods send without asking its window."""
        self._leave()
        if focus is not None:
            focus.installEventFilter(self._filter)
        self._composed_in = focus
        self.look()

    def _leave(self) -> None:
        if self._composed_in is not None and isValid(self._composed_in):
            self._composed_in.removeEventFilter(self._filter)
        self._composed_in = None
