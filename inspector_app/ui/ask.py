"""The dialogs of the system, behind functions that a test replaces to answer ahead. There are no others."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.core import reached
from inspector_app.core.words import say
from inspector_app.ui import looked_in

_NOWHERE = os.devnull  # a folder that nothing can be written into
_SAVED = "saved "  # and of what is saved, before its ending
_FOLDERS = "folders"  # as a kind of what is chosen
_LOOKED_AT = ("FileDialog/history", "FileDialog/lastVisited")  # what a dialog of Qt's writes down when it goes


def open_file(parent: QWidget, title: str, kinds: str, folder: Path | None = None) -> Path | None:
    """Ask for a file to open; `kinds` as Qt's filters, beside all files. None when the person thinks better of it."""
    with _nothing_remembered():
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_begin(kinds, folder)), _or_all(kinds))
    return _noted(kinds, Path(chosen)) if chosen else None


def open_files(parent: QWidget, title: str, kinds: str, folder: Path | None = None) -> list[Path]:
    """Ask for one or more files to open. None at all when the person thinks better of it."""
    with _nothing_remembered():
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(_begin(kinds, folder)), _or_all(kinds))
    return [_noted(kinds, Path(path)) for path in chosen]


def folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder. None when the person thinks better of it."""
    with _nothing_remembered():
        chosen = QFileDialog.getExistingDirectory(parent, title, str(looked_in.folder_of(_FOLDERS) or Path.home()))
    if not chosen:
        return None
    looked_in.note(_FOLDERS, Path(chosen))
    return Path(chosen)


def _begin(kinds: str, folder: Path | None) -> Path:
    """Where to look first: in the folder that is named, where one of these was opened last, or at home."""
    return folder or looked_in.folder_of(_kind(kinds)) or Path.home()


def _noted(kinds: str, path: Path) -> Path:
    looked_in.note(_kind(kinds), path.parent)
    return path


def _kind(kinds: str) -> str:
    """What is remembered of filters, whatever language they are in: their endings."""
    return " ".join(re.findall(r"\*\.\w+", kinds))


FOLDER = "exports_folder"  # in the settings of the laptop


class _Now:
    exports = ""  # the folder that the person named for exports


def use_folder(folder: str) -> None:
    """Suggest this folder for what is saved from now on; "": the person's documents."""
    _Now.exports = folder


def folder_of_exports() -> str:
    """The folder that was named for exports, there or not; "" where none was."""
    return _Now.exports


def in_documents(name: str) -> Path:
    """A file of that name, without what no such name may hold, in the folder for exports; in the person's documents where
    none was named or it is not there, as without its drive; in their own folder without documents.

    In a folder that is not there a dialog begins where the program was started, which may be anywhere.
    """
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(_Now.exports)
    if not _Now.exports or not reached.is_folder(folder):
        folder = next(filter(reached.is_folder, map(Path, QStandardPaths.standardLocations(kind))), Path.home())
    return folder / "".join(ch for ch in name if ch not in '\\/:*?"<>|')


def save_file(parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
    """Ask where to write a file. None when the person thinks better of it.

    Where no folder was named for exports, the one in which such a file was saved last is suggested.

    A name without an ending gets that of the kind that is chosen, before the dialog asks whether a file that is there may
    go: without an ending no list shows the file.
    """
    with _nothing_remembered():
        dialog = QFileDialog(parent, title, str(_suggested(suggested)), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix)
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending_of(kind) or suggested.suffix))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        shiboken6.delete(dialog)  # now: what it writes down when it goes must not come after what follows
    if chosen:
        looked_in.note(_SAVED + suggested.suffix, Path(chosen[0]).parent)
    return Path(chosen[0]) if chosen else None


def _suggested(path: Path) -> Path:
    """In place of the person's documents, where one of that ending was saved last."""
    elsewhere = bool(_Now.exports) or path.parent != in_documents(path.name).parent
    last = None if elsewhere else looked_in.folder_of(_SAVED + path.suffix)
    return last / path.name if last else path


@contextmanager
def _nothing_remembered() -> Iterator[None]:
    """Keep Qt from writing down which folders were looked at: their names may be those of a service or a child.

    It has one place for all programs of the person. Where that is a file, ours have none; elsewhere (Windows, macOS) it is
    put back as it was. On Linux the dialogs are Qt's own, whatever the desktop is: GTK's writes each file that is chosen
    into its list of recent ones, in plain, and one of a portal stays over a lock.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, sys.platform == "linux")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, _NOWHERE)
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    before = {name: kept.value(name) for name in _LOOKED_AT if kept.contains(name)}
    try:
        yield
    finally:
        for name in _LOOKED_AT:
            kept.remove(name)
            if name in before:
                kept.setValue(name, before[name])
        kept.sync()


def _or_all(kinds: str) -> str:
    """These kinds first, then every file: one that was saved under another ending must not be hidden."""
    return f"{kinds};;{say('All files')} (*)"


def _ending_of(kind: str) -> str:
    """The ending of a filter, "Word (*.docx)"; "" for one of all files."""
    return kind.rpartition("*")[2].rstrip(")")
