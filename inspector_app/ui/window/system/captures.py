"""The program's windows are kept out of what others capture of the screen, where the system can: on Windows and macOS.

Cannot be run where it was written: what is called, and with what, is tried with stand-ins for the systems' libraries. From
macOS 15 on, a program that captures through ScreenCaptureKit gets the window all the same, and no program can tell.
"""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from inspector_app.core.services.profile.settings import Settings

SETTING = "kept_out_of_captures"
_SEEN, _BLACK, _LEFT_OUT = 0x00, 0x01, 0x11  # WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE (since Windows 10 2004)
_SHARED_NONE, _SHARED_READ = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly
_OBJECTIVE_C = "/usr/lib/libobjc.A.dylib"


def possible() -> bool:
    """Whether this system has a way to do it."""
    return sys.platform in _WAYS


def wanted(settings: Settings) -> bool:
    """Whether the person wants it: as at first, unless they switched it off."""
    return settings.get(SETTING, True) is True


def keep_out(*, out: bool) -> bool:
    """Keep every window that the program has now out of captures, or let them be seen; whether the system did it."""
    way = _WAYS.get(sys.platform)
    if way is None:
        return False
    done = [way(int(window.winId()), out) for window in QGuiApplication.topLevelWindows()]
    return all(done)


def _windows(handle: int, out: bool) -> bool:
    """An older Windows knows no window that is left out: there it is black."""
    change = ctypes.CDLL("user32").SetWindowDisplayAffinity
    change.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    return any(change(handle, how) for how in ((_LEFT_OUT, _BLACK) if out else (_SEEN,)))


def _mac(view: int, out: bool) -> bool:
    """The number of a window is its view, which knows the window."""
    library = ctypes.CDLL(_OBJECTIVE_C)
    library.sel_registerName.restype = ctypes.c_void_p
    asked = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", library))
    told = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(("objc_msgSend", library))
    window = asked(view, library.sel_registerName(b"window"))
    if window:
        told(window, library.sel_registerName(b"setSharingType:"), _SHARED_NONE if out else _SHARED_READ)
    return bool(window)


_WAYS: dict[str, Callable[[int, bool], bool]] = {"win32": _windows, "darwin": _mac}
