"""One line of the list of inspections: what the keyring knows of a workspace, and how its file is now."""

import os
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from inspector_app.core import reached
from inspector_app.core.crypto.keyring_contents import WorkspaceKey
from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.leftovers import being_made
from inspector_app.core.storage import beside


class _File(NamedTuple):
    """How a file is now."""

    missing: bool
    taken: bool
    locked: bool


_NO_ANSWER = _File(missing=True, taken=False, locked=False)


def rows(keys: Sequence[WorkspaceKey], profile: Path) -> list[WorkspaceRow]:
    """The lines of these workspaces, which are all that the keyring has, but for those that are not made.

    The file of one on a drive that does not answer is not there now: a list that waited for it would stand still.
    """
    places, unmade = [key.path for key in keys], being_made(profile)
    # Only where two have been at one place is a file looked into.
    looks = {key.id: partial(_look, key, places.count(key.path) > 1) for key in keys if key.id not in unmade}
    elsewhere = [i for key in keys if (i := key.id) in looks and not key.path.startswith(str(profile.absolute()))]
    answered = dict(zip(elsewhere, reached.in_time([looks[i] for i in elsewhere]), strict=True))
    files = {i: (answered[i] or _NO_ANSWER) if i in answered else look() for i, look in looks.items()}
    return [_row(key, files[key.id]) for key in keys if key.id in files]


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


def _look(key: WorkspaceKey, shared: bool) -> _File:
    taken = shared and _is_seen_taken(key)
    missing = taken or not os.path.exists(key.path)  # noqa: PTH110  False for what no file can be called
    return _File(missing=missing, taken=taken, locked=not (missing or os.access(key.path, os.W_OK)))


def _row(key: WorkspaceKey, file: _File) -> WorkspaceRow:
    return WorkspaceRow(
        id=key.id,
        path=key.path,
        service=key.service,
        framework=key.framework,
        missing=file.missing,
        taken=file.taken,
        opened=key.opened,
        sample=key.sample,
        name=key.name or key.service,
        archived=key.archived,
        locked=file.locked,
        glance=key.glance,
    )
