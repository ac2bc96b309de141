"""What giving and taking cost follows what changed, not how much is there: SQLite's steps are counted, no time is taken."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.crypto import seal
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import connecting

PASSPHRASE = "copper lantern drifts over quiet water"
EACH = 10  # steps of SQLite's machine between two calls of the counter
LOOKED_AT = 6  # steps of the machine for a row of which only the id is looked at; with its text it is read by some 56
CHANGED, THERE, MORE = 20, 150, 8  # changes that go over, changes that both have already, and times as many


class Counted:
    """How many steps SQLite's machine took, in every file that is open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps = 0
        connect = connecting.connect

        def counting(*arguments: Any) -> Any:
            raw = connect(*arguments)
            raw.set_progress_handler(self._step, EACH)
            return raw

        monkeypatch.setattr(connecting, "connect", counting)

    def _step(self) -> int:
        self.steps += EACH
        return 0

    def of(self, work: Callable[[], object]) -> int:
        before = self.steps
        work()
        return self.steps - before


def write(workspace: Workspace, tag: str, count: int) -> None:
    case = workspace.case_rows()[0].id
    edits = [Edit("prompt", EntityId(f"{case}/2.1.1/{tag}{n}"), "note", f"{tag} {n}") for n in range(count)]
    workspace.editor.record([("", [edit]) for edit in edits], case, Verb.EDIT)


def costs(folder: Path, there: int, counted: Counted) -> dict[str, int]:
    """What each way costs between two who have so many changes in common."""
    lead, colleague = Laptop(folder / "lead"), Laptop(folder / "colleague")
    lead.create_identity("Ruth", "Lead inspector", PASSPHRASE)
    colleague.create_identity("Sam", "Inspector", PASSPHRASE)
    ours = Workspace.create(lead, lead.new_path("Northtown"), "iyjwcv-2025", "Northtown", date(2026, 3, 9))
    ours.add_case("C01", ours.framework.samples[0].code)
    team.add(ours, colleague.card())
    write(ours, "old", there)
    first, back, new = folder / "first.handoff", folder / "back.handoff", folder / "new.handoff"
    handoffs.export(ours, first, everything=True)
    theirs, _ = handoffs.join(colleague, first, colleague.new_path("Northtown"))
    handoffs.export(theirs, back, to=["Ruth"], receipt=True)
    handoffs.import_(ours, [back])
    write(ours, "new", CHANGED)
    found = {
        "offering": counted.of(lambda: handoffs.offer(ours, ["Sam"])),
        "the ledger": counted.of(lambda: handoffs.rows(ours)),
        "giving": counted.of(lambda: handoffs.export(ours, new, to=["Sam"])),
        "looking into": counted.of(lambda: handoffs.preview(theirs, [new])),
    }
    for workspace in (ours, theirs):
        workspace.close()
    return found


def test_giving_a_few_changes_looking_into_them_and_the_ledger_read_nothing_of_what_both_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for the ids of one's own steps, which are looked through for those that are not signed yet."""
    monkeypatch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
    counted = Counted(monkeypatch)
    few = costs(tmp_path / "few", THERE, counted)
    many = costs(tmp_path / "many", MORE * THERE, counted)
    assert all(few.values())
    more = {way: (many[way] - few[way]) / ((MORE - 1) * THERE) for way in few}  # for each change that both have
    assert {way: steps for way, steps in more.items() if steps > LOOKED_AT} == {}
    assert more["looking into"] < 1
