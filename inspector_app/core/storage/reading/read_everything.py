"""Everything that a person may see of an inspection, made from the list of fields: no kind and no field is named here for its
content, so that a new one is in it by itself. What is not for them is left out of the things and of their history alike.
"""

from collections import defaultdict
from collections.abc import Callable

from sqlalchemy import Connection

from inspector_app.core.domain.everything import Act, Everything, Item
from inspector_app.core.domain.fields import ALLOWED, ENTITIES, OWN_RATING, Value
from inspector_app.core.domain.ids import EntityId, StepId, case_of
from inspector_app.core.domain.steps.changes import Change, Step, heads_in
from inspector_app.core.storage.log import journal, stretches
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.reading import people, read, read_review

_SEALED = {(OWN_RATING.code, "sealed"), (OWN_RATING.code, "digest")}  # until it is opened it is its member's alone
_INNER = frozenset((e.code, f.code) for e in ENTITIES.values() for f in e.fields if f.inner)


def everything(connection: Connection, person: str, progress: Callable[[int, int, str], None]) -> Everything:
    """All of it. `progress(done, of, what)` is called between the parts; what it raises stops the work."""
    progress(0, 3, "Reading the history")
    told = _told(connection, person)
    changes = [change for change in journal.log(connection) if told(change.key)]
    steps = {step.id: step for step in journal.all_steps(connection)}
    progress(1, 3, "Reading what stands")
    values = {key: held for key, held in journal.tables(connection).items() if held[1] and told(key)}
    progress(2, 3, "Putting it in order")
    blind = read_review.blind_to_anybody(connection)
    return Everything(
        people=people.names(connection),
        items=_items(values, changes, steps),
        history=_history(connection, changes, steps),
        withheld=tuple(case.ref for case in read.cases(connection) if case.id in blind),
    )


def _told(connection: Connection, person: str) -> Callable[[Key], bool]:
    """Whether a field of an item may be told to the person.

    Beside what is hidden everywhere: digests of cases that are marked blind, which tell an answer to whoever tries the few
    there are; and words that were let go, since they may be out of texts that are hidden.
    """
    hides, unseen = read_review.hiding(connection, person), read_review.uncounted(connection, person) | _SEALED
    blind, mine = read_review.blind_to_anybody(connection), read_review.blind_cases(connection, person)

    def told(key: Key) -> bool:
        entity, entity_id, field = key
        if (entity, field) in unseen or (mine and entity == ALLOWED.code):
            return False
        if (entity, field) in _INNER and case_of(entity_id) in blind:
            return False
        return not hides(entity, entity_id)

    return told


def _items(values: journal.Rows, changes: list[Change], steps: dict[StepId, Step]) -> dict[str, tuple[Item, ...]]:
    """By kind, in the order of the list of fields; all kinds are there."""
    said: dict[str, Value] = {change.id: change.value for change in changes}
    of_item: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for change in changes:
        of_item[change.entity, change.entity_id].append(steps[change.step])
    fields: dict[tuple[str, str], dict[str, tuple[Value, str]]] = defaultdict(dict)
    for (entity, entity_id, field), held in values.items():
        fields[entity, entity_id][field] = held
    found: dict[str, list[Item]] = {code: [] for code in ENTITIES}
    for (entity, entity_id), held_by_field in sorted(fields.items()):
        acts = sorted(of_item[entity, entity_id], key=_when)
        found[entity].append(
            Item(
                entity=entity,
                id=EntityId(entity_id),
                values={f.code: held_by_field[f.code][0] for f in ENTITIES[entity].fields if f.code in held_by_field},
                contested={
                    field: tuple(said[head] for head in heads_in(heads))
                    for field, (_, heads) in sorted(held_by_field.items())
                    if " " in heads
                },
                made=acts[0],
                changed=acts[-1],
            )
        )
    return {entity: tuple(items) for entity, items in found.items()}


def _history(connection: Connection, changes: list[Change], steps: dict[StepId, Step]) -> tuple[Act, ...]:
    of_step: dict[StepId, list[Change]] = defaultdict(list)
    for change in sorted(changes, key=lambda change: change.id):
        of_step[change.step].append(change)
    makers = stretches.makers(connection, of_step)
    found = []
    for step in sorted((steps[id_] for id_ in of_step), key=_when):
        laptop, package = makers.get(step.id, (None, None))
        found.append(Act(step, laptop or "", package or "", tuple(of_step[step.id])))
    return tuple(found)


def _when(step: Step) -> tuple[str, str]:
    return step.at, step.id
