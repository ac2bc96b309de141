"""One program at a time reads a small file, changes it and writes it: else the later takes away what the earlier wrote."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from inspector_app.core import files
from inspector_app.core.errors import Code, Expected

LONGEST_WAIT, _LOOK_AGAIN = 10.0, 0.002  # seconds: for another program that writes, and between two tries


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """While no other program of ours changes the file, for which it waits some seconds at most.

    It is the system's lock on a file beside it (`keyring` has `keyring.lock`), which goes with the program that holds it,
    however that ends: what lies there locks nothing by itself.
    Expected: BUSY, DISK_FULL, FOLDER_READ_ONLY, and what the block raises.
    """
    lock = FileLock(path.with_suffix(".lock"), timeout=LONGEST_WAIT, poll_interval=_LOOK_AGAIN)
    with files.saying_what_failed(path):
        try:
            lock.acquire()
        except Timeout as error:  # which is an error of the system's, too
            raise Expected(Code.BUSY, where=path) from error
    try:
        yield
    finally:
        lock.release()
        time.sleep(2 * _LOOK_AGAIN)  # who waits comes before whoever writes again at once
