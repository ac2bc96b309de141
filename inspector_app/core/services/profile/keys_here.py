"""The keys of the person on this laptop: made, opened with a passphrase, bound to this machine, and their public half.

With it come cryptography and what an inspection is made of: a laptop imports it when it is first wanted, not at the start.
"""

import hashlib
import os
import platform
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from inspector_app.core import files, paths
from inspector_app.core.crypto import keys
from inspector_app.core.crypto.keyring import Keyring, KeyringFile
from inspector_app.core.crypto.keyring_places import Places
from inspector_app.core.crypto.parcel import new_sealing_key, public_sealing_key, public_signing_key
from inspector_app.core.crypto.seal import cost_here
from inspector_app.core.domain import roles
from inspector_app.core.domain.fields import PERSON
from inspector_app.core.domain.ids import new_id
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text import names
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff.card import signed
from inspector_app.core.services import too_long
from inspector_app.core.services.profile import attempts, leftovers
from inspector_app.core.services.profile.passphrase import refuse_weak

Opened = TypeVar("Opened")


def binding(folder: Path) -> str:
    """What a keyring is bound to: machine, user and profile folder."""
    try:
        known = Path("/etc/machine-id").read_text(encoding="ascii", errors="replace")
    except OSError:  # there is none, or it may not be read
        known = platform.node()
    # The folder as the system knows it: its name may be bytes that are no text.
    parts = (
        known.encode(),
        paths.account(),
        os.fsencode(folder.resolve()),
    )
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def named(name: str, role: str) -> tuple[str, str]:
    """Name and role of a person as they are kept. Expected: VALUE_INVALID (no name; too long)."""
    for code, held in (("name", name), ("role", role)):
        too_long.refuse_name(PERSON.field(code), held, f"The {code}")
    name, role = names.tidied(name), roles.written(names.tidied(role))
    if not name:
        raise Expected(Code.VALUE_INVALID, field="The name", value=name, why="it is empty")
    return name, role


class KeysHere:
    """The keys of one profile folder, whose keyring lies at `path`."""

    def __init__(self, folder: Path, path: Path) -> None:
        self._folder, self._path = folder, path

    @staticmethod
    def person_refused(name: str, role: str, passphrase: str) -> tuple[str, str]:
        """Name and role as they are kept, when all will do. Expected: VALUE_INVALID (no name), WEAK_PASSPHRASE."""
        name, role = named(name, role)
        refuse_weak(passphrase, (name, role))
        return name, role

    def wait(self) -> int:
        """Seconds until the next one is looked at, 0 for none."""
        return attempts.wait(self._folder)

    def create(self, passphrase: str, *, name: str, role: str) -> KeyringFile:
        """The keyring of somebody new, after what lay in the profile folder before. Expected: DISK_FULL, …"""
        signing_key = keys.new_signing_key()
        device = keys.new_device(signing_key)
        made = Keyring(
            Person(new_id(), name, role),
            signing_key,
            device.id,
            binding(self._folder),
            sealing_key=new_sealing_key(),
            proof=device.proof,
        )
        file = KeyringFile.create(self._path, passphrase, made, cost_here())
        attempts.forget(self._folder)  # of a keyring that lay here before
        leftovers.clear(self._folder, file)
        return file

    def opened(self, passphrase: str) -> KeyringFile:
        """The keyring that a passphrase opens. Expected: as `tried`, KEYRING_DAMAGED, …_OLDER, FILE_NEWER, NO_IDENTITY."""
        return self.tried(lambda: KeyringFile.open(self._path, passphrase))

    def tried(self, attempt: Callable[[], Opened]) -> Opened:
        """What a passphrase or code opens; a wrong one is counted (services/profile/attempts.py).

        Expected: TOO_SOON; PASSPHRASE_BETWEEN for a wrong passphrase after a program that was killed while changing it.
        """
        changing = Places(self._path).changing
        if seconds := attempts.begin(self._folder):
            raise Expected(Code.TOO_SOON, seconds=seconds)
        try:
            found = attempt()
        except Expected as error:
            if error.code in (Code.WRONG_PASSPHRASE, Code.WRONG_CODE):
                attempts.note_wrong(self._folder)
            if error.code is Code.WRONG_PASSPHRASE and changing.is_file():
                raise Expected(Code.PASSPHRASE_BETWEEN, **error.facts) from error
            raise
        attempts.forget(self._folder)
        files.clear(changing)  # from now on it is known which one is in force
        return found

    def take(self, file: KeyringFile) -> None:
        """Make a keyring this laptop's, and clear up after programs that were killed. Expected: DISK_FULL, BUSY, …"""
        if file.keyring.bound_to != binding(self._folder):
            # A copied profile folder: from here on it is another device, so that no two share an identity.
            file.update(lambda k: k.as_device(keys.new_device(k.signing_key), binding(self._folder)))
        if not file.keyring.sealing_key:
            file.update(lambda k: k.with_sealing_key(new_sealing_key()))
        leftovers.clear(self._folder, file)

    @staticmethod
    def public_half(keyring: Keyring) -> Card:
        """The card of the person, which nobody signed."""
        person = keyring.person
        # A laptop whose id is bound to the key needs no naming; one of a former format does.
        devices = tuple(device.id for device in keyring.devices if device.id == keyring.device or not device.proof)
        return Card(
            id=person.id,
            name=person.name,
            role=person.role,
            signing=public_signing_key(keyring.signing_key),
            sealing=public_sealing_key(keyring.sealing_key),
            devices=devices,
        )

    @staticmethod
    def signed_card(card: Card, keyring: Keyring, at: str) -> Card:
        """The same of that moment, signed."""
        return signed(card.made_at(at), keyring.signing_key)

    @staticmethod
    def groups(card: Card) -> str:
        """The key groups of a card, to compare aloud."""
        return keys.groups(card)
