"""The commands for the person on this laptop: set up, another name, passphrase or recovery code, and the ways back."""

import argparse
from dataclasses import asdict

from inspector_app.commands import secrets_typed, session, terminal
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile import identity, ways_back
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.ways_back import Kind

Options = argparse.Namespace


def new(options: Options) -> None:
    """Set up the person of this laptop."""
    laptop = Laptop()
    if laptop.keyring_path.exists() and not options.beside:
        raise Expected(Code.IDENTITY_EXISTS, where=laptop.folder)
    passphrase = secrets_typed.passphrase(options, twice=True)
    make = ways_back.start_anew if options.beside else Laptop.create_identity
    person = make(laptop, options.person, options.role, passphrase)
    made = f"{person.name} ({person.role}) is set up on this laptop: {laptop.folder}"
    terminal.tell(made, f"Key: {laptop.fingerprint()}")


def show(options: Options) -> None:
    """Who works on this laptop, and the short form of their public key."""
    laptop = session.unlocked(options)
    shown = {
        **asdict(laptop.person),
        "key": laptop.fingerprint(),
        "device": laptop.device,
        "folder": str(laptop.folder),
        "recovery_code": laptop.keyring_file.has_code,
    }
    if options.json:
        terminal.tell_json(shown)
    else:
        terminal.tell(*terminal.listed(shown))


def code(options: Options) -> None:
    """Make a recovery code, and show it once."""
    laptop = session.laptop_to_unlock()
    passphrase = secrets_typed.passphrase(options)
    laptop.unlock(passphrase)
    made = identity.new_code(laptop, passphrase)
    terminal.tell(made)
    terminal.tell(
        "Write it down and keep it away from the laptop: it is not shown again, and any earlier one opens nothing now."
    )


def passphrase(options: Options) -> None:
    """Another passphrase from now on."""
    laptop = session.laptop_to_unlock()
    former = secrets_typed.passphrase(options)
    laptop.unlock(former)
    identity.change_passphrase(laptop, former, secrets_typed.new_passphrase(options))
    terminal.tell("From now on the new passphrase opens this laptop, and the former one does not.")


def rename(options: Options) -> None:
    """Another name or role."""
    laptop = session.unlocked(options)
    before = laptop.person
    person = identity.rename(laptop, options.person or before.name, options.role or before.role)
    terminal.tell(f"{person.name} ({person.role}). Give colleagues your new card, so that they see it.")


def recover(options: Options) -> None:
    """Unlock with the recovery code, and choose another passphrase."""
    laptop = session.laptop_to_unlock()
    person = ways_back.recover(laptop, secrets_typed.recovery_code(options), secrets_typed.new_passphrase(options))
    terminal.tell(f"{person.name}: the new passphrase opens this laptop.")


def ways(options: Options) -> None:
    """The keyrings that can be brought back."""
    found = ways_back.ways(Laptop())
    rows = [{"which": w.kind, "version": w.number, "written": w.written, "recovery_code": w.has_code} for w in found]
    if options.json:
        terminal.tell_json(rows)
    else:
        terminal.tell(*terminal.one_under_another(rows))


def restore(options: Options) -> None:
    """Bring back a keyring in the place of one that is missing, damaged or older."""
    laptop = session.laptop_to_unlock()
    person = ways_back.bring_back(laptop, Kind(options.which), secrets_typed.passphrase(options))
    terminal.tell(f"{person.name} is on this laptop again. What lay in its place is kept beside it: {laptop.folder}")
