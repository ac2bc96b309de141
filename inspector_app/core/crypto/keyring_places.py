"""Where a keyring lies: the file, its copy beside it, and the version before. Light, for the first screen asks."""

from pathlib import Path
from typing import NamedTuple


class Places(NamedTuple):  # no dataclass: see core/words.py
    """The three files of a keyring, and the note of a change, by where the first of them is."""

    path: Path

    @property
    def copy(self) -> Path:
        """The second one: the same again."""
        return self.path.with_name(f"{self.path.name}.copy")

    @property
    def former(self) -> Path:
        """What it was before it was last changed."""
        return self.path.with_name(f"{self.path.name}.former")

    @property
    def changing(self) -> Path:
        """There while the passphrase is changed, and after a program that was killed meanwhile. It is empty."""
        return self.path.with_name(f"{self.path.name}.changing")

    def any_exists(self) -> bool:
        """Whether one of them is there."""
        return any(path.exists() for path in (self.path, self.copy, self.former))
