"""The arguments of the commands on whose laptop it is."""

import argparse

from inspector_app.commands.options import Subs, add_file, unlocking
from inspector_app.commands.people import identity
from inspector_app.core.domain import roles


def add_to(subs: Subs) -> None:
    """Put `identity` with its acts among the commands."""
    do = subs.add_parser("identity", help="the person on this laptop").add_subparsers(required=True, metavar="DO")
    new = unlocking(do, "new", identity.new, "set up who works on this laptop")
    new.add_argument("--person", metavar="NAME", required=True)
    new.add_argument("--role", default=roles.INSPECTOR)
    new.add_argument("--beside", action="store_true", help="also where inspections are that no keyring here opens")
    unlocking(do, "show", identity.show, "who works on this laptop").add_argument("--json", action="store_true")
    unlocking(do, "code", identity.code, "make a recovery code, and show it once")
    _new_passphrase(unlocking(do, "passphrase", identity.passphrase, "choose another passphrase"))
    rename = unlocking(do, "rename", identity.rename, "another name or role")
    rename.add_argument("--person", metavar="NAME")
    rename.add_argument("--role")
    _ways_back(do)


def _ways_back(do: Subs) -> None:
    recover = do.add_parser("recover", help="unlock with the recovery code, and choose another passphrase")
    add_file(recover, "--code-file", "the code on its first line; otherwise INSPECTOR_RECOVERY_CODE or a prompt")
    _new_passphrase(recover)
    recover.set_defaults(run=identity.recover)
    ways = do.add_parser("ways", help="the keyrings that can be brought back")
    ways.add_argument("--json", action="store_true")
    ways.set_defaults(run=identity.ways)
    restore = unlocking(do, "restore", identity.restore, "bring back a keyring that is missing, damaged or older")
    restore.add_argument("which", choices=("copy", "former", "here"), help="which of those that `ways` lists")


def _new_passphrase(parser: argparse.ArgumentParser) -> None:
    said = "the new one on its first line; otherwise INSPECTOR_NEW_PASSPHRASE or a prompt"
    add_file(parser, "--new-passphrase-file", said)
