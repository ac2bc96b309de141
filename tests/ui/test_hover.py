"""A button looks pointed at only while the pointer is on it, also after a dialog that was opened from it."""

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.look.hover import Hover


def test_after_a_dialog_a_button_that_the_pointer_left_looks_pointed_at_no_longer(
    qapp: QApplication, qtbot: QtBot
) -> None:
    owner, host = QObject(), QWidget()
    Hover(qapp, owner)
    there, left = QPushButton("there"), QPushButton("left")
    column = QVBoxLayout(host)
    column.addWidget(there)
    column.addWidget(left)
    qtbot.present(host, 300, 120)  # type: ignore[attr-defined]
    for button in (there, left):  # as Qt has it that was told of no leaving
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QCursor.setPos(there.mapToGlobal(QPoint(5, 5)))
    dialog = QDialog(host)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: not left.underMouse())
    assert there.underMouse()
    dialog.close()
    shiboken6.delete(owner)
