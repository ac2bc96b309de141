"""A person's keys and the keys of workspaces. All random; the passphrase only seals them."""

import hashlib
import secrets

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def new_workspace_key() -> bytes:
    """The 32-byte raw key of one workspace."""
    return secrets.token_bytes(32)


def new_signing_key() -> bytes:
    """The 32-byte private half of a person's Ed25519 signing key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def fingerprint(public_signing_key: str) -> str:
    """Short form of a public signing key for people to compare aloud: eight groups of four hexadecimal digits."""
    digits = hashlib.sha256(bytes.fromhex(public_signing_key)).hexdigest()[:32]
    return " ".join(digits[i : i + 4] for i in range(0, 32, 4))
