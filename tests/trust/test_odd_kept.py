"""Whatever another program wrote into what is kept beside the log, pages are shown, and the rest of it is there."""

from datetime import date

import pytest

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.finding.search import Query
from inspector_app.core.services.results import calibration, copies, identifying, told_before
from inspector_app.core.services.search import finding, looked
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.storage import kept

DAY = date(2026, 3, 9)
SPOILT = [
    "", "{", "[]", "null", "-1", '"x"', "[" * 50_000, "9" * 5_000, "{}", '{"text": {}, "wanted": []}',
    '{"text": "x", "wanted": {"note": "yes", "about": [], "mark": 3, "sample": {}}}', '{"day": [], "text": []}',
    '{"marks": [1], "id": "x", "finished": 1}', '{"marks": [["a", "b", "maybe"]], "id": [], "finished": true}',
    '{"1.1.1": 3, "2.1.1": ["a", "b"], "2.1.2": [1, 2, 3]}', '{"marks": {}, "id": 1, "finished": "", "together": 5}',
]  # fmt: skip


@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda text: text[:20])
def test_what_another_program_kept_beside_the_log_keeps_nobody_from_the_rest(workspace: Workspace, spoilt: str) -> None:
    finding.keep(workspace, "Sound", Query("plan"))
    (of, *_) = calibration.sets(workspace)
    told = copies.of_workspace(workspace, Scope.SERVICE)
    told_before.note(workspace, told[0], Scope.SERVICE)
    with workspace.database.write() as connection:
        kept.keep(connection, kept.SEARCH, "Spoilt", spoilt)
        kept.keep(connection, kept.LOOKED, "0", spoilt)
        for at in ("2026-03-09T10:00:00+00:00", "yesterday"):
            kept.keep(connection, kept.TOLD, at, spoilt)
    drafts.keep(workspace, drafts.unsent_name("calibration", of.id), spoilt)
    assert [one.name for one in finding.kept_searches(workspace)] == ["Sound", "Spoilt"]
    looked.counts(workspace, finding.Finder(workspace), Ticket())
    looked.note(workspace, Query("school"), DAY)
    assert looked.today(workspace, DAY)[0].text == "school"
    assert not calibration.mine(workspace, of.id).finished
    identifying.in_report(workspace, told[1], told[0])
    finding.forget(workspace, "Spoilt")
    assert [one.query for one in finding.kept_searches(workspace)] == [Query("plan")]
