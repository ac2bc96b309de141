"""The steps of an item in the order in which one knew of the other, whatever the clocks of the laptops said. Pure."""

from collections import Counter, deque
from collections.abc import Sequence

from inspector_app.core.domain.ids import ChangeId, step_of
from inspector_app.core.domain.rows import HistoryRow


def whole_steps(rows: Sequence[HistoryRow]) -> list[list[HistoryRow]]:
    """The rows of an item, newest first and those of each field in their own order, as whole steps, the oldest first.

    A step comes once it is the next of each of its fields, of several the one that says it is older: by the clocks alone a
    laptop whose clock is behind would tear the steps of the others apart.
    """
    lines: dict[str, deque[HistoryRow]] = {}
    for row in reversed(rows):
        lines.setdefault(row.field, deque()).append(row)
    left, steps = Counter(map(_step, rows)), []
    while left:
        first = [line[0] for line in lines.values() if line]
        at_head = Counter(map(_step, first))
        ready = [row for row in first if at_head[_step(row)] == left[_step(row)]] or first
        this = _step(min(ready, key=lambda row: (row.at, row.change)))
        steps.append([line.popleft() for line in lines.values() if line and _step(line[0]) == this])
        left[this] -= len(steps[-1])
        left += Counter()  # those that are through are gone
    return steps


def _step(row: HistoryRow) -> str:
    return step_of(ChangeId(row.change))
