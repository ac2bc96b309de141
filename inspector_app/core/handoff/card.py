"""Identity cards as files: the public half of a person, signed by its private half."""

import json
from dataclasses import asdict

from inspector_app.core.crypto import parcel
from inspector_app.core.domain.team import Card
from inspector_app.core.errors import Code, Expected

_FORMAT, _VERSION = "inspector-card", 1


def write(card: Card, signing_key: bytes) -> bytes:
    """The card file."""
    parts = {"format": _FORMAT, "version": _VERSION, **asdict(card)}
    return json.dumps({**parts, "signature": parcel.sign(signing_key, _message(parts)).hex()}, indent=1).encode()


def read(data: bytes, where: str) -> Card:
    """The card in a file. Expected: NOT_A_CARD, CARD_DAMAGED, FILE_NEWER."""
    try:
        found = json.loads(data)
        signature = bytes.fromhex(found.pop("signature"))
        is_card, version = found["format"] == _FORMAT, found["version"]
        card = Card(**{name: str(found[name]) for name in ("id", "name", "role", "signing", "sealing")})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Expected(Code.NOT_A_CARD, where=where) from None
    if not is_card:
        raise Expected(Code.NOT_A_CARD, where=where)
    if version != _VERSION:
        raise Expected(Code.FILE_NEWER, where=where, found=version, known=_VERSION)
    if not parcel.is_signed(card.signing, _message(found), signature) or not parcel.is_sealing_key(card.sealing):
        raise Expected(Code.CARD_DAMAGED, where=where)
    return card


def _message(parts: dict[str, object]) -> bytes:
    return json.dumps(parts, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")
