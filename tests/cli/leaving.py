"""Runs commands, while whoever reads them leaves at one moment or another. A process of its own: it imports everything once.

    python leaving.py apart|together      then on stdin: COUNT COMMAND…
For each line: forks a run of the command, reads so many bytes, leaves, and prints "STATUS COMPLAINT". `together`: the
complaints go where the output goes, so nobody hears them.
"""

import gc
import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress

from inspector_app.commands import arguments


def run(given: list[str], taken: int, *, together: bool) -> tuple[int, str]:
    """The exit status of the command, and what it says on an error stream of its own."""
    out, said = os.pipe()
    heard, complaints = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(said, 1)
        os.dup2(said if together else complaints, 2)
        for inherited in (out, said, heard, complaints):
            os.close(inherited)
        sys.exit(arguments.main(given))
    os.close(said)
    os.close(complaints)
    while taken > 0 and (part := os.read(out, taken)):
        taken -= len(part)
    os.close(out)
    with os.fdopen(heard) as errors:
        complaint = " ".join(errors.read().split())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), complaint


def warm_up(commands: list[str]) -> None:
    """Import here, once, what each of them imports when it is wanted."""
    for command in commands:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()), suppress(SystemExit):
            arguments.main(command.split())


if __name__ == "__main__":
    lines = [line.partition(" ") for line in sys.stdin.read().splitlines()]
    warm_up(list(dict.fromkeys(command for _, _, command in lines)))
    gc.freeze()  # else each run would look through all of it for garbage at its end
    for count, _, command in lines:
        print(*run(command.split(), int(count), together=sys.argv[1] == "together"), flush=True)
