"""Whether a workspace is sound: every page as it was written, and the tables what the log says."""

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection

from inspector_app.core import open_here
from inspector_app.core.domain.ids import StepId, WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage import beside, schema
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.log import journal, odd_steps
from inspector_app.core.storage.log.differing import differing
from inspector_app.core.storage.safekeeping.still import Still, look_into

_LOOKS = 5  # at what another program writes into all the time: that looked at it itself


def problems(database: Database) -> list[str]:
    """What is wrong, in technical words; empty when all is well."""
    found = bad_pages(database)
    if found:
        return found
    try:
        with database.read() as connection:
            fields, steps = differing(connection), odd_steps.odd(connection)
    except Expected as error:
        return _damage(error)
    return [*steps, *(f"{entity} {entity_id}: {field} is not what the log says" for entity, entity_id, field in fields)]


def unreadable_too(database: Database) -> list[str]:
    """The same; where that finds nothing, whether each text is one. What every backup is held against, made or restored."""
    return problems(database) or _damage_in(database, odd_steps.read_every_value)


def all_problems(database: Database) -> list[str]:
    """The same; where that finds nothing, whether each signature that is held stands over what is there.

    That takes several times as long: a backup is not held up by it.
    """
    return unreadable_too(database) or _damage_in(database, odd_steps.not_as_signed)


def refuse_unsound(copy: Database, where: Path) -> None:
    """Expected: FILE_DAMAGED about `where`, when a copy that was made does not read as it should."""
    wrong = unreadable_too(copy)
    if wrong:
        raise Expected(Code.FILE_DAMAGED, where=where, why=f"the copy is not sound: {wrong[0]}")


_NO_FAULT = ("ok", "*** in database main ***")  # SQLite says all that is wrong in one row of many lines


def bad_pages(database: Database) -> list[str]:
    """What is wrong with the pages of the file, whatever stands on them."""
    found: list[str] = []
    try:
        with database.read() as connection:
            found += [str(row[0]) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
            said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            found += [line for one in said for line in str(one).splitlines() if line not in _NO_FAULT]
    except Expected as error:
        return found or _damage(error)
    return found


def refuse_foreign_log(path: Path, workspace: WorkspaceId, key: bytes) -> None:
    """Look whether the log that lies beside a closed file belongs to it, before SQLite takes it as the newer part of it.

    SQLite cannot tell: put beside a copy of the file, or over one, a log spoils what it is read into. Where another program
    writes into both meanwhile, or folds the one into the other, what was seen is of two moments, and is looked at again.
    Expected: FILE_DAMAGED; as `look_into`.
    """
    for _ in range(_LOOKS):
        if open_here.is_open_here(path) or not beside.has_log(path):  # of one that is open it was looked at
            return
        before = beside.state(path)
        wrong = _wrong_with_log(path, workspace, key)
        if not wrong:
            return
        if beside.state(path) == before:
            why = f"what lies beside it as {beside.log_of(path).name} does not belong to it: {wrong[0]}"
            raise Expected(Code.FILE_DAMAGED, where=path, why=why)


def _wrong_with_log(path: Path, workspace: WorkspaceId, key: bytes) -> list[str]:
    with closing(look_into(path, workspace, key)) as both:
        wrong = problems(both)
        steps = set() if wrong else _steps(both)
    if not wrong:
        with (
            suppress(Expected),
            closing(Still(path, workspace, key)) as alone,
        ):  # half of the log may be in the file already
            if not _steps(alone) <= steps:
                wrong = ["the file holds work that is not there with the log"]
    return wrong


def _damage_in(database: Database, look: Callable[[Connection], Sequence[str] | None]) -> list[str]:
    try:
        with database.read() as connection:
            return [*(look(connection) or ())]
    except Expected as error:
        return _damage(error)


def _damage(error: Expected) -> list[str]:
    if error.code is not Code.FILE_DAMAGED:
        raise error
    return [str(error.facts["why"])]


def _steps(database: Database) -> set[StepId]:
    with database.read() as connection:
        if not schema.version(connection):  # all of a new file is in its log still
            return set()
        return {step.id for step in journal.all_steps(connection)}
