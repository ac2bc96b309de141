"""Where a live workspace may be: a local folder. Network, cloud and removable ones damage or leak it."""

import os
import re
from pathlib import Path

from inspector_app.core import reached
from inspector_app.core.errors import Code, Expected

_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "9p",
    "fuse.sshfs",
    "fuse.rclone",
    "davfs",
    "fuse.davfs2",
}
_REMOVABLE = {"vfat", "exfat", "msdos"}
_REMOVABLE_ROOTS = ("/media/", "/run/media/", "/Volumes/")
_CLOUD = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "box sync",
    "sharepoint",
    "cloudstorage",
    "mobile documents",
)


def refuse_unless_local(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> None:
    """Nothing for a local folder. Expected: FOLDER_NOT_LOCAL with the kind of place it is."""
    reached.is_there(folder)
    folder = folder.resolve()
    kind = _cloud(folder) or (_windows(folder) if os.name == "nt" else _mounted(folder, mounts))
    if kind:
        raise Expected(Code.FOLDER_NOT_LOCAL, where=folder, kind=kind)


def _cloud(folder: Path) -> str | None:
    for part in folder.parts:
        if any(part.casefold().startswith(name) for name in _CLOUD):
            return f"cloud-synced folder ({part})"
    return None


def _mounted(folder: Path, mounts: Path) -> str | None:
    if str(folder).startswith(_REMOVABLE_ROOTS):
        return "removable disk"
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # a system without such a list: nothing is known against the folder
        return None
    points = [(_spelt_out(fields[1]), fields[2]) for fields in map(str.split, lines) if len(fields) > 2]
    above = {str(folder), *map(str, folder.parents)}  # a machine may have hundreds of mounts: as text
    holding = [(point, kind) for point, kind in points if point in above]
    kind = max(reversed(holding), key=lambda found: len(found[0]), default=("", ""))[1]  # the last mounted lies on top
    if kind in _NETWORK:
        return "network folder"
    return "removable disk" if kind in _REMOVABLE else None


def _spelt_out(point: str) -> str:
    """A mount point with its blanks and backslashes, which the list writes as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)


def _windows(folder: Path) -> str | None:
    import ctypes  # only Windows asks it

    windll = getattr(ctypes, "windll")  # noqa: B009  there is none off Windows, which mypy knows
    kind = windll.kernel32.GetDriveTypeW(os.path.splitdrive(folder)[0] + "\\")
    return {2: "removable disk", 4: "network folder"}.get(kind)
