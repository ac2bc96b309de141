"""What becomes of the person of a laptop after they were set up: another name, passphrase or recovery code."""

from dataclasses import replace

from inspector_app.core.crypto import recovery_code
from inspector_app.core.crypto.seal import cost_here
from inspector_app.core.domain.inspection import Person
from inspector_app.core.services.profile.keys_here import named
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.passphrase import easy_to_guess, refuse_weak


def change_passphrase(laptop: Laptop, former: str, new: str) -> None:
    """Another passphrase from now on; the former one opens nothing on this laptop any more. Half a second.

    Expected: WRONG_PASSPHRASE (the former one), TOO_SOON, WEAK_PASSPHRASE; as KeyringFile.update.
    """
    laptop.check(former)
    refuse_weak(new, easy_to_guess(laptop.keyring))
    laptop.keyring_file.set_passphrase(new, cost_here())


def new_code(laptop: Laptop, passphrase: str) -> str:
    """Make a recovery code, in place of any that was made before. It is shown once, and kept nowhere. Half a second.

    The passphrase is asked for again, as for another one: a code is a way in for good, and whoever comes to a laptop that was
    left unlocked has none. Expected: WRONG_PASSPHRASE, TOO_SOON; as KeyringFile.update.
    """
    laptop.check(passphrase)
    code = recovery_code.new()
    laptop.keyring_file.set_code(code)
    return code


def rename(laptop: Laptop, name: str, role: str) -> Person:
    """Another name or role; the keys stay. Colleagues see it when they take the new card.

    Expected: VALUE_INVALID (no name); as KeyringFile.update.
    """
    name, role = named(name, role)
    laptop.keyring_file.update(lambda k: replace(k, person=replace(k.person, name=name, role=role)))
    return laptop.person
