"""Where the person was, in the encrypted file and of this laptop alone: at the lock, a text that is read once.

So are the folders in which files were chosen.
"""

from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept as store

_UNFINISHED = "unfinished"  # beside the place, which has no name


def keep(workspace: Workspace, text: str) -> None:
    """Keep it until it is taken. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY, FILE_MOVED."""
    with workspace.database.write() as connection:
        store.keep(connection, store.PLACE, "", text)


def take(workspace: Workspace) -> str:
    """What was kept, which is forgotten now; "" for nothing. Expected: as `keep`."""
    with workspace.database.read() as connection:
        text = store.all_kept(connection, store.PLACE).get("", "")
    if text:
        with workspace.database.write() as connection:
            store.forget(connection, store.PLACE, "")
    return text


def keep_unfinished(workspace: Workspace, what: tuple[str, ...]) -> None:
    """Keep what was going on when it was locked, in words. Expected: as `keep`."""
    with workspace.database.write() as connection:
        store.keep(connection, store.PLACE, _UNFINISHED, "\n".join(what))


def take_unfinished(workspace: Workspace) -> list[str]:
    """What was going on when it was locked, which is forgotten now. Expected: as `keep`."""
    with workspace.database.read() as connection:
        text = store.all_kept(connection, store.PLACE).get(_UNFINISHED, "")
    if not text or workspace.only_read:  # a full disk: it is told another time
        return []
    with workspace.database.write() as connection:
        store.forget(connection, store.PLACE, _UNFINISHED)
    return text.splitlines()


def keep_folder(workspace: Workspace, kind: str, folder: str) -> None:
    """Keep where a file of that kind was chosen. Expected: as `keep`."""
    with workspace.database.write() as connection:
        store.keep(connection, store.FOLDER, kind, folder)


def folders(workspace: Workspace) -> dict[str, str]:
    """Where files were chosen last, by their kind."""
    with workspace.database.read() as connection:
        return store.all_kept(connection, store.FOLDER)
