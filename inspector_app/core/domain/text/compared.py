"""Where two lists of lines or words differ, in bounded time: of texts that others wrote it could take hours to find."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

Step = tuple[str, int, int, int, int]  # as SequenceMatcher.get_opcodes has them

_LONGEST = 20_000  # lines or words of both together
# Of equal ones on both sides, each with each: a text of 4,000 empty lines has 16 million, and took seconds.
MOST_PAIRS = 2_000_000


def steps(before: Sequence[str], after: Sequence[str], most: int = MOST_PAIRS) -> list[Step]:
    """How the one becomes the other. What would take too long to compare is one step, but for how both begin and end."""
    if not _takes_long(before, after, most):
        return [*SequenceMatcher(None, before, after, autojunk=False).get_opcodes()]
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    stop, until = len(before) - end, len(after) - end
    found = [("equal", 0, start, 0, start), _whole(start, stop, until), ("equal", stop, len(before), until, len(after))]
    return [step for step in found if step[1] < step[2] or step[3] < step[4]]


def ratio(one: Sequence[str], other: Sequence[str], least: float) -> float:
    """How alike they are, from 0 to 1; 0 where it is less than `least`, or would take too long to find."""
    together = len(one) + len(other)
    if 2 * min(len(one), len(other)) < least * together:
        return 0.0
    if not together or _takes_long(one, other, MOST_PAIRS):
        return float(one == other)
    found = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return found if found >= least else 0.0


def pairs(before: Sequence[str], after: Sequence[str]) -> int:
    """How many there are of each with each that is equal, which is what comparing costs."""
    there = Counter(after)
    return sum(many * there[one] for one, many in Counter(before).items())


def _takes_long(before: Sequence[str], after: Sequence[str], most: int) -> bool:
    return len(before) + len(after) > _LONGEST or pairs(before, after) > most


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many are the same from the beginning on."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _whole(start: int, stop: int, until: int) -> Step:
    what = "insert" if start == stop else "delete" if start == until else "replace"
    return what, start, stop, start, until
