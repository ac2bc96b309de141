"""What a new workspace file is given, written anew once a migration was added:  python -m tests.storage.newest"""

from sqlcipher3 import dbapi2 as sqlite

from inspector_app.core.storage import schema
from inspector_app.core.storage.tables import FULL_TEXT


def made() -> str:
    """What all migrations make of an empty file, as SQLite keeps it."""
    connection = sqlite.connect(":memory:")
    for statement in schema.statements(schema.MIGRATIONS):
        connection.execute(statement)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    connection.close()
    return schema.BETWEEN.join(sql for name, sql in rows if not name.startswith(f"{FULL_TEXT.name}_"))  # FTS5's own


if __name__ == "__main__":
    schema.NEW_FILE.write_text(made(), encoding="utf-8")
