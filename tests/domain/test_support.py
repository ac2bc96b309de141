"""Sentences of a text and what carries them, and how recommendations are numbered."""

from dataclasses import replace

import pytest

from inspector_app.core.domain.draft import recommending, support
from inspector_app.core.domain.draft.support import Link
from inspector_app.core.domain.framework import Numbering, OwnerPlace, Recommendations
from inspector_app.core.domain.parts import Numbered
from inspector_app.core.domain.text.sentences import sentences_of
from inspector_app.core.services import frameworks
from inspector_app.core.services.results import supporting


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("- one\n- two\n3. three", ["one", "two", "three"]),
        ("Dr. Smith saw A. Jones, e.g. once. Then not.", ["Dr. Smith saw A. Jones, e.g. once.", "Then not."]),
        ("In [=2.1.1|12 of 15. Kept|a. reason] cases. Next.", ["In [=2.1.1|12 of 15. Kept|a. reason] cases.", "Next."]),
        ("Seen.^[See annexe. It says.] Next.", ["Seen.^[See annexe. It says.]", "Next."]),
        ("“We asked.” They did (so). End", ["“We asked.”", "They did (so).", "End"]),
        ("> “They never asked.” (mother)\nSo it was.", ["“They never asked.” (mother)", "So it was."]),
        ("It ended. (So they said.) Then.", ["It ended.", "(So they said.)", "Then."]),
        ("Gwelwyd ŷ. Da iawn 😀. Wedyn.", ["Gwelwyd ŷ.", "Da iawn 😀.", "Wedyn."]),
    ],
)
def test_a_text_is_told_into_its_sentences(text: str, words: list[str]) -> None:
    found = sentences_of(text)
    assert [s.words for s in found] == words
    assert [text[s.start : s.end] for s in found] == words


def test_the_sentence_at_a_place_is_the_one_that_it_is_in_or_ends() -> None:
    text = "One is. Two is."
    assert [support.at(text, n).words for n in (0, 7, 8, 15, 99)] == [
        "One is.",
        "One is.",
        "Two is.",
        "Two is.",
        "Two is.",
    ]  # type: ignore[union-attr]
    assert support.at("  ", 1) is None


def test_a_linked_sentence_is_found_again_however_the_text_was_written_on() -> None:
    linked = "Managers did not consistently consider previous incidents."
    now = "New first. Managers did not always consistently consider  previous incidents, we found. Another one."
    assert support.placed(f"Before. {linked}", [linked]) == {linked: (1,)}
    assert support.placed(now, [linked]) == {linked: (1,)}
    assert support.placed("Something else altogether stands here.", [linked]) == {linked: ()}


def test_evidence_of_a_deleted_sentence_goes_to_none_that_has_its_own() -> None:
    one, two = "Plans were good in case one.", "Plans were good in case two."
    assert support.placed(two, [one, two]) == {one: (), two: (0,)}
    assert support.placed(f"{two} Plans were quite good in case one.", [one, two]) == {one: (1,), two: (0,)}


@pytest.mark.parametrize(
    "now", ["Plans were not good enough in most cases.", "Plans weren't good enough in most cases."]
)
def test_a_sentence_that_came_to_say_the_opposite_keeps_no_evidence(now: str) -> None:
    linked = "Plans were good enough in most cases."
    assert support.placed(now, [linked]) == {linked: ()}


def test_sentences_alike_are_carried_alike() -> None:
    text, link = "Same here. Other. Same here.", Link("t/1", "case/a", "Same here.")
    assert supporting.carried(text, [link]) == [[link], [], [link]]


def test_two_people_who_link_the_same_make_the_same_link() -> None:
    assert support.link_id("t", "case/c", "One  two.") == support.link_id("t", "case/c", "One two.")
    assert support.link_id("t", "case/c", "One.") != support.link_id("t", "case/d", "One.")


def test_what_carries_the_whole_text_carries_each_sentence_and_lost_words_carry_none() -> None:
    text = "One is here. Two is there."
    linked = [
        Link("t/1", "case/a"),
        Link("t/2", "case/b", "Two is there."),
        Link("t/3", "case/c", "Gone with the wind it was."),
    ]
    assert [[one.on for one in of] for of in supporting.carried(text, linked)] == [["case/a"], ["case/a", "case/b"]]
    assert [one.on for one in supporting.adrift(text, linked)] == ["case/c"]


OWNERS = ["Police", "Board", "Police", "Board "]


@pytest.mark.parametrize(
    ("numbering", "place", "expected"),
    [
        (Numbering.NONE, OwnerPlace.OVER, [None] * 4),
        (Numbering.THROUGH, OwnerPlace.OVER, [1, 3, 2, 4]),
        (Numbering.WITHIN, OwnerPlace.OVER, [1, 1, 2, 2]),
        (Numbering.THROUGH, OwnerPlace.AFTER, [1, 2, 3, 4]),
    ],
)
def test_recommendations_are_numbered_as_the_framework_prints_them(
    numbering: Numbering, place: OwnerPlace, expected: list[int | None]
) -> None:
    said = Recommendations(Numbered("{n}", "{n}"), place, numbering)
    framework = replace(frameworks.find("yos-2018"), recommendations=said)
    assert recommending.numbers(framework, OWNERS) == expected


def test_the_cases_of_a_recommendation_are_its_own_and_those_of_its_findings_each_once() -> None:
    links = {
        "r": [Link("r/1", "finding/f"), Link("r/2", "case/a"), Link("r/3", "source/s")],
        "f": [Link("f/1", "case/a", "One."), Link("f/2", "answer/b/2.1.1/a", "One."), Link("f/3", "finding/g")],
        "g": [Link("g/1", "case/z")],
    }
    assert recommending.cases_of("r", links) == {"a", "b"}
    assert recommending.findings_of(links["r"]) == ["f"]
