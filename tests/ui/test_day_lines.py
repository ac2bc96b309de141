"""How the ratings moved from day to day, below what stands beside the ratings table."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from threading import current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from inspector_app.core.services.results import day_by_day as moved
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.ratings.page import RatingsPage


@pytest.fixture
def today() -> datetime:
    return datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


@pytest.fixture
def judged(today: datetime, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Callable[[int, str, str], None]:
    """Answers a key question on C01 so many days ago."""

    def answer(ago: int, question: str, answer: str) -> None:
        with monkeypatch.context() as at:
            moment = (today - timedelta(days=ago)).isoformat()
            at.setattr("inspector_app.core.services.editor.now", lambda: moment)
            workspace.editor.set("judgement", f"{workspace.case_id('C01')}/{question}", "answer", answer)

    return answer


@pytest.fixture
def page(alone: Any, workspace: Workspace) -> Callable[[], RatingsPage]:
    return lambda: alone(RatingsPage, workspace)


def called(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def test_a_line_for_each_rating_says_what_it_was_on_each_day_and_follows_what_is_answered(
    page: Callable[[], RatingsPage],
    judged: Callable[[int, str, str], None],
    today: datetime,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for ago, answer in ((2, "no"), (1, "yes")):
        for question in ("2.1.1", "2.1.2"):
            judged(ago, question, answer)
    shown = page()
    qtbot.waitUntil(lambda: shown.days is not None and not shown.days.isHidden())
    assert shown.days is not None
    lines = shown.days.lines
    before, last = (called(today.date() - timedelta(days=ago)) for ago in (2, 1))
    said = f"2.1: Inadequate (provisional) on {before} and Outstanding (provisional) on {last}."
    assert said in lines.accessibleName()
    assert [row[0].subject for row in lines.rows] == ["2.1"]  # nothing else had a rating on any day
    read, at_work = moved.days, list[bool]()

    def noted(*of: Any) -> Any:
        at_work.append(current_thread() is main_thread())
        return read(*of)

    monkeypatch.setattr(moved, "days", noted)
    judged(0, "2.2.1", "yes")
    judged(0, "2.2.2", "yes")
    qtbot.waitUntil(lambda: [row[0].subject for row in lines.rows] == ["2.1", "2.2"])
    assert not any(at_work)  # the window goes on meanwhile
    point, at = list(lines._points())[1]
    assert (point.subject, point.word) == ("2.1", "Outstanding")
    QApplication.sendEvent(lines, QHelpEvent(QHelpEvent.Type.ToolTip, at.toPoint(), lines.mapToGlobal(QPoint())))
    assert QToolTip.text() == f"2.1, {last}: Outstanding (provisional)"
    QToolTip.hideText()


def test_what_was_written_on_one_day_has_no_line(
    page: Callable[[], RatingsPage], judged: Callable[[int, str, str], None], qtbot: QtBot
) -> None:
    judged(0, "2.1.1", "yes")
    shown = page()
    qtbot.waitUntil(lambda: shown.days is not None)
    assert shown.days is not None
    assert shown.days.isHidden()


def test_two_days_of_one_name_stand_as_numbers(
    page: Callable[[], RatingsPage], judged: Callable[[int, str, str], None], today: datetime, qtbot: QtBot
) -> None:
    for ago, question in ((8, "2.1.1"), (3, "2.1.2"), (1, "2.2.1")):
        judged(ago, question, "yes")
    shown = page()
    qtbot.waitUntil(lambda: shown.days is not None and not shown.days.isHidden())
    assert shown.days is not None
    days = [today.date() - timedelta(days=ago) for ago in (8, 3, 1)]
    assert shown.days.lines.names(lambda name: len(name) <= 3) == [str(day.day) for day in days]
