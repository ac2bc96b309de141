"""The file of a workspace: found and opened for writing, or made; and where its backups are."""

from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from inspector_app.core import files, reached
from inspector_app.core.claims import Claim
from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.text import alike
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile import leftovers, presence
from inspector_app.core.services.profile.laptop import ENDING, Laptop, now
from inspector_app.core.storage import beside, schema
from inspector_app.core.storage.database import Database, make_empty
from inspector_app.core.storage.reading import read
from inspector_app.core.storage.safekeeping import backup, check
from inspector_app.core.storage.safekeeping.still import Still, look_for_good


def key_of(laptop: Laptop, path: Path) -> WorkspaceKey:
    """The key of the workspace in a file. Expected: FILE_MISSING, NOT_A_FILE, FILE_DAMAGED, FILE_FOREIGN."""
    if not reached.is_file(path):
        raise Expected(Code.NOT_A_FILE if reached.is_there(path) else Code.FILE_MISSING, where=path)
    known = laptop.key_of(beside.workspace_of(path))
    if known is None and laptop.key_at(path):
        raise Expected(Code.FILE_DAMAGED, where=path, why="it does not begin as the inspection that was here")
    if known is None:
        raise Expected(Code.FILE_FOREIGN, where=path)
    return known


def by_its_name(key: WorkspaceKey, path: Path) -> Path:
    """The place at which the list knows the file, where this is another name of it: its log lies beside that one alone.

    SQLite follows a symbolic link by itself. Of two hard links each would have a log of its own, and neither all edits.
    """
    known = Path(key.path)
    with suppress(OSError):
        if known.samefile(path) and known.resolve() != path.resolve():
            return known
    return path


def is_backup(laptop: Laptop, path: Path) -> bool:
    """Whether a file is a backup, which is only read: in this laptop's folder of them, by any name, or named as one."""
    folder = laptop.backups_folder
    return path.suffix == backup.ENDING or folder.resolve() in path.resolve().parents or _is_also_in(folder, path)


def _is_also_in(folder: Path, path: Path) -> bool:
    with suppress(OSError):
        return path.stat().st_nlink > 1 and any(one.samefile(path) for one in folder.iterdir() if one.is_file())
    return False


def backups_place(laptop: Laptop, key: WorkspaceKey) -> backup.Place:
    """Where a laptop keeps backups of a workspace."""
    return backup.Place(laptop.backups_folder, laptop.folder, key.id, key.key)


def refuse_unmade(laptop: Laptop, path: Path, key: WorkspaceKey) -> None:
    """Expected: BEING_MADE: should that fail, the file would go, with whatever was written into it meanwhile.

    Beside the window of a tour, whose file stays unmade, commands write as beside any.
    """
    if leftovers.is_being_made(laptop.folder, key.id) and presence.window(laptop.folder, key.id) is None:
        raise Expected(Code.BEING_MADE, where=path)


def note_place(laptop: Laptop, key: WorkspaceKey) -> None:
    """Have the list of inspections know where the file of this one is, and when it was opened.

    What another program has said of it since, such as its name, stays. Nothing is refused for it: the file is there by then,
    and is noted when it is next opened.
    """
    with suppress(Expected):
        laptop.keyring_file.update(lambda keyring: keyring.with_place(key))


def open_for_writing(laptop: Laptop, path: Path, key: WorkspaceKey, mine: Claim | None = None) -> Database:
    """The file open and brought up to date. Nothing is written before it is known whether the log beside it is its own.

    `mine`: what says that this program has it open in a window; beside another's, the log is the one which that writes.
    Expected: FILE_DAMAGED, FILE_NEWER, FOLDER_READ_ONLY, BUSY; OPEN_ELSEWHERE (not the file that a window has open there).
    """
    window = None if mine else presence.window(laptop.folder, key.id)
    beside_window = window is not None and window.path == path
    if window and beside_window and window.replaced:
        raise Expected(Code.OPEN_ELSEWHERE, where=path, program=window.program)
    if not beside_window:
        check.refuse_foreign_log(path, key.id, key.key)
    database = Database(path, key.id, key.key)
    try:
        if not beside_window:
            database.fold_log()
        _keep_unfinished(database)
        if schema.needs_migration(database):
            backup.make(database, backups_place(laptop, key), Why.MIGRATION)
            schema.migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def open_for_writing_or_reading(laptop: Laptop, path: Path, key: WorkspaceKey, mine: Claim | None = None) -> Database:
    """As `open_for_writing`; where the disk has no room for what SQLite keeps beside it, open only to be read.

    Then every edit is refused with ONLY_READ, until there is room (`OpenFile.write_again`).
    """
    try:
        return open_for_writing(laptop, path, key, mine)
    except Expected as error:
        if error.code is not Code.DISK_FULL:
            raise
    return look_for_good(path, key.id, key.key)


