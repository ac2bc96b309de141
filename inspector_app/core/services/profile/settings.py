"""Small remembered choices of this laptop: theme, zoom, idle minutes. Nothing secret, nothing about an inspection."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.core import files
from inspector_app.core.errors import Expected

if TYPE_CHECKING:
    from inspector_app.core.domain.fields import Value

_LARGEST = 4 * 1024 * 1024  # bytes: far more than a person can choose


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
        """Remember a value, beside what other programs write meanwhile. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
        self.set_all({name: value})

    def set_all(self, values: "Mapping[str, Value]") -> None:
        """Remember several values, together or none of them. Expected: as `set`."""
        self._change(lambda _: values)

    def raise_to(self, name: str, number: int) -> None:
        """Remember a number, unless a higher one is remembered, whoever wrote that. Expected: as `set`."""
        self._change(lambda found: {name: max(number, _number(found.get(name)))})

    def forget(self, beginning: str) -> None:
        """Remember nothing more under the names that begin so, whoever wrote them. Expected: as `set`."""
        self._change(lambda found: {name: None for name in found if name.startswith(beginning)})

    def _change(self, change: "Callable[[Mapping[str, Value]], Mapping[str, Value]]") -> None:
        from inspector_app.core.alone import alone  # and with it the locks (40 ms): only where something is written

        self._values = None
        if not _differs(self._loaded(), change):
            return
        with files.saying_what_failed(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        with alone(self._path):
            self._values = None
            if _differs(self._loaded(), change):
                changed = {**self._loaded(), **change(self._loaded())}
                self._write({name: value for name, value in changed.items() if value is not None})

    def _write(self, values: "dict[str, Value]") -> None:
        text = json.dumps(values, indent=1, sort_keys=True)
        files.write_whole(self._path, text.encode(), profile=self._path.parent)
        self._values = values

    def _loaded(self) -> "dict[str, Value]":
        if self._values is None:
            try:
                found = json.loads(files.read_bytes(self._path, _LARGEST))  # in whichever code an editor saved it
            except (Expected, ValueError, RecursionError):  # also what is no file: a pipe may never end
                found = {}
            self._values = {n: v for n, v in found.items() if _can_be_used(v)} if isinstance(found, dict) else {}
        return self._values


def _can_be_used(value: object) -> bool:
    """Whether a text can be the name of a file, as that of a folder is; any other value can."""
    return not isinstance(value, str) or files.can_be_named(value)


def _differs(found: "Mapping[str, Value]", change: "Callable[[Mapping[str, Value]], Mapping[str, Value]]") -> bool:
    return any(found.get(name) != value for name, value in change(found).items())


def _number(found: "Value") -> int:
    return found if isinstance(found, int) else 0
