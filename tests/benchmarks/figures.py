"""Figures of a run: percentiles, and ratios of two things measured in turn."""

import os
import statistics
import time
from collections.abc import Callable, Sequence


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which that part (0 to 1) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def timed(work: Callable[[], object]) -> float:
    """Seconds one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def worked(work: Callable[[], object]) -> float:
    """Seconds of the processor that one call takes: others at work beside it hardly count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turn(
    first: Callable[[], float], second: Callable[[], float], rounds: int, block: int = 1
) -> tuple[list[float], list[float]]:
    """Measure two things in turn, so many at a time, so that a machine that slows down slows both."""
    firsts: list[float] = []
    seconds: list[float] = []
    for _ in range(rounds):
        firsts += [first() for _ in range(block)]
        seconds += [second() for _ in range(block)]
    return firsts, seconds


def ratio(first: Sequence[float], second: Sequence[float]) -> float:
    """Median of the one against the median of the other."""
    return statistics.median(first) / statistics.median(second)


def ms(seconds: float) -> str:
    """Milliseconds, for print."""
    return f"{seconds * 1000:.2f} ms"


def peak_memory_mb() -> float:
    """The most memory this process has held, in MB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def machine() -> str:
    """What it was measured on."""
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
