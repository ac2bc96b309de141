"""Every footnote of a report has its mark on the page, in every framework and in every copy, rated or not."""

import re
from dataclasses import replace
from datetime import date

import pytest

from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.inspection import Case, Inspection
from tests.report.test_compose import said

_NOTE = re.compile(r"^([⁰¹²³⁴⁵⁶⁷⁸⁹]+) ", re.MULTILINE)
_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
FRAMEWORKS = ("fji-2014", "yos-2018", "iyjs-2025", "iyjwcv-2025")


def unmarked(text: str) -> list[str]:
    """The footnotes to which no mark leads, and the marks that lead to none."""
    notes = _NOTE.findall(text)
    marks = set(_MARK.findall(_NOTE.sub("", text)))
    return sorted(set(notes) ^ marks) + [note for note in notes if notes.count(note) > 1]


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_marks_and_notes_match_where_nothing_is_rated(make, framework: str, scope: Scope) -> None:
    begun = Inspection(framework, "Wexborough", date(2025, 3, 24), date(2025, 3, 28))
    assert unmarked(said(make.report(begun, copy=Copy(scope)))) == []


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("published", ["trafford", "salford", "blackburn", "fji"])
def test_marks_and_notes_match_in_what_is_rated_by_half_and_in_what_is_rated(
    make, request: pytest.FixtureRequest, published: str, scope: Scope
) -> None:
    whole = request.getfixturevalue(published)
    for inspection in (whole, replace(whole, ratings=whole.ratings[::2], judgements=whole.judgements[::2])):
        assert unmarked(said(make.report(inspection, copy=Copy(scope)))) == []


def test_a_sample_of_which_a_part_is_judged_was_not_looked_at_as_a_whole(make, trafford) -> None:
    first = next(case.id for case in trafford.cases if case.sample == "children")
    text = said(make.report(replace(trafford, judgements=tuple(j for j in trafford.judgements if j.case == first))))
    assert "has 15 cases: one is judged in full." in text
    assert "has nine cases: none is judged in full yet." in text
    assert "We took a detailed look" not in text
    begun = replace(trafford, judgements=(), cases=(Case("c", "C01", "children"),))
    assert re.search(r"None of the \d+ judgements on key questions is made yet\.", said(make.report(begun)))
