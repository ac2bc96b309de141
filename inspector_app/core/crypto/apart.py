"""What a passphrase is turned into a key for, in a process of its own: the library holds Python's lock for two seconds.

Passphrase and content go through pipes, never by a command line, an environment or a file, and only once the process is sure
to end with this program; it ends with its answer. Where none can be started, or it was killed, it is done here.
"""

import sys
from typing import BinaryIO

import pyrage

from inspector_app.core import memory, own_process
from inspector_app.core.crypto import age_head
from inspector_app.core.crypto.seal import NotOpenedError

SWITCH = "--passphrase"
_SEAL, _OPEN = "seal", "open"
_DONE, _NOT_OPENED = 0, 1
_NOBODY: tuple[int | None, bytes] = (None, b"")  # answered
_LENGTH = 8  # bytes that say how long the passphrase is
_QUICK = 12  # 2 to the power of so much work is a few milliseconds, and no reason for a process


def sealed(passphrase: str, plain: bytes) -> bytes:
    """The content sealed under a passphrase, in the age format."""
    done, made = _asked(_SEAL, passphrase, plain)
    return made if done == _DONE else _seal(passphrase, plain)


def opened(passphrase: str, sealed: bytes) -> bytes:
    """The content of what was sealed under a passphrase. NotOpenedError: it is another, or they ask too much."""
    done, found = _asked(_OPEN, passphrase, sealed) if age_head.work(sealed) > _QUICK else _NOBODY
    if done == _NOT_OPENED:
        raise NotOpenedError
    return found if done == _DONE else _open(passphrase, sealed)


def main(arguments: list[str]) -> int:
    """Be that process: seal or open what comes in, and end; at once where the window was locked meanwhile."""
    memory.end_with_parent(sys.stdout.buffer)
    return answer(arguments, sys.stdin.buffer, sys.stdout.buffer)


def answer(arguments: list[str], asked: BinaryIO, out: BinaryIO) -> int:
    """Answer one question; returns the exit status."""
    passphrase = asked.read(int.from_bytes(asked.read(_LENGTH))).decode()
    try:
        found = (_seal if arguments == [_SEAL] else _open)(passphrase, asked.read())
    except NotOpenedError:
        return _NOT_OPENED
    out.write(found)
    out.flush()
    return _DONE


def _asked(what: str, passphrase: str, content: bytes) -> tuple[int | None, bytes]:
    """How that process ended, and what it answered."""
    secret = passphrase.encode()
    running = own_process.started([SWITCH, what])
    if running is None:
        return _NOBODY
    with running:
        if not memory.ends_with_us(running.stdout):
            running.kill()
            return _NOBODY
        found = running.communicate(len(secret).to_bytes(_LENGTH) + secret + content)[0]
    return running.returncode, found


def _seal(passphrase: str, plain: bytes) -> bytes:
    return bytes(pyrage.passphrase.encrypt(plain, passphrase))


def _open(passphrase: str, sealed: bytes) -> bytes:
    try:
        return bytes(pyrage.passphrase.decrypt(sealed, passphrase))
    except pyrage.DecryptError as error:
        raise NotOpenedError from error
