import random
from pathlib import Path

import pytest
from xkcdpass import xkcd_password

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.help import fault
from inspector_app.core.services.profile import passphrase as passphrases
from inspector_app.core.services.profile.passphrase import refuse_weak, strength
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing.made_passphrase import made
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


OF_THE_FIELD = [
    "case note risk plan", "child risk case plan", "note prompt answer rating", "probation officer home visit",
    "risk safety wellbeing plan", "court order case plan", "judgement evidence finding rating", "school home family health",
    "desistance safety harm plan", "week case evidence ratings", "police court custody order", "victim offender harm risk",
    "Case! Note2 Risk Plan9", "case-note-risk-plan", "risk risk plan plan safety harm", "lead inspector case note",
]  # fmt: skip


@pytest.mark.parametrize("passphrase", OF_THE_FIELD)
def test_four_common_words_of_the_field_or_of_the_program_are_not_accepted(passphrase: str) -> None:
    assert not strength(passphrase).accepted


OF_ONE_ROW = [
    "winter spring summer autumn", "Alpha Bravo Charlie Delta", "alpha gamma beta delta", "ten twenty thirty forty",
    "forty ten thirty eleven", "first second third fourth", "jan feb mar apr may jun", "monday1 tuesday2 wednesday3",
    "Friday! Monday? Sunday#", "Ionawr Chwefror Mawrth Ebrill", "Llun Mawrth Mercher Iau", "un dau tri pedwar",
    "dydd gwener dydd llun", "winter2026 summer2026", "spring2025 autumn2025 winter2026", "January2026February2026",
    "diamonds hearts clubs spades", "mercury venus earth mars", "coch melyn gwyrdd glas"
]  # fmt: skip
AGAIN = [
    "word1 word2 word3 word4",
    "wolf5 wolf4 wolf3 wolf2 wolf1",
    "blue table elbat eulb",
    "kettle2026 kettle2025 Kettle!",
]


@pytest.mark.parametrize("passphrase", [*OF_ONE_ROW, *AGAIN])
def test_words_of_one_row_and_a_word_that_comes_again_are_not_accepted(passphrase: str) -> None:
    assert not strength(passphrase).accepted


@pytest.mark.parametrize(
    "passphrase", ["copper north lantern seven drizzle", "red tiger kettle harbour", "x7k2q9w4mmz8rt5v"]
)
def test_one_or_two_words_of_a_row_among_others_are_words_like_any(passphrase: str) -> None:
    assert strength(passphrase).accepted


def test_words_that_do_not_belong_together_are_accepted_with_one_of_the_field_among_them_and_so_is_what_is_made() -> (
    None
):
    chance, words = random.Random(9), sorted(eff_words())
    for _ in range(60):
        assert strength(" ".join(drawn := chance.sample(words, 4))).accepted, drawn
    for _ in range(20):
        assert strength(" ".join(drawn := [*chance.sample(words, 4), "plan"])).accepted, drawn
    assert all(strength(made()).accepted for _ in range(10))


def test_what_the_page_offers_is_drawn_until_it_would_be_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["case note risk plan visit", "copper lantern drizzle kettle otter"])
    monkeypatch.setattr(xkcd_password, "generate_xkcdpassword", lambda *_, **__: next(drawn))
    monkeypatch.setattr(passphrases, "_LEAST_IN_WORDS", 13)
    assert made() == "copper lantern drizzle kettle otter"


def test_the_words_offered_are_spelt_as_in_britain(monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[list[str]] = []

    def drawn(words: list[str], **_: object) -> str:
        offered.append(words)
        return "copper lantern drizzle kettle otter"

    monkeypatch.setattr(xkcd_password, "generate_xkcdpassword", drawn)
    made()
    (words,) = offered
    assert len(words) == 7139
    assert not {"gray", "theater", "favorite", "mom", "catalog", "defense", "organize"} & set(words)
    assert {"otter", "kettle", "sponsor"} < set(words)


def eff_words() -> list[str]:
    return xkcd_password.generate_wordlist(
        wordfile=xkcd_password.locate_wordfile("eff-long"), min_length=3, max_length=9
    )


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
    "passphrase", ["a", "blue table", "Summer2026!!", "Wexborough Youth Justice Service", "copper\u00a0lantern"]
)
def test_no_file_is_sealed_with_what_is_easy_to_guess(workspace: Workspace, tmp_path: Path, passphrase: str) -> None:
    """A package holds the notes of every case, and whoever finds it can guess for as long as they like."""
    for seal in (
        lambda: handoffs.export(workspace, tmp_path / "a.handoff", passphrase=passphrase),
        lambda: fault.save("what went wrong", tmp_path / "fault.age", workspace.laptop, passphrase),
    ):
        with pytest.raises(Expected) as refused:
            seal()
        assert refused.value.code in (Code.WEAK_PASSPHRASE, Code.UNTYPABLE_PASSPHRASE)
    assert not [one for one in tmp_path.iterdir() if one.suffix in (".handoff", ".age")]


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
