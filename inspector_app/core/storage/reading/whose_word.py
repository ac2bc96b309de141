"""Whose word a value is: by whose laptop signed its step. What a row says of itself counts for nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from inspector_app.core.domain.ids import StepId, step_of
from inspector_app.core.domain.steps.changes import heads_in
from inspector_app.core.storage.log import journal, stretches


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
