"""Texts to choose from are shown by as much as tells them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.text.told_apart import told_apart

BEGIN = "The service did not always make sure that the checks on where the child lives and with whom"
LATE = f"{BEGIN} were made before the child came home from"
WORDS = st.lists(st.sampled_from(["the", "service", "child", "did", "not", "x" * 120, "é", "…"]), max_size=60).map(
    " ".join
)


def test_a_text_is_shown_by_its_first_words_and_a_short_one_whole() -> None:
    assert told_apart(["  Checks were\nmade. ", f"{BEGIN} were made."]) == [
        "Checks were made.",
        "The service did not always make sure that the checks on where the child lives …",
    ]


@pytest.mark.parametrize("most", [40, 44, 80])
def test_two_that_begin_alike_are_shown_by_where_they_differ(most: int) -> None:
    """They were cut at 44 letters, and read the same."""
    first, second, third = told_apart([f"{LATE} custody.", f"{LATE} hospital.", f"{BEGIN} is known."], most)
    assert first.startswith("The service did not … ")
    assert (first[-9:], second[-10:], third) == (" custody.", " hospital.", "The service did not … is known.")


def test_one_that_goes_on_where_the_other_ends_is_told_from_it() -> None:
    assert len(set(told_apart([LATE, f"{LATE} custody.", f"{LATE} custody. And more."]))) == 3


def test_equal_texts_have_a_number() -> None:
    assert told_apart(["One.", "Two.", "One.", "One."]) == ["One.", "Two.", "One. (2)", "One. (3)"]


@given(st.lists(st.one_of(WORDS, st.text(max_size=300)), max_size=8), st.sampled_from([44, 80]))
def test_no_two_read_alike_and_none_is_long(texts: list[str], most: int) -> None:
    shown = told_apart(texts, most)
    assert len(set(shown)) == len(texts)
    assert all(len(words) <= most + 12 for words in shown)
