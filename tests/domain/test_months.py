"""Months in texts, whole, shortened and misspelt."""

import re

import pytest

from inspector_app.core.domain.days import when
from inspector_app.core.domain.text import months


@pytest.mark.parametrize("name", [month.text for month in when.MONTHS])
def test_a_month_is_found_whole_and_by_its_first_letters(name: str) -> None:
    for said in (name, name[:3]):
        assert re.fullmatch(months.WHOLE, said)
        assert re.fullmatch(months.BEGUN, said)


@pytest.mark.parametrize("said", ["Sept", "September"])
def test_september_has_another_short_name(said: str) -> None:
    assert re.fullmatch(months.WHOLE, said)


def test_what_only_begins_like_one_is_one_misspelt_and_no_whole_name() -> None:
    assert re.fullmatch(months.BEGUN, "Febuary")
    assert not re.fullmatch(months.WHOLE, "Febuary")
    assert not re.fullmatch(months.WHOLE, "Mayor")
    assert not re.fullmatch(months.BEGUN, "Ma")
