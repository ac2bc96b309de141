"""Identity cards as files, version 2: the public half of a person, signed by its private half."""

import json
import re
from dataclasses import asdict, replace
from typing import Any

from inspector_app.core.crypto import parcel
from inspector_app.core.domain.ids import DeviceId
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff.strict import matching, moment, text

_FORMAT, _VERSION = "inspector-card", 2
_MOST = 64 * 1024  # bytes: a card is far smaller
_LONGEST_ID = 100
_MOST_DEVICES = 100
_KEY, _DEVICE, SIGNATURE = (re.compile(f"[0-9a-f]{{{length}}}") for length in (64, 16, 128))

Json = dict[str, Any]


def signed(card: Card, signing_key: bytes) -> Card:
    """The card with its signature, by its own key."""
    return replace(card, signature=parcel.sign(signing_key, _message(card)).hex())


def write(card: Card, signing_key: bytes) -> bytes:
    """The card file."""
    return text_of(signed(card, signing_key)).encode()


def text_of(card: Card) -> str:
    """A signed card as its file says it."""
    return json.dumps({"format": _FORMAT, "version": _VERSION, **asdict(card)}, ensure_ascii=False)


def read(data: bytes, where: str) -> Card:
    """The card in a file. Expected: NOT_A_CARD, CARD_DAMAGED, FILE_NEWER, FILE_OLDER."""
    found = _parts(data, where)
    version = found["version"]
    if version > _VERSION:
        raise Expected(Code.FILE_NEWER, where=where, found=version, known=_VERSION)
    if version < _VERSION:
        raise Expected(Code.FILE_OLDER, where=where)
    try:
        return of_json(found)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Expected(Code.CARD_DAMAGED, where=where) from None


def of_json(found: Json) -> Card:
    """A card's parts, each as it must be, and rightly signed. Raises ValueError, KeyError or TypeError where it is not."""
    identity, name, role, devices = text(found["id"]), text(found["name"]), text(found["role"]), found["devices"]
    if not 0 < len(identity) <= _LONGEST_ID or not identity.isprintable() or "/" in identity:
        raise ValueError("a person’s id is not as written")
    if not name or tidied(name) != name or tidied(role) != role:
        raise ValueError("a name is not one that can be shown")
    if type(devices) is not list or len(devices) > _MOST_DEVICES or not parcel.is_sealing_key(text(found["sealing"])):
        raise ValueError("a sealing key or a laptop is none")
    if found["made"]:
        moment(found["made"])
    card = Card(
        identity, name, role, matching(_KEY, found["signing"]), found["sealing"],
        tuple(DeviceId(matching(_DEVICE, device)) for device in devices), found["made"],
        matching(SIGNATURE, found["signature"]),
    )  # fmt: skip
    if not parcel.is_signed(card.signing, _message(card), bytes.fromhex(card.signature)):
        raise ValueError("it is not signed by its own key")
    return card


def _parts(data: bytes, where: str) -> Json:
    """What the file says, when it is a card of whatever version."""
    try:
        found: Json = json.loads(data) if len(data) <= _MOST else {}
        if found["format"] == _FORMAT and type(found["version"]) is int:
            return found
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise Expected(Code.NOT_A_CARD, where=where)


def _message(card: Card) -> bytes:
    parts = {name: part for name, part in asdict(card).items() if name != "signature"}
    return f"{_FORMAT} {_VERSION}\n{json.dumps(parts, sort_keys=True, ensure_ascii=False)}".encode()
