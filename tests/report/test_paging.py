"""Where a draft for a word processor asks for a new page: never where the one before would be left nearly empty."""

import pytest

from inspector_app.core.report.content import (
    Block,
    Bullets,
    Chart,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from inspector_app.core.report.formats.paging import Sheet, with_page
from inspector_app.core.report.together import with_next

SHEET = Sheet(letters=90, lines=48)
LINE = "x" * 90


def begun(*chapters: tuple[Block, ...]) -> list[bool]:
    """Of each chapter after the first whether it begins a page."""
    sections = [
        Section((Heading("A chapter", 1, f"c{n}"), *blocks), new_page=True) for n, blocks in enumerate(chapters)
    ]
    return [new_page for _, new_page in with_page(sections, SHEET)][1:]


def lines(number: int) -> tuple[Block, ...]:
    """A paragraph of so many lines."""
    return (Paragraph(plain(LINE * number)),)


@pytest.mark.parametrize(
    ("number", "new_page"),
    [(5, False), (25, True), (35, True), (43, False), (47, False), (55, False), (75, True), (80, True), (100, False)],
)
def test_a_chapter_begins_a_page_only_where_the_one_before_is_well_used_and_not_nearly_full(
    number: int, new_page: bool
) -> None:
    """55 lines are a page and some: a page was begun below the last ten, which stood alone."""
    assert begun(lines(number), lines(1)) == [new_page]


def test_what_follows_without_a_new_page_counts_with_what_stands_above_it() -> None:
    assert begun(lines(5), lines(25), lines(1)) == [False, True]


def test_tables_lists_and_charts_take_their_room() -> None:
    table = Table((Column("Key question", 70), Column("Yes", 30, figures=True)), (Row((plain(LINE), plain("7"))),) * 14)
    assert begun((table,), lines(1)) == begun((Bullets((plain(LINE[:80]),) * 25),), lines(1)) == [True]
    assert begun((Chart((), (), ""), Chart((), (), ""), Chart((), (), ""), *lines(10)), lines(1)) == [True]


def test_the_longer_it_is_since_the_last_new_page_the_surer_it_must_be() -> None:
    assert begun(lines(19), lines(1)) == [True]
    assert begun(lines(19 + 4 * 48), lines(1)) == [False]


@pytest.mark.parametrize("share", [0, -20])
def test_columns_without_room_and_rows_without_cells_end_no_draft(share: int) -> None:
    """Of a framework with so many key questions that none gets a hundredth of the width."""
    table = Table((Column("Case", share),), (Row((plain("C01"),)), Row(())))
    assert begun((table,), lines(1)) == [False]


def test_what_is_not_parted_goes_to_the_next_page_whole_in_the_estimate() -> None:
    """A table that had no room was counted on half a page: a page of three lines came of it."""
    table = Table((Column("Key question", 70), Column("Yes", 30, figures=True)), (Row((plain(LINE), plain("7"))),) * 14)
    assert begun((*lines(30), table, *lines(1)), lines(1)) == [True]
    assert begun((*lines(30), *lines(20)), lines(1)) == [False], "lines go on over pages"


def test_no_page_ends_between_a_table_and_its_chart() -> None:
    table, chart, said = Table((), ()), Chart((), (), ""), Paragraph(plain("Lowest score: 2.1.1."))
    for between in ((), (said,)):
        kept = [one for _, one in with_next((*lines(1), table, *between, chart, *lines(1)))]
        assert kept == [False, *(True for _ in (table, *between, chart)), False]
    assert [one for _, one in with_next((table, said, *lines(1)))] == [False] * 3
