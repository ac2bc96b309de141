"""Small numbers: whoever knows the rule, the whole and the parts' names cannot find one. Counted out for every small table.

Who is told something knows every table from which the same would be told: what a withheld number is in each of them is what
it can be. No table is left out, since the sum of a table is told, and all tables of a sum are tried.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

import pytest

from inspector_app.core.domain.by_question import Total
from inspector_app.core.rating.breakdown import Breakdown, Part, SampleBreakdown
from inspector_app.core.rating.suppress import told, withheld

Table = tuple[int, ...]
Told = tuple[object, ...]
NAMES = "abcdef"


def tables(total: int, parts: int) -> Iterator[Table]:
    """Every way to divide so many over so many parts."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in tables(total - first, parts - 1))


def found_out(parts: int, most: int, least: int, tell: Callable[[Table], Told]) -> tuple[int, int]:
    """How many different things are told, and to how few numbers the place of a small one can be narrowed down."""
    by_told: Mapping[Told, list[Table]] = defaultdict(list)
    for total in range(least, most + 1):
        for table in tables(total, parts):
            by_told[tell(table)].append(table)
    could_be = [{table[place] for table in alike} for alike in by_told.values() for place in range(parts)]
    return len(by_told), min(len(numbers) for numbers in could_be if min(numbers) < least)


def by_rule(least: int) -> Callable[[Table], Told]:
    def tell(table: Table) -> Told:
        hidden = withheld(table, least)
        return sum(table), hidden, tuple(value for place, value in enumerate(table) if place not in hidden)

    return tell


SMALL = [
    (2, 30, 5),
    (3, 30, 5),
    (4, 22, 5),
    (5, 17, 5),
    (3, 20, 4),
    (4, 18, 4),
    (3, 20, 3),
    (4, 18, 3),
    (5, 14, 3),
    (4, 16, 2),
]
LARGER = [
    (3, 60, 5),
    (4, 40, 5),
    (5, 28, 5),
    (6, 21, 5),
    (5, 22, 4),
    (4, 32, 3),
    (5, 22, 3),
    (6, 18, 3),
    (5, 18, 2),
    (6, 16, 2),
]


def test_who_knows_the_rule_finds_no_small_number_in_any_small_table(
    pytestconfig: pytest.Config, counted: Callable[[str], None]
) -> None:
    """`--long` for larger tables. In each, as many numbers as are not told by themselves remain possible."""
    for parts, most, least in SMALL + LARGER * pytestconfig.getoption("--long"):
        number, fewest = found_out(parts, most, least, by_rule(least))
        counted(
            f"{parts} parts, up to {most} cases, least {least}: {number:,} things told, {fewest} numbers left at least"
        )
        assert fewest >= least, (parts, most, least)


def _sample(cases: Sequence[int], caseload: Sequence[int]) -> SampleBreakdown:
    parts = tuple(Part(name, number, of, ()) for name, number, of in zip(NAMES, cases, caseload, strict=False))
    one = Breakdown(code="type", title="type", cases=sum(cases), caseload=sum(caseload), rates=(), parts=parts)
    return SampleBreakdown(code="children", title="Children", cases=sum(cases), questions=(), by=(one,))


def _shown(cases: Sequence[int], caseload: Sequence[int], least: int) -> Told:
    (sample,) = told([_sample(cases, caseload)], least)
    (one,) = sample.by
    return one.caseload, sample.cases, tuple((part.value, part.cases, part.caseload) for part in one.parts)


@pytest.mark.parametrize("least", [3, 5])
def test_nor_in_what_is_told_of_a_sample_or_of_the_caseload_beside_it(least: int) -> None:
    even = (20,) * 3
    assert found_out(3, 24, least, lambda table: _shown(table, even, least))[1] >= least
    for cases in ((20, 20, 20), (20, 9, 1), (20, 2, 3), (9, 9, 1)):
        assert found_out(3, 24, least, lambda table, here=cases: _shown(here, table, least))[1] >= least, cases


def _rates(sizes: Table, yes: Table, least: int) -> Told:
    """What is told of one key question that all of these cases were judged on: of the whole, and of each part."""
    parts = tuple(Part(name, of, None, (Total(y, of),)) for name, of, y in zip(NAMES, sizes, yes, strict=False))
    whole = (Total(sum(yes), sum(sizes)),)
    one = Breakdown(code="type", title="type", cases=sum(sizes), caseload=None, rates=whole, parts=parts)
    (sample,) = told([SampleBreakdown("children", "Children", sum(sizes), ("2.1.1",), (one,))], least)
    return sum(yes), *(part.rates for part in sample.by[0].parts)


@pytest.mark.parametrize("least", [2, 3, 5])
@pytest.mark.parametrize("sizes", [(5, 5), (5, 6, 7), (5, 5, 5, 5), (9, 5)])
def test_nor_that_all_of_a_part_were_answered_alike(sizes: Table, least: int) -> None:
    """0% or 100% of a part is how each of it was judged, told or taken from the whole. Of the whole it stands as in print."""
    by_told: Mapping[Told, list[Table]] = defaultdict(list)
    for yes in product(*(range(of + 1) for of in sizes)):
        if 0 < sum(yes) < sum(sizes):
            by_told[_rates(sizes, yes, least)].append(yes)
    assert any(None not in rates for _, *of in by_told for rates in of), "some are told"
    for alike in by_told.values():
        for place, of in enumerate(sizes):
            assert {yes[place] for yes in alike} - {0, of}, (alike, place)


def test_a_rule_that_withholds_only_the_part_would_be_found_out() -> None:
    """As it would be: of the whole 7 are Yes, of the one part 2, so of the other all 5."""
    assert [yes for yes in product(range(6), range(6)) if sum(yes) == 7 and yes[0] == 2] == [(2, 5)]
    assert _rates((5, 5), (2, 5), 5) == (7, (None,), (None,))


def test_a_rule_that_only_looks_at_the_sum_would_be_found_out() -> None:
    """As it was: 19 in three parts, of which the largest is told as 5 or 6, leaves nothing but one number for the rest."""

    def tell(table: Table) -> Told:
        hidden = {place for place, value in enumerate(table) if value < 5}
        others = sorted(set(range(len(table))) - hidden, key=lambda place: table[place])
        while hidden and others and (len(hidden) < 2 or sum(table[place] for place in hidden) < 5):
            hidden.add(others.pop(0))
        return sum(table), frozenset(hidden), tuple(v for place, v in enumerate(table) if place not in hidden)

    assert found_out(3, 30, 5, tell)[1] == 1


def test_a_sample_told_without_its_caseload_says_nothing_of_it() -> None:
    none = replace(_sample((9, 9), (1, 2)).by[0], caseload=3)
    (sample,) = told([replace(_sample((9, 9), (1, 2)), by=(none,))], 5)
    assert [part.caseload for part in sample.by[0].parts] == [None, None]
    assert sample.by[0].caseload is None
