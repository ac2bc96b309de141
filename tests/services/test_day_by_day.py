"""How the ratings moved: each day as it would have been rated at its end, by what people had answered and decided."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from inspector_app.core.services.cases import marking
from inspector_app.core.services.results import day_by_day
from inspector_app.core.services.results.ratings import rate
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import then
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 3, day) for day in (9, 10, 11))
NOW = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)


@contextmanager
def on(day: date, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever is written within it is written on that day."""
    with patch.context() as at:
        at.setattr("inspector_app.core.services.editor.now", lambda: f"{day.isoformat()}T12:00:00+00:00")
        yield


def rated(workspace: Workspace, of: str) -> list[tuple[date, str | None]]:
    """How a standard moved; a standard of no answers has none."""
    return [(one.day, one.rated.standard(of).rating) for one in day_by_day.days(workspace, NOW)]


def judge(workspace: Workspace, answers: str, questions: tuple[str, ...] = ("2.1.1", "2.1.2")) -> None:
    """C01 to C03 in their order: y, n, or - to leave one out."""
    for row, answer in zip(workspace.case_rows()[:3], answers, strict=True):
        for question in questions:
            if answer != "-":
                workspace.editor.set("judgement", f"{row.id}/{question}", "answer", {"y": "yes", "n": "no"}[answer])


def test_each_day_has_the_rating_that_its_answers_gave_and_the_last_is_that_of_now(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, answers in ((MONDAY, "n--"), (TUESDAY, "yy-"), (WEDNESDAY, "--n")):
        with on(day, monkeypatch):
            judge(workspace, answers)
    assert rated(workspace, "2.1") == [
        (MONDAY, "Inadequate"), (TUESDAY, "Outstanding"), (WEDNESDAY, "Good"),
    ]  # fmt: skip
    monday, *_, last = day_by_day.days(workspace, NOW)
    assert monday.rated.standard("2.1").key_questions[0].tally.unanswered == 2
    assert last.rated == rate(workspace.framework, workspace.rated_from())


def test_what_people_rated_and_the_panel_decided_moves_it_on_its_day_alone(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with on(MONDAY, monkeypatch):
        judge(workspace, "yyn")
        workspace.editor.set("rating", "V1", "rating", "Good")
    with on(TUESDAY, monkeypatch):
        workspace.editor.set("panel", "2.1", "to", "Requires improvement")  # a draft, without a reason
    with on(WEDNESDAY, monkeypatch):
        workspace.editor.set("panel", "2.1", "reason", "Two of three were close.")
        workspace.editor.set("rating", "V1", "rating", "Outstanding")
    assert [word for _, word in rated(workspace, "2.1")] == ["Good", "Good", "Requires improvement"]
    assert [word for _, word in rated(workspace, "V1")] == ["Good", "Good", "Outstanding"]
    assert day_by_day.days(workspace, NOW)[-1].rated == rate(workspace.framework, workspace.rated_from())


def test_what_was_contested_by_the_end_of_a_day_counts_as_open_and_a_colleagues_day_is_the_day_they_answered(
    workspace: Workspace, people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = f"{workspace.case_id('C01')}/2.1.1"
    with on(MONDAY, monkeypatch):
        workspace.editor.set("case", workspace.case_id("C01"), "inspector", workspace.me)
    bea = people.colleague("Bea Moss")
    with on(MONDAY, monkeypatch):
        workspace.editor.set("judgement", judged, "answer", "yes")
    with on(TUESDAY, monkeypatch):
        bea.editor.set("judgement", judged, "answer", "no")
    people.give(bea, workspace)
    with on(WEDNESDAY, monkeypatch):
        workspace.editor.set("judgement", judged, "answer", "no")
    tallies = [one.rated.standard("2.1").key_questions[0].tally for one in day_by_day.days(workspace, NOW)]
    assert [(tally.yes, tally.no) for tally in tallies] == [(1, 0), (0, 0), (0, 1)]


def test_who_marks_a_case_blind_sees_no_day_of_its_answers(
    workspace: Workspace, people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    with on(MONDAY, monkeypatch):
        judge(workspace, "yyy")
    bea = people.colleague("Bea Moss")
    marking.ask(workspace, workspace.case_id("C01"), bea.me)
    people.give(workspace, bea)
    assert [one.rated.standard("2.1").key_questions[0].tally.yes for one in day_by_day.days(bea, NOW)] == [2]


@pytest.mark.parametrize(
    ("clock", "shown"),
    [(date(1970, 1, 1), [TUESDAY, WEDNESDAY]), (date(2051, 1, 1), [TUESDAY, WEDNESDAY])],
    ids=["behind", "ahead"],
)
def test_a_day_of_a_wrong_clock_is_none_of_its_own(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, clock: date, shown: list[date]
) -> None:
    for day, answers in ((clock, "y--"), (TUESDAY, "-y-"), (WEDNESDAY, "--n")):
        with on(day, monkeypatch):
            judge(workspace, answers)
    found = day_by_day.days(workspace, NOW)
    assert [one.day for one in found] == shown
    assert found[-1].rated == rate(workspace.framework, workspace.rated_from())


def test_no_more_than_two_weeks_of_days_are_shown(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(1, 12):
        with on(date(2026, 3, day), monkeypatch):
            judge(workspace, "y--" if day % 2 else "n--", ("2.1.1",))
    assert [one.day.day for one in day_by_day.days(workspace, NOW)] == list(range(2, 12))


def test_a_clock_that_runs_wild_makes_no_work_for_each_of_its_days(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """4,000 days of one answer each took minutes: only the shown ones are worked out."""
    for day in range(60):
        with on(date(2010, 1, 1) + timedelta(days=day), monkeypatch):
            judge(workspace, "y--" if day % 2 else "n--", ("2.1.1",))
    worked, value = [], then._value
    monkeypatch.setattr(then, "_value", lambda *of: worked.append(of) or value(*of))
    found = day_by_day.days(workspace, NOW)
    assert [one.day for one in found] == [date(2010, 2, 20) + timedelta(days=day) for day in range(10)]
    assert len(worked) == 10
    assert found[-1].rated == rate(workspace.framework, workspace.rated_from())


@pytest.mark.parametrize("start", ["0001-01-01", "9999-12-31"])
def test_a_first_day_at_either_end_of_the_calendar_hides_no_day(workspace: Workspace, start: str) -> None:
    """As a package can say it."""
    judge(workspace, "y--")
    workspace.editor.set("inspection", "inspection", "start", start)
    now = datetime.now(UTC)
    assert [day.day for day in day_by_day.days(workspace, now)] == [now.date()]
