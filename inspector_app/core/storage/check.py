"""Whether a workspace is sound: every page as it was written, and the tables what the log says."""

from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage import journal
from inspector_app.core.storage.database import Database


def problems(database: Database) -> list[str]:
    """What is wrong, in technical words; empty when all is well."""
    found: list[str] = []
    try:
        with database.read() as connection:
            found += [str(row[0]) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
            found += [str(r[0]) for r in connection.exec_driver_sql("PRAGMA integrity_check") if r[0] != "ok"]
            if found:
                return found
            logged, held = journal.replay(journal.log(connection)), journal.tables(connection)
    except Expected as error:
        if error.code is not Code.FILE_DAMAGED:
            raise
        return found or [str(error.facts["why"])]
    differing = {key for key in logged.keys() | held.keys() if logged.get(key) != held.get(key)}
    return [f"{entity} {entity_id}: {field} is not what the log says" for entity, entity_id, field in sorted(differing)]
