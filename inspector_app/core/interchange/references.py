"""What cases and people are called in files: each by one name that nothing else there has."""

from collections.abc import Iterable, Mapping

from inspector_app.core.domain.inspection import Case, Person
from inspector_app.core.domain.text.alike import key, written


def references(cases: Iterable[Case]) -> dict[str, str]:
    """A reference for each case id: the case's own, or the next free "C01 (2)" where two cases have the same.

    Two laptops may each have added C01; the number shows on paper that there were two.
    """
    return _called({case.id: written(case.ref) or "No reference" for case in cases})


def people(team: Iterable[Person]) -> dict[str, str]:
    """A name for each person who has one, by id, likewise: two colleagues may have the same."""
    return _called({person.id: written(person.name) for person in team if written(person.name)})


def _called(names: Mapping[str, str]) -> dict[str, str]:
    taken = {key(name) for name in names.values()}
    used: set[str] = set()
    found: dict[str, str] = {}
    for item, plain in names.items():
        name, number = plain, 2
        while key(name) in used or (name != plain and key(name) in taken):
            name, number = f"{plain} ({number})", number + 1
        used.add(key(name))
        found[item] = name
    return found
