"""Breakdowns of a sample: their sums agree with the tallies, and what is withheld cannot be found by subtraction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain import caseload
from inspector_app.core.domain.caseload import Caseload
from inspector_app.core.domain.inspection import Answer, Case, Inspection, Judgement, Totals
from inspector_app.core.rating.breakdown import Breakdown, breakdowns
from inspector_app.core.rating.suppress import TOGETHER, told, withheld
from inspector_app.core.rating.tally import tallies
from inspector_app.core.services import frameworks

FRAMEWORK = frameworks.find("iyjwcv-2025")
QUESTIONS = [q.ref for _, q in FRAMEWORK.sample_questions("children")]
LEAST = 5
_VALUES = {
    "type": ["bail", "remand", "Bail", "community sentence", ""],
    "gender": ["girl", "boy", ""],
    "care": ["yes", ""],
}
_ANSWERS = st.sampled_from([Answer.YES, Answer.NO, Answer.NA, None])


@st.composite
def inspections(draw: st.DrawFn) -> Inspection:
    number = draw(st.integers(0, 30))
    asked = draw(st.lists(st.sampled_from(QUESTIONS), max_size=3, unique=True))
    cases, judgements = [], []
    for n in range(number):
        facts = {code: draw(st.sampled_from(values)) for code, values in _VALUES.items()}
        age = draw(st.sampled_from([None, 9, 12, 15, 17, 20]))
        cases.append(Case(f"c{n}", f"C{n}", "children", age=age, **facts))
        judgements += [Judgement(f"c{n}", question, draw(_ANSWERS)) for question in asked]
    day = date(2026, 3, 2)
    return Inspection("iyjwcv-2025", "Anywhere", day, day, cases=tuple(cases), judgements=tuple(judgements))


_COUNTS = st.dictionaries(st.sampled_from(["bail", "remand", "custody", "reparation"]), st.integers(0, 60), max_size=4)


@st.composite
def given_caseloads(draw: st.DrawFn) -> tuple[Caseload, ...]:
    counts = draw(_COUNTS)
    return (Caseload("children", "type", "\n".join(f"{value} {number}" for value, number in counts.items())),)


@given(inspections(), given_caseloads())
def test_the_parts_add_up_to_the_sample_its_tallies_and_the_caseload(
    inspection: Inspection, given_: tuple[Caseload, ...]
) -> None:
    counted = tallies(FRAMEWORK, inspection)
    for sample in breakdowns(FRAMEWORK, inspection, given_):
        for one in sample.by:
            assert sum(part.cases for part in one.parts) == sample.cases == one.cases
            for place, question in enumerate(sample.questions):
                rates = [part.rates[place] for part in one.parts]
                tally = counted[question]
                assert sum(rate.yes for rate in rates if rate) == tally.yes == getattr(one.rates[place], "yes", None)
                assert sum(rate.of for rate in rates if rate) == tally.of == getattr(one.rates[place], "of", None)
            if one.caseload is not None:
                assert sum(part.caseload or 0 for part in one.parts) == one.caseload


def possible(values: Sequence[int], hidden: frozenset[int], most: Sequence[int]) -> list[set[int]]:
    """What each hidden number can be, for who knows the whole, the others, and that none is more than `most`."""
    left = sum(values[place] for place in hidden)
    found = []
    for place in sorted(hidden):
        room = sum(most[other] for other in hidden if other != place)
        found.append(set(range(max(0, left - room), min(most[place], left) + 1)))
    return found


@given(st.lists(st.integers(0, 12), min_size=1, max_size=7), st.integers(2, 6))
def test_no_withheld_number_can_be_found_from_the_whole_and_the_others(values: list[int], least: int) -> None:
    hidden = withheld(values, least)
    assert all(values[place] >= least for place in range(len(values)) if place not in hidden)
    if sum(values) < least:  # then the whole is not told either
        return
    for place, could_be in zip(sorted(hidden), possible(values, hidden, [sum(values)] * len(values)), strict=True):
        assert len(could_be) > 1, (values, place)
    if hidden:
        assert sum(values[place] for place in hidden) >= least


def _shown(one: Breakdown) -> list[int]:
    numbers = [part.cases for part in one.parts] + [part.caseload for part in one.parts] + [one.caseload]
    numbers += [rate.of if rate else None for part in one.parts for rate in part.rates]
    numbers += [rate.of if rate else None for rate in one.rates]
    return [number for number in numbers if number is not None]


@given(inspections(), given_caseloads())
def test_nothing_that_is_told_is_small_by_itself_or_by_subtraction(
    inspection: Inspection, given_: tuple[Caseload, ...]
) -> None:
    whole = breakdowns(FRAMEWORK, inspection, given_)
    for sample in told(whole, LEAST):
        before = next(one for one in whole if one.code == sample.code)
        for one, full in zip(sample.by, before.by, strict=True):
            assert all(number >= LEAST for number in _shown(one))
            if not one.parts:
                continue
            assert sum(part.cases for part in one.parts) == sample.cases
            together = [part for part in one.parts if part.value == TOGETHER]
            assert len(together) <= 1
            assert len(full.parts) - len(one.parts) != 0 or not together  # never one part alone under another name
            columns = [[part.rates[place] for part in one.parts] for place in range(len(sample.questions))]
            for column in columns:
                assert None not in column or not any(column), "what the others leave of the whole would be told"
                assert all(2 <= rate.yes <= rate.of - 2 for rate in column if rate), "all alike: each one's answer"
            if one.caseload is not None:
                missing = sum(part.caseload is None for part in one.parts)
                left = one.caseload - sum(part.caseload or 0 for part in one.parts)
                assert not missing or (missing > 1 and left >= LEAST)


def _inspection(**types: int) -> Inspection:
    day = date(2026, 3, 2)
    named = [value.replace("_", " ") for value, number in types.items() for _ in range(number)]
    cases = tuple(Case(f"c{n}", f"C{n}", "children", value) for n, value in enumerate(named))
    judged = tuple(Judgement(case.id, "2.1.1", Answer.YES if n % 2 else Answer.NO) for n, case in enumerate(cases))
    return Inspection("iyjwcv-2025", "Anywhere", day, day, cases=cases, judgements=judged)


def _by_type(inspection: Inspection, given_: tuple[Caseload, ...] = ()) -> Breakdown:
    (sample,) = told(breakdowns(FRAMEWORK, inspection, given_), LEAST)
    return next(one for one in sample.by if one.code == "type")


@pytest.mark.parametrize(
    ("types", "shown"),
    [
        ({"bail": 7, "remand": 8}, {"bail": 7, "remand": 8}),
        ({"bail": 10, "remand": 6, "other": 3}, {"bail": 10, TOGETHER: 9}),  # 19 less 10 and 6 would be the 3
        ({"bail": 9, "remand": 6, "other": 3}, {}),  # of 9, in two parts below 9, one would be 1 to 4 and never 0
        ({"bail": 9, "remand": 3, "other": 2}, {"bail": 9, TOGETHER: 5}),
        ({"bail": 9, "remand": 6, "other": 2, "more": 1}, {"bail": 9, TOGETHER: 9}),
        ({"bail": 9, "remand": 2}, {}),
        ({"bail": 2, "remand": 4}, {}),
    ],
)
def test_small_parts_are_told_together_with_the_next_smallest(types: dict[str, int], shown: dict[str, int]) -> None:
    assert {part.value: part.cases for part in _by_type(_inspection(**types)).parts} == shown


def test_a_sample_of_fewer_cases_than_the_least_is_not_told_at_all() -> None:
    assert told(breakdowns(FRAMEWORK, _inspection(bail=4)), LEAST) == ()


def test_the_caseload_stands_beside_the_sample_with_what_the_sample_has_none_of() -> None:
    given_ = (Caseload("children", "type", "Bail: 20\ncommunity sentence 31\nnonsense\n"),)
    (sample,) = breakdowns(FRAMEWORK, _inspection(bail=2), given_)
    one = next(one for one in sample.by if one.code == "type")
    assert [(part.value, part.cases, part.caseload) for part in one.parts] == [
        ("bail", 2, 20), ("community sentence", 0, 31),
    ]  # fmt: skip
    assert one.caseload == 51
    assert next(by for by in sample.by if by.code == "gender").caseload is None


def test_lines_of_a_caseload_are_a_value_and_a_number() -> None:
    assert caseload.numbers("10 to 14 12\n White: 40 \nwhite 2\nBlack, 3") == {"10 to 14": 12, "White": 42, "Black": 3}
    assert caseload.unread("bail 3\nremand\n\n44") == ["remand", "44"]
    assert caseload.numbers(": 5\n,:=3") == {}, "a value has something in it: none at all is several told as one"


@pytest.mark.timeout(5)
@pytest.mark.parametrize("line", [":" * 200_000, "a" + " :" * 100_000 + "x", "a:" * 100_000, " 1" * 100_000 + "x"])
def test_a_line_of_a_caseload_that_a_colleague_made_long_holds_nobody_up(line: str) -> None:
    assert (caseload.numbers(line), len(caseload.unread(line))) == ({}, 1)


def test_a_question_known_by_totals_is_in_no_breakdown() -> None:
    known = replace(_inspection(bail=6), judgements=(), totals=(Totals("2.1.1", 3, 6),))
    (sample,) = breakdowns(FRAMEWORK, known)
    assert "2.1.1" not in sample.questions
