"""macOS: the notification that the screen is locked, which a shut lid and sleep bring with them."""

import ctypes

from PySide6.QtCore import QObject

from inspector_app.ui.window.system.away import Away

_LIBRARY = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_LOCKED = b"com.apple.screenIsLocked"
_UTF8, _AT_ONCE = 0x08000100, 4  # kCFStringEncodingUTF8, CFNotificationSuspensionBehaviorDeliverImmediately
_CALLED = ctypes.CFUNCTYPE(None, *(ctypes.c_void_p,) * 5)


class AwayMac(Away):
    """Cannot be run where it was written: only its types are checked there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._called = _CALLED(lambda *_: self.left.emit())  # must live as long as the system may call it
        library = ctypes.CDLL(_LIBRARY)
        library.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        library.CFStringCreateWithCString.restype = ctypes.c_void_p
        name = library.CFStringCreateWithCString(None, _LOCKED, _UTF8)
        centre = library.CFNotificationCenterGetDistributedCenter()
        library.CFNotificationCenterAddObserver(
            ctypes.c_void_p(centre), None, self._called, ctypes.c_void_p(name), None, ctypes.c_long(_AT_ONCE)
        )
