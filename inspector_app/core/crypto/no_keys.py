"""Points of the two curves that have the form of a public key and are none: no secret belongs to them.

For one of them as a signing key anybody can write a signature that is right (RFC 8032, 8.4 and 8.5; the list is libsodium's,
crypto_sign/ed25519/ref10, "small order"). To one of them as a sealing key the age library seals nothing, but ends in a panic
(RFC 7748, 6.1): one such card would keep everybody's packages to the whole team from being made.
"""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"  # of Bech32 (BIP 173), five bits each
_HEAD, _CHECKSUM, _SPARE = len("age1"), 6, 4  # signs, signs, bits: 52 signs hold 32 bytes and four bits of nothing
_SIDE = 0x7F  # the last bit says on which side a point lies, and changes nothing of this
_SIGNING = frozenset(
    bytes.fromhex(point)
    for point in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)


def signs_for_anybody(public: bytes) -> bool:
    """Whether an Ed25519 key (32 bytes) is one with which anybody's signature is right."""
    return bytes([*public[:-1], public[-1] & _SIDE]) in _SIGNING


def seals_for_nobody(public: str) -> bool:
    """Whether a sealing key ("age1…", of the right form) is one to which nothing can be sealed."""
    held = 0
    for sign in public.lower()[_HEAD:-_CHECKSUM]:
        held = held << 5 | _SIGNS.index(sign)
    try:
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes((held >> _SPARE).to_bytes(32)))
    except ValueError:
        return True
    return False
