"""The phrases that a person keeps for writing: in the inspection's file as the own words of spelling, in no package."""

from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept


def known(workspace: Workspace) -> dict[str, str]:
    """The text of each phrase, by its name in small letters."""
    with workspace.database.read() as connection:
        return kept.all_kept(connection, kept.PHRASE)


def keep(workspace: Workspace, name: str, text: str) -> None:
    """Keep a phrase in the place of one of that name; "" forgets it. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    with workspace.database.write() as connection:
        if text:
            kept.keep(connection, kept.PHRASE, name.casefold(), text)
        else:
            kept.forget(connection, kept.PHRASE, name.casefold())
