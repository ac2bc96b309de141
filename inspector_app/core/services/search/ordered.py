"""Everything that can be found, in the order in which it is shown: worked out once, until something is written."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.ids import PersonId
from inspector_app.core.services.search.found_places import FoundPlace, FoundPlaces
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.reading import read_found, search

Placed = tuple[str, str, FoundPlace]  # entity, id, its place


class Ordered:
    """What one person may find. Things are told by their rank: their place in that order, group by group."""

    def __init__(self, connection: Connection, framework: Framework, person: PersonId) -> None:
        self.ground = read_found.ground(connection, person)
        self.places = FoundPlaces(framework, self.ground)
        self._things = sorted(self._seen(connection), key=self._key)
        self._rank = {(entity, i): rank for rank, (entity, i, _) in enumerate(self._things)}
        order = [self._group(thing) for thing in self._things]
        self._starts = [bisect_left(order, number) for number in range(len(self.places.groups) + 1)]

    def __len__(self) -> int:
        """How many things there are to find."""
        return len(self._things)

    def ranks(self, found: Iterable[tuple[str, str]], passes: Callable[[FoundPlace], bool] | None) -> list[int]:
        """The ranks of these (entity, id), in order; what the person may not see, or does not pass, is left out."""
        known = self._rank
        ranks = [known[thing] for thing in found if thing in known]
        if passes is not None:
            ranks = [rank for rank in ranks if passes(self._things[rank][2])]
        ranks.sort()
        return ranks

    def groups(self, ranks: list[int], shown: int, opened: Collection[str]) -> Iterator[tuple[str, int, list[Placed]]]:
        """The groups in which there is something: code, how much, and what of it is shown; of those in `opened` all is."""
        for number, code in enumerate(self.places.groups):
            first, end = (bisect_left(ranks, self._starts[number + after]) for after in (0, 1))
            if first < end:
                last = end if code in opened else min(end, first + shown)
                yield code, end - first, [self._things[rank] for rank in ranks[first:last]]

    def _seen(self, connection: Connection) -> Iterator[Placed]:
        for entity, entity_id in dict.fromkeys(chain(self.places.asked(), search.everything(connection))):
            place = self.places.of(entity, entity_id)
            if place is not None:
                yield entity, entity_id, place

    def _group(self, thing: Placed) -> int:
        return self.places.number(thing[2].group)

    def _key(self, thing: Placed) -> tuple[object, ...]:
        return self._group(thing), self.places.order(*thing)
