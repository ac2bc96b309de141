"""The pages of a SQLCipher 4 file one by one, for a file that the library gives up on. Each is checked by its own seal."""

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

SIZE = 4096  # bytes of a page
USABLE = 4016  # of which the rest is for the initial value and the seal
SALT = 16  # bytes in plain at the beginning of the first page
_VALUE, _SEAL = 16, 64
_MASK, _ROUNDS = 0x3A, 2  # how the key of the seals is made from the other
_HEAD = b"SQLite format 3\0"  # what stands where the salt is


class Opener:
    """Opens pages of one file with its raw key."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        masked = bytes(byte ^ _MASK for byte in salt)
        self._sealing = hashlib.pbkdf2_hmac("sha512", key, masked, _ROUNDS, 32)

    def open(self, number: int, page: bytes) -> bytes | None:
        """What stands on page `number` (from 1), SIZE bytes of which USABLE count; None for one that is not as written."""
        skip = SALT if number == 1 else 0
        sealed, seal = page[skip : USABLE + _VALUE], page[USABLE + _VALUE : USABLE + _VALUE + _SEAL]
        found = hmac.digest(self._sealing, sealed + number.to_bytes(4, "little"), "sha512")
        if len(page) != SIZE or not hmac.compare_digest(found, seal):
            return None
        reader = Cipher(AES(self._key), CBC(sealed[-_VALUE:])).decryptor()
        plain = reader.update(sealed[:-_VALUE]) + reader.finalize()
        return (_HEAD + plain if number == 1 else plain) + bytes(SIZE - USABLE)
