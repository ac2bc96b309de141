"""What one was writing when the program was killed: known until one has looked at it, on this laptop alone."""

from contextlib import suppress

from inspector_app.core.errors import Expected
from inspector_app.core.services.profile import leftovers
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import newest_step

Field = tuple[str, str, str]  # entity, id, field


def find(workspace: Workspace) -> dict[Field, str]:
    """The texts that this laptop wrote last each time its program was killed with the inspection open, the last one last.

    With each the moments at which that was, as `forget` takes them.
    """
    settings = Settings(workspace.laptop.folder)  # read anew: it was noted when this laptop was unlocked
    found: dict[Field, str] = {}
    with workspace.database.read() as connection:
        for killed in leftovers.moments(settings, workspace.key.id):
            typed = newest_step.typed(connection, workspace.laptop.keyring.device, killed)
            if typed is not None:
                found[typed] = f"{found.pop(typed, '')} {killed}".strip()
    return found


def forget(workspace: Workspace, moments: str) -> None:
    """What is of these moments was looked at. Where that cannot be noted, it is marked once more at the next opening."""
    settings, name = workspace.laptop.settings, leftovers.killed_in(workspace.key.id)
    with suppress(Expected):
        there = leftovers.moments(settings, workspace.key.id)
        left = [moment for moment in there if moment not in moments.split()]
        if left:
            settings.set(name, " ".join(left))
        else:
            settings.forget(name)
