"""Sealing to people and signing: the age format by pyrage, Ed25519 by cryptography. Nothing of our own."""

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from inspector_app.core.crypto import age_head, apart, no_keys
from inspector_app.core.crypto.seal import NotOpenedError
from inspector_app.core.errors import Code, Expected

_UNDER_PASSPHRASE = b"age-encryption.org/v1\n-> scrypt "  # how such a file begins (age-encryption.org/v1, "scrypt")


class NotForMeError(Exception):
    """Sealed, but to other people."""


def new_sealing_key() -> str:
    """The private half of a person's sealing key ("AGE-SECRET-KEY-…")."""
    return str(pyrage.x25519.Identity.generate())


def public_sealing_key(private: str) -> str:
    """The public half ("age1…"). ValueError for what is no private half."""
    try:
        return str(pyrage.x25519.Identity.from_str(private).to_public())
    except pyrage.IdentityError:
        raise ValueError("no sealing key") from None


def public_signing_key(private: bytes) -> str:
    """The public half of a signing key, as hexadecimal digits."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def is_sealing_key(text: str) -> bool:
    """Whether a text is the public half of a sealing key."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return not no_keys.seals_for_nobody(text)


def sign(private: bytes, message: bytes) -> bytes:
    """The signature (64 bytes) of a message."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def is_signed(public: str, message: bytes, signature: bytes) -> bool:
    """Whether the signature is that of this key over this message; False for what is no key at all."""
    try:
        key = bytes.fromhex(public)
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return not no_keys.signs_for_anybody(key)


def seal_to(people: list[str], plain: bytes) -> bytes:
    """Seal so that each of these public sealing keys, `age_head.MOST_PEOPLE` at most, can open it."""
    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(key) for key in people]))


def open_mine(private: str, sealed: bytes) -> bytes:
    """Open what was sealed to me. NotForMeError, or NotOpenedError when it is damaged or asks for too much."""
    age_head.refuse_too_much(sealed)
    try:
        return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(private)]))
    except pyrage.DecryptError as error:
        raise (NotForMeError if "No matching keys" in str(error) else NotOpenedError) from error


def seal_with_passphrase(passphrase: str, plain: bytes) -> bytes:
    """Seal under a passphrase (scrypt; about two seconds).

    Expected: SEALED_TOO_HARD, where the library took more work for it, on a very fast laptop, than any reader may be asked.
    """
    sealed = apart.sealed(passphrase, plain)
    try:
        age_head.work(sealed)
    except NotOpenedError as error:
        raise Expected(Code.SEALED_TOO_HARD) from error
    return sealed


def is_under_passphrase(sealed: bytes) -> bool:
    """Whether it says in plain that a passphrase opens it, and nobody's key."""
    return sealed.startswith(_UNDER_PASSPHRASE)


def open_with_passphrase(passphrase: str, sealed: bytes) -> bytes:
    """Open what was sealed under a passphrase. NotOpenedError when it is another, or the bytes are damaged."""
    return apart.opened(passphrase, sealed)
