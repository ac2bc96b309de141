"""One of the nations, to choose by mouse, by Space, or by the arrows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QRadioButton

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class NationButton(QRadioButton):
    """An arrow chooses what it leads to from the first time on: while nothing is chosen, Qt moves the focus alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose where the arrow led."""
        super().keyPressEvent(event)
        there = QApplication.focusWidget()
        if event.key() in _ARROWS and there is not self and isinstance(there, NationButton) and not there.isChecked():
            there.click()
