"""A fault in what Qt calls of ours is told and the program lives on, by whichever way Qt came to call it."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

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


class _Sender(QObject):
    said = Signal(int, int)


class _Taken(QWidget):
    """Methods that Qt has by the same name, which take as many of a signal's arguments as each says."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def close(self, one: int = 9) -> bool:
        self.got.append(("close", one))
        return True

    def show(self, *, by_name: int = 9) -> None:
        self.got.append(("show", by_name))

    def raise_(self, one: int) -> None:
        self.got.append(("raise_", one))

    def lower(self, *all_of_them: int) -> None:
        self.got.append(("lower", *all_of_them))


def test_a_signal_gives_as_many_of_its_arguments_as_are_taken(qtbot: QtBot) -> None:
    """One with a value of its own for an argument was given all, and failed as it had taken too few."""
    sender, taken = _Sender(), _Taken()
    qtbot.addWidget(taken)
    for slot in (taken.close, taken.show, taken.raise_, taken.lower):
        sender.said.connect(slot)
    sender.said.emit(1, 2)
    assert taken.got == [("close", 1), ("show", 9), ("raise_", 1), ("lower", 1, 2)]
    taken.raise_(one=3)
    assert taken.got[-1] == ("raise_", 3), "by the name that it has"
    taken.got.clear()
    taken.close()


class _Beside:
    """A class that is none of Qt's, and has what Qt calls."""

    def resizeEvent(self, _event: object) -> None:
        raise IndexError


class _WithBoth(_Beside, QWidget):  # type: ignore[misc] # as somebody may write it
    pass


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="nothing is put around them there")
def test_what_qt_calls_is_called_so_where_it_comes_from_a_class_beside() -> None:
    assert vars(_WithBoth)["resizeEvent"].__wrapped__ is vars(_Beside)["resizeEvent"]


class Taking(QWidget):
    """Methods of Qt's names, with what a method may take."""

    def sizeHint(self) -> str:  # type: ignore[override]
        return "alone"

    def heightForWidth(self, width: int) -> int:
        return width

    def move(self, here: str, there: str) -> str:  # type: ignore[override]
        return here + there

    def resize(self, width: str, height: str = "b") -> str:  # type: ignore[override]
        return width + height

    def scroll(self, *by: str) -> str:  # type: ignore[override]
        return "".join(by)

    def raise_(self, *, over: str) -> str:  # type: ignore[override]
        return over


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="nothing is put around a method")
def test_what_is_called_so_takes_what_it_took_by_place_and_by_name(qtbot: QtBot) -> None:
    one = Taking()
    qtbot.addWidget(one)
    assert (one.sizeHint(), one.heightForWidth(3), one.heightForWidth(width=4)) == ("alone", 3, 4)
    assert (one.move("a", "b"), one.move(there="b", here="a")) == ("ab", "ab")
    assert (one.resize("a"), one.resize("a", height="c"), one.scroll("a", "b"), one.raise_(over="a")) == (
        "ab", "ac", "ab", "a",
    )  # fmt: skip
    told = [getattr(Taking, name).__code__.co_varnames[:2] for name in ("heightForWidth", "resize")]
    assert told[0] == ("self", "width"), "Qt asks how many of a signal's it takes"
    with pytest.raises(TypeError):
        one.heightForWidth(height=3)  # type: ignore[call-arg]
