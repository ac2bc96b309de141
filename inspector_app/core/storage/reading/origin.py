"""Who wrote a step, and what the author's name does not say: on whose laptop it was recorded, in whose package it came.

An imported document says who gave its answers. That is shown, and nothing is decided by it: whose laptop it was, decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from inspector_app.core.domain.ids import StepId
from inspector_app.core.domain.steps.changes import Step
from inspector_app.core.storage.log import stretches
from inspector_app.core.storage.reading import people


@dataclass(frozen=True, slots=True)
class Origin:
    """Names. `laptop` and `package` are "" where they are the author's own, or where nothing is known of it."""

    by: str
    laptop: str
    package: str


def of_steps(connection: Connection, steps: Iterable[Step]) -> dict[StepId, Origin]:
    """The origin of each of these steps."""
    wanted = list(steps)
    names, makers = people.names(connection), stretches.makers(connection, [step.id for step in wanted])
    found: dict[StepId, Origin] = {}
    for step in wanted:
        laptop, package = (
            names.get(person, "") if person and person != step.author else ""
            for person in makers.get(step.id, (None, None))
        )
        found[step.id] = Origin(names.get(step.author, ""), laptop, package)
    return found
