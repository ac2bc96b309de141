"""The keyring as it lies on disk: contents sealed under a key of their own, and that key under passphrase and code.

Format in docs/workspace-format.md. The first version sealed the contents under the passphrase itself, and had no code.
"""

import base64
import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from inspector_app.core.crypto import recovery_code, seal
from inspector_app.core.errors import Code, Expected

FORMAT, VERSION = "inspector-keyring", 2
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lock:
    """The key of the contents, sealed under a passphrase (`cost` says how hard guessing it is) or under a code (no cost)."""

    salt: bytes
    sealed: bytes
    cost: seal.Cost | None = None

    @classmethod
    def of_passphrase(cls, passphrase: str, key: bytes, cost: seal.Cost) -> Self:
        """Made anew for a passphrase."""
        salt = seal.new_salt()
        return cls(salt, seal.seal(seal.derive(passphrase, salt, cost), key, _PASSPHRASE), cost)

    @classmethod
    def of_code(cls, code: str, key: bytes) -> Self:
        """Made anew for a recovery code. ValueError for what is none."""
        salt = seal.new_salt()
        return cls(salt, seal.seal(recovery_code.key_of(code, salt), key, _CODE))

    def open(self, secret: str) -> bytes:
        """The key of the contents. NotOpenedError for another secret; ValueError for what is no code."""
        if self.cost is None:
            return seal.unseal(recovery_code.key_of(secret, self.salt), self.sealed, _CODE)
        return seal.unseal(seal.derive(secret, self.salt, self.cost), self.sealed, _PASSPHRASE)


_PASSPHRASE, _CODE = b"inspector-keyring passphrase", b"inspector-keyring code"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A keyring file, still sealed. `number` counts how often it was written; `first`: the whole of one of version 1."""

    number: int
    contents: bytes
    passphrase: Lock
    code: Lock | None = None
    first: Json | None = None

    @classmethod
    def from_bytes(cls, data: bytes, where: Path) -> Self:
        """What a file holds; nothing of it is believed before its shape was found right.

        Expected: KEYRING_DAMAGED, FILE_NEWER.
        """
        try:
            found = json.loads(data)
            ours = found["format"] == FORMAT and type(found["version"]) is int
            if ours and found["version"] > VERSION and not _is_one_digit_spoilt(found):
                raise Expected(Code.FILE_NEWER, where=where, found=found["version"], known=VERSION)
            if found.pop("sum") == _sum(found) and ours:
                return cls._of_first(found) if found["version"] < VERSION else cls._of(found)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Expected(Code.KEYRING_DAMAGED, where=where, why="it is not as written") from error
        raise Expected(Code.KEYRING_DAMAGED, where=where, why="it is not as written")

    @classmethod
    def _of(cls, found: Json) -> Self:
        number, code = found["number"], found["code"]
        if type(number) is not int or number < 1:
            raise ValueError("it has no number")
        return cls(number, _bytes(found["sealed"]), _slow(found["passphrase"]), _quick(code) if code else None)

    @classmethod
    def _of_first(cls, found: Json) -> Self:
        contents = _bytes(found["sealed"])
        lock = Lock(seal.salt_of(found["salt"]), contents, seal.Cost(**found["cost"]))
        return cls(0, contents, lock, first={k: v for k, v in found.items() if k != "sealed"})

    def to_bytes(self) -> bytes:
        """The file."""
        whole = {
            "format": FORMAT, "version": VERSION, "number": self.number,
            "passphrase": _json(self.passphrase), "code": _json(self.code) if self.code else None,
            "sealed": base64.b64encode(self.contents).decode(),
        }  # fmt: skip
        return json.dumps({**whole, "sum": _sum(whole)}).encode()

    def open(self, key: bytes) -> bytes:
        """The contents. NotOpenedError when they were sealed under another key."""
        return seal.unseal(key, self.contents, self._about)

    def open_first(self, passphrase: str) -> bytes:
        """The contents of one of version 1. NotOpenedError for another passphrase."""
        cost = self.passphrase.cost or seal.Cost()
        return seal.unseal(seal.derive(passphrase, self.passphrase.salt, cost), self.contents, _text(self.first))

    def holding(self, contents: bytes, key: bytes) -> Self:
        """The next version, with these contents."""
        later = replace(self, number=self.number + 1, first=None)
        return replace(later, contents=seal.seal(key, contents, later._about))

    @property
    def _about(self) -> bytes:
        """What cannot be changed without the contents failing to open: the count of versions."""
        return f"{FORMAT} {self.number}".encode()


def _slow(found: Json) -> Lock:
    return Lock(seal.salt_of(found["salt"]), _bytes(found["sealed"]), seal.Cost(**found["cost"]))


def _quick(found: Json) -> Lock:
    return Lock(seal.salt_of(found["salt"]), _bytes(found["sealed"]))


def _json(lock: Lock) -> Json:
    cost = {"cost": asdict(lock.cost)} if lock.cost else {}
    return {"salt": lock.salt.hex(), **cost, "sealed": base64.b64encode(lock.sealed).decode()}


def _bytes(found: str) -> bytes:
    return base64.b64decode(found, validate=True)


def _is_one_digit_spoilt(found: Json) -> bool:
    """Whether a later version is one of ours with a bit of its digit flipped: then the sum is right for ours.

    How a later format sums itself up nobody knows by now, so of any other the sum says nothing.
    """
    rest = {key: value for key, value in found.items() if key != "sum"}
    fits = (_sum({**rest, "version": known}) == found.get("sum") for known in range(1, VERSION + 1))
    return found["version"] < 10 and any(fits)


def _sum(whole: Json) -> str:
    """Tells damage from a wrong passphrase; against tampering there is the seal."""
    return hashlib.sha256(_text(whole)).hexdigest()


def _text(whole: Json | None) -> bytes:
    return json.dumps(whole, sort_keys=True).encode()
