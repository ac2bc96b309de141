"""Traps of PySide6 that a newer version could bring back (docs/libraries.md)."""

import sys
from typing import Any

from PySide6.QtWidgets import QLabel


def test_setting_a_text_20000_times_loses_no_reference_to_none(qtbot: Any) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one each time, and the interpreter dies of it after some thousands."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(20_000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 1000
