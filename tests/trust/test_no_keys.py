"""What has the form of a key and is none: a card with it is none, and nothing counts as signed by it."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from inspector_app.core.crypto import no_keys, parcel
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import membership, team
from tests.trust.hostile import Three, set_up, take

SEALING = (
    "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
    "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya",
    "age1anlllllllllllllllllllllllllllllllllllllllllllllllals4n2t7m",
    "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9",
)
SIGNING = sorted(bytes([*point[:-1], point[-1] | side]) for point in no_keys._SIGNING for side in (0, 0x80))
ANYBODYS = bytes([1]) + bytes(63)  # right for the point itself under every message, for others under one in 2, 4 or 8


def signed_for_anybody(public: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(ANYBODYS, message)
    except Exception:  # noqa: BLE001  whatever the library says of it: it is not signed
        return False
    return True


@pytest.mark.parametrize("key", SIGNING, ids=bytes.hex)
def test_no_signature_of_anybodys_is_right(key: bytes) -> None:
    messages = [f"message {n}".encode() for n in range(200)]
    assert any(signed_for_anybody(key, one) for one in messages), "the library takes it"
    assert not any(parcel.is_signed(key.hex(), one, ANYBODYS) for one in messages)


@pytest.mark.parametrize("key", [*SEALING, *(one.upper() for one in SEALING)])
def test_what_nothing_can_be_sealed_to_is_no_sealing_key(key: str) -> None:
    assert not parcel.is_sealing_key(key)
    honest = parcel.public_sealing_key(parcel.new_sealing_key())
    assert parcel.is_sealing_key(honest)
    assert parcel.is_sealing_key(honest.upper())


@pytest.mark.parametrize("key", SEALING)
def test_a_card_with_such_a_key_is_none_and_keeps_nobodys_package_from_the_team(three: Three, key: str) -> None:
    """By hand, and as an introduction in a package."""
    stranger = set_up(three.folder / "Eve", "Eve")
    card = card_file.signed(replace(stranger.card(), sealing=key), stranger.keyring.signing_key)
    path = three.folder / "eve.card"
    path.write_bytes(card_file.text_of(card).encode())
    with pytest.raises(Expected) as no:
        team.read_card(path)
    assert no.value.code is Code.CARD_DAMAGED
    edits = [Edit("person", EntityId(card.id), field, value) for field, value in
             {"name": "Eve", "card": card_file.text_of(card)}.items()]  # fmt: skip
    three.mal.editor.do(card.id, edits)
    three.give(three.mal, three.ann)
    assert membership.introductions(three.ann) == []
    handoffs.export(three.ann, three.path())
    take(three.bea, three.whole(three.ann, three.bea.me))
