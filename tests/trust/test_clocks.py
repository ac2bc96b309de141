"""A clock that once stood in the future: what it said of anybody's work, or of a list's order, is not believed for years."""

from dataclasses import replace
from datetime import datetime

import pytest

from inspector_app.commands import words as commands
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.services import handoffs
from inspector_app.core.services.handoffs import LedgerRow, lost
from inspector_app.core.services.profile import laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.words.handoffs import ledger
from inspector_app.ui.words.handoffs import lost as lost_words
from tests.trust.hostile import Three

pytestmark = pytest.mark.usefixtures("no_backups")

AHEAD = "2051-03-24T17:40:00+00:00"


def row(at: Workspace, whose: str) -> LedgerRow:
    return next(row for row in handoffs.rows(at) if row.person == whose)


def ahead(patch: pytest.MonkeyPatch) -> None:
    for module in ("editor", "handoffs.giving"):
        patch.setattr(f"inspector_app.core.services.{module}.now", lambda: AHEAD)


def test_work_of_a_colleague_is_as_old_as_what_they_did_with_a_right_clock(
    three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    three.bea.editor.set(*three.note(), "with a right clock")
    with monkeypatch.context() as patch:
        ahead(patch)
        three.bea.editor.set(*three.note("b"), "with a clock ahead")
        three.give(three.bea, three.ann)
    found = row(three.ann, three.bea.me)
    assert "" < found.here_until <= laptop.now()
    assert " 2051" not in " ".join(ledger.sentences(found, datetime.now().astimezone()))


def test_where_only_times_that_have_not_come_are_here_it_is_not_known_how_old_the_work_is(
    three: Three,
) -> None:
    three.bea.editor.set(*three.note(), "hers")
    three.give(three.bea, three.ann)
    with three.ann.database.write() as connection:
        connection.exec_driver_sql("UPDATE steps SET at = ?", (AHEAD,))
        connection.exec_driver_sql("UPDATE packages SET at = ?", (AHEAD,))
    now = datetime.now().astimezone()
    found = row(three.ann, three.bea.me)
    said = [*ledger.sentences(found, now), ledger.up_to(found, now), ledger.last_given(found, now)]
    said += [ledger.colleagues([found], now), *commands.team([found], [])]
    said += lost_words.incident(lost.laptop_of(three.ann, three.bea.me))
    assert " 2051" not in "\n".join(said)
    assert f"It is not known how old their work is: {found.name}" in said


def test_an_inspection_that_was_opened_in_the_future_does_not_stay_the_first_of_the_list(three: Three) -> None:
    folder = three.ann.laptop
    folder.remember(replace(three.ann.key, id=WorkspaceId("f" * 32), opened=AHEAD))
    assert [found.opened == AHEAD for found in folder.workspaces()] == [False, True]
