"""A connection of the driver's to a workspace file, with its raw key."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from inspector_app.core.errors import Code, Expected

LOGGED = "journal_mode = WAL"


def connect(path: Path, key: str, access: str, settings: tuple[str, ...]) -> Any:
    """A raw connection with the key set. Expected: DISK_FAILED (no log can be kept); sqlite.Error for the rest."""
    raw = sqlite.connect(
        f"{path.absolute().as_uri()}?{access}", uri=True, check_same_thread=False, isolation_level=None, timeout=5
    )
    try:
        for pragma in (
            f"key = \"x'{key}'\"",
            "cipher_log_level = NONE",  # it would print to standard error on a wrong key
            "temp_store = MEMORY",  # nothing spills in plain
            *settings,
        ):
            answer = raw.execute(f"PRAGMA {pragma}").fetchone()
            if pragma == LOGGED:
                _refuse_without_log(answer, path)
    except (sqlite.Error, Expected):
        raw.close()
        raise
    return raw


def _refuse_without_log(answer: tuple[str], path: Path) -> None:
    """SQLite says nothing where the disk fails at the log, and would go on without one."""
    if answer != ("wal",):
        raise Expected(Code.DISK_FAILED, where=path, why="no log of edits can be kept beside the file")
