"""The week on paper: what is on it, of whom, and what breaks it."""

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from inspector_app.core.domain.fields import EVENT, PERSON
from inspector_app.core.services.fieldwork import timetable, week
from inspector_app.core.services.workspace import Workspace
from tests.report.test_pdf import NASTY

MONDAY, TUESDAY = "2026-03-09", "2026-03-10"
AS_AT = datetime(2026, 3, 9, 8, 15, tzinfo=UTC)


def put(workspace: Workspace, line: str, day: str = MONDAY) -> str:
    return week.add(workspace, day, line, week.plan(workspace))


def pages(workspace: Workspace, *days: str, person: str = "") -> list[str]:
    made = timetable.pdf(workspace, days, person, AS_AT)
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]


def test_a_day_says_when_what_which_case_and_who_in_order(workspace: Workspace) -> None:
    put(workspace, "2 focus group with parents")
    put(workspace, "9.30-10.45 case interview C02 Ruth")
    put(workspace, "9 elsewhere", TUESDAY)
    (said,) = pages(workspace, MONDAY)
    assert "Monday 9 March" in said
    assert "9 March 2026, 08:15 GMT" in said
    parts = ("09:30 – 10:45", "case interview C02 Ruth", "C02", "Ruth Ashdown", "14:00", "focus group with parents")
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert "elsewhere" not in said
    assert "Not encrypted" in said


def test_a_persons_own_week_leaves_out_what_others_lead_and_says_whose_it_is(workspace: Workspace) -> None:
    workspace.editor.set("person", "tom", "name", "Tom Okafor")
    put(workspace, "9 meeting Ruth")
    put(workspace, "10 feedback Tom")
    (said,) = pages(workspace, MONDAY, TUESDAY, person="tom")
    assert "what Tom Okafor leads" in said
    assert "feedback" in said
    assert "meeting" not in said
    assert "Nothing is planned." in said  # on Tuesday


def test_a_day_that_is_fuller_than_a_page_goes_on_on_the_next(workspace: Workspace) -> None:
    for number in range(60):
        put(workspace, f"9.{number:02d} meeting {number} of them all")
    said = pages(workspace, MONDAY)
    assert len(said) > 1
    assert all(any(f"meeting {number} of them all" in page for page in said) for number in range(60))


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_no_text_that_somebody_types_breaks_it(workspace: Workspace, nasty: str) -> None:
    event = put(workspace, "9 meeting Ruth")
    workspace.editor.set("event", event, "title", nasty[: EVENT.field("title").longest])
    workspace.editor.set("person", workspace.me, "name", nasty[: PERSON.field("name").longest])
    assert pages(workspace, MONDAY)
