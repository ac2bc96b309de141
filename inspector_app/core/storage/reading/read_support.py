"""What carries the texts of the findings: links to cases, answers, sources and findings."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.draft.support import Link
from inspector_app.core.domain.inspection import Support
from inspector_app.core.storage.columns import text
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import stands
from inspector_app.core.storage.tables import OF_ENTITY

_SUPPORT = OF_ENTITY["support"]
_LINKS = (
    select(_SUPPORT.c.id, text(_SUPPORT, "on"), text(_SUPPORT, "sentence"))
    .where(stands.SUPPORT)
    .order_by(_SUPPORT.c.id)
)
_IDS = select(_SUPPORT.c.id).where(under(_SUPPORT.c.id))


@dataclass(frozen=True, slots=True)
class Known:
    """What an inspection has, in its order: a link to anything else names nothing."""

    cases: Collection[str]
    sources: Sequence[str]
    findings: Sequence[str]


def links(connection: Connection) -> list[Link]:
    """Every link that stands, also one that two people differ on."""
    return [Link(**row) for row in named(connection, _LINKS)]


def ids_of(connection: Connection, of: str) -> list[str]:
    """The ids of all links that a text has or had."""
    return list(connection.scalars(_IDS, {"under": f"{of}/"}))


def by_text(connection: Connection, known: Known) -> dict[str, tuple[Support, ...]]:
    """What carries each text, by its id, in an order that does not hang on ids."""
    found: dict[str, set[Support]] = defaultdict(set)
    for link in links(connection):
        given = _support(link, known)
        if given is not None:
            found[link.text].add(given)
    return {text_id: tuple(sorted(carried, key=_order)) for text_id, carried in found.items()}


def _support(link: Link, known: Known) -> Support | None:
    first, *rest = link.of or ("",)
    if link.kind in (support.CASE, support.ANSWER) and first in known.cases:
        question, prompt = (*rest, "", "")[:2]
        return Support(link.sentence, first, question, prompt)
    if link.kind == support.SOURCE and first in known.sources:
        return Support(link.sentence, source=known.sources.index(first) + 1)
    if link.kind == support.FINDING and first in known.findings:
        return Support(link.sentence, finding=known.findings.index(first) + 1)
    return None


def _order(given: Support) -> tuple[object, ...]:
    return given.sentence, given.case, given.question, given.prompt, given.source or 0, given.finding or 0
