"""Another file put in the place of a workspace file, with what SQLite keeps beside that moved away together."""

from pathlib import Path

from inspector_app.core import files
from inspector_app.core.claims import About, Claim
from inspector_app.core.storage import beside

RESTORING, _NEW, _ASIDE = (
    "restoring",
    "new",
    "aside",
)  # what a claim says: the path, what goes there, where the old goes


def put_in_place(profile: Path, new: Path, path: Path, aside: Path) -> None:
    """Move the file at the path aside, with the log and its index, and the new one there. Nobody may have either open.

    Killed half way, the next start of the laptop goes on with it (`go_on`). Raises OSError; then all is as it was, or the
    next start goes on with it.
    """
    claim = Claim(profile, {RESTORING: str(path), _NEW: str(new), _ASIDE: str(aside)})
    try:
        _move(new, path, aside)
    except BaseException:
        if not new.exists() and path.exists():
            path.replace(new)
        _shift(aside, path)
        claim.release()
        raise
    claim.release()


def go_on(about: About) -> None:
    """Do the rest of what was claimed, or undo it where the new file is gone and the old one not back. Raises OSError."""
    new, path, aside = (Path(about[name]) for name in (_NEW, RESTORING, _ASIDE))
    if new.exists():
        _move(new, path, aside)
    elif not path.exists():
        _shift(aside, path)


def _move(new: Path, path: Path, aside: Path) -> None:
    _shift(path, aside)
    new.replace(path)
    files.sync_folder(path.parent)


def _shift(here: Path, there: Path) -> None:
    """Rename the file, the log and its index, as far as they are there."""
    for one, other in zip(beside.together(here), beside.together(there), strict=True):
        if one.exists():
            one.replace(other)
