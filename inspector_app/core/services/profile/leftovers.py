"""What a program that was killed left half made, cleared at the next start."""

from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.core import claims, files
from inspector_app.core.claims import About, Claim
from inspector_app.core.crypto.keyring import KeyringFile, WorkspaceKey
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.moments import within
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile import presence
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.storage import beside
from inspector_app.core.storage.safekeeping import moving, temporary

if TYPE_CHECKING:
    from inspector_app.core.storage.safekeeping.still import Still

_MAKING, _AT, _BEFORE = (
    "making",
    "at",
    "before",
)  # a new workspace: which, its file, and where the keyring had it before
_NONSENSE = (ValueError, KeyError)  # a path that can be none, and one that is not said
_KILLED = 20  # moments that are kept: more of them are no accidents
UNFINISHED = "unfinished"  # in meta of a new workspace, until it is made

GIVEN = "given"  # what the settings call the numbers of steps that others may have (numbers.py) begins so


def claim_new(profile: Path, key: WorkspaceKey, before: WorkspaceKey | None) -> Claim:
    """Say that a workspace is being made. Raises OSError."""
    return Claim(profile, {_MAKING: key.id, _AT: key.path, _BEFORE: before.path if before else ""})


def being_made(profile: Path) -> frozenset[str]:
    """The workspaces that are not finished: a program makes them, has them open for as long as they stay, or was killed."""
    claimed = [*claims.held(profile), *claims.left(profile)]
    return frozenset(about[_MAKING] for _, about in claimed if _MAKING in about)


def is_being_made(profile: Path, workspace: WorkspaceId) -> bool:
    """Whether a program that is running makes it, or has it open for as long as it stays."""
    return any(about.get(_MAKING) == workspace for _, about in claims.held(profile))


def forget_numbers(settings: Settings, workspace: WorkspaceId) -> None:
    """Forget which numbers others may have, of a workspace that was never made. Expected: as `Settings.set`."""
    settings.forget(f"{GIVEN} {workspace} ")


def killed_in(workspace: WorkspaceId) -> str:
    """What the settings call the moments at which a program was found killed that had this inspection open in a window.

    They stand in their order with a blank between them: each may have left a text that nobody has looked at.
    """
    return f"killed in {workspace}"


def moments(settings: Settings, workspace: WorkspaceId) -> list[str]:
    """Those moments, in their order."""
    return str(settings.get(killed_in(workspace), "")).split()


def clear(profile: Path, keys: KeyringFile) -> None:
    """Clear up after every program of this laptop that was killed. What cannot be cleared now waits for the next start.

    A claim that says what no program of ours wrote is dropped: it must keep nobody out.
    """
    for claim, about in claims.left(
        profile
    ):  # these first: the file that they put in its place is unfinished by itself
        if moving.RESTORING in about:
            with suppress(OSError):
                with suppress(*_NONSENSE):
                    moving.go_on(about)
                claims.drop(claim)
    for claim, about in claims.left(profile):
        with suppress(Expected, OSError):
            if moving.RESTORING in about:
                continue
            with suppress(*_NONSENSE):
                _clear_one(profile, keys, about)
            claims.drop(claim)


def _clear_one(profile: Path, keys: KeyringFile, about: About) -> None:
    if files.UNFINISHED in about:
        files.clear(*beside.together(Path(about[files.UNFINISHED])))
    elif temporary.TEMPORARY in about:
        temporary.clear_left(about)
    elif _MAKING in about:
        _clear_new(profile, keys, about)
    elif presence.OPEN in about:
        now = within(datetime.now(UTC).replace(microsecond=0).isoformat())
        settings, workspace = Settings(profile), WorkspaceId(about[presence.OPEN])
        settings.set(killed_in(workspace), " ".join([*moments(settings, workspace), now][-_KILLED:]))


def _clear_new(profile: Path, keys: KeyringFile, about: About) -> None:
    """Remove a workspace that was not made to its end: without its key nobody can read it; with it, its file says so."""
    workspace, path = WorkspaceId(about[_MAKING]), Path(about[_AT])
    if not path.exists() or (path.stat().st_size and beside.workspace_of(path) != workspace):
        return
    key = keys.keyring.workspace(workspace)
    if key is not None and path.stat().st_size and not _is_unfinished(path, key):
        return
    if key is not None and not about[_BEFORE]:
        _clear_backups(profile, key)  # while there is a key by which to know them
        forget_numbers(Settings(profile), workspace)
    if key is not None and key.path == str(path):
        before = about[_BEFORE]
        keys.update(lambda k: k.with_place(replace(key, path=before)) if before else k.without_workspace(workspace))
    beside.remove(path)


def _clear_backups(profile: Path, key: WorkspaceKey) -> None:
    """Remove the backups that this key opens: it goes, and nobody could read them. Those of another key stay."""
    from inspector_app.core.storage.safekeeping import backup  # as below

    for made in backup.existing(backup.Place(profile / "backups", profile, key.id, key.key)):
        with suppress(Expected):
            _look_into(made.path, key).close()
            files.clear(made.path)


def _is_unfinished(path: Path, key: WorkspaceKey) -> bool:
    from inspector_app.core.storage.reading import (
        read,  # the database takes 0.4 s, and hardly ever was a program killed
    )

    with closing(_look_into(path, key)) as found, found.read() as connection:
        meta = read.meta(connection)
        return UNFINISHED in meta or not meta


def _look_into(path: Path, key: WorkspaceKey) -> "Still":
    from inspector_app.core.storage.safekeeping.still import look_into  # the database again

    return look_into(path, key.id, key.key)
