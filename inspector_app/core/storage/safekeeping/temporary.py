"""A temporary folder for copies of inspections, encrypted as they are; a killed program's goes at the next start."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from inspector_app.core import paths
from inspector_app.core.claims import About, Claim

TEMPORARY = "temporary"  # what a claim on such a folder says: its path
_PREFIX = "inspector-"


class Folder:
    """A new one, its owner's alone, until `clear` or the end of a `with` block. Raises OSError."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX)
        self.path = Path(self._folder.name)
        self._claim: Claim | None = None
        with suppress(OSError):  # where the profile folder cannot take the note, there is one all the same
            self._claim = Claim(paths.profile(), {TEMPORARY: str(self.path)})

    def clear(self) -> None:
        """Remove it with all that is in it."""
        self._folder.cleanup()
        if self._claim:
            self._claim.release()
            self._claim = None

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.clear()


def clear_left(about: About) -> None:
    """Remove the folder of a program that was killed. Any other folder stays, whatever a claim says."""
    path = Path(about[TEMPORARY])
    if path.name.startswith(_PREFIX) and path.parent == Path(tempfile.gettempdir()) and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
