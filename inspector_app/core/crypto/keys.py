"""A person's keys and the keys of workspaces. All random; the passphrase only seals them."""

import hashlib
import secrets

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from inspector_app.core.crypto import parcel
from inspector_app.core.crypto.keyring_contents import Device
from inspector_app.core.domain.ids import new_proof
from inspector_app.core.domain.steps.line import device_of_key
from inspector_app.core.domain.team import Card

_GROUPS = "inspector-card 2"


def new_workspace_key() -> bytes:
    """The 32-byte raw key of one workspace."""
    return secrets.token_bytes(32)


def new_signing_key() -> bytes:
    """The 32-byte private half of a person's Ed25519 signing key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def new_device(signing_key: bytes) -> Device:
    """A laptop of the person with this key: its id is random, and nobody else's."""
    signer, proof = parcel.public_signing_key(signing_key), new_proof()
    return Device(device_of_key(signer, proof), proof)


def groups(card: Card) -> str:
    """A card's key groups, for people to compare: twelve groups of five digits (docs/handoff-format.md)."""
    said = "".join(f"{part}\n" for part in (_GROUPS, card.id, card.signing, card.sealing))
    digest = hashlib.sha512(said.encode("utf-8", "replace")).digest()
    return " ".join(f"{int.from_bytes(digest[i : i + 5]) % 100_000:05}" for i in range(0, 5 * 12, 5))
