"""A fault in what Qt calls of ours is told and the program lives on, by whichever way Qt came to call it."""

import os
import subprocess
import sys

import pytest

# What the door opens is put in the place of the window: a widget that Qt calls in the middle of a call of ours.
_BEHIND_THE_DOOR = """
import sys, types

def window(_given):
    import shiboken6
    from PySide6.QtCore import QSortFilterProxyModel, QStringListModel
    from PySide6.QtWidgets import QApplication, QLabel, QWidget
    application, gone = QApplication([]), QLabel()
    shiboken6.delete(gone)
    sys.excepthook = lambda kind, *_: print("told", kind.__name__)

    class Page(QWidget):
        def resizeEvent(self, event):
            {fault}

        def close(self):
            print("taken")

    class Rows(QSortFilterProxyModel):
        def filterAcceptsRow(self, row, parent):
            {fault}

    page, rows, refs = Page(), Rows(), QStringListModel(["C01", "C02"])
    rows.setSourceModel(refs)
    page.windowTitleChanged.connect(page.close)
    page.setWindowTitle("a title that the slot does not take")
    for call in (page.show, rows.rowCount):
        try:
            call()
        except Exception as error:
            print("raised", type(error).__name__)
    application.processEvents()
    print("lives")
    return 0

app = types.ModuleType("inspector_app.app")
app.main = window
sys.modules["inspector_app.app"] = app
sys.argv = ["inspector-app"]
from inspector_app import __main__
sys.exit(__main__.main())
"""


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("gone.text()", "RuntimeError"), ("[][1]", "IndexError"), ("1 / 0", "ZeroDivisionError"),
        ("int('x')", "ValueError"), ("None.foo", "AttributeError"),
    ],
)  # fmt: skip
def test_a_fault_in_what_qt_calls_is_told_and_the_program_lives_on(fault: str, told: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _BEHIND_THE_DOOR.format(fault=fault)],
        capture_output=True, text=True, timeout=60, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.split("\n")
    assert lines[-2] == "lives"
    assert "taken" in lines
    assert [line for line in lines if line.startswith("raised")] == [f"raised {told}"] * 2
