"""What each opening asks of its file, put into SQL before: SQLAlchemy takes a quarter of the first showing for that.

It is asked of a database in memory that has the tables and nothing in them; the engines share what was compiled.
"""

from sqlalchemy import insert
from sqlcipher3 import dbapi2 as sqlite

from inspector_app.core.storage import engines
from inspector_app.core.storage.reading import read, read_answers, read_case, read_review
from inspector_app.core.storage.tables import METADATA, OF_ENTITY

_CASE = "none"


def warm_up() -> None:
    """Ask it, in a tenth of a second, while a passphrase is typed."""
    engine = engines.make(lambda: sqlite.connect(":memory:"))
    with engine.begin() as connection:
        METADATA.create_all(connection)
        connection.execute(insert(OF_ENTITY["inspection"]), {"id": "inspection"})
        read_review.contested_for(connection, "")
        read.rated_from(connection, "", read_review.blind_cases(connection, ""))
        read_review.stood(connection, "")
        for texts in (True, False):
            list(read_review.seen(connection, "", f"{_CASE}/", texts))
        for case in (None, _CASE):
            read.cases(connection, case)
            read_review.reviews(connection, case)
            read_answers.begun(connection, f"{case}/" if case else "")
        read_review.comments(connection, "", f"{_CASE}/")
        read_case.held(connection, _CASE)
        read.names(connection)
        read.team(connection)
        read.by_totals(connection)
    engine.dispose()
