"""Sealing under a passphrase: Argon2id derives a key, ChaCha20-Poly1305 seals. Both by the cryptography library."""

import os
import secrets
import unicodedata
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

_NONCE = 12  # bytes, fresh for every sealing
_SALT = 16  # bytes
_ENOUGH = 4 * 1024**3  # bytes of memory
_MOST_MEMORY, _MOST_ITERATIONS, _MOST_LANES = 512 * 1024, 8, 8  # KiB; twice and more of what any laptop is given


class NotOpenedError(Exception):
    """The key is not the one it was sealed with, or the sealed bytes were altered."""


@dataclass(frozen=True, slots=True)
class Cost:
    """How hard guessing a passphrase is made. The default takes about half a second."""

    memory_kib: int = 256 * 1024
    iterations: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        """ValueError outside what this program ever writes: a bad file must not ask for all memory, or for minutes."""
        whole = all(type(part) is int for part in (self.memory_kib, self.iterations, self.lanes))
        if not whole or not (
            1 <= self.lanes <= _MOST_LANES
            and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY
            and 1 <= self.iterations <= _MOST_ITERATIONS
        ):
            raise ValueError(f"{self} is out of range")


def cost_here() -> Cost:
    """What this laptop can bear: a quarter of the memory where there is less than 4 GiB of it."""
    cost = Cost()
    if not hasattr(os, "sysconf"):  # Windows: no laptop that runs the systems it is made for has so little
        return cost
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return cost if memory >= _ENOUGH else replace(cost, memory_kib=max(cost.memory_kib // 4, 8 * cost.lanes))


def new_salt() -> bytes:
    """Sixteen random bytes."""
    return secrets.token_bytes(_SALT)


def salt_of(digits: str) -> bytes:
    """A salt out of a file. ValueError or TypeError for one that this program never writes."""
    salt = bytes.fromhex(digits)
    if len(salt) != _SALT:
        raise ValueError("a salt has another length")
    return salt


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key of a passphrase. Slow on purpose: run it off the UI thread.

    Keyboards spell one accented letter in several ways; they are brought to one form first (NFC).
    """
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    kdf = Argon2id(salt=salt, length=32, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(typed)


def seal(key: bytes, plain: bytes, about: bytes) -> bytes:
    """Seal bytes under a key. `about` is not hidden, but opening with another `about` fails."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, about)


def unseal(key: bytes, sealed: bytes, about: bytes) -> bytes:
    """Open sealed bytes; NotOpenedError when key, bytes or `about` are not those of the sealing."""
    if len(sealed) <= _NONCE:
        raise NotOpenedError
    try:
        return ChaCha20Poly1305(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about)
    except InvalidTag:
        raise NotOpenedError from None
