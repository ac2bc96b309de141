"""What one was writing when the program was killed: known until one has looked at it, on this laptop alone."""

from contextlib import suppress

from inspector_app.core.errors import Expected
from inspector_app.core.services.profile import leftovers
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import newest_step


def find(workspace: Workspace) -> tuple[str, str, str] | None:
    """Entity, id and field of the text that this laptop wrote last before its program was killed with the inspection open."""
    settings = Settings(workspace.laptop.folder)  # read anew: it was noted when this laptop was unlocked
    killed = settings.get(leftovers.killed_in(workspace.key.id), "")
    if not isinstance(killed, str) or not killed:
        return None
    with workspace.database.read() as connection:
        return newest_step.typed(connection, workspace.laptop.keyring.device, killed)


def forget(workspace: Workspace) -> None:
    """It was looked at. Where that cannot be noted, it is marked once more at the next opening."""
    with suppress(Expected):
        workspace.laptop.settings.forget(leftovers.killed_in(workspace.key.id))
