"""What presses a button, and what does not."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.buttons.press_button import PressButton

PRESS, RELEASE, SECOND = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick


def mouse(button: PressButton, *kinds: QEvent.Type) -> None:
    """Send these to a button, as Qt does to whatever is under the pointer by then."""
    left, at = Qt.MouseButton.LeftButton, QPointF(button.rect().center())
    for kind in kinds:
        held = Qt.MouseButton.NoButton if kind is RELEASE else left
        event = QMouseEvent(kind, at, button.mapToGlobal(at), left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(button, event)


@pytest.mark.parametrize(
    ("kinds", "clicks"),
    [
        ((PRESS, RELEASE), 1),
        ((PRESS, RELEASE, SECOND, RELEASE), 2),
        ((SECOND, RELEASE), 0),
    ],
    ids=["once", "twice", "only the second half"],
)
def test_the_second_half_of_a_double_click_begun_elsewhere_presses_nothing(
    kinds: tuple[QEvent.Type, ...], clicks: int, qtbot: QtBot
) -> None:
    button, heard = PressButton("Accept"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: heard.append(1))
    button.show()
    mouse(button, *kinds)
    assert len(heard) == clicks
