"""The numbers that the first screen says to Qt are Qt's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from inspector_app.ui.look import early, theme, wrapping


@pytest.mark.parametrize(("number", "name"), [
    (early.NO_FOCUS, Qt.FocusPolicy.NoFocus), (early.TAB_FOCUS, Qt.FocusPolicy.TabFocus),
    (early.STRONG_FOCUS, Qt.FocusPolicy.StrongFocus), (early.PLAIN, Qt.TextFormat.PlainText),
    (early.CENTRED, Qt.AlignmentFlag.AlignCenter), (early.TOP, Qt.AlignmentFlag.AlignTop),
    (early.WRAP_WORDS, Qt.TextFlag.TextWordWrap),
    (early.ESCAPE, Qt.Key.Key_Escape), (early.RETURN, Qt.Key.Key_Return), (early.ENTER, Qt.Key.Key_Enter),
    (early.SPACE, Qt.Key.Key_Space),
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


def test_words_are_written_in_their_colour_on_as_many_lines_as_are_measured_for_them(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    picture = QImage(60, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter, words = QPainter(picture), "what is left undone"
    high = early.write(painter, QRect(0, 0, 60, 200), words, theme.font(), "#00ff00")
    painter.end()
    assert high == wrapping.height(words, theme.font(), 60) > wrapping.height(words, theme.font(), 600)
    pixels = [picture.pixelColor(x, y) for x in range(60) for y in range(200)]
    assert all(p.green() >= max(p.red(), p.blue()) for p in pixels)
    assert any(p.green() > 200 and p.red() < 100 for p in pixels)


_OPENS = """
import enum, os, sys
from pathlib import Path
from PySide6 import QtGui, QtWidgets
from inspector_app.app import Program
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui.look import theme
from inspector_app.ui.window.system.application import Application

application = theme.application("early", Application)
program = Program(application, Laptop(Path(sys.argv[1])))
program.start(None)
while "inspector_app.ui.window.after_first" not in sys.modules:
    application.processEvents()
for _ in range(20):
    application.processEvents()
made, new = [], enum.EnumType.__new__
enum.EnumType.__new__ = lambda kind, name, *rest, **more: made.append(name) or new(kind, name, *rest, **more)
QtWidgets.QScrollArea().viewport()
spot = QtGui.QPixmap(1, 1)
QtGui.QPainter(spot).fillRect(spot.rect(), QtGui.QColor())
print(len(made), sys.platform != "linux" or "PySide6.QtDBus" in sys.modules, flush=True)
os._exit(0)  # jobs may be at work
"""


def test_no_class_of_qt_that_every_page_needs_is_left_to_the_first_opening(tmp_path: Path) -> None:
    """With the passphrase typed somebody waited for 40 classes of dialogs and wizards, and 169 gradients."""
    command = [sys.executable, "-c", _OPENS, str(tmp_path)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.stdout.split() == ["0", "True"], done.stderr[-2000:]
