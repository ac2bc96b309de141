"""What each opening asks of its file, put into SQL before: SQLAlchemy takes a quarter of the first showing for that.

It is asked of a database in memory that has the tables and nothing in them; the engines share what was compiled.
"""

from functools import cache

from sqlalchemy import Connection, insert
from sqlcipher3 import dbapi2 as sqlite

from inspector_app.core.domain.ids import PersonId
from inspector_app.core.storage import engines, into, kept
from inspector_app.core.storage.log.acts import Self
from inspector_app.core.storage.reading import (
    read,
    read_answers,
    read_case,
    read_concerns,
    read_review,
    read_setup,
    read_verified,
    read_week,
)
from inspector_app.core.storage.tables import METADATA, OF_ENTITY

_CASE, _DAY = "none", "2026-01-05"
_NOBODY = Self(PersonId(""), ())


@cache
def warm_up() -> None:
    """Ask it, in a tenth of a second, while a passphrase is typed: once, as what was compiled stays with the program."""
    into.prepare()
    engine = engines.make(lambda: sqlite.connect(":memory:"))
    with engine.begin() as connection:
        METADATA.create_all(connection)
        connection.execute(insert(OF_ENTITY["inspection"]), {"id": "inspection", "start": _DAY, "end": _DAY})
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
        _round_the_case(connection)
    engine.dispose()


def _round_the_case(connection: Connection) -> None:
    """What stands in the head and the rail, who may act on the case, and where the person was."""
    read_week.fieldwork(connection)
    read.service(connection)
    read.case_ref(connection, _CASE)
    read_answers.judged(connection)
    read_concerns.rows(connection)
    read_setup.setting(connection)
    read_review.judged_by(connection, _CASE, _NOBODY)
    read_verified.has(connection, _CASE)
    kept.all_kept(connection, kept.PLACE)
    kept.forget(connection, kept.PLACE, "")
