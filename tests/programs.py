"""Programs that tests start: on their own, or forked from one that has imported what each of them would.

An import of all that a command needs takes a second of the processor, what most commands then do a tenth of that.
`forked` runs `python -m …` or `python -c …` in a process of its own that need not import: what it is told, its folder,
environment, streams (closed ones too), exit, and whoever kills it are what they are for any program, for nothing but
modules is there before the fork: no thread, no database, no open file, no number drawn (tests/architecture/test_programs.py).

Started on its own (`subprocess`) is what is about a start or about the process itself: what is imported when, the door's
other switches and windows, options and language of Python (`forked` refuses an environment that differs in those), another
Python, LD_PRELOAD, a built program, memory, /proc, `unshare`.

    python -m tests.programs SOCKET      the program that is forked; ends when the socket is closed
"""

import gc
import importlib
import io
import json
import os
import pkgutil
import runpy
import selectors
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, NoReturn

PIPE, DEVNULL, CLOSED = subprocess.PIPE, subprocess.DEVNULL, -10  # what a stream of the program is, beside a file
ROOT = Path(__file__).parents[1]
_AT_START = ("PYTHON", "LC_", "LANG", "TZ", "LD_", "MALLOC_")  # how these variables begin is read when a process starts
_NOT_AT_START = ("PYTHONPATH", "PYTHONUNBUFFERED")  # what is imported has been; `_become` does as the other says
_LONGEST = 60_000  # bytes that a pipe takes before anybody reads
_MESSAGE = 200_000
_IMPORTED_LATE = (  # by libraries, when they are first asked for something
    "zxcvbn", "jsonschema", "jsonschema.validators", "referencing", "PIL.PngImagePlugin", "PIL.JpegImagePlugin",
    "encodings.ascii", "encodings.utf_8_sig", "encodings.latin_1", "encodings.cp1252", "pwd", "resource",
)  # fmt: skip


class Program:
    """One that runs. `stdin`, `stdout` and `stderr` are there where they are pipes."""

    def __init__(self, life: socket.socket, pipes: Sequence[IO[bytes] | None]) -> None:
        self._life = life.makefile("r")
        life.close()
        self.stdin, self.stdout, self.stderr = pipes
        self.pid = int(self._life.readline())
        self._status: int | None = None

    def wait(self) -> int:
        """The status that it ended with; the number of a signal, less than nothing, where it was killed."""
        if self._status is None:
            self._status = os.waitstatus_to_exitcode(int(self._life.readline()))
            for ours in (self._life, self.stdin, self.stdout, self.stderr):
                if ours:
                    ours.close()
        return self._status

    def communicate(self, given: bytes = b"") -> tuple[bytes, bytes]:
        """Give it that to read, and read what it says until it ends; nothing once it has been waited for."""
        if self._status is not None:
            return b"", b""
        assert len(given) <= _LONGEST
        if self.stdin:
            self.stdin.write(given)
            self.stdin.close()
        said = _read({1: self.stdout, 2: self.stderr})
        self.wait()
        return said[1], said[2]


class OnTheirOwn:
    """Programs that begin with a Python of their own, as a person starts them."""

    def start(
        self, line: Sequence[object], stdin: Any = None, stdout: Any = None, stderr: Any = None,
        *, env: Mapping[str, str] | None = None, cwd: Path | None = None,
    ) -> "Program | subprocess.Popen[bytes]":  # fmt: skip
        """Start what `python`, then the line would, as subprocess.Popen does; a stream may be CLOSED.

        line: "-m", a module, or "-c", some Python, either after "-u"; then arguments.
        """
        given = (stdin, stdout, stderr)
        closed = [number for number, stream in enumerate(given) if stream == CLOSED]
        return subprocess.Popen(
            [sys.executable, *map(_text, line)], -1, None, *(None if stream == CLOSED else stream for stream in given),
            env=env, cwd=cwd, preexec_fn=(lambda: [os.close(number) for number in closed]) if closed else None,
        )  # fmt: skip

    def run(
        self, line: Sequence[object], *, given: bytes = b"", stdin: Any = PIPE, stdout: Any = PIPE, stderr: Any = PIPE,
        env: Mapping[str, str] | None = None, cwd: Path | None = None,
    ) -> "subprocess.CompletedProcess[bytes]":  # fmt: skip
        """As subprocess.run does, with what it says kept."""
        started = self.start(line, stdin, stdout, stderr, env=env, cwd=cwd)
        out, err = started.communicate(given if stdin == PIPE else b"")
        return subprocess.CompletedProcess(line, started.wait(), out or b"", err or b"")


