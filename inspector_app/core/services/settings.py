"""Small remembered choices of this laptop: theme, zoom, idle minutes. Nothing secret, nothing about an inspection."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.core import files

if TYPE_CHECKING:
    from inspector_app.core.domain.fields import Value


class Settings:
    """Choices in settings.json of the profile folder; a damaged or missing file means the defaults."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"
        self._values: dict[str, Value] | None = None

    def get(self, name: str, default: "Value") -> "Value":
        """The remembered value, or the default where there is none of the default's type."""
        value = self._loaded().get(name, default)
        return value if type(value) is type(default) else default

    def set(self, name: str, value: "Value") -> None:
        """Remember a value, beside what other programs have written since. Expected: DISK_FULL, FOLDER_READ_ONLY."""
        self._values = None
        if self._loaded().get(name) == value:
            return
        values = {**self._loaded(), name: value}
        with files.saying_what_failed(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        files.write_whole(self._path, json.dumps(values, indent=1, sort_keys=True).encode(), profile=self._path.parent)
        self._values = values

    def _loaded(self) -> "dict[str, Value]":
        if self._values is None:
            try:
                found = json.loads(self._path.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                found = {}
            self._values = found if isinstance(found, dict) else {}
        return self._values
