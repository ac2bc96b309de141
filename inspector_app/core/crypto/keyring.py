"""The keyring file: who the person is, this device, and every workspace's key, sealed under the passphrase."""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from inspector_app.core import files
from inspector_app.core.crypto import seal
from inspector_app.core.crypto.keyring_contents import Keyring as Keyring
from inspector_app.core.crypto.keyring_contents import WorkspaceKey as WorkspaceKey
from inspector_app.core.crypto.keyring_contents import from_json, to_json
from inspector_app.core.errors import Code, Expected

_FORMAT, _VERSION = "inspector-keyring", 1


class KeyringFile:
    """The sealed file, opened once per unlock. The derived key stays in memory so that changes seal quickly."""

    def __init__(self, path: Path, header: dict[str, Any], key: bytes, keyring: Keyring) -> None:
        self._path, self._header, self._key = path, header, key
        self.keyring = keyring

    @classmethod
    def create(cls, path: Path, passphrase: str, keyring: Keyring, cost: seal.Cost) -> "KeyringFile":
        """Seal a new keyring. Expected: IDENTITY_EXISTS, DISK_FULL, FOLDER_READ_ONLY, BUSY."""
        salt = seal.new_salt()
        header = {"format": _FORMAT, "version": _VERSION, "kdf": "argon2id", "salt": salt.hex(), "cost": asdict(cost)}
        made = cls(path, header, seal.derive(passphrase, salt, cost), keyring)
        with _alone(path):
            if path.exists():
                raise Expected(Code.IDENTITY_EXISTS, where=path)
            made._save(keyring)
        return made

    @classmethod
    def open(cls, path: Path, passphrase: str) -> "KeyringFile":
        """Open with the passphrase. Expected: NO_IDENTITY, WRONG_PASSPHRASE, KEYRING_DAMAGED, FILE_NEWER."""
        header, sealed, salt, cost = _parts(path)
        key = seal.derive(passphrase, salt, cost)
        try:
            plain = seal.unseal(key, sealed, _about(header))
        except seal.NotOpenedError:
            raise Expected(Code.WRONG_PASSPHRASE, where=path) from None
        return cls(path, header, key, _contents(plain, path))

    def update(self, change: Callable[[Keyring], Keyring]) -> None:
        """Change the keyring as it is on disk now: another window or command may have added a workspace's key to it.

        Expected: DISK_FULL, FOLDER_READ_ONLY, KEYRING_DAMAGED, BUSY; then the keyring is as it was.
        """
        with _alone(self._path):
            self.reload()
            self._save(change(self.keyring))

    def reload(self) -> None:
        """Read the keyring as it is on disk now. Expected: NO_IDENTITY, KEYRING_DAMAGED."""
        header, sealed, _, _ = _parts(self._path)
        try:
            plain = seal.unseal(self._key, sealed, _about(header))
        except seal.NotOpenedError:
            raise Expected(Code.KEYRING_DAMAGED, where=self._path, why="it was sealed anew by somebody else") from None
        self.keyring = _contents(plain, self._path)

    def _save(self, keyring: Keyring) -> None:
        sealed = seal.seal(self._key, json.dumps(to_json(keyring)).encode(), _about(self._header))
        whole = {**self._header, "sealed": base64.b64encode(sealed).decode()}
        data = json.dumps({**whole, "sum": _sum(whole)}).encode()
        files.write_whole(self._path, data, profile=self._path.parent)
        self.keyring = keyring


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    try:
        with files.saying_what_failed(path), FileLock(path.with_name("keyring.lock"), timeout=10):
            yield
    except Timeout as error:
        raise Expected(Code.BUSY, where=path) from error


def _parts(path: Path) -> tuple[dict[str, Any], bytes, bytes, seal.Cost]:
    if not path.exists():
        raise Expected(Code.NO_IDENTITY, where=path)
    header = _header(path)
    if header["version"] > _VERSION:
        raise Expected(Code.FILE_NEWER, where=path, found=header["version"], known=_VERSION)
    try:
        sealed = base64.b64decode(header.pop("sealed"), validate=True)
        return header, sealed, seal.salt_of(header["salt"]), seal.Cost(**header["cost"])
    except (ValueError, KeyError, TypeError) as error:
        raise Expected(Code.KEYRING_DAMAGED, where=path, why="it is not as written") from error


def _contents(plain: bytes, path: Path) -> Keyring:
    try:
        return from_json(json.loads(plain))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Expected(Code.KEYRING_DAMAGED, where=path, why="what is sealed in it is not as written") from error


def _header(path: Path) -> dict[str, Any]:
    """All but the sum, which tells damage from a wrong passphrase; against tampering there is the seal."""
    try:
        found = json.loads(files.read_bytes(path))
        if found.pop("sum") == _sum(found) and found["format"] == _FORMAT and type(found["version"]) is int:
            return dict(found)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Expected(Code.KEYRING_DAMAGED, where=path, why="it is not as written") from error
    raise Expected(Code.KEYRING_DAMAGED, where=path, why="it is not as written")


def _sum(whole: dict[str, Any]) -> str:
    return hashlib.sha256(_about(whole)).hexdigest()


def _about(header: dict[str, Any]) -> bytes:
    return json.dumps(header, sort_keys=True).encode()
