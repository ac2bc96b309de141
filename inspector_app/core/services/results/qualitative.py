"""What a rating that people give rests on: the grid's sources with their notes, strengths and areas written so far."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector_app.core.domain import evidence
from inspector_app.core.domain.evidence import Said, SourceRow
from inspector_app.core.domain.framework import Evidence
from inspector_app.core.domain.inspection import FindingKind
from inspector_app.core.domain.live_figures import in_words
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_evidence


@dataclass(frozen=True, slots=True)
class OnSource:
    """A source, and what it says on the standard or a part of it, in the framework's order."""

    source: SourceRow
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What stands beside the rating of a standard. `unheard`: parts on which no source bears."""

    sources: tuple[OnSource, ...]
    strengths: tuple[str, ...]
    areas: tuple[str, ...]
    unheard: tuple[str, ...]


def has_grounds(workspace: Workspace, standard: str) -> bool:
    """Whether people rate it, wholly or in part, on evidence that is no case."""
    return workspace.framework.by_ref[standard].evidence is not Evidence.CASES


def grounds(workspace: Workspace, standard: str, known: Mapping[str, str]) -> Grounds:
    """All that is written on a standard, to be read before it is rated; `known`: what live figures in it say."""
    subjects = [one for one in evidence.subjects(workspace.framework) if one.standard == standard]
    places = {subject.ref: place for place, subject in enumerate(subjects)}
    with workspace.database.read() as connection:
        sources = read_evidence.sources(connection)
        cells = [cell for cell in read_evidence.cells(connection) if cell.subject in places]
        said = read_evidence.said(connection, sorted(cells, key=lambda cell: places[cell.subject]))
        written = [row for row in read.findings(connection) if row.group == standard and row.text.strip()]
    by_source = {source.id: tuple(one for one in said if one.cell.source == source.id) for source in sources}
    heard = {cell.subject for cell in cells if cell.bears}
    return Grounds(
        tuple(OnSource(source, by_source[source.id]) for source in sources if by_source[source.id]),
        tuple(in_words(row.text, known) for row in written if row.kind == FindingKind.STRENGTH),
        tuple(in_words(row.text, known) for row in written if row.kind == FindingKind.IMPROVEMENT),
        tuple(subject.ref for subject in subjects if subject.counted and subject.ref not in heard),
    )
