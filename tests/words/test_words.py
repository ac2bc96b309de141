"""Saying: sentences, numbers with their nouns, lists."""

import re

import pytest

from inspector_app.core.words import count, cut, later, listed, numbered, say, shortened
from inspector_app.ui.words import week
from tests.words.source import PACKAGE


def test_a_sentence_is_said_with_its_facts() -> None:
    assert say("The work of {name} is here.", name="Bob") == "The work of Bob is here."
    assert say("Nothing to check") == "Nothing to check"
    assert say("{value!r} is no date", value="31/02") == "'31/02' is no date"


def test_a_fact_with_braces_in_it_is_left_as_it_is() -> None:
    assert say("“{text}” cannot be read", text="{n}") == "“{n}” cannot be read"


def test_a_fact_that_was_not_given_shows_its_name_and_fails_no_screen() -> None:
    assert say("The work of {name} up to {moment}", name="Bob") == "The work of Bob up to {moment}"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 cases"), (1, "1 case"), (2, "2 cases"), (11, "11 cases"), (1234, "1,234 cases")]
)
def test_a_number_has_its_noun(number: int, said: str) -> None:
    assert count(number, "{n} case", "{n} cases") == said


def test_a_number_need_not_be_said() -> None:
    assert count(1, "the last step", "the last {n} steps") == "the last step"
    assert count(2, "{refs} has none", "{refs} have none", refs="1 and 2") == "1 and 2 have none"


def test_what_stands_in_a_table_is_said_when_it_is_shown() -> None:
    standing = later("{number} accepted")
    assert standing.say(number=3) == "3 accepted"
    assert f"{later('Yes')}, {str(later('No')).lower()}" == "Yes, no"


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["Bo, HMIP", "Cy"], "Bo, HMIP; Cy"),
        (["Bo, HMIP", "1,200", "Cy"], "Bo, HMIP; 1,200; Cy"),
    ],
)
def test_a_list_within_a_sentence(items: list[str], said: str) -> None:
    assert listed(items) == said


@pytest.mark.parametrize(("many", "said"), [(6, "C6"), (7, "C7"), (8, "C6 and 2 more")])
def test_of_a_list_that_is_cut_never_one_alone_is_left_out(many: int, said: str) -> None:
    refs = [f"C{place}" for place in range(1, many + 1)]
    assert week.some(refs).endswith(said)
    assert len(cut(refs, 6)[0]) + cut(refs, 6)[1] == many
    assert numbered(range(11)).endswith("9 and 10")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He sleeps in a car", "He sleeps in a car"),
        ("He sleeps in a caravan", "He sleeps in a …"),
        ("He sleeps in a car; nobody was told", "He sleeps in a …"),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwll", "Llanfairpwllgwyngy …"),
        ("White - British child", "White - British …"),
        ("Mixed: White (and Black) Caribbean", "Mixed: White (and …"),
        ("Youth caution, (second)", "Youth caution …"),
        ("", ""),
    ],
)
def test_the_beginning_of_a_text_ends_with_a_word(text: str, said: str) -> None:
    """ "nobody was tol …": a list of concerns, and five others, ended within a word."""
    assert shortened(text, 18) == said


def test_nothing_in_the_window_cuts_a_text_within_a_word() -> None:
    cut = re.compile(r"\[: ?[^\]]*\](?:\.r?strip\(\))?\} ?…")
    assert cut.search('f"{words[: _SHORT - 1]}…"')
    assert cut.search('f"{what[:60].rstrip()} …"')
    modules = (PACKAGE / "ui").rglob("*.py")
    assert [path.name for path in modules if cut.search(path.read_text(encoding="utf-8"))] == []
