"""How long the start took, on the clock and of the processor, and how much memory it needs (`--measure-start`)."""

import json
import os
import sys
import time
from pathlib import Path

_STARTED_FIELD = 19  # of /proc/PID/stat after the name's closing bracket: start time in clock ticks since boot


def report(began: float) -> str:
    """One line of JSON: seconds since the process began, those of the processor (`cpu_s`), and resident memory in MB.

    Only Linux tells when the process began. Elsewhere it is seconds since `began` (time.perf_counter() early in the
    program), which leaves out the start of Python and the imports before.
    """
    found = {"ready_s": _since_start(began), "cpu_s": time.process_time(), "rss_mb": _resident() / 1e6}
    return json.dumps({name: round(value, 4) for name, value in found.items()})


def _since_start(began: float) -> float:
    stat = Path("/proc/self/stat")
    if sys.platform != "linux" or not stat.exists():
        return time.perf_counter() - began
    ticks = int(stat.read_text().rpartition(")")[2].split()[_STARTED_FIELD])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def _resident() -> int:
    """Bytes in memory now on Linux; the most there ever were on macOS; 0 where neither is told."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return 0
    import resource  # there is none on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
