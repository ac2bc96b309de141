"""What is being written anew for a contested field, until it is settled: on disk, encrypted, on this laptop alone.

A draft cannot be an ordinary edit: that would settle the field. So it is kept beside the log, and no colleague gets it.
"""

from inspector_app.core.services.laptop import now
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import drafts


def name_of(entity: str, entity_id: str, field: str) -> str:
    """The name of the draft for one field."""
    return f"{entity} {entity_id} {field}"


def kept(workspace: Workspace) -> dict[str, str]:
    """The drafts by name."""
    with workspace.database.read() as connection:
        return drafts.all_kept(connection)


def keep(workspace: Workspace, name: str, text: str) -> str:
    """Keep a draft, or forget it when it is empty; when (ISO 8601, UTC). Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    with workspace.database.write() as connection:
        drafts.keep(connection, name, text)
    return now()
