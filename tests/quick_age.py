"""Sealing under a passphrase in the age format, at scrypt's least cost. What seals so is the product's to open, at that cost.

The product's own way is as slow as it is meant to be, each time that a test seals or opens. That what it seals can be opened
again is shown by tests/cli/test_handoff_commands.py. Source of the format: https://age-encryption.org/v1
"""

import hmac
import secrets
from base64 import b64encode

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

_LOG_COST = 1  # of 2 ** so many rounds
_CHUNK = 64 * 1024


def seal_with_passphrase(passphrase: str, plain: bytes) -> bytes:
    """As parcel.seal_with_passphrase, which this can stand in for."""
    file_key, salt, nonce = secrets.token_bytes(16), secrets.token_bytes(16), secrets.token_bytes(16)
    of_passphrase = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=2**_LOG_COST, r=8, p=1)
    wrapped = ChaCha20Poly1305(of_passphrase.derive(passphrase.encode())).encrypt(bytes(12), file_key, None)
    head = b"age-encryption.org/v1\n-> scrypt %b %d\n%b\n---" % (_text(salt), _LOG_COST, _text(wrapped))
    mac = hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")
    return head + b" %b\n" % _text(mac) + nonce + _stream(_derived(file_key, nonce, b"payload"), plain)


def _stream(key: bytes, plain: bytes) -> bytes:
    cipher = ChaCha20Poly1305(key)
    chunks = [plain[at : at + _CHUNK] for at in range(0, len(plain), _CHUNK)] or [b""]
    last = len(chunks) - 1
    numbered = enumerate(chunks)
    return b"".join(cipher.encrypt(n.to_bytes(11) + bytes([n == last]), chunk, None) for n, chunk in numbered)


def _derived(key: bytes, salt: bytes, about: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=salt, info=about).derive(key)


def _text(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")
