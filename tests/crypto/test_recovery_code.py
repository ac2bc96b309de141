"""A recovery code is read as people write and say it, and a slip of the pen is told from another code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.crypto import recovery_code

SALT = b"s" * 16
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def test_codes_are_eight_groups_of_four_without_what_is_misread() -> None:
    made = {recovery_code.new() for _ in range(300)}
    assert len(made) == 300
    for code in made:
        assert [len(group) for group in code.split()] == [4] * 8
        assert not set("01OI") & set(code)
        assert recovery_code.groups(code) == code.split()


def test_case_blanks_and_dashes_do_not_matter() -> None:
    code = recovery_code.new()
    key = recovery_code.key_of(code, SALT)
    for typed in (
        code.lower(),
        code.replace(" ", ""),
        code.replace(" ", "-"),
        f"  {code}\n",
        code.replace(" ", "\u00a0"),
    ):
        assert recovery_code.key_of(typed, SALT) == key
    assert recovery_code.key_of(code, b"t" * 16) != key


@given(st.integers(0, 31), st.sampled_from(LETTERS))
def test_any_one_letter_that_is_another_is_noticed(place: int, letter: str) -> None:
    code = recovery_code.new().replace(" ", "")
    slipped = code[:place] + letter + code[place + 1 :]
    if slipped != code:
        with pytest.raises(ValueError, match="another than was written down"):
            recovery_code.key_of(slipped, SALT)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "0 letters"), ("K7QD", "4 letters"), ("O" * 32, "no O"), ("K7QD" * 9, "36 letters"), ("K7Q! " * 8, "no !"),
        ("Ж" * 32, "no Ж"), ("ß" * 32, "64 letters"),
    ],
)  # fmt: skip
def test_what_is_no_code_is_said_to_be_none(typed: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        recovery_code.key_of(typed, SALT)
