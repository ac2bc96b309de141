"""Workspaces that the programs of versions 4 to 24 wrote, with something in every kind of entity, open with all of it."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.finding.search import Query
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.search import finding
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Database, make_empty
from inspector_app.core.storage.migrations import m0018_panel, m0020_verified

LATER = Path(__file__).parents[1] / "data" / "old_later"
VERSIONS = sorted(int(file.name.partition(".")[0]) for file in LATER.glob("*.json.gz"))
_KEY = bytes(range(32))
Rows = dict[tuple[str, str], dict[str, Any]]


def _old(version: int, laptop: Laptop, folder: Path) -> Path:
    """The workspace as that version wrote it, whose key the laptop has."""
    kept = json.loads(gzip.decompress((LATER / f"{version}.json.gz").read_bytes()))
    path, workspace = folder / "kept.inspection", WorkspaceId(kept["id"])
    make_empty(path)
    database = Database(path, workspace, _KEY)
    with database.write() as connection:
        for statement in kept["statements"]:
            connection.exec_driver_sql(statement.replace("%", "%%"))
        connection.exec_driver_sql(
            "INSERT INTO unindexed SELECT entity, id FROM indexed WHERE true ON CONFLICT DO NOTHING"
        )
    database.close()
    laptop.remember(WorkspaceKey(workspace, _KEY, str(path), "Kept", "iyjwcv-2025", ""))
    return path


def _rows(database: Database) -> Rows:
    """What every kind of entity holds there, by kind and id."""
    found: Rows = {}
    with database.read() as connection:
        here = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for entity in here & ENTITIES.keys():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{entity}"').mappings():
                found[entity, row["id"]] = {key: value for key, value in row.items() if value is not None}
    return found


def test_each_kept_version_is_small() -> None:
    assert [*range(4, 8), *range(9, 18), *range(19, 25)] == VERSIONS
    assert all(file.stat().st_size < 100_000 for file in LATER.iterdir())


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_later_version_wrote_opens_with_all_of_it_and_is_found(
    version: int, laptop: Laptop, workspace: Workspace, tmp_path: Path
) -> None:
    path = _old(version, laptop, tmp_path)
    key = laptop.key_at(path)
    assert key
    database = Database(path, key.id, key.key)
    before = _rows(database)
    database.close()
    migrated = Workspace.open(laptop, path)
    try:
        assert migrated.problems() == []
        after = _rows(migrated.database)
        assert len({entity for entity, _ in before}) >= 15
        for item, held in before.items():
            assert held.items() <= after[item].items(), item
        assert _schema(migrated) == _schema(workspace)
        assert finding.Finder(migrated).find(Query("Kept note")).count >= 1
        if version >= 15:
            assert finding.Finder(migrated).find(Query("point.said")).count == 1
        migrated.editor.set("finding", "new", "text", "still written")
    finally:
        migrated.close()


def _schema(workspace: Workspace) -> set[tuple[str, ...]]:
    with workspace.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
        return {tuple(row) for row in rows}


def test_a_version_18_that_had_the_tables_of_verifications_already_opens(laptop: Laptop, tmp_path: Path) -> None:
    """As the program of f054f5ca wrote it, for some hours: the migration to 20 makes these tables where they are not."""
    path = _old(17, laptop, tmp_path)
    key = laptop.key_at(path)
    assert key
    database = Database(path, key.id, key.key)
    with database.write() as connection:
        for statement in (*m0018_panel.STATEMENTS, *m0020_verified.STATEMENTS, "PRAGMA user_version = 18"):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("INSERT INTO verified_judgement (id, what) VALUES ('a/2.1.1', 'kept')")
    database.close()
    opened = Workspace.open(laptop, path)
    try:
        assert _rows(opened.database)["verified_judgement", "a/2.1.1"]["what"] == "kept"
    finally:
        opened.close()
