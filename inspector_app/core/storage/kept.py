"""What is kept under a name in this file alone, never in the log or in a package: drafts, searches, a person's own words
and phrases, what a service's words for types of cases mean, by which road a package went and what was here then, what a
laptop is owed, the figures that a copy told outside, where the person was at the last lock, which returned draft is being
looked through, and where files were chosen last.
"""

import json
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from inspector_app.core.storage.ids import under
from inspector_app.core.storage.tables import META, upsert

DRAFT, SEARCH, WORD, TYPE = (
    "draft ",
    "search ",
    "word ",
    "type ",
)  # of which kind it is: what its name in meta begins with
PHRASE = "phrase "
PLACE = "place "
FOLDER = "folder "  # in which files of a kind were chosen last, by that kind
RETURNED = "returned "  # the draft that came back and is being looked through: where it is, and what of it was left
LOOKED = "looked for "  # the words of a search of today, by its place in their order
ROAD = "road "  # by which a package went, by its id
GIVEN = "given to "  # what a package that went to a person had here when it was made: stretches, by the person's id
OWED = "owed to "  # stretches that a laptop said it has and then that it has not, by its id: until a package has them
TOLD = "told outside "  # the figures of a copy that went to the service, by when it was made
KINDS = (DRAFT, SEARCH, WORD, TYPE, PHRASE)  # what is worth having back from a damaged file
_KEPT = select(META.c.name, META.c.value).where(under(META.c.name))
_KEEP = upsert(META)
_FORGET = delete(META).where(META.c.name == bindparam("name"))


def all_kept(connection: Connection, kind: str) -> dict[str, str]:
    """What is kept of a kind, by name."""
    return {name.removeprefix(kind): value for name, value in connection.execute(_KEPT, {"under": kind})}


def parts(value: str) -> dict[str, Any]:
    """The parts of what was kept as JSON; none of what no program of ours wrote, which must keep nobody from the rest."""
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def keep(connection: Connection, kind: str, name: str, value: str) -> None:
    """Keep it in place of an earlier one of that name."""
    connection.execute(_KEEP, {"name": kind + name, "value": value})


def forget(connection: Connection, kind: str, name: str) -> None:
    """Keep it no longer."""
    connection.execute(_FORGET, {"name": kind + name})
