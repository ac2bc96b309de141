"""What commands share: the passphrase, the unlocked laptop, progress. Those on an inspection open it by `opened`."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from inspector_app.commands import secrets_typed, terminal
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import jsontext
from inspector_app.core.services.profile import attempts
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.ticket import Ticket


def added_frameworks() -> Path:
    """Where the inspectorate's added framework files are on this laptop."""
    return Laptop().frameworks_folder


def unlocked(options: argparse.Namespace) -> Laptop:
    """This laptop, unlocked. Expected: NO_IDENTITY, NO_PASSPHRASE, WRONG_PASSPHRASE, and as Laptop.unlock."""
    laptop = laptop_to_unlock()
    laptop.unlock(secrets_typed.passphrase(options))
    return laptop


def laptop_to_unlock() -> Laptop:
    """This laptop, when somebody is set up on it; after several wrong passphrases, when the wait is over.

    Expected: NO_IDENTITY.
    """
    laptop = Laptop()
    if laptop.is_new():
        raise Expected(Code.NO_IDENTITY, where=laptop.folder)
    if seconds := attempts.wait(laptop.folder):
        if sys.stderr.isatty():
            terminal.tell_aside(f"Several wrong passphrases: the next one is looked at in {seconds} seconds.")
        time.sleep(seconds)
    return laptop


def asked(question: Sequence[str], *, without: bool = False) -> bool:
    """A person's yes at a terminal to these lines; `without`: what counts where there is none to ask at."""
    if not sys.stdin.isatty():
        return without
    terminal.tell_aside(*question)
    return input("Yes or no: ").strip().casefold() in ("y", "yes")


def given_text(text: str) -> str:
    """A text as it was given as an argument, or for `-` all of standard input (UTF-8, without the end of its last line).

    Expected: NOT_TEXT.
    """
    if text != "-":
        return text
    typed = jsontext.decode(sys.stdin.buffer.read(), "Standard input")
    return typed.replace("\r\n", "\n").removesuffix("\n")


def ticket() -> Ticket:
    """Progress on standard error, when that is a terminal."""
    if not sys.stderr.isatty():
        return Ticket()
    return Ticket(lambda done, of, what: terminal.progress(what, done, of))
