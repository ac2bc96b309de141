"""A laptop's line of steps, and the stretches of it that it signs (docs/handoff-format.md).

A step with its changes is written as one line of text in one way only, so that every laptop finds the same digest of it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from inspector_app.core.domain.fields import ATTRIBUTED
from inspector_app.core.domain.ids import ChangeId, DeviceId, EntityId, PersonId, StepId, WorkspaceId, change_id
from inspector_app.core.domain.moments import within
from inspector_app.core.domain.steps.changes import Change, Step, Verb

DIGEST = 32  # hexadecimal digits of a digest or of a stretch's id
_ROUNDS = 4096  # what one guess at another's laptop id costs, and one look whether an id is right
_SIGNED = "inspector-stretch 1"
_AT_ONCE = 64  # changes that are written without a turn for others

_read = json.JSONDecoder().raw_decode  # of what is known to be a line: `loads` looks for what stands round it
# Strings escape what JSON demands and nothing else, and nothing stands between.
compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Made:
    """A step with its changes, in the order in which they were made."""

    step: Step
    changes: tuple[Change, ...]

    @property
    def revisions(self) -> int:
        """How often its values were amended: the later of two stages of a step has more."""
        return sum([change.revision for change in self.changes])


class Entry(NamedTuple):
    """One step as a stretch names it: which, in which stage, and what is in it. A day of a team has ten thousand."""

    step: StepId
    revisions: int
    digest: str

    @property
    def stage(self) -> tuple[int, str]:
        """What orders two stages of one step; the digest decides only where somebody signed two of one number."""
        return self.revisions, self.digest


@dataclass(frozen=True, slots=True)
class Stretch:
    """Steps of one laptop that it vouches for. `signer` is its person's public signing key, `signature` hexadecimal."""

    inspection: WorkspaceId
    device: DeviceId
    proof: str
    signer: str
    entries: tuple[Entry, ...]
    signature: str = ""

    @property
    def message(self) -> bytes:
        """What is signed."""
        return "\n".join((_SIGNED, self.inspection, compact(self._parts()))).encode()

    @property
    def id(self) -> str:
        """What it is known by, on every laptop."""
        return hashlib.sha256(self.message).hexdigest()[:DIGEST]

    @property
    def line(self) -> str:
        """It as a line of a package."""
        return compact([*self._parts(), self.signature])

    def _parts(self) -> list[object]:
        skip = len(self.device) + 1
        return [self.device, self.proof, self.signer, [[e.step[skip:], e.revisions, e.digest] for e in self.entries]]


@lru_cache
def device_of_key(signer: str, proof: str) -> DeviceId:
    """The laptop id that belongs to this public signing key with this proof; nobody finds another key for the same id."""
    return DeviceId(hashlib.pbkdf2_hmac("sha256", signer.encode(), proof.encode(), _ROUNDS, 8).hex())


def written(made: Made) -> str:
    """The step as one line."""
    return "".join(parts(made))


def parts(made: Made) -> Iterator[str]:
    """The same in parts: one of an import can have megabytes, and all of it at once would be one turn of Python's lock."""
    step = made.step
    yield compact([step.id, step.author, within(step.at), step.verb.value, step.item, step.target])[:-1]
    before = ",["
    for at in range(0, len(made.changes), _AT_ONCE):
        part = made.changes[at : at + _AT_ONCE]
        rows = compact([[c.entity, c.entity_id, c.field, c.value, c.parents, c.revision] for c in part])
        yield before + rows[1:-1]
        before = ","
    yield "]]" if made.changes else ",[]]"


def length(made: Made) -> int:
    """How many bytes its line has."""
    return sum(len(part.encode()) for part in parts(made))


def taken_apart(line: str) -> Made:
    """The step of such a line, when it is known to be one."""
    (identity, author, at, verb, item, target, rows), _ = _read(line)
    step = Step(StepId(identity), PersonId(author), at, Verb(verb), EntityId(item), target and StepId(target))
    return Made(step, tuple([_change(step.id, place, row) for place, row in enumerate(rows)]))


def _change(step: StepId, place: int, row: list[Any]) -> Change:
    entity, entity_id, field, value, parents, revision = row
    ids = tuple(ChangeId(parent) for parent in parents)
    return Change(change_id(step, place), entity, EntityId(entity_id), field, value, ids, revision)


def digest(line: str) -> str:
    """The digest of a step's line."""
    return hashlib.sha256(line.encode()).hexdigest()[:DIGEST]


def entry(made: Made) -> Entry:
    """How a stretch names this step."""
    return Entry(made.step.id, made.revisions, _digest(parts(made)))


def _digest(line: Iterable[str]) -> str:
    found = hashlib.sha256()
    for part in line:
        found.update(part.encode())
    return found.hexdigest()[:DIGEST]


def attributes(made: Made) -> bool:
    """Whether a step is an import of answers that its document says somebody gave; only such a step names another author."""
    return made.step.verb is Verb.IMPORT and {change.entity for change in made.changes} <= ATTRIBUTED


def with_changes(steps: Sequence[Step], changes: Sequence[Change]) -> list[Made]:
    """Each step with its changes, in the order of their ids."""
    of_step: dict[StepId, list[Change]] = {step.id: [] for step in steps}
    for change in sorted(changes, key=lambda c: (len(c.id), c.id)):  # .2 before .10
        of_step[change.step].append(change)
    return [Made(step, tuple(of_step[step.id])) for step in sorted(steps, key=lambda s: s.id)]
