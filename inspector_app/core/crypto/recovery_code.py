"""The recovery code: 32 letters and digits that open the keyring when the passphrase is forgotten.

Twenty bytes: 136 random bits and a check of 24, so that a slip of the pen is told from another code. Written in groups of
four, without 0, O, 1 and I, which people misread.
"""

import base64
import hashlib
import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_RANDOM, _CHECK = 17, 3  # bytes
_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_GROUP = 4


def new() -> str:
    """A code nobody has: eight groups of four, with a blank between."""
    made = secrets.token_bytes(_RANDOM)
    written = base64.b32encode(made + _check(made)).decode().translate(str.maketrans(_BASE32, _LETTERS))
    return " ".join(groups(written))


def groups(code: str) -> list[str]:
    """The groups of a code."""
    letters = "".join(code.split())
    return [letters[i : i + _GROUP] for i in range(0, len(letters), _GROUP)]


def key_of(typed: str, salt: bytes) -> bytes:
    """The key (32 bytes) of a code as somebody typed it, in whatever case and groups.

    ValueError for what is no code; its sentence says what is wrong with it.
    """
    letters = "".join(c for c in typed.upper() if not c.isspace() and c != "-")
    odd = sorted({c for c in letters if c not in _LETTERS})
    if odd:
        raise ValueError(f"a code has no {', '.join(odd)}")
    whole = (_RANDOM + _CHECK) * 8 // 5
    if len(letters) != whole:
        raise ValueError(f"it has {len(letters)} letters and digits, and a code has {whole}")
    found = base64.b32decode(letters.translate(str.maketrans(_LETTERS, _BASE32)))
    made, check = found[:_RANDOM], found[_RANDOM:]
    if check != _check(made):
        raise ValueError("a letter or digit of it is another than was written down")
    return HKDF(SHA256(), 32, salt, b"inspector-keyring recovery").derive(made)


def _check(made: bytes) -> bytes:
    return hashlib.sha256(made).digest()[:_CHECK]
