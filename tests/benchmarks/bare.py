"""A bare PySide6 window, measured as the program measures itself: the least any such program can take to start."""

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from inspector_app.ui.window import measure

_BEGAN = time.perf_counter()


class _FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            print(measure.report(_BEGAN), flush=True)
            QApplication.quit()
        return False


application = QApplication([])
window = QMainWindow()
watcher = _FirstPaint()
window.installEventFilter(watcher)
window.resize(1200, 768)
window.show()
application.exec()
