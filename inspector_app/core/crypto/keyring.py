"""The keyring file: who the person is, this device, and every workspace's key, sealed under passphrase and recovery code."""

import json
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from inspector_app.core import files, memory
from inspector_app.core.alone import alone
from inspector_app.core.crypto import keyring_copies as copies
from inspector_app.core.crypto import seal
from inspector_app.core.crypto.keyring_contents import Keyring as Keyring
from inspector_app.core.crypto.keyring_contents import WorkspaceKey as WorkspaceKey
from inspector_app.core.crypto.keyring_contents import from_json, to_json
from inspector_app.core.crypto.keyring_places import Places
from inspector_app.core.crypto.keyring_sealed import Lock, Sealed
from inspector_app.core.crypto.parcel import public_sealing_key
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected


class KeyringFile:
    """The sealed file, opened once per unlock. The key of its contents stays in memory so that changes seal quickly."""

    def __init__(self, places: Places, sealed: Sealed, key: bytes, keyring: Keyring) -> None:
        self._places, self._sealed, self._key = places, sealed, key
        self.keyring = keyring
        self._keep_from_swap()

    @classmethod
    def create(cls, path: Path, passphrase: str, keyring: Keyring, cost: seal.Cost) -> "KeyringFile":
        """Seal a new keyring. Expected: IDENTITY_EXISTS, DISK_FULL, FOLDER_READ_ONLY, BUSY."""
        key = secrets.token_bytes(32)
        made = cls(Places(path), Sealed(0, b"", Lock.of_passphrase(passphrase, key, cost)), key, keyring)
        with alone(path):
            if path.exists():
                raise Expected(Code.IDENTITY_EXISTS, where=path)
            made._save(keyring)
        return made

    @classmethod
    def open(cls, path: Path, passphrase: str) -> "KeyringFile":
        """Open with the passphrase.

        Expected: NO_IDENTITY, WRONG_PASSPHRASE, KEYRING_DAMAGED, KEYRING_OLDER (its copy is of a later time), FILE_NEWER.
        """
        places = Places(path)
        sealed = _current(places)
        if sealed.first is not None:
            made = cls._from_first(places, sealed, passphrase)
        else:
            key = _opened(lambda: sealed.passphrase.open(passphrase), path)
            made = cls(places, sealed, key, _contents(_unsealed(sealed, key, path), path))
            copies.make_good(places, made._is_ours)
        made._seal_first(passphrase)
        return made

    @classmethod
    def open_with_code(cls, path: Path, sealed: Sealed, code: str) -> "KeyringFile":
        """Open what was read, to be kept at that path, with the recovery code.

        Expected: NO_RECOVERY_CODE, WRONG_CODE, KEYRING_DAMAGED.
        """
        if sealed.code is None:
            raise Expected(Code.NO_RECOVERY_CODE, where=path)
        try:
            key = sealed.code.open(code)
        except ValueError as error:
            raise Expected(Code.WRONG_CODE, why=str(error)) from error
        except seal.NotOpenedError:
            raise Expected(
                Code.WRONG_CODE, why="it is that of another keyring, or a newer one was made since"
            ) from None
        return cls(Places(path), sealed, key, _contents(_unsealed(sealed, key, path), path))

    @classmethod
    def opens(cls, sealed: Sealed, passphrase: str, where: Path) -> None:
        """Nothing when the passphrase opens what was read there. Expected: WRONG_PASSPHRASE, KEYRING_DAMAGED."""
        if sealed.first is not None:
            _contents(_opened(lambda: sealed.open_first(passphrase), where), where)
            return
        key = _opened(lambda: sealed.passphrase.open(passphrase), where)
        _contents(_unsealed(sealed, key, where), where)

    @classmethod
    def _from_first(cls, places: Places, sealed: Sealed, passphrase: str) -> "KeyringFile":
        """One of version 1 is written as this program does."""
        plain = _opened(lambda: sealed.open_first(passphrase), places.path)
        key = secrets.token_bytes(32)
        lock = Lock.of_passphrase(passphrase, key, seal.cost_here())
        made = cls(places, replace(sealed, passphrase=lock), key, _contents(plain, places.path))
        with alone(places.path):
            made._save(made.keyring)
        return made

    def _seal_first(self, passphrase: str) -> None:
        """Seal as this one what was set aside of its first format, which the passphrase alone opens.

        Else the key of what is deleted would stay there. What another passphrase opens stays, and another person's.
        """
        for path in copies.aside(self._places):
            sealed = copies.readable(path)
            if sealed is not None and sealed.first is not None:
                with suppress(Expected, seal.NotOpenedError), alone(self._places.path):
                    held = _contents(sealed.open_first(passphrase), path)
                    if held.signing_key == self.keyring.signing_key:
                        self._put_aside(path, self._sealed, held)

    def _put_aside(self, path: Path, sealed: Sealed, held: Keyring) -> None:
        contents = json.dumps(to_json(held)).encode()
        copies.put(path, sealed.holding(contents, self._key).to_bytes())

    @property
    def has_code(self) -> bool:
        """Whether there is a recovery code for it."""
        return self._sealed.code is not None

    def update(self, change: Callable[[Keyring], Keyring]) -> None:
        """Change the keyring as it is on disk now: another window or command may have added a workspace's key to it.

        Expected: DISK_FULL, FOLDER_READ_ONLY, KEYRING_DAMAGED, BUSY; then the keyring is as it was.
        """
        with alone(self._places.path):
            self.reload()
            self._save(change(self.keyring))

    def let_go(self, workspace: WorkspaceId) -> None:
        """Forget a workspace's key for good: no former version has it either. Expected: as `update`.

        One that was set aside stays, without it, where it has the key of anything else that this one lacks.
        """
        with alone(self._places.path):
            self.reload()
            known = {workspace, *(w.id for w in self.keyring.workspaces)}  # a kill must leave it in none of them alone
            for path in copies.aside(self._places):
                self._let_go_aside(path, workspace, known)
            self._save(self.keyring.without_workspace(workspace), for_good=True)

    def _let_go_aside(self, path: Path, workspace: WorkspaceId, known: set[WorkspaceId]) -> None:
        """The same of a keyring that was set aside, where it is an earlier one of this; one that has no more keys goes."""
        try:
            sealed = copies.read(path)
            held = _contents(_unsealed(sealed, self._key, path), path)
        except Expected:
            return
        there = {w.id for w in held.workspaces}
        if there <= known:
            files.clear(path)
        elif workspace in there:
            self._put_aside(path, sealed, held.without_workspace(workspace))

    def _is_ours(self, sealed: Sealed) -> bool:
        """Whether it is one of the versions of this keyring; of the first format nobody can tell, and it counts as one."""
        try:
            return sealed.first is not None or bool(sealed.open(self._key))
        except seal.NotOpenedError:
            return False

    def set_passphrase(self, passphrase: str, cost: seal.Cost) -> None:
        """Another passphrase from now on, for the copy too; that of the former one goes. Expected: as `update`."""
        with copies.noting_change(self._places):
            lock = Lock.of_passphrase(passphrase, self._key, cost)
            self._lock_anew(lambda sealed: replace(sealed, passphrase=lock))

    def set_code(self, code: str) -> None:
        """Another recovery code from now on; the former version goes, which the former code opens. Expected: as `update`."""
        lock = Lock.of_code(code, self._key)
        self._lock_anew(lambda sealed: replace(sealed, code=lock))

    def _lock_anew(self, changed: Callable[[Sealed], Sealed]) -> None:
        """Lock it otherwise, and before it what was set aside of it: the key in there is that of this one.

        Each is written whole. Were the keyring first, a kill would leave the former lock on the others for good.
        """
        with alone(self._places.path):
            self.reload()
            anew = changed(self._sealed)
            for path in copies.aside(self._places):
                sealed = copies.readable(path)
                if sealed is not None and sealed.first is None and self._is_ours(sealed):
                    copies.put(path, replace(sealed, passphrase=anew.passphrase, code=anew.code).to_bytes())
            self._sealed = anew
            self._save(self.keyring, for_good=True)

    def reload(self) -> None:
        """Read the keyring as it is on disk now. Expected: NO_IDENTITY, KEYRING_DAMAGED, KEYRING_OLDER."""
        path = self._places.path
        if not path.exists():
            raise Expected(Code.NO_IDENTITY, where=path)
        sealed = copies.read(path)
        if sealed.number < self._sealed.number:
            raise Expected(Code.KEYRING_OLDER, where=path, versions=self._sealed.number - sealed.number)
        if sealed == self._sealed:
            return  # whom one trusts is asked again and again, and hardly ever did another program write
        plain = _unsealed(sealed, self._key, path)
        self._sealed, self.keyring = sealed, _contents(plain, path)
        self._keep_from_swap()

    def _save(self, keyring: Keyring, *, for_good: bool = False) -> None:
        sealed = self._sealed.holding(json.dumps(to_json(keyring)).encode(), self._key)
        copies.write(self._places, sealed.to_bytes(), for_good=for_good)
        self._sealed, self.keyring = sealed, keyring
        self._keep_from_swap()

    def _keep_from_swap(self) -> None:
        held = self.keyring
        memory.keep_from_swap((self._key, held.signing_key, held.sealing_key, *(w.key for w in held.workspaces)))


