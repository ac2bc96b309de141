"""The edits that bring a document's findings and recommendations into a workspace, with what they rest on.

A text that stands there already, word for word, is not added again; what the document says of it beside its words is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.fields import FINDING, PREVIOUS, RECOMMENDATION, SUPPORT, Entity
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.inspection import Finding, Inspection, Previous, Recommendation, Source, Support
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services.documents.desk_edits import edits_of
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.reading import read, read_whole

_Words = tuple[str, str, str]  # group, kind, text


@dataclass(frozen=True, slots=True)
class There:
    """The texts and sources that a workspace has, with their ids."""

    findings: Sequence[TextRow]
    recommendations: Sequence[TextRow]
    previous: Sequence[TextRow]
    sources: Mapping[str, Source]


def there(connection: Connection) -> There:
    """What the workspace has."""
    return There(
        read.findings(connection), read.recommendations(connection), read.previous(connection),
        read_whole.sources(connection),
    )  # fmt: skip


def edits(there: There, new: Inspection, cases: Mapping[str, str], sources: Sequence[str]) -> Iterator[Edit]:
    """`cases` are the ids in the workspace by those of the document, `sources` those of its sources in order."""
    findings = _ids(there.findings, [(f.standard, f.kind.value, f.text) for f in new.findings])
    recommendations = _ids(there.recommendations, [(r.to, "", r.text) for r in new.recommendations])
    previous = _ids(there.previous, [(p.to, "", p.text) for p in new.previous])
    yield from _texts(FINDING, new.findings, findings, len(there.findings))
    yield from _texts(RECOMMENDATION, new.recommendations, recommendations, len(there.recommendations))
    yield from _texts(PREVIOUS, new.previous, previous, len(there.previous))
    names = _Names(cases, sources, [item for item, _ in findings])
    carried = [text.rests_on for text in new.findings] + [text.rests_on for text in new.recommendations]
    for (item, _), rests_on in zip((*findings, *recommendations), carried, strict=True):
        for given in rests_on:
            yield from linking(item, names.on(given), given.sentence)


def linking(text: str, on: str, sentence: str = "") -> Iterable[Edit]:
    """The edits by which something carries a sentence of a text, or all of it."""
    item = EntityId(support.link_id(text, on, sentence))
    said = {"sentence": sentence or None, "on": on, "carries": True}
    return (Edit(SUPPORT.code, item, field, value) for field, value in said.items() if value is not None)


def _ids(there: Sequence[TextRow], new: Iterable[_Words]) -> list[tuple[str, bool]]:
    """The id of each new text, and whether it is new to the workspace."""
    known: dict[_Words, list[str]] = defaultdict(list)
    for row in there:
        known[row.group, row.kind, row.text].append(row.id)
    return [(known[words].pop(0), False) if known[words] else (new_id(), True) for words in new]


def _texts(
    entity: Entity, texts: Sequence[Finding | Recommendation | Previous], ids: Sequence[tuple[str, bool]], place: int
) -> Iterator[Edit]:
    for text, (item, is_new) in zip(texts, ids, strict=True):
        yield from edits_of(entity, item, text, **({"position": place} if is_new else {}))
        place += is_new


@dataclass(frozen=True, slots=True)
class _Names:
    cases: Mapping[str, str]
    sources: Sequence[str]
    findings: Sequence[str]

    def on(self, given: Support) -> str:
        if given.source:
            return support.of_source(self.sources[given.source - 1])
        if given.finding:
            return support.of_finding(self.findings[given.finding - 1])
        case = self.cases[given.case]
        return support.of_answer(case, given.question, given.prompt) if given.question else support.of_case(case)
