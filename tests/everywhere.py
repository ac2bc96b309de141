"""One text in every place of an inspection that words are typed into."""

from contextlib import suppress

from sqlalchemy import column, select, table

from inspector_app.core.domain.fields import ENTITIES, Kind
from inspector_app.core.errors import Expected
from inspector_app.core.services.workspace import Workspace

_ITEMS = 8  # of a kind, which are alike beyond
_NO_WORDS = {  # texts that are ids, references of the framework, words of a list or times
    "person": {"card", "signing", "sealing", "withdrawn"}, "case": {"sample", "inspector", "helper"},
    "rating": {"rating"}, "panel": {"to", "question"}, "finding": {"standard"}, "review": {"accepted"},
    "second": {"marker", "first_marks"}, "event": {"time", "end", "person", "case"}, "source": {"event"},
    "concern": {"case", "time", "told_time"}, "informed": {"time"}, "comment": {"about"},
}  # fmt: skip


def write_everywhere(workspace: Workspace, text: str) -> set[tuple[str, str]]:
    """The text, with its place, into each field of each entity that holds words; gives those that took it."""
    with workspace.database.read() as connection:
        ids = {code: connection.scalars(select(column("id")).select_from(table(code))).all() for code in ENTITIES}
    taken = set()
    for code, entity in ENTITIES.items():
        words = [f.code for f in entity.fields if f.kind is Kind.TEXT and f.code not in _NO_WORDS.get(code, ())]
        for place, item in enumerate(ids[code][:_ITEMS]):
            for field in words:
                with suppress(Expected):  # what a colleague or a closed concern has is not this person's to write
                    workspace.editor.set(code, item, field, f"{text}{code}.{field}.{place}")
                    taken.add((code, field))
    return taken
