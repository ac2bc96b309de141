"""Undo and redo of one item, read from its steps. Nothing is kept but the log, so both survive a restart."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector_app.core.domain.ids import StepId, seq_of
from inspector_app.core.domain.steps.changes import Step, Verb


@dataclass(frozen=True, slots=True)
class Stacks:
    """Steps that can be undone and redone; the next one is the last of each."""

    done: tuple[StepId, ...]
    undone: tuple[StepId, ...]


def stacks(steps: Iterable[Step], after: int = 0) -> Stacks:
    """The stacks after one device's steps on one item. A new edit clears what could be redone.

    `after`: of its steps those with a higher number are given, and no others; the stacks then lack what lies below.
    """
    done: list[StepId] = []
    undone: list[StepId] = []
    for step in sorted(steps, key=lambda s: s.id):
        earlier = step.target is not None and seq_of(step.target) <= after  # it was on the other stack then
        if step.target is not None and step.verb is Verb.UNDO and (earlier or step.target in done):
            _move(step.target, done, undone)
        elif step.target is not None and step.verb is Verb.REDO and (earlier or step.target in undone):
            _move(step.target, undone, done)
        elif step.verb is Verb.EDIT:
            done.append(step.id)
            undone.clear()
    return Stacks(tuple(done), tuple(undone))


def _move(step: StepId, source: list[StepId], to: list[StepId]) -> None:
    if step in source:
        source.remove(step)
    to.append(step)
