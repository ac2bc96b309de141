"""What becomes of the person of a laptop after they were set up: another name, passphrase or recovery code."""

from dataclasses import replace

from inspector_app.core.crypto import recovery_code
from inspector_app.core.crypto.keyring import KeyringFile
from inspector_app.core.crypto.seal import cost_here
from inspector_app.core.domain import names
from inspector_app.core.domain.inspection import Person
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.laptop import Laptop
from inspector_app.core.services.passphrase import refuse_weak


def change_passphrase(laptop: Laptop, former: str, new: str) -> None:
    """Another passphrase from now on; the former one opens nothing on this laptop any more. Half a second.

    Expected: WRONG_PASSPHRASE (the former one), TOO_SOON, WEAK_PASSPHRASE; as KeyringFile.update.
    """
    laptop.check(former)
    refuse_weak(new, (laptop.person.name, laptop.person.role))
    laptop.keyring_file.set_passphrase(new, cost_here())


def new_code(laptop: Laptop) -> str:
    """Make a recovery code, in place of any that was made before. It is shown once, and kept nowhere.

    Expected: as KeyringFile.update.
    """
    code = recovery_code.new()
    laptop.keyring_file.set_code(code)
    return code


def recover(laptop: Laptop, code: str, new: str) -> Person:
    """Unlock with the recovery code, and have another passphrase from now on.

    Expected: NO_IDENTITY, NO_RECOVERY_CODE, WRONG_CODE, TOO_SOON, WEAK_PASSPHRASE, KEYRING_DAMAGED, KEYRING_OLDER.
    """
    opened = laptop.tried(lambda: KeyringFile.open_with_code(laptop.keyring_path, code))
    person = opened.keyring.person
    refuse_weak(new, (person.name, person.role))
    opened.set_passphrase(new, cost_here())
    return laptop.unlocked_by(opened)


def rename(laptop: Laptop, name: str, role: str) -> Person:
    """Another name or role; the keys stay. Colleagues see it when they take the new card.

    Expected: VALUE_INVALID (no name); as KeyringFile.update.
    """
    name, role = names.tidied(name), names.tidied(role)
    if not name:
        raise Expected(Code.VALUE_INVALID, field="The name", value=name, why="it is empty")
    laptop.keyring_file.update(lambda k: replace(k, person=replace(k.person, name=name, role=role)))
    return laptop.person
