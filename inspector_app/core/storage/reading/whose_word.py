"""Whose word a value is: by whose laptop signed its step. What a row says of itself counts for nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from inspector_app.core.domain.ids import ChangeId, StepId, step_of
from inspector_app.core.domain.steps.changes import Change, heads_in
from inspector_app.core.domain.steps.lasting import lasting
from inspector_app.core.storage.log import begun, journal, stretches
from inspector_app.core.storage.log.held import Key


@dataclass(frozen=True, slots=True)
class Words:
    """Who made each step, by whose laptop signed it; where nobody did (this laptop, a former version), who it says."""

    makers: Mapping[StepId, str]

    def of(self, heads: str) -> frozenset[str]:
        """Who said what a field holds (Person.ids)."""
        return frozenset(self.makers[step] for head in heads_in(heads) if (step := step_of(head)) in self.makers)


def words_on(connection: Connection, heads: Iterable[str | None]) -> Words:
    """Whose the changes are that these heads of fields name."""
    steps = {step_of(head) for text in heads for head in heads_in(text or "")}
    if not steps:
        return Words({})
    signed, wrote = stretches.makers(connection, steps), journal.steps(connection, steps)
    return Words({step: signed.get(step, (None, None))[0] or of.author for step, of in wrote.items()})


def who_began(connection: Connection, entity: str, entity_id: str) -> frozenset[str]:
    """Everybody who says to have written down an item of which that counts (domain/whose.py)."""
    steps = set(begun.steps(connection, entity, entity_id))
    signed, wrote = stretches.makers(connection, steps), journal.steps(connection, steps)
    return frozenset(signed.get(step, (None, None))[0] or of.author for step, of in wrote.items())


@dataclass(frozen=True, slots=True)
class Said:
    """What those wrote into a field whose word counts there: all of it, and what of it lasts (domain/steps/lasting.py)."""

    ever: tuple[Change, ...] = ()
    last: tuple[Change, ...] = ()

    @property
    def one(self) -> Change | None:
        """What lasts, where it is one thing that is said; None where it is nothing, or two things at once."""
        return self.last[0] if len({change.value for change in self.last}) == 1 else None


def said_by(
    connection: Connection, heads: Iterable[str | None], counts: Callable[[Change, frozenset[str]], bool]
) -> dict[Key, Said]:
    """What stands in the fields that have these heads, by those alone whose word on it counts.

    `counts` is asked of each change, with who made it (Person.ids). What anybody else wrote on top takes nothing away.
    """
    asked = [head for text in heads for head in heads_in(text or "")]
    history = journal.above(connection, asked) if asked else {}
    word = words_on(connection, history)
    by_field = defaultdict[Key, dict[ChangeId, Change]](dict)
    for change in history.values():
        by_field[change.key][change.id] = change
    return {key: _said(found, lambda c: counts(c, word.of(c.id))) for key, found in by_field.items()}


def _said(history: Mapping[ChangeId, Change], counts: Callable[[Change], bool]) -> Said:
    theirs = [change for change in history.values() if counts(change)]
    return Said(tuple(theirs), tuple(lasting(history, [change.id for change in theirs])))
