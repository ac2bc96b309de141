"""Own steps of which a damaged file gave back only some changes: made whole, so that every laptop numbers what is left alike.

A change is named by its place in the step, and a package tells no places but by their order: a step that lost one in its
middle would have other ids with whoever takes it, and what was made on top of it would lead nowhere.
"""

import hashlib
from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from inspector_app.core.domain.fields import COMMENT
from inspector_app.core.domain.ids import ChangeId, DeviceId, EntityId, StepId, change_id, new_id, place_of, step_of
from inspector_app.core.domain.steps.changes import Change
from inspector_app.core.domain.steps.line import Made, written
from inspector_app.core.storage.log import journal, stretches

_LOW = "000"  # begins the digest of what was made whole: of 4,096 other stages of it, 4,095 have a higher one


def make_whole(
    connection: Connection, own: Collection[DeviceId], named: Iterable[ChangeId], short: Collection[StepId]
) -> frozenset[ChangeId]:
    """Put something in the place of each change that is lost of a step of this laptop that nobody's signature covers.

    `named`: changes that something else names, by which the lost ones at the end of a step are known; `short`: steps of which
    some may be lost at the end though nothing names them. Gives what was put there: a comment that never was, taken away.
    The tables do not say it yet.
    """
    last: dict[StepId, int] = {}
    for change in named:
        last[step_of(change)] = max(last.get(step_of(change), 0), place_of(change))
    added: list[Change] = []
    for made in stretches.unsigned(connection, own):
        added += _lost(made, last.get(made.step.id, 0)) or (
            _lost(made, len(made.changes)) if made.step.id in short else []
        )
    if added:
        journal.add_changes(connection, added)
    return frozenset(change.id for change in added)


def _lost(made: Made, last: int) -> list[Change]:
    """What stands for the changes of a step that are not there, of places up to that one at least."""
    there = {place_of(change.id): change for change in made.changes}
    lost = [_nothing(made.step.id, place) for place in range(max(last, *there, 0) + 1) if place not in there]
    if lost:
        whole = sorted([*made.changes, *lost], key=lambda change: place_of(change.id))
        lost[-1] = _giving_way(Made(made.step, tuple(whole)), lost[-1])
    return lost


def _nothing(step: StepId, place: int) -> Change:
    item = EntityId(f"{new_id()}/{new_id()}")
    return Change(change_id(step, place), COMMENT.code, item, "deleted", True, ())


def _giving_way(whole: Made, lost: Change) -> Change:
    """The last of what was put there, under an id that gives the step a low digest.

    Should a colleague have all of the step, theirs is the later stage, and comes again: a digest decides between stages.
    """
    case, _, identity = lost.entity_id.partition("/")
    before, _, after = written(whole).partition(identity)
    begun, end = hashlib.sha256(before.encode()), after.encode()
    while True:
        other = begun.copy()
        other.update(identity.encode() + end)
        if other.hexdigest().startswith(_LOW):
            return Change(lost.id, lost.entity, EntityId(f"{case}/{identity}"), lost.field, lost.value, lost.parents)
        identity = new_id()
