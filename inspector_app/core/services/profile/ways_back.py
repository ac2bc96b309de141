"""When the keyring is missing, damaged or an older one: what is safe, and the ways back to it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.crypto import keyring_copies as copies
from inspector_app.core.crypto.keyring import KeyringFile
from inspector_app.core.crypto.keyring_places import Places
from inspector_app.core.crypto.keyring_sealed import Sealed
from inspector_app.core.crypto.seal import cost_here
from inspector_app.core.domain import moments
from inspector_app.core.domain.inspection import Person
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.passphrase import easy_to_guess, refuse_weak


class Kind(StrEnum):
    """Which file it is."""

    COPY = "copy"  # written with every change
    FORMER = "former"  # what it was before the last change
    HERE = "here"  # the one that lies there, though a later one was written


@dataclass(frozen=True, slots=True)
class Way:
    """A keyring that can be brought back. `written`: ISO 8601, UTC; `has_code`: a recovery code was made for it."""

    kind: Kind
    path: Path
    number: int
    written: str
    has_code: bool


def ways(laptop: Laptop) -> list[Way]:
    """The keyrings that can be read, the latest first."""
    places = Places(laptop.keyring_path)
    lying = ((Kind.HERE, places.path), (Kind.COPY, places.copy), (Kind.FORMER, places.former))
    found = [
        Way(kind, path, sealed.number, _written(path), has_code=sealed.code is not None)
        for kind, path in lying
        if (sealed := copies.readable(path)) is not None
    ]
    return sorted(found, key=lambda way: way.number, reverse=True)


def bring_back(laptop: Laptop, kind: Kind, passphrase: str) -> Person:
    """Put that keyring in the place of the one that is there, which is kept beside it, and unlock with it.

    Nothing is moved before the passphrase was found right.
    Expected: WAY_MISSING, WRONG_PASSPHRASE, TOO_SOON, KEYRING_DAMAGED.
    """
    way = next((way for way in ways(laptop) if way.kind is kind), None)
    if way is None:
        raise Expected(Code.WAY_MISSING, where=laptop.folder, which=kind)
    data = files.read_bytes(way.path)
    sealed = Sealed.from_bytes(data, way.path)
    laptop.tried(lambda: KeyringFile.opens(sealed, passphrase, way.path))
    _put_in_place(Places(laptop.keyring_path), kind, data)
    return laptop.unlock(passphrase)


def recover(laptop: Laptop, code: str, new: str) -> Person:
    """Unlock with the recovery code, and have another passphrase from now on.

    The latest keyring that can be read is opened. It takes the place of one that is missing, damaged or older, which is kept.
    Expected: NO_IDENTITY, NO_RECOVERY_CODE, WRONG_CODE, TOO_SOON, WEAK_PASSPHRASE, KEYRING_DAMAGED, KEYRING_MISSING.
    """
    way = _latest(laptop)
    data = files.read_bytes(way.path)
    sealed = Sealed.from_bytes(data, way.path)
    opened = laptop.tried(lambda: KeyringFile.open_with_code(laptop.keyring_path, sealed, code))
    refuse_weak(new, easy_to_guess(opened.keyring))
    if way.kind is not Kind.HERE:
        _put_in_place(Places(laptop.keyring_path), way.kind, data)
    opened.set_passphrase(new, cost_here())
    return laptop.unlocked_by(opened)


def _latest(laptop: Laptop) -> Way:
    if laptop.is_new():
        raise Expected(Code.NO_IDENTITY, where=laptop.folder)
    found = ways(laptop)
    if found:
        return found[0]
    if laptop.keyring_path.exists():
        copies.read(laptop.keyring_path)  # says what is wrong with it
    raise Expected(Code.KEYRING_MISSING, where=laptop.keyring_path)


def _put_in_place(places: Places, kind: Kind, data: bytes) -> None:
    """Make it the keyring, byte for byte. What is later, or lies in its place, is kept under another name."""
    if kind is not Kind.HERE:
        copies.set_aside(places.path)
    if kind is not Kind.COPY:
        copies.set_aside(places.copy)
    if kind is not Kind.HERE:
        copies.write(places, data)


def start_anew(laptop: Laptop, name: str, role: str, passphrase: str) -> Person:
    """Set this laptop up beside files that nothing here opens: they stay, and so does what is left of keyrings.

    Expected: as Laptop.create_identity; IDENTITY_EXISTS while there is a keyring that can be read.
    """
    if any(way.kind is Kind.HERE for way in ways(laptop)):
        raise Expected(Code.IDENTITY_EXISTS, where=laptop.keyring_path)
    laptop.refuse_person(name, role, passphrase)
    places = Places(laptop.keyring_path)
    for path in (places.path, places.copy, places.former):
        copies.set_aside(path)
    return laptop.create_identity(name, role, passphrase, beside=True)


def _written(path: Path) -> str:
    return moments.at_second(int(path.stat().st_mtime)).isoformat()
