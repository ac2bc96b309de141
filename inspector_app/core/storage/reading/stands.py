"""What is there although somebody deleted it: on every page, in what is found and in what is exported alike.

Deleting clears what was written (services). What somebody else wrote apart from that is contested, or stands: then the thing
is there until a person decides.
"""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Table, exists, or_

from inspector_app.core.domain.fields import EVENT as EVENT_KIND
from inspector_app.core.domain.fields import INFORMED as INFORMED_KIND
from inspector_app.core.storage.columns import contested, written
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.reading.read_answers import TEXT
from inspector_app.core.storage.tables import OF_ENTITY

_SOURCE, _BEARING, _SCORE, _CASE = (OF_ENTITY[entity] for entity in ("source", "bearing", "score", "case"))


def _stands(table: Table, fields: Iterable[str]) -> ColumnElement[bool]:
    """Whether a thing is there whose deletion clears these fields."""
    return or_(table.c.deleted.is_not(True), contested(table, "deleted"), written(table, fields))


CASE = or_(
    _CASE.c.deleted.is_not(True),
    contested(_CASE, "deleted"),
    *(
        exists().where(under(table.c.id, _CASE.c.id + "/"), written(table, ("answer", words)))
        for table, words in ((OF_ENTITY[entity], words) for entity, words in TEXT.items())
    ),
)
INTERVIEW = _stands(OF_ENTITY["interview"], ("note",))
EVENT_FIELDS = tuple(field.code for field in EVENT_KIND.fields if field.code != "deleted")
EVENT = _stands(OF_ENTITY["event"], EVENT_FIELDS)
# Deleting, and taking back that it was written down, clear all of it.
INFORMED_FIELDS = tuple(field.code for field in INFORMED_KIND.fields if field.code != "deleted")
INFORMED = written(OF_ENTITY["informed"], INFORMED_FIELDS)
FINDING = _stands(OF_ENTITY["finding"], ("text",))
RECOMMENDATION = _stands(OF_ENTITY["recommendation"], ("text",))
PREVIOUS = _stands(OF_ENTITY["previous"], ("text", "note"))
_SUPPORT = OF_ENTITY["support"]
SUPPORT = or_(_SUPPORT.c.carries.is_(True), contested(_SUPPORT, "carries"))
FIGURE_FIELDS = ("question", "said", "count", "of")
FIGURE = _stands(_SCORE, FIGURE_FIELDS)
BEARING = or_(_BEARING.c.bears.is_(True), contested(_BEARING, "bears"), written(_BEARING, ("note",)))
SOURCE = or_(
    _stands(_SOURCE, ("title", "who", "note", "asked", "answered")),
    exists().where(under(_BEARING.c.id, _SOURCE.c.id + "/"), BEARING),
    exists().where(under(_SCORE.c.id, _SOURCE.c.id + "/"), FIGURE),
)
