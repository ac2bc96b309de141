"""What the system says of a path that a person named, before anything is done there: a drive may be gone, or fail."""

import errno
import os
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.errors import Code, Expected

_NOWHERE = (errno.ELOOP, errno.ENAMETOOLONG)  # a link that leads to itself, a name that no file can have


def is_there(path: Path) -> bool:
    """Whether anything is at that path. Expected: FILE_MISSING (nothing can be), FOLDER_READ_ONLY, DISK_FAILED."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except ValueError as error:  # a name with a character of no name
        raise Expected(Code.FILE_MISSING, where=path) from error
    except OSError as error:
        if error.errno in _NOWHERE:
            raise Expected(Code.FILE_MISSING, where=path) from error
        raise files.from_os(error, path) from error
    return True


def require(path: Path) -> None:
    """Refuse a path at which nothing is. Expected: as `is_there`."""
    if not is_there(path):
        raise Expected(Code.FILE_MISSING, where=path)


def is_file(path: Path) -> bool:
    """Whether a file is at that path. Expected: as `is_there`."""
    return is_there(path) and os.path.isfile(path)  # noqa: PTH113  pathlib's raises where a drive fails meanwhile


def is_folder(path: Path) -> bool:
    """Whether a folder is there that can be looked into: not where the system answers with an error."""
    return os.path.isdir(path)  # noqa: PTH112  pathlib's raises what the system says
