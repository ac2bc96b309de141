from dataclasses import replace

import pytest

from inspector_app.core.crypto import keys, parcel, seal
from inspector_app.core.domain.team import Card

CHEAP = seal.Cost(64, 1, 1)


def test_what_is_sealed_opens_with_the_same_key_and_words_about_it_only() -> None:
    key = seal.derive("pass", b"s" * 16, CHEAP)
    sealed = seal.seal(key, b"plain", b"about")
    assert seal.unseal(key, sealed, b"about") == b"plain"
    for wrong in (
        (seal.derive("Pass", b"s" * 16, CHEAP), sealed, b"about"),
        (key, sealed, b"another"),
        (key, b"", b"about"),
    ):
        with pytest.raises(seal.NotOpenedError):
            seal.unseal(*wrong)


def test_sealing_twice_gives_different_bytes() -> None:
    key = seal.derive("pass", b"s" * 16, CHEAP)
    assert seal.seal(key, b"plain", b"") != seal.seal(key, b"plain", b"")


def test_an_accent_typed_in_another_way_gives_the_same_key() -> None:
    assert seal.derive("caf\u00e9", b"s" * 16, CHEAP) == seal.derive("cafe\u0301", b"s" * 16, CHEAP)


def test_any_passphrase_a_keyboard_can_give_makes_a_key() -> None:
    for passphrase in ("", "\0", "\ud800", "😀" * 1000, "ŵŷ"):
        assert len(seal.derive(passphrase, b"s" * 16, CHEAP)) == 32


@pytest.mark.usefixtures("full_cost")
def test_the_cost_of_production_is_what_is_recommended() -> None:
    cost = seal.Cost()
    assert cost.memory_kib >= 64 * 1024  # RFC 9106, the second recommended choice
    assert cost.iterations >= 3
    assert cost.lanes == 4


@pytest.mark.parametrize("cost", [(2**30, 3, 4), (64, 10**6, 1), (64, 1, 0), (8, 1, 4), (64, 0, 1)])
def test_a_cost_no_program_of_ours_writes_is_refused(cost: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="out of range"):
        seal.Cost(*cost)


def test_keys_are_random_and_key_groups_belong_to_one_card() -> None:
    assert keys.new_workspace_key() != keys.new_workspace_key()
    assert len(keys.new_workspace_key()) == 32
    card = Card("p", "Ana", "", parcel.public_signing_key(keys.new_signing_key()), "age1")
    assert keys.groups(card) == keys.groups(replace(card, name="Anna", role="lead", made="2026-03-09T10:00:00+00:00"))
    assert [len(group) for group in keys.groups(card).split(" ")] == [5] * 12
    for other in (replace(card, id="q"), replace(card, sealing="age2"), replace(card, signing="0" * 64)):
        assert keys.groups(other) != keys.groups(card)
