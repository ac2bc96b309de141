"""What presses a button, and what does not."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.buttons import press_button
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


def test_how_wide_a_choice_is_once_it_is_chosen_is_measured_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with twenty of them asked for 1,260 fonts before it was painted."""
    measured: list[QFont] = []
    metrics = press_button.QFontMetrics
    monkeypatch.setattr(press_button, "QFontMetrics", lambda font: (measured.append(font), metrics(font))[1])
    button = PressButton("Good")
    button.setCheckable(True)
    qtbot.addWidget(button)
    short = [button.sizeHint().width() for _ in range(5)]
    assert len(measured) == 2
    button.setText("Requires improvement")
    assert button.sizeHint().width() > short[0]
    larger = QFont(button.font())
    larger.setPixelSize(40)
    before = button.sizeHint().width()
    button.setFont(larger)
    assert button.sizeHint().width() > before
    assert len(measured) == 6
