"""Everything that can be found, in the order in which it is shown: worked out once, until something is written."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.ids import PersonId
from inspector_app.core.services.search.found_places import FoundPlace, FoundPlaces
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.reading.finding import read_found, search

Placed = tuple[str, str, FoundPlace]  # entity, id, its place
Placings = tuple[str, int, list[Placed]]  # a group: its code, how much is in it, and what of it is shown


class Ordered:
    """What one person may find. Things are told by their rank: their place in that order, group by group."""

    def __init__(self, connection: Connection, framework: Framework, person: PersonId) -> None:
        self.ground = read_found.ground(connection, person)
        self.places = FoundPlaces(framework, self.ground)
        numbered = {(entity, i): number for entity, i, number in search.numbered(connection)}
        self._things = sorted(self._seen(numbered), key=self._key)
        self._rank = {(entity, i): rank for rank, (entity, i, _) in enumerate(self._things)}
        self._by_number = {numbered[thing]: rank for thing, rank in self._rank.items() if thing in numbered}
        order = [self._group(thing) for thing in self._things]
        self._starts = [bisect_left(order, number) for number in range(len(self.places.groups) + 1)]

    def __len__(self) -> int:
        """How many things there are to find."""
        return len(self._things)

    def ranks_of(self, things: Iterable[tuple[str, str]]) -> Iterator[int]:
        """The ranks of these (entity, id); what the person may not see is left out."""
        known = self._rank
        return (known[thing] for thing in things if thing in known)

    def ranks_by(self, numbers: Iterable[int]) -> Iterator[int]:
        """The same of what the index has under these numbers."""
        known = self._by_number
        return (known[number] for number in numbers if number in known)

    @cached_property
    def asked(self) -> list[int]:
        """The ranks of every judgement and prompt that is asked for on a case, whether anybody has answered it or not."""
        return list(self.ranks_of((entity, i) for entity, i, _ in self.places.asked()))

    @cached_property
    def keys(self) -> list[str]:
        """What has each rank, as `read_found.standing` names it."""
        return [read_found.key(entity, i) for entity, i, _ in self._things]

    def thing(self, rank: int) -> Placed:
        """What has this rank."""
        return self._things[rank]

    def groups(self, ranks: list[int], shown: int, opened: Collection[str]) -> Iterator[Placings]:
        """The groups in which there is something, of `ranks` in order; of those in `opened` all is shown."""
        for number, code in enumerate(self.places.groups):
            first, end = (bisect_left(ranks, self._starts[number + after]) for after in (0, 1))
            if first < end:
                last = end if code in opened else min(end, first + shown)
                yield code, end - first, [self._things[rank] for rank in ranks[first:last]]

    def _seen(self, indexed: Collection[tuple[str, str]]) -> Iterator[Placed]:
        known = set[tuple[str, str]]()
        for entity, entity_id, place in self.places.asked():
            known.add((entity, entity_id))
            if self.ground.shows(entity, entity_id):
                yield entity, entity_id, place
        for entity, entity_id in indexed:
            found = None if (entity, entity_id) in known else self.places.of(entity, entity_id)
            if found is not None:
                yield entity, entity_id, found

    def _group(self, thing: Placed) -> int:
        return self.places.number(thing[2].group)

    def _key(self, thing: Placed) -> tuple[object, ...]:
        return self._group(thing), self.places.order(*thing)
