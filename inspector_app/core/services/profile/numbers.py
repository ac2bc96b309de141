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
    last = _last(laptop, database)
    if last > given(laptop, workspace):
        with suppress(Expected):  # a full disk here must not keep a package or a backup from being made
            laptop.settings.raise_to(_name(laptop, workspace), last)


def lacks_given(laptop: Laptop, database: Database, workspace: WorkspaceId) -> bool:
    """Whether an older file was put in the place of one with more such steps, and nobody knows (`note_known`)."""
    last = given(laptop, workspace)
    known = Settings(laptop.folder).get(_known(laptop, workspace), 0)
    return _last(laptop, database) < last and (not isinstance(known, int) or known < last)


def note_known(laptop: Laptop, workspace: WorkspaceId) -> None:
    """The person knows that the file went back in time: they put it back themselves, or were told."""
    with suppress(Expected):  # a full disk: they are told again
        laptop.settings.raise_to(_known(laptop, workspace), given(laptop, workspace))


def _last(laptop: Laptop, database: Database) -> int:
    with database.read() as connection:
        return journal.next_seq(connection, laptop.keyring.device) - 1


def _name(laptop: Laptop, workspace: WorkspaceId) -> str:
    return f"{leftovers.GIVEN} {workspace} {laptop.keyring.device}"


def _known(laptop: Laptop, workspace: WorkspaceId) -> str:
    return f"{_name(laptop, workspace)} known"
