"""A laptop that was made once and is copied for each test, as if its folder had always been where the test has it."""

import shutil
from dataclasses import replace
from pathlib import Path

from inspector_app.core.crypto.keyring import KeyringFile
from inspector_app.core.crypto.keyring_contents import Keyring
from inspector_app.core.services.profile import keys_here
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace

PASSPHRASE = "copper lantern drifts over quiet water"  # of every laptop of the tests


def copied(kept: Path, laptop: Laptop) -> Workspace:
    """Put what is in the folder of a laptop in the place of what this one holds; its one inspection, open.

    `kept`: a folder whose files nobody has open.
    """
    shutil.copytree(kept, laptop.folder, dirs_exist_ok=True)
    keyring = KeyringFile.open(laptop.keyring_path, PASSPHRASE)
    keyring.update(lambda held: at_home(held, laptop.folder, laptop.workspaces_folder))
    laptop.unlocked_by(keyring)
    (key,) = laptop.keyring.workspaces
    return Workspace.open(laptop, Path(key.path))


def at_home(held: Keyring, folder: Path, workspaces: Path) -> Keyring:
    """As if it had been made in that profile folder: else it would be another device of the same person from now on."""
    places = (replace(key, path=str(workspaces / Path(key.path).name)) for key in held.workspaces)
    return replace(held, bound_to=keys_here.binding(folder), workspaces=tuple(places))
