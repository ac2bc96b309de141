"""The head of an age file, looked at before the library reads it, in a time that grows with the square of it.

A head of 700 kB kept it busy for minutes, and one line of it can ask for 8 GB: anybody can write such a file, and no key or
passphrase is needed for it. Source of the format: https://age-encryption.org/v1
"""

import re

from inspector_app.core.crypto.seal import NotOpenedError

MOST_PEOPLE = 100  # whom one file is for: a tenth of a second; a team has ten
MOST_WORK = 20  # power of two of scrypt's rounds: 1 GiB; the library writes 18 or 19, as fast as the laptop is
_NOBODYS = 1  # line that the library adds, so that readers stay used to kinds that they do not know
_MOST_HEAD = 16 * 1024  # bytes: half as many again as so many people take, and a quarter of a second
_VERSION, _STANZA, _END = b"age-encryption.org/v1\n", b"\n-> ", b"\n--- "
_SCRYPT = re.compile(rb"-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")


def refuse_too_much(sealed: bytes) -> None:
    """Nothing where the head asks for no more than a file of ours may. NotOpenedError: it does, or it is none."""
    head, end, _ = sealed[:_MOST_HEAD].partition(_END)
    if not (end and head.startswith(_VERSION) and head.count(_STANZA) <= MOST_PEOPLE + _NOBODYS):
        raise NotOpenedError


def work(sealed: bytes) -> int:
    """How much work a passphrase takes here, as a power of two. NotOpenedError: too much, or no passphrase opens it."""
    refuse_too_much(sealed)
    found = _SCRYPT.match(sealed, len(_VERSION))
    if not found or int(found[1]) > MOST_WORK:
        raise NotOpenedError
    return int(found[1])