class Forking(OnTheirOwn):
    """A program that has imported everything; gives the `Program` that it forks for each line."""

    def __init__(self) -> None:
        self._asked, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._began = _told_at_start(os.environ)
        line = [sys.executable, "-m", "tests.programs", str(there.fileno())]
        self._server = subprocess.Popen(line, cwd=ROOT, pass_fds=[there.fileno()])
        there.close()

    def start(
        self, line: Sequence[object], stdin: Any = None, stdout: Any = None, stderr: Any = None,
        *, env: Mapping[str, str] | None = None, cwd: Path | None = None,
    ) -> Program:  # fmt: skip
        """As that of the other, but that `env` may not differ in what Python reads at its start."""
        environment = dict(os.environ if env is None else env)
        assert _told_at_start(environment) == self._began, "read when Python starts: it needs a program of its own"
        with ExitStack() as ours:
            streams = [_stream(number, given, ours) for number, given in enumerate((stdin, stdout, stderr))]
            life, theirs = socket.socketpair()
            ours.enter_context(theirs)
            told = {
                "line": list(map(_text, line)), "env": environment, "cwd": os.fspath(cwd or Path.cwd()),
                "umask": _umask(), "open": [number for number, (handed, _) in enumerate(streams) if handed is not None],
            }  # fmt: skip
            handed = [theirs.fileno(), *(fd for fd, _ in streams if fd is not None)]
            socket.send_fds(self._asked, [json.dumps(told).encode()], handed)
        return Program(life, [pipe for _, pipe in streams])

    def close(self) -> None:
        self._asked.close()
        self._server.wait()


@contextmanager
def forking() -> Iterator[OnTheirOwn]:
    """One program that is forked, for as long as it is wanted; where the system cannot, each is on its own."""
    if sys.platform != "linux":
        yield OnTheirOwn()
        return
    made = Forking()
    try:
        yield made
    finally:
        made.close()


def _text(word: object) -> str:
    return os.fspath(word) if isinstance(word, os.PathLike) else str(word)


def _told_at_start(environment: Mapping[str, str]) -> dict[str, str]:
    return {n: v for n, v in environment.items() if n.startswith(_AT_START) and n not in _NOT_AT_START}


def _umask() -> int:
    os.umask(was := os.umask(0o077))
    return was


def _stream(number: int, given: Any, ours: ExitStack) -> tuple[int | None, IO[bytes] | None]:
    """The descriptor that the program gets as this stream, closed here once it has it; and our end of a pipe."""
    if given is None:
        return number, None
    if given == CLOSED:
        return None, None
    if given == DEVNULL:
        return ours.enter_context(Path(os.devnull).open("r+b", buffering=0)).fileno(), None
    if given != PIPE:
        return given if isinstance(given, int) else given.fileno(), None
    reads, writes = os.pipe()
    theirs, kept, mode = (reads, writes, "wb") if number == 0 else (writes, reads, "rb")
    ours.callback(os.close, theirs)
    return theirs, os.fdopen(kept, mode, buffering=0 if number == 0 else -1)


def _read(streams: Mapping[int, IO[bytes] | None]) -> dict[int, bytes]:
    said = dict.fromkeys(streams, b"")
    with selectors.DefaultSelector() as waiting:
        for number, stream in streams.items():
            if stream:
                waiting.register(stream, selectors.EVENT_READ, number)
        while waiting.get_map():
            for key, _ in waiting.select():
                part = os.read(key.fd, 1 << 16)
                said[key.data] += part
                if not part:
                    waiting.unregister(key.fileobj)
                    key.fileobj.close()  # type: ignore[union-attr]
    return said


