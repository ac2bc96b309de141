"""What this program put on the clipboard: taken off again at locking and closing, if it still lies there."""

import hashlib

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer)

_TELL = ("xcb", "wayland", "windows")  # platforms on which Qt knows whose the clipboard is


class OurClipboard(QObject):
    """Remembers the fingerprint of what was copied or cut here, since some systems do not say whose the clipboard is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours: dict[QClipboard.Mode, bytes] = {}
        self._clipboard.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Take off what is ours, and leave what another program has put there since."""
        for mode in _MODES:
            if self._owns(mode) or (mode in self._ours and self._ours[mode] == self._fingerprint(mode)):
                self._clipboard.clear(mode)
        self._ours.clear()

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        """Ours is what changes while this program owns it; where that is not told, while one is working in its window."""
        if self._owns(mode) or (
            QGuiApplication.platformName() not in _TELL and QGuiApplication.focusWindow() is not None
        ):
            self._ours[mode] = self._fingerprint(mode)

    def _owns(self, mode: QClipboard.Mode) -> bool:
        return {
            QClipboard.Mode.Clipboard: self._clipboard.ownsClipboard,
            QClipboard.Mode.Selection: self._clipboard.ownsSelection,
            QClipboard.Mode.FindBuffer: self._clipboard.ownsFindBuffer,
        }[mode]()

    def _fingerprint(self, mode: QClipboard.Mode) -> bytes:
        return hashlib.sha256(self._clipboard.text(mode).encode("utf-8", "surrogatepass")).digest()
