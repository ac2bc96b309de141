"""Identity cards and what a laptop has: what people must know of one another to hand work over."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inspector_app.core.domain.ids import DeviceId, StepId, device_of, seq_of


@dataclass(frozen=True, slots=True)
class Card:
    """The public half of a person: whom to seal to, and whose signature to expect.

    `signing` is an Ed25519 public key (64 hexadecimal digits), `sealing` an age recipient ("age1…").
    """

    id: str
    name: str
    role: str
    signing: str
    sealing: str


@dataclass(frozen=True, slots=True)
class Held:
    """How much of one device's work a laptop has: its steps 1 to `count`, and a digest of their ids and revisions.

    The digest tells apart two copies of one file in which the same numbers were used for different work, or in one of
    which typing went on.
    """

    count: int
    digest: str


Has = Mapping[DeviceId, Held]
Revisions = Mapping[StepId, int]  # steps, each with how often its changes were amended


def has(steps: Revisions) -> dict[DeviceId, Held]:
    """What a laptop with these steps has. A device's steps after a gap do not count: they may be sent again."""
    return {device: _held(ids, steps) for device, ids in _by_device(steps).items()}


def lacking(mine: Revisions, theirs: Has) -> set[StepId]:
    """Of my steps, those that the other laptop is not known to have."""
    wanted: set[StepId] = set()
    for device, ids in _by_device(mine).items():
        known = theirs.get(device)
        prefix = [i for i in ids if known and seq_of(i) <= known.count]
        same = known is not None and _held(prefix, mine) == known
        wanted.update(ids[len(prefix) :] if same else ids)
    return wanted


def _by_device(steps: Iterable[StepId]) -> dict[DeviceId, list[StepId]]:
    found: dict[DeviceId, list[StepId]] = defaultdict(list)
    for step in steps:
        found[device_of(step)].append(step)
    return {device: sorted(ids) for device, ids in found.items()}


def _held(ids: list[StepId], steps: Revisions) -> Held:
    """`ids` are one device's, sorted."""
    kept: list[StepId] = []
    for step in ids:
        if seq_of(step) > (seq_of(kept[-1]) if kept else 0) + 1:
            break
        kept.append(step)
    count = seq_of(kept[-1]) if kept else 0
    return Held(count, hashlib.sha256("\n".join(f"{i} {steps[i]}" for i in kept).encode()).hexdigest()[:16])
