"""One profile folder is one laptop: who works on it, and which workspaces it has the keys of."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from inspector_app.core import files, paths
from inspector_app.core.crypto.keyring_places import Places
from inspector_app.core.domain.moments import within
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.services.profile.settings import Settings

if TYPE_CHECKING:  # these, and cryptography, are loaded when they are first needed, not when the window starts
    from inspector_app.core.crypto.keyring import Keyring, KeyringFile, WorkspaceKey
    from inspector_app.core.domain.ids import WorkspaceId
    from inspector_app.core.domain.inspection import Person
    from inspector_app.core.domain.rows import WorkspaceRow
    from inspector_app.core.domain.team import Card
    from inspector_app.core.domain.trust import Trusted
    from inspector_app.core.services.profile.keys_here import KeysHere

ENDING = ".inspection"
Opened = TypeVar("Opened")
_LONGEST_NAME = 50  # characters: within every system's limit on file names, whatever the script


def now() -> str:
    """The time for display, to the second: ISO 8601, UTC; within what everybody can read, whatever the clock says."""
    return within(datetime.now(UTC).replace(microsecond=0).isoformat())


class Laptop:
    """The profile folder. Locked until the passphrase is given; forgets every key when locked again."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or paths.profile()
        self.settings = Settings(self.folder)
        self._file: KeyringFile | None = None
        self._unsigned: tuple[Keyring, Card] | None = None

    @cached_property
    def _keys(self) -> "KeysHere":
        from inspector_app.core.services.profile.keys_here import KeysHere  # cryptography: 43 ms

        return KeysHere(self.folder, self.keyring_path)

    def is_new(self) -> bool:
        """Whether nobody has been set up here yet: there is no keyring, and nothing that one would open."""
        return not (Places(self.keyring_path).any_exists() or self.has_kept_files())

    def has_kept_files(self) -> bool:
        """Whether there are inspections in this folder."""
        return any(self.workspaces_folder.glob(f"*{ENDING}"))

    def create_identity(self, name: str, role: str, passphrase: str, *, beside: bool = False) -> "Person":
        """Set up the person of this laptop, and unlock it. `beside`: also where inspections are that nothing here opens.

        Expected: VALUE_INVALID (no name), WEAK_PASSPHRASE, IDENTITY_EXISTS, KEYRING_MISSING, FOLDER_READ_ONLY, DISK_FULL.
        """
        name, role = self.refuse_person(name, role, passphrase)
        if self.keyring_path.exists():
            raise Expected(Code.IDENTITY_EXISTS, where=self.keyring_path)
        if not beside and not self.is_new():
            raise Expected(Code.KEYRING_MISSING, where=self.keyring_path)
        with files.saying_what_failed(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.workspaces_folder.mkdir(exist_ok=True, mode=0o700)
        self._file = self._keys.create(passphrase, name=name, role=role)
        return self.person

    def refuse_person(self, name: str, role: str, passphrase: str) -> tuple[str, str]:
        """Name and role as they are kept, when all will do. Expected: VALUE_INVALID (no name), WEAK_PASSPHRASE."""
        return self._keys.person_refused(name, role, passphrase)

    def unlock(self, passphrase: str) -> "Person":
        """Open the keyring, and clear up after programs that were killed: half a second, so never on the UI thread.

        Expected: NO_IDENTITY, WRONG_PASSPHRASE, TOO_SOON, KEYRING_DAMAGED, KEYRING_MISSING, KEYRING_OLDER, FILE_NEWER.
        """
        return self.unlocked_by(self._tried_passphrase(passphrase))

    def check(self, passphrase: str) -> None:
        """Nothing when it is this laptop's passphrase. Expected: as `unlock`."""
        self._tried_passphrase(passphrase)

    def tried(self, attempt: "Callable[[], Opened]") -> "Opened":
        """What a passphrase or code opens; a wrong one is counted (services/profile/attempts.py). Expected: TOO_SOON."""
        return self._keys.tried(attempt)

    def wait(self) -> int:
        """Seconds until the next passphrase is looked at, 0 for none."""
        return self._keys.wait()

    def _tried_passphrase(self, passphrase: str) -> "KeyringFile":
        if not self.keyring_path.exists() and not self.is_new():
            raise Expected(Code.KEYRING_MISSING, where=self.keyring_path)
        return self._keys.opened(passphrase)

    def unlocked_by(self, opened: "KeyringFile") -> "Person":
        """Unlock with a keyring that was opened. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
        self._keys.take(opened)
        self._file = opened
        return self.person

    def lock(self) -> None:
        """Forget every key."""
        self._file = self._unsigned = None

    @property
    def locked(self) -> bool:
        """Whether the passphrase must be given before anything can be read."""
        return self._file is None

    @property
    def keyring(self) -> "Keyring":
        """What the keyring holds; a Bug when locked."""
        return self.keyring_file.keyring

    @property
    def person(self) -> "Person":
        """Who works on this laptop."""
        return self.keyring.person

    @property
    def device(self) -> str:
        """This laptop's id."""
        return self.keyring.device

    def card(self) -> "Card":
        """The public half of the person: what colleagues need to hand work over to them."""
        return self._keys.signed_card(self.unsigned_card(), self.keyring, now())

    def unsigned_card(self) -> "Card":
        """The same for this laptop alone, which needs no signature to believe itself."""
        if self._unsigned is None or self._unsigned[0] is not self.keyring:
            self._unsigned = self.keyring, self._keys.public_half(self.keyring)
        return self._unsigned[1]

    def fingerprint(self) -> str:
        """The person's key groups, to compare aloud."""
        return self._keys.groups(self.card())

    def trusted(self, workspace: "WorkspaceId") -> "Trusted":
        """Whom this laptop trusts in an inspection, as the keyring on disk says: another window may have accepted a card.

        Where that is older, damaged or gone by now, what was read of it last counts: every page asks, and only reads.
        """
        with suppress(Expected):
            self.keyring_file.reload()
        return self.keyring.trust(workspace)

    def trust(self, workspace: "WorkspaceId", change: "Callable[[Trusted], Trusted]") -> None:
        """Change whom it trusts there. Expected: DISK_FULL, FOLDER_READ_ONLY, KEYRING_DAMAGED, BUSY."""
        self.keyring_file.update(lambda k: k.with_trust(change(k.trust(workspace))))

    @property
    def frameworks_folder(self) -> Path:
        """Where the inspectorate's added framework files are put."""
        return self.folder / "frameworks"

    @property
    def backups_folder(self) -> Path:
        """Where copies of workspaces are kept."""
        return self.folder / "backups"

    @property
    def workspaces_folder(self) -> Path:
        """Where new workspaces are made."""
        return self.folder / "workspaces"

    def workspaces(self) -> "list[WorkspaceRow]":
        """The workspaces this laptop has the keys of, the most recently opened first (a time to come is no such time).

        One that is being made is not there yet, and that of a tour never is.
        """
        from inspector_app.core.services.profile.listed import rows  # the keyring and its rows: 27 ms

        today = now()
        by_time = sorted(self.keyring.workspaces, key=lambda w: (w.opened <= today, w.opened), reverse=True)
        return rows(by_time, self.folder)

    def new_path(self, service: str) -> Path:
        """A free file for a new workspace, named after the service; not where one was that may come back from a backup."""
        stem = re.sub(r"[^\w-]+", "-", service).strip("-")[:_LONGEST_NAME] or "inspection"
        places = (Path(w.path) for w in self.keyring.workspaces)
        were = [place for place in places if place.parent == self.workspaces_folder.absolute()]
        there = [*self.workspaces_folder.glob(f"*{ENDING}*"), *were]
        taken = {p.name.casefold().partition(ENDING)[0] + ENDING for p in there}
        names = (f"{stem}{'' if n == 1 else f'-{n}'}{ENDING}" for n in range(1, len(taken) + 2))
        return self.workspaces_folder / next(name for name in names if name.casefold() not in taken)

    def key_of(self, workspace: "WorkspaceId | None") -> "WorkspaceKey | None":
        """The key of a workspace, if this laptop has it; another window or a command may just have made it."""
        if self.keyring.workspace(workspace) is None:
            self.keyring_file.reload()
        return self.keyring.workspace(workspace)

    def key_at(self, path: Path) -> "WorkspaceKey | None":
        """The key of the workspace that was last seen at that path."""
        return next((w for w in self.keyring.workspaces if w.path == str(path)), None)

    def remember(self, key: "WorkspaceKey") -> None:
        """Put a workspace's key into the keyring, or bring what is known of it up to date."""
        self.keyring_file.update(lambda k: k.with_workspace(key))

    def change(self, workspace: "WorkspaceId", change: "Callable[[WorkspaceKey], WorkspaceKey]") -> "WorkspaceKey":
        """Change what the list of inspections says of a workspace; gives it as it is then. Expected: as `trust`."""
        self.keyring_file.update(lambda k: k.with_changed(workspace, change))
        known = self.keyring.workspace(workspace)
        if known is None:
            raise Bug("the laptop has no key of the workspace")
        return known

    def forget(self, workspace: "WorkspaceId") -> None:
        """Let go of a workspace's key: nothing can read its file, or a backup of it, any more. Expected: as `trust`."""
        self.keyring_file.let_go(workspace)

    @property
    def keyring_path(self) -> Path:
        """Where the keyring is; its copies lie beside it."""
        return self.folder / "keyring"

    @property
    def keyring_file(self) -> "KeyringFile":
        """The keyring that is open; a Bug when locked."""
        if self._file is None:
            raise Bug("the laptop is locked")
        return self._file
