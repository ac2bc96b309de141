"""All that an inspection holds for one person: each thing by its kind, and the whole history. For the archive."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.steps.changes import Change, Step


@dataclass(frozen=True, slots=True)
class Item:
    """A thing of a kind (an entity of domain/fields.py): its values by field, and when it was made and last changed.

    `contested`: the values that stand against each other, by field; there `values` has the first of them.
    """

    entity: str
    id: str
    values: Mapping[str, Value]
    contested: Mapping[str, tuple[Value, ...]]
    made: Step
    changed: Step


@dataclass(frozen=True, slots=True)
class Act:
    """A step with what it changed. `laptop`, `package`: whose laptop recorded it, and in whose package it came (Person.ids).

    Both are "" where nobody signed it yet, or it was made here.
    """

    step: Step
    laptop: str
    package: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """`people` are names by id, `items` every kind with its things, `history` is in the order of the makers' clocks.

    `withheld`: the references of cases of which something is left out, for they are marked blind.
    """

    people: Mapping[str, str]
    items: Mapping[str, tuple[Item, ...]]
    history: tuple[Act, ...]
    withheld: tuple[str, ...]
