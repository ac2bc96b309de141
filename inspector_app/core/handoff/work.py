"""The packed work of a package: the start, stretches and steps, a line each (docs/handoff-format.md). Strict on the way in.

It is read a line at a time and counted against the manifest, so that a small package can never ask for all memory.
"""

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.ids import DeviceId, StepId, WorkspaceId
from inspector_app.core.domain.steps.changes import Change
from inspector_app.core.domain.steps.line import (
    Entry,
    Made,
    Stretch,
    compact,
    digest,
    length,
    parts,
    taken_apart,
    written,
)
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import shapes
from inspector_app.core.handoff.strict import moment

MOST = 512 * 1024 * 1024  # bytes of work in one package: far more than a week's
_DENSEST, _SPARE = 64, 1024 * 1024  # work is at most so many times its packed bytes, and so many more
_CHUNK = 64 * 1024  # bytes unpacked at a time
_LONGEST_START = 4 * 1024 * 1024  # characters: a framework text has some hundred thousand


@dataclass(frozen=True, slots=True)
class Work:
    """What a package is to hold: stretches as lines, and steps. `start` is what a laptop needs that has no copy yet."""

    start: Mapping[str, str]
    stretches: Sequence[str]
    made: Sequence[Made]


@dataclass(frozen=True, slots=True)
class Counts:
    """What the manifest says of the work: bytes when unpacked, and how many of each there are."""

    size: int
    stretches: int
    steps: int
    changes: int


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step as it came."""

    made: Made
    entry: Entry  # how a stretch would name it

    @classmethod
    def of(cls, made: Made, line: str) -> "StepLine":
        """A step that is written so."""
        return cls(made, Entry(made.step.id, made.revisions, digest(line)))


def write(work: Work) -> tuple[bytes, Counts]:
    """The packed work; the same work gives the same bytes. It is packed in pieces, so that others have a turn."""
    plain = [part.encode() for part in _text(work)]
    size = sum(map(len, plain))
    counts = Counts(size, len(work.stretches), len(work.made), sum(len(m.changes) for m in work.made))
    packed = _packed(plain, 6)
    if too_dense(len(packed), size):  # the same words over and over: a reader would take it for a trap
        packed = _packed(plain, 0)
    return packed, counts


def _text(work: Work) -> Iterator[str]:
    for line in (compact(dict(work.start)), *sorted(work.stretches)):
        yield f"{line}\n"
    for made in sorted(work.made, key=lambda m: m.step.id):
        yield from parts(made)
        yield "\n"


def _packed(plain: Sequence[bytes], level: int) -> bytes:
    packer = zlib.compressobj(level)
    return b"".join([*map(packer.compress, plain), packer.flush()])


def fitting(content: Work) -> Work:
    """As much of it as one package can hold: the small stretches, whatever a large one would fill. The rest is sent next."""
    lengths = {made.step.id: length(made) for made in content.made}
    spare = MOST - sum(len(part.encode()) for part in (compact(dict(content.start)), *content.stretches))
    if sum(lengths.values()) + len(lengths) <= spare:
        return content
    steps = {
        line: {StepId(f"{json.loads(line)[0]}.{entry[0]}") for entry in json.loads(line)[3]}
        for line in content.stretches
    }
    chosen, kept = list[str](), set[StepId]()
    for line in sorted(steps, key=lambda line: sum(lengths.get(step, 0) for step in steps[line])):
        spare -= sum(lengths.get(step, 0) + 1 for step in steps[line] - kept)
        if spare < 0:
            break
        chosen.append(line)
        kept |= steps[line]
    return Work(content.start, chosen, [made for made in content.made if made.step.id in kept])


def too_dense(packed: int, plain: int) -> bool:
    """Whether work of so many bytes is more than so many packed ones may unpack to."""
    return plain > MOST or plain > _DENSEST * packed + _SPARE


class Reader:
    """Packed work, read from its beginning: first `start` and `stretches`, at once; then `steps`, as they are asked for.

    Expected: PACKAGE_DAMAGED for anything that this program would not have written; or, while reading, for other counts.
    """

    def __init__(self, packed: bytes, counts: Counts, inspection: WorkspaceId, where: str) -> None:
        self._counts, self._where = counts, where
        self._lines = _lines(packed, counts.size)
        with self._strictly():
            start = self._next(shapes.START)
            if len(start) > _LONGEST_START:
                raise ValueError("a framework text is longer than any can be")
            self.start: dict[str, str] = json.loads(start)
            self.stretches = tuple(self._stretch(inspection) for _ in range(counts.stretches))

    def steps(self) -> Iterator[StepLine]:
        """The steps, once."""
        changes, last = 0, ""
        with self._strictly():
            for _ in range(self._counts.steps):
                found = _step(self._next(shapes.STEP))
                changes += len(found.made.changes)
                if found.made.step.id <= last or changes > self._counts.changes:
                    raise ValueError("a step is in it twice, or there are more changes than it says")
                last = found.made.step.id
                yield found
            if changes != self._counts.changes or next(self._lines, None) is not None:
                raise ValueError("there is more or less in it than it says")

    def _stretch(self, inspection: WorkspaceId) -> Stretch:
        device, proof, signer, entries, signature = json.loads(self._next(shapes.STRETCH))
        listed = tuple(Entry(StepId(f"{device}.{step}"), revisions, digest) for step, revisions, digest in entries)
        if any(one.step >= other.step for one, other in pairwise(listed)) or not listed:
            raise ValueError("a stretch is not in order")
        return Stretch(inspection, DeviceId(device), proof, signer, listed, signature)

    def _next(self, shape: re.Pattern[str]) -> str:
        line = next(self._lines, b"").decode()
        if not shapes.has(line, shape):
            raise ValueError("a line is not as written")
        return line

    @contextmanager
    def _strictly(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, KeyError, TypeError, zlib.error) as error:
            raise Expected(Code.PACKAGE_DAMAGED, where=self._where, why="the work in it is not as written") from error


def _lines(packed: bytes, size: int) -> Iterator[bytes]:
    """The lines, unpacked one after the other. ValueError for another size, or what does not end where it should."""
    whole, parts = 0, list[bytes]()
    for chunk in _unpacked(packed):
        whole += len(chunk)
        if whole > size:
            raise ValueError("it is longer than it says")
        *ends, last = chunk.split(b"\n")
        if ends:
            yield b"".join((*parts, ends[0]))
            yield from ends[1:]
            parts.clear()
        parts.append(last)
    if whole != size or any(parts):
        raise ValueError("it is shorter than it says, or does not end with a line")


def _unpacked(packed: bytes) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for start in range(0, len(packed), _CHUNK):
        rest = packed[start : start + _CHUNK]
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, _CHUNK)
            rest = unpacker.unconsumed_tail
        if unpacker.unused_data or (rest and unpacker.eof):
            raise ValueError("something follows it")
    yield unpacker.flush()
    if not unpacker.eof:
        raise ValueError("it is cut short")


def _step(line: str) -> StepLine:
    """A step of a line of the right shape. ValueError, KeyError or TypeError for what a step cannot be."""
    made = taken_apart(line)
    step = made.step
    for change in made.changes:
        _refuse_unless_sound(change)
    if len(made.changes) > 1 and len({c.key for c in made.changes}) != len(made.changes):
        raise ValueError("a step changes a field twice")
    at = moment(step.at)
    if at == step.at:
        return StepLine.of(made, line)
    made = replace(made, step=replace(step, at=at))
    return StepLine.of(made, written(made))


def _refuse_unless_sound(change: Change) -> None:
    entity = ENTITIES[change.entity]
    if len(change.parents) > 1 and len(set(change.parents)) != len(change.parents):
        raise ValueError("a change names one that it was made on top of twice")
    if not entity.field(change.field).accepts(change.value):
        raise ValueError(f"{change.entity} {change.field} holds a value it cannot have")
    if not entity.takes_id(change.entity_id):
        raise ValueError(f"{change.entity} has an id it cannot have")
