"""Where nothing is found: what near it would find something, each with how much. What would find nothing is not offered."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from inspector_app.core.domain.finding import misspelt
from inspector_app.core.domain.finding.search import Query, Term, Wanted, Words, words
from inspector_app.core.domain.text import folding
from inspector_app.core.services.search import finding
from inspector_app.core.services.search.finding import Finder
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.reading.finding import search, vocabulary

_TRIED = 3  # spellings of a word


class Why(Enum):
    """What is different from what was asked for."""

    SPELLING = "spelling"
    ONE_WORD = "one word"
    NO_FILTER = "no filter"


@dataclass(frozen=True, slots=True)
class Near:
    """A search that finds something, and how much."""

    why: Why
    query: Query
    count: int


def near(finder: Finder, query: Query, ticket: Ticket) -> tuple[Near, ...]:
    """What to offer for a query that found nothing; of each kind the best. Expected and Cancelled: as `Finder.find`."""
    finding.catch_up(finder.workspace, ticket)
    offered: dict[Why, Near] = {}
    for why, other in _others(finder.workspace, query):
        if why not in offered and (count := finder.find(other, (), ticket).count):
            offered[why] = Near(why, other, count)
    return tuple(offered[why] for why in Why if why in offered)


def _others(workspace: Workspace, query: Query) -> Iterator[tuple[Why, Query]]:
    spelt = list(_spelt(workspace, query))
    yield from ((Why.SPELLING, other) for other in spelt)
    must = words(query.text).must
    if len(must) > 1:
        yield from ((Why.ONE_WORD, replace(query, text=one)) for one in _rarest_first(workspace, must))
    if query.wanted.any and must:
        yield from ((Why.NO_FILTER, replace(other, wanted=Wanted())) for other in (query, *spelt))


def _spelt(workspace: Workspace, query: Query) -> Iterator[Query]:
    """The query with a word that stands nowhere as another that does, for the first such word."""
    with workspace.database.read() as connection:
        for term in words(query.text).must:
            plain = folding.plain(term.text)
            if not plain.isalpha() or _stands(connection, term):
                continue
            most = misspelt.slips(plain)
            known = vocabulary.words(connection, len(plain) - most, len(plain) + most)
            for other in misspelt.nearest(plain, known)[:_TRIED]:
                yield replace(query, text=query.text.replace(term.text, other))
            return


def _stands(connection: Connection, term: Term) -> bool:
    return next(search.matching(connection, Words(must=(term,))), None) is not None


def _rarest_first(workspace: Workspace, terms: tuple[Term, ...]) -> list[str]:
    """Each of the terms alone, as it is typed; that which stands in the fewest things first, for it tells most."""
    with workspace.database.read() as connection:
        stands = {term: sum(1 for _ in search.matching(connection, Words(must=(term,)))) for term in terms}
    return [f'"{term.text}"' if " " in term.text else term.text for term in sorted(terms, key=lambda t: stands[t])]
