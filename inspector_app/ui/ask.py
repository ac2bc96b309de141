"""The dialogs of the system, behind functions that a test replaces to answer ahead. There are no others."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.core.words import say


def open_file(parent: QWidget, title: str, kinds: str, folder: Path | None = None) -> Path | None:
    """Ask for a file to open; `kinds` as Qt's filters, beside all files. None when the person thinks better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder or Path.home()), _or_all(kinds))
    return Path(chosen) if chosen else None


def open_files(parent: QWidget, title: str, kinds: str, folder: Path | None = None) -> list[Path]:
    """Ask for one or more files to open. None at all when the person thinks better of it."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder or Path.home()), _or_all(kinds))
    return [Path(path) for path in chosen]


def folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder. None when the person thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(Path.home()))
    return Path(chosen) if chosen else None


def in_documents(name: str) -> Path:
    """A file of that name, without what no such name may hold, in the folder where a person keeps files."""
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(kind) or Path.home())
    return folder / "".join(ch for ch in name if ch not in '\\/:*?"<>|')


def save_file(parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
    """Ask where to write a file. None when the person thinks better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    return Path(chosen) if chosen else None


def _or_all(kinds: str) -> str:
    """These kinds first, then every file: one that was saved under another ending must not be hidden."""
    return f"{kinds};;{say('All files')} (*)"
