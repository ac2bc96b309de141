"""A return visit and the gaps in fieldwork, however they come: typed, in a document, by a command, in a package."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import setting_up, week
from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import INSPECTION, Workspace

START, END = date(2026, 3, 9), date(2026, 4, 3)  # a Monday and a Friday, four weeks
FIRST, LAST = date(2026, 5, 4), date(2026, 5, 8)


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(f"2026-{first}"), date.fromisoformat(f"2026-{last}"))


@pytest.fixture
def long(workspace: Workspace) -> Workspace:
    setting_up.set_fieldwork(workspace, START, END)
    return workspace


def days_of(workspace: Workspace) -> set[date]:
    return {day.date for day in week.plan(workspace).days}


GAPS = [
    [span("03-16", "03-22")], [span("03-16", "03-16")], [span("03-16", "03-20"), span("03-23", "03-27")],
    [span("03-10", "04-02")], [span("03-21", "03-22")], [span("03-13", "03-30")],
    [span("03-27", "03-27"), span("03-18", "03-18"), span("03-11", "03-12")],
]  # fmt: skip
NO_GAPS = [
    [span("03-09", "03-13")], [span("03-30", "04-03")], [span("03-01", "03-20")], [span("05-01", "05-05")],
    [span("03-20", "03-16")], [span("03-16", "03-20"), span("03-20", "03-24")], [span("03-09", "04-03")],
]  # fmt: skip


def test_gaps_of_any_number_and_length_take_their_days_off_the_board_and_come_back_from_a_document(
    long: Workspace, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    for gaps in GAPS:
        with subtests.test(spans.stored(gaps)):
            setting_up.set_gaps(long, gaps)
            off = {
                date.fromordinal(day) for gap in gaps for day in range(gap.start.toordinal(), gap.end.toordinal() + 1)
            }
            assert not off & days_of(long)
            assert {START, END} <= days_of(long)
            path = tmp_path / "own.json"
            exchange.export(long, path)
            assert exchange.import_file(long, path).changes == 0
            assert setting_up.setting(long).gaps == tuple(sorted(gaps))


def test_a_gap_that_cannot_be_is_refused_and_in_a_document_too(
    long: Workspace, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    for gaps in NO_GAPS:
        with subtests.test(spans.stored(gaps)):
            with pytest.raises(Expected) as no:
                setting_up.set_gaps(long, gaps)
            assert no.value.code is Code.VALUE_INVALID
            path = tmp_path / "d.json"
            said = [{"start": gap.start.isoformat(), "end": gap.end.isoformat()} for gap in gaps]
            path.write_text(json.dumps(document(fieldwork={"start": "2026-03-09", "end": "2026-04-03", "gaps": said})))
            with pytest.raises(Expected) as no:
                exchange.import_file(long, path)
            assert no.value.code is Code.DOCUMENT_INVALID
            assert setting_up.setting(long).gaps == ()


def document(**more: Any) -> dict[str, Any]:
    about = {"format": "inspection", "version": 1, "framework": "iyjwcv-2025", "service": "T"}
    return {**about, "fieldwork": {"start": "2026-03-09", "end": "2026-03-13"}, **more}


def rated(workspace: Workspace) -> dict[str, str | None]:
    found = ratings.rate(workspace.framework, workspace.inspection())
    return {standard.ref: standard.rating for standard in found.standards}


def test_what_a_return_visit_rates_stands_whichever_came_first_and_stays_when_the_visit_is_dropped(
    workspace: Workspace,
) -> None:
    workspace.editor.set("rating", "1.2", "rating", "Good")
    for _ in range(2):
        setting_up.set_return(workspace, FIRST, LAST)
        assert rated(workspace)["1.2"] == "Good"
        setting_up.set_return(workspace, None, None)
        assert rated(workspace)["1.2"] == "Good"


def test_a_return_visit_that_cannot_be_is_refused(workspace: Workspace, subtests: pytest.Subtests) -> None:
    for start, end in (
        ("2026-05-08", "2026-05-04"),
        ("2026-05-04", "2036-05-08"),
        ("1926-05-04", "1926-05-08"),
        ("2026-05-04", "9999-12-31"),
        ("0026-05-04", "0026-05-08"),
    ):
        with subtests.test(f"{start} {end}"):
            with pytest.raises(Expected):
                setting_up.set_return(workspace, date.fromisoformat(start), date.fromisoformat(end))
            assert setting_up.setting(workspace).return_start is None


def test_a_visit_of_a_framework_that_has_none_draws_days_and_rates_nothing(make_workspace: Any) -> None:
    """As a package of a laptop with another file of that framework may bring it."""
    workspace = make_workspace(framework="yos-2018")
    before = rated(workspace)
    for field, day in (("return_start", FIRST), ("return_end", LAST)):
        workspace.editor.set("inspection", INSPECTION, field, day.isoformat())
    assert rated(workspace) == before
    assert FIRST in days_of(workspace)


def test_a_visit_comes_back_from_an_export_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    setting_up.set_return(workspace, FIRST, LAST)
    workspace.editor.set("rating", "1.1", "rating", "Requires improvement")
    path = tmp_path / "own.json"
    exchange.export(workspace, path)
    assert exchange.import_file(workspace, path).changes == 0
    assert FIRST in days_of(workspace)
    assert workspace.inspection().return_start == FIRST
