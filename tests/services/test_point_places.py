"""On which page of its copy a service finds what a point is on: the right one, or none is said."""

import pytest

from inspector_app.core.services.results.point_places import page_of

ALIKE = "We found that the service did not always understand what children and their families"
FIRST = f"{ALIKE} had said of their homes."
SECOND = f"{ALIKE} wanted from it, and workers were not sure."
FOOT = "Service’s copy 12 May 2026 Page {} of 4"
PAGES = [
    f"Factual accuracy. What were the findings, not those of the panel? {FOOT.format(1)}",
    f"2.1 Assessing. {FIRST} {FOOT.format(2)}",
    f"2.2 Planning. {SECOND[:60]} {FOOT.format(3)}",
    f"{SECOND[60:]} Another finding stands here. {FOOT.format(4)}",
]


@pytest.mark.parametrize(
    ("quoted", "text", "page"),
    [
        ("", FIRST, 2), ("", SECOND, 3),  # it was said to be on page 2, where another begins alike
        ("workers were not sure", SECOND, 4), ("not", SECOND, 3), ("sure", SECOND, 4),
        ("had said", FIRST, 2), ("not in it", FIRST, 2),
        ("were", "A text that nobody printed.", 0),  # it was said to be on the first page
        ("Another finding stands here", "A text that nobody printed.", 4),
        ("", "the", 0), ("", "", 0), ("\\E(.*", FIRST, 2), ("", "(((", 0),
    ],
)  # fmt: skip
def test_the_page_of_a_point_is_that_on_which_its_words_stand(quoted: str, text: str, page: int) -> None:
    assert page_of(PAGES, quoted, text) == page


def test_of_a_text_that_stands_twice_no_page_is_said() -> None:
    assert page_of([FIRST, "Between.", FIRST], "had said", FIRST) == 0


def test_what_stands_everywhere_is_not_looked_for_for_minutes() -> None:
    assert page_of(["a" * 3000] * 40, "aaa", "a" * 2000) == 0
