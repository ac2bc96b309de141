"""What of a package is believed, and what is not taken, by whom and why (docs/handoff-format.md)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspector_app.core.crypto import parcel
from inspector_app.core.domain.ids import PersonId, StepId
from inspector_app.core.domain.steps.line import Entry, Made, Stretch, attributes, entry
from inspector_app.core.domain.trust import Belief, Reason
from inspector_app.core.handoff.package import Package
from inspector_app.core.handoff.work import Reader, StepLine
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import journal, stretches
from inspector_app.core.storage.log.union import Incoming


@dataclass(frozen=True, slots=True)
class Refused:
    """A step that is not taken: whose it is (of a forged one: whose it says it is), and why."""

    person: PersonId
    reason: Reason
    made: Made


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is taken of a package, and what is not."""

    stretches: tuple[tuple[Stretch, PersonId], ...]
    incoming: tuple[Incoming, ...]
    refused: tuple[Refused, ...]


def sift(connection: Connection, belief: Belief, package: Package) -> Sifted:
    """Read the package's work and part it. Expected: PACKAGE_DAMAGED."""
    reader = package.read()
    known = stretches.held(connection)
    offered = {stretch.id: _Offered(stretch, *_judged(stretch, belief)) for stretch in reader.stretches}
    for i in known & offered.keys():
        offered[i].known = True
    loose = list(_lines_into(offered.values(), reader))
    _refuse_incomplete(connection, offered.values())
    taken = [one for one in offered.values() if one.reason is None and not one.known]
    carrier = package.manifest.sender.id
    return Sifted(
        tuple((one.stretch, one.person) for one in taken),
        tuple(_incoming(taken, carrier)),
        (*_not_here(connection, loose), *(refused for one in offered.values() for refused in one.refused())),
    )


_NONE = (-1, "")  # before every stage


class _Offered:
    """A stretch of the package, with the lines of it that came."""

    def __init__(self, stretch: Stretch, person: PersonId, reason: Reason | None) -> None:
        self.stretch, self.person, self.reason, self.known = stretch, person, reason, False
        self.lines: dict[StepId, StepLine] = {}

    def take(self, line: StepLine) -> None:
        """Its line of a step. An author other than the laptop's person is forged, but of answers out of a document."""
        step = line.made.step
        if self.reason is None and step.author != self.person and not attributes(line.made):
            self.reason = Reason.FORGED
        self.lines[step.id] = line

    def refused(self) -> Iterator[Refused]:
        """What of it is not taken."""
        if self.reason is not None and not self.known:
            forged = self.reason is Reason.FORGED
            for line in self.lines.values():
                author = line.made.step.author
                yield Refused(author if forged or not self.person else self.person, self.reason, line.made)


def _judged(stretch: Stretch, belief: Belief) -> tuple[PersonId, Reason | None]:
    person, reason = belief.judge(stretch)
    if reason is None and not parcel.is_signed(stretch.signer, stretch.message, bytes.fromhex(stretch.signature)):
        reason = Reason.FORGED
    return person, reason


def _lines_into(offered: Iterable[_Offered], reader: Reader) -> Iterator[StepLine]:
    """Give each line to the stretches that name it as it is; those that none does are left over."""
    naming: dict[Entry, list[_Offered]] = defaultdict(list)
    for one in offered:
        for named in one.stretch.entries:
            naming[named].append(one)
    for line in reader.steps():
        those = naming.get(line.entry, ())
        for one in those:
            one.take(line)
        if not those:
            yield line


def _refuse_incomplete(connection: Connection, offered: Iterable[_Offered]) -> None:
    """A stretch counts only if each of its steps came or is here, in the stage that it names or a later one.

    Else its sender could pass on half of a colleague's work, and it would be thought to be here.
    """
    candidates = [one for one in offered if one.reason is None and not one.known]
    elsewhere = {e.step for one in candidates for e in one.stretch.entries if e.step not in one.lines}
    here = {made.step.id: entry(made).stage for made in journal.made(connection, elsewhere)} if elsewhere else {}
    while candidates:
        stages = dict(here)
        for one in candidates:
            for step, line in one.lines.items():
                stages[step] = max(stages.get(step, _NONE), line.entry.stage)
        gone = [one for one in candidates if any(stages.get(e.step, _NONE) < e.stage for e in one.stretch.entries)]
        if not gone:
            return
        for one in gone:
            one.reason = Reason.INCOMPLETE
        candidates = [one for one in candidates if one.reason is None]


def _incoming(taken: Iterable[_Offered], carrier: str) -> Iterator[Incoming]:
    """Each step once, in its latest stage."""
    latest: dict[StepId, tuple[StepLine, str]] = {}
    for one in taken:
        stretch = one.stretch.id  # once: it is a digest of everything that the stretch names
        for step, line in one.lines.items():
            if step not in latest or line.entry.stage > latest[step][0].entry.stage:
                latest[step] = (line, stretch)
    for step in sorted(latest):
        line, stretch = latest[step]
        yield Incoming(line.made, stretch, carrier)


def _not_here(connection: Connection, loose: Sequence[StepLine]) -> Iterator[Refused]:
    """Lines that nobody vouches for, but for those that are here as they came."""
    here = {entry(made) for made in journal.made(connection, [line.made.step.id for line in loose])} if loose else ()
    for line in loose:
        if line.entry not in here:
            yield Refused(line.made.step.author, Reason.FORGED, line.made)
