"""Which sources might bear on a prompt: by words that tell it from the others, never by chance, whatever is typed."""

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.finding import likely

PROMPTS = [
    "Are services to victims regularly monitored, evaluated, and reviewed?",
    "Do staff that work with victims have manageable workloads?",
    "Is there an effective policy for work with victims?",
    "Are the views of victims sought?",
    "Do staff have the right skills?",
    "Are staff supported?",
]


def test_words_that_stand_in_every_prompt_tell_nothing_and_endings_do_not_count() -> None:
    assert likely.telling(PROMPTS[0], PROMPTS) == ("servic", "regula", "monito", "evalua", "review")
    assert likely.telling(PROMPTS[1], PROMPTS) == ("manage", "worklo")


def test_one_word_alone_is_chance_and_the_most_words_come_first() -> None:
    where = {"monito": ["a", "b"], "evalua": ["b", "a", "c"], "review": ["b"]}
    assert likely.likely(where) == [("b", ("monito", "evalua", "review")), ("a", ("monito", "evalua"))]


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=8))
def test_whatever_stands_there_its_telling_words_stand_in_it_once(text: str, others: list[str]) -> None:
    found = likely.telling(text, [text, *others])
    assert len(set(found)) == len(found)
    assert all(word and len(word) <= 6 for word in found)
