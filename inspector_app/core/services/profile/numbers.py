"""The numbers of this laptop's steps that somebody else may have: given away in a package, or kept in a backup.

They are kept beside the file, so that a file that goes back in time, by a restore or by hand, never uses one of them again.
"""

from contextlib import suppress

from inspector_app.core.domain.ids import MOST_STEPS, DeviceId, WorkspaceId
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile import leftovers
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.storage.database import Connection, Database
from inspector_app.core.storage.log import journal, newest_step

_OLDER, _KNOWN = (
    " older",
    " known",
)  # up to which number steps were lacking at an opening; and up to which that was said


def given(laptop: Laptop, workspace: WorkspaceId, device: str = "") -> int:
    """The number of the last such step of this laptop in this inspection; 0 when there is none, or none that can be.

    `device`: of what the laptop was before its folder was moved.
    """
    return _noted(laptop, _name(laptop, workspace, device))  # another program may have given some


def note_given(laptop: Laptop, database: Database, workspace: WorkspaceId) -> None:
    """Note those that stand in this file, whether it is the living one or a copy of it."""
    last = _last(laptop, database)
    if last > given(laptop, workspace):
        with suppress(Expected):  # a full disk here must not keep a package or a backup from being made
            laptop.settings.raise_to(_name(laptop, workspace), last)


def note_older(laptop: Laptop, database: Database, workspace: WorkspaceId) -> None:
    """At an opening: note that the last of them is not here, as where an older file was put in its place.

    Expected: FILE_DAMAGED; as `Settings.set`.
    """
    most = given(laptop, workspace)
    if _last(laptop, database) < most:
        laptop.settings.raise_to(_name(laptop, workspace) + _OLDER, most)


def not_here(laptop: Laptop, connection: Connection, workspace: WorkspaceId) -> int:
    """How many such steps a file does not hold: it was an older copy once (else they are not looked through)."""
    devices = [DeviceId(device.id) for device in laptop.keyring.devices]
    older = [one for one in devices if _noted(laptop, _name(laptop, workspace, one) + _OLDER)]
    up_to = {device: given(laptop, workspace, device) for device in older}
    return sum(last - newest_step.how_many(connection, device, last) for device, last in up_to.items())


def is_unknown(laptop: Laptop, database: Database, workspace: WorkspaceId) -> bool:
    """Whether some are not here, of which the person does not know yet (`note_known`)."""
    name = _name(laptop, workspace)
    if _noted(laptop, name + _OLDER) <= _noted(laptop, name + _KNOWN):
        return False
    with database.read() as connection:
        return not_here(laptop, connection, workspace) > 0


def note_known(laptop: Laptop, workspace: WorkspaceId) -> None:
    """The person knows that the file went back in time: they put it back themselves, or were told."""
    with suppress(Expected):  # a full disk: they are told again
        laptop.settings.raise_to(_name(laptop, workspace) + _KNOWN, given(laptop, workspace))


def _last(laptop: Laptop, database: Database) -> int:
    with database.read() as connection:
        return journal.next_seq(connection, laptop.keyring.device) - 1


def _noted(laptop: Laptop, name: str) -> int:
    found = Settings(laptop.folder).get(name, 0)
    return found if isinstance(found, int) and 0 <= found < MOST_STEPS else 0


def _name(laptop: Laptop, workspace: WorkspaceId, device: str = "") -> str:
    return f"{leftovers.GIVEN} {workspace} {device or laptop.keyring.device}"