def _current(places: Places) -> Sealed:
    """The file, where no later one lies beside it: an older keyring that was put back has fewer keys than there are files.

    The copy is read first, for it is written last: what another window writes meanwhile makes
    the file look later, never older.
    """
    if not places.path.exists():
        raise Expected(Code.NO_IDENTITY, where=places.path)
    copy = copies.readable(places.copy)
    sealed = copies.read(places.path)
    if copy is not None and copy.number > sealed.number:
        raise Expected(Code.KEYRING_OLDER, where=places.path, versions=copy.number - sealed.number)
    return sealed


def _opened(attempt: Callable[[], bytes], path: Path) -> bytes:
    try:
        return attempt()
    except seal.NotOpenedError:
        raise Expected(Code.WRONG_PASSPHRASE, where=path) from None


def _unsealed(sealed: Sealed, key: bytes, path: Path) -> bytes:
    try:
        return sealed.open(key)
    except seal.NotOpenedError:
        raise Expected(Code.KEYRING_DAMAGED, where=path, why="it was sealed anew by somebody else") from None


def _contents(plain: bytes, path: Path) -> Keyring:
    try:
        made = from_json(json.loads(plain))
        if made.sealing_key:  # none: it was of a time before there were any, and is made
            public_sealing_key(made.sealing_key)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Expected(Code.KEYRING_DAMAGED, where=path, why="what is sealed in it is not as written") from error
    return made
