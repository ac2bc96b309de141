"""Importing a day's packages: progress, cancelling, all or nothing."""

from pathlib import Path

import pytest

from inspector_app.core.crypto import seal
from inspector_app.core.services import handoffs
from inspector_app.core.services.ticket import Cancelled, Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.engines import driver
from tests.benchmarks.handoff import day
from tests.handoff.histories import Impatient, state

PEOPLE, ANSWERS = 3, 1500


def _room(workspace: Workspace) -> int:
    return int(driver(workspace.database._writer).execute("PRAGMA cache_size").fetchone()[0])


def test_a_days_packages_come_in_whole_with_progress_or_when_cancelled_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
    lead, path, packages = day(tmp_path, PEOPLE, ANSWERS, 300_000)
    workspace = Workspace.open(lead, path)
    before = state(workspace)
    told: list[tuple[int, int, str]] = []
    room = list[int]()
    handoffs.preview(workspace, packages, Ticket(lambda *report: told.append(report) or room.append(_room(workspace))))
    assert min(room[1:]) < -10_000 < _room(workspace) < 0  # KiB for its pages, and after it as it was
    assert state(workspace) == before
    assert len(told) > 10
    assert all(0 <= done <= of for done, of, _ in told)
    assert {what for _, _, what in told} >= {f"Bringing in the work of Colleague {n}" for n in range(PEOPLE)}

    for stop_after in range(0, len(told), 5):
        with pytest.raises(Cancelled):
            handoffs.import_(workspace, packages, Impatient(stop_after))
        assert _room(workspace) > -10_000
        assert state(workspace) == before
        assert workspace.problems() == []

    received = handoffs.import_(workspace, packages, Ticket())
    assert [one.steps for one in received] == [2 * ANSWERS // PEOPLE] * PEOPLE
    assert sum(one.contested for one in received) == 0
    assert workspace.problems() == []
    assert all(one.nothing_new for one in handoffs.import_(workspace, packages))
    workspace.close()
