"""Where files were last chosen, by their kind: kept in the encrypted file of the open inspection and nowhere else.

The name of a folder may be that of a service or a child, so no settings hold it. It is told what the file has, and how to
keep there what comes, for dialogs are there before an inspection is.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from inspector_app.core import reached
from inspector_app.core.errors import Expected

_folders: dict[str, str] = {}  # by kind, of this program while it runs


class _Now:
    keep: Callable[[str, str], None] | None = None  # while an inspection is open


def listen_to(known: Mapping[str, str], keep: Callable[[str, str], None] | None) -> None:
    """Know what an inspection has, by kind, and keep there what comes; None: keep it nowhere."""
    _folders.update(known)
    _Now.keep = keep


def folder_of(kind: str) -> Path | None:
    """The folder in which one of that kind was chosen last; None for none, or one that is not there now."""
    folder = _folders.get(kind, "")
    return Path(folder) if folder and reached.is_folder(Path(folder)) else None


def note(kind: str, folder: Path) -> None:
    """One of that kind was chosen there."""
    if _folders.get(kind) == str(folder):
        return
    _folders[kind] = str(folder)
    if _Now.keep is not None:
        with suppress(Expected):  # a full disk: it is known until the program ends
            _Now.keep(kind, str(folder))


def forget() -> None:
    """Know of no folder."""
    _folders.clear()
    _Now.keep = None
