"""A note that is being dragged when the window is covered: `python -m tests.trust.dragging_program PROFILE`, on a display.

It drags by the real mouse (xdotool), says how much of the drag there is before and after, and who could still get it.
"""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QClipboard, QDrag, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from inspector_app.app import Program
from inspector_app.core.services.profile.laptop import Laptop
from tests.trust.locking_program import go_on

WORDS = "A quiet child by the boathouse"


class _Driven:
    def __init__(self, profile: str) -> None:
        self._program = Program(QApplication([]), Laptop(Path(profile)))
        self._program.start(None)
        self._box = QPlainTextEdit(WORDS, self._program.window)
        self._box.resize(600, 300)
        self._program.shell._locking.begin()
        QTimer.singleShot(500, self._drag)

    def _drag(self) -> None:
        self._box.show()
        self._box.raise_()
        self._box.setFocus()
        go_on(500)
        self._box.selectAll()
        at = self._box.mapToGlobal(QPoint(40, 12))
        QTimer.singleShot(200, self._look)
        moves = [f"mousemove {at.x() + by} {at.y() + by}" for by in (0, 20, 60, 90)]
        mouse = f"xdotool {moves[0]} mousedown 1; " + "; ".join(f"sleep 0.2; xdotool {move}" for move in moves[1:])
        subprocess.Popen(["sh", "-c", mouse])

    def _look(self) -> None:
        """Once the drag is there, in its own loop."""
        if not self._dragged():
            QTimer.singleShot(100, self._look)
            return
        QGuiApplication.clipboard().setText(WORDS, QClipboard.Mode.Selection)
        print(f"before {len(self._dragged())} {self._over()}", flush=True)
        self._program.shell._locking.clear_over()
        self._program.shell._locking.end()
        QTimer.singleShot(500, self._say)

    def _say(self) -> None:
        held = QGuiApplication.clipboard().text(QClipboard.Mode.Selection)
        print(f"after {len(self._dragged())} {self._over()} {held}".rstrip(), flush=True)
        subprocess.run(["xdotool", "mouseup", "1"], check=True)
        QApplication.exit()

    def _dragged(self) -> list[QDrag]:
        return self._box.findChildren(QDrag)

    def _over(self) -> int:
        """The windows of this program but its own."""
        own = self._program.window.windowHandle()
        return sum(
            one.isVisible() for one in QGuiApplication.topLevelWindows() if isinstance(one, QWindow) and one is not own
        )


def main() -> None:
    driven = _Driven(sys.argv[1])
    QApplication.exec()
    del driven


if __name__ == "__main__":
    main()
