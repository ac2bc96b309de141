"""The open file was spoilt by another program: what can be recovered goes into a new inspection, in which one goes on."""

from pathlib import Path

from inspector_app.core.services import workspace_file
from inspector_app.core.services.safekeeping import recovering
from inspector_app.core.services.safekeeping.recovering import Recovered
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.safekeeping import backup


def recover(workspace: Workspace, into: Path, ticket: Ticket | None = None) -> Recovered:
    """Put what is left of the file, its log and the newest sound backup together there, and write there from now on.

    The listeners of the editor are to be told (`tell_all`): some of it may be missing.
    Expected: as `recovering.recover`; then nothing was changed.
    """
    done = recovering.recover(workspace.laptop, workspace.path, into, ticket)
    key = workspace.laptop.key_of(workspace.key.id) or workspace.key
    workspace.go_on_with(workspace_file.open_for_writing(workspace.laptop, done.path, key))
    return done


def newest_backup(workspace: Workspace) -> str:
    """When the newest backup was made (ISO 8601, UTC); "" where there is none."""
    newest = backup.newest(workspace.backups_place)
    return newest.at.isoformat() if newest else ""
