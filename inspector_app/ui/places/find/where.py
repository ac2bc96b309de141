"""Where somebody is on the page Find."""

from dataclasses import dataclass

from inspector_app.core.domain.finding.search import Query


@dataclass(frozen=True, slots=True)
class FindPlace:
    """Where somebody was on this page. It is kept in memory only: a query is about children."""

    query: Query
    opened: frozenset[str]
    current: tuple[str, str]
    filters: bool
