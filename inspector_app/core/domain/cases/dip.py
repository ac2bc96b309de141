"""A dip sample: cases drawn by a seed that is printed, so that anyone can draw the same again with nothing but a hash. Pure.

The references, as they are written, each behind the seed and a blank, are put into the order of their SHA-256 (of UTF-8, as
hexadecimal digits); the first so many are drawn. On a terminal: `printf '%s' "SEED REF" | sha256sum`.
"""

from collections.abc import Iterable
from hashlib import sha256


def drawn(refs: Iterable[str], number: int, seed: str) -> tuple[str, ...]:
    """So many of these references, in the order in which they are drawn; all of them where there are no more."""
    return tuple(sorted(refs, key=lambda ref: key(ref, seed))[: max(0, number)])


def key(ref: str, seed: str) -> str:
    """What a reference is ordered by."""
    return sha256(f"{seed} {ref}".encode()).hexdigest()
