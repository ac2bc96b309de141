"""A slow laptop, simulated: a wait at each sync, and a quarter of a core by stopping the process for three quarters."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CORE = "SLOW_CORE"  # in the environment: what is measured is to run on a quarter of a core
_TURN, _PART = 0.008, 0.25  # seconds: half a frame, of which it runs that part


def disk(ms: str, folder: Path) -> dict[str, str]:
    """The environment of a process whose syncs take so many milliseconds more (Linux; needs a C compiler)."""
    shim = folder / "slow_disk.so"
    source = Path(__file__).with_suffix("").parent / "slow_disk.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", str(shim), str(source), "-ldl"], check=True)
    return {"LD_PRELOAD": str(shim), "SLOW_DISK_MS": ms}


def held() -> int:
    """How many syncs the window's own thread has waited for; 0 where no disk is simulated."""
    return ctypes.CDLL(None).slow_disk_held() if "SLOW_DISK_MS" in os.environ else 0


@contextmanager
def core() -> Iterator[None]:
    """Within it this process has a quarter of a core, where that was asked for: what comes before is not measured."""
    if CORE not in os.environ:
        yield
        return
    brake = subprocess.Popen([sys.executable, "-m", "tests.benchmarks.slow", str(os.getpid())])
    try:
        yield
    finally:
        brake.terminate()
        brake.wait()
        os.kill(os.getpid(), signal.SIGCONT)


def _brake(process: int) -> None:
    """Stop a process and let it go on, in turn, until told to end."""
    ended: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: ended.append(1))
    while not ended:
        for sign, part in ((signal.SIGSTOP, 1 - _PART), (signal.SIGCONT, _PART)):
            os.kill(process, sign)
            time.sleep(_TURN * part)
    os.kill(process, signal.SIGCONT)


if __name__ == "__main__":
    _brake(int(sys.argv[1]))
