"""What the system is asked to do for what is in memory: no core dump, no look from outside, no key in the swap file."""

import ctypes
import sys
from collections.abc import Callable, Iterable
from typing import IO

_NOT_DUMPABLE = (4, 0, 0, 0, 0)  # PR_SET_DUMPABLE: prctl(2)
_SIGNAL_AT_PARENTS_END, _KILL = 1, 9  # PR_SET_PDEATHSIG, SIGKILL
_TIED = b"t"  # the first letter of its answer


def keep_private() -> None:
    """From now on a crash writes no memory to disk, and on Linux no other program of this user may read or trace it.

    Windows writes no core dump unasked. A system that refuses is left as it is: this is a second wall, not the first.
    """
    try:
        import resource  # there is none on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(*_NOT_DUMPABLE)


def end_with_parent(out: IO[bytes]) -> None:
    """On Linux: let this process be killed with the thread that started it, as by the lock, which begins the program anew.

    Then say so: until it has, it is told nothing, for a lock that came while it was beginning would have left it alive.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_END, _KILL, 0, 0, 0)
    out.write(_TIED)
    out.flush()


def ends_with_us(said: IO[bytes] | None) -> bool:
    """Wait until a process that was started has said so by its output; False: it ended before, or is another program."""
    return said is not None and said.read(len(_TIED)) == _TIED


def keep_from_swap(secrets: Iterable[bytes | str]) -> bool:
    """Ask the system never to write the memory of these keys to the disk; whether it said yes to each.

    The system lends a program little of such memory, so this is for keys, not for notes. It holds whole pages, for as long
    as the program lives.
    """
    lock = _lock()
    locked = [lock(id(secret), sys.getsizeof(secret)) for secret in secrets]  # each, whatever became of the one before
    return all(locked)


def _lock() -> Callable[[int, int], bool]:
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        return lambda at, size: bool(kernel.VirtualLock(ctypes.c_void_p(at), ctypes.c_size_t(size)))
    system = ctypes.CDLL(None)
    return lambda at, size: bool(system.mlock(ctypes.c_void_p(at), ctypes.c_size_t(size)) == 0)
