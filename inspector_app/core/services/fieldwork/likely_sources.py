"""What might bear on a prompt and is not linked with it yet: looked up in the index, so that no note is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.core.domain.evidence import SourceRow
from inspector_app.core.domain.finding import likely
from inspector_app.core.domain.finding.search import Term, Words
from inspector_app.core.services.fieldwork.evidence import Grid
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading.finding import search

_MOST = 3
_OF_SOURCE = ("source", "bearing", "score")  # kinds whose ids begin with that of their source


@dataclass(frozen=True, slots=True)
class Likely:
    """A source, and the beginnings of the words of the prompt that occur in it."""

    source: SourceRow
    words: tuple[str, ...]


def on(workspace: Workspace, known: Grid, ref: str) -> tuple[Likely, ...]:
    """The likeliest sources that nothing was said of yet on a subject that is counted, at most three.

    Where telling words of it occur in none, those in which several of its words do.
    """
    subject = next((s for s in known.subjects if s.ref == ref and s.counted), None)
    if subject is None:
        return ()
    telling = likely.telling(subject.text, [s.text for s in known.subjects if s.counted])
    return _with(workspace, known, ref, telling) or _with(workspace, known, ref, likely.said(subject.text))


def _with(workspace: Workspace, known: Grid, ref: str, words: Sequence[str]) -> tuple[Likely, ...]:
    """The sources in which several of these words occur."""
    there, rows = {cell.source for cell in known.on(ref)}, {row.id: row for row in known.sources}
    with workspace.database.read() as connection:
        where = {
            word: [
                source
                for entity, i in search.matching(connection, Words(must=(Term(word, prefix=True),)))
                if entity in _OF_SOURCE and (source := i.partition("/")[0]) in rows and source not in there
            ]
            for word in words
        }
    return tuple(Likely(rows[source], found) for source, found in likely.likely(where)[:_MOST])
