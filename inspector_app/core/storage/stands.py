"""What is there although somebody deleted it, in SQL: on every page, in what is found and in what is exported alike.

Deleting clears what was written (services). What somebody else wrote apart from that is contested, or stands: then the thing
is there until a person decides. Each condition names the alias of its table.
"""

from collections.abc import Iterable

from inspector_app.core.domain.fields import EVENT
from inspector_app.core.storage.columns import contested, written


def _stands(fields: Iterable[str], table: str) -> str:
    """Whether a thing is there whose deletion clears these fields."""
    return f"({table}.deleted IS NOT 1 OR {contested('deleted', table)} OR {written(fields, table)})"


INTERVIEW = _stands(("note",), "i")
EVENT_FIELDS = tuple(field.code for field in EVENT.fields if field.code != "deleted")
WEEK = _stands(EVENT_FIELDS, "e")  # an event of the week
TEXT = _stands(("text",), "f")  # a finding or a recommendation
FIGURE_FIELDS = ("question", "said", "count", "of")
FIGURE = _stands(FIGURE_FIELDS, "c")  # a score
BEARING = f"(b.bears = 1 OR {contested('bears', 'b')} OR {written(('note',), 'b')})"
SOURCE = f"""({_stands(("title", "who", "note", "asked", "answered"), "s")}
    OR EXISTS (SELECT 1 FROM bearing b WHERE b.id > s.id || '/' AND b.id < s.id || '0' AND {BEARING})
    OR EXISTS (SELECT 1 FROM score c WHERE c.id > s.id || '/' AND c.id < s.id || '0' AND {FIGURE}))"""  # noqa: S608  fields' names
