"""What of a field stands when not everybody may take away what another wrote there. Pure.

`domain/whose.py` says who may write what; here it is only asked, of one change and of two.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.steps.changes import Change, heads, heads_text
from inspector_app.core.domain.steps.circles import circles
from inspector_app.core.domain.whose import JUDGED


class Word(Protocol):
    """Whose word counts."""

    def counts(self, change: Change) -> bool:
        """Whether a change counts at all."""

    def takes(self, change: Change, other: Change) -> bool:
        """Whether a change takes another one away that it was made on top of, through whatever others."""


def standing(changes: Sequence[Change], word: Word | None) -> tuple[Value, str]:
    """What a field holds after all its changes, and its heads as they stand beside it: what nothing took away.

    Without `word`, and in a field that is anybody's, everything counts and takes away. What does not count stands among the
    heads too, so that it is in the history and the next edit is made on top of it, but it gives the field no value and
    contests nothing.
    """
    if word is None or (changes[0].entity, changes[0].field) not in JUDGED:
        last = heads(list(changes))
        return last[0].value, heads_text(last)
    above = defaultdict[ChangeId, list[Change]](list)
    for change in changes:
        for parent in change.parents:
            above[parent].append(change)
    circle = circles({change.id: change.parents for change in changes})
    last = sorted((c for c in changes if not _is_taken(c, above, circle, word)), key=lambda c: c.id)
    values = [change.value for change in last if word.counts(change)]
    contested = any(value != values[0] for value in values)
    return values[0] if values else None, (" " if contested else "=").join(change.id for change in last)


def _is_taken(change: Change, above: Mapping[ChangeId, list[Change]], circle: Mapping[str, int], word: Word) -> bool:
    """Whether anything made on top of a change takes it away; what is in a circle with it, no honest laptop wrote."""
    seen, waiting = {change.id}, [change.id]
    while waiting:
        for other in above.get(waiting.pop(), ()):
            if other.id in seen:
                continue
            seen.add(other.id)
            if change.id in circle and circle[change.id] == circle.get(other.id):
                continue
            if (word.counts(other) or not word.counts(change)) and word.takes(other, change):
                return True
            waiting.append(other.id)
    return False
