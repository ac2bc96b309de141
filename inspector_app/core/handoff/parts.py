"""A package file cut into parts that mail takes, and put together again in whatever order they came (docs/handoff-format.md).

A part says which part it is of what. Nothing of that is believed for itself: what is put together is the package to the
last byte or nothing, and the package has a seal and a signature of its own.
"""

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import asdict, dataclass
from math import ceil

from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff.package import refuse_too_large
from inspector_app.core.handoff.strict import matching, number

MOST = 999  # parts of one package
HEAD = 512  # bytes that the two lines before the work of a part take at most
_VERSION = 1
_MAGIC_ANY, _MAGIC = b"inspector-handoff-part ", b"inspector-handoff-part 1\n"
_HASH = re.compile("[0-9a-f]{64}")
_LARGEST = 2**31


@dataclass(frozen=True, slots=True)
class Head:
    """What a part says of itself: which it is of how many, of which package file, and what it holds.

    `package` is the SHA-256 of the whole file, and `whole` its bytes; `sha256` and `size` are of this part's own.
    """

    package: str
    whole: int
    part: int
    of: int
    sha256: str
    size: int


def is_part(beginning: bytes) -> bool:
    """Whether a file that begins so is a part, of whatever version."""
    return beginning.startswith(_MAGIC_ANY)


def needed(size: int, most: int) -> int:
    """How many files of at most so many bytes a package file of that size takes; one where `most` is 0."""
    return 1 if size <= most or not most else ceil(size / max(1, most - HEAD))


def split(sealed: bytes, most: int) -> list[bytes]:
    """The parts of a package file, each of at most so many bytes; the file itself where one will do (0: always).

    Expected: VALUE_INVALID, where it would be more parts than a reader takes.
    """
    of = needed(len(sealed), most)
    if of == 1:
        return [sealed]
    if of > MOST:
        least = ceil(len(sealed) / MOST) + HEAD
        raise Expected(Code.VALUE_INVALID, field="size of a part", value=most, why=f"{least} bytes is the least here")
    package, size = hashlib.sha256(sealed).hexdigest(), ceil(len(sealed) / of)
    cut = [sealed[at : at + size] for at in range(0, len(sealed), size)]
    heads = (
        Head(package, len(sealed), place, len(cut), hashlib.sha256(one).hexdigest(), len(one))
        for place, one in enumerate(cut, 1)
    )
    return [_written(head) + one for head, one in zip(heads, cut, strict=True)]


def read_head(beginning: bytes, size: int, where: str) -> tuple[Head, int]:
    """What the first HEAD bytes of a file of that size say, and where its own bytes begin. No more need be read for it.

    Expected: FILE_NEWER, PACKAGE_DAMAGED.
    """
    first, _, rest = beginning[:HEAD].partition(b"\n")
    if first + b"\n" != _MAGIC:
        found = first.removeprefix(_MAGIC_ANY).decode("ascii", "replace")[:20]
        raise Expected(Code.FILE_NEWER, where=where, found=found, known=_VERSION)
    line = rest.partition(b"\n")[0]
    begins = len(first) + len(line) + 2
    try:
        head = _head(line, beginning[:begins])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _damaged(where, "its first lines are not as written") from None
    refuse_too_large(head.whole, where)
    if size - begins != head.size:
        raise _damaged(where, f"part {head.part} of {head.of} is cut short, or longer than it says")
    return head, begins


def missing(found: Collection[Head]) -> list[int]:
    """Which parts are not among these, which are all of one package."""
    there, of = {head.part for head in found}, max(head.of for head in found)
    return [part for part in range(1, of + 1) if part not in there]


def as_said(head: Head, own: bytes, where: str) -> bytes:
    """The bytes of a part. Expected: PACKAGE_DAMAGED, where they are other than its head says."""
    if hashlib.sha256(own).hexdigest() != head.sha256:
        raise _damaged(where, f"part {head.part} of {head.of} is altered")
    return own


def refuse_another(head: Head, joined: bytes, where: str) -> None:
    """Nothing where these bytes are the package that the parts say. Expected: PACKAGE_DAMAGED."""
    if hashlib.sha256(joined).hexdigest() != head.package:
        raise _damaged(where, "its parts do not make the package that they say")


def _head(line: bytes, written: bytes) -> Head:
    """Raises ValueError, KeyError or TypeError for what is not a head."""
    found = json.loads(line)
    head = Head(
        package=matching(_HASH, found["package"]), sha256=matching(_HASH, found["sha256"]),
        **{name: number(found[name], _LARGEST) for name in ("whole", "part", "of", "size")},
    )  # fmt: skip
    if not 1 <= head.part <= head.of <= MOST or not 1 <= head.size <= head.whole:
        raise ValueError("it counts what cannot be")
    if _written(head) != written:
        raise ValueError("it can be written in one way only")
    return head


def _written(head: Head) -> bytes:
    return _MAGIC + json.dumps(asdict(head), sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _damaged(where: str, why: str) -> Expected:
    return Expected(Code.PACKAGE_DAMAGED, where=where, why=why)