def copied(laptop: Laptop, source: Database, path: Path, key: WorkspaceKey, report: backup.Report) -> Database:
    """A new file at the path that holds what the open one does, checked, and open for writing.

    Expected: FILE_EXISTS, FOLDER_READ_ONLY, DISK_FULL, FILE_DAMAGED; then there is none.
    """
    part = files.part_beside(path)
    with files.saying_what_failed(path), files.unfinished(part, laptop.folder, path):
        beside.refuse_existing(path)
        make_empty(part)
        try:
            source.copy_to(part, report)
            with closing(Still(part, key.id, key.key, path)) as copy:
                check.refuse_unsound(copy, path)
            beside.refuse_log(part, path)
            files.give_place(part, path)
        except BaseException:
            beside.remove(part)
            raise
    try:
        return Database(path, key.id, key.key)
    except BaseException:
        beside.remove(path)
        raise


def new_place(path: Path) -> Path:
    """Where a new file goes that a person named: where they said, under a name that every list of files shows.

    A dot before the name hides a file, Windows takes no dots and blanks after it, a character that does not show makes two
    names look like one, and what is called as a backup or a log is taken for one.
    """
    seen = alike.written(path.name)
    name = path.name if seen.replace(" ", "") == path.name.replace(" ", "") else seen
    name = name.strip(". ") or ENDING.strip(".")
    counts_as = Path(name).suffix.casefold() in (backup.ENDING, files.PART) or name.endswith(beside.ENDINGS)
    return path.absolute().with_name(name + ENDING * (counts_as or name == ENDING.strip(".")))


def _keep_unfinished(database: Database) -> None:
    """Whatever a person opens counts as made, and no later start removes it."""
    with database.read() as connection:
        unfinished = schema.version(connection) and leftovers.UNFINISHED in read.meta(connection)
    if unfinished:
        with database.write() as connection:
            read.drop_meta(connection, leftovers.UNFINISHED)


class Making:
    """A new workspace file on its way. Should the program be killed before `end`, the next start removes it."""

    def __init__(self, laptop: Laptop, key: WorkspaceKey) -> None:
        """Expected: DISK_FULL, FOLDER_READ_ONLY."""
        self._laptop, self._key = laptop, key
        self._before = laptop.key_of(key.id)  # what the keyring said of this inspection
        self._trusted_before = laptop.trusted(key.id)
        with files.saying_what_failed(laptop.folder):
            self._claim = leftovers.claim_new(laptop.folder, key, self._before)

    @property
    def is_first(self) -> bool:
        """Whether the keyring knew nothing of this inspection before."""
        return self._before is None

    def create(self, meta: Mapping[str, str]) -> Database:
        """The file with its tables. Expected: FILE_EXISTS, FOLDER_READ_ONLY, DISK_FULL; then there is none."""
        try:
            database = Database.create(Path(self._key.path), self._key.id, self._key.key)
        except BaseException:
            self._claim.release()
            raise
        try:
            schema.migrate(database)
            with database.write() as connection:
                read.put_meta(connection, {**meta, leftovers.UNFINISHED: now()})
        except BaseException:
            self.undo(database)
            raise
        return database

    def end(self, database: Database) -> None:
        """It is made. Expected: DISK_FULL."""
        with database.write() as connection:
            read.drop_meta(connection, leftovers.UNFINISHED)
        self._claim.release()

    def undo(self, database: Database) -> None:
        """Close the file and remove it, with the keyring as it was.

        Its key is forgotten only when it was made for this file: another copy of the inspection may be read with it.
        """
        database.close()
        keyring = self._laptop.keyring
        if (keyring.workspace(self._key.id), keyring.trust(self._key.id)) != (self._before, self._trusted_before):
            try:
                self._forget()
            except Expected:  # why it is undone is said already; the next start does the rest
                return
        beside.remove(Path(self._key.path))
        self._claim.release()

    def _forget(self) -> None:
        if self._before:
            self._laptop.remember(self._before)
            self._laptop.trust(self._key.id, lambda _: self._trusted_before)
        else:
            self._laptop.forget(self._key.id)
