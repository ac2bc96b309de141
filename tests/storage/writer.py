"""A writer to be killed. Run as a process of its own: it imports everything once, then forks a writer for each line it reads.

    python -m tests.storage.writer PROFILE        then on stdin: ROUND MODE PATH
Each writer says "pid N", then "ack N" after each edit that the editor says is on disk (and "closing" before it closes),
until it is killed; then the parent of writers says "dead".
"""

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from inspector_app.core.services import frameworks
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace

PASSPHRASE = "copper lantern drifts over quiet water"
LONG = 50_000  # characters: an hour of typing, many pages of the file


def item(case: str, number: int) -> str:
    """The prompt that edit `number` goes to."""
    return f"{case}/2.1.1/{'abcdefghi'[number % 9]}"


def note(turn: int, number: int) -> str:
    """What edit `number` of a turn writes."""
    return f"turn {turn} edit {number}"


def long_note(turn: int, number: int) -> str:
    """What typing for the `number`th time leaves in the box."""
    return f"turn {turn} edit {number} " + "the child was seen on time. " * (LONG // 28)


def say(text: str) -> None:
    """One line to the test, in one system call."""
    os.write(1, f"{text}\n".encode())


def edit(workspace: Workspace, turn: int) -> None:
    """A new value each time."""
    case = workspace.case_rows()[0].id
    for number in count():
        workspace.editor.set("prompt", item(case, number), "note", note(turn, number))
        say(f"ack {number}")


def amend(workspace: Workspace, turn: int) -> None:
    """Somebody types on and on in one box."""
    case = workspace.case_rows()[0].id
    session = None
    for number in count():
        done = workspace.editor.set("prompt", item(case, turn), "note", long_note(turn, number), amend=session)
        session = done.change
        say(f"ack {number}")


def close(workspace: Workspace, turn: int, reopened: Iterator[Workspace]) -> None:
    """A few edits, close (which folds the log into the file), open again."""
    case = workspace.case_rows()[0].id
    for number in count():
        workspace.editor.set("prompt", item(case, number), "note", note(turn, number))
        say(f"ack {number}")
        if number % 3 == 2:
            say("closing")
            workspace.close()
            workspace = next(reopened)


def write(profile: Path, turn: int, mode: str, path: Path) -> None:
    """Be one writer until killed."""
    laptop = Laptop(profile)
    laptop.unlock(PASSPHRASE)
    workspace = Workspace.open(laptop, path)
    if mode == "close":
        close(workspace, turn, (Workspace.open(laptop, path) for _ in count()))
    {"edit": edit, "amend": amend}[mode](workspace, turn)


def main() -> None:
    """Fork a writer for each line of standard input."""
    profile = Path(sys.argv[1])
    frameworks.known()
    for line in sys.stdin:
        turn, mode, path = line.rstrip("\n").split(" ", 2)
        writer = os.fork()
        if not writer:
            say(f"pid {os.getpid()}")
            try:
                write(profile, int(turn), mode, Path(path))
            finally:
                os._exit(1)  # only reached when something was raised: then the test sees no kill signal
        _, status = os.waitpid(writer, 0)
        say(f"dead {os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}")


if __name__ == "__main__":
    main()
