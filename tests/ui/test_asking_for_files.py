"""The dialogs in which a file is chosen: its own kind first, every file beside it, and where one looked is kept nowhere."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import left_at
from inspector_app.ui import ask, looked_in


@pytest.mark.parametrize(
    ("dialog", "nothing", "open_"), [("getOpenFileName", "", ask.open_file), ("getOpenFileNames", [], ask.open_files)]
)
def test_a_file_saved_under_another_ending_is_not_hidden(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, dialog: str, nothing: object, open_: Callable[..., object]
) -> None:
    offered: list[str] = []

    def answer(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[object, str]:
        offered.append(kinds)
        return nothing, ""

    monkeypatch.setattr(QFileDialog, dialog, answer)
    page = QWidget()
    qtbot.addWidget(page)
    open_(page, "Choose the package", "Hand-off packages (*.handoff)")
    assert offered == ["Hand-off packages (*.handoff);;All files (*)"]


def test_a_dialog_begins_where_a_file_of_its_kind_was_chosen_last(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, workspace: Workspace
) -> None:
    """It began at home each time; what is remembered lies in the inspection's own file, for each kind by itself."""
    begun: list[Path] = []
    stick, lists = tmp_path / "stick", tmp_path / "lists"

    def choose(where: Path) -> Callable[..., tuple[str, str]]:
        where.mkdir(exist_ok=True)

        def chosen(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
            begun.append(Path(folder))
            return str(where / "file"), ""

        return chosen

    page = QWidget()
    qtbot.addWidget(page)
    keep = partial(left_at.keep_folder, workspace)
    looked_in.listen_to({}, keep)
    for where, kinds in [
        (stick, "Packages (*.handoff)"),
        (lists, "Lists (*.csv *.xlsx)"),
        (stick, "Pecynnau (*.handoff)"),
    ]:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", choose(where))
        ask.open_file(page, "Choose", kinds)
    looked_in.forget()
    assert begun == [Path.home(), Path.home(), stick]
    looked_in.listen_to(left_at.folders(workspace), keep)  # another day
    ask.open_file(page, "Choose", "Lists (*.csv *.xlsx)")
    looked_in.note("*.csv *.xlsx", tmp_path / "no stick is in")
    ask.open_file(page, "Choose", "Lists (*.csv *.xlsx)")
    looked_in.forget()
    assert begun[3:] == [lists, Path.home()]


def test_what_is_saved_is_suggested_where_such_a_file_was_saved_last(qtbot: QtBot, tmp_path: Path) -> None:
    page, suggested = QWidget(), []
    qtbot.addWidget(page)

    def look_at() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
        suggested.append(Path(dialog.selectedFiles()[0]))
        dialog.reject()

    typing(str(tmp_path / "draft.docx"))
    ask.save_file(page, "Save", "Word (*.docx)", ask.in_documents("draft.docx"))
    for named in (ask.in_documents("again.docx"), ask.in_documents("table.xlsx"), tmp_path.parent / "beside.docx"):
        QTimer.singleShot(0, look_at)
        ask.save_file(page, "Save", "All files (*)", named)
    looked_in.forget()
    assert suggested == [tmp_path / "again.docx", ask.in_documents("table.xlsx"), tmp_path.parent / "beside.docx"]


LOOK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QSettings, QTimer, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from inspector_app.ui import ask
QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
application = QApplication([])
folder, settings, path = map(Path, sys.argv[1:4])
if sys.argv[4] == "kept elsewhere":
    ask._NOWHERE = str(settings)  # as where what Qt remembers has no place of ours
def choose():
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
    if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen:
        dialog.selectFile(str(path))
    dialog.accept()
chosen = []
for asked in (
    lambda page: ask.open_file(page, "Open", "", folder),
    lambda page: ask.open_files(page, "Open", "", folder),
    lambda page: ask.save_file(page, "Save", "", folder / "new.pdf"),
):
    page = QWidget()
    QTimer.singleShot(0, choose)
    chosen.append(asked(page))
print(chosen)
"""


@pytest.mark.parametrize("kept", ["nowhere", "kept elsewhere"])
def test_where_one_looked_for_files_stays_behind_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    looked = tmp_path / "Perpetua Quillfeather"
    looked.mkdir()
    (looked / "package.handoff").touch()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    settings = tmp_path / "XDG_CONFIG_HOME" / "QtProject.conf"
    settings.write_text("[FileDialog]\nlastVisited=file:///home/another\nqtVersion=6.0.0\n", encoding="utf-8")
    command = [sys.executable, "-c", LOOK, looked, settings.parent, looked / "package.handoff", kept]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=100, cwd=Path(__file__).parents[2]
    )
    assert done.stdout.count("package.handoff") == 2, done.stdout
    assert "new.pdf" in done.stdout
    left = [path for path in tmp_path.rglob("*") if path.is_file() and b"Perpetua" in path.read_bytes()]
    assert left == []
    assert "lastVisited=file:///home/another" in settings.read_text(encoding="utf-8"), "what is of other programs stays"


KINDS = "Word (*.docx);;Inspections (*.inspection);;All files (*)"


def typing(text: str, kind: str = "", then: Callable[[], object] = lambda: None) -> None:
    """Type this into the dialog that comes next, with that kind chosen, and accept it; then do that."""

    def type_it() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
        if kind:
            dialog.findChildren(QComboBox)[-1].setCurrentText(kind)
            dialog.filterSelected.emit(kind)
        dialog.findChild(QLineEdit).setText(text)
        QTimer.singleShot(0, then)
        dialog.accept() if text else dialog.reject()

    QTimer.singleShot(0, type_it)


@pytest.mark.parametrize(
    ("typed", "kind", "saved"),
    [
        ("copy", "", "copy.inspection"),
        ("copy", "Word (*.docx)", "copy.docx"),
        ("copy", "All files (*)", "copy.inspection"),
        ("copy.x", "", "copy.x"),
        ("", "", None),
    ],
)
def test_a_name_without_an_ending_gets_that_of_the_kind(
    qtbot: QtBot, tmp_path: Path, typed: str, kind: str, saved: str | None
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    typing(str(tmp_path / typed) if typed else "", kind)
    chosen = ask.save_file(page, "Save a copy", KINDS, tmp_path / "one.inspection")
    assert chosen == (tmp_path / saved if saved else None)


def test_a_file_that_is_there_is_not_replaced_unasked_because_its_ending_was_not_typed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page, asked = QWidget(), []
    qtbot.addWidget(page)
    (tmp_path / "copy.inspection").write_text("is there", encoding="utf-8")

    def keep_it() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.No).click()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()

    typing(str(tmp_path / "copy"), then=keep_it)
    assert ask.save_file(page, "Save a copy", KINDS, tmp_path / "one.inspection") is None
    assert "copy.inspection" in asked[0]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialogs are the system's")
@pytest.mark.parametrize(
    ("dialog", "nothing", "asked"),
    [
        ("getOpenFileName", ("", ""), lambda page: ask.open_file(page, "Choose", "Cards (*.card)")),
        ("getOpenFileNames", ([], ""), lambda page: ask.open_files(page, "Choose", "Cards (*.card)")),
        ("getExistingDirectory", "", lambda page: ask.folder(page, "Choose")),
        ("exec", 0, lambda page: ask.save_file(page, "Save", "Cards (*.card)", Path.home() / "a.card")),
    ],
)
def test_no_dialog_is_the_desktops_which_lists_what_was_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, dialog: str, nothing: object, asked: Callable[[QWidget], object]
) -> None:
    """GTK's wrote the name of each file into recently-used.xbel."""
    own: list[bool] = []

    def shown(*_of: object) -> object:
        own.append(QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs))
        return nothing

    monkeypatch.setattr(QFileDialog, dialog, shown)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
    page = QWidget()
    qtbot.addWidget(page)
    asked(page)
    assert own == [True]