# The other side: what is forked. Nothing of it but modules may be there when it is.


def _serve(asked: socket.socket) -> Callable[[], object]:
    """Fork a program for each message, until there is none; what is to be run, in the program that was forked."""
    interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends with the tests, by its socket
    while True:
        message, handed, _, _ = socket.recv_fds(asked, _MESSAGE, 4)
        with suppress(ChildProcessError):  # none is left that was not waited for
            while os.waitpid(-1, 0 if not message else os.WNOHANG)[0]:
                pass
        if not message:
            os._exit(0)
        if not os.fork():
            told = json.loads(message)
            if not (child := os.fork()):
                signal.signal(signal.SIGINT, interrupt)
                return _become(told, handed[1:])
            _keep(child, handed)
        for descriptor in handed:
            os.close(descriptor)


def _keep(child: int, handed: Sequence[int]) -> NoReturn:
    """Say who the program is, and how it ends; hold none of its streams."""
    life = os.dup(handed[0])
    os.closerange(0, life)
    os.closerange(life + 1, os.sysconf("SC_OPEN_MAX"))
    os.write(life, b"%d\n" % child)
    os.write(life, b"%d\n" % os.waitpid(child, 0)[1])
    os._exit(0)


def _become(told: dict[str, Any], handed: Sequence[int]) -> Callable[[], object]:
    """Be as a process that Python was just started in; what its line says, to be called."""
    written = [(stream.encoding, stream.errors) for stream in (sys.stdin, sys.stdout, sys.stderr)]
    for number in range(3):
        os.close(number)
    for number, descriptor in zip(told["open"], handed, strict=True):
        os.dup2(descriptor, number)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    os.umask(told["umask"])
    os.chdir(told["cwd"])
    os.environ.clear()
    os.environ.update(told["env"])
    line = told["line"]
    at_once = line[0] == "-u" or bool(os.environ.get("PYTHONUNBUFFERED"))
    streams = [
        _as_started(number, *written[number], at_once=at_once) if number in told["open"] else None
        for number in range(3)
    ]
    sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__ = streams  # type: ignore[misc]
    return _called(*line[line[0] == "-u" :])


def _called(kind: str, what: str, *arguments: str) -> Callable[[], object]:
    sys.argv = [kind, *arguments]
    if kind == "-m":
        sys.path[0] = str(Path.cwd())
        return lambda: runpy.run_module(what, run_name="__main__", alter_sys=True)
    sys.path[0] = ""
    return lambda: exec(what, {"__name__": "__main__"})


def _as_started(number: int, encoding: str, errors: str, *, at_once: bool) -> io.TextIOWrapper:
    """As `create_stdio` of Python's pylifecycle.c makes a stream."""
    mode, bare = ("r", False) if number == 0 else ("w", at_once)
    held: Any = open(number, f"{mode}b", buffering=0 if bare else -1, closefd=False)  # noqa: SIM115
    (held if bare else held.raw).name = f"<{('stdin', 'stdout', 'stderr')[number]}>"
    by_line = not at_once and (number == 2 or os.isatty(number))
    made = io.TextIOWrapper(held, encoding, errors, "\n", by_line, at_once)
    made.mode = mode  # type: ignore[misc]
    return made


def _import_everything() -> None:
    """All that a command may import, and what our tests' own programs do."""
    for name in ("inspector_app.core", "inspector_app.commands"):
        for module in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
            importlib.import_module(module.name)
    for name in _IMPORTED_LATE:
        importlib.import_module(name)


def main() -> None:
    _import_everything()
    gc.collect()
    gc.freeze()  # else each that is forked would look through all of it for garbage at its end
    what = _serve(socket.socket(fileno=int(sys.argv[1])))
    what()


if __name__ == "__main__":
    main()
