"""The door: a command's name goes to the commands, everything else opens the window."""

import gc
import os
import sys

from inspector_app.commands.table import COMMANDS
from inspector_app.core import memory

_OBJECTS = 100_000  # that a command makes before Python looks for garbage among them


def main() -> int:
    """Run the program with the arguments it was started with; returns the exit status."""
    memory.keep_private()
    _have_streams()
    given = sys.argv[1:]
    if given and (given[0] in COMMANDS or given[0] in ("-h", "--help", "--version")):
        return _command(given)
    if given and given[0] == "--spelling":  # services/writing/spelling.py, whose import would cost the window its time
        from inspector_app.core.services.writing import spelling  # a process for spelling alone

        return spelling.main(given[1:])
    if given and given[0] == "--passphrase":  # crypto/apart.py
        from inspector_app.core.crypto import apart  # and for one passphrase

        return apart.main(given[1:])
    if given and given[0] == "--report":  # report/files/apart.py
        from inspector_app.core.report.files import apart as writing  # and for one draft

        return writing.main(given[1:])
    if given == ["--self-check"]:  # it brings in everything there is
        from inspector_app import selfcheck  # as it says above

        return selfcheck.main()
    gc.disable()  # none of what the first screen is made of is garbage; from then on: ui/window/system/tidying.py
    from inspector_app.ui.look import imports, overrides  # and with them Qt, which no command waits for

    imports.pyside()
    overrides.guard()
    from inspector_app import app  # and with it the rest of Qt

    return app.main(given)


def _have_streams() -> None:
    """Where a stream is closed (`2>&-`, no console), what is said goes to nobody, and no file of ours gets its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for as long as it runs


def _command(given: list[str]) -> int:
    """Run a command. Little of what it makes is garbage, and all goes with the process: to look through it, at every 700
    objects and once more at the end, was two fifths of what `frameworks list` took.
    """
    gc.set_threshold(_OBJECTS)
    from inspector_app.commands import arguments  # no window waits for argparse

    try:
        return arguments.main(given)
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
