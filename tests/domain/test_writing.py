"""What the keys of a note do to a text, as plain functions of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.text.writing import Typed, bold, cleaned, entered, occurrences


def after(text: str, typed: Typed) -> str:
    return text[: typed.start] + typed.text + text[typed.end :]


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("- one", "- one\n- "), ("* one", "* one\n* "), ("  + one", "  + one\n  + "), ("1. one", "1. one\n2. "),
        ("9) one", "9) one\n10) "), ("- ", ""), ("  3. ", ""), ("plain", "plain\n"), ("-no list", "-no list\n"),
        ("", "\n"), ("Yes - no", "Yes - no\n"),
    ],
)  # fmt: skip
def test_enter_goes_on_with_a_list_and_ends_it_on_an_empty_item(line: str, now: str) -> None:
    assert after(line, entered(line, len(line))) == now


def test_enter_within_an_item_takes_the_rest_into_the_next() -> None:
    typed = entered("- one two", 6)
    assert after("- one two", typed) == "- one \n- two"
    assert after("- one two", entered("- one two", 1)) == "-\n one two"


@pytest.mark.parametrize(
    ("text", "start", "end", "now"),
    [
        ("the plan names", 4, 8, "the **plan** names"), ("the **plan** names", 6, 10, "the plan names"),
        ("the **plan** names", 4, 12, "the plan names"), ("the plan names", 6, 6, "the **plan** names"),
        ("the **plan** names", 8, 8, "the plan names"), ("ends ", 5, 5, "ends ****"), ("the plan ", 3, 9, "the **plan** "),
        ("- one\n\n2. two", 0, 13, "- **one**\n\n2. **two**"), ("- **one**\n\n2. **two**", 0, 21, "- one\n\n2. two"),
        ("**one**\ntwo", 0, 11, "**one**\n**two**"),
    ],
)  # fmt: skip
def test_bold_is_put_around_the_selection_or_the_word_and_taken_away_again(
    text: str, start: int, end: int, now: str
) -> None:
    assert after(text, bold(text, start, end)) == now


@given(text=st.text("ab *\n-", max_size=30), at=st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_bold_changes_nothing_but_asterisks(text: str, at: tuple[int, int]) -> None:
    start, end = sorted(min(n, len(text)) for n in at)
    assert after(text, bold(text, start, end)).replace("*", "") == text.replace("*", "")


def test_finding_is_plain_and_can_mind_case_and_whole_words() -> None:
    text = "Plan a plan. Planned (a.plan) PLAN"
    assert len(occurrences(text, "plan")) == 5
    assert len(occurrences(text, "plan", match_case=True)) == 2
    assert len(occurrences(text, "plan", whole_word=True)) == 4
    assert occurrences(text, "a.p") == [(22, 25)]
    assert occurrences(text, "") == []


WORD = (
    "Plan\r\n\r\n\r\n\r\n•\tfirst item\u00a0here  \r\n·\tsecond\r\no\tthird\r\n1.\tnumbered\r\n"
    "“Quote” – kept\u00ad\u200b\x0bsoft\u2028line\t \r\n"
)


def test_a_word_processors_text_is_as_a_person_would_have_typed_it() -> None:
    assert cleaned(WORD) == ("Plan\n\n- first item here\n- second\n- third\n1. numbered\n“Quote” – kept\nsoft\nline\n")


@given(text=st.text("ab \t•·o1.\u00a0\u00ad\u200b\u2028\r\n-"))
def test_what_was_cleaned_once_needs_no_cleaning(text: str) -> None:
    now = cleaned(text)
    assert cleaned(now) == now
    assert not set(now) & set("\u00a0\u00ad\u200b\u2028\r")
    assert "\n\n\n" not in now
    assert not any(line.endswith((" ", "\t")) for line in now.split("\n"))


@pytest.mark.parametrize(
    ("text", "wanted", "spans"),
    [
        ("Ty\u0302 Gwyn", "Tŷ", [(0, 3)]), ("Tŷ Gwyn", "Ty\u0302", [(0, 2)]), ("Tŷ Gwyn", "ty", [(0, 2)]),
        ("the child’s plan", "child's", [(4, 11)]), ("the child's plan", "child’s", [(4, 11)]),
        ("assess\u00adment", "assessment", [(0, 11)]), ("\ufb01ndings", "findings", [(0, 7)]),
        ("o\ufb03ce", "office", [(0, 4)]), ("fir\ufb06", "first", [(0, 4)]), ("de\u200dsist", "desist", [(0, 7)]),
        ("he\u2060r", "he\u200er", [(0, 4)]), ("a\u00a0b", "a b", [(0, 3)]), ("a  b", "a b", [(0, 4)]),
        ("a b", "a\u00a0b", [(0, 3)]),
        ("a\nb", "a b", [(0, 3)]), ("co\u2011op", "co-op", [(0, 5)]), ("co-op", "co\u2010op", [(0, 5)]),
        ("child´s", "child's", [(0, 7)]),
        ("“q”", '"q"', [(0, 3)]), ("a.b", "a.b", [(0, 3)]), ("axb", "a.b", []),
    ],
)  # fmt: skip
def test_what_counts_for_nothing_in_a_search_counts_for_nothing_in_a_note(
    text: str, wanted: str, spans: list[tuple[int, int]]
) -> None:
    assert occurrences(text, wanted) == spans


def test_accents_belong_to_their_word_and_with_capitals_they_count() -> None:
    assert occurrences("Ty\u0302 Gwyn", "Ty", whole_word=True) == [(0, 3)]
    assert occurrences("Tŷ", "Ty", match_case=True) == occurrences("Ty\u0302", "Ty", match_case=True) == []
    assert occurrences("Ty\u0302 tŷ", "Tŷ", match_case=True) == [(0, 3)]
    assert occurrences("Ty\u0302s", "Tŷ", whole_word=True) == []
    assert after("Ty\u0302 Gwyn", bold("Ty\u0302 Gwyn", 1, 1)) == "**Ty\u0302** Gwyn"


@pytest.mark.parametrize("length", [1, 1999, 2000, 2001, 5000, 1_000_000])
def test_what_goes_on_without_a_blank_is_pasted_in_lines_and_nothing_of_it_is_lost(length: int) -> None:
    text = "before " + "x" * length + " after"
    found = cleaned(text)
    assert found.replace("\n", "") == text
    assert max(len(word) for line in found.split("\n") for word in line.split()) <= 2000
    assert ("\n" in found) is (length > 2000)
