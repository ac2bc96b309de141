"""What holds all of an inspection is written in pieces: made, packed or written whole, it is one turn of Python's lock,
and the window waits for it.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector_app.core import files
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.handoff import work
from inspector_app.core.services.documents import archive, exchange
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal

pytestmark = pytest.mark.usefixtures("no_backups")
NOTES, LETTERS = 300, 2_000
MOST = NOTES * LETTERS // 4  # bytes of a piece: 64 items, where the whole has 300


@pytest.fixture
def noted(workspace: Workspace) -> Workspace:
    """Long notes, all of one step, as an import makes them."""
    case = workspace.case_id("C01")
    items = [EntityId(f"{case}/2.1.1/{n}") for n in range(NOTES)]
    edits = [Edit("prompt", item, "note", "é" + "n" * LETTERS) for item in items]
    workspace.editor.record([("", edits)], case, Verb.IMPORT)
    return workspace


@pytest.mark.parametrize("ending", [".json", ".csv"])
def test_a_document_and_a_table_go_to_the_disk_in_pieces(
    noted: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    given: list[files.Content] = []
    monkeypatch.setattr(outgoing, "write", lambda _path, data, _laptop: given.append(data))
    exchange.export(noted, tmp_path / f"out{ending}")
    _in_pieces(given[0])


@pytest.mark.parametrize("name", ["inspection.json", "judgements.csv", "record.json"])
def test_each_file_of_an_archive_is_packed_in_pieces(noted: Workspace, name: str) -> None:
    inspection, found = archive._read(noted, Ticket())
    _in_pieces(dict(archive._files(noted, inspection, found, datetime.now(UTC), Ticket()))[name])


def test_the_work_of_a_package_is_packed_in_pieces(noted: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with noted.database.read() as connection:
        steps = {step.id for step in journal.all_steps(connection)}
        made = journal.made(connection, steps)
    given: list[files.Content] = []
    monkeypatch.setattr(work, "_packed", lambda plain, _level: given.append(plain) or b"")
    work.write(work.Work({}, [], made))
    _in_pieces(given[0])


def _in_pieces(data: files.Content) -> None:
    assert isinstance(data, Sequence)
    assert not isinstance(data, bytes)
    assert sum(map(len, data)) > NOTES * LETTERS, "nothing of it is left out"
    assert max(map(len, data)) < MOST
