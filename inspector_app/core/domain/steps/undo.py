"""Undo and redo of one item, read from its steps. Nothing is kept but the log, so both survive a restart."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector_app.core.domain.ids import StepId
from inspector_app.core.domain.steps.changes import Step, Verb


@dataclass(frozen=True, slots=True)
class Stacks:
    """Steps that can be undone and redone; the next one is the last of each."""

    done: tuple[StepId, ...]
    undone: tuple[StepId, ...]


def stacks(steps: Iterable[Step]) -> Stacks:
    """The stacks after one device's steps on one item. A new edit clears what could be redone."""
    done: list[StepId] = []
    undone: list[StepId] = []
    for step in sorted(steps, key=lambda s: s.id):
        if step.verb is Verb.UNDO and step.target in done:
            done.remove(step.target)
            undone.append(step.target)
        elif step.verb is Verb.REDO and step.target in undone:
            undone.remove(step.target)
            done.append(step.target)
        elif step.verb is Verb.EDIT:
            done.append(step.id)
            undone.clear()
    return Stacks(tuple(done), tuple(undone))
