"""The numbers that the first screen says to Qt are Qt's own."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from inspector_app.ui.look import early


@pytest.mark.parametrize(("number", "name"), [
    (early.NO_FOCUS, Qt.FocusPolicy.NoFocus), (early.TAB_FOCUS, Qt.FocusPolicy.TabFocus),
    (early.STRONG_FOCUS, Qt.FocusPolicy.StrongFocus), (early.PLAIN, Qt.TextFormat.PlainText),
    (early.CENTRED, Qt.AlignmentFlag.AlignCenter), (early.ESCAPE, Qt.Key.Key_Escape),
    (early.ENTERS[0], Qt.Key.Key_Return), (early.ENTERS[1], Qt.Key.Key_Enter),
])  # fmt: skip
def test_a_number_is_qt_s(number: int, name: object) -> None:
    assert getattr(name, "value", name) == number


def test_a_box_is_filled_and_nothing_beside_it(qapp: QApplication) -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    early.fill(painter, QRect(1, 1, 2, 2), "#123456")
    painter.end()
    assert picture.pixelColor(1, 1).name() == picture.pixelColor(2, 2).name() == "#123456"
    assert {picture.pixelColor(x, y).name() for x, y in ((0, 0), (3, 3), (1, 3))} == {"#000000"}
