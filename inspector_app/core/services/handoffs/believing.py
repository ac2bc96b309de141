"""A package brought in as far as it is believed; what the lead withdrew by it is set aside, or comes back."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from inspector_app.core.domain.cases.most import MOST_TAKEN
from inspector_app.core.domain.fields import CASE
from inspector_app.core.domain.ids import DeviceId
from inspector_app.core.domain.trust import Belief, Trusted
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff.package import Package
from inspector_app.core.services import trusting
from inspector_app.core.services.editor import Touched
from inspector_app.core.services.handoffs.sifting import Refused, Sifted, sift
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import stretches, union
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.log.stretches import State
from inspector_app.core.storage.log.union import Joined
from inspector_app.core.storage.reading import read


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in, and what did not. `belief`: what is believed with it; `set_aside`: steps that count no longer."""

    steps: int
    new: frozenset[Key]
    changed: frozenset[Key]
    contested: frozenset[Key]
    settled: frozenset[Key]
    refused: tuple[Refused, ...]
    set_aside: int
    belief: Belief

    @property
    def touched(self) -> Touched:
        """The entities whose rows are different now."""
        return Touched(key[:2] for key in (*self.new, *self.changed, *self.contested, *self.settled))


def bring_in(
    connection: Connection,
    laptop: Laptop,
    trusted: Trusted,
    package: Package,
    report: Callable[[int, int], None],
) -> Brought:
    """Take what is believed of a package. What it says of withdrawn cards counts for all of it.

    Expected: PACKAGE_DAMAGED, TOO_MANY_CASES. `report` may raise to stop.
    """
    own = trusting.myself(laptop).devices
    before = trusting.belief(laptop, connection, trusted)
    outcome = _Outcome()
    while True:
        found = sift(connection, before, package)
        for stretch, person in found.stretches:  # first: whose they are decides what they take away
            stretches.keep(connection, stretch, person)
        with _no_more_cases_than_all(connection, found, package.where):
            outcome.add(union.join(connection, found.incoming, own, report))
        after = trusting.belief(laptop, connection, trusted)
        if after.withdrawn == before.withdrawn:
            break
        before = after
    aside = _set_aside(connection, after, own, outcome)
    return outcome.as_brought(found.refused, aside, after)


@contextmanager
def _no_more_cases_than_all(connection: Connection, found: Sifted, where: str) -> Iterator[None]:
    """Refuse work that brings more cases than a list can bear: before it is taken where it names too many itself."""
    named = {change.entity_id for one in found.incoming for change in one.made.changes if change.entity == CASE.code}
    _refuse_too_many(len(named), where)
    here = len(read.cases(connection)) if named else 0
    yield
    if named and (there := len(read.cases(connection))) > here:
        _refuse_too_many(there, where)


def _refuse_too_many(number: int, where: str) -> None:
    if number > MOST_TAKEN:
        raise Expected(Code.TOO_MANY_CASES, where=where, number=number, most=MOST_TAKEN)


def _set_aside(connection: Connection, belief: Belief, own: Collection[DeviceId], outcome: "_Outcome") -> int:
    """Bring what is in the file to what the lead withdrew, and admitted again; gives how many steps were set aside."""
    kept = stretches.all_kept(connection) if belief.withdrawn or stretches.set_aside_of(connection) else []
    out = [s.id for s in kept if s.state is not State.ASIDE and belief.sets_aside(s.id, s.signer)]
    back = [s.id for s in kept if s.state is State.ASIDE and not belief.sets_aside(s.id, s.signer)]
    if back:
        outcome.add(stretches.bring_back(connection, back, own))
    if not out:
        return 0
    done, steps = stretches.set_aside(connection, out)
    outcome.add(done)
    return steps


class _Outcome:
    """What several rounds did, field by field: what the last one says of it counts."""

    def __init__(self) -> None:
        self.steps = 0
        self.kinds: dict[Key, int] = {}

    def add(self, joined: Joined) -> None:
        self.steps += joined.steps
        for kind, keys in enumerate((joined.new, joined.changed, joined.contested, joined.settled)):
            self.kinds.update(dict.fromkeys(keys, kind))

    def as_brought(self, refused: tuple[Refused, ...], aside: int, belief: Belief) -> Brought:
        new, changed, contested, settled = (
            frozenset(key for key, kind in self.kinds.items() if kind == wanted) for wanted in range(4)
        )
        return Brought(
            steps=self.steps,
            new=new,
            changed=changed,
            contested=contested,
            settled=settled,
            refused=refused,
            set_aside=aside,
            belief=belief,
        )
