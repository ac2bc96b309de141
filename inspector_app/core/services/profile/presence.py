"""Which inspections are open in a window at the moment: one window has an inspection open at a time.

Commands may write beside a window, which sees it. A second window is told where the first is, and asks it to come forward.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core import claims, files
from inspector_app.core.alone import alone
from inspector_app.core.claims import Claim
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage import beside

OPEN, _PATH, _FILE, _PROGRAM = "open", "path", "file", "program"
_CALLED = ".called"


@dataclass(frozen=True, slots=True)
class Window:
    """A window that has an inspection open: which file of it, and the number of its program."""

    claim: Path
    path: Path
    file: str
    program: str

    def call(self) -> None:
        """Ask it to come to the front."""
        with suppress(OSError):
            self.claim.with_suffix(_CALLED).touch(mode=0o600)

    @property
    def replaced(self) -> bool:
        """Whether another file lies at the path of the one that it has open."""
        return self.path.exists() and _text(self.path) != self.file


def window(profile: Path, workspace: WorkspaceId) -> Window | None:
    """The window that has the inspection open; None when there is none."""
    for claim, about in claims.held(profile):
        if about.get(OPEN) == workspace:
            return Window(claim, Path(about.get(_PATH, "")), about.get(_FILE, ""), about.get(_PROGRAM, "?"))
    return None


def hold(profile: Path, workspace: WorkspaceId, path: Path) -> Claim:
    """Be the one window that has the inspection open, also where another opens it at the same instant.

    Expected: OPEN_ELSEWHERE, with the other asked to come forward; DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    with alone(profile / "claims"), files.saying_what_failed(profile):
        other = window(profile, workspace)
        if other is not None:
            other.call()
            raise Expected(Code.OPEN_ELSEWHERE, where=other.path, program=other.program)
        about = {OPEN: workspace, _PATH: str(path), _FILE: _text(path), _PROGRAM: str(os.getpid())}
        return Claim(profile, about)


def hold_if_room(profile: Path, workspace: WorkspaceId, path: Path) -> Claim | None:
    """As `hold`; None where the disk has no room to say so, which must keep nobody from reading. Expected: as `hold`."""
    try:
        return hold(profile, workspace, path)
    except Expected as error:
        if error.code is not Code.DISK_FULL:
            raise
        return None


def called(claim: Claim) -> bool:
    """Whether somebody has asked this window to come to the front since this was last asked."""
    asked = claim.path.with_suffix(_CALLED)
    if not asked.exists():
        return False
    files.clear(asked)
    return True


def _text(path: Path) -> str:
    return str(beside.identity(path))
