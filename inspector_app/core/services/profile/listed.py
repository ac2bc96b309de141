"""One line of the list of inspections: what the keyring knows of a workspace, and how its file is now."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from inspector_app.core.crypto.keyring_contents import WorkspaceKey
from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.leftovers import being_made
from inspector_app.core.storage import beside


def rows(keys: Sequence[WorkspaceKey], profile: Path) -> list[WorkspaceRow]:
    """The lines of these workspaces, which are all that the keyring has, but for those that are not made."""
    places, unmade = [key.path for key in keys], being_made(profile)
    # Only where two have been at one place is a file looked into.
    return [_row(key, taken=places.count(key.path) > 1 and _is_seen_taken(key)) for key in keys if key.id not in unmade]


def file_of(key: WorkspaceKey) -> Path | None:
    """Where its file is; None where it is not, or another lies there by now. Expected: FOLDER_READ_ONLY, DISK_FAILED."""
    return Path(key.path) if beside.is_of(Path(key.path), key.id) else None


def is_taken(key: WorkspaceKey) -> bool:
    """Whether something else lies where its file was. Expected: as `file_of`."""
    return os.path.exists(key.path) and file_of(key) is None  # noqa: PTH110


def _is_seen_taken(key: WorkspaceKey) -> bool:
    with suppress(Expected):  # of one that cannot be read it is said when it is opened
        return is_taken(key)
    return False


def _row(key: WorkspaceKey, *, taken: bool) -> WorkspaceRow:
    missing = taken or not os.path.exists(key.path)  # noqa: PTH110  False for what no file can be called
    return WorkspaceRow(
        id=key.id,
        path=key.path,
        service=key.service,
        framework=key.framework,
        missing=missing,
        taken=taken,
        opened=key.opened,
        sample=key.sample,
        name=key.name or key.service,
        archived=key.archived,
        locked=not (missing or os.access(key.path, os.W_OK)),
        glance=key.glance,
    )
