import hashlib
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Integer

from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.finding.search import Query
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.trust import Standing
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.search import finding
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import schema, tables
from inspector_app.core.storage.database import Database
from tests.storage import newest

OLD = Path(__file__).parents[1] / "data" / "old"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _old(version: str, laptop: Laptop, folder: Path) -> Path:
    """A copy of the kept workspace of that version, with its key put into the laptop's keyring."""
    path = Path(shutil.copy(OLD / version / "kept.inspection", folder / "kept.inspection"))
    key, workspace = (OLD / version / "key.txt").read_text().split()
    laptop.remember(WorkspaceKey(WorkspaceId(workspace), bytes.fromhex(key), str(path), "Kept", "iyjwcv-2025", ""))
    return path


def test_the_tables_statements_are_made_from_are_those_of_a_file(workspace: Workspace) -> None:
    with workspace.database.read() as connection:
        names = {r[0] for r in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
        of_fts5 = {f"{tables.FULL_TEXT.name}_{part}" for part in ("data", "idx", "docsize", "config")}
        assert names == {*tables.METADATA.tables} | of_fts5
        for table in tables.METADATA.tables.values():
            if table is not tables.FULL_TEXT:  # FTS5 knows neither types nor keys
                rows = connection.exec_driver_sql(f'PRAGMA table_info("{table.name}")').mappings()
                columns = {(r["name"], r["type"], bool(r["pk"])) for r in rows}
                assert columns == {(c.name, _stored_as(c), c.primary_key) for c in table.c}
        (hidden,) = (r[1] for r in connection.exec_driver_sql("PRAGMA table_xinfo(texts)") if r[1] == "texts")
        assert tables.FULL_TEXT.c.keys() == ["rowid", "text", hidden]


def test_every_field_has_a_column_and_one_for_its_heads() -> None:
    assert {entity.code for entity in ENTITIES.values()} == tables.OF_ENTITY.keys()
    for entity in ENTITIES.values():
        codes = {field.code for field in entity.fields}
        assert {c.name for c in tables.OF_ENTITY[entity.code].c} == {"id", *codes, *(f"{code}_head" for code in codes)}


def _stored_as(column: Column[Any]) -> str:
    return "INTEGER" if isinstance(column.type, Integer | Boolean) else "TEXT"


def test_a_new_file_has_the_newest_version(workspace: Workspace) -> None:
    with workspace.database.read() as connection:
        assert schema.version(connection) == schema.NEWEST == len(schema.MIGRATIONS)


def test_a_new_file_is_given_the_very_tables_that_all_migrations_make(workspace: Workspace) -> None:
    written = schema.NEW_FILE.read_text(encoding="utf-8")
    assert written == newest.made(), "python -m tests.storage.newest writes it anew"
    assert set(written.split(schema.BETWEEN)) <= {row[3] for row in _schema(workspace)}


def test_migrations_are_numbered_from_one_without_a_gap() -> None:
    assert [name.partition("_")[0] for name in schema.MIGRATIONS] == [f"m{n:04d}" for n in range(1, schema.NEWEST + 1)]


@pytest.mark.parametrize("version", [folder.name for folder in sorted(OLD.iterdir()) if folder.is_dir()])
def test_a_workspace_kept_from_an_older_version_opens_and_reads(version: str, laptop: Laptop, tmp_path: Path) -> None:
    workspace = Workspace.open(laptop, _old(version, laptop, tmp_path))
    try:
        assert workspace.problems() == []
        held = workspace.inspection()
        assert (held.service, held.start.isoformat()) == ("Kept Youth Justice Service", "2026-03-09")
        assert [c.ref for c in held.cases] == ["C01", "V01"]
        assert [(j.question, j.answer, j.rationale) for j in held.judgements] == [
            ("2.1.1", Answer.NO, "Kept rationale, ŵ and ŷ.")
        ]
        assert [(p.prompt, p.answer, p.note) for p in held.prompts] == [("a", Answer.YES, "Kept note.")]
        assert "Kept finding." in [f.text for f in held.findings]
        answers = workspace.history("judgement", f"{held.cases[0].id}/2.1.1", "answer")
        assert [(row.value, row.verb) for row in answers] == [
            ("no", "redo"),
            ("yes", "undo"),
            ("no", "edit"),
            ("yes", "edit"),
        ]
        workspace.editor.set("finding", "new", "text", "still written")
        assert workspace.problems() == []
    finally:
        workspace.close()


def test_a_contested_field_and_the_ledger_are_kept_from_version_2_on(laptop: Laptop, tmp_path: Path) -> None:
    workspace = Workspace.open(laptop, _old("2", laptop, tmp_path))
    # The keys that the file holds were never accepted on this laptop: cards have to be exchanged again.
    assert [(m.name, m.signing) for m in team.members(workspace)] == [("Kept Inspector", ""), ("Kept Colleague", "")]
    assert [row.standing for row in handoffs.rows(workspace)] == [Standing.NAMED] * 2
    (contested,) = conflicts.conflicts(workspace)
    assert {(side.value, side.by) for side in contested.sides} == {
        ("Kept, ours.", "Kept Inspector"),
        ("Kept, theirs.", "Kept Colleague"),
    }
    assert [row.missing for row in handoffs.rows(workspace)] == [(), ()]
    workspace.close()


def test_the_desk_is_kept_from_version_3_on(laptop: Laptop, tmp_path: Path) -> None:
    workspace = Workspace.open(laptop, _old("3", laptop, tmp_path))
    held = workspace.inspection()
    assert [c.began.isoformat() if c.began else "" for c in held.cases] == ["2025-10-01", ""]
    assert [e.title for e in held.events] == ["Kept event."]
    assert [s.note for s in held.sources] == ["Kept evidence."]
    assert [c.what for c in held.concerns] == ["Kept concern."]
    assert finding.Finder(workspace).find(Query("kept evid")).count == 1
    workspace.close()


@pytest.mark.parametrize("version", [folder.name for folder in sorted(OLD.iterdir()) if folder.is_dir()])
def test_a_migrated_workspace_has_the_very_schema_of_a_new_one(
    version: str, laptop: Laptop, workspace: Workspace, tmp_path: Path
) -> None:
    migrated = Workspace.open(laptop, _old(version, laptop, tmp_path))
    assert _schema(migrated) == _schema(workspace)
    migrated.close()


@pytest.mark.parametrize("version", [folder.name for folder in sorted(OLD.iterdir()) if folder.is_dir()])
def test_in_a_migrated_workspace_too_nothing_stands_behind_a_long_text(
    version: str, laptop: Laptop, tmp_path: Path
) -> None:
    """What stands behind one in a row is read through all of it, as when contested fields are counted."""
    migrated = Workspace.open(laptop, _old(version, laptop, tmp_path))
    with migrated.database.read() as connection:
        last = {
            table: connection.exec_driver_sql(f"SELECT name FROM pragma_table_info('{table}')").all()[-1][0]
            for table in ("judgement", "prompt", "second_judgement", "second_prompt", "interview", "source", "bearing")
        }
    migrated.close()
    assert set(last.values()) == {"note", "rationale"}


def _schema(workspace: Workspace) -> set[tuple[str, ...]]:
    """Tables, indexes and triggers, word for word."""
    with workspace.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
        return {tuple(row) for row in rows}


def _at_version(workspace: Workspace, version: int) -> Path:
    with workspace.database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    workspace.close()
    return workspace.path


def test_a_file_of_a_newer_program_is_refused_and_left_as_it_is(laptop: Laptop, workspace: Workspace) -> None:
    path = _at_version(workspace, schema.NEWEST + 1)
    before = _digest(path)
    with pytest.raises(Expected) as refused:
        Workspace.open(laptop, path)
    assert refused.value.code is Code.FILE_NEWER
    assert refused.value.facts["found"] == schema.NEWEST + 1
    assert _digest(path) == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_migration_takes_a_backup_of_the_older_file_first(
    laptop: Laptop, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before = workspace.path, schema.NEWEST
    workspace.close()
    _add_migration(monkeypatch, "ALTER TABLE finding ADD COLUMN colour TEXT")
    reopened = Workspace.open(laptop, path)
    with reopened.database.read() as connection:
        assert schema.version(connection) == before + 1
        connection.exec_driver_sql("SELECT colour FROM finding")
    key = reopened._key
    (backup,) = reopened.backups()
    reopened.close()
    kept = Database(backup, key.id, key.key)
    with kept.read() as connection:
        assert schema.version(connection) == before
        columns = {row[1] for row in connection.exec_driver_sql("PRAGMA table_info(finding)")}
    kept.close()
    assert "text" in columns
    assert "colour" not in columns


def test_a_migration_that_fails_half_way_leaves_the_older_file(
    laptop: Laptop, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before = workspace.path, schema.NEWEST
    workspace.close()
    with monkeypatch.context() as broken:
        _add_migration(broken, "ALTER TABLE finding ADD COLUMN colour TEXT", "ALTER TABLE nowhere ADD COLUMN x TEXT")
        with pytest.raises(Bug, match="no such table: nowhere"):
            Workspace.open(laptop, path)
    reopened = Workspace.open(laptop, path)
    with reopened.database.read() as connection:
        assert schema.version(connection) == before
    assert reopened.problems() == []
    reopened.close()


def test_opening_a_current_file_takes_no_backup(laptop: Laptop, workspace: Workspace) -> None:
    workspace.close()
    reopened = Workspace.open(laptop, workspace.path)
    assert reopened.backups() == []
    reopened.close()


def _add_migration(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """The next version of this program: a real migration module, put where the others are."""
    module = ModuleType("inspector_app.core.storage.migrations.tried")
    module.STATEMENTS = statements  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "tried"))
    monkeypatch.setattr(schema, "NEWEST", schema.NEWEST + 1)
