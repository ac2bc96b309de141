"""Whether a workspace is sound: every page as it was written, and the tables what the log says."""

from inspector_app.core.storage import journal
from inspector_app.core.storage.database import Database


def problems(database: Database) -> list[str]:
    """What is wrong, in technical words; empty when all is well."""
    with database.read() as connection:
        bad_pages = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
        structure = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        found = bad_pages + [text for text in structure if text != "ok"]
        if found:
            return found
        logged, held = journal.replay(journal.log(connection)), journal.tables(connection)
    differing = {key for key in logged.keys() | held.keys() if logged.get(key) != held.get(key)}
    return [f"{entity} {entity_id}: {field} is not what the log says" for entity, entity_id, field in sorted(differing)]
