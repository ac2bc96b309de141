"""The program as the system starts it: the command line that leads back to it, and what the environment tells it."""

import os
import sys
from collections.abc import Iterable

# Variables of the environment that commands take secrets from; a window, and what it starts, are told none of them.
PASSPHRASE, NEW_PASSPHRASE, RECOVERY_CODE = SECRETS = (
    "INSPECTOR_PASSPHRASE", "INSPECTOR_NEW_PASSPHRASE", "INSPECTOR_RECOVERY_CODE",
)  # fmt: skip


def command(arguments: Iterable[str]) -> list[str]:
    """The command line that starts the program with these arguments, built or not."""
    door = [] if getattr(sys, "frozen", False) else ["-m", "inspector_app"]
    return [sys.executable, *door, *arguments]


def environment() -> dict[str, str]:
    """What a program that this one starts is told of the environment: all but the secrets."""
    return {name: value for name, value in os.environ.items() if name not in SECRETS}
