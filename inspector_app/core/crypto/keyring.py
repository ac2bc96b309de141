"""The keyring file: who the person is, this device, and every workspace's key, sealed under the passphrase."""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from inspector_app.core import files
from inspector_app.core.crypto import seal
from inspector_app.core.domain.ids import DeviceId, PersonId, WorkspaceId
from inspector_app.core.domain.inspection import Person
from inspector_app.core.errors import Code, Expected

_FORMAT, _VERSION = "inspector-keyring", 1


@dataclass(frozen=True, slots=True)
class WorkspaceKey:
    """The raw key (32 bytes) of a workspace, and where its file was last seen. `opened` orders the list."""

    id: WorkspaceId
    key: bytes
    path: str
    service: str
    framework: str
    opened: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Keyring:
    """What is sealed. `bound_to` names machine, user and folder, so that a copied folder is noticed."""

    person: Person
    signing_key: bytes
    device: DeviceId
    bound_to: str
    workspaces: tuple[WorkspaceKey, ...] = ()
    sealing_key: str = ""  # keyrings of the first version have none; unlocking makes it

    def workspace(self, workspace: WorkspaceId | None) -> WorkspaceKey | None:
        """The key of a workspace, if this laptop has it."""
        return next((w for w in self.workspaces if w.id == workspace), None)

    def with_workspace(self, key: WorkspaceKey) -> "Keyring":
        """With that workspace added, or brought up to date and moved to the front."""
        return replace(self, workspaces=(key, *(w for w in self.workspaces if w.id != key.id)))

    def without_workspace(self, workspace: WorkspaceId) -> "Keyring":
        """Without that workspace's key."""
        return replace(self, workspaces=tuple(w for w in self.workspaces if w.id != workspace))


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
        return cls(path, header, key, _from_json(json.loads(plain)))

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
            self.keyring = _from_json(json.loads(seal.unseal(self._key, sealed, _about(header))))
        except seal.NotOpenedError:
            raise Expected(Code.KEYRING_DAMAGED, where=self._path, why="it was sealed anew by somebody else") from None

    def _save(self, keyring: Keyring) -> None:
        sealed = seal.seal(self._key, json.dumps(_to_json(keyring)).encode(), _about(self._header))
        whole = {**self._header, "sealed": base64.b64encode(sealed).decode()}
        data = json.dumps({**whole, "sum": _sum(whole)}).encode()
        files.write_whole(self._path, data, mode=0o600, profile=self._path.parent)
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
        return header, sealed, bytes.fromhex(header["salt"]), seal.Cost(**header["cost"])
    except (ValueError, KeyError, TypeError) as error:
        raise Expected(Code.KEYRING_DAMAGED, where=path, why="it is not as written") from error


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


def _to_json(keyring: Keyring) -> dict[str, Any]:
    return {
        "person": asdict(keyring.person),
        "signing_key": keyring.signing_key.hex(),
        "sealing_key": keyring.sealing_key,
        "device": keyring.device,
        "bound_to": keyring.bound_to,
        "workspaces": [{**asdict(w), "key": w.key.hex()} for w in keyring.workspaces],
    }


def _from_json(found: dict[str, Any]) -> Keyring:
    person = found["person"]
    return Keyring(
        person=Person(PersonId(person["id"]), person["name"], person["role"]),
        signing_key=bytes.fromhex(found["signing_key"]),
        device=DeviceId(found["device"]),
        bound_to=found["bound_to"],
        sealing_key=found.get("sealing_key", ""),
        workspaces=tuple(WorkspaceKey(**{**w, "key": bytes.fromhex(w["key"])}) for w in found["workspaces"]),
    )
