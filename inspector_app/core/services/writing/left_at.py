"""Where the person was when the window was locked: a text in the encrypted file, of this laptop alone, read once."""

from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept as store


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
