"""A slip in the year of fieldwork is refused, and nothing that stands in a file stops the window."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector_app.core.domain.days import spans, windows
from inspector_app.core.domain.days.visits import LONGEST
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import setting_up, week
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import INSPECTION, Workspace

START = date(2026, 3, 23)
ABSURD = [date(2026, 5, 23), date(2027, 3, 27), date(2036, 3, 27), date(2062, 3, 27), date(2126, 3, 27), date(9999, 12, 31),
          date(2026, 3, 22), date(1926, 3, 27), date(1, 1, 1)]  # fmt: skip


@pytest.mark.parametrize("end", ABSURD)
def test_a_last_day_that_cannot_be_is_refused_wherever_it_is_given(
    workspace: Workspace, laptop: Laptop, tmp_path: Path, end: date
) -> None:
    path = laptop.new_path("Far")
    for attempt in (
        lambda: setting_up.set_fieldwork(workspace, START, end),
        lambda: setting_up.set_return(workspace, START, end),
        lambda: Workspace.create(laptop, path, "iyjwcv-2025", "Far", START, end),
    ):
        with pytest.raises(Expected) as no:
            attempt()
        assert no.value.code is Code.VALUE_INVALID
    assert not path.exists()
    document = tmp_path / "far.json"
    about = {"format": "inspection", "version": 1, "framework": "iyjwcv-2025", "service": "T"}
    document.write_text(json.dumps({**about, "fieldwork": {"start": START.isoformat(), "end": end.isoformat()}}))
    for attempt in (lambda: exchange.load(document), lambda: exchange.import_file(workspace, document)):
        with pytest.raises(Expected) as no:
            attempt()
        assert no.value.code is Code.DOCUMENT_INVALID


@pytest.mark.parametrize("year", [1, 1999, 2101, 9999])
def test_a_first_day_in_another_age_is_refused(workspace: Workspace, year: int) -> None:
    with pytest.raises(Expected) as no:
        setting_up.set_fieldwork(workspace, date(year, 3, 23), date(year, 3, 27))
    assert "in the years 2000 to 2100" in str(no.value.facts["why"])


def test_the_longest_fieldwork_is_taken(workspace: Workspace) -> None:
    setting_up.set_fieldwork(workspace, START, START + timedelta(days=LONGEST))
    assert len(week.plan(workspace).days) == 45


@pytest.mark.parametrize(
    ("start", "end"), [("2026-03-23", "9999-12-31"), ("0001-01-01", "9999-12-31"), ("9999-12-30", "9999-12-31")]
)
def test_whatever_stands_in_the_file_the_board_draws_some_weeks_at_most(
    workspace: Workspace, start: str, end: str
) -> None:
    """As a former version, or a colleague's package, may have written it."""
    for field, day in (("start", start), ("end", end), ("return_start", start), ("return_end", end)):
        workspace.editor.set("inspection", INSPECTION, field, day)
    assert len(week.plan(workspace).days) <= 2 * (LONGEST + 1)
    held = setting_up.setting(workspace)
    assert setting_up.case_windows(workspace.framework, held.start)
    visit = workspace.framework.return_visit
    assert visit is not None
    assert setting_up.suggested_return(visit, held.end)[0] >= date.min
    assert len(spans.weeks_between(held.start, held.end)) <= LONGEST // 7 + 1


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 2, 1)])
def test_windows_of_any_day_are_days_of_the_calendar(workspace: Workspace, day: date) -> None:
    for sample in workspace.framework.samples:
        for window in sample.windows:
            first, last = windows.dates(window, day)
            assert date.min <= first <= last <= date.max
