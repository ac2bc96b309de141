"""One program at a time reads a small file, changes it and writes it: else the later takes away what the earlier wrote."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic as seconds
from time import sleep

from filelock import FileLock, Timeout

from inspector_app.core import files
from inspector_app.core.errors import Code, Expected

LONGEST_WAIT, _LOOK_AGAIN = 10.0, 0.002  # seconds: for another program that writes, and between two tries
_let_go: dict[Path, float] = {}  # when this program last did, by a clock that only runs on


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """While no other program of ours changes the file, for which it waits some seconds at most.

    It is the system's lock on a file beside it (`keyring` has `keyring.lock`), which goes with the program that holds it,
    however that ends: what lies there locks nothing by itself.
    Expected: BUSY, DISK_FULL, FOLDER_READ_ONLY, and what the block raises.
    """
    lock = FileLock(path.with_suffix(".lock"), LONGEST_WAIT, 0o600, poll_interval=_LOOK_AGAIN)
    _let_others_come_first(path)
    with files.saying_what_failed(path):
        try:
            lock.acquire()
        except Timeout as error:  # which is an error of the system's, too
            raise Expected(Code.BUSY, where=path) from error
    try:
        yield
    finally:
        lock.release()
        _let_go[path] = seconds()


def _let_others_come_first(path: Path) -> None:
    """Who waits comes before whoever writes again at once; who writes now and then waits for nobody."""
    since = seconds() - _let_go.get(path, -LONGEST_WAIT)
    sleep(max(0.0, 2 * _LOOK_AGAIN - since))
