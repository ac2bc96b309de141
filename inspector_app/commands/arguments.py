"""The arguments of the commands, and how they end: 0 done, 2 wrong usage, 3 refused in one line, 1 a bug of ours."""

import argparse
import contextlib
import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from inspector_app.commands import table, terminal
from inspector_app.core.domain.text.storable import storable
from inspector_app.core.errors import Expected
from inspector_app.core.version import version
from inspector_app.ui.errors import sentence

REFUSED, _MISUSED = 3, 2


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status. Whoever reads what it says may have seen enough at any moment."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an old terminal shows ? for what it lacks
    try:
        return _run(arguments)
    except BrokenPipeError:
        return 0
    finally:
        _let_go()


def _run(arguments: Sequence[str]) -> int:
    options = _storable(_parser(arguments[0] if arguments else "").parse_args(arguments))
    try:
        options.run(options)
        terminal.tell_the_rest()
    except Expected as error:
        _complain(" ".join(sentence(error).split()))
        return REFUSED
    except KeyboardInterrupt:
        _complain("stopped; nothing is half done.")
        return 130
    return 0


def _storable(options: argparse.Namespace) -> argparse.Namespace:
    """The texts of a command line without bytes that are no text; a file is still called what it is called."""
    for name, value in vars(options).items():
        if isinstance(value, str):
            setattr(options, name, storable(value))
        elif isinstance(value, list):
            setattr(options, name, [storable(one) if isinstance(one, str) else one for one in value])
    return options


def _complain(text: str) -> None:
    with contextlib.suppress(OSError):  # the status says it to whoever does not read, or cannot
        terminal.tell_aside(f"inspector-app: {text}")


def _let_go() -> None:
    """Write what nobody takes, as the reader has left or the disk is full, to nobody: Python would complain at its exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            with Path(os.devnull).open("wb") as nobody:
                os.dup2(nobody.fileno(), stream.fileno())


def _parser(command: str = "") -> argparse.ArgumentParser:
    """What reads the arguments of that command, or of every one (`table.py`)."""
    parser = _Parser(
        prog="inspector-app",
        description="Offline fieldwork tool for inspections.",
        epilog="inspector-app --self-check does everything once in a temporary place, and says whether it went right.",
    )
    parser.add_argument("--version", action="version", version=str(version()))
    subs = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in table.modules_of(command):
        importlib.import_module(f"inspector_app.commands.{module}").add_to(subs)
    return parser


class _Parser(argparse.ArgumentParser):
    """Takes options by their whole names only, so that `--passphrase SECRET` is no short form of --passphrase-file."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        """Refuse wrong usage; what was typed, a file's name for one, is in the message."""
        with contextlib.suppress(BrokenPipeError):  # the status says it to whoever does not read
            super().error(terminal.shown(message))
        sys.exit(_MISUSED)
