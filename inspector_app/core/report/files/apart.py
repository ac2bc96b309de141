"""A report's file written in a process of its own: its libraries hold Python's lock, and the window would wait for its turns.

What the report says goes through pipes, never by a command line, an environment or a file, and so does the file that is made;
no key goes with it. The process ends with its answer, with who cancels it, and with the program that started it, as by the
lock; it is told nothing before it is sure to. Where none can be started, or it fails, the file is written here.
"""

import subprocess
import sys
from contextlib import suppress
from threading import Event, Thread
from typing import IO, BinaryIO

from inspector_app.core import memory, own_process
from inspector_app.core.report.content import Progress, Report
from inspector_app.core.report.files import as_text
from inspector_app.core.report.files.writers import writer

SWITCH = "--report"
_QUICK = (".html",)  # some milliseconds, and no reason for a process
_LOOK = 0.1  # seconds between two looks whether it is still wanted


def written(report: Report, ending: str, progress: Progress) -> bytes:
    """The report as a file of that ending; `progress` is called again and again, and may raise to stop it."""
    made = b"" if ending in _QUICK else _asked(report, ending, progress)
    return made or writer(ending)(report, progress)


def main(arguments: list[str]) -> int:
    """Be that process: write what comes in as a file of that ending, and end."""
    memory.end_with_parent(sys.stdout.buffer)
    return answer(arguments, sys.stdin.buffer, sys.stdout.buffer)


def answer(arguments: list[str], asked: BinaryIO, out: BinaryIO) -> int:
    """Answer one question; returns the exit status."""
    (ending,) = arguments
    out.write(writer(ending)(as_text.read(asked.read().decode()), lambda _done, _of, _what: None))
    out.flush()
    return 0


def _asked(report: Report, ending: str, progress: Progress) -> bytes:
    """What that process makes; nothing where there is none, or it failed."""
    running = own_process.started([SWITCH, ending])
    if running is None:
        return b""
    with running:
        try:
            made = _ended(running, as_text.written(report).encode(), progress)
        except BaseException:
            running.kill()
            raise
    return made if running.returncode == 0 else b""


def _ended(running: subprocess.Popen[bytes], said: bytes, progress: Progress) -> bytes:
    # Given by another thread: where Python's own way of giving it gave only a part in time, it never gives the rest.
    asking, running.stdin, tied = running.stdin, None, Event()
    Thread(target=_give, args=(running, asking, said, tied), daemon=True).start()
    while not tied.wait(_LOOK):
        progress(1, 2, "Writing the file")
    while True:
        try:
            return running.communicate(timeout=_LOOK)[0]
        except subprocess.TimeoutExpired:
            progress(1, 2, "Writing the file")


def _give(running: subprocess.Popen[bytes], asking: IO[bytes] | None, said: bytes, tied: Event) -> None:
    with suppress(OSError):  # it ended before it took all
        if asking is not None:
            with asking:
                ends_with_us = memory.ends_with_us(running.stdout)
                tied.set()
                if ends_with_us:
                    asking.write(said)
