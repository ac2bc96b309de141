"""Windows: its messages to the window about the session and about sleep."""

import ctypes
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from inspector_app.ui.window.system.away import Away

_SESSION_CHANGE, _SESSION_LOCK = 0x02B1, 7  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK
_POWER, _SUSPEND = 0x0218, 4  # WM_POWERBROADCAST, PBT_APMSUSPEND: a shut lid comes as one of the two
_LEFT = ((_SESSION_CHANGE, _SESSION_LOCK), (_POWER, _SUSPEND))
_THIS_SESSION = 0


class AwayWindows(Away):
    """Cannot be run where it was written: only its types are checked there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = _Messages(self)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._messages)

    def here(self) -> None:
        """Ask for the messages about the session: only a window that is there gets them."""
        library = ctypes.CDLL("wtsapi32")
        for window in QGuiApplication.topLevelWindows():
            library.WTSRegisterSessionNotification(wintypes.HWND(window.winId()), _THIS_SESSION)


class _Messages(QAbstractNativeEventFilter):
    def __init__(self, away: AwayWindows) -> None:
        super().__init__()
        self._away = away

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Look at every message; swallow none."""
        name = kind.data() if isinstance(kind, QByteArray) else kind
        if bytes(name) == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in _LEFT:
                self._away.left.emit()
        return False, 0
