"""Marks in a note: found where they stand, put before a paragraph and taken away, and nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.text.marks import MARKS, Mark, Marked, marked, place, toggled

LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\x00"), max_size=40)
BEGUN = st.builds(
    lambda before, word, rest: f"{before}{word}{rest}",
    st.sampled_from(["", "- ", "  3) ", "\t", "1. "]),
    st.sampled_from([f"{word}:" for word in MARKS.values()] + ["", "Strength", "strength:"]),
    LINES,
)
KINDS = st.sampled_from(list(Mark))


def test_each_of_the_words_marks_its_paragraph() -> None:
    note = "\n".join(["# Plan", *(f"{word}: about {word.lower()}" for word in MARKS.values()), "no mark: here"])
    assert [(m.kind, m.text) for m in marked(note)] == [(k, f"about {w.lower()}") for k, w in MARKS.items()]


def test_a_mark_is_found_where_it_stands_in_a_list_and_in_any_case() -> None:
    note = "seen \U0001f600\n  - FOLLOW UP:  the school \r\nplain"
    assert marked(note) == (Marked(Mark.FOLLOW_UP, "the school", note.index("FOLLOW")),)


@pytest.mark.parametrize("line", ["A strength: no", "Strengths: no", "Strength no", "Strength - no", "x Quotation: no"])
def test_a_word_within_a_paragraph_or_without_its_colon_is_no_mark(line: str) -> None:
    assert marked(line) == ()


@given(note=st.lists(LINES | BEGUN).map("\n".join))
def test_every_mark_found_stands_where_it_says_it_does(note: str) -> None:
    for found in marked(note):
        assert note[found.position :].lower().startswith(f"{MARKS[found.kind].lower()}:")
        assert found.text in note[found.position :]


@given(line=LINES | BEGUN, kind=KINDS)
def test_a_mark_that_was_put_is_there_alone_and_keeps_the_words(line: str, kind: Mark) -> None:
    before, now = marked(line), toggled(line, kind)
    if before and before[0].kind is kind:
        assert line.endswith(before[0].text + line[len(line.rstrip()) :])
        assert now.strip().endswith(before[0].text.strip())
        assert len(now) < len(line)
    else:
        assert [m.kind for m in marked(now)] == [kind]
        assert not before or marked(now)[0].text == before[0].text


@given(line=LINES.filter(lambda line: place(line) is None), kind=KINDS)
def test_a_mark_put_and_taken_away_leaves_the_paragraph_as_it_was(line: str, kind: Mark) -> None:
    assert toggled(toggled(line, kind), kind) == line


@given(line=BEGUN, one=KINDS, other=KINDS)
def test_a_mark_put_over_another_takes_its_place(line: str, one: Mark, other: Mark) -> None:
    marked_once = line if place(line) else toggled(line, one)
    now = marked_once if place(marked_once)[0] is other else toggled(marked_once, other)  # type: ignore[index]
    assert [m.kind for m in marked(now)] == [other]
