"""Single changes between two wordings of a text, and where each stands in a third: open, taken, or no longer in place.

What acts in a text, a live figure or footnote, is one word here, so that no change ever cuts one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from inspector_app.core.domain.text.compared import steps
from inspector_app.core.domain.text.typed_lines import ACTS

_TOKEN = re.compile(rf"{re.sub(r'[?]P<[a-z]+>', '', ACTS.pattern)}|\w+|[^\S\n]+|.", re.DOTALL)
_MOST = 4_000  # words on either side: more are compared paragraph by paragraph, or comparing would take for ever
_CONTEXT = 60


class State(StrEnum):
    """How a change stands to a text."""

    OPEN = "open"
    TAKEN = "taken"  # the text says so already
    APART = "apart"  # what it was made on is not there any more


@dataclass(frozen=True, slots=True)
class Hunk:
    """The letters from `start` to `end` of a text become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A hunk in another wording of its text: its state there, and from where to where it is open."""

    state: State
    start: int = 0
    end: int = 0


def tokens(text: str) -> list[str]:
    """The words, blanks and signs of a text; joined, they are the text."""
    return [found.group() for found in _TOKEN.finditer(text)]


def hunks(before: str, after: str, *, join: bool = True) -> list[Hunk]:
    """The changes that make one text of the other, in order; two with a blank between are one.

    So are two (`join`) between which less stays than either changes: somebody wrote other words over several, and a word of
    them came again by chance. Not across lines, nor across what acts.
    """
    found: list[Hunk] = []
    for start, end, new in _changed(before, after):
        last = found[-1] if found else None
        gap = before[last.end : start] if last else ""
        if (
            last
            and "\n" not in gap
            and (not gap.strip() or (join and _by_chance(last, gap, max(end - start, len(new)))))
        ):
            found[-1] = Hunk(last.start, end, last.new + gap + new)
        else:
            found.append(Hunk(start, end, new))
    return [hunk for hunk in found if before[hunk.start : hunk.end] != hunk.new]


def _by_chance(last: Hunk, gap: str, long: int) -> bool:
    """Whether what stays between two changes, the second of them so `long`, is less than either."""
    return len(gap) <= min(max(last.end - last.start, len(last.new)), long) and not ACTS.search(gap)


def applied(text: str, changes: Sequence[Hunk]) -> str:
    """The text with these changes, which do not overlap."""
    for hunk in sorted(changes, key=lambda h: h.start, reverse=True):
        text = text[: hunk.start] + hunk.new + text[hunk.end :]
    return text


def placed(before: str, changes: Sequence[Hunk], now: str) -> list[Placed]:
    """Where each change of `before` (in order) stands in what the text says now."""
    return _each_taken_or_not(before, changes, now) or [_placed(before, hunk, now) for hunk in changes]


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Some words before and after a place, of its line."""
    first = max(text.rfind("\n", 0, start) + 1, start - _CONTEXT)
    last = text.find("\n", end)
    stop = min(len(text) if last < 0 else last, end + _CONTEXT)
    while first and first < start and text[first - 1].isalnum():
        first += 1
    while stop < len(text) and stop > end and text[stop].isalnum():
        stop -= 1
    return text[first:start], text[end:stop]


def _changed(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    old, new = tokens(before), tokens(after)
    if max(len(old), len(new)) > _MOST:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    at = [0, *accumulate(len(token) for token in old)]
    for what, i, j, k, m in steps(old, new):
        if what != "equal":
            yield at[i], at[j], "".join(new[k:m])


def _each_taken_or_not(before: str, changes: Sequence[Hunk], now: str) -> list[Placed]:
    """Where `now` is `before` with some of the changes and nothing else; [] where it is not."""
    found: list[Placed] = []
    at = here = 0
    for hunk in changes:
        between = before[here : hunk.start]
        if not now.startswith(between, at):
            return []
        at += len(between)
        old = before[hunk.start : hunk.end]
        following = before[hunk.end : hunk.end + 1]
        if _goes_on(now, at, hunk.new, following) and not (now.startswith(old, at) and len(old) > len(hunk.new)):
            found.append(Placed(State.TAKEN, at, at := at + len(hunk.new)))
        elif now.startswith(old, at):
            found.append(Placed(State.OPEN, at, at := at + len(old)))
        else:
            return []
        here = hunk.end
    return found if now[at:] == before[here:] else []


def _goes_on(now: str, at: int, new: str, following: str) -> bool:
    return now.startswith(new, at) and now.startswith(following, at + len(new))


def _placed(before: str, hunk: Hunk, now: str) -> Placed:
    since = list(_changed(before, now))
    start, end = _moved(hunk.start, since, at_end=False), _moved(hunk.end, since, at_end=True)
    if start is None or end is None or start > end:
        return Placed(State.APART)
    if now[start:end] == hunk.new:
        return Placed(State.TAKEN, start, end)
    return Placed(State.OPEN, start, end) if now[start:end] == before[hunk.start : hunk.end] else Placed(State.APART)


def _moved(place: int, since: Sequence[tuple[int, int, str]], *, at_end: bool) -> int | None:
    """Where a place is after these changes; None where it is within one. At one of their ends, it takes in the change."""
    by = 0
    for start, end, new in since:
        if start < place < end:
            return None
        if end < place or (end == place and at_end) or (end == place and start < end and not at_end):
            by += len(new) - (end - start)
    return place + by
