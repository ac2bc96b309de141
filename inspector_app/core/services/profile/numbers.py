"""The numbers of this laptop's steps that somebody else may have: given away in a package, or kept in a backup.

They are kept beside the file, so that a file that goes back in time, by a restore or by hand, never uses one of them again.
"""

from contextlib import suppress

from inspector_app.core.domain.ids import MOST_STEPS, WorkspaceId
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile import leftovers
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.log import journal


def given(laptop: Laptop, workspace: WorkspaceId) -> int:
    """The number of the last such step of this laptop in this inspection; 0 when there is none, or none that can be."""
    found = Settings(laptop.folder).get(_name(laptop, workspace), 0)  # another program may have given some
    return found if isinstance(found, int) and 0 <= found < MOST_STEPS else 0


def note_given(laptop: Laptop, database: Database, workspace: WorkspaceId) -> None:
    """Note those that stand in this file, whether it is the living one or a copy of it."""
    with database.read() as connection:
        last = journal.next_seq(connection, laptop.keyring.device) - 1
    if last > given(laptop, workspace):
        with suppress(Expected):  # a full disk here must not keep a package or a backup from being made
            laptop.settings.raise_to(_name(laptop, workspace), last)


def _name(laptop: Laptop, workspace: WorkspaceId) -> str:
    return f"{leftovers.GIVEN} {workspace} {laptop.keyring.device}"
