"""The word that was meant: a slip or two away, however it was typed."""

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.finding import misspelt

KNOWN = [("school", 9), ("schools", 2), ("exclusion", 4), ("social", 7), ("scold", 1), ("plan", 30)]
letters = st.text("abcdefg", min_size=1, max_size=9)


def test_the_nearest_word_comes_first_and_of_equals_that_which_stands_more_often() -> None:
    assert misspelt.nearest("scool", KNOWN)[:2] == ["school", "schools"]
    assert misspelt.nearest("exculsion", KNOWN) == ["exclusion"]
    assert misspelt.nearest("xylophone", KNOWN) == []
    assert misspelt.nearest("plam", KNOWN) == ["plan"]
    assert misspelt.nearest("plan", KNOWN) == []  # it stands there


@given(letters, letters)
def test_a_distance_is_the_same_both_ways_and_none_only_to_itself(one: str, other: str) -> None:
    assert misspelt.distance(one, other) == misspelt.distance(other, one)
    assert (misspelt.distance(one, other) == 0) == (one == other)
    assert misspelt.distance(one, other) <= max(len(one), len(other))


@given(letters.filter(lambda word: len(word) > 1), st.data())
def test_a_letter_left_out_is_one_slip_and_is_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    typed = word[:at] + word[at + 1 :]
    assert misspelt.distance(word, typed) == 1
    assert word in misspelt.nearest(typed, [(word, 1), ("zzzzzz", 5)])
