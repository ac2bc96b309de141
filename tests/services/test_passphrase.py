import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.passphrase import refuse_weak, strength
from inspector_app.ui.errors import sentence


@pytest.mark.parametrize("passphrase", ["", "a", "password1", "qwertyuiop", "12/03/2026", "Ashdown2026"])
def test_what_is_guessed_first_is_not_accepted(passphrase: str) -> None:
    found = strength(passphrase, ("Ruth Ashdown",))
    assert not found.accepted
    assert found.score < 3


@pytest.mark.parametrize(
    "passphrase",
    [
        "to be or not to be", "To-be-or-not-to-be!", "the quick brown fox jumps", "correcthorsebatterystaple",
        "Correct Horse Battery Staple", "Mae hen wlad fy nhadau", "Croeso i Gymru", "Croeso i Gymru 2026",
        "Llanfairpwllgwyngyll", "Monday Tuesday Wednesday Thursday", "Bolton2026!Wanderers", "ilovemydaughter2019",
        "youth justice service inspection", "HM Inspectorate of Probation", "aaaa bbbb cccc dddd", "child child child child",
        "one two three four", "zxcvbnm,./asdfghjkl", "Ruth Ashdown lead inspector", "ruthashdown leadinspector",
    ],
)  # fmt: skip
def test_words_that_belong_together_are_not_accepted_however_many(passphrase: str) -> None:
    assert not strength(passphrase, ("Ruth Ashdown", "Lead inspector")).accepted


def test_a_saying_with_four_unrelated_words_beside_it_is_accepted() -> None:
    assert strength("bore da copper lantern drizzle kettle").accepted


def test_unrelated_words_are_accepted() -> None:
    found = strength("copper lantern drifts over quiet water")
    assert found.accepted
    assert (found.score, found.word) == (4, "strong")


def test_each_word_of_the_name_counts_against_it() -> None:
    assert strength("Thistlewaite Ottoline").score > strength("Thistlewaite Ottoline", ("Ottoline Thistlewaite",)).score


@pytest.mark.parametrize("passphrase", ["x" * 100_000, "\ud800" * 20, "\0" * 20, "ŵŷ😀" * 30])
def test_anything_a_keyboard_can_give_is_judged(passphrase: str) -> None:
    assert 0 <= strength(passphrase).score <= 4


@pytest.mark.parametrize("passphrase", ["a", "password1", "Ashdown2026", "green green", "qzkvwx"])
def test_the_reason_of_a_refusal_speaks_of_what_was_typed_and_of_nothing_that_is_hard_to_guess(passphrase: str) -> None:
    with pytest.raises(Expected) as refused:
        refuse_weak(passphrase, ("Ruth Ashdown",))
    said = sentence(refused.value)
    assert said.count("unrelated") == 1
    assert "hard to guess" not in said
    assert not any(f"too easy to guess: {word}" in said for word in ("fair", "good", "strong"))


@pytest.mark.parametrize(
    "sign", ["\u00a0", "\u202f", "\u200b", "\ufeff", "\u00ad", "\u202e", "\t", "\0", "\u2028", "\u3000"]
)
def test_a_new_passphrase_that_nobody_could_type_again_is_refused_and_not_shown(sign: str) -> None:
    with pytest.raises(Expected) as refused:
        refuse_weak(f"copper lantern{sign}drifts over quiet water", ())
    assert refused.value.code is Code.UNTYPABLE_PASSPHRASE
    assert "(the first, counted from the left: 15)" in sentence(refused.value)
    assert "lantern" not in sentence(refused.value)


@pytest.mark.parametrize(
    "passphrase", ["copper lantern drifts over quiet water", "llusern gopr dŵr tawel dros siân 9!", "Über straße zwölf"]
)
def test_what_a_keyboard_types_can_be_typed_again(passphrase: str) -> None:
    refuse_weak(passphrase + " lantern over water", ())
