"""An open workspace as a file: its editor, its backups, whether it is sound, and whether a window keeps it open."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock

from inspector_app.core import files
from inspector_app.core.claims import Claim
from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.ids import PersonId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import trusting, workspace_file
from inspector_app.core.services.editor import Editor
from inspector_app.core.services.profile import leftovers, numbers, places, presence
from inspector_app.core.services.profile.laptop import Laptop, now
from inspector_app.core.services.said_now import SaidNow
from inspector_app.core.services.workspace_file import Making
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.log.held import every
from inspector_app.core.storage.reading import read
from inspector_app.core.storage.safekeeping import backup, check
from inspector_app.core.storage.safekeeping.still import Still
from inspector_app.core.storage.what_failed import is_full

BACKUP_ABOUT = "backup about"  # in meta: whose work came in after the last backup


class OpenFile:
    """What an inspection is kept in, open; close it when done."""

    def __init__(self, laptop: Laptop, database: Database, key: WorkspaceKey) -> None:
        self.laptop, self.database, self._key = laptop, database, key
        self._making: Making | None = None  # until the file is made
        self._window: Claim | None = None  # while a window keeps it open
        self._before_work: backup.Remembered | None = None  # the last that was made before a colleague's work
        self._backing_up = RLock()  # jobs that want a backup at once make one after the other
        self.me = PersonId(laptop.person.id)
        self.editor = Editor(database, self.me, laptop.keyring.device, numbers.given(laptop, key.id))
        self.said_now = SaidNow(self.editor)

    @property
    def id(self) -> str:
        """The workspace's id."""
        return self._key.id

    @property
    def key(self) -> WorkspaceKey:
        """Its key, with what the list of inspections says of it."""
        return self._key

    @property
    def path(self) -> Path:
        """Its file."""
        return self.database.path

    def hold(self) -> None:
        """Keep it open in a window: no other window opens it then. Expected: OPEN_ELSEWHERE, DISK_FULL."""
        self._window = presence.hold(self.laptop.folder, self._key.id, self.path)

    def called(self) -> bool:
        """Whether another window was asked to open it, so that this one should come to the front."""
        return self._window is not None and presence.called(self._window)

    def news(self) -> None:
        """Tell the editor's listeners of what another program wrote into the file since this was last asked."""
        if self.database.written_elsewhere():
            self.tell_all()

    def tell_all(self) -> None:
        """Tell the editor's listeners that anything may be different."""
        with self.database.read() as connection:
            touched = every(connection)
        self.editor.tell(touched)

    @property
    def stays(self) -> bool:
        """Whether it is there to stay: one that was not finished goes when it is closed, or at the next start."""
        return self._making is None

    @property
    def only_read(self) -> bool:
        """Whether it can be read alone, as a backup is, or any on a full disk: every edit is refused."""
        return self.database.only_read

    def went_back(self) -> bool:
        """Whether an older file was put in its place, which the person did not know till now."""
        older = numbers.is_unknown(self.laptop, self.database, self._key.id)
        if older:
            numbers.note_known(self.laptop, self._key.id)
        return older

    @property
    def waits_for_room(self) -> bool:
        """Whether a full disk alone keeps it from being written."""
        return isinstance(self.database, Still) and not self.database.is_backup

    def write_again(self) -> bool:
        """Go on writing in the window that a full disk let only read it, once there is room; whether it goes on.

        Expected: as `Workspace.open` in a window, but for DISK_FULL; then it stays as it is.
        """
        if not self.waits_for_room or is_full(self.path):
            return False
        try:
            self._write_again()
        except Expected as error:
            if error.code is not Code.DISK_FULL:
                raise
        return not self.only_read

    def _write_again(self) -> None:
        claim = self._window or presence.hold(self.laptop.folder, self._key.id, self.path)
        try:
            database = workspace_file.open_for_writing(self.laptop, self.path, self._key, claim)
        except BaseException:
            if claim is not self._window:
                claim.release()
            raise
        if not self.database.is_open:  # closed meanwhile
            database.close()
            claim.release()
            return
        self._window, before, self.database = claim, self.database, database
        self.editor.go_on_in(database)
        before.close()
        with suppress(Expected):  # as where it is opened
            trusting.bring_up_to_date(self.laptop, self._key.id, database)

    @property
    def moved(self) -> bool:
        """Whether its path leads elsewhere by now: then nothing more is written, and what is there can be copied."""
        return self.database.moved()

    @property
    def overwritten(self) -> bool:
        """Whether another program wrote into it: then nothing more is written, and what is left is to be recovered."""
        return self.database.overwritten()

    @property
    def learnt(self) -> bool:
        """Whether what SQLite wrote into it is known; else `learn`."""
        return self.database.learnt

    def learn(self) -> None:
        """Take in what stands in it, from a thread: an edit does not wait for it. Expected: DISK_FAILED."""
        self.database.learn()

    def go_on_in(self, path: Path, report: backup.Report = lambda _done, _of: None) -> None:
        """Put a copy of the open file at the path, and write there from now on; what is held by a window is held there.

        Expected: FILE_EXISTS, FOLDER_NOT_LOCAL, FOLDER_READ_ONLY, DISK_FULL, FILE_DAMAGED; then nothing was changed.
        """
        path = workspace_file.new_place(path)
        places.refuse_unless_local(path.parent)
        self._fold_what_moved()
        database = workspace_file.copied(self.laptop, self.database, path, self._key, report)
        self.go_on_with(database)

    def go_on_with(self, database: Database) -> None:
        """Write this one from now on, which holds what the open one did, or what was recovered of it."""
        self.database, before = database, self.database
        self.editor.go_on_in(database, numbers.given(self.laptop, self._key.id))
        before.close()
        self._key = replace(self._key, path=str(self.path), opened=now())
        workspace_file.note_place(self.laptop, self._key)
        if self._window:
            self._window.release()
            self.hold()

    def finish(self) -> None:
        """Say that the new file is made: until then, the next start removes it should the program be killed."""
        if self._making:
            self._making.end(self.database)
            self._making = None

    def discard(self) -> None:
        """Close the file that is being made and remove it and its backups, with the keyring as it was before."""
        if self._making:
            making, self._making, place = self._making, None, self.backups_place
            making.undo(self.database)
            files.clear(*(kept.path for kept in backup.existing(place)))
            if making.is_first:
                with suppress(Expected):  # a number that nobody asks for
                    leftovers.forget_numbers(self.laptop.settings, self._key.id)

    def close(self) -> None:
        """Close the file. Everything is on disk already; of one that was moved or replaced a backup is made.

        One that was not finished is discarded.
        """
        self.discard()
        with suppress(Expected):
            if self.database.is_open and self.moved:
                self.back_up(Why.MOVED)
        self.database.close()
        if self._window:
            self._window.release()
            self._window = None

    @property
    def backups_place(self) -> backup.Place:
        """Where this laptop keeps backups of this workspace."""
        return workspace_file.backups_place(self.laptop, self._key)

    def backups(self) -> list[Path]:
        """The checked copies of this workspace on this laptop, oldest first."""
        return [kept.path for kept in backup.existing(self.backups_place)]

    def back_up(self, why: Why = Why.ASKED, about: str = "", report: backup.Report = lambda _done, _of: None) -> Path:
        """Put a checked, encrypted copy into this laptop's backups; `about`: whose work an import brings.

        Typing that goes on afterwards is recorded anew: the copy may come back, and must not be in doubt about a value.
        Expected: DISK_FULL, DISK_FAILED, FOLDER_READ_ONLY, FILE_DAMAGED.
        """
        with self._backing_up:
            if self.moved:
                self._fold_what_moved()
            else:
                with self.database.write() as connection:
                    journal.hand_off(connection, self.laptop.keyring.device)
                    read.put_meta(connection, {BACKUP_ABOUT: about})
                numbers.note_given(self.laptop, self.database, self._key.id)
            if why is not Why.IMPORT:
                return backup.make(self.database, self.backups_place, why, report)
            self._before_work = backup.make_remembered(self.database, self.backups_place, why, report)
            return self._before_work.path

    def back_up_before(self, about: str, report: backup.Report = lambda _done, _of: None) -> Path:
        """The backup before the work of these people comes in: the newest, where it was made for that and holds all.

        Expected: as `back_up`.
        """
        with self._backing_up:
            newest = backup.newest(self.backups_place)
            if newest and newest.why is Why.IMPORT and self._was_about(about, newest.path):
                return newest.path
            return self.back_up(Why.IMPORT, about, report)

    def _was_about(self, about: str, made: Path) -> bool:
        """Whether the last backup, which is this one, was made before that work came in, and nothing was done since."""
        with self.database.read() as connection:
            same = read.meta(connection).get(BACKUP_ABOUT) == about
        if not same:
            return False
        known = self._before_work is not None and self._before_work.holds(made, self.database)
        return known or backup.holds(made, self.backups_place, self.database)

    def problems(self) -> list[str]:
        """What is wrong with the file, in technical words; empty when all is well."""
        return check.all_problems(self.database)

    def _fold_what_moved(self) -> None:
        """Fold the log into the file, wherever that is now: its log stayed behind where it was."""
        with suppress(Expected):
            self.database.fold_log()
