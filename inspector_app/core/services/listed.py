"""One line of the list of inspections: what the keyring knows of a workspace, and how its file is now."""

import os
from pathlib import Path

from inspector_app.core.crypto.keyring_contents import WorkspaceKey
from inspector_app.core.domain.rows import WorkspaceRow


def row(key: WorkspaceKey) -> WorkspaceRow:
    """The line of one workspace. Its file is asked after, and not opened."""
    missing = not Path(key.path).exists()
    return WorkspaceRow(
        id=key.id,
        path=key.path,
        service=key.service,
        framework=key.framework,
        missing=missing,
        opened=key.opened,
        sample=key.sample,
        name=key.name or key.service,
        archived=key.archived,
        locked=not (missing or os.access(key.path, os.W_OK)),
        glance=key.glance,
    )
